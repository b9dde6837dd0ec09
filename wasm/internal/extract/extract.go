// Package extract finds the article in the text of a page or a plain file: which
// lines are its body, which are headline, byline, captions, and which are the
// page around it (furniture), and reads from them the title, dates, authors,
// agency, place and outlet, each with the evidence for it.
//
// The way of a document:
//
//	text -> lines (split.go) -> counted words, one pass (line.go)
//	     -> kind of each line by its own form (kind.go, name.go, dateline.go,
//	        organisation.go, slug.go)
//	     -> what the blocks of a page say of them (tree.go, headline.go, comment.go)
//	     -> lines printed twice (repeat.go) -> scores (score.go), the text that the
//	        page gives besides (said.go) -> best run, made whole (score.go, tree.go, grow.go)
//	     -> other stories and notes below (teaser.go, note.go) -> title (title.go, stem.go)
//	     -> tables of figures that belong to it (figures.go)
//	     -> roles inside, before and after the run (block.go, head.go, tail.go)
//	     -> facts and meta (fact.go, published.go, titledate.go, filename.go, meta.go)
//
// Nothing is deleted: every character that is not white space lies in one
// paragraph with one role, and furniture says which rule judged it. The rules
// are of the field (how crawlers, wires, forums and pages write), never of one
// outlet; where a rule could guess wrongly it says nothing, for "none" is an
// answer. Cost is linear in the text.
package extract

import (
	"slices"
	"sync"

	"clippings/wasm/protocol"
)

// Input is what is known of a document's text besides the text.
type Input struct {
	Lines  []Line          // blocks of the page in order; nil: plain text, lines are found here
	Nodes  []Node          // the blocks around them; nil where Lines is nil
	Said   *Said           // the article's text besides the page; nil: none
	Known  []protocol.Fact // read from markup, best first within a field
	Headed int             // so many first lines are what a container gave as title (1) and subtitle (2)
	Yield  func() error    // called for every yieldBytes of lines; nil: never
}

// yieldBytes of text are scanned between two yields: a millisecond, some three
// in WASM.
const yieldBytes = 64 << 10

// Extract sets Paragraphs, Facts and Meta of d from d.Text. The paragraphs
// satisfy Check. The only error is Yield's, and leaves d as it was.
func Extract(d *protocol.Document, in Input) error {
	p := &page{doc: d, in: in, table: words()}
	p.readPrefix()
	if err := p.makeLines(); err != nil {
		return err
	}
	p.weighHints()
	p.cutComments()
	p.printings = findRepeats(p.lines)
	p.judge()
	p.heedSaid()
	p.lo, p.hi = bestBlock(p.lines)
	p.widenBlock()
	p.growBlock()
	p.cutTeasers()
	p.cutNotes()
	p.findTitle()
	p.pullUp()
	p.takeFigures()
	p.judgeBlock()
	p.judgeHead()
	p.judgeTail()
	p.judgeRepeats()
	p.judgeHeaded()
	p.writeParagraphs()
	p.settle()
	p.release()
	return nil
}

// rooms are where the lines of a document stood, to be used again: of what a
// short article takes, a third was this.
var rooms = sync.Pool{New: func() any { return new([]line) }}

// maxRoom is as many lines as are kept for the next document.
const maxRoom = 4096

// release gives the room of the lines back, with nothing in it that would hold a
// text.
func (p *page) release() {
	if cap(p.lines) > maxRoom {
		return
	}
	clear(p.lines)
	*p.room = p.lines[:0]
	rooms.Put(p.room)
}

// A page is a document on its way through the rules.
type page struct {
	doc       *protocol.Document
	in        Input
	table     *wordTable
	prefix    protocol.Span // the crawl prefix, empty if there is none
	lines     []line
	room      *[]line // where lines were before
	printings []printing
	lo, hi    int  // the article's lines
	notes     int  // the end of the notes right after them, 0 if none
	others    int  // the end of the other stories right after them, 0 if none
	whole     bool // the page's own data gives the article to its end
	title     int  // ordinal of the title's line, -1 if none
	subtitle  int  // ordinal of the subtitle's line, -1 if none
	facts     []rankedFact
	stems     stemSet // of the lines from lo to hi
}

// readPrefix notes the crawl prefix and its date.
func (p *page) readPrefix() {
	n, date := crawlPrefix(p.doc.Text)
	if n == 0 || p.in.Lines != nil {
		return
	}
	p.prefix = TrimSpan(p.doc.Text, 0, n)
	p.addFact(protocol.Fact{Field: "date", Value: date, Span: p.prefix, Rule: "crawl prefix"})
}

// makeLines splits plain text, or takes the lines of a page, and counts them:
// the one step that takes long on a text of many megabytes.
func (p *page) makeLines() error {
	text := p.doc.Text
	p.room = rooms.Get().(*[]line)
	if p.in.Lines != nil {
		p.lines = slices.Grow(*p.room, len(p.in.Lines))
		for _, l := range p.in.Lines {
			p.lines = append(p.lines, line{Line: l, gap: true, repeat: -1})
		}
	} else {
		p.lines = splitLines(text, *p.room)
		p.cutPrefix()
	}
	yielded := uint32(0)
	for i := range p.lines {
		l := &p.lines[i]
		if l.Span.End-yielded >= yieldBytes && p.in.Yield != nil {
			if err := p.in.Yield(); err != nil {
				return err
			}
			yielded = l.Span.End
		}
		l.text = l.Span.Of(text)
		l.scan(p.table)
		if l.kind = kindOf(l); i > 0 && p.lines[i-1].kind == kindField {
			l.kind = kindFieldText
		}
	}
	return nil
}

// cutPrefix takes the crawl prefix off the first line.
func (p *page) cutPrefix() {
	if p.prefix.Len() == 0 || len(p.lines) == 0 {
		return
	}
	l := &p.lines[0]
	l.Span = TrimSpan(p.doc.Text, int(p.prefix.End), int(l.Span.End))
	if l.Span.Len() == 0 {
		p.lines = p.lines[1:]
	}
}

// judge scores every line. A passage printed twice counts once, so that the
// first printing is found and not the two with what stands between them.
func (p *page) judge() {
	for i := range p.lines {
		l := &p.lines[i]
		l.score = scoreOf(l) + hintScore(l)
		if l.repeat >= 0 && l.words < 25 {
			l.score -= repeatCost
		}
		if l.Hints&roomHints != 0 {
			l.score = roomScore
		}
	}
	p.anchorTitle()
	for _, run := range p.printings {
		for i := run.lo; i < run.hi; i++ {
			if l := &p.lines[i]; l.repeat >= 0 {
				l.score = min(l.score, 0)
			}
		}
	}
}

// writeParagraphs turns the judged lines into paragraphs.
func (p *page) writeParagraphs() {
	out := make([]protocol.Paragraph, 0, len(p.lines)+1)
	if p.prefix.Len() > 0 {
		out = append(out, protocol.Paragraph{Span: p.prefix, Role: protocol.RoleDate, Why: "crawl prefix"})
	}
	for i := range p.lines {
		l := &p.lines[i]
		out = append(out, protocol.Paragraph{Span: l.Span, Role: l.role, Why: l.why})
	}
	p.doc.Paragraphs = out
}
