package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// row is a paragraph of the text as it was read, with the white space around it.
type row struct {
	role   protocol.Role
	why    string
	joined bool // it stands on the line of the row above
	pieces []segment
}

// rowsOf cuts all of a text into rows, in the order of the file: a row begins
// where its line begins, or in a line where another paragraph does. Marks are the
// facts that were read in it and the matches of the query.
func rowsOf(p *page) []row {
	doc := &p.article.Document
	var marks []mark
	for _, s := range p.article.Marks {
		marks = append(marks, mark{span: s, kind: markMatch})
	}
	for i, f := range doc.Facts {
		if f.Span.Len() > 0 {
			marks = append(marks, mark{span: f.Span, kind: markFact, ref: i})
		}
	}
	sortMarks(marks)
	near := nearby{rest: marks}
	list := make([]row, 0, len(doc.Paragraphs))
	start := uint32(0)
	for i, par := range doc.Paragraphs {
		end := uint32(len(doc.Text))
		if i+1 < len(doc.Paragraphs) {
			end = doc.Paragraphs[i+1].Start
			if n := strings.LastIndexByte(doc.Text[par.End:end], '\n'); n >= 0 {
				end = par.End + uint32(n) + 1
			}
		}
		span := protocol.Span{Start: start, End: end}
		r := row{role: par.Role, why: par.Why, pieces: segments(span, near.at(span))}
		r.joined = len(list) > 0 && start > 0 && doc.Text[start-1] != '\n'
		list = append(list, r)
		start = end
	}
	return list
}

// roleWords say what a paragraph was taken for.
var roleWords = map[protocol.Role]string{
	protocol.RoleBody: "Text", protocol.RoleTitle: "Headline", protocol.RoleSubtitle: "Second headline",
	protocol.RoleByline: "Authors", protocol.RoleDate: "Date", protocol.RoleDateline: "Slug line",
	protocol.RoleHeading: "Heading", protocol.RoleCaption: "Caption", protocol.RoleLabel: "Label",
	protocol.RoleBullet: "List entry", protocol.RoleQuote: "Quotation", protocol.RoleCredit: "Credit",
	protocol.RoleFurniture: "Furniture", protocol.RoleRepeat: "Repeat",
}

// original is a run of rows of a text, shown as it was read.
type original struct {
	app.Compo
	Page    *page
	Version int
	From    int
}

// CompoID keeps one text out of another.
func (o *original) CompoID() string { return "o" + strconv.Itoa(o.Version) }

func (o *original) Render() app.UI {
	to := min(o.From+sheetLen, len(o.Page.rows))
	return elem("div", "sheet", several(to-o.From, func(i int) app.UI { return o.renderRow(o.From + i) })...)
}

func (o *original) renderRow(i int) app.UI {
	r := &o.Page.rows[i]
	name, class := roleWords[r.role], "row row-"+r.role.String()
	if r.joined {
		name += ", same line"
	}
	if !r.role.IsArticle() {
		class += " row-aside"
	}
	if i > 0 && o.Page.rows[i-1].role == r.role && r.role == protocol.RoleBody && !r.joined {
		name = ""
	}
	return markup(`<div id=$ class=$><p class=row-role lang=en title=$>$</p><p class=row-text data-from=$>$</p></div>`,
		rowAnchor(i), class, r.why, name, from(r.pieces), o.Page.rawPieces(r.pieces))
}

// rawPieces draws text as it was read, with the facts that were found in it.
func (p *page) rawPieces(list []segment) []app.UI {
	doc := &p.article.Document
	return several(len(list), func(i int) app.UI {
		s := &list[i]
		text := s.span.Of(doc.Text)
		switch {
		case s.fact > 0:
			f := &doc.Facts[s.fact-1]
			e := with(words("span", "fact-mark", text), "title", facts(f.Value, f.Rule))
			if s.span.Start == f.Span.Start {
				e.Attr("data-fact", factName(f.Field))
			}
			return e
		case s.match:
			return words("mark", "match", text)
		}
		return app.Text(text)
	})
}

// factName is what a fact is called on the page.
func factName(field string) string {
	if f, ok := fieldOf(field); ok {
		return strings.TrimPrefix(f.what, "the ")
	}
	return field
}
