package ui

import (
	"slices"
	"strconv"
	"strings"

	"clippings/wasm/coord"
	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// page is an article made ready to be shown: worked out once, when it arrives.
type page struct {
	article *coord.Article
	// title and subtitle are of the paragraphs that hold them; nil when they stand
	// in none.
	title, subtitle []segment
	blocks          []block
	related         []relative
	place           map[protocol.DocID]int // of each in related
	reuse           []reused               // what stands in others
	voices          []voice                // who is quoted
	rows            []row                  // of the text as it was read, made when it is first shown
	matches         []protocol.Span        // where the query was found
	target          protocol.Span
}

// block is a paragraph, or a fold of paragraphs that are not the article.
type block struct {
	role     protocol.Role
	span     protocol.Span
	target   bool // a link led here
	pieces   []segment
	whole    bool             // nearly all of it stands in others
	others   []protocol.DocID // that share words of it, as related lists them
	again    bool             // the paragraph above has the same others
	voices   []int            // refs of what is quoted in it
	hangs    bool             // begins with a quotation mark
	folded   []folded         // of a fold
	isFold   bool
	foldName string
}

// folded is a paragraph within a fold.
type folded struct {
	pieces []segment
	why    string
	role   protocol.Role
}

// wholeShare is the share of a paragraph that must stand in others for it to be
// marked as a whole: a changed word or two leave it the same paragraph.
const wholeShare = 0.9

func newPage(a *coord.Article, target protocol.Span) *page {
	p := &page{article: a, target: target, related: relatives(a)}
	p.place = make(map[protocol.DocID]int, len(p.related))
	for i := range p.related {
		p.place[p.related[i].id] = i
	}
	p.reuse, p.voices = reusesOf(a), voicesOf(a)
	p.matches = matchesOf(a.Document.Text, a.Marks)
	marks := nearby{rest: p.marks()}
	doc := &a.Document
	head := headEnd(doc)
	var above []folded // what stands above the text
	for i, par := range doc.Paragraphs {
		span := par.Span
		if par.Role == protocol.RoleBullet {
			span = withoutBullet(doc.Text, span)
		}
		pieces := segments(span, marks.at(span))
		switch {
		case par.Role == protocol.RoleTitle && p.title == nil && sameWords(par.Of(doc.Text), doc.Title):
			p.title = pieces
		case par.Role == protocol.RoleSubtitle && p.subtitle == nil && sameWords(par.Of(doc.Text), doc.Subtitle):
			p.subtitle = pieces
		case i < head && p.isAbove(par):
			above = append(above, folded{pieces: pieces, why: par.Why, role: par.Role})
		case !par.Role.IsArticle():
			p.fold(folded{pieces: pieces, why: par.Why, role: par.Role})
		default:
			p.blocks = append(p.blocks, p.newBlock(par, pieces))
		}
	}
	if len(above) > 0 {
		p.blocks = append([]block{{isFold: true, folded: above}}, p.blocks...)
	}
	for i := range p.blocks {
		if b := &p.blocks[i]; b.isFold {
			b.foldName = nameFold(b.folded)
		}
	}
	return p
}

// headEnd is the number of paragraphs before the running text begins; those that
// are furniture, or tell facts the head of the page tells, go into one fold.
func headEnd(doc *protocol.Document) int {
	for i, par := range doc.Paragraphs {
		if par.Role.IsRunning() || par.Role == protocol.RoleBullet {
			return i
		}
	}
	return 0
}

// withoutBullet leaves out the sign a line of a list begins with: the page sets
// its own.
func withoutBullet(text string, span protocol.Span) protocol.Span {
	rest := strings.TrimLeft(span.Of(text), "•·*–—-▪◦ \u00a0\t")
	if rest == "" {
		return span
	}
	return protocol.Span{Start: span.End - uint32(len(rest)), End: span.End}
}

// isAbove reports whether a paragraph before the running text is not worth
// reading where it stands: it is furniture, or what it says stands in the head of
// the page. A label counts only above the headline; below, it names what follows.
func (p *page) isAbove(par protocol.Paragraph) bool {
	switch par.Role {
	case protocol.RoleByline, protocol.RoleDate, protocol.RoleDateline:
		return true
	case protocol.RoleLabel:
		return p.title == nil && p.article.Document.Title != ""
	}
	return !par.Role.IsArticle()
}

// sameWords reports whether two texts differ in white space only.
func sameWords(a, b string) bool {
	return b != "" && strings.Join(strings.Fields(a), " ") == strings.Join(strings.Fields(b), " ")
}

// marks are all marks of the text, by where they start.
func (p *page) marks() []mark {
	a := p.article
	marks := make([]mark, 0, len(a.Marks)+len(a.Passages))
	for _, s := range a.Marks {
		marks = append(marks, mark{span: s, kind: markMatch})
	}
	for i, s := range a.Passages {
		marks = append(marks, mark{span: s.Span, kind: markShared, ref: i})
	}
	for i, s := range a.Speeches {
		for _, part := range s.Parts {
			marks = append(marks, mark{span: part, kind: markSpeech, ref: i})
		}
	}
	sortMarks(marks)
	return marks
}

func sortMarks(marks []mark) {
	ordering.By(marks, func(a, b mark) int { return int(a.span.Start) - int(b.span.Start) })
}

// nearby gives out marks for spans in the order of the text, so that a long text
// with many marks is not cut by all of them in every paragraph.
type nearby struct {
	rest []mark // by where they start
	open []mark // that have begun
}

// at is the marks that reach into span, which begins no earlier than the one
// before. They are good until the next call.
func (n *nearby) at(span protocol.Span) []mark {
	n.open = slices.DeleteFunc(n.open, func(m mark) bool { return m.span.End <= span.Start })
	for len(n.rest) > 0 && n.rest[0].span.Start < span.End {
		if n.rest[0].span.End > span.Start {
			n.open = append(n.open, n.rest[0])
		}
		n.rest = n.rest[1:]
	}
	return n.open
}

func (p *page) newBlock(par protocol.Paragraph, pieces []segment) block {
	b := block{role: par.Role, span: par.Span, pieces: pieces}
	middle := p.target.Start + uint32(p.target.Len()/2)
	b.target = p.target.Len() > 0 && middle >= par.Start && middle < par.End
	b.whole = covered(pieces, func(s segment) bool { return len(s.shared) > 0 }) >= wholeShare
	b.others, b.voices = p.othersOf(pieces), voicesIn(pieces)
	b.hangs = beginsWithQuote(par.Of(p.article.Document.Text))
	if n := len(p.blocks); n > 0 {
		above := &p.blocks[n-1]
		b.again = len(b.others) > 0 && above.whole == b.whole && slices.Equal(above.others, b.others)
	}
	return b
}

// othersOf lists the documents that share words of some pieces, in the order of
// the side column.
func (p *page) othersOf(pieces []segment) []protocol.DocID {
	var places []int
	for _, s := range pieces {
		for _, ref := range s.shared {
			places = append(places, p.place[p.article.Passages[ref].Other])
		}
	}
	slices.Sort(places)
	places = slices.Compact(places)
	var ids []protocol.DocID
	for _, i := range places {
		ids = append(ids, p.related[i].id)
	}
	return ids
}

// voicesIn lists what is quoted in some pieces, each once.
func voicesIn(pieces []segment) []int {
	var refs []int
	for _, s := range pieces {
		if ref := s.speech - 1; ref >= 0 && !slices.Contains(refs, ref) {
			refs = append(refs, ref)
		}
	}
	return refs
}

// beginsWithQuote reports whether a text begins with a mark that may hang in the
// margin.
func beginsWithQuote(text string) bool {
	return text != "" && (text[0] == '"' || text[0] == '\'') || slices.ContainsFunc([]string{"“", "‘", "„", "«"}, func(q string) bool {
		return strings.HasPrefix(text, q)
	})
}

// anchor is the id of a block's element.
func anchor(i int) string { return "block-" + strconv.Itoa(i) }
