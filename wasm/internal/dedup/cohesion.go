package dedup

import (
	"math"

	"clippings/wasm/internal/cluster"
	"clippings/wasm/internal/shingle"
)

// minRest is how many words the longer must have besides for their subject to
// be told: in fewer, an article cut by half and one about something else differ
// by chance.
const minRest = 200

// comparer measures, for pairs that may be copies, whether the longer document
// is about the same as the shorter throughout. A round-up that holds an article
// entire, or a report that quotes half of another, is no copy of it: what it
// adds is about something else. An article cut by half, and one that a local
// paper made longer, is. Containment cannot tell these apart.
type comparer struct {
	shingle.Shingler
	set   map[uint64]struct{}
	cover []bool           // by word of the longer: stands in a shingle of the shorter
	index map[uint64]int32 // of each term in sides
	sides []sides
}

// sides is how often a term occurs in two parts of a text.
type sides struct{ x, y, weight float64 }

// cohesion is the least cosine, in percent, of a part of the longer text that
// the shorter does not have and the shorter, or all that is on the other side
// of that part; cluster.WholeCohesion when there is too little of such.
//
// Terms weigh what they do in general news, not in this corpus, so that what is
// found of two texts stays true whatever texts are added.
func (c *comparer) cohesion(a, b []uint64) (percent uint8, work int) {
	if len(a) < len(b) {
		a, b = b, a
	}
	shared := c.mark(a, b)
	least := 1.0
	if rest := len(a) - shared; rest >= minRest && 10*rest >= 3*len(a) {
		least = min(c.ofRest(a, b), c.ofSplit(a, shared))
		work = 64 * (len(a) + len(b))
	}
	return uint8(math.Round(cluster.WholeCohesion * least)), work + 8*(len(a)+len(b))
}

// mark finds the words of a that stand in a shingle of b, and counts them.
func (c *comparer) mark(a, b []uint64) (shared int) {
	if c.set == nil {
		c.set = map[uint64]struct{}{}
	}
	clear(c.set)
	for _, h := range c.Distinct(b) {
		c.set[h] = struct{}{}
	}
	c.cover = append(c.cover[:0], make([]bool, len(a))...)
	for i := range len(a) - shingle.Len + 1 {
		if _, ok := c.set[shingle.Of(a[i:i+shingle.Len])]; ok {
			for j := range c.cover[i : i+shingle.Len] {
				c.cover[i+j] = true
			}
		}
	}
	for _, yes := range c.cover {
		if yes {
			shared++
		}
	}
	return shared
}

// ofRest is the cosine of b and the words of a that it does not have.
func (c *comparer) ofRest(a, b []uint64) float64 {
	c.reset()
	for i, t := range a {
		if !c.cover[i] {
			c.at(t).x++
		}
	}
	for _, t := range b {
		c.at(t).y++
	}
	return c.cosine()
}

// ofSplit is the least cosine of two parts of a, divided so that nearly all
// that b has lies in one and the other is a quarter of a or more.
func (c *comparer) ofSplit(a []uint64, shared int) float64 {
	c.reset()
	for _, t := range a {
		c.at(t).y++
	}
	least, before := 1.0, 0
	step := max(splitStep, len(a)/maxSplits)
	for i, t := range a {
		s := c.at(t)
		s.x, s.y = s.x+1, s.y-1
		if c.cover[i] {
			before++
		}
		other := 0 // words of the part that b lacks
		switch {
		case 10*before >= 9*shared:
			other = len(a) - i - 1
		case 10*before <= shared:
			other = i + 1
		}
		if 4*other >= len(a) && i%step == 0 {
			least = min(least, c.cosine())
		}
	}
	return least
}

// A text is split every splitStep words, a sentence, but at no more than
// maxSplits places: each costs a walk over its vocabulary.
const (
	splitStep = 20
	maxSplits = 100
)

func (c *comparer) reset() {
	if c.index == nil {
		c.index = map[uint64]int32{}
	}
	clear(c.index)
	c.sides = c.sides[:0]
}

func (c *comparer) at(term uint64) *sides {
	i, ok := c.index[term]
	if !ok {
		i = int32(len(c.sides))
		c.index[term] = i
		c.sides = append(c.sides, sides{weight: newsWeight(term)})
	}
	return &c.sides[i]
}

func (c *comparer) cosine() float64 {
	dot, xx, yy := 0.0, 0.0, 0.0
	for _, s := range c.sides {
		x, y := math.Sqrt(s.x)*s.weight, math.Sqrt(s.y)*s.weight
		dot, xx, yy = dot+x*y, xx+x*x, yy+y*y
	}
	if xx == 0 || yy == 0 {
		return 0
	}
	return dot / math.Sqrt(xx*yy)
}
