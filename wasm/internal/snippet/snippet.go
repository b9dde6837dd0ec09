package snippet

import "clippings/wasm/protocol"

// Options bound the excerpts of a document.
type Options struct {
	MaxBytes int // of all excerpts together; 0 means 240
	Most     int // excerpts; 0 means 3, and there are never more than 8
}

const (
	usualBytes = 240 // two or three lines of a hit
	usualMost  = 3
	maxMost    = 8 // each number is tried, from one up
)

// Snippet is an excerpt of a document. Offsets are into the document's text.
type Snippet struct {
	protocol.Span
	Matches []protocol.Span // places to mark, within Span, rising, not overlapping
}

// Document is what snippets are made of: a document's text and paragraphs.
type Document struct {
	Text       string
	Paragraphs []protocol.Paragraph
}

// Maker makes snippets and keeps its working memory between them; what it returns
// is the caller's. The zero value is ready. Not safe for concurrent use.
type Maker struct {
	s           scanner
	counts      [64]int
	cores, best []core
}

// Make cuts the excerpts of a document that show best what m looks for, by rising
// start, with text between any two. Where nothing matches outside the headline it
// is the beginning of the text; where there is no running text, it is the
// headline; where there is no text, none.
func (k *Maker) Make(doc Document, m Matcher, opts Options) []Snippet {
	if opts.MaxBytes <= 0 {
		opts.MaxBytes = usualBytes
	}
	if opts.Most <= 0 {
		opts.Most = usualMost
	}
	opts.Most = min(opts.Most, maxMost)
	room := uint32(min(opts.MaxBytes, len(doc.Text)))
	k.s.scan(doc, m, room)
	cores := k.join(doc.Text, k.choose(room, opts.Most), room)
	if len(cores) == 0 {
		cores = k.beginning(doc.Paragraphs)
	}
	var out []Snippet
	for _, s := range k.layOut(doc.Text, cores, room) {
		if s.Len() > 0 {
			out = append(out, Snippet{s, k.marks(s)})
		}
	}
	return out
}

// beginning is where an excerpt starts that need not show anything.
func (k *Maker) beginning(paragraphs []protocol.Paragraph) []core {
	for i, b := range k.s.blocks {
		if !b.aside && Trim(k.s.text, b.Span).Len() > 0 {
			return []core{{protocol.Span{Start: b.Start, End: b.Start}, int32(i)}}
		}
	}
	for _, p := range paragraphs {
		if _, indexed := k.s.m.Field(p.Role); indexed && p.Role.IsArticle() && Trim(k.s.text, p.Span).Len() > 0 {
			k.s.blocks = append(k.s.blocks, block{Span: p.Span})
			return []core{{protocol.Span{Start: p.Start, End: p.Start}, int32(len(k.s.blocks) - 1)}}
		}
	}
	return nil
}

// Highlights is all places of the document to mark, rising, not overlapping.
func (k *Maker) Highlights(doc Document, m Matcher) []protocol.Span {
	k.s.scan(doc, m, 0)
	return k.marks(protocol.Span{End: uint32(len(doc.Text))})
}

// marks is the matches within a span, overlapping ones as one. Of a match that is
// too long for the span, its beginning is marked if nothing else is.
func (k *Maker) marks(in protocol.Span) []protocol.Span {
	var out []protocol.Span
	var cut protocol.Span
	for _, m := range k.s.matches {
		switch n := len(out); {
		case m.Start < in.Start:
		case m.Start >= in.End:
		case m.End > in.End:
			if cut.End == 0 {
				cut = protocol.Span{Start: m.Start, End: in.End}
			}
		case n > 0 && m.Start < out[n-1].End:
			out[n-1].End = max(out[n-1].End, m.End)
		default:
			out = append(out, m.Span)
		}
	}
	if out == nil && cut.End > 0 {
		out = append(out, cut)
	}
	return out
}

func compareSpans(a, b protocol.Span) int { return int(a.Start) - int(b.Start) }
