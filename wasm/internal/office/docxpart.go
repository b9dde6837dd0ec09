package office

import (
	"clippings/wasm/internal/markup"
)

// A docxPart is one pass over a part that holds paragraphs: the body, notes, a
// head or foot, the labels of a chart or diagram. Elements are told by their
// names without prefix, so the strict form of the format and files with
// prefixes of their own read the same.
type docxPart struct {
	*docxReader
	s *markup.Scanner
	docxFlow
	flows  []docxFlow // around the one that is open
	choice []bool     // of each mc:AlternateContent that is open: its choice was read
	figure bool       // a chart or diagram
	named  bool       // the names of a chart's axis were read
	text   bool       // inside w:t
	inPara bool       // inside w:pPr
	inRun  bool       // inside w:rPr
}

// A docxFlow is the state of a flow of text.
type docxFlow struct {
	para   docxPara
	hidden bool // the run
	fields []docxField
}

// docxPara is what is said of the open paragraph.
type docxPara struct {
	style   string
	outline int // level + 1, 0 for none
	num     listPlace
	joined  bool // its end was deleted: the next one goes on
	labeled bool // its number was written
	section bool // a section ends with it, and a page
}

// yieldPieces is the pieces of markup between two yields, less than a
// millisecond in WASM.
const yieldPieces = 4096

// read takes the part apart.
func (p *docxPart) read() error {
	for n := 1; ; n++ {
		if n%yieldPieces == 0 {
			if err := p.yield(); err != nil {
				return err
			}
		}
		switch p.s.Next() {
		case markup.EOF:
			p.finish()
			return nil
		case markup.Text:
			if p.text {
				p.add(p.s.Text())
			}
		case markup.Start:
			if name := p.s.Local(); !p.skipped(name) && !p.property(name) && !p.character(name) {
				p.open(name)
			}
		case markup.End:
			p.close(p.s.Local())
		}
	}
}

// finish ends what the end of the part left open.
func (p *docxPart) finish() {
	for len(p.flows) > 0 {
		p.endFlow()
	}
	p.endParagraph()
	p.w.page().closeTo(0)
}

// skipped passes over elements whose text is not of the document: what was
// deleted or moved away, properties before a change, the second version of what
// was read, ruby glosses.
func (p *docxPart) skipped(name string) bool {
	switch name {
	case "pprchange", "rprchange", "sectprchange", "tblprchange", "trprchange", "tcprchange", "numberingchange",
		"tabs", "sdtpr", "sdtendpr", "ffdata", "rt", "deltext", "delinstrtext", "movefrom", "binarydata", "custompr", "smarttagpr":
	case "del":
		if p.inRun && p.inPara {
			p.para.joined = true
			return true
		}
	case "fallback":
		if n := len(p.choice); n == 0 || !p.choice[n-1] {
			return true
		}
	case "footnote", "endnote":
		if kind := attr(p.s, "type"); kind == "" || kind == "normal" {
			return false
		}
	case "val", "cat": // of a chart: numbers; and for each series the same names
		if !p.figure || name == "cat" && !p.named {
			p.named = p.figure
			return false
		}
	default:
		return false
	}
	p.s.Inner()
	return true
}

// property reads what says something of the open paragraph or run.
func (p *docxPart) property(name string) bool {
	switch name {
	case "ppr":
		p.inPara = true
	case "rpr":
		p.inRun = true
	case "pstyle":
		p.para.style = attr(p.s, "val")
	case "outlinelvl":
		p.para.outline = number(attr(p.s, "val"), -1) + 1
	case "ilvl":
		p.para.num.level, p.para.num.given = number(attr(p.s, "val"), 0), true
	case "numid":
		p.para.num.id = attr(p.s, "val")
	case "pagebreakbefore":
		if isOn(attr(p.s, "val")) {
			p.w.page().rule()
		}
	case "sectpr":
		p.para.section = p.inPara && isNewPage(p.s.Inner())
	case "vanish":
		if p.inRun && !p.inPara {
			p.hidden = isOn(attr(p.s, "val"))
		}
	default:
		return false
	}
	return true
}

// isNewPage reports whether the section with these properties starts a page.
func isNewPage(section string) bool {
	s := markup.New(section)
	for k := s.Next(); k != markup.EOF; k = s.Next() {
		if k == markup.Start && s.Local() == "type" {
			return attr(s, "val") != "continuous"
		}
	}
	return true
}

// open opens paragraphs, runs, tables and flows.
func (p *docxPart) open(name string) {
	switch name {
	case "p":
		if !p.para.joined {
			p.endParagraph()
		}
		p.para = docxPara{}
	case "r":
		p.hidden = false
	case "t":
		p.text = true
	case "v":
		p.text = p.figure
	case "tbl":
		p.startTable("table")
	case "tr":
		p.startTable("tr")
	case "tc":
		p.startTable("td")
	case "txbxcontent":
		p.startFlow(flowBox)
	case "footnote", "endnote":
		p.startFlow(flowNote)
	case "comment":
		p.startFlow(flowComment)
		p.w.line(attr(p.s, "author"))
	case "hdr", "ftr":
		p.startFlow(flowMargin)
	case "chartspace", "datamodel":
		p.figure = true
	case "alternatecontent":
		p.choice = append(p.choice, false)
	case "choice":
		if n := len(p.choice); n > 0 {
			p.choice[n-1] = true
		}
	}
}

// close ends what open opened.
func (p *docxPart) close(name string) {
	switch name {
	case "ppr":
		p.inPara = false
	case "rpr":
		p.inRun = false
	case "p":
		if !p.para.joined {
			p.endParagraph()
		}
	case "r":
		p.hidden = false
	case "t":
		p.text = false
	case "v":
		if p.text {
			p.text = false
			p.add("\t")
		}
	case "cat", "tx":
		if p.figure {
			p.endParagraph()
		}
	case "tbl":
		p.endTable("table")
	case "tr":
		p.endTable("tr")
	case "tc":
		p.endTable("td")
	case "txbxcontent", "footnote", "endnote", "comment", "hdr", "ftr":
		p.endFlow()
	case "hyperlink", "fldsimple":
		p.w.inline().endLink()
	case "alternatecontent":
		p.choice = p.choice[:max(len(p.choice)-1, 0)]
	}
}
