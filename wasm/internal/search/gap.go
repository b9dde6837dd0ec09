package search

import (
	"slices"

	"clippings/wasm/protocol"
)

// conjuncts is the parts of the query that must all match, each as the leaves of
// which one must; what only excludes or filters is none of them.
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

// leavesOf appends the leaves below n that score.
func (q *Query) leavesOf(n *node, out []int) []int {
	if n.kind == leafNode && !q.leaves[n.leaf].excluded {
		return append(out, n.leaf)
	}
	for _, c := range n.children {
		out = q.leavesOf(c, out)
	}
	return out
}

// findGaps tells of the first hits how near the parts of the query stand to each
// other, and puts them in order by it.
func (s *Searcher) findGaps(hits []Hit) error {
	e := &s.e
	parts := e.q.conjuncts()
	hits = hits[:min(len(hits), protocol.Nearest)]
	if len(parts) < 2 || len(hits) == 0 {
		return nil
	}
	order := make([]int, len(hits))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return int(hits[a].Doc) - int(hits[b].Doc) })
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
	slices.SortFunc(hits, compareHits)
	return e.err
}

// windows is, for each of docs, how many other words stand in the smallest
// stretch that holds a place of every part.
func (e *evaluator) windows(parts [][]int, docs []uint32) []uint32 {
	all := make([][]partPlace, len(docs))
	for part, leaves := range parts {
		for _, i := range leaves {
			l := &e.q.leaves[i]
			words := uint32(1)
			if l.kind == phraseLeaf {
				words = uint32(l.words)
			}
			for _, p := range e.leafPlaces(l, docs) {
				all[p.doc()] = append(all[p.doc()], partPlace{p.position(), words, part})
			}
		}
	}
	out := make([]uint32, len(docs))
	ends := make([]partPlace, len(parts))
	for i, places := range all {
		slices.SortFunc(places, func(a, b partPlace) int { return int(b.start) - int(a.start) })
		out[i] = window(places, ends)
		e.work += 8 * len(places)
	}
	return out
}

// partPlace is a place of a part of the query.
type partPlace struct {
	start, words uint32
	part         int
}

func (p *partPlace) end() uint32 { return p.start + p.words }

// window takes places from the last to the first. Of each part the place that ends
// first, of those from the place at hand on, makes the stretch from there; of two
// that end together the longer is taken. ends has room for one of each part.
func window(places, ends []partPlace) uint32 {
	const none = ^uint32(0)
	clear(ends)
	best, missing := none, len(ends)
	for _, p := range places {
		at := &ends[p.part]
		switch {
		case at.words == 0:
			missing--
			*at = p
		case p.end() < at.end() || p.end() == at.end() && p.words > at.words:
			*at = p
		}
		if missing > 0 {
			continue
		}
		end, words := uint32(0), uint32(0)
		for i := range ends {
			end, words = max(end, ends[i].end()), words+ends[i].words
		}
		if length := end - p.start; length < words {
			best = 0
		} else {
			best = min(best, length-words)
		}
	}
	return best
}
