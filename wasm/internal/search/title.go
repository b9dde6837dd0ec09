package search

import "clippings/wasm/internal/index"

// placeInTitle tells which of docs would match by their title alone: where, of the
// parts that must match, each stands in it, and of those of which one must, one
// does. What is excluded or filtered has no part in this; if nothing else is asked
// for, no title matches.
func (e *evaluator) placeInTitle(docs []uint32, leaves int) {
	if leaves == 0 {
		for j := range e.tiers {
			e.tiers[j] |= notInTitle
		}
		return
	}
	if e.isRow() {
		e.q.scored(func(i int, _ *leaf) { e.markTitles(docs, &e.found[i]) })
		return
	}
	set := e.titleSet(e.q.root, docs)
	for j := range e.tiers {
		if set[j/64]>>(j%64)&1 == 0 {
			e.tiers[j] |= notInTitle
		}
	}
}

// isRow reports whether all that scores must match.
func (e *evaluator) isRow() bool {
	all := true
	e.q.scored(func(_ int, l *leaf) { all = all && l.required })
	return all
}

// markTitles marks those of docs, all of which are in the leaf's list, of which it
// is not in the title.
func (e *evaluator) markTitles(docs []uint32, f *found) {
	i := 0
	for j, d := range docs {
		for f.docs[i] < d {
			i++
		}
		if f.weights[i]&index.InTitle == 0 {
			e.tiers[j] |= notInTitle
		}
	}
}

// titleSet is which of docs match a node by their title, a bit each; nil for all.
func (e *evaluator) titleSet(n *node, docs []uint32) []uint64 {
	var out []uint64
	switch n.kind {
	case leafNode:
		if !e.q.leaves[n.leaf].excluded {
			return titlesOf(docs, &e.found[n.leaf])
		}
	case andNode, orNode:
		for _, c := range n.children {
			set := e.titleSet(c, docs)
			if set == nil {
				continue
			}
			if out == nil {
				out = set
				continue
			}
			for i := range out {
				if n.kind == andNode {
					out[i] &= set[i]
				} else {
					out[i] |= set[i]
				}
			}
		}
	}
	return out
}

// titlesOf is in the titles of which of docs a leaf stands.
func titlesOf(docs []uint32, f *found) []uint64 {
	out := make([]uint64, (len(docs)+63)/64)
	i := 0
	for j, d := range docs {
		for i < len(f.docs) && f.docs[i] < d {
			i++
		}
		if i == len(f.docs) {
			break
		}
		if f.docs[i] == d && f.weights[i]&index.InTitle != 0 {
			out[j/64] |= 1 << (j % 64)
		}
	}
	return out
}
