package newswire

import (
	"strings"

	"clippings/wasm/internal/markup"
)

// An element of an article. Its place is given by bytes of the text: the start
// tag is [start, inner), the content [inner, end).
type element struct {
	name              string
	start, inner, end int
	parent            int32 // in the list; -1 for the article itself
}

// maxElements bounds the list of one article. A paper in JATS has some ten
// thousand; of an article with more the first ones are listed, and their content
// is whole.
const maxElements = 1 << 17

// maxBack is how far up an end tag looks for what it closes. Elements left open
// in the wild are one or two.
const maxBack = 32

// begin starts the list with the article's own element.
func (r *reader) begin(s *markup.Scanner) {
	r.list, r.open, r.spent = r.list[:0], r.open[:0], 0
	r.push(s)
}

// add takes note of the piece s stands on.
func (r *reader) add(k markup.Kind, s *markup.Scanner) {
	switch k {
	case markup.Start:
		if len(r.list) < maxElements {
			r.push(s)
		}
	case markup.End:
		r.closeElement(s.Local(), s.Offset())
	}
}

func (r *reader) push(s *markup.Scanner) {
	e := element{name: nameOf(s), start: s.Offset(), inner: s.EndOffset(), end: -1, parent: -1}
	if n := len(r.open); n > 0 {
		e.parent = r.open[n-1]
	}
	r.open = append(r.open, int32(len(r.list)))
	r.list = append(r.list, e)
}

// nameOf is an element's name. Exports of databases write
// <field name="headline">: there the attribute is the name.
func nameOf(s *markup.Scanner) string {
	name := s.Local()
	switch name {
	case "field", "column", "str", "arr", "date", "data", "property", "col":
		if attr := s.Attr("name"); attr != "" && len(attr) <= maxName {
			return strings.ToLower(attr)
		}
	}
	return name
}

const maxName = 64 // bytes, of the name of a column

// closeElement ends the innermost open element of the name, and those inside.
func (r *reader) closeElement(local string, at int) {
	for i := len(r.open) - 1; i >= max(0, len(r.open)-maxBack); i-- {
		e := r.list[r.open[i]]
		if e.name != local && !r.isWritten(e, local) {
			continue
		}
		for _, j := range r.open[i:] {
			r.list[j].end = at
		}
		r.open = r.open[:i]
		return
	}
}

// isWritten reports whether the start tag of an element that goes by its
// attribute says local.
func (r *reader) isWritten(e element, local string) bool {
	tag := r.text[e.start:e.inner]
	if len(tag) > len(local) && strings.EqualFold(tag[1:1+len(local)], local) {
		return true
	}
	i := strings.IndexByte(tag[:min(len(tag), maxName)], ':')
	return i > 0 && len(tag) > i+len(local) && strings.EqualFold(tag[i+1:i+1+len(local)], local)
}

// closeAll ends what is still open at the end of the article.
func (r *reader) closeAll(end int) {
	for i := range r.list {
		if e := &r.list[i]; e.end < 0 {
			e.end = max(end, e.inner)
		}
	}
}

// content is the raw markup inside an element.
func (r *reader) content(e *element) string { return r.text[e.inner:e.end] }

// attr is an attribute of an element.
func (r *reader) attr(e *element, name string) string {
	s := markup.New(r.text[e.start:e.inner])
	s.Next()
	return markup.Line(s.Attr(name))
}
