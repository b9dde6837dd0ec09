package office

import "slices"

// A page is HTML while it is written, one block a line. It keeps the open
// elements, opens the parts of a table that a paragraph needs and ends a list
// at the first paragraph that is not of it.
type page struct {
	out  []byte
	open []string // elements, outermost first
	deep int      // opened and not written, for there were maxOpen
}

// maxOpen bounds nesting; deeper elements are left out, their text stays.
const maxOpen = 64

func (p *page) top() string {
	if len(p.open) == 0 {
		return ""
	}
	return p.open[len(p.open)-1]
}

// start opens a block element.
func (p *page) start(tag string) {
	p.endList(tag)
	if len(p.open) >= maxOpen {
		p.deep++
		return
	}
	p.open = append(p.open, tag)
	p.tag("<", tag)
}

// end closes the innermost element of that name and what it left open.
func (p *page) end(tag string) {
	if p.deep > 0 {
		p.deep--
		return
	}
	for i := len(p.open) - 1; i >= 0; i-- {
		if p.open[i] == tag {
			p.closeTo(i)
			return
		}
	}
}

// has reports whether the element is open.
func (p *page) has(tag string) bool { return slices.Contains(p.open, tag) }

// closeTo closes all but the first n open elements.
func (p *page) closeTo(n int) {
	for i := len(p.open) - 1; i >= n; i-- {
		p.tag("</", p.open[i])
	}
	p.open, p.deep = p.open[:n], 0
}

func (p *page) tag(open, name string) {
	p.out = append(p.out, open...)
	p.out = append(p.out, name...)
	p.out = append(p.out, ">\n"...)
}

// endList closes the list that is open, unless tag is an entry of it.
func (p *page) endList(tag string) {
	if top := p.top(); tag != "li" && (top == "ul" || top == "ol") {
		p.closeTo(len(p.open) - 1)
	}
}

// block writes a paragraph. An entry of a list opens the list.
func (p *page) block(tag string, html []byte) {
	p.endList(tag)
	if tag == "li" && p.top() != "ul" && p.top() != "ol" {
		p.start("ul")
	}
	if len(html) == 0 {
		return
	}
	p.out = append(p.out, '<')
	p.out = append(p.out, tag...)
	p.out = append(p.out, '>')
	p.out = append(p.out, html...)
	p.tag("</", tag)
}

// rule writes a page break, outside of tables.
func (p *page) rule() {
	if p.endList(""); len(p.open) == 0 && len(p.out) > 0 {
		p.out = append(p.out, "<hr>\n"...)
	}
}

// html closes all and returns what was written.
func (p *page) html() []byte {
	p.closeTo(0)
	return p.out
}
