package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"clippings/wasm/internal/golden"
	"clippings/wasm/protocol"
)

// sample is a document with every kind of paragraph and hostile texts.
func sample() protocol.Document {
	d := protocol.Document{
		ID: 7, Name: "bay/a.csv#row 3", Source: "bay/a.csv", Record: "row 3", Format: "csv", Encoding: "utf-8",
		Meta: protocol.Meta{
			Title: "=Ferry \"Anna\" <back>", Subtitle: "After a week", Section: "Local", Date: "2025-07-03T10:49", Modified: "2025-07-04",
			Byline: []string{"Kim Okoro", "J. Lund"}, Agency: "AP", Dateline: "PORT", Outlet: "Bay Star", URL: "https://bay.example/1",
			Lang: "en", Tags: []string{"harbour", "+1"}, Note: "ask again:\n\tthe mayor",
		},
		Warnings: []string{"a bad byte \xff"},
	}
	for _, p := range []struct {
		role protocol.Role
		text string
	}{
		{protocol.RoleFurniture, "Menu | Home"},
		{protocol.RoleTitle, "=Ferry \"Anna\" <back>"},
		{protocol.RoleBody, "The *ferry* is back [1].\u2028It left on Monday & [no](x) <script>alert(1)</script>."},
		{protocol.RoleHeading, "# What next"},
		{protocol.RoleBullet, "- 1. buy a ticket"},
		{protocol.RoleQuote, "“Never again,”\n  she said."},
		{protocol.RoleFurniture, "Read also: more"},
		{protocol.RoleBody, "12. July is the day."},
	} {
		if d.Text != "" {
			d.Text += "\n\n"
		}
		start := uint32(len(d.Text))
		d.Text += p.text
		why := ""
		if p.role == protocol.RoleFurniture {
			why = "a menu"
		}
		d.Paragraphs = append(d.Paragraphs, protocol.Paragraph{Span: protocol.Span{Start: start, End: uint32(len(d.Text))}, Role: p.role, Why: why})
	}
	title := d.Paragraphs[1].Span
	d.Facts = []protocol.Fact{
		{Field: "title", Value: d.Title, Span: title, Rule: "first line", Trust: protocol.TrustLikely},
		{Field: "agency", Value: "AP", Span: protocol.Span{Start: 0, End: 4}, Rule: "menu", Trust: protocol.TrustGuess},
		{Field: "title", Value: "Ferry", Rule: "og:title", Trust: protocol.TrustCertain},
	}
	return d
}

func TestForms(t *testing.T) {
	for name, x := range map[string]Documents{
		"jsonl": {Form: protocol.FormJSONL, Furniture: true}, "bare.jsonl": {Form: protocol.FormJSONL},
		"csv": {Form: protocol.FormCSV, Columns: 1}, "txt": {Form: protocol.FormText}, "md": {Form: protocol.FormMarkdown},
	} {
		d := sample()
		b := x.Append(x.Head(), &d, Extra{Group: 3, Words: 21})
		golden.Check(t, "testdata/document."+name, visible(b))
	}
}

// visible is a file with the ends of lines that golden files cannot hold.
func visible(b []byte) []byte { return bytes.ReplaceAll(b, []byte("\r\n"), []byte("<CR>\n")) }

// TestStripFurniture: what is left are the paragraphs of the article, where they say.
func TestStripFurniture(t *testing.T) {
	whole, d := sample(), sample()
	stripFurniture(&d)
	k := 0
	for _, p := range whole.Paragraphs {
		if !p.Role.IsArticle() {
			continue
		}
		if got, want := d.Paragraphs[k].Of(d.Text), p.Of(whole.Text); got != want {
			t.Errorf("paragraph %d: got %q, want %q", k, got, want)
		}
		k++
	}
	if got := d.Facts[0].Span.Of(d.Text); got != whole.Title {
		t.Errorf("the title stands at %q", got)
	}
	if d.Facts[1].Span.Len() != 0 {
		t.Errorf("a fact of furniture stands at %v", d.Facts[1].Span)
	}
}

// TestLongCells: a text is whole, over as many columns as it needs.
func TestLongCells(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("wörter und ", 9_000), strings.Repeat("漢", 40_000), strings.Repeat("x", 3*protocol.CellBytes), "short",
		strings.Repeat("x"+strings.Repeat("y", protocol.CellSlack-6)+" ", 20_000), strings.Repeat("\x80", 70_000),
	} {
		d := protocol.Document{Name: "a", Text: text}
		columns := int(protocol.CellsOf(uint64(len(text))))
		x := Documents{Form: protocol.FormCSV, Furniture: true, Columns: columns}
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(x.Append(x.Head(), &d, Extra{})), byteOrderMark))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		row := rows[1]
		if got := strings.Join(row[len(row)-columns:], ""); got != text {
			t.Errorf("%.10q: %d bytes of %d in %d columns", text, len(got), len(text), columns)
		}
		for _, cell := range row {
			if len(cell) > protocol.CellBytes || utf8.ValidString(text) && !utf8.ValidString(cell) {
				t.Errorf("%.10q: a cell of %d bytes", text, len(cell))
			}
		}
	}
}

func TestFileName(t *testing.T) {
	for _, test := range []struct{ date, outlet, title, source, want string }{
		{"2025-07-03T10:49", "Bay Star", "Ferry back", "", "2025-07-03 - Bay Star - Ferry back"},
		{"", "", "Ferry back", "", "Ferry back"},
		// A text without a title is called like its file.
		{"2025-07-03", "", "", "a/b/page.html", "2025-07-03 - page"},
		{"", "", "", "", "_"},
		// Nothing leads out of the folder, hides, or is an option or a device.
		{"", "", "../../etc/passwd", "", "etc passwd"},
		{"", "", `C:\Windows\a|b`, "", "C Windows a b"},
		{"", "", ".hidden", "", "hidden"},
		{"", "", "-rf *", "", "rf"},
		{"", "", "CON", "", "_CON"},
		{"", "", "con.txt", "", "_con.txt"},
		{"", "", "Com1 .x", "", "_Com1 .x"},
		{"", "", "Console", "", "Console"},
		{"", "", "LPT³", "", "_LPT³"},
		{"", "", "a\x00b\nc\u202egpj", "", "ab cgpj"},
		{"", "", `What "he" said?`, "", "What 'he' said"},
		{"", "", "The end...", "", "The end"},
		{"../..", "..", "///", "x", "_"},
		// Composed letters stay composed, and accents stay on theirs.
		{"", "", "Äpfel für Zoë", "", "Äpfel für Zoë"},
		{"", "", strings.Repeat("a", 119) + "e\u0301", "", strings.Repeat("a", 119)},
		{"", "", strings.Repeat("wörter ", 30), "", strings.TrimSpace(strings.Repeat("wörter ", 15))},
	} {
		d := protocol.Document{Source: test.source, Meta: protocol.Meta{Date: test.date, Outlet: test.outlet, Title: test.title}}
		if got := FileName(&d); got != test.want {
			t.Errorf("%q %q %q: got %q, want %q", test.date, test.outlet, test.title, got, test.want)
		}
	}
}

// FuzzFileName: whatever a document is called, its name is one that every file
// system takes.
func FuzzFileName(f *testing.F) {
	f.Add("2025-07-03", "Bay", "../x", "a/b")
	f.Add("", "\u0301", "NUL.", "..")
	f.Fuzz(func(t *testing.T, date, outlet, title, source string) {
		name := FileName(&protocol.Document{Source: source, Meta: protocol.Meta{Date: date, Outlet: outlet, Title: title}})
		stem, _, _ := strings.Cut(name, ".")
		if name == "" || len(name) > nameBytes+1 || !utf8.ValidString(name) || strings.ContainsAny(name, `/\:*?"<>|`+"\x00\n\r\t\u202e") ||
			strings.Trim(name, ". ") != name || strings.HasPrefix(name, "-") || isReserved(strings.TrimRight(stem, " ")) {
			t.Errorf("%q", name)
		}
	})
}

// FuzzAppendString: strings are as encoding/json writes them.
func FuzzAppendString(f *testing.F) {
	for _, s := range []string{"", "a\"b\\c", "\x00\x1f\x7f\b\f\n\r\t", "\u2028\u2029é漢\U0001f600", "\xff\xe2\x80", "<&>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var want strings.Builder
		e := json.NewEncoder(&want)
		e.SetEscapeHTML(false)
		if err := e.Encode(s); err != nil {
			t.Fatal(err)
		}
		if got := string(appendString(nil, s)) + "\n"; got != want.String() {
			t.Errorf("%q: got %s, want %s", s, got, want.String())
		}
	})
}

func BenchmarkAppendJSON(b *testing.B) {
	d := sample()
	d.Text = strings.Repeat(d.Text, 10)
	b.SetBytes(int64(len(d.Text)))
	var out []byte
	for b.Loop() {
		out = appendJSON(out[:0], &d)
	}
}
