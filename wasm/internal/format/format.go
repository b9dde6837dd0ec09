// Package format turns the bytes of a file into documents. It tells what a file
// is by its content first and its name second, decodes its text, takes
// containers apart within limits, and hands every document to package extract.
//
//	File -> sniff (sniff.go) -> zip members (zip.go), each again from the start
//	     -> decode (decode.go) -> plain text, Markdown (markdown.go) or
//	        HTML (html.go, htmltag.go, htmlline.go, meta.go, jsonld.go)
//	     -> extract.Extract -> Entry
//
// Whatever is dropped becomes an Entry: a document, or a reason why not. No
// input is an error, none panics, and none makes the reader allocate more than
// Limits allow.
package format

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"clippings/wasm/internal/extract"
	"clippings/wasm/protocol"
)

// File is a source to read: random access, so that a file of 500 MB is never
// held whole. ReadAt must be safe to call from one goroutine at a time.
type File interface {
	io.ReaderAt
	Size() int64
}

// Limits bound what one source may cost. The zero value of a field means its
// value in DefaultLimits.
type Limits struct {
	MaxFile     int64 // bytes of a document, which is held whole
	MaxExpanded int64 // bytes unpacked from one dropped archive, nested ones included
	MaxRatio    int64 // bytes unpacked for one byte of the dropped archive
	MaxDepth    int64 // archives in archives; 1 is an archive of documents
	MaxRecords  int64 // members read from one dropped archive, nested ones included
}

// DefaultLimits are generous to collections of articles and small against the
// memory of a browser's worker.
var DefaultLimits = Limits{
	MaxFile:     32 << 20, // the longest articles are under 1 MB; a page saved with its pictures inside reaches 20
	MaxExpanded: 4 << 30,  // 200,000 pages of 20 kB
	MaxRatio:    200,      // text packs 3 to 10 times, near-equal pages up to 100; a bomb over 1,000
	MaxDepth:    4,        // an export of exports is 2
	MaxRecords:  1 << 20,
}

// ratioSlack is unpacked before MaxRatio counts: one small file may well be a
// million spaces.
const ratioSlack = 16 << 20

// Reader reads sources. The zero value is ready but for Yield.
type Reader struct {
	Limits Limits
	Yield  func() error // called every few milliseconds of work; its error ends Read
}

// Entry is one line of the ledger: a document, or what was left out and why.
type Entry struct {
	Document *protocol.Document // nil when skipped
	Source   string             // path of the file as given
	Record   string             // path inside the archive, "" for the file itself
	Bytes    int64              // of the file or member; unpacked, as far as it was
	Format   string             // "text", "markdown", "html", "zip", or what it seems to be
	Encoding string             // as Document.Encoding; "" when skipped
	Skip     protocol.SkipReason
	Detail   string // what in particular, for a person: "PDF is not read yet"; may be ""
}

// Read calls emit for each document or skipped record of f, in the order they
// stand. It returns an error only if Yield or emit did, and that one.
func (r *Reader) Read(name string, f File, emit func(Entry) error) error {
	w := &walk{limits: r.Limits.orDefault(), yield: r.Yield, emit: emit, source: name}
	if w.yield == nil {
		w.yield = func() error { return nil }
	}
	return w.file(name, f)
}

func (l Limits) orDefault() Limits {
	d := DefaultLimits
	for _, p := range [...]struct{ to, from *int64 }{
		{&d.MaxFile, &l.MaxFile}, {&d.MaxExpanded, &l.MaxExpanded}, {&d.MaxRatio, &l.MaxRatio}, {&d.MaxDepth, &l.MaxDepth}, {&d.MaxRecords, &l.MaxRecords},
	} {
		if *p.from > 0 {
			*p.to = *p.from
		}
	}
	return d
}

// A walk is one call of Read.
type walk struct {
	limits Limits
	yield  func() error
	emit   func(Entry) error
	source string
	budget *budget // of the dropped archive; nil outside archives
}

// file reads the dropped file itself.
func (w *walk) file(name string, f File) error {
	size := f.Size()
	e := Entry{Source: name, Bytes: size}
	if isSystemName(name) {
		return w.skip(e, protocol.SkipSystem, "")
	}
	if size <= 0 {
		return w.skip(e, protocol.SkipEmpty, "")
	}
	head := make([]byte, min(size, sniffLen))
	if n, err := f.ReadAt(head, 0); err != nil && (err != io.EOF || n < len(head)) {
		return w.skip(e, protocol.SkipUnreadable, err.Error())
	}
	guess := sniff(name, head)
	e.Format = guess.format
	switch {
	case guess.format == formatZip:
		return w.zip(e, f, 1)
	case guess.skip != protocol.SkipNone:
		return w.skip(e, guess.skip, guess.detail)
	case size > w.limits.MaxFile:
		return w.skip(e, protocol.SkipTooLarge, fmt.Sprintf("%d MB, at most %d MB", size>>20, w.limits.MaxFile>>20))
	}
	data, err := w.readAll(f, size)
	if err != nil {
		return w.orSkip(e, err)
	}
	return w.document(e, guess, data)
}

// readAll reads a file whole, in slices between which it yields.
func (w *walk) readAll(f File, size int64) ([]byte, error) {
	data := make([]byte, size)
	for at := int64(0); at < size; {
		if err := w.yield(); err != nil {
			return nil, stopError{err}
		}
		n, err := f.ReadAt(data[at:min(size, at+1<<20)], at)
		at += int64(n)
		if err != nil && !(err == io.EOF && at == size) {
			return nil, err
		}
		if n == 0 {
			return nil, io.ErrUnexpectedEOF
		}
	}
	return data, nil
}

// A stopError carries an error of Yield or emit out of a place whose other
// errors are the file's fault.
type stopError struct{ error }

// orSkip ends the walk for a stopError and skips the record for any other.
func (w *walk) orSkip(e Entry, err error) error {
	if stop, ok := err.(stopError); ok {
		return stop.error
	}
	return w.skip(e, protocol.SkipUnreadable, err.Error())
}

func (w *walk) skip(e Entry, reason protocol.SkipReason, detail string) error {
	e.Skip, e.Detail = reason, detail
	return w.emit(e)
}

// document decodes data and extracts the article.
func (w *walk) document(e Entry, guess guess, data []byte) error {
	if err := w.yield(); err != nil {
		return err
	}
	dec := decode(data, guess.format == formatHTML)
	if dec.binary {
		return w.skip(e, protocol.SkipBinary, "")
	}
	if isBlank(dec.text) {
		return w.skip(e, protocol.SkipBlank, "")
	}
	d := &protocol.Document{Name: e.Source, Source: e.Source, Record: e.Record, Format: guess.format, Encoding: dec.encoding, Warnings: dec.warnings}
	if e.Record != "" {
		d.Name += "#" + e.Record
	}
	var in extract.Input
	d.Text = dec.text
	switch guess.format {
	case formatHTML:
		page, err := parseHTML(dec.text, w.yield)
		if err != nil {
			return err
		}
		if d.Text = page.text; isBlank(d.Text) {
			return w.skip(e, protocol.SkipNoText, "")
		}
		in = page.input
	case formatMarkdown:
		in = parseMarkdown(d.Text)
	}
	in.Yield = w.yield
	if err := extract.Extract(d, in); err != nil {
		return err
	}
	e.Document, e.Encoding = d, d.Encoding
	return w.emit(e)
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
