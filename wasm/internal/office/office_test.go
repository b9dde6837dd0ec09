package office

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"clippings/wasm/internal/record"
)

// A memory is an archive of parts: names and texts in turn.
type memory []string

func (m memory) Names() []string {
	var names []string
	for i := 0; i < len(m); i += 2 {
		names = append(names, m[i])
	}
	return names
}

func (m memory) Read(name string) ([]byte, error) {
	for i := 0; i < len(m); i += 2 {
		if m[i] == name {
			return []byte(m[i+1]), nil
		}
	}
	return nil, fmt.Errorf("no part %s", name)
}

type emitFunc = func(record.Record) error

type readFunc func(Archive, func() error, emitFunc) error

// readAll returns the records of an archive.
func readAll(read readFunc, a Archive) ([]record.Record, error) {
	var out []record.Record
	err := read(a, never, func(r record.Record) error {
		out = append(out, r)
		return nil
	})
	return out, err
}

// readOne reads an archive that must give one record.
func readOne(t testing.TB, read readFunc, a Archive) record.Record {
	t.Helper()
	out, err := readAll(read, a)
	if err != nil || len(out) != 1 {
		t.Fatalf("%d records, %v", len(out), err)
	}
	return out[0]
}

// checkRecord holds what is true of all records, of whatever input of n bytes.
func checkRecord(t *testing.T, r record.Record, n int) {
	t.Helper()
	if !utf8.ValidString(r.Text) {
		t.Errorf("text is not UTF-8: %q", r.Text)
	}
	if len(r.Text) > 1<<16+400*n {
		t.Errorf("%d bytes became %d", n, len(r.Text))
	}
	for _, f := range r.Facts {
		if f.Value == "" || len(f.Value) > maxFact || !utf8.ValidString(f.Value) || f.Rule == "" {
			t.Errorf("fact %+v", f)
		}
	}
}

func TestKind(t *testing.T) {
	for _, c := range []struct{ names, mimetype, want string }{
		{"mimetype content.xml META-INF/manifest.xml", "application/vnd.oasis.opendocument.text", "odt"},
		{"mimetype content.xml META-INF/manifest.xml", "application/vnd.oasis.opendocument.text-template\n", "odt"},
		{"mimetype content.xml META-INF/manifest.xml", "application/vnd.oasis.opendocument.spreadsheet", "ods"},
		{"content.xml META-INF/manifest.xml", "", "odt"},
		{"mimetype META-INF/container.xml", "application/epub+zip", "epub"},
		{"META-INF/container.xml", "", "epub"},
		{"[Content_Types].xml _rels/.rels word/document.xml", "", "docx"},
		{"[Content_Types].xml _rels/.rels word/document2.xml", "", "docx"},
		{"[Content_Types].xml xl/workbook.xml", "", "xlsx"},
		{"[Content_Types].xml ppt/presentation.xml", "", "pptx"},
		{"a.txt word/notes.txt", "", ""},
		{"", "", ""},
	} {
		if got := Kind(strings.Fields(c.names), c.mimetype); got != c.want {
			t.Errorf("%s with %q: got %q, want %q", c.names, c.mimetype, got, c.want)
		}
	}
}

func TestMadeUpFacts(t *testing.T) {
	for _, title := range []string{"", "Document1", "Microsoft Word - ferry.doc", "ferry.docx", "Untitled", "Dokument 2", "Title"} {
		var r record.Record
		if addTitle(&r, title, "docx title"); len(r.Facts) > 0 {
			t.Errorf("%q passed as a title", title)
		}
	}
	for _, title := range []string{"Ferry returns", "Documents show ferry was unsafe", "Title fight ends in a draw"} {
		var r record.Record
		if addTitle(&r, title, "docx title"); len(r.Facts) != 1 {
			t.Errorf("%q did not pass as a title", title)
		}
	}
}

func TestDateOf(t *testing.T) {
	for in, want := range map[string]string{
		"2025-06-02T08:30:00Z": "2025-06-02T08:30", "2025-06-02": "2025-06-02", "2025-06": "2025-06", "2025": "2025", " 2025-06-02T08:30:00.123+02:00 ": "2025-06-02T08:30",
		"2025-06-02 08:30": "2025-06-02", "Wed Jun 13 2007": "", "": "", "20250602": "",
	} {
		if got := dateOf(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// TestCancel holds that the error of yield comes back as it is.
func TestCancel(t *testing.T) {
	stop := errors.New("stop")
	long := strings.Repeat("<w:p><w:r><w:t>x</w:t></w:r></w:p>", yieldPieces)
	for name, c := range map[string]struct {
		read readFunc
		a    Archive
	}{
		"docx": {ReadDocx, memory{"word/document.xml", long}},
		"odt":  {ReadODT, memory{"content.xml", long}},
		"epub": {ReadEPUB, memory{"a.opf", `<item id="a" href="a"/><itemref idref="a"/>`, "a", long}},
	} {
		if err := c.read(c.a, func() error { return stop }, nil); err != stop {
			t.Errorf("%s: got %v", name, err)
		}
	}
}
