package align

import (
	"cmp"

	"clippings/wasm/internal/shingle"
	"clippings/wasm/ordering"
)

// maxSeeds is how often a five-word sequence may occur in a and still seed: a
// refrain, not a table of results.
const maxSeeds = 16

// anchor is a run of equal words, and the chain of anchors that ends in it.
type anchor struct {
	a, b, n int32
	score   int32
	prev    int32 // anchor before it in the chain, -1 for none
	startB  int32 // where in b the chain begins
	used    bool
}

// findAnchors finds the maximal runs of at least shingle.Len equal words, by
// their place in b, then in a, and counts the distinct sequences of b and those
// that a has.
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
	ordering.By(l.anchors, compareAnchors)
}

// manyAnchors is how many runs texts may have, but for one every other word, for
// all their sequences to seed. Edited copies have one in ten words.
const manyAnchors = 4096

// seed finds the anchors whose sequences occur in a at most so often, and tells
// whether these are not too many.
func (l *aligner) seed(most int32) bool {
	words := l.b.Words
	l.startSeeding()
	limit := manyAnchors + len(words)/2
	if most == 1 {
		limit = len(words)
	}
	passedOver, run := int32(0), anchor{}
	for j := int32(0); int(j)+shingle.Len <= len(words) && len(l.anchors) <= limit; j++ {
		first := l.lookUp(j, &run)
		if first < 0 {
			passedOver = 0
			continue
		}
		if l.grams.times[first] > most {
			passedOver++
			l.passedOver = max(l.passedOver, passedOver)
			continue
		}
		passedOver = 0
		for i := first + 1; i > 0; i = l.grams.next[i-1] {
			end := &l.done[int(i-1-j)+len(words)]
			if j+shingle.Len > *end {
				run = l.anchorAt(i-1, j, int32(len(words)), *end)
				*end = run.b + run.n
				l.anchors = append(l.anchors, run)
			}
		}
	}
	for _, m := range l.anchors { // as it was, at the cost of what was found
		l.done[int(m.a-m.b)+len(words)] = 0
	}
	return len(l.anchors) <= limit
}

func (l *aligner) startSeeding() {
	l.anchors, l.common, l.passedOver = l.anchors[:0], 0, 0
	l.text++
	if n := len(l.a.Words) + len(l.b.Words); n > len(l.done) {
		l.done = make([]int32, n)
	}
	l.others.reset(len(l.b.Words))
}

// lookUp is the first place in a of the sequence at j in b, or -1. It need not be
// looked for within the run that was found last. The sequence is counted.
func (l *aligner) lookUp(j int32, run *anchor) int32 {
	g := &l.grams
	first := int32(-1)
	if j+shingle.Len <= run.b+run.n {
		first = g.first[j+run.a-run.b]
	} else {
		s := l.b.Words[j:]
		h := shingle.Of(s[:shingle.Len])
		if first = g.table[g.slot(s, h)] - 1; first < 0 {
			l.others.add(h)
			return first
		}
	}
	if g.seen[first] != l.text {
		g.seen[first] = l.text
		l.common++
	}
	return first
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
	ordering.By(l.anchors, compareAnchors)
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
	i := l.grams.first[j] + 1
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
