package table

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"clippings/wasm/internal/record"
)

// example is a small file and how it is to be read.
type example struct {
	name   string
	data   string
	layout Layout
}

// articleColumns are the columns of most examples.
func articleColumns(names ...string) []Column {
	columns := make([]Column, len(names))
	for i, n := range names {
		name, field, _ := strings.Cut(n, "=")
		columns[i] = Column{Name: name, Field: field}
	}
	return columns
}

var (
	threeColumns = articleColumns("id=", "title=title", "text=body")
	treeColumns  = articleColumns("title=title", "text=body", "source.name=outlet", "authors.name=byline", "tags=section")
)

func csvLayout(delimiter, quote byte) Layout {
	return Layout{Kind: CSV, Delimiter: delimiter, Quote: quote, Header: true, Columns: threeColumns}
}

func examples() []example {
	lines := Layout{Kind: JSONL, Columns: treeColumns}
	tree := func(path string) Layout { return Layout{Kind: JSON, Path: path, Columns: treeColumns} }
	return []example{
		{"plain rows", "id,title,text\n1,One,First text\n2,Two,Second text\n", csvLayout(',', '"')},
		{"ids", "id,title,text\na-7,One,First\n", Layout{Kind: CSV, Delimiter: ',', Quote: '"', Header: true, Columns: articleColumns("id=id", "title=title", "text=body")}},
		{"CRLF, no last line end", "id,title,text\r\n1,One,First text\r\n2,Two,Second text", csvLayout(',', '"')},
		{"old Mac", "id,title,text\r1,One,\"First\ntext\"\r2,Two,Second text\r", csvLayout(',', '"')},
		{"quoted line ends", "id,title,text\n1,\"On,e\",\"First\n\nte\"\"xt\"\n2,Two,\"Second\r\ntext\"\r\n", csvLayout(',', '"')},
		{"stray marks", "id,title,text\n1,5\" of rain,\"He said \"no\" twice\"\n2,\"Two,It rained\n3,Three,Third\n", csvLayout(',', '"')},
		{"never closed", "id,title,text\n1,\"One,aaa\n2,\"Two,bbb\n3,Three,\"ccc\n4,x\"\"\"Four\"\"\"y,ddd\n", csvLayout(',', '"')},
		{"two strays", "id,title,text\n1,\"One,aaa\n2,\"Two\",bbb\n3,Three,ccc\n", csvLayout(',', '"')},
		{"ragged", "id;title;text\n1;One\n\n;;;\n2;Two;text; with; marks\n3;Three;x;;\n", csvLayout(';', '"')},
		{"single marks", "id;title;text\n1;'It''s one';'a; b'\n2;Two;don't\n", csvLayout(';', '\'')},
		{"note to itself", "sep=|\nid|title|text\n1|One|aaa\n", csvLayout('|', '"')},
		{"tabs without marks", "id\ttitle\ttext\n1\t\"One\taaa\"\n2\tTwo\tbbb\n", csvLayout('\t', 0)},
		{"lines", `{"title":"One","text":"First\ntext","source":{"name":"Daily"}}` + "\n\n" + `{"text":"Second","authors":[{"name":"Ann Lee"},{"id":3,"name":"Bo Ray"}],"tags":["a","b"]},` + "\n", lines},
		{"a bad line", `{"text":"one"}` + "\n" + `{"text":"tw` + "\n" + `{"text" "three"}` + "\n\x1e" + `{"text":"four"} x` + "\n[]\n" + `{"text":null}`, lines},
		{"array", "[\n {\"title\":\"One\",\"text\":\"a\\\"b\\\\\"},\n {\"x\":[{\"y\":\"]}\"}],\"text\":\"b\"}\n]\n", tree("")},
		{"inside", `{"status":"ok","n":2,"response":{"m":{},"docs":[{"text":"one"},{"text":"two"},[1,2],"three",4]},"z":[1]}`, tree("response.docs")},
		{"named records", `{"11":{"text":"one"},"12":{"text":"two"}}`, tree("*")},
		{"one after the other", `{"text":"one"}{"text":"two"} , [{"text":"three"}] 5`, tree("")},
		{"cut short", `[{"text":"one"},{"text":"two`, tree("")},
		{"list cut short", `[{"text":"one"},`, tree("")},
		{"wrong brackets", `{"a":1]},:[{"text":"one"}}{"text":"two"}`, tree("")},
		{"deep", strings.Repeat(`[`, 200) + strings.Repeat(`{"a":`, 200), tree("a.a")},
	}
}

// outcomes reads a file to its end, passing over the records for which skip is
// true, and returns what came of each, by number.
func outcomes(t testing.TB, r io.Reader, l Layout, limits Limits, skip func(number int) bool) []string {
	t.Helper()
	reader := NewReader(r, l, limits)
	var out []string
	for n := 1; ; n++ {
		if n > 1e6 {
			t.Fatal("no end")
		}
		if skip(n) {
			if err := reader.Skip(); err != nil {
				if err != io.EOF {
					t.Fatal(err)
				}
				return out
			}
			out = append(out, "")
			continue
		}
		rec, err := reader.Next()
		var broken *RecordError
		switch {
		case err == io.EOF:
			return out
		case errors.As(err, &broken):
			out = append(out, fmt.Sprintf("error %s at %d line %d: %s", broken.Key, broken.Offset, broken.Line, broken.Reason))
		case err != nil:
			t.Fatal(err)
		default:
			out = append(out, show(rec))
		}
		if reader.Number() != n {
			t.Fatalf("number %d after %d records", reader.Number(), n)
		}
	}
}

func show(r record.Record) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %q", r.Key, r.Format, r.Text)
	if r.HTML {
		b.WriteString(" html")
	}
	for _, f := range r.Facts {
		fmt.Fprintf(&b, " %s=%q", f.Field, f.Value)
	}
	for _, w := range r.Warnings {
		b.WriteString(" !" + w)
	}
	return b.String()
}

func never(int) bool { return false }

func TestReader(t *testing.T) {
	want := map[string][]string{
		"plain rows":             {`1 csv "First text" title="One"`, `2 csv "Second text" title="Two"`},
		"ids":                    {`1 csv "First" id="a-7" title="One"`},
		"CRLF, no last line end": {`1 csv "First text" title="One"`, `2 csv "Second text" title="Two"`},
		"old Mac":                {`1 csv "First\ntext" title="One"`, `2 csv "Second text" title="Two"`},
		"quoted line ends":       {`1 csv "First\n\nte\"xt" title="On,e"`, `2 csv "Second\r\ntext" title="Two"`},
		"stray marks":            {`1 csv "He said \"no\" twice" title="5\" of rain"`, `2 csv "It rained" title="\"Two"`, `3 csv "Third" title="Three"`},
		"never closed":           {`1 csv "aaa" title="\"One"`, `2 csv "bbb" title="\"Two"`, `3 csv "\"ccc" title="Three"`, `4 csv "ddd" title="x\"\"\"Four\"\"\"y"`},
		"two strays":             {`1 csv "aaa" title="\"One"`, `2 csv "bbb" title="Two"`, `3 csv "ccc" title="Three"`},
		"ragged":                 {`error 1 at 14 line 2: no text: column “text” is empty`, `2 csv "text; with; marks" title="Two" !more cells than the 3 columns: the last cell keeps them all`, `3 csv "x" title="Three"`},
		"single marks":           {`1 csv "a; b" title="It's one"`, `2 csv "don't" title="Two"`},
		"note to itself":         {`1 csv "aaa" title="One"`},
		"tabs without marks":     {`1 tsv "aaa\"" title="\"One"`, `2 tsv "bbb" title="Two"`},
		"lines":                  {`1 jsonl "First\ntext" title="One" outlet="Daily"`, `2 jsonl "Second" byline="Ann Lee" byline="Bo Ray" section="a; b"`},
		"a bad line": {`1 jsonl "one"`, `error 2 at 23 line 2: text in quotation marks that is not closed`, `error 3 at 35 line 3: no colon after “text”`,
			`4 jsonl "four" !something stands after the end of this record and was left out`, `error 5 at 63 line 5: no text: field “text” is empty`, `error 6 at 66 line 6: no text: field “text” is empty`},
		"array":               {`1 json "a\"b\\" title="One"`, `2 json "b"`},
		"inside":              {`1 json "one"`, `2 json "two"`, `error 3 at 78 line 1: no text: field “text” is empty`, `error 4 at 84 line 1: no text: field “text” is empty`, `error 5 at 92 line 1: no text: field “text” is empty`},
		"named records":       {`1 json "one"`, `2 json "two"`},
		"one after the other": {`1 json "one"`, `2 json "two"`, `3 json "three"`, `error 4 at 50 line 1: no text: field “text” is empty`},
		"cut short":           {`1 json "one"`, `error 2 at 16 line 1: the file ends in the middle of this record`},
		"wrong brackets":      {`error 1 at 6 line 1: “]” where a name in quotation marks should stand`, `error 2 at 9 line 1: no text: field “text” is empty`, `3 json "one"`, `4 json "two"`},
		"deep":                {`error 1 at 1200 line 1: the file ends before its list does: records may be missing`},
		"list cut short":      {`1 json "one"`, `error 2 at 16 line 1: the file ends before its list does: records may be missing`},
	}
	for _, e := range examples() {
		got := outcomes(t, strings.NewReader(e.data), e.layout, Limits{}, never)
		if w := want[e.name]; strings.Join(got, "\n") != strings.Join(w, "\n") {
			t.Errorf("%s:\n got %s\nwant %s", e.name, strings.Join(got, "\n     "), strings.Join(w, "\n     "))
		}
	}
}

// TestAnyChunks holds that it does not matter how the stream is cut.
func TestAnyChunks(t *testing.T) {
	for _, e := range examples() {
		for _, limit := range []int{0, 20} {
			want := outcomes(t, strings.NewReader(e.data), e.layout, Limits{limit}, never)
			for name, r := range map[string]io.Reader{
				"one byte":       iotest.OneByteReader(strings.NewReader(e.data)),
				"half":           iotest.HalfReader(strings.NewReader(e.data)),
				"data and error": iotest.DataErrReader(strings.NewReader(e.data)),
			} {
				if got := outcomes(t, r, e.layout, Limits{limit}, never); strings.Join(got, "\n") != strings.Join(want, "\n") {
					t.Errorf("%s, %s: got %q want %q", e.name, name, got, want)
				}
			}
		}
	}
}

// TestAnySkips holds that a record is the same whatever was skipped before it,
// and that skipping finds the same number of records.
func TestAnySkips(t *testing.T) {
	for _, e := range append(examples(), longExamples()...) {
		want := outcomes(t, strings.NewReader(e.data), e.layout, Limits{}, never)
		for workers := range 4 {
			for me := range workers {
				got := outcomes(t, strings.NewReader(e.data), e.layout, Limits{}, func(n int) bool { return n%workers != me })
				if len(got) != len(want) {
					t.Fatalf("%s: %d records with skips, %d without", e.name, len(got), len(want))
				}
				for i := range got {
					if got[i] != "" && got[i] != want[i] {
						t.Fatalf("%s: record %d: got %q want %q", e.name, i+1, got[i], want[i])
					}
				}
			}
		}
	}
}

// longExamples are larger than the window, in all three kinds.
func longExamples() []example {
	rng := rand.New(rand.NewPCG(3, 4))
	var rows, lines, list bytes.Buffer
	rows.WriteString("id,title,text\n")
	list.WriteString("[")
	for i := range 300 {
		text := strings.Repeat("Rain fell on the \\\"old\\\" town, again. ", rng.IntN(200)+1)
		fmt.Fprintf(&rows, "%d,Title %d,\"%s\n\n\"\n", i, i, strings.ReplaceAll(text, `\"`, `""`))
		fmt.Fprintf(&lines, `{"title":"Title %d","text":"%s","rest":{"a":[1,2,{"b":"}"}]}}`+"\n", i, text)
		fmt.Fprintf(&list, `{"title":"Title %d","text":"%s","rest":{"a":[1,2,{"b":"}"}]}},`+"\n", i, text)
	}
	list.WriteString("{}]")
	return []example{
		{"long rows", rows.String(), csvLayout(',', '"')},
		{"long lines", lines.String(), Layout{Kind: JSONL, Columns: treeColumns}},
		{"long list", list.String(), Layout{Kind: JSON, Columns: treeColumns}},
	}
}

func TestTooLong(t *testing.T) {
	long := strings.Repeat("word ", 1e5)
	for _, e := range []example{
		{"row", "id,title,text\n1,One," + long + "\n2,Two,b\n", csvLayout(',', '"')},
		{"quoted row", "id,title,text\n1,One,\"" + long + "\"\n2,Two,b\n", csvLayout(',', '"')},
		{"line", `{"text":"` + long + `"}` + "\n" + `{"text":"b"}`, Layout{Kind: JSONL, Columns: treeColumns}},
		{"element", `[{"text":"` + long + `"},{"text":"b"}]`, Layout{Kind: JSON, Columns: treeColumns}},
		{"value beside the list", `{"x":"` + long + `","` + long + `":1,"a":["` + long + `",{"text":"b"}]}`, Layout{Kind: JSON, Path: "a", Columns: treeColumns}},
	} {
		got := outcomes(t, strings.NewReader(e.data), e.layout, Limits{1000}, never)
		if len(got) != 2 || !strings.Contains(got[0], "longer than the limit of 1000 bytes") || !strings.Contains(got[1], `"b"`) {
			t.Errorf("%s: %q", e.name, got)
		}
		r := NewReader(strings.NewReader(e.data), e.layout, Limits{1000})
		for range 2 {
			if err := r.Skip(); err != nil {
				t.Error(err)
			}
		}
		if err := r.Skip(); err != io.EOF {
			t.Errorf("%s: %v after the end", e.name, err)
		}
	}
}

// TestReaderError holds that an error of the caller's reader comes back as it is.
func TestReaderError(t *testing.T) {
	stop := errors.New("stopped")
	for _, e := range examples() {
		r := NewReader(io.MultiReader(strings.NewReader(e.data), iotest.ErrReader(stop)), e.layout, Limits{})
		var err error
		for range 1000 {
			if err = r.Skip(); err != nil {
				break
			}
		}
		if err != stop {
			t.Errorf("%s: %v", e.name, err)
		}
	}
}

// repeat gives the same bytes again and again.
type repeat struct {
	text string
	left int
	i    int
}

func (r *repeat) Read(p []byte) (int, error) {
	if r.left == 0 {
		return 0, io.EOF
	}
	n := copy(p[:min(len(p), r.left)], r.text[r.i:])
	r.i = (r.i + n) % len(r.text)
	r.left -= n
	return n, nil
}

// TestMemory holds that a long file takes no more than a short one.
func TestMemory(t *testing.T) {
	for _, e := range []example{
		{"rows", "1,One,\"First\ntext\"\n", csvLayout(',', '"')},
		{"lines", `{"title":"One","text":"First"}` + "\n", Layout{Kind: JSONL, Columns: treeColumns}},
		{"values", `{"title":"One","text":"First"}`, Layout{Kind: JSON, Columns: treeColumns}},
		{"value that is none", `["word",{"x":`, Layout{Kind: JSON, Path: "a", Columns: treeColumns}},
	} {
		w := newWindow(&repeat{text: e.data, left: 8 << 20})
		sc := newScanner(w, e.layout, DefaultMaxRecord)
		n := 0
		for {
			_, err := sc.scan()
			if _, ok := err.(*damage); err != nil && !ok {
				break
			}
			n++
		}
		if len(w.buf) > 4*readSize {
			t.Errorf("%s: a window of %d bytes after %d records", e.name, len(w.buf), n)
		}
	}
}

// TestLinear reads files made to be searched again and again: with time that
// grows with the square these would take minutes.
func TestLinear(t *testing.T) {
	const n = 1 << 20
	for _, e := range []example{
		{"marks that never close", strings.Repeat("1,2,\"a\n", n/7), csvLayout(',', '"')},
		{"marks that close at the end", strings.Repeat("1,2,\"a\n", n/7) + "\"", csvLayout(',', '"')},
		{"runs of marks", strings.Repeat("1,\"\"\"\"\"\"\"a\n", n/11), csvLayout(',', '"')},
		{"only marks", strings.Repeat("\"", n), csvLayout(',', '"')},
		{"brackets", strings.Repeat("[", n), Layout{Kind: JSON, Columns: treeColumns}},
		{"objects", strings.Repeat(`{"text":`, n/8), Layout{Kind: JSONL, Columns: treeColumns}},
		{"backslashes", `{"text":"` + strings.Repeat(`\`, n) + `"}`, Layout{Kind: JSONL, Columns: treeColumns}},
		{"authors", `{"text":"a","authors":{"name":"` + strings.Repeat(`a and `, n/6) + `"}}`, Layout{Kind: JSONL, Columns: treeColumns}},
	} {
		start := time.Now()
		outcomes(t, strings.NewReader(e.data), e.layout, Limits{}, never)
		Guess([]byte(e.data), "x.csv")
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s: %v", e.name, took)
		}
	}
}
