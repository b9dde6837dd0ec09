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

const groupColumns = "group,documents,document,role,relation,score,jaccard,in representative,of representative," +
	"longest run,longest run unquoted,passages,title,outlet,date,agency,words,uncredited,by hand,why,origin"

const pairColumns = "a,b,relation,jaccard,a in b,b in a,longest run,longest run unquoted,words quoted,passages," +
	"a title,a outlet,a date,a agency,b title,b outlet,b date,b agency"

// TableHead is what stands before the rows of a report as CSV.
func TableHead(form protocol.Form) []byte {
	if form == protocol.FormPairs {
		return []byte(byteOrderMark + pairColumns + "\r\n")
	}
	return []byte(byteOrderMark + groupColumns + "\r\n")
}

// AppendRows appends a row for each document of a group, the representative first.
// A passage is where it stands in the document and where in the representative, in
// bytes of their texts, and how many words are the same.
func (g *Group) AppendRows(b []byte) []byte {
	row := func(id protocol.DocID, cells ...string) {
		s := g.Summaries[id]
		cells = append([]string{number(g.Number), strconv.Itoa(1 + len(g.Of.Members)), s.Name}, cells...)
		b = protocol.AppendRow(b, cells, ',')
	}
	row(g.Of.Representative, append(append([]string{"representative", "", "1", "", "", "", "", "", ""},
		facts(g.Summaries[g.Of.Representative])...),
		yes(g.Of.Uncredited), yes(g.Of.ByHand), g.Of.Why, g.origin())...)
	compared := byOther(g.Comparisons)
	for _, m := range g.Of.Members {
		c := compared[m.A]
		row(m.A, append(append([]string{
			"copy", m.Relation.String(), decimal(m.Containment()), decimal(m.Jaccard), decimal(m.AInB), decimal(m.BInA),
			number(max(m.Run, c.Run)), number(c.OwnRun), passages(c.Passages, true),
		}, facts(g.Summaries[m.A])...), yes(m.Uncredited), yes(m.ByHand), "", "")...)
	}
	return b
}

// AppendRows appends a row for each pair. A passage is where it stands in a and
// where in b.
func (p *Pairs) AppendRows(b []byte) []byte {
	compared := byOther(p.Comparisons)
	for _, pair := range p.Pairs {
		c, ok := compared[pair.B]
		if ok {
			pair = c.Pair(pair.A, pair.Relation)
		}
		quoted := uint32(0)
		for _, s := range c.Passages {
			quoted += s.Quoted
		}
		first, second := p.Summaries[pair.A], p.Summaries[pair.B]
		b = protocol.AppendRow(b, []string{
			first.Name, second.Name, pair.Relation.String(), decimal(pair.Jaccard), decimal(pair.AInB), decimal(pair.BInA),
			number(pair.Run), number(c.OwnRun), number(quoted), passages(c.Passages, false),
			first.Title, first.Outlet, first.Date, first.Agency, second.Title, second.Outlet, second.Date, second.Agency,
		}, ',')
	}
	return b
}

func byOther(list []protocol.Comparison) map[protocol.DocID]*protocol.Comparison {
	found := make(map[protocol.DocID]*protocol.Comparison, len(list))
	for i := range list {
		found[list[i].Other] = &list[i]
	}
	return found
}

func facts(s protocol.Summary) []string {
	return []string{s.Title, s.Outlet, s.Date, s.Agency, number(s.Words)}
}

// origin tells where the text of a group comes from.
func (g *Group) origin() string {
	var signs []string
	for _, o := range g.Of.Origin {
		sign := o.Sign.String() + ": " + g.Summaries[o.Doc].Name
		if o.Agency != "" {
			sign += " (" + o.Agency + ")"
		}
		signs = append(signs, sign)
	}
	return list(signs)
}

// passages lists where passages stand: here = there, or the other way round.
func passages(of []protocol.Passage, thereFirst bool) string {
	var b strings.Builder
	for i, p := range of {
		if i > 0 {
			b.WriteString("; ")
		}
		first, second := p.Span, p.OtherSpan
		if thereFirst {
			first, second = second, first
		}
		b.WriteString(span(first) + " = " + span(second) + " (" + number(p.Words) + " words)")
	}
	return b.String()
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
