package office

import "strings"

// endParagraph ends the open paragraph, with or without text.
func (r *rtfReader) endParagraph() {
	if r.state.dest != destText {
		return
	}
	p := r.w.page()
	if r.w.inline().text {
		if r.rule {
			r.leaveTable()
			p.rule()
			r.rule = false
		}
		if r.para.table {
			r.enterCell()
		} else {
			r.leaveTable()
		}
	}
	r.w.paragraph(r.tag())
	r.para.label = nil
}

// tag is the element of the open paragraph.
func (r *rtfReader) tag() string {
	if level := r.para.outline; level >= 0 && level < 9 {
		return headings[min(level, 5)]
	}
	if tag := r.styles[r.para.style].tag(); tag != "" && tag != "li" {
		return tag
	}
	if r.para.list {
		return "li"
	}
	return "p"
}

// addLabel writes the number of a list's entry before its text. The signs that
// stand before unnumbered entries are left out.
func (r *rtfReader) addLabel() {
	if len(r.para.label) == 0 {
		return
	}
	label := strings.TrimSpace(string(r.para.label))
	r.para.label = nil
	if isNumbering(label) {
		r.w.inline().add(label + " ")
	}
}

// enterCell opens what a paragraph in a table stands in.
func (r *rtfReader) enterCell() {
	p := r.w.page()
	for _, tag := range [...]string{"table", "tr", "td"} {
		if !p.has(tag) {
			p.start(tag)
		}
	}
}

func (r *rtfReader) leaveTable() { r.w.page().end("table") }

// cell ends a cell, or a cell of a table inside a cell, which is read as one
// paragraph of the outer one.
func (r *rtfReader) cell(nested bool) {
	if r.state.dest != destText {
		return
	}
	table := r.para.table
	r.para.table = true
	r.enterCell()
	r.endParagraph()
	r.para.table = table
	if !nested {
		r.w.page().end("td")
	}
}

func (r *rtfReader) row() {
	if r.state.dest == destText {
		r.endParagraph()
		r.w.page().end("tr")
	}
}

// An rtfStyle is a paragraph style of the style sheet.
type rtfStyle struct {
	name    string
	outline int32 // level + 1, 0 for none
}

func (s rtfStyle) tag() string {
	if s.outline > 0 && s.outline <= 9 {
		return headings[min(s.outline-1, 5)]
	}
	return tagOfStyle(s.name)
}

// styleLevel takes the outline level of the style that is being read.
func (r *rtfReader) styleLevel(n int32) {
	if r.state.dest == destStyle && len(r.styles) < maxTables {
		s := r.styles[r.curStyle]
		s.outline = n + 1
		r.styles[r.curStyle] = s
	}
}

// endStyle ends a group of the style sheet: its text is the style's name.
func (r *rtfReader) endStyle() {
	name := strings.TrimSpace(string(r.styleName))
	r.styleName = r.styleName[:0]
	if i := strings.IndexByte(name, ';'); i >= 0 && len(r.styles) < maxTables {
		s := r.styles[r.curStyle]
		s.name = strings.ToLower(name[:i])
		r.styles[r.curStyle] = s
	}
	r.curStyle = 0
}
