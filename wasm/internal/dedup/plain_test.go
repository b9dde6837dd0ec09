package dedup

import (
	"fmt"
	"slices"

	"clippings/wasm/internal/shingle"
	"clippings/wasm/protocol"
)

// What the package finds the quick way, this file finds by comparing everything
// with everything.

// plainEdges compares everything with everything.
func plainEdges(docs []testDoc, p Params) []string {
	var ds []leadDoc
	sets := map[string][]uint64{}
	terms := map[string][]uint64{}
	for _, d := range docs {
		sets[d.Name] = shinglesOf(d.terms)
		terms[d.Name] = d.terms
		ds = append(ds, leadDoc{Info: d.Info, shingles: uint32(len(sets[d.Name]))})
	}
	slices.SortFunc(ds, compareCanonical)
	folded := map[string]bool{} // equal to one before it
	for i, a := range ds {
		for _, b := range ds[:i] {
			folded[a.Name] = folded[a.Name] || len(terms[a.Name]) > 0 && slices.Equal(terms[a.Name], terms[b.Name])
		}
	}
	var edges []string
	for i, a := range ds {
		for _, b := range ds[i+1:] {
			equal := slices.Equal(terms[a.Name], terms[b.Name])
			if folded[a.Name] || folded[b.Name] && !equal || len(terms[a.Name]) == 0 {
				continue
			}
			o := Overlap{A: a.shingles, B: b.shingles}
			for _, h := range sets[a.Name] {
				if _, found := slices.BinarySearch(sets[b.Name], h); found {
					o.Inter++
				}
			}
			if equal {
				edges = append(edges, fmt.Sprint(a.Name, b.Name, o, protocol.RelationExact))
				continue
			}
			if o.Inter < p.kept(o.Smaller()) {
				continue
			}
			if p.needsRun(o) {
				o.Run = uint32(plainRun(terms[a.Name], terms[b.Name]))
			}
			if rel := p.judge(o); rel != protocol.RelationNone {
				edges = append(edges, fmt.Sprint(a.Name, b.Name, o, rel))
			}
		}
	}
	slices.Sort(edges)
	return edges
}

// plain is an overlap without what needs term weights.
func plain(o Overlap) Overlap { o.Cohesion = 0; return o }

// plainRun is the longest common run by the quadratic table.
func plainRun(a, b []uint64) int {
	best := 0
	row := make([]int, len(b)+1)
	for i := range a {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				row[j+1] = row[j] + 1
				best = max(best, row[j+1])
			} else {
				row[j+1] = 0
			}
		}
	}
	return best
}

// allEdges is all pairs of documents, and not of texts alone: Edges, and those of
// equal documents, which stand in Edges only for the first of them.
func allEdges(r *Result) []Edge {
	equal := map[protocol.DocID][]protocol.DocID{} // of the first of equal documents, all
	for _, x := range r.Edges {
		if x.Relation == protocol.RelationExact {
			if equal[x.A] == nil {
				equal[x.A] = []protocol.DocID{x.A}
			}
			equal[x.A] = append(equal[x.A], x.B)
		}
	}
	of := func(id protocol.DocID) []protocol.DocID {
		if ids := equal[id]; ids != nil {
			return ids
		}
		return []protocol.DocID{id}
	}
	var all []Edge
	for _, x := range r.Edges {
		if x.Relation == protocol.RelationExact {
			// Each with all before it.
			ids := equal[x.A]
			for _, a := range ids[:slices.Index(ids, x.B)] {
				all = append(all, Edge{A: a, B: x.B, Overlap: x.Overlap, Relation: x.Relation})
			}
			continue
		}
		for _, a := range of(x.A) {
			for _, b := range of(x.B) {
				all = append(all, Edge{A: a, B: b, Overlap: x.Overlap, Relation: x.Relation})
			}
		}
	}
	return all
}

// shinglesOf is the shingles of terms, sorted.
func shinglesOf(terms []uint64) []uint64 {
	var s shingle.Shingler
	return slices.Sorted(slices.Values(s.Distinct(terms)))
}
