package office

// startFlow begins a text box, a note, a comment or a margin.
func (p *docxPart) startFlow(kind flowKind) {
	p.flows = append(p.flows, p.docxFlow)
	p.docxFlow = docxFlow{}
	p.text, p.inPara, p.inRun = false, false, false
	p.w.begin(kind)
}

func (p *docxPart) endFlow() {
	n := len(p.flows)
	if n == 0 {
		return
	}
	p.endParagraph()
	p.w.finish()
	p.docxFlow = p.flows[n-1]
	p.flows = p.flows[:n-1]
}

func (p *docxPart) startTable(tag string) {
	p.endParagraph()
	p.w.page().start(tag)
}

func (p *docxPart) endTable(tag string) {
	p.endParagraph()
	p.w.page().end(tag)
}

// endParagraph ends the open paragraph.
func (p *docxPart) endParagraph() {
	if p.place().id != "" && !p.para.labeled {
		p.numbers.label(p.place()) // an empty entry counts
	}
	p.w.paragraph(p.tag())
	if p.para.section {
		p.w.page().rule()
	}
	p.para = docxPara{}
	for n := len(p.fields); n > 0 && !p.fields[n-1].result; n = len(p.fields) {
		p.fields = p.fields[:n-1] // an instruction without an end
	}
}

// tag is the element of the open paragraph.
func (p *docxPart) tag() string {
	if p.figure {
		return "figcaption"
	}
	if level := p.para.outline; level > 0 && level <= 9 {
		return headings[min(level-1, 5)]
	}
	if tag := p.styleTag(p.styleID()); tag != "" {
		return tag
	}
	if p.place().id != "" {
		return "li"
	}
	return "p"
}

func (p *docxPart) styleID() string {
	if p.para.style == "" {
		return p.normal
	}
	return p.para.style
}

// place is the list that the paragraph is an entry of.
func (p *docxPart) place() listPlace {
	at := p.para.num
	if at.id == "" {
		style := p.styleList(p.styleID())
		if style.id == "" {
			return listPlace{}
		}
		if !at.given {
			at.level = style.level
		}
		at.id = style.id
	}
	if at.id == "0" {
		return listPlace{}
	}
	return at
}

// add appends text to the open paragraph, after its number.
func (p *docxPart) add(text string) {
	if p.hidden || text == "" || p.inCode() {
		return
	}
	in := p.w.inline()
	if !p.para.labeled {
		p.para.labeled = true
		if at := p.place(); at.id != "" {
			if label := p.numbers.label(at); isNumbering(label) {
				in.add(label + " ")
			}
		}
	}
	in.add(text)
}

// character reads the elements that stand for a character or end a line, and
// what makes links.
func (p *docxPart) character(name string) bool {
	if p.inPara || p.inRun {
		return false
	}
	switch name {
	case "tab", "ptab":
		p.add("\t")
	case "br":
		p.lineBreak(attr(p.s, "type"))
	case "cr":
		p.lineBreak("")
	case "nobreakhyphen":
		p.add("\u2011")
	case "softhyphen":
		p.add("\u00ad")
	case "sym":
		p.add(symbolOf(attr(p.s, "font"), attr(p.s, "char")))
	case "hyperlink":
		p.w.inline().startLink(p.links[p.relation()])
	case "fldsimple":
		p.w.inline().startLink(linkOfField(attr(p.s, "instr")))
	case "fldchar":
		p.field(attr(p.s, "fldCharType"))
	case "instrtext":
		code := textOf(p.s)
		if n := len(p.fields); n > 0 {
			p.fields[n-1].code = appendShort(p.fields[n-1].code, code)
		}
	default:
		return false
	}
	return true
}

// relation is the value of r:id.
func (p *docxPart) relation() string {
	if id, ok := p.s.LookupAttr("r:id"); ok {
		return id
	}
	return foreignAttr(p.s.Raw(), "id")
}

// lineBreak ends a line, or a page and the paragraph with it.
func (p *docxPart) lineBreak(kind string) {
	if p.hidden || p.inCode() {
		return
	}
	if kind != "page" {
		p.w.inline().lineBreak()
		return
	}
	p.w.paragraph(p.tag())
	p.w.page().rule()
}

// A docxField is an open field: its instruction, then its result.
type docxField struct {
	code   []byte
	result bool
	linked bool
}

// field follows w:fldChar. See ECMA-376 part 1, section 17.16.18.
func (p *docxPart) field(kind string) {
	n := len(p.fields)
	in := p.w.inline()
	switch {
	case kind == "begin" && n < maxOpen:
		p.fields = append(p.fields, docxField{})
	case n == 0:
	case kind == "separate":
		f := &p.fields[n-1]
		f.result = true
		if !in.link {
			in.startLink(linkOfField(string(f.code)))
			f.linked = in.link
		}
	case kind == "end":
		if p.fields[n-1].linked {
			in.endLink()
		}
		p.fields = p.fields[:n-1]
	}
}

// inCode reports whether text now is part of a field's instruction.
func (p *docxPart) inCode() bool {
	for i := range p.fields {
		if !p.fields[i].result {
			return true
		}
	}
	return false
}
