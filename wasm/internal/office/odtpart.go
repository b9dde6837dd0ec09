package office

import (
	"slices"
	"strings"

	"clippings/wasm/internal/markup"
)

// An odtReader reads the parts of an ODT, or the one of a flat file.
type odtReader struct {
	yield  func() error
	w      *writer
	styles map[string]odtStyle
	s      *markup.Scanner

	listStyles map[string]*abstractList
	odtFlow
	flows   []odtFlow // around the one that is open
	objects []string  // parts of the documents inside the document
}

// An odtFlow is the state of a flow of text.
type odtFlow struct {
	end   string // the element that the flow is
	depth int    // of paragraphs inside each other
	tag   string // of the open paragraph
	lists int    // that are open
	list  *list  // how the outermost of them is numbered, nil for one that is not
	entry bool   // an entry has begun and has no paragraph yet
	label string // of the open paragraph, to stand before its text
}

// part reads the text of a part.
func (r *odtReader) part(text string) error {
	r.s = markup.New(text)
	for n := 1; ; n++ {
		if n%yieldPieces == 0 {
			if err := r.yield(); err != nil {
				return err
			}
		}
		switch r.s.Next() {
		case markup.EOF:
			for len(r.flows) > 0 {
				r.endFlow()
			}
			r.w.paragraph("p")
			r.w.page().closeTo(0)
			r.odtFlow = odtFlow{}
			return nil
		case markup.Text:
			if r.depth > 0 {
				r.add(r.s.Text())
			}
		case markup.Start:
			r.open(r.s.Name())
		case markup.End:
			r.close(r.s.Name())
		}
	}
}

// add appends text to the open paragraph, after its number.
func (r *odtReader) add(text string) {
	in := r.w.inline()
	if r.label != "" && strings.TrimSpace(text) != "" {
		in.add(r.label)
		r.label = ""
	}
	in.add(text)
}

// flowOfElement tells the elements that are a flow of their own.
func flowOfElement(name string) flowKind {
	switch name {
	case "text:note-body":
		return flowNote
	case "office:annotation":
		return flowComment
	case "draw:text-box", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:circle", "draw:polygon", "draw:regular-polygon",
		"draw:polyline", "draw:path", "draw:line", "draw:connector", "draw:caption", "draw:measure":
		return flowBox
	}
	if strings.HasPrefix(name, "style:header") || strings.HasPrefix(name, "style:footer") {
		if !strings.HasSuffix(name, "-style") && !strings.HasSuffix(name, "-properties") {
			return flowMargin
		}
	}
	return flowBody
}

// open follows a start tag. See OpenDocument part 3, sections 5 to 10.
func (r *odtReader) open(name string) {
	if kind := flowOfElement(name); kind != flowBody {
		r.startFlow(name, kind)
		return
	}
	switch name {
	case "text:tracked-changes", "text:note-citation", "text:ruby-text", "text:hidden-text", "text:table-of-content-source", "text:alphabetical-index-source",
		"text:illustration-index-source", "text:table-index-source", "text:bibliography-source", "text:user-index-source", "text:object-index-source",
		"office:meta", "office:scripts", "office:settings", "office:forms", "office:binary-data", "dc:date", "meta:date-string", "style:style", "text:list-style":
		r.s.Inner()
	case "text:section", "text:hidden-paragraph":
		if r.s.Attr("text:display") == "none" || name == "text:hidden-paragraph" && r.s.Attr("text:is-hidden") == "true" {
			r.s.Inner()
		}
	case "text:p", "text:h":
		r.startParagraph(name)
	case "svg:title", "svg:desc":
		r.caption()
	case "dc:creator":
		if len(r.flows) > 0 && r.depth == 0 {
			r.w.line(textOf(r.s))
		}
	case "draw:object":
		r.object(r.s.Attr("xlink:href"))
	case "text:list":
		r.startList()
	case "text:list-item":
		r.startEntry()
	case "table:table":
		r.startTable("table")
	case "table:table-row":
		r.startTable("tr")
	case "table:table-cell":
		r.startTable("td")
	case "text:table-of-content", "text:alphabetical-index", "text:illustration-index", "text:table-index", "text:user-index", "text:object-index":
		r.startTable("nav")
	default:
		r.character(name)
	}
}

// character reads the elements that stand for characters, and links.
func (r *odtReader) character(name string) {
	in := r.w.inline()
	switch name {
	case "text:s":
		in.add(" ")
	case "text:tab":
		in.add("\t")
	case "text:line-break":
		in.lineBreak()
	case "text:a":
		if href := r.s.Attr("xlink:href"); !strings.HasPrefix(href, "#") {
			in.startLink(href)
		}
	}
}

// close follows an end tag.
func (r *odtReader) close(name string) {
	switch {
	case r.end == name && name != "":
		r.endFlow()
		return
	}
	switch name {
	case "text:p", "text:h":
		if r.depth > 0 {
			r.depth--
			r.w.paragraph(r.tag)
		}
	case "text:a":
		r.w.inline().endLink()
	case "text:list":
		r.lists = max(r.lists-1, 0)
	case "table:table":
		r.w.page().end("table")
	case "table:table-row":
		r.w.page().end("tr")
	case "table:table-cell":
		r.w.page().end("td")
	case "text:table-of-content", "text:alphabetical-index", "text:illustration-index", "text:table-index", "text:user-index", "text:object-index":
		r.w.page().end("nav")
	}
}

func (r *odtReader) startTable(tag string) { r.w.page().start(tag) }

// startParagraph begins a paragraph or heading.
func (r *odtReader) startParagraph(name string) {
	r.w.paragraph("p")
	style := r.s.Attr("text:style-name")
	if r.styles[style].page {
		r.w.page().rule()
	}
	r.depth++
	r.label = r.takeLabel()
	r.tag = r.styleTag(style)
	switch {
	case name == "text:h":
		r.tag = headings[min(max(number(r.s.Attr("text:outline-level"), 1), 1), 6)-1]
	case r.tag != "":
	case r.lists > 0:
		r.tag = "li"
	default:
		r.tag = "p"
	}
}

func (r *odtReader) startFlow(name string, kind flowKind) {
	r.flows = append(r.flows, r.odtFlow)
	r.odtFlow = odtFlow{end: name}
	r.w.begin(kind)
}

func (r *odtReader) endFlow() {
	n := len(r.flows)
	r.w.finish()
	r.odtFlow = r.flows[n-1]
	r.flows = r.flows[:n-1]
}

// caption writes what a picture is said to show.
func (r *odtReader) caption() {
	text := textOf(r.s)
	r.w.begin(flowBox)
	r.w.inline().add(strings.TrimSpace(text))
	r.w.paragraph("figcaption")
	r.w.finish()
}

// maxObjects bounds the documents inside a document.
const maxObjects = 1000

// object notes a table or text that stands in a part of its own.
func (r *odtReader) object(href string) {
	if href == "" || strings.Contains(href, ":") || len(r.objects) >= maxObjects {
		return
	}
	if name := partName("", href+"/content.xml"); !slices.Contains(r.objects, name) {
		r.objects = append(r.objects, name)
	}
}
