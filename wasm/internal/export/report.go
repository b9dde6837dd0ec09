package export

import (
	"strconv"
	"strings"

	"clippings/wasm/protocol"
)

// Summaries holds what lists show of documents.
type Summaries map[protocol.DocID]protocol.Summary

// Group is a group of copies and what is known of it.
type Group struct {
	Number      uint32
	Of          protocol.Group
	Base        protocol.Document     // the representative
	Comparisons []protocol.Comparison // of the representative with the others
	Collation   protocol.Collation    // what others differ in; without witnesses where they were not compared
	Left        uint32                // others that were left out of these, there being too many
	Summaries   Summaries
}

// Pairs are pairs of one document with others.
type Pairs struct {
	Pairs       []protocol.Pair
	Comparisons []protocol.Comparison
	Summaries   Summaries
}

const groupColumns = "group,documents,why,origin,no,document,relation,score,jaccard,in representative,of representative," +
	"longest run,longest run unquoted,passages,uncredited,by hand,title,outlet,date,agency,words"

const pairColumns = "a,b,relation,score,jaccard,a in b,b in a,longest run,longest run unquoted,passages," +
	"a title,a outlet,a date,a agency,a words,b title,b outlet,b date,b agency,b words"

// TableHead is what stands before the rows of a report as CSV.
func TableHead(form protocol.Form) []byte {
	if form == protocol.FormPairs {
		return []byte(byteOrderMark + pairColumns + "\r\n")
	}
	return []byte(byteOrderMark + groupColumns + "\r\n")
}

// AppendRows appends a row for each document of a group, the representative first.
// A passage is where it stands in the representative and where in the document, in
// bytes of their texts, and how many words are the same.
func (g *Group) AppendRows(b []byte) []byte {
	size := number(uint32(1 + len(g.Of.Members)))
	for i := range 1 + len(g.Of.Members) {
		row := []string{number(g.Number), size, "", ""}
		if i == 0 {
			row[2], row[3] = g.Of.Why, g.origin()
		}
		b = protocol.AppendRow(b, append(row, g.row(i)...), ',')
	}
	return b
}

// Places of a row of a group.
const (
	atName = 1 + iota
	atRelation
	atScore
	atJaccard
	atIn
	atOf
	atRun
	atUncredited = atRun + 3
	atByHand     = atUncredited + 1
	atOutlet     = atByHand + 2
	atDate       = atOutlet + 1
	atWords      = atDate + 2
)

// row tells of the representative, which is 0, or of a member, as groupColumns names
// it from "no" on.
func (g *Group) row(i int) []string {
	id, uncredited, byHand := g.Of.Representative, g.Of.Uncredited, g.Of.ByHand
	row := []string{"representative", "", "", "", "", "", "", ""}
	if i > 0 {
		m := &g.Of.Members[i-1]
		id, uncredited, byHand = m.A, m.Uncredited, m.ByHand
		row = figures(m.Pair, comparisonWith(g.Comparisons, m.A))
	}
	s := g.Summaries[id]
	row = append([]string{number(uint32(i + 1)), s.Name}, row...)
	row = append(row, yes(uncredited), yes(byHand))
	return append(row, facts(s)...)
}

// AppendRows appends a row for each pair. A passage is where it stands in a and
// where in b.
func (p *Pairs) AppendRows(b []byte) []byte {
	for _, pair := range p.Pairs {
		c := comparisonWith(p.Comparisons, pair.B)
		if c.Here > 0 {
			pair = c.Pair(pair.A, pair.Relation)
		}
		first, second := p.Summaries[pair.A], p.Summaries[pair.B]
		row := append([]string{first.Name, second.Name}, figures(pair, c)...)
		b = protocol.AppendRow(b, append(append(row, facts(first)...), facts(second)...), ',')
	}
	return b
}

// figures tells how two documents are related.
func figures(p protocol.Pair, c *protocol.Comparison) []string {
	passages := ""
	for _, s := range c.Passages {
		if passages != "" {
			passages += "; "
		}
		passages += span(s.Span) + " = " + span(s.OtherSpan) + " (" + number(s.Words) + " words, " + number(s.Quoted) + " quoted)"
	}
	row := []string{p.Relation.String()}
	for _, f := range [...]float64{p.Containment(), p.Jaccard, p.AInB, p.BInA} {
		row = append(row, decimal(f))
	}
	return append(row, number(max(p.Run, c.Run)), number(c.OwnRun), passages)
}

// comparisonWith is one of a list, an empty one if it is not there.
func comparisonWith(list []protocol.Comparison, other protocol.DocID) *protocol.Comparison {
	for i := range list {
		if list[i].Other == other {
			return &list[i]
		}
	}
	return &protocol.Comparison{}
}

func facts(s protocol.Summary) []string {
	return []string{s.Title, s.Outlet, s.Date, s.Agency, number(s.Words)}
}

// origin tells where the text of a group comes from.
func (g *Group) origin() string {
	var signs []string
	for _, o := range g.Of.Origin {
		signs = append(signs, o.Sign.String()+": "+g.Summaries[o.Doc].Name)
	}
	return strings.Join(signs, "; ")
}

func span(s protocol.Span) string { return number(s.Start) + "-" + number(s.End) }

func number(n uint32) string { return strconv.Itoa(int(n)) }

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', 4, 64) }

func yes(is bool) string {
	if is {
		return "yes"
	}
	return ""
}
