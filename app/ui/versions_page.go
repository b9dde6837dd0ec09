package ui

import (
	"slices"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// collated is a reading text with its versions, made ready to be shown: worked out
// once, when it arrives or is to be shown in another way.
type collated struct {
	number      int // of all made so far: go-app compares it first, and need not look further
	answer      *coord.Collation
	showing     apparatus
	names       []string // of the witnesses, and last of the reading text
	differences []difference
	hidden      minorCount
	blocks      []versionBlock
	rows        []versionRow
	edge        edgeStrip
}

// minorCount is how many places differ in spelling or punctuation alone.
type minorCount struct{ spelling, punctuation int }

func (m minorCount) all() int { return m.spelling + m.punctuation }

// versionBlock is a paragraph of the reading text.
type versionBlock struct {
	role   protocol.Role
	span   protocol.Span
	pieces []versionPiece
	notes  []int // differences told beside it
	left   bool  // some leave it out as a whole
}

// versionPiece is a stretch of text all of which lies in the same differences, or
// a place where others have words that stand here not.
type versionPiece struct {
	span    protocol.Span // empty where words are added
	place   int           // the difference whose box it is in, -1 for none
	stretch int           // the one that is left out or moved, -1 for none
	first   bool          // of its box
}

// versionRow is a paragraph, or several that all versions share.
type versionRow struct {
	from, to int // blocks, half open
	fold     bool
}

func newCollated(number int, answer *coord.Collation, showing apparatus) *collated {
	c := &collated{number: number, answer: answer, showing: showing}
	var all []protocol.Summary
	for _, w := range answer.Witnesses {
		all = append(all, answer.Summaries[w.ID])
	}
	c.names = versionNames(append(all, summaryOf(&answer.Base)))
	c.collect()
	c.cutBlocks()
	c.lineUp()
	c.drawEdge()
	return c
}

// cutBlocks cuts the paragraphs that are compared at the differences in them.
func (c *collated) cutBlocks() {
	for _, par := range c.answer.Base.Paragraphs {
		if par.Role.IsRunning() || par.Role == protocol.RoleHeading || par.Role == protocol.RoleBullet {
			c.blocks = append(c.blocks, versionBlock{role: par.Role, span: par.Span})
		}
	}
	here := make([][]int, len(c.blocks))
	kept := c.differences[:0]
	for _, d := range c.differences {
		first := c.firstBlock(d.span)
		if first < 0 {
			continue // nothing of it is shown
		}
		n := len(kept)
		for i := first; i < len(c.blocks) && overlaps(c.blocks[i].span, d.span); i++ {
			if d.kind == differsLeft && encloses(d.span, c.blocks[i].span) {
				c.blocks[i].left = true
			} else {
				here[i] = append(here[i], n)
			}
			d.blocks++
		}
		d.block = first
		c.blocks[first].notes = append(c.blocks[first].notes, n)
		kept = append(kept, d)
	}
	c.differences = kept
	for i := range c.blocks {
		c.blocks[i].pieces = c.cut(c.blocks[i].span, here[i])
		c.nameFirst(i)
	}
}

// firstBlock is the first that a span reaches into, -1 for none.
func (c *collated) firstBlock(span protocol.Span) int {
	i, _ := slices.BinarySearchFunc(c.blocks, span.Start, func(b versionBlock, at uint32) int {
		if b.span.End < at || b.span.End == at && span.Len() > 0 {
			return -1
		}
		return 1
	})
	if i < len(c.blocks) && overlaps(c.blocks[i].span, span) {
		return i
	}
	return -1
}

// overlaps reports whether b, which may be empty, lies in part within a.
func overlaps(a, b protocol.Span) bool {
	if b.Start >= b.End {
		return a.Start <= b.Start && b.Start <= a.End
	}
	return b.Start < a.End && b.End > a.Start
}

// encloses reports whether all of b lies within a.
func encloses(a, b protocol.Span) bool { return a.Start <= b.Start && b.End <= a.End }

// cut cuts a paragraph at the differences in it.
func (c *collated) cut(span protocol.Span, here []int) []versionPiece {
	cuts := []uint32{span.Start, span.End}
	for _, n := range here {
		d := c.differences[n].span
		cuts = append(cuts, min(max(d.Start, span.Start), span.End), min(max(d.End, span.Start), span.End))
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var pieces []versionPiece
	for i, at := range cuts {
		pieces = c.addCarets(pieces, at, here)
		if i+1 < len(cuts) {
			pieces = append(pieces, c.piece(protocol.Span{Start: at, End: cuts[i+1]}, here))
		}
	}
	return pieces
}

// nameFirst notes the pieces with which the differences of a paragraph begin.
func (c *collated) nameFirst(block int) {
	seen := map[int]bool{}
	for i := range c.blocks[block].pieces {
		p := &c.blocks[block].pieces[i]
		if n := p.difference(); n >= 0 && !seen[n] {
			seen[n] = true
			p.first = c.differences[n].block == block
		}
	}
}

// difference is the one that a press on the piece leads to, -1 for none.
func (p *versionPiece) difference() int {
	if p.place >= 0 {
		return p.place
	}
	return p.stretch
}

// addCarets adds the places where others have words between two.
func (c *collated) addCarets(pieces []versionPiece, at uint32, here []int) []versionPiece {
	for _, n := range here {
		if d := &c.differences[n]; d.kind == differsPlace && d.span.Len() == 0 && d.span.Start == at {
			pieces = append(pieces, versionPiece{span: d.span, place: n, stretch: -1})
		}
	}
	return pieces
}

func (c *collated) piece(span protocol.Span, here []int) versionPiece {
	p := versionPiece{span: span, place: -1, stretch: -1}
	for _, n := range here {
		switch d := &c.differences[n]; {
		case d.span.Len() == 0 || !encloses(d.span, span):
		case d.kind == differsPlace:
			p.place = n
		default:
			p.stretch = n
		}
	}
	return p
}

// minFold is how many paragraphs are folded at least: one takes hardly more room
// than the line that stands for it.
const minFold = 1

// lineUp makes the rows: with only changes asked for, paragraphs that all share
// go into folds.
func (c *collated) lineUp() {
	for i := 0; i < len(c.blocks); {
		to := i
		for c.showing.changes && to < len(c.blocks) && c.isShared(to) {
			to++
		}
		if to-i >= minFold {
			c.rows = append(c.rows, versionRow{from: i, to: to, fold: true})
			i = to
			continue
		}
		c.rows = append(c.rows, versionRow{from: i, to: i + 1})
		i++
	}
}

// isShared reports whether all versions have a paragraph as it is.
func (c *collated) isShared(i int) bool {
	b := &c.blocks[i]
	return !b.left && len(b.notes) == 0 && len(b.pieces) == 1 && b.pieces[0].place < 0 && b.pieces[0].stretch < 0
}

// rowOf is the row that a difference is told in, -1 for none.
func (c *collated) rowOf(n int) int {
	if n < 0 || n >= len(c.differences) {
		return -1
	}
	block := c.differences[n].block
	return slices.IndexFunc(c.rows, func(r versionRow) bool { return r.from <= block && block < r.to })
}
