package search

import (
	"math/bits"
	"slices"

	"clippings/wasm/internal/index"
	"clippings/wasm/protocol"
)

// match evaluates a node to the sorted documents that match it, of those in
// within, or of all where within is nil. The result is never nil and is the
// caller's to give back to e.sets; within is left as it is.
func (e *evaluator) match(n *node, within []uint32) []uint32 {
	out := e.sets.get()
	if e.tick() {
		return out
	}
	switch n.kind {
	case leafNode:
		return append(out, e.leaf(n.leaf, within).docs...)
	case notNode:
		e.sets.put(out)
		return e.matchNot(n.children[0], within)
	case orNode:
		return e.matchOr(out, n, within)
	}
	e.sets.put(out)
	return e.matchAnd(n, within)
}

// leaf evaluates a leaf and keeps what it found for the scores.
func (e *evaluator) leaf(i int, within []uint32) *found {
	f := &e.found[i]
	f.list.reset()
	f.exact.reset()
	if l := &e.q.leaves[i]; len(l.words) == 1 {
		e.word(f, l.words[0], within)
	} else {
		e.phrase(f, l, within)
	}
	return f
}

// matchAnd takes the rarest part first and looks for each of the others only
// in what is left; exclusions come last.
func (e *evaluator) matchAnd(n *node, within []uint32) []uint32 {
	type part struct {
		*node
		cost uint64
	}
	parts := make([]part, 0, 8)
	for _, c := range n.children {
		parts = append(parts, part{c, e.cost(c)})
	}
	slices.SortStableFunc(parts, func(a, b part) int {
		if a.cost < b.cost {
			return -1
		}
		return min(1, int(min(a.cost-b.cost, 1)))
	})
	var current []uint32
	for _, p := range parts {
		from := within
		if current != nil {
			from = current
		}
		next := e.match(p.node, from)
		e.sets.put(current)
		if current = next; len(current) == 0 {
			break
		}
	}
	return current
}

// cost estimates how many documents of the segment match, which is also about
// the work of finding them. Exclusions come after everything else.
func (e *evaluator) cost(n *node) uint64 {
	all := uint64(e.seg.Documents())
	switch n.kind {
	case notNode:
		return all + 1
	case orNode:
		sum := uint64(0)
		for _, c := range n.children {
			sum += e.cost(c)
		}
		return min(sum, all)
	case andNode:
		least := all
		for _, c := range n.children {
			least = min(least, e.cost(c))
		}
		return least
	}
	least := all
	l := &e.q.leaves[n.leaf]
	for _, w := range l.words {
		f := frequencies(e.seg, w)
		least = min(least, max(f[0], f[1]))
	}
	if len(l.words) > 1 {
		// A phrase reads positions too: after single words of its frequency.
		least = min(all, 2*least)
	}
	return least
}

// matchOr unites what its parts match. A part of several words adds to the
// score only of documents that it matches as a whole.
func (e *evaluator) matchOr(out []uint32, n *node, within []uint32) []uint32 {
	marks := make([]uint64, (e.seg.Documents()+63)/64)
	for _, c := range n.children {
		set := e.match(c, within)
		e.limit(c, set)
		for _, d := range set {
			marks[d/64] |= 1 << (d % 64)
		}
		e.sets.put(set)
	}
	for i, m := range marks {
		for ; m != 0; m &= m - 1 {
			out = append(out, uint32(i*64+bits.TrailingZeros64(m)))
		}
	}
	return out
}

// limit takes out of the lists of all leaves below n the documents that are not
// in set, where n is more than a leaf.
func (e *evaluator) limit(n *node, set []uint32) {
	for _, c := range n.children {
		if c.kind == leafNode {
			e.found[c.leaf].list.keep(set)
			e.found[c.leaf].exact.keep(set)
		}
		e.limit(c, set)
	}
}

// keep leaves only the documents that are in set.
func (l *list) keep(set []uint32) {
	n, i := 0, 0
	for j, d := range l.docs {
		for i < len(set) && set[i] < d {
			i++
		}
		if i < len(set) && set[i] == d {
			l.docs[n], l.weights[n] = d, l.weights[j]
			n++
		}
	}
	l.docs, l.weights = l.docs[:n], l.weights[:n]
}

func (e *evaluator) matchNot(n *node, within []uint32) []uint32 {
	set := e.match(n, within)
	out := e.sets.get()
	if within == nil {
		i := 0
		for d := range e.seg.Documents() {
			if i < len(set) && set[i] == d {
				i++
				continue
			}
			out = append(out, d)
		}
	} else {
		i := 0
		for _, d := range within {
			if i < len(set) && set[i] == d {
				i++
				continue
			}
			out = append(out, d)
		}
	}
	e.sets.put(set)
	return out
}

// score adds up the scores of docs, word by word in the order of the query.
func (e *evaluator) score(docs []uint32, st *protocol.Stats) []float64 {
	e.scores = slices.Grow(e.scores[:0], len(docs))[:len(docs)]
	clear(e.scores)
	w := weigherOf(st)
	for i := range e.q.leaves {
		l := &e.q.leaves[i]
		if l.excluded {
			continue
		}
		f := &e.found[i]
		if len(l.words) > 1 {
			idf := 0.0
			for j, word := range l.words {
				idf += weightOf(st, l.first+j, word.prefix)
			}
			e.addScores(docs, &f.list, idf, w)
			continue
		}
		e.addScores(docs, &f.list, weightOf(st, l.first, l.words[0].prefix), w)
		if l.words[0].prefix {
			e.addScores(docs, &f.exact, weightOf(st, l.first, false), w)
		}
	}
	return e.scores
}

// addScores adds what a word scores to those of docs that are in its list.
func (e *evaluator) addScores(docs []uint32, l *list, idf float64, w weigher) {
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
