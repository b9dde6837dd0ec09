package dedup

import (
	"math"
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
	named bool       // the vocabulary is that of the text
	spans [][2]int32 // of words of the text that stand in a shingle of the other
	back  *comparer  // for others that are longer
}

// reset takes the text with which others are compared, best one that is longer.
func (c *comparer) reset(words []uint64) {
	c.matcher.reset(words)
	c.named = false
}

// compare tells the longest run with another text, in words, and the cohesion:
// the least cosine, in percent, of a part of the longer text that the shorter
// does not have and the shorter, or all that is on the other side of that part;
// cluster.WholeCohesion when there is too little of such.
func (c *comparer) compare(other []uint64) (run uint32, cohesion uint8, work int) {
	if len(other) > len(c.words) || len(other) == len(c.words) && slices.Compare(other, c.words) > 0 {
		if c.back == nil {
			c.back = &comparer{}
		}
		c.back.reset(other)
		run, cohesion, work = c.back.compare(c.words)
		return run, cohesion, work + 2*len(other)
	}
	run, work = c.match(other)
	if len(c.words) < minRest {
		return run, cluster.WholeCohesion, work
	}
	shared := c.cover()
	rest := len(c.words) - shared
	if rest < minRest || 10*rest < 3*len(c.words) {
		return run, cluster.WholeCohesion, work
	}
	if !c.named {
		c.name(c.words)
		c.named = true
		work += 4 * len(c.words)
	}
	least := min(c.ofRest(other, c.spans), c.ofSplit(c.spans, shared))
	if rest >= windowsFrom*len(other) {
		least = min(least, c.ofWindows(other, c.spans))
		work += maxWindows * max(len(other), minWindow)
	}
	return run, uint8(math.Round(cluster.WholeCohesion * min(least, 1))), work + 2*len(other) + shared
}

// cover finds the words that stand in one of the shingles met, and counts them.
func (c *comparer) cover() (shared int) {
	slices.Sort(c.hits)
	c.spans = c.spans[:0]
	for _, at := range c.hits {
		n := len(c.spans) - 1
		if n < 0 || c.spans[n][1] < at {
			c.spans = append(c.spans, [2]int32{at, at})
			n++
		}
		shared += int(at + shingle.Len - c.spans[n][1])
		c.spans[n][1] = at + shingle.Len
	}
	return shared
}
