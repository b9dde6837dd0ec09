package search

import (
	"cmp"
	"slices"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// conjuncts is the parts of the query that must all match and can be near each
// other, each as the leaves of which one must; what only excludes or filters is none
// of them.
func (q *Query) conjuncts() [][]int {
	var out [][]int
	var walk func(n *node)
	walk = func(n *node) {
		if n == nil {
			return
		}
		if n.kind == andNode {
			for _, c := range n.children {
				walk(c)
			}
			return
		}
		if leaves := q.leavesOf(n, nil); len(leaves) > 0 {
			out = append(out, leaves)
		}
	}
	walk(q.root)
	return out
}

// HasGap reports whether hits are put in order by how near the parts of the query
// stand to each other.
func (o *Options) HasGap(q *Query) bool {
	return o.Key == nil && o.Match != protocol.MatchAny && len(q.conjuncts()) > 1
}

// leavesOf appends the leaves below n that score. One that stands for too much to
// be near anything is left out.
func (q *Query) leavesOf(n *node, out []int) []int {
	if n.kind == leafNode && !q.leaves[n.leaf].excluded && !q.isVague(&q.leaves[n.leaf]) {
		return append(out, n.leaf)
	}
	for _, c := range n.children {
		out = q.leavesOf(c, out)
	}
	return out
}

// isVague reports whether a leaf is a word of which so few letters are known that
// words it means stand nearly everywhere.
func (q *Query) isVague(l *leaf) bool {
	a := &q.atoms[l.first]
	known := max(letters(a.bare(a.begin)), letters(a.holds))
	return l.kind == wordLeaf && a.kind != whole && a.kind != inside && known < shortestPrefix
}

// findGaps tells of the first hits how near the parts of the query stand to each
// other, and puts them in order by it.
func (s *Searcher) findGaps(hits []Hit) error {
	e := &s.e
	parts := e.q.conjuncts()
	hits = hits[:min(len(hits), protocol.Nearest)]
	if len(hits) == 0 {
		return nil
	}
	order := make([]int, len(hits))
	for i := range order {
		order[i] = i
	}
	ordering.By(order, func(a, b int) int { return int(hits[a].Doc) - int(hits[b].Doc) })
	for _, seg := range s.x.Segments() {
		var docs []uint32
		n := 0
		for n < len(order) && hits[order[n]].Doc < seg.Base()+seg.Documents() {
			docs = append(docs, hits[order[n]].Doc-seg.Base())
			n++
		}
		if n > 0 {
			e.enter(seg)
			for i, w := range e.windows(parts, docs) {
				hits[order[i]].Gap = protocol.GapOf(w)
			}
		}
		order = order[n:]
	}
	// They are in order but for their gaps.
	ordering.By(hits, func(a, b Hit) int {
		return cmp.Or(int(a.Missing)-int(b.Missing), int(a.Typos)-int(b.Typos), int(a.Forms)-int(b.Forms), int(a.Gap)-int(b.Gap))
	})
	return e.err
}

// windows is, for each of docs, how many other words stand in the smallest
// stretch that holds a place of every part.
func (e *evaluator) windows(parts [][]int, docs []uint32) []uint32 {
	all := e.spots[:0]
	for part, leaves := range parts {
		for _, i := range leaves {
			l := &e.q.leaves[i]
			words := 1
			if l.kind == phraseLeaf {
				words = l.words
			}
			for _, p := range e.leafPlaces(l, docs) {
				all = append(all, p.spot()|place(part<<partShift|words))
			}
		}
	}
	slices.Sort(all)
	e.spots = all
	e.work += 8 * len(all)
	out := make([]uint32, len(docs))
	ends := make([]partEnd, len(parts))
	e.each(all, func(doc int, places []place) { out[doc] = window(places, ends) })
	return out
}

// partShift is where, in the code of a place of a part of the query, the number of
// its words ends and that of the part begins; there are at most 1,000 of either.
const partShift = 12

// partEnd is where the place at hand of a part ends, and its words; none: no words.
type partEnd struct{ end, words uint32 }

// window takes places from the last to the first. Of each part the place that ends
// first, of those from the place at hand on, makes the stretch from there; of two
// that end together the longer is taken. ends has room for one of each part.
func window(places []place, ends []partEnd) uint32 {
	clear(ends)
	best, missing := ^uint32(0), len(ends)
	for i := len(places) - 1; i >= 0; i-- {
		start, words := places[i].position(), places[i].code()&(1<<partShift-1)
		at, end := &ends[places[i].code()>>partShift], start+words
		switch {
		case at.words == 0:
			missing--
			*at = partEnd{end, words}
		case end < at.end || end == at.end && words > at.words:
			*at = partEnd{end, words}
		}
		if missing > 0 {
			continue
		}
		last, sum := uint32(0), uint32(0)
		for _, p := range ends {
			last, sum = max(last, p.end), sum+p.words
		}
		best = min(best, max(last-start, sum)-sum)
	}
	return best
}
