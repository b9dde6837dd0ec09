package search

import (
	"slices"

	"clippings/wasm/internal/index"
	"clippings/wasm/protocol"
)

// tier is what of a hit's standing comes before its score, as one number:
// missing words, then typos, then words in another form only, then whether a word
// is not in the title.
type tier uint32

const (
	tierMissing = 1 << 20
	tierTypo    = 1 << 10
	tierForm    = 1 << 1
	notInTitle  = 1
)

// tierOf is what a word adds that stands so far away.
func tierOf(away uint8) tier { return tier(away/awayEdit)*tierTypo + tier(away%awayEdit)*tierForm }

// standing is the tier in full.
func (t tier) standing(score float64) protocol.Standing {
	return protocol.Standing{
		Missing: uint8(t / tierMissing),
		Typos:   uint8(t % tierMissing / tierTypo),
		Forms:   uint8(t % tierTypo / tierForm),
		Gap:     protocol.NoGap,
		Field:   uint8(t & notInTitle),
		Score:   score,
	}
}

// rank works out scores and tiers of the documents that match, leaf by leaf in the
// order of the query.
func (e *evaluator) rank(docs []uint32) {
	e.scores = slices.Grow(e.scores[:0], len(docs))[:len(docs)]
	e.tiers = slices.Grow(e.tiers[:0], len(docs))[:len(docs)]
	clear(e.scores)
	clear(e.tiers)
	leaves := 0
	w := weigherOf(e.plan)
	e.q.scored(func(i int, l *leaf) {
		leaves++
		idf, _ := e.q.rarity(e.plan, l)
		f := &e.found[i]
		e.addScores(docs, f, idf, w.in(f.scale))
		if len(f.exact.docs) > 0 {
			e.addExact(docs, &f.exact, idfOf(e.plan, e.plan.Words[l.first].Documents), w.in(scaleOwn))
		}
	})
	e.placeInTitle(docs, leaves)
	if e.some {
		for j := range e.tiers {
			e.tiers[j] += tier(leaves) * tierMissing
		}
	}
	if leaves > 100 {
		for j, t := range e.tiers {
			e.tiers[j] = t.capped()
		}
	}
}

// capped is a tier no longer than its standing can tell.
func (t tier) capped() tier {
	return min(t/tierMissing, 255)*tierMissing + min(t%tierMissing/tierTypo, 255)*tierTypo +
		min(t%tierTypo/tierForm, 255)*tierForm + t&notInTitle
}

// addScores adds what a leaf scores to those of docs that are in its list, how far
// from the word as typed it stands there, and, for those that miss words, that this
// one is not.
func (e *evaluator) addScores(docs []uint32, f *found, idf float64, w weigher) {
	lengths := e.seg.Lengths()
	present := tier(0)
	if e.some {
		present -= tierMissing
	}
	i := 0
	for j, d := range docs {
		for i < len(f.docs) && f.docs[i] < d {
			i++
		}
		if i == len(f.docs) {
			return
		}
		if f.docs[i] != d {
			continue
		}
		e.scores[j] += w.score(idf, f.weights[i]&^index.InTitle, lengths[d])
		if present != 0 || f.least != 0 || len(f.away) > 0 {
			e.tiers[j] += present + tierOf(f.awayOf(i))
		}
	}
}

// addExact adds the scores of the beginning of a word as a word of its own.
func (e *evaluator) addExact(docs []uint32, l *list, idf float64, w weigher) {
	lengths := e.seg.Lengths()
	i := 0
	for j, d := range docs {
		for i < len(l.docs) && l.docs[i] < d {
			i++
		}
		if i == len(l.docs) {
			return
		}
		if l.docs[i] == d {
			e.scores[j] += w.score(idf, l.weights[i]&^index.InTitle, lengths[d])
		}
	}
}
