package search

import "clippings/wasm/ordering"

// match evaluates a node to the sorted documents that match it, of those in
// within, or of all where within is nil. The result is never nil and is the
// caller's to give back to e.free; within is left as it is.
func (e *evaluator) match(n *node, within []uint32) []uint32 {
	out := e.free.get()
	if e.tick() {
		return out
	}
	switch n.kind {
	case leafNode:
		return append(out, e.leaf(n.leaf, within).docs...)
	case filterNode:
		return e.matchFilter(out, e.marks[n.leaf], within)
	case orNode:
		return e.matchOr(out, n, within)
	}
	e.free.put(out)
	if n.kind == notNode {
		return e.matchNot(n.children[0], within)
	}
	return e.matchAnd(n, within)
}

// leaf evaluates a leaf and keeps what it found for the scores.
func (e *evaluator) leaf(i int, within []uint32) *found {
	f := &e.found[i]
	f.reset()
	l := &e.q.leaves[i]
	switch {
	case l.kind == wordLeaf && !l.scope.isLimited() && !l.exact:
		e.word(f, l.first, within)
	case l.kind == phraseLeaf && e.isPlain(l):
		e.phrase(f, l, within)
	default:
		e.placed(f, l, within)
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
	ordering.By(parts, func(a, b part) int {
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
		e.free.put(current)
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
	case filterNode:
		return e.countMarks(e.marks[n.leaf])
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
	return e.leafCost(&e.q.leaves[n.leaf])
}

// leafCost is the cost of a leaf. Positions are read after single words of the
// same frequency, texts last.
func (e *evaluator) leafCost(l *leaf) uint64 {
	all := uint64(e.seg.Documents())
	least := all
	for i := range l.words {
		least = min(least, e.set(l.first+i).frequency(e.seg))
	}
	switch {
	case l.exact || l.kind == textLeaf:
		return all
	case l.kind != wordLeaf || l.scope.isLimited():
		return min(all, 2*least)
	}
	return least
}

func (e *evaluator) matchNot(n *node, within []uint32) []uint32 {
	set := e.match(n, within)
	out := e.free.get()
	i := 0
	if within == nil {
		for d := range e.seg.Documents() {
			if i < len(set) && set[i] == d {
				i++
				continue
			}
			out = append(out, d)
		}
	} else {
		for _, d := range within {
			if i < len(set) && set[i] == d {
				i++
				continue
			}
			out = append(out, d)
		}
	}
	e.free.put(set)
	return out
}
