package format

import (
	"strings"

	"golang.org/x/net/html/atom"

	"clippings/wasm/internal/extract"
)

// startTag opens an element.
func (r *pageReader) startTag(selfClosing bool) {
	name, more := r.z.TagName()
	tag := atom.Lookup(name)
	kind := elementKinds[tag]
	el := element{tag: tag, kind: kind}
	if tag == 0 {
		el.name = string(name[:min(len(name), 40)])
	}
	a := r.attributes(tag, more)
	if tag == atom.Meta || tag == atom.Link || tag == atom.Time || a.itemprop != "" && a.content != "" {
		r.meta.element(tag, &a)
	}
	switch {
	case tag == atom.Br:
		r.lineBreak()
		return
	case tag == atom.Hr:
		r.flush()
		return
	case tag == atom.Body:
		r.closeTag(atom.Head)
	case kind == void || selfClosing && kind == inline:
		return
	}
	r.closeImplied(tag)
	if len(r.stack) >= maxOpen {
		r.extra++
		if kind == block {
			r.flush()
		}
		return
	}
	r.push(el, &a)
}

// push puts the element on the stack with all it inherits.
func (r *pageReader) push(el element, a *attributes) {
	top := r.top()
	el.hints = top.hints | elementHints[el.tag]
	own := extract.Hint(0)
	if el.tag != atom.Body && el.tag != atom.Html {
		own = a.hints | hintsOfRole(a)
	}
	if el.tag == atom.Article || el.tag == atom.Main {
		own &^= negative
	}
	el.hints |= own
	if el.kind == inline {
		el.near = top.near | own
	}
	el.node, el.link = top.node, top.link || el.tag == atom.A && a.link
	el.drop = top.drop || el.kind == dropped || a.hidden && el.tag != atom.Body && el.tag != atom.Html
	if el.kind == block {
		r.flush()
		el.node = int32(len(r.nodes))
		r.nodes = append(r.nodes, extract.Node{Parent: top.node, Hints: own | elementHints[el.tag]})
	}
	if el.tag == atom.Script {
		r.meta.inJSON = strings.Contains(a.typ, "ld+json")
	}
	r.stack = append(r.stack, el)
}

// endTag ends the nearest open element of that name and what it left open.
func (r *pageReader) endTag(tag atom.Atom, name []byte) {
	if tag == atom.Br {
		r.lineBreak()
		return
	}
	if r.extra > 0 && elementKinds[tag] != void {
		r.extra--
		if elementKinds[tag] == block {
			r.flush()
		}
		return
	}
	for i := len(r.stack) - 1; i > 0; i-- {
		el := &r.stack[i]
		if el.tag == tag && (tag != 0 || el.name == string(name)) {
			r.popTo(i)
			return
		}
		if (el.tag == atom.Td || el.tag == atom.Th) && tag != atom.Table && tag != atom.Tr && tag != atom.Tbody {
			return // a stray end tag does not leave its cell
		}
		if el.kind == block && elementKinds[tag] == inline {
			return // nor an inline one its block
		}
	}
}

// popTo ends the elements from i on.
func (r *pageReader) popTo(i int) {
	for _, el := range r.stack[i:] {
		if el.kind == block {
			r.flush()
			break
		}
	}
	r.stack = r.stack[:i]
}

// closeTag ends the nearest open element with the tag, if there is one.
func (r *pageReader) closeTag(tag atom.Atom) {
	for i := len(r.stack) - 1; i > 0; i-- {
		if r.stack[i].tag == tag {
			r.popTo(i)
			return
		}
	}
}

// closeImplied ends the elements whose end tag may be left out before tag.
func (r *pageReader) closeImplied(tag atom.Atom) {
	for i := len(r.stack) - 1; i > 0; i-- {
		el := &r.stack[i]
		if ends(tag, el.tag) {
			r.popTo(i)
			return
		}
		if el.kind == block && el.tag != atom.P && !(isRowPart(tag) && isRowPart(el.tag)) || el.kind == dropped && el.tag != atom.Head {
			return
		}
	}
}

func isRowPart(t atom.Atom) bool {
	return t == atom.Td || t == atom.Th || t == atom.Tr || t == atom.Tbody || t == atom.Thead || t == atom.Tfoot
}

// ends reports whether the start of tag ends an open element.
func ends(tag, open atom.Atom) bool {
	switch open {
	case atom.P:
		return elementKinds[tag] == block
	case atom.Li:
		return tag == atom.Li
	case atom.Dt, atom.Dd:
		return tag == atom.Dt || tag == atom.Dd
	case atom.Td, atom.Th:
		return tag == atom.Td || tag == atom.Th || tag == atom.Tr || tag == atom.Tbody
	case atom.Tr:
		return tag == atom.Tr || tag == atom.Tbody || tag == atom.Tfoot
	case atom.Option:
		return tag == atom.Option
	case atom.Head:
		return elementKinds[tag] == block
	}
	return false
}
