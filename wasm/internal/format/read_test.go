package format

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"clippings/wasm/internal/extract"
	"clippings/wasm/protocol"
)

// article is a text of three paragraphs that the extractor keeps.
const article = `Ferry Returns To Bergen

The ferry that sank in the storm of last winter is back at the quay in Bergen, the harbour office said on Monday.

It was raised in May and has been painted since, and it will carry passengers again from the first week of June.

“We have waited for a long time,” said the harbour master, who had fought for the money in the council.
`

func never() error { return nil }

// read collects the entries of one source.
func read(t testing.TB, limits protocol.Limits, name string, f File) []Entry {
	t.Helper()
	var out []Entry
	r := Reader{Recipe: protocol.Recipe{Limits: limits}, Yield: never}
	if err := r.Read(name, f, func(e Entry) error {
		if e.Document != nil {
			if err := extract.Check(e.Document); err != nil {
				t.Errorf("%s#%s: %v", e.Source, e.Record, err)
			}
		}
		out = append(out, e)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return out
}

func readString(t testing.TB, name, data string) []Entry {
	return read(t, protocol.Limits{}, name, strings.NewReader(data))
}

func TestReadSkips(t *testing.T) {
	for _, c := range []struct {
		name, data string
		want       protocol.SkipReason
		detail     string
	}{
		{"a.txt", "", protocol.SkipEmpty, ""},
		{"a.txt", " \r\n\t\u00a0\n", protocol.SkipBlank, ""},
		{"a.txt", "\ufeff\n", protocol.SkipBlank, ""},
		{"a.zip", "", protocol.SkipEmpty, ""},
		{"a.zip", "no archive", protocol.SkipDamaged, ""},
		{"a.zip", "PK\x03\x04 cut off", protocol.SkipDamaged, "not a valid zip"},
		{"a.zip", "PK\x05\x06" + strings.Repeat("\x00", 18), protocol.SkipEmptyArchive, ""},
		{"a.pdf", "%PDF-1.7\n…", protocol.SkipDamaged, ""},
		{"renamed.txt", "%PDF-1.7\n…", protocol.SkipDamaged, ""},
		{"a.rar", "Rar!\x1A\x07\x00", protocol.SkipUnsupported, "RAR is not read"},
		{"a.docx", "PK\x03\x04\x14\x00\x06\x00", protocol.SkipDamaged, ""},
		{"a.csv", "title,text\n", protocol.SkipNoArticle, ""},
		{"feed", "<?xml version=\"1.0\"?><rss></rss>", protocol.SkipNoArticle, ""},
		{"story_files/frame.html", article, protocol.SkipCompanion, ""},
		{"a.txt", "\x00\x01\x02\x03 binary \x00", protocol.SkipBinary, ""},
		{"a", "\x01\x02\x03\x04\x05\x06 no zero, no text", protocol.SkipBinary, ""},
		{"a.html", "<html><script>run()</script></html>", protocol.SkipNoText, ""},
		{".DS_Store", "Bud1", protocol.SkipSystem, ""},
		{"folder/.hidden.txt", article, protocol.SkipSystem, ""},
		{"__MACOSX/._a.txt", article, protocol.SkipSystem, ""},
	} {
		got := readString(t, c.name, c.data)
		if len(got) != 1 || got[0].Skip != c.want || !strings.Contains(got[0].Detail, c.detail) || got[0].Document != nil {
			t.Errorf("%s %.20q: got %+v, want %v %q", c.name, c.data, got, c.want, c.detail)
		}
		if c.want.Explanation() == "" {
			t.Errorf("%v explains nothing", c.want)
		}
	}
}

func TestReadText(t *testing.T) {
	for _, c := range []struct{ name, format string }{{"a.txt", "text"}, {"a", "text"}, {"a.log", "text"}, {"a.md", "markdown"}} {
		got := readString(t, c.name, article)
		if len(got) != 1 || got[0].Document == nil {
			t.Fatalf("%s: got %+v", c.name, got)
		}
		d := got[0].Document
		if d.Text != article || d.Format != c.format || d.Encoding != "utf-8" || d.Name != c.name || d.Source != c.name || d.Record != "" {
			t.Errorf("%s: got %q %q %q", c.name, d.Format, d.Encoding, d.Name)
		}
	}
	crlf := strings.ReplaceAll(article, "\n", "\r\n")
	if d := readString(t, "a.txt", crlf)[0].Document; d.Text != crlf || d.Title != "Ferry Returns To Bergen" {
		t.Errorf("CRLF: title %q", d.Title)
	}
}

func TestReadWrappedPage(t *testing.T) {
	got := readString(t, "48.txt", "<text id=\"48\">\n<html><body><p>"+article+"</body></html></text>")
	if len(got) != 1 || got[0].Format != "html" || got[0].Document == nil {
		t.Errorf("got %+v", got)
	}
}

func TestReadTooLarge(t *testing.T) {
	got := read(t, protocol.Limits{MaxFile: 100}, "a.txt", strings.NewReader(article))
	if len(got) != 1 || got[0].Skip != protocol.SkipTooLarge {
		t.Errorf("got %+v", got)
	}
}

// A goneFile is one that disappears after so many bytes.
type goneFile struct {
	data string
	left int64
}

var errGone = errors.New("the file is gone")

func (f *goneFile) Size() int64 { return int64(len(f.data)) }

func (f *goneFile) ReadAt(p []byte, at int64) (int, error) {
	if f.left -= int64(len(p)); f.left < 0 {
		return 0, errGone
	}
	return strings.NewReader(f.data).ReadAt(p, at)
}

func TestReadDisappearing(t *testing.T) {
	archive := string(zipOf(t, member{"a.txt", article}, member{"b.txt", strings.Repeat(article, 200)}))
	for _, c := range []struct {
		name string
		file *goneFile
		want protocol.SkipReason
	}{
		{"a.txt", &goneFile{article, 0}, protocol.SkipUnreadable},
		{"a.txt", &goneFile{strings.Repeat(article, 20), sniffLen}, protocol.SkipUnreadable},
		{"a.zip", &goneFile{archive, 400}, protocol.SkipUnreadable},
		{"a.zip", &goneFile{archive, sniffLen}, protocol.SkipUnreadable},
	} {
		got := read(t, protocol.Limits{}, c.name, c.file)
		if last := got[len(got)-1]; last.Skip != c.want || last.Detail == "" {
			t.Errorf("%s: got %+v, want %v", c.name, got, c.want)
		}
	}
}

func TestReadCancel(t *testing.T) {
	stop := errors.New("stop")
	archive := zipOf(t, member{"a.txt", article}, member{"b.html", "<p>" + strings.Repeat("<b>word</b> ", 9000)})
	for after := range 12 {
		calls := 0
		r := Reader{Yield: func() error {
			if calls++; calls > after {
				return stop
			}
			return nil
		}}
		if err := r.Read("a.zip", bytes.NewReader(archive), func(Entry) error { return nil }); err != stop && calls > after {
			t.Errorf("after %d: got %v", after, err)
		}
	}
	r := Reader{Yield: never}
	if err := r.Read("a.zip", bytes.NewReader(archive), func(Entry) error { return stop }); err != stop {
		t.Errorf("emit's error: got %v", err)
	}
}

// A member is one file of an archive made for a test.
type member struct{ name, data string }

func zipOf(t testing.TB, members ...member) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, m := range members {
		f, err := w.Create(m.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, m.data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// ledger is a line an entry: record, reason.
func ledger(entries []Entry) string {
	var b strings.Builder
	for _, e := range entries {
		fmt.Fprintf(&b, "%s: %v\n", e.Record, e.Skip)
	}
	return b.String()
}

func TestReadZip(t *testing.T) {
	inner := string(zipOf(t, member{"c.txt", article}, member{"d.pdf", "%PDF-1.4"}))
	archive := zipOf(t,
		member{"a.txt", article}, member{"folder/", ""}, member{"folder/b.html", "<p>" + article}, member{"__MACOSX/._a.txt", "x"},
		member{"../evil.txt", article}, member{"/root.txt", article}, member{"C:\\x.txt", article}, member{"a.txt", "another one of the same name"},
		member{"inner.zip", inner}, member{"empty.txt", ""})
	want := `a.txt: none
folder/b.html: none
__MACOSX/._a.txt: system file
../evil.txt: unsafe name
/root.txt: unsafe name
C:/x.txt: unsafe name
a.txt~2: none
inner.zip/c.txt: none
inner.zip/d.pdf: damaged
empty.txt: empty
`
	got := read(t, protocol.Limits{}, "all.zip", bytes.NewReader(archive))
	if ledger(got) != want {
		t.Errorf("got\n%swant\n%s", ledger(got), want)
	}
	if d := got[0].Document; d.Name != "all.zip#a.txt" || d.Record != "a.txt" || d.Source != "all.zip" || d.Text != article {
		t.Errorf("got %q %q %q", d.Name, d.Record, d.Source)
	}
}

func TestReadZipDamagedMember(t *testing.T) {
	archive := zipOf(t, member{"a.txt", article}, member{"b.txt", article + "b"}, member{"c.txt", article + "c"})
	at := bytes.Index(archive, []byte("b.txt")) + len("b.txt") + 40
	archive[at] ^= 0xFF
	got := ledger(read(t, protocol.Limits{}, "a.zip", bytes.NewReader(archive)))
	if want := "a.txt: none\nb.txt: damaged\nc.txt: none\n"; got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestReadZipEncrypted(t *testing.T) {
	archive := zipOf(t, member{"a.txt", article}, member{"b.txt", article})
	at := bytes.Index(archive, []byte("PK\x01\x02"))
	archive[at+8] |= 1
	if got := ledger(read(t, protocol.Limits{}, "a.zip", bytes.NewReader(archive))); got != "a.txt: encrypted\nb.txt: none\n" {
		t.Errorf("got\n%s", got)
	}
}

func TestReadZipDepth(t *testing.T) {
	data := article
	name := "a.txt"
	for range 8 {
		data, name = string(zipOf(t, member{name, data})), "n.zip"
	}
	got := read(t, protocol.Limits{}, "a.zip", strings.NewReader(data))
	if len(got) != 1 || got[0].Skip != protocol.SkipTooDeep || got[0].Record != "n.zip/n.zip/n.zip/n.zip/n.zip/n.zip" {
		t.Errorf("got %+v", got)
	}
}

func TestReadZipBomb(t *testing.T) {
	bomb := string(zipOf(t, member{"first.txt", article}, member{"zeros.txt", strings.Repeat(" \n", 12<<20)}, member{"after.txt", article}))
	limits := protocol.Limits{MaxExpanded: 4 << 20}
	if got := ledger(read(t, limits, "a.zip", strings.NewReader(bomb))); got != "first.txt: none\n: expansion limit\n" {
		t.Errorf("got\n%s", got)
	}
	// the ratio alone stops it too
	if got := ledger(read(t, protocol.Limits{MaxRatio: 10}, "a.zip", strings.NewReader(bomb))); got != "first.txt: none\n: expansion limit\n" {
		t.Errorf("by ratio: got\n%s", got)
	}
	// archives inside count against the same budget
	var members []member
	for i := range 40 {
		members = append(members, member{fmt.Sprintf("%d.zip", i), string(zipOf(t, member{"x.txt", strings.Repeat("word and ", 40_000)}))})
	}
	nested := read(t, limits, "a.zip", bytes.NewReader(zipOf(t, members...)))
	if last := nested[len(nested)-1]; last.Skip != protocol.SkipExpansion || last.Record != "" || len(nested) > 13 {
		t.Errorf("nested: got\n%s", ledger(nested))
	}
}

func TestReadZipRecords(t *testing.T) {
	archive := zipOf(t, member{"a.txt", article}, member{"b.txt", article}, member{"c.txt", article})
	if got := ledger(read(t, protocol.Limits{MaxRecords: 2}, "a.zip", bytes.NewReader(archive))); got != "a.txt: none\nb.txt: none\n: too many records\n" {
		t.Errorf("got\n%s", got)
	}
}

// TestReadZipOverlap reads an archive whose many entries all point at the same
// packed bytes, as non-recursive bombs do: each costs what it unpacks to.
func TestReadZipOverlap(t *testing.T) {
	base := zipOf(t, member{"a.txt", strings.Repeat("ha ", 400_000)})
	start := bytes.Index(base, []byte("PK\x01\x02"))
	end := bytes.Index(base, []byte("PK\x05\x06"))
	entry := base[start:end]
	const copies = 60
	archive := append([]byte{}, base[:start]...)
	for range copies {
		archive = append(archive, entry...)
	}
	tail := append([]byte{}, base[end:]...)
	tail[8], tail[10] = copies, copies
	size := uint32(copies * len(entry))
	tail[12], tail[13], tail[14] = byte(size), byte(size>>8), byte(size>>16)
	archive = append(archive, tail...)
	got := read(t, protocol.Limits{MaxExpanded: 5 << 20}, "a.zip", bytes.NewReader(archive))
	if last := got[len(got)-1]; last.Skip != protocol.SkipExpansion || len(got) != 5 {
		t.Errorf("got %d\n%s", len(got), ledger(got))
	}
}

func TestReadHuge(t *testing.T) {
	words := strings.Repeat("The harbour of the town is open to all ships. ", 40_000)
	for name, data := range map[string]string{
		"one line.txt":  words,
		"no space.txt":  strings.Repeat("x", 2<<20),
		"newlines.txt":  "a" + strings.Repeat("\n", 1<<20) + "b",
		"short.txt":     strings.Repeat("a\n", 1<<18),
		"deep.html":     strings.Repeat("<div>", 100_000) + "The harbour is open." + strings.Repeat("</div>", 100_000),
		"inline.html":   strings.Repeat("<b>", 100_000) + "The harbour is open.",
		"unclosed.html": strings.Repeat("<p><i><li>The harbour is open.", 50_000),
		"tables.html":   strings.Repeat("<table><tr><td>The harbour is open.", 20_000),
		"stray.html":    "The harbour is open." + strings.Repeat("</div></b></td>", 100_000),
		"entities.html": strings.Repeat("&amp;&#x41;&nosuch;", 100_000),
		"attrs.html":    "<div " + strings.Repeat("class=nav id=x ", 100_000) + ">The harbour is open.",
		"json.html":     "<script type=application/ld+json>" + strings.Repeat("[", 100_000) + "</script>The harbour is open.",
		"repeats.txt":   strings.Repeat("The harbour of the town is open.\nAll ships may enter it now.\n", 20_000),
		"comments.html": strings.Repeat("<p>12 comments</p><p>Jane says:</p><p>Is that so?</p>", 5_000),
	} {
		t.Run(name, func(t *testing.T) {
			got := readString(t, name, data)
			if len(got) != 1 || got[0].Document == nil {
				t.Errorf("got %v", ledger(got))
			}
		})
	}
}
