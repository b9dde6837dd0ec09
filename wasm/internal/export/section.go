package export

import (
	"slices"
	"strings"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// AppendSection appends a group as a section of the page: its documents with their
// figures, and where they differ from the representative.
func (g *Group) AppendSection(b []byte) []byte {
	p := page(b)
	id, first := number(g.Number), g.Summaries[g.Of.Representative]
	weakest, _ := g.Of.Weakest()
	p.fill("<section id=\"g$\"><h2>$. <bdi>$</bdi></h2>\n<p class=\"about\">$ · representative: $ · least score $</p>\n<p class=\"about\">$</p>\n",
		id, id, called(&first), count(uint32(1+len(g.Of.Members)), "document"), g.Of.Why, decimal(weakest.Containment()), g.origin())
	p.fill(documentsHead)
	for i := range 1 + len(g.Of.Members) {
		row := g.row(i)
		if row[atUncredited] != "" {
			row[atRelation] += ", agency text without credit"
		}
		if row[atByHand] != "" {
			row[atRelation] += ", by hand"
		}
		p.fill("<tr>")
		row[atDate] = moment(row[atDate])
		for _, at := range documentColumns {
			switch at {
			case atName:
				p.fill(`<td class="name">$</td>`, row[at])
			case atDate:
				p.fill(`<td class="when">$</td>`, row[at])
			default:
				p.fill("<td>$</td>", row[at])
			}
		}
		p.fill("</tr>\n")
	}
	p.fill(tableFoot)
	g.differences(&p)
	p.fill("</section>\n")
	return p
}

// documentColumns are those of Group.row that the page shows, as documentsHead names
// them. Documents are numbered for the differences.
var documentColumns = [...]int{0, atName, atOutlet, atDate, atRelation, atScore, atJaccard, atIn, atOf, atRun, atWords}

const documentsHead = `<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">No.</th><th scope="col">Document</th><th scope="col">Outlet</th><th scope="col">Date</th><th scope="col">Relation</th><th scope="col">Score</th>` +
	`<th scope="col">Jaccard</th><th scope="col">Of it in the representative</th><th scope="col">Of the representative in it</th><th scope="col">Longest run</th><th scope="col">Words</th></tr></thead><tbody>` + "\n"

const tableFoot = "</tbody></table></div>\n"

const differencesHead = `<div class="scroll" tabindex="0"><table class="differences"><thead><tr><th scope="col" class="where">Place</th><th scope="col">Representative</th>` +
	`<th scope="col">Others have</th><th scope="col" class="who">No.</th></tr></thead><tbody>` + "\n"

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
	var lists [2][]difference
	for _, place := range g.Collation.Places {
		for _, v := range place.Variants {
			d, minor := difference{span: place.Span, text: v.Text, who: v.Witnesses}, 0
			if v.Text == "" {
				d.kind = "nothing"
			}
			if v.Change != protocol.ChangeWords {
				minor = 1
			}
			lists[minor] = append(lists[minor], d)
		}
	}
	for _, x := range g.Collation.Gaps {
		lists[0] = append(lists[0], difference{span: x.Span, kind: "left out", who: x.Witnesses})
	}
	for _, m := range g.Collation.Moves {
		lists[0] = append(lists[0], difference{span: m.Span, kind: "elsewhere: " + span(m.There), who: []uint32{m.Witness}})
	}
	if g.Left > 0 {
		p.fill("<p class=\"about\">There are so many documents that $ of them were not compared word by word.</p>\n", number(g.Left))
	}
	if len(g.Collation.Witnesses) > 0 && len(lists[0])+len(lists[1]) == 0 {
		p.fill("<p>No differences in the running text.</p>\n")
	}
	if n := uint32(len(lists[0])); n > 0 {
		p.fill("<h3>$</h3>", count(n, "difference"))
		g.table(p, lists[0])
	}
	if n := uint32(len(lists[1])); n > 0 {
		p.fill("<details><summary>$ of spelling or punctuation alone</summary>\n", count(n, "difference"))
		g.table(p, lists[1])
		p.fill("</details>\n")
	}
}

// table lists differences by where they stand.
func (g *Group) table(p *page, list []difference) {
	order := make([]uint64, len(list))
	for i, d := range list {
		order[i] = uint64(d.span.Start)<<32 | uint64(i)
	}
	slices.Sort(order)
	p.fill(differencesHead)
	numbers := g.witnessNumbers()
	for _, at := range order {
		d := &list[uint32(at)]
		var who []string
		for _, w := range d.who {
			if int(w) < len(numbers) {
				who = append(who, numbers[w])
			}
		}
		before, in, after := around(g.Base.Text, d.span)
		have, what := "<ins>$</ins>", d.text
		if d.kind != "" {
			have, what = `<span class="where">$</span>`, d.kind
		}
		p.fill(`<tr><td class="where">$</td><td>$<mark>$</mark>$</td><td>`+have+`</td><td class="who">$</td></tr>`+"\n",
			span(d.span), before, in, after, what, strings.Join(who, ", "))
	}
	p.fill(tableFoot)
}

// contextBytes is how much of the text around is shown on each side: half a line.
const contextBytes = 60

// around is a span of a text with some words before and after it, of the same line.
func around(text string, s protocol.Span) (before, in, after string) {
	if s.Start > s.End || int(s.End) > len(text) {
		return "", "", ""
	}
	start, end := int(s.Start), int(s.End)
	for n := 0; start > 0 && text[start-1] != '\n'; n++ {
		if n >= contextBytes && text[start-1] == ' ' || n >= 2*contextBytes && utf8.RuneStart(text[start]) {
			before = "… "
			break
		}
		start--
	}
	for n := 0; end < len(text) && text[end] != '\n'; n++ {
		if n >= contextBytes && text[end] == ' ' || n >= 2*contextBytes && utf8.RuneStart(text[end]) {
			after = " …"
			break
		}
		end++
	}
	return before + text[start:s.Start], s.Of(text), text[s.End:end] + after
}

// witnessNumbers are those of the witnesses in the table of documents.
func (g *Group) witnessNumbers() []string {
	numbers := make([]string, len(g.Collation.Witnesses))
	for i := range numbers {
		for k := range g.Of.Members {
			if g.Of.Members[k].A == g.Collation.Witnesses[i].ID {
				numbers[i] = number(uint32(k + 2))
			}
		}
	}
	return numbers
}
