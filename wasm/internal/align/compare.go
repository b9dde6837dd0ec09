package align

import (
	"slices"

	"clippings/wasm/internal/shingle"
)

// Comparison is all that can be said of two texts' wording. Counts are of the
// texts as sets of shingles, so that what one of them prints twice counts once.
type Comparison struct {
	Inter, A, B uint32 // distinct shingles, as shingle.Shingler.Distinct has them: common, of each
	Run         uint32 // words of the longest common run, anywhere
	// OwnRun is the words of the longest common run outside quotation marks,
	// where a word counts as quoted when it is so in both texts. Of texts that
	// say everything over maxSeeds times it may be told too short.
	OwnRun   uint32
	Passages []Passage // by their place in b, then in a
	Wording  Wording   // what they amount to
}

// Compare compares two texts.
func Compare(a, b Text, opt Options) Comparison {
	c := Comparer{Options: opt}
	c.Reset(a)
	return c.Compare(b)
}

// Comparer compares one text with others. The zero value is ready for Reset. It
// keeps its memory, about 40 bytes a word of the first text, and 130 once two
// texts hardly had a run in common; its results are the caller's.
type Comparer struct {
	Options Options
	align   aligner
	runs    RunFinder
	runsOf  bool // runs is of the first text
	sets    shingle.Shingler
}

// Reset makes a the text with which others are compared. It must not change as
// long as they are.
func (c *Comparer) Reset(a Text) {
	c.align.a = a
	c.align.grams.reset(a.Words)
	c.align.text = 0
	c.runsOf = false
}

// Passages is what a and b have in common, as the function of that name tells it.
func (c *Comparer) Passages(b Text) []Passage {
	opt := c.Options.withDefaults()
	l := &c.align
	l.b, l.gap, l.marked = b, int32(opt.Gap), l.a.Quoted != nil && b.Quoted != nil
	l.findAnchors()
	return l.withoutTold(l.passages(func(p *Passage) bool {
		return int(p.Words) >= opt.Min || int(p.Words) >= opt.Quote && p.isQuote(opt.Quote)
	}))
}

// Compare compares b with the first text.
func (c *Comparer) Compare(b Text) Comparison {
	out := Comparison{Passages: c.Passages(b)}
	c.sizes(&out)
	c.longest(&out)
	out.Wording = judge(&out, c.Options.withDefaults())
	return out
}

// sizes counts shingles. Sequences of five words are shingles, and a shorter
// text is one.
func (c *Comparer) sizes(out *Comparison) {
	a, b := c.align.a.Words, c.align.b.Words
	out.A, out.B = c.align.grams.distinct, uint32(len(c.sets.Distinct(b)))
	out.Inter = c.align.common
	if len(a) < shingle.Len && len(a) > 0 {
		out.A = 1
		if slices.Equal(a, b) {
			out.Inter = 1
		}
	}
}

// longest finds the longest runs: among the anchors, unless they are not all.
func (c *Comparer) longest(out *Comparison) {
	l := &c.align
	run, own := int32(0), int32(0)
	for _, m := range l.anchors {
		run = max(run, m.n)
		if m.n > own {
			own = max(own, l.ownRun(m.a, m.b, m.n))
		}
	}
	if run == 0 || l.passedOver {
		if !c.runsOf {
			c.runs.Reset(l.a.Words)
			c.runsOf = true
		}
		n, endA, endB := c.runs.Place(l.b.Words)
		run = max(run, int32(n))
		own = max(own, l.ownRun(int32(endA-n), int32(endB-n), int32(n)))
	}
	out.Run, out.OwnRun = uint32(run), uint32(own)
}
