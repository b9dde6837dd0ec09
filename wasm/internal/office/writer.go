package office

import (
	"clippings/wasm/internal/record"
)

// flowKind says where the text of a flow goes.
type flowKind uint8

const (
	flowBody    flowKind = iota
	flowBox              // a text box, after the paragraph it hangs on
	flowNote             // a footnote or endnote
	flowComment          // what a reviewer wrote in the margin
	flowMargin           // head or foot of every page
	flowDrop             // text that is not shown
)

// A flow is text that runs on by itself: the body, a note, a box.
type flow struct {
	kind  flowKind
	page  page
	in    inline
	after []byte // text boxes that hang on the open paragraph
}

// A writer puts the flows of one document together.
type writer struct {
	flows    []*flow // the body and what is open inside it
	deep     int     // opened and not kept, for there were maxFlows
	notes    page
	comments page
	margins  page
	seen     map[string]bool // paragraphs of the margins: first, even and odd pages repeat them
}

// maxFlows bounds text boxes in notes in text boxes: each is copied into the
// one around it.
const maxFlows = 16

func newWriter() *writer {
	return &writer{flows: []*flow{{}}, seen: map[string]bool{}}
}

func (w *writer) flow() *flow { return w.flows[len(w.flows)-1] }

func (w *writer) inline() *inline { return &w.flow().in }

func (w *writer) page() *page { return &w.flow().page }

// begin starts a flow inside the current one.
func (w *writer) begin(kind flowKind) {
	if len(w.flows) >= maxFlows {
		w.deep++
		return
	}
	w.flows = append(w.flows, &flow{kind: kind})
}

// finish ends the current flow, its open paragraph with it.
func (w *writer) finish() {
	if w.deep > 0 {
		w.deep--
		return
	}
	if len(w.flows) < 2 {
		return
	}
	f := w.flow()
	w.paragraph("p")
	w.flows = w.flows[:len(w.flows)-1]
	html := f.page.html()
	switch f.kind {
	case flowBox:
		w.flow().after = append(w.flow().after, html...)
	case flowNote:
		w.notes.note(html)
	case flowComment:
		w.comments.note(html)
	case flowMargin:
		w.margins.out = append(w.margins.out, html...)
	}
}

// note adds the blocks of a note.
func (p *page) note(html []byte) {
	if len(html) == 0 {
		return
	}
	p.out = append(p.out, "<li>\n"...)
	p.out = append(p.out, html...)
	p.out = append(p.out, "</li>\n"...)
}

// paragraph ends the open paragraph, as a block with the tag, and reports
// whether it held text. A blank one leaves nothing.
func (w *writer) paragraph(tag string) bool {
	f := w.flow()
	text := f.in.text
	if f.kind == flowMargin && text {
		text = !w.seen[string(f.in.out)]
		w.seen[string(f.in.out)] = true
	}
	if text {
		if f.in.link {
			f.in.out = append(f.in.out, "</a>"...)
		}
		f.page.block(tag, f.in.out)
	}
	f.in.reset()
	if len(f.after) > 0 {
		f.page.endList("")
		f.page.out = append(f.page.out, f.after...)
		f.after = f.after[:0]
	}
	return text
}

// line writes a paragraph of its own.
func (w *writer) line(text string) {
	w.inline().add(clean(text))
	w.paragraph("p")
}

// text ends all flows and returns the page.
func (w *writer) text() string {
	for len(w.flows) > 1 {
		w.deep = 0
		w.finish()
	}
	w.paragraph("p")
	out := w.page().html()
	for _, part := range [...]struct {
		start, end string
		page       *page
	}{
		{"<ol>\n", "</ol>\n", &w.notes},
		{"<aside class=\"comments\">\n<ul>\n", "</ul>\n</aside>\n", &w.comments},
		{"<footer>\n", "</footer>\n", &w.margins},
	} {
		if html := part.page.html(); len(html) > 0 {
			out = append(out, part.start...)
			out = append(out, html...)
			out = append(out, part.end...)
		}
	}
	return string(out)
}

// record is the document as a record without facts.
func (w *writer) record(format string, size int) record.Record {
	return record.Record{Format: format, HTML: true, Text: w.text(), Bytes: int64(size)}
}
