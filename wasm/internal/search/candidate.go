package search

import "clippings/wasm/internal/index"

// candidates is the documents, of those in within or of all, that hold what a
// leaf is made of. The caller gives them back to e.free.
func (e *evaluator) candidates(l *leaf, within []uint32) []uint32 {
	if l.kind != nearLeaf {
		return e.rowCandidates(l.row, l.scope, within)
	}
	var current []uint32
	for _, it := range l.items {
		if current != nil {
			within = current
		}
		next := e.itemCandidates(it, l.scope, within)
		e.free.put(current)
		current = next
	}
	return current
}

// itemCandidates is the documents that hold all atoms of one of the rows.
func (e *evaluator) itemCandidates(it item, in scope, within []uint32) []uint32 {
	out := e.rowCandidates(it[0], in, within)
	for _, r := range it[1:] {
		more := e.rowCandidates(r, in, within)
		sum := merged(e.free.get(), out, more)
		e.free.put(out)
		e.free.put(more)
		out = sum
	}
	return out
}

// merged appends what is in a or b; both rise.
func merged(out, a, b []uint32) []uint32 {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			out, a = append(out, a[0]), a[1:]
		case a[0] > b[0]:
			out, b = append(out, b[0]), b[1:]
		default:
			out, a, b = append(out, a[0]), a[1:], b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// rowCandidates is the documents that hold all atoms of a row, the rarest being
// looked for first. Those of a single atom in the title are told by the index.
func (e *evaluator) rowCandidates(r row, in scope, within []uint32) []uint32 {
	inTitle := in.fields == 1<<index.Title
	order := e.order(r)
	var current []uint32
	for _, i := range order {
		if current != nil {
			within = current
		}
		f := &e.candidate
		f.reset()
		e.readSet(f, e.set(i), within)
		next := e.free.get()
		for j, d := range f.docs {
			if !inTitle || f.weights[j]&index.InTitle != 0 {
				next = append(next, d)
			}
		}
		e.free.put(current)
		if current = next; len(current) == 0 {
			break
		}
	}
	return current
}

// order is the atoms of a row, rarest first.
func (e *evaluator) order(r row) []int {
	order := make([]int, r.words)
	costs := make([]uint64, r.words)
	for i := range order {
		cost := e.set(r.first + i).frequency(e.seg)
		j := i
		for ; j > 0 && costs[j-1] > cost; j-- {
			order[j], costs[j] = order[j-1], costs[j-1]
		}
		order[j], costs[j] = r.first+i, cost
	}
	return order
}
