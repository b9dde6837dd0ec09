// Package pdf reads the text of PDF files that have a text layer.
//
//	bytes -> objects -> page -> operators -> glyphs -> spans -> lines -> blocks -> paragraphs
//
// A PDF knows no words, lines or paragraphs: it says which glyph of which font
// stands where. The lower half of the package reads the file (lexer, tables of
// objects, filters, fonts); it is lenient as readers of PDF must be, and finds
// the objects by searching when the tables are damaged. The upper half looks at
// the page as a person does: glyphs on one baseline make lines, gaps that stand
// one below the other part columns, lines that follow each other make blocks,
// and blocks are put in the order they are read. Paragraphs are told by gaps,
// indents, changes of type and by lines that end early.
//
//	Dept. of Text      <- its own paragraph: the type is larger
//	The first col-   and goes on
//	umn ends here    in the next.
//	        7          <- a number of a page, left where it stands
//
// becomes "Dept. of Text", "The first column ends here and goes on in the next.",
// "7".
//
// It is written out here because the libraries there are add 195 kB gzip to the
// engine, panic on damage and know no columns; this adds 137 kB. A page takes
// one or two milliseconds natively. Pictures of text are not read.
//
// Source: ISO 32000-1:2008, https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf
package pdf

import (
	"errors"
	"fmt"
	"io"

	"clippings/wasm/internal/record"
)

// Errors that Read returns, told apart with errors.Is. Each is a sentence for the
// ledger.
var (
	ErrEncrypted = errors.New("pdf: a password is needed to open it")
	ErrNoText    = errors.New("pdf: no text layer")
	ErrDamaged   = errors.New("pdf: damaged beyond reading")
)

// Options bounds the work of Read. Zero values mean the defaults.
type Options struct {
	Yield    func() error // called every few milliseconds; its error ends Read unchanged. Never nil.
	MaxText  int          // bytes of text, 64 MB by default
	MaxPages int          // 20,000 by default

	// Decode turns bytes of a legacy charset ("gb18030", "shift_jis", "big5",
	// "euc-kr", "euc-jp") into text. Without it the few files that use these
	// without saying what their characters mean lose them.
	Decode func(charset string, b []byte) string
}

// Read reads the text of a PDF file of that size as one record: paragraphs with
// blank lines between them. What is damaged is read as far as it goes, with a
// warning. It keeps up to 16 MB of the file and the text itself in memory.
func Read(r io.ReaderAt, size int64, o Options) (record.Record, error) {
	if o.MaxText <= 0 {
		o.MaxText = 64 << 20
	}
	if o.MaxPages <= 0 {
		o.MaxPages = 20_000
	}
	f := open(r, size, o)
	rec := record.Record{Format: "pdf", Bytes: size}
	if !f.findOrigin() {
		return rec, f.failed(fmt.Errorf("%w: it does not begin as a PDF does", ErrDamaged))
	}
	if !f.readXref() && f.err == nil {
		f.rebuild()
	}
	if f.err != nil {
		return rec, f.err
	}
	if err := f.openKey(); err != nil {
		return rec, err
	}
	d := f.readPages()
	if f.err != nil {
		return rec, f.err
	}
	f.facts(&rec)
	rec.Text = d.write(f)
	rec.Warnings = f.warnings
	return rec, d.verdict(rec.Text)
}

func open(r io.ReaderAt, size int64, o Options) *file {
	return &file{
		r: r, size: size, options: o, trailer: dict{},
		entries: map[int32]entry{}, objects: map[int32]object{}, opening: map[int32]bool{},
		packs: map[int32]*pack{}, fonts: map[int32]*font{},
	}
}

// failed is the error that ended the work, if any, else err.
func (f *file) failed(err error) error {
	if f.err != nil {
		return f.err
	}
	return err
}

// pages is what has been read of a file's pages.
type pages struct {
	all     [][]paragraph
	join    joiner
	count   int
	blocks  int
	images  int
	unknown int // glyphs without a meaning
	known   int
	size    int // bytes of text
}

const tooLong = "The text is longer than is read; its end was left out."

// readPages reads one page after the other until a limit is met.
func (f *file) readPages() *pages {
	d := &pages{join: joiner{compounds: map[string]bool{}}}
	f.pages(func(p page) bool {
		if !f.yield() {
			return false
		}
		w := f.paint(p)
		d.count++
		d.images += w.images
		d.unknown += w.unknown
		d.known += len(w.glyphs)
		blocks := layout(w.glyphs)
		for i := range blocks {
			for j := range blocks[i].lines {
				d.join.learn(blocks[i].lines[j].text)
			}
		}
		var all []paragraph
		for i := range blocks {
			for _, q := range blocks[i].split(&d.join) {
				q.block = d.blocks + i
				d.size += len(q.text) + 2
				all = append(all, q)
			}
		}
		d.blocks += len(blocks)
		d.all = append(d.all, all)
		if d.count >= f.options.MaxPages {
			f.warn(fmt.Sprintf("Only the first %d pages were read.", d.count))
			return false
		}
		if d.size > f.options.MaxText {
			f.warn(tooLong)
			return false
		}
		return true
	})
	return d
}

// write joins the pages.
func (d *pages) write(f *file) string {
	fix(d.all)
	var all []paragraph
	for _, p := range d.all {
		all = append(all, p...)
	}
	text, cut := flow(all, &d.join, f.options.MaxText)
	if cut {
		f.warn(tooLong)
	}
	if d.unknown > 0 && d.known > 0 && d.unknown > d.known/50 {
		f.warn(fmt.Sprintf("%d of %d characters are in fonts that do not say what they mean and were left out.", d.unknown, d.unknown+d.known))
	}
	return text
}

// verdict is the error for a file without text.
func (d *pages) verdict(text string) error {
	switch {
	case text != "":
		return nil
	case d.count == 0:
		return fmt.Errorf("%w: no page was found", ErrDamaged)
	case d.unknown > 0:
		return fmt.Errorf("%w: its fonts do not say what their characters mean", ErrNoText)
	case d.images > 0:
		return fmt.Errorf("%w: its pages are pictures", ErrNoText)
	}
	return fmt.Errorf("%w: its pages are empty", ErrNoText)
}
