package ui

import (
	"slices"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// facedPage is two documents side by side, made ready to be shown: worked out once,
// when they arrive or are to be shown in another way.
type facedPage struct {
	number  int // of all made so far: go-app compares it first, and need not look further
	answer  *coord.Facing
	showing apparatus
	names   [2]string // of the left and the right
	pairs   []facedPair
	rows    []facedRow
	differs []int // pairs that differ, rising
	hidden  minorCount
}

// facedPair is paragraphs that stand side by side.
type facedPair struct {
	kind        pairKind
	here, there []facedText
	words       int  // places that differ in words
	minor       int  // and in less, if they are shown
	number      int  // among those that differ, -1 if it does not
	quiet       bool // it tells of the article: a byline, a date
}

// pairKind says what there is to a pair beyond its words.
type pairKind uint8

const (
	pairOfBoth    pairKind = iota
	pairMoved              // the two stand in different places
	pairHere               // only the left has it
	pairThere              // only the right has it
	pairHeadlines          // other headlines altogether
)

// facedText is a paragraph of one side.
type facedText struct {
	role   protocol.Role
	pieces []facedPiece
}

type facedPiece struct {
	span   protocol.Span
	marked bool
	change protocol.Change
}

// facedRow is a pair, or several that are the same on both sides.
type facedRow struct {
	from, to int // pairs, half open
	fold     bool
}

func newFacedPage(number int, answer *coord.Facing, showing apparatus) *facedPage {
	p := &facedPage{number: number, answer: answer, showing: showing}
	p.names = [2]string(versionNames([]protocol.Summary{summaryOf(&answer.Here), summaryOf(&answer.There)}))
	for _, r := range p.withHeadlines(answer.Rows) {
		p.addPair(&r)
	}
	p.lineUp()
	return p
}

// summaryOf is what a list would show of a document.
func summaryOf(d *protocol.Document) protocol.Summary {
	return protocol.Summary{ID: d.ID, Name: d.Name, Title: d.Title, Outlet: d.Outlet, Date: d.Date}
}

// withHeadlines sets the two headlines side by side, whatever their words: those of
// copies often have none in common.
func (p *facedPage) withHeadlines(rows []protocol.SideRow) []protocol.SideRow {
	here := slices.IndexFunc(rows, func(r protocol.SideRow) bool {
		return len(r.There) == 0 && len(r.Here) == 1 && roleAt(&p.answer.Here, r.Here[0]) == protocol.RoleTitle
	})
	there := slices.IndexFunc(rows, func(r protocol.SideRow) bool {
		return len(r.Here) == 0 && len(r.There) == 1 && roleAt(&p.answer.There, r.There[0]) == protocol.RoleTitle
	})
	if here < 0 || there < 0 {
		return rows
	}
	list := slices.Clone(rows)
	list[here].There = list[there].There
	return slices.Delete(list, there, there+1)
}

// isHead reports whether paragraphs tell of the article and are none of its text:
// that such lines differ is no news.
func isHead(list []facedText) bool {
	for _, t := range list {
		switch t.role {
		case protocol.RoleByline, protocol.RoleDate, protocol.RoleDateline, protocol.RoleLabel, protocol.RoleCredit:
		default:
			return false
		}
	}
	return true
}

func (p *facedPage) addPair(r *protocol.SideRow) {
	here, there := countMinor(r.HereMarks), countMinor(r.ThereMarks)
	p.hidden.spelling += max(here.spelling, there.spelling)
	p.hidden.punctuation += max(here.punctuation, there.punctuation)
	pair := facedPair{
		here: p.side(&p.answer.Here, r.Here, r.HereMarks), there: p.side(&p.answer.There, r.There, r.ThereMarks),
		number: -1,
	}
	words, minor := shownMarks(r.HereMarks, p.showing.minor)
	thereWords, thereMinor := shownMarks(r.ThereMarks, p.showing.minor)
	pair.words, pair.minor = max(words, thereWords), max(minor, thereMinor)
	switch {
	case len(r.There) == 0:
		pair.kind = pairHere
	case len(r.Here) == 0:
		pair.kind = pairThere
	case r.Moved:
		pair.kind = pairMoved
	case isTitle(pair.here) && isTitle(pair.there) && len(r.HereMarks)+len(r.ThereMarks) == 0 && !p.sameText(r):
		pair.kind = pairHeadlines
	}
	pair.quiet = (pair.kind == pairHere || pair.kind == pairThere) && isHead(pair.here) && isHead(pair.there)
	if pair.kind != pairOfBoth || pair.words+pair.minor > 0 {
		pair.number = len(p.differs)
		p.differs = append(p.differs, len(p.pairs))
	}
	p.pairs = append(p.pairs, pair)
}

func isTitle(list []facedText) bool { return len(list) == 1 && list[0].role == protocol.RoleTitle }

// sameText reports whether both sides of a row begin with the same words.
func (p *facedPage) sameText(r *protocol.SideRow) bool {
	return sameWords(r.Here[0].Of(p.answer.Here.Text), r.There[0].Of(p.answer.There.Text))
}

// countMinor counts the marks of a side that are of spelling or punctuation.
func countMinor(marks []protocol.ChangeMark) minorCount {
	var n minorCount
	for _, m := range marks {
		switch m.Change {
		case protocol.ChangeSpelling:
			n.spelling++
		case protocol.ChangePunctuation:
			n.punctuation++
		}
	}
	return n
}

// shownMarks counts the marks of a side that are shown, by weight.
func shownMarks(marks []protocol.ChangeMark, all bool) (words, minor int) {
	for _, m := range marks {
		if m.Change == protocol.ChangeWords {
			words++
		} else if all {
			minor++
		}
	}
	return words, minor
}

// side makes the paragraphs of one side, cut at their marks.
func (p *facedPage) side(doc *protocol.Document, spans []protocol.Span, marks []protocol.ChangeMark) []facedText {
	var list []facedText
	for _, span := range spans {
		if span.Start > span.End || int(span.End) > len(doc.Text) {
			continue
		}
		list = append(list, facedText{role: roleAt(doc, span), pieces: p.cut(span, marks)})
	}
	return list
}

// roleAt is the role of the paragraph that a span is.
func roleAt(doc *protocol.Document, span protocol.Span) protocol.Role {
	i, ok := slices.BinarySearchFunc(doc.Paragraphs, span.Start, func(par protocol.Paragraph, at uint32) int {
		return int(par.Start) - int(at)
	})
	if ok {
		return doc.Paragraphs[i].Role
	}
	return protocol.RoleBody
}

func (p *facedPage) cut(span protocol.Span, marks []protocol.ChangeMark) []facedPiece {
	var pieces []facedPiece
	at := span.Start
	for _, m := range marks {
		from, to := max(m.Span.Start, at), min(m.Span.End, span.End)
		if from >= to || m.Change != protocol.ChangeWords && !p.showing.minor {
			continue
		}
		if at < from {
			pieces = append(pieces, facedPiece{span: protocol.Span{Start: at, End: from}})
		}
		pieces = append(pieces, facedPiece{span: protocol.Span{Start: from, End: to}, marked: true, change: m.Change})
		at = to
	}
	if at < span.End {
		pieces = append(pieces, facedPiece{span: protocol.Span{Start: at, End: span.End}})
	}
	return pieces
}

// lineUp makes the rows: with only changes asked for, pairs that are the same go
// into folds.
func (p *facedPage) lineUp() {
	for i := 0; i < len(p.pairs); {
		to := i
		for p.showing.changes && to < len(p.pairs) && p.pairs[to].number < 0 {
			to++
		}
		row := facedRow{from: i, to: max(to, i+1), fold: to > i}
		p.rows = append(p.rows, row)
		i = row.to
	}
}

// rowOf is the row of a difference, -1 for none.
func (p *facedPage) rowOf(n int) int {
	if n < 0 || n >= len(p.differs) {
		return -1
	}
	i, ok := slices.BinarySearchFunc(p.rows, p.differs[n], func(r facedRow, pair int) int {
		switch {
		case r.to <= pair:
			return -1
		case r.from > pair:
			return 1
		}
		return 0
	})
	if !ok {
		return -1
	}
	return i
}
