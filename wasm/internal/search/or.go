package search

import "math/bits"

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
		e.free.put(set)
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
			e.found[c.leaf].keep(set)
		}
		e.limit(c, set)
	}
}

// keep leaves only the documents that are in set.
func (f *found) keep(set []uint32) {
	n := f.list.keep(set, func(to, from int) {
		if len(f.away) > 0 {
			f.away[to] = f.away[from]
		}
	})
	if len(f.away) > 0 {
		f.away = f.away[:n]
	}
	f.exact.keep(set, func(int, int) {})
}

// keep leaves only the documents that are in set and returns how many these are.
// moved is told the new and the old place of each.
func (l *list) keep(set []uint32, moved func(to, from int)) int {
	n, i := 0, 0
	for j, d := range l.docs {
		for i < len(set) && set[i] < d {
			i++
		}
		if i < len(set) && set[i] == d {
			l.docs[n], l.weights[n] = d, l.weights[j]
			moved(n, j)
			n++
		}
	}
	l.docs, l.weights = l.docs[:n], l.weights[:n]
	return n
}
