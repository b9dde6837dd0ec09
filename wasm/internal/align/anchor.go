package align

import (
	"clippings/wasm/internal/shingle"
	"cmp"
	"math/bits"
	"slices"
)

// maxSeeds is how often a five-word sequence may occur in a and still seed: a
// refrain, not a table of results.
const maxSeeds = 16

// grams finds the places of five-word sequences in a text.
type grams struct {
	text  []uint64
	first []int32 // hash table: the first place of a sequence plus one
	next  []int32 // by place: the next place of the same sequence plus one
	times []int32 // by first place: how often
	last  []int32 // by first place: the last place
}

func newGrams(text []uint64) *grams {
	n := max(len(text)-shingle.Len+1, 0)
	g := &grams{
		text:  text,
		first: make([]int32, 1<<bits.Len(uint(2*n+1))),
		next:  make([]int32, n),
		times: make([]int32, n),
		last:  make([]int32, n),
	}
	for i := range int32(n) {
		slot := g.slot(text[i:])
		if g.first[slot] == 0 {
			g.first[slot], g.times[i], g.last[i] = i+1, 1, i
			continue
		}
		f := g.first[slot] - 1
		g.next[g.last[f]] = i + 1
		g.times[f]++
		g.last[f] = i
	}
	return g
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

// anchors returns the maximal runs of at least shingle.Len equal words, by their
// place in b, then in a.
//
// Each word pair is looked at once, and one word of b lies in at most maxSeeds
// runs: where it lies in more, its sequence does not seed.
func (l *aligner) anchors() []anchor {
	g := newGrams(l.a)
	done := make([]int32, len(l.a)+len(l.b)) // by diagonal: end in b of its last run
	var out []anchor
	for j := int32(0); int(j)+shingle.Len <= len(l.b); j++ {
		i, times := g.find(l.b[j:])
		if times > maxSeeds {
			continue
		}
		for ; i > 0; i = g.next[i-1] {
			end := &done[int(i-1-j)+len(l.b)]
			if j+shingle.Len > *end {
				m := l.anchorAt(i-1, j, int32(len(l.b)), *end)
				*end = m.b + m.n
				out = append(out, m)
			}
		}
	}
	slices.SortFunc(out, compareAnchors)
	return out
}

// earlierAnchors returns, going through the text once, the longest run at each
// place that stands earlier too, without overlapping itself there. The next run
// may begin before the last one ends, by a few words that both could claim.
func (l *aligner) earlierAnchors() []anchor {
	g := newGrams(l.a)
	var out []anchor
	for j := int32(0); int(j)+shingle.Len <= len(l.b); j++ {
		var best anchor
		i, _ := g.find(l.b[j:])
		for tried := 0; i > 0 && i <= j && tried < maxSeeds; tried++ {
			m := l.anchorAt(i-1, j, j-(i-1), j-maxBack)
			if m.n = min(m.n, m.b-m.a); m.n > best.n {
				best = m
			}
			i = g.next[i-1]
		}
		if best.n >= shingle.Len {
			out = append(out, best)
			overlap := int32(shingle.Len)
			if best.n == best.b-best.a { // cut short by itself: the next printing begins
				overlap = 1
			}
			j = max(j, best.b+best.n-overlap)
		}
	}
	slices.SortFunc(out, compareAnchors)
	return out
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
	n := int32(shingle.Len)
	for n < most && int(i+n) < len(l.a) && int(j+n) < len(l.b) && l.a[i+n] == l.b[j+n] {
		n++
	}
	for i > 0 && j > max(from, 0) && l.a[i-1] == l.b[j-1] {
		i, j, n = i-1, j-1, n+1
	}
	return anchor{a: i, b: j, n: n}
}
