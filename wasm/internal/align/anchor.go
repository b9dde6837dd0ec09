package align

import (
	"cmp"
	"math/bits"
	"slices"

	"clippings/wasm/internal/shingle"
)

// maxSeeds is how often a five-word sequence may occur in a and still seed: a
// refrain, not a table of results.
const maxSeeds = 16

// grams finds the places of five-word sequences in a text. Its memory is kept
// from text to text.
type grams struct {
	text     []uint64
	distinct uint32
	first    []int32 // hash table: the first place of a sequence plus one
	next     []int32 // by place: the next place of the same sequence plus one
	times    []int32 // by first place: how often
	last     []int32 // by first place: the last place
	seen     []int32 // by first place: the number of the text that was last seen to have it
}

func (g *grams) reset(text []uint64) {
	n := max(len(text)-shingle.Len+1, 0)
	g.text, g.distinct = text, 0
	g.first = cleared(g.first, 1<<bits.Len(uint(2*n+1)))
	g.next = cleared(g.next, n)
	g.seen = cleared(g.seen, n)
	g.times, g.last = cleared(g.times, n), cleared(g.last, n)
	for i := range int32(n) {
		slot := g.slot(text[i:])
		if g.first[slot] == 0 {
			g.first[slot], g.times[i], g.last[i] = i+1, 1, i
			g.distinct++
			continue
		}
		f := g.first[slot] - 1
		g.next[g.last[f]] = i + 1
		g.times[f]++
		g.last[f] = i
	}
}

// cleared is s with n zero entries, in the same memory if it suffices.
func cleared[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// slot is where the sequence that begins s stands in the table, or would.
func (g *grams) slot(s []uint64) int {
	h := uint64(0)
	for _, t := range s[:shingle.Len] {
		h = h*shingle.Base + t
	}
	at := int(shingle.Mix(h)) & (len(g.first) - 1)
	for g.first[at] != 0 && !slices.Equal(g.text[g.first[at]-1:][:shingle.Len], s[:shingle.Len]) {
		at = (at + 1) & (len(g.first) - 1)
	}
	return at
}

// find returns the first place of the sequence that begins s plus one, or 0,
// and how often it occurs.
func (g *grams) find(s []uint64) (first, times int32) {
	first = g.first[g.slot(s)]
	if first > 0 {
		times = g.times[first-1]
	}
	return first, times
}

// anchor is a run of equal words, and the chain of anchors that ends in it.
type anchor struct {
	a, b, n int32
	score   int32
	prev    int32 // anchor before it in the chain, -1 for none
	startB  int32 // where in b the chain begins
	used    bool
}

// findAnchors finds the maximal runs of at least shingle.Len equal words, by
// their place in b, then in a, and counts the distinct sequences of b that a has.
//
// Each word pair is looked at once, and one word of b lies in at most maxSeeds
// runs: where it lies in more, its sequence does not seed. Texts that still have
// far more runs than any text that was written are made to cost; there only
// rarer sequences seed.
func (l *aligner) findAnchors() {
	most := int32(maxSeeds)
	for !l.seed(most) {
		most /= 4
	}
	slices.SortFunc(l.anchors, compareAnchors)
}

// manyAnchors is how many runs texts may have, but for one every other word, for
// all their sequences to seed. Edited copies have one in ten words.
const manyAnchors = 4096

// seed finds the anchors whose sequences occur in a at most so often, and tells
// whether these are not too many.
func (l *aligner) seed(most int32) bool {
	l.anchors, l.common, l.passedOver = l.anchors[:0], 0, 0
	l.text++
	words := l.b.Words
	if n := len(l.a.Words) + len(words); n > len(l.done) {
		l.done = make([]int32, n)
	}
	limit := manyAnchors + len(words)/2
	if most == 1 {
		limit = len(words)
	}
	passedOver := int32(0)
	for j := int32(0); int(j)+shingle.Len <= len(words) && len(l.anchors) <= limit; j++ {
		i, times := l.grams.find(words[j:])
		if i > 0 && l.grams.seen[i-1] != l.text {
			l.grams.seen[i-1] = l.text
			l.common++
		}
		if times > most {
			passedOver++
			l.passedOver = max(l.passedOver, passedOver)
			continue
		}
		passedOver = 0
		for ; i > 0; i = l.grams.next[i-1] {
			end := &l.done[int(i-1-j)+len(words)]
			if j+shingle.Len > *end {
				m := l.anchorAt(i-1, j, int32(len(words)), *end)
				*end = m.b + m.n
				l.anchors = append(l.anchors, m)
			}
		}
	}
	for _, m := range l.anchors { // as it was, at the cost of what was found
		l.done[int(m.a-m.b)+len(words)] = 0
	}
	return len(l.anchors) <= limit
}

// findEarlier finds, going through the text once, the longest run at each place
// that stands earlier too, without overlapping itself there. The next run may
// begin before the last one ends, by a few words that both could claim. Where
// runs are far more than in any text that was written, only longer ones count.
func (l *aligner) findEarlier() {
	least := int32(shingle.Len)
	for !l.seedEarlier(least) {
		least *= 3
	}
	slices.SortFunc(l.anchors, compareAnchors)
}

// seedEarlier finds the anchors of so many words, and tells whether these are
// not too many: one every eight words is more than runs of 15 words can be.
func (l *aligner) seedEarlier(least int32) bool {
	l.anchors = l.anchors[:0]
	words := l.b.Words
	limit := manyAnchors + len(words)/8
	for j := int32(0); int(j)+shingle.Len <= len(words) && len(l.anchors) <= limit; j++ {
		best := l.longestEarlier(j)
		if best.n < least {
			continue
		}
		l.anchors = append(l.anchors, best)
		overlap := int32(shingle.Len)
		if best.n == best.b-best.a { // cut short by itself: the next printing begins
			overlap = 1
		}
		j = max(j, best.b+best.n-overlap)
	}
	return len(l.anchors) <= limit
}

// longestEarlier is the longest run through the words at j with the same earlier.
func (l *aligner) longestEarlier(j int32) (best anchor) {
	i, _ := l.grams.find(l.b.Words[j:])
	for tried := 0; i > 0 && i <= j && tried < maxSeeds; tried++ {
		m := l.anchorAt(i-1, j, j-(i-1), j-maxBack)
		if m.n = min(m.n, m.b-m.a); m.n > best.n {
			best = m
		}
		i = l.grams.next[i-1]
	}
	return best
}

// maxBack is how far back a run that is found late may begin.
const maxBack = 32

func compareAnchors(x, y anchor) int {
	return cmp.Or(cmp.Compare(x.b, y.b), cmp.Compare(x.a, y.a))
}

// anchorAt is the run through five equal words at i and j, maximal but for two
// bounds: from j on it has at most the given words, and it begins in b no
// earlier than from.
func (l *aligner) anchorAt(i, j, most, from int32) anchor {
	a, b := l.a.Words, l.b.Words
	n := int32(shingle.Len)
	for n < most && int(i+n) < len(a) && int(j+n) < len(b) && a[i+n] == b[j+n] {
		n++
	}
	for i > 0 && j > max(from, 0) && a[i-1] == b[j-1] {
		i, j, n = i-1, j-1, n+1
	}
	return anchor{a: i, b: j, n: n}
}
