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
	// OwnRun and QuotedRun are the words of the longest common runs outside and
	// within quotation marks, where a word counts as quoted when it is so in both
	// texts. Of texts that say everything over maxSeeds times, or have only runs
	// under five words, they may be told too short.
	OwnRun, QuotedRun uint32

	Passages []Passage // by their place in b, then in a
	Wording  Wording   // what they amount to
}

// Comparer compares one text with others. The zero value is ready for Reset. It
// keeps its memory, about 60 bytes a word of the longest texts, and 130 more once
// two hardly had a run in common; its results are the caller's.
type Comparer struct {
	Options Options
	align   aligner
	runs    RunFinder
	runsOf  bool // runs is of the first text
}

// Reset makes a the text with which others are compared. It must not change as
// long as they are.
func (c *Comparer) Reset(a Text) {
	c.align.a = a
	c.align.grams.reset(a.Words)
	c.align.text = 0
	c.runsOf = false
}

// Passages finds what b and the first text have in common, in any order: a passage
// that was moved is found where it went. Passages come by their place in b, then in
// the first text. Shorter ones than Options.Min are told if they are quotes.
//
// The way of passim (Smith, Cordell, Dillon 2013) without its sampling: maximal
// runs of five or more equal words are anchors; anchors in the same order with
// small gaps are chained; gaps and ends are aligned word by word. Of passages
// that say the same of both documents the longest stays; of those that say it of
// one, the others are marked Again, so that a text that the other document
// prints twice counts once. Time is linear in the words but for a bounded
// factor: a five-word sequence that occurs over maxSeeds times in the first text
// does not seed.
func (c *Comparer) Passages(b Text) []Passage {
	opt := c.Options.withDefaults()
	l := &c.align
	l.b, l.gap, l.marked = b, int32(opt.Gap), l.a.Quoted != nil && b.Quoted != nil
	l.findAnchors()
	return l.withoutTold(l.passages(func(p Passage) bool {
		return int(p.Words) >= opt.Min || int(p.Words) >= opt.Quote && p.isQuote()
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
	out.A, out.B = c.align.grams.distinct, c.align.common+c.align.others.n
	out.Inter = c.align.common
	if isShort(a) {
		out.A = 1
	}
	if isShort(b) {
		out.B = 1
	}
	if isShort(a) && slices.Equal(a, b) {
		out.Inter = 1
	}
}

func isShort(words []uint64) bool { return 0 < len(words) && len(words) < shingle.Len }

// longest finds the longest runs: among the anchors, unless what did not seed can
// be longer.
func (c *Comparer) longest(out *Comparison) {
	l := &c.align
	run, own, quoted := int32(0), int32(0), int32(0)
	consider := func(a, b, n int32) {
		run = max(run, n)
		if n > min(own, quoted) {
			o, q := l.stretches(a, b, n)
			own, quoted = max(own, o), max(quoted, q)
		}
	}
	for _, m := range l.anchors {
		consider(m.a, m.b, m.n)
	}
	if l.passedOver+shingle.Len-1 > run {
		n, endA, endB := c.longestAnywhere()
		consider(endA-n, endB-n, n)
	}
	out.Run, out.OwnRun, out.QuotedRun = uint32(run), uint32(own), uint32(quoted)
}

// bigText is the words from which on a text's automaton, 130 bytes a word, is
// not made if the other text's does.
const bigText = 1 << 16

// longestAnywhere is the longest run by an automaton, of the first text if it
// can serve the next comparison, and where the run ends.
func (c *Comparer) longestAnywhere() (n, endA, endB int32) {
	a, b := c.align.a.Words, c.align.b.Words
	if len(a) > bigText && len(b) < len(a) && !c.runsOf {
		c.runs.Reset(b)
		n, endB, endA := c.runs.Place(a)
		return int32(n), int32(endA), int32(endB)
	}
	if !c.runsOf {
		c.runs.Reset(a)
		c.runsOf = true
	}
	length, own, end := c.runs.Place(b)
	return int32(length), int32(own), int32(end)
}
