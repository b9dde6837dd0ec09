package export

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// AppendSection appends a group as a section of the page: its documents with their
// figures, and where they differ from the representative.
func (g *Group) AppendSection(b []byte) []byte {
	p := page(b)
	id := number(g.Number)
	representative := g.Summaries[g.Of.Representative]
	p.markup(`<section id="g`, id, `"><h2>`, id, `. <bdi>`)
	p.text(called(representative))
	p.markup("</bdi></h2>\n<p class=\"about\">")
	p.text(g.summary())
	p.markup("</p>\n")
	g.documents(&p)
	g.differences(&p)
	p.markup("</section>\n")
	return p
}

func (g *Group) summary() string {
	parts := []string{count(uint32(1+len(g.Of.Members)), "document", "documents"), "representative: " + g.Of.Why}
	if weakest, ok := g.Of.Weakest(); ok {
		parts = append(parts, "least score "+decimal(weakest.Containment()))
	}
	if origin := g.origin(); origin != "" {
		parts = append(parts, origin)
	}
	return strings.Join(parts, " · ")
}

// documents is the table of a group's documents, numbered for the differences.
func (g *Group) documents(p *page) {
	p.markup(`<div class="scroll"><table><thead><tr><th class="n">No.</th><th>Document</th><th>Outlet</th><th>Date</th><th>Relation</th>`,
		`<th class="n">Score</th><th class="n">Jaccard</th><th class="n">Of it in the representative</th><th class="n">Of the representative in it</th>`,
		`<th class="n">Longest run</th><th class="n">Words</th></tr></thead><tbody>`, "\n")
	row := func(n int, id protocol.DocID, relation string, figures ...string) {
		s := g.Summaries[id]
		p.markup(`<tr><td class="n">`, number(uint32(n)), "</td>")
		p.cells(s.Name, s.Outlet, s.Date, relation)
		for _, f := range append(figures, number(s.Words)) {
			p.in(`td class="n"`, f)
		}
		p.markup("</tr>\n")
	}
	row(1, g.Of.Representative, "representative"+g.remarks(g.Of.Uncredited, g.Of.ByHand), "", "", "", "", "")
	compared := byOther(g.Comparisons)
	for i, m := range g.Of.Members {
		run := m.Run
		if c, ok := compared[m.A]; ok {
			run = c.Run
		}
		row(i+2, m.A, m.Relation.String()+g.remarks(m.Uncredited, m.ByHand),
			decimal(m.Containment()), decimal(m.Jaccard), decimal(m.AInB), decimal(m.BInA), number(run))
	}
	p.markup("</tbody></table></div>\n")
}

func (g *Group) remarks(uncredited, byHand bool) string {
	remarks := ""
	if uncredited {
		remarks += ", agency text without credit"
	}
	if byHand {
		remarks += ", put here by hand"
	}
	return remarks
}

// difference is a row of the table of differences.
type difference struct {
	span protocol.Span
	kind string // "" for other words
	text string // that the others have
	who  []uint32
}

// differences tells in what the documents differ: changed words first, changes of
// spelling and punctuation folded below.
func (g *Group) differences(p *page) {
	var major, minor []difference
	for _, place := range g.Collation.Places {
		for _, v := range place.Variants {
			d := difference{span: place.Span, text: v.Text, who: v.Witnesses}
			if v.Change == protocol.ChangeWords {
				major = append(major, d)
			} else {
				minor = append(minor, d)
			}
		}
	}
	for _, x := range g.Collation.Gaps {
		major = append(major, difference{span: x.Span, kind: "left out", who: x.Witnesses})
	}
	for _, m := range g.Collation.Moves {
		major = append(major, difference{span: m.Span, kind: "elsewhere, at " + span(m.There), who: []uint32{m.Witness}})
	}
	sortDifferences(major)
	if g.Left > 0 {
		p.in(`p class="about"`, count(g.Left, "document was", "documents were")+" not compared word by word, there being so many.")
	}
	switch {
	case len(g.Collation.Witnesses) == 0:
		return
	case len(major)+len(minor) == 0:
		p.in("p", "No differences in the running text.")
		return
	}
	if len(major) > 0 {
		p.in("h3", count(uint32(len(major)), "difference", "differences"))
		g.table(p, major)
	}
	if len(minor) > 0 {
		p.markup("<details><summary>")
		p.text(count(uint32(len(minor)), "difference", "differences") + " of spelling or punctuation alone")
		p.markup("</summary>\n")
		g.table(p, minor)
		p.markup("</details>\n")
	}
}

// sortDifferences puts them by where they stand; most do already.
func sortDifferences(list []difference) {
	ordering.By(list, func(a, b difference) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(a.span.End, b.span.End))
	})
}

func (g *Group) table(p *page, list []difference) {
	p.markup(`<div class="scroll"><table class="differences"><thead><tr><th class="where">Place</th><th>Representative</th><th>Others have</th><th class="who">No.</th></tr></thead><tbody>`, "\n")
	for _, d := range list {
		p.markup("<tr>")
		p.in(`td class="where"`, span(d.span))
		p.markup("<td>")
		before, text, after := around(g.Base.Text, d.span)
		p.text(before)
		if text != "" {
			p.in("mark", text)
		} else {
			p.in(`span class="where"`, "‸")
		}
		p.text(after)
		p.markup("</td><td>")
		switch {
		case d.kind != "":
			p.in(`span class="where"`, d.kind)
		case d.text == "":
			p.in(`span class="where"`, "nothing")
		default:
			p.in("ins", d.text)
		}
		p.markup("</td>")
		p.in(`td class="who"`, g.numbers(d.who))
		p.markup("</tr>\n")
	}
	p.markup("</tbody></table></div>\n")
}

// contextBytes is how much of the text around is shown on each side: half a line.
const contextBytes = 60

// around is a span of a text with some words before and after it, of the same line.
func around(text string, s protocol.Span) (before, in, after string) {
	if s.Start > s.End || int(s.End) > len(text) {
		return "", "", ""
	}
	before, in, after = text[:s.Start], s.Of(text), text[s.End:]
	if i := strings.LastIndexByte(before, '\n'); i >= 0 {
		before = before[i+1:]
	}
	if i := strings.IndexByte(after, '\n'); i >= 0 {
		after = after[:i]
	}
	if n := len(before) - contextBytes; n > 0 {
		for ; n < len(before) && !utf8.RuneStart(before[n]); n++ {
		}
		if before = before[n:]; strings.IndexByte(before, ' ') >= 0 {
			before = before[strings.IndexByte(before, ' ')+1:]
		}
		before = "… " + before
	}
	if n := contextBytes; len(after) > n {
		for ; n > 0 && !utf8.RuneStart(after[n]); n-- {
		}
		if after = after[:n]; strings.LastIndexByte(after, ' ') >= 0 {
			after = after[:strings.LastIndexByte(after, ' ')]
		}
		after += " …"
	}
	return before, in, after
}

// numbers lists the witnesses by their numbers in the table of documents, runs of
// them shortened.
func (g *Group) numbers(who []uint32) string {
	place := make(map[protocol.DocID]uint32, len(g.Of.Members))
	for i, m := range g.Of.Members {
		place[m.A] = uint32(i + 2)
	}
	var list []uint32
	for _, w := range who {
		if int(w) < len(g.Collation.Witnesses) {
			list = append(list, place[g.Collation.Witnesses[w].ID])
		}
	}
	ordering.By(list, func(a, b uint32) int { return cmp.Compare(a, b) })
	var b strings.Builder
	for i := 0; i < len(list); {
		end := i + 1
		for end < len(list) && list[end] == list[end-1]+1 {
			end++
		}
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(number(list[i]))
		if end-i > 1 {
			b.WriteString("–" + number(list[end-1]))
		}
		i = end
	}
	return b.String()
}
