package format

import (
	"strings"
	"unicode/utf8"

	"clippings/wasm/internal/charset"
	"clippings/wasm/internal/record"
	"clippings/wasm/protocol"
)

// A piece is one record's text, in which an article is still to be found.
type piece struct {
	Entry
	markup   protocol.Markup
	several  bool // may be an export of several articles
	text     string
	encoding string
	facts    []protocol.Fact
	warnings []string
}

// text reads plain text, Markdown or a page.
func (w *walk) text(c opened) error {
	p, err := w.decoded(c, charset.Hint{HTML: c.Format == formatHTML})
	if err != nil {
		return err
	}
	switch c.Format {
	case formatHTML:
		p.markup = protocol.MarkupHTML
	case formatMarkdown:
		p.markup = protocol.MarkupMarkdown
	default:
		p.several = true
	}
	p.facts = withFileDate(p.facts, c.Entry)
	return w.take(p)
}

// decoded reads a record whole and turns it into text.
func (w *walk) decoded(c opened, hint charset.Hint) (piece, error) {
	data, err := w.holdRecord(&c)
	if err != nil {
		return piece{}, err
	}
	hint.Declared = c.declared
	p, err := w.decode(c.Entry, data, hint)
	p.facts, p.warnings = c.known, append(p.warnings, c.warnings...)
	if c.isCut && err == nil {
		p.warnings = append(p.warnings, c.cutOff()+".")
		w.told++
	}
	return p, err
}

// decode turns the bytes of a record into text.
func (w *walk) decode(e Entry, data []byte, hint charset.Hint) (piece, error) {
	if len(data) == 0 {
		return piece{}, skipError{protocol.SkipEmpty, ""}
	}
	hint.Label = w.recipe.Encoding
	dec := charset.Decode(data, hint)
	switch {
	case dec.Binary:
		return piece{}, skipError{protocol.SkipBinary, ""}
	case isBlank(dec.Text):
		return piece{}, skipError{protocol.SkipBlank, ""}
	}
	return piece{Entry: e, text: dec.Text, encoding: dec.Encoding, warnings: dec.Warnings}, nil
}

// An emitter is told of each record that a container holds.
type emitter = func(record.Record) error

// records reads the articles that read takes out of a container. What is known
// of the container holds for each, its warnings are told once.
func (w *walk) records(c opened, encoding string, read func(emitter) error) error {
	found := false
	err := read(func(r record.Record) error {
		r.Facts = append(r.Facts, c.known...)
		if !found {
			r.Warnings = append(r.Warnings, c.warnings...)
		}
		if found || c.Record == "" { // the first record of a member was counted with it
			if w.left--; w.left < 0 {
				return errRecords
			}
		}
		found = true
		return w.record(c.Entry, r, encoding)
	})
	if err == nil && !found {
		return skipError{protocol.SkipNoArticle, "nothing in it reads as an article"}
	}
	return err
}

// record reads an article that a container has handed on. encoding is that of
// the container.
func (w *walk) record(e Entry, r record.Record, encoding string) error {
	several := false
	switch e.Format {
	case formatRTF, formatPDF, "docx", "odt":
		several = true
	}
	if r.Key == "" {
		r.Facts = withFileDate(r.Facts, e)
	} else {
		e.Record = joinKey(e.Record, r.Key)
	}
	if r.Bytes > 0 {
		e.Bytes = r.Bytes
	}
	e.Format = r.Format
	p := piece{Entry: e, text: r.Text, encoding: encoding, facts: r.Facts, warnings: r.Warnings, several: several}
	if isBlank(r.Text) {
		return w.skip(e, protocol.SkipBlank, "")
	}
	if r.HTML {
		p.markup = protocol.MarkupHTML
	}
	return w.fail(e, w.take(p))
}

// isBlank reports text of white space alone; a byte order mark is white here.
func isBlank(text string) bool {
	return strings.Trim(text, " \t\r\n\v\f\u00a0\u0085\u200b\u2028\u2029\u3000\ufeff") == ""
}

// isSystemName reports files that operating systems leave beside others.
func isSystemName(name string) bool {
	for _, part := range strings.Split(name, "/") {
		switch part {
		case "__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini", "ehthumbs.db", ".git", ".svn", ".Spotlight-V100", ".Trashes", "$RECYCLE.BIN":
			return true
		}
		if strings.HasPrefix(part, "._") {
			return true
		}
	}
	base := name[strings.LastIndexByte(name, '/')+1:]
	return len(base) > 1 && base[0] == '.' && utf8.ValidString(base) && base != ".." && !strings.HasPrefix(base, "..")
}

// companionFolders end the names of folders in which browsers keep the pictures
// and frames of a saved page, in the languages that name them.
var companionFolders = []string{"_files", ".files", "-filer", "_ficheiros", "_arquivos", "_archivos", "_fichiers", "-Dateien", "_dateien", "_bestanden", "_file", "_soubory", "_pliki", "_elemei", "_tiedostot"}

// isCompanionName reports files in such a folder.
func isCompanionName(name string) bool {
	for name != "" {
		part, rest, more := strings.Cut(name, "/")
		if !more {
			return false
		}
		for _, suffix := range companionFolders {
			if len(part) > len(suffix) && strings.HasSuffix(part, suffix) {
				return true
			}
		}
		name = rest
	}
	return false
}
