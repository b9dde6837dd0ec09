package dedup

import (
	"math"
	"math/bits"
	"slices"

	"clippings/wasm/internal/cluster"
	"clippings/wasm/internal/shingle"
)

// minRest is how many words the longer must have besides for their subject to
// be told: in fewer, an article cut by half and one about something else differ
// by chance.
const minRest = 200

// comparer measures, for pairs that may be copies, their longest run, and whether
// the longer is about the same as the shorter throughout. A round-up that holds
// an article entire, or a report that quotes half of another, is no copy of it:
// what it adds is about something else. An article cut by half, and one that a
// local paper made longer, is. Containment cannot tell these apart.
//
// What is found of a pair depends on the two texts alone: terms weigh what they
// do in general news, and neither is the first. So it stays true whatever texts
// are added.
type comparer struct {
	matcher
	vocabulary
	named bool // the vocabulary is that of the text
	cover []bool
}

// reset takes the text with which others are compared.
func (c *comparer) reset(words []uint64) {
	c.matcher.reset(words)
	c.named = false
}

// compare tells the longest run with another text, in words, and the cohesion:
// the least cosine, in percent, of a part of the longer text that the shorter
// does not have and the shorter, or all that is on the other side of that part;
// cluster.WholeCohesion when there is too little of such.
func (c *comparer) compare(other []uint64) (run uint32, cohesion uint8, work int) {
	run, work = c.match(other)
	longer, shorter, places := c.words, other, c.own
	swapped := len(other) > len(longer) || len(other) == len(longer) && slices.Compare(other, longer) > 0
	if swapped {
		longer, shorter, places = shorter, longer, c.in
	}
	if len(longer) < minRest {
		return run, cluster.WholeCohesion, work
	}
	shared := c.coverBy(places, len(longer))
	rest := len(longer) - shared
	if rest < minRest || 10*rest < 3*len(longer) {
		return run, cluster.WholeCohesion, work
	}
	if swapped || !c.named {
		c.name(longer)
		c.named = !swapped
		work += 2 * len(longer)
	}
	least := min(c.ofRest(shorter, c.cover), c.ofSplit(c.cover, shared))
	return run, uint8(math.Round(cluster.WholeCohesion * min(least, 1))), work + 3*(len(longer)+len(shorter))
}

// coverBy finds the words that stand in one of the shingles, and counts them.
func (c *comparer) coverBy(places []bool, words int) (shared int) {
	c.cover = append(c.cover[:0], make([]bool, words)...)
	until := 0
	for i := range c.cover {
		if i < len(places) && places[i] {
			until = i + shingle.Len
		}
		if i < until {
			c.cover[i] = true
			shared++
		}
	}
	return shared
}

// vocabulary is the words of a text by their terms' numbers.
type vocabulary struct {
	slots []uint32 // hash table: number plus one, 0 is free
	terms []sides
	text  []uint32 // by word
}

// sides is how often a term occurs in two parts.
type sides struct {
	term   uint64
	weight float64 // squared
	x, y   float64
	dot    float64
}

// name takes a text.
func (v *vocabulary) name(words []uint64) {
	size := 1 << bits.Len(uint(2*len(words)))
	v.slots = slices.Grow(v.slots[:0], size)[:size]
	clear(v.slots)
	v.terms, v.text = v.terms[:0], v.text[:0]
	for _, t := range words {
		at := v.slot(t)
		if v.slots[at] == 0 {
			w := newsWeight(t)
			v.terms = append(v.terms, sides{term: t, weight: w * w})
			v.slots[at] = uint32(len(v.terms))
		}
		v.text = append(v.text, v.slots[at]-1)
	}
}

func (v *vocabulary) slot(term uint64) int {
	mask := len(v.slots) - 1
	at := int(shingle.Mix(term)) & mask
	for v.slots[at] != 0 && v.terms[v.slots[at]-1].term != term {
		at = (at + 1) & mask
	}
	return at
}

func (v *vocabulary) clear() {
	for i := range v.terms {
		s := &v.terms[i]
		s.x, s.y, s.dot = 0, 0, 0
	}
}

// A term that occurs x times counts by the root of that, so the squares of a
// part add up to its terms' occurrences. Weights are sixteenths: these sums are
// exact.

// ofRest is the cosine of the shorter text and the words that it does not have.
func (v *vocabulary) ofRest(shorter []uint64, cover []bool) float64 {
	v.clear()
	xx, yy, dot := 0.0, 0.0, 0.0
	for i, n := range v.text {
		if !cover[i] {
			v.terms[n].x++
			xx += v.terms[n].weight
		}
	}
	for _, t := range shorter {
		at := v.slots[v.slot(t)]
		if at == 0 {
			w := newsWeight(t)
			yy += w * w
			continue
		}
		v.terms[at-1].y++
		yy += v.terms[at-1].weight
	}
	for i := range v.terms {
		s := &v.terms[i]
		dot += math.Sqrt(s.x*s.y) * s.weight
	}
	return cosine(dot, xx, yy)
}

// ofSplit is the least cosine of two parts of the text, divided so that nearly
// all that the shorter has lies in one and the other is a quarter of the text or
// more.
func (v *vocabulary) ofSplit(cover []bool, shared int) float64 {
	v.clear()
	xx, yy, dot := 0.0, 0.0, 0.0
	for _, n := range v.text {
		v.terms[n].y++
		yy += v.terms[n].weight
	}
	least, before := 1.0, 0
	step := max(splitStep, len(cover)/maxSplits)
	for i, n := range v.text {
		s := &v.terms[n]
		s.x, s.y = s.x+1, s.y-1
		xx, yy, dot = xx+s.weight, yy-s.weight, dot-s.dot
		s.dot = math.Sqrt(s.x*s.y) * s.weight
		dot += s.dot
		if cover[i] {
			before++
		}
		other := 0 // words of the part that the shorter lacks
		switch {
		case 10*before >= 9*shared:
			other = len(cover) - i - 1
		case 10*before <= shared:
			other = i + 1
		}
		if 4*other >= len(cover) && i%step == 0 {
			least = min(least, cosine(dot, xx, yy))
		}
	}
	return least
}

// A text is split every splitStep words, a sentence, but at no more than about
// maxSplits places.
const (
	splitStep = 20
	maxSplits = 100
)

func cosine(dot, xx, yy float64) float64 {
	if xx == 0 || yy == 0 {
		return 0
	}
	return dot / math.Sqrt(xx*yy)
}
