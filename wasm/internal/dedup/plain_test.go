package dedup

import (
	"slices"

	"clippings/wasm/internal/cluster"
	"clippings/wasm/internal/corpustest"
	"clippings/wasm/internal/shingle"
)

// What the package finds the quick way, this file finds by comparing everything
// with everything.

// plainEdges compares all texts with each other; of equal documents the one
// that is first in canonical order stands for the text.
func plainEdges(docs []testDoc, p Params) []string {
	docs = slices.Clone(docs)
	slices.SortFunc(docs, func(a, b testDoc) int {
		return cluster.CompareCanonical(&a.Doc, &b.Doc, uint32(len(shinglesOf(a.terms))), uint32(len(shinglesOf(b.terms))))
	})
	var firsts []testDoc
	for _, d := range docs {
		same := func(f testDoc) bool { return slices.Equal(f.terms, d.terms) }
		if len(d.terms) > 0 && !slices.ContainsFunc(firsts, same) {
			firsts = append(firsts, d)
		}
	}
	var edges []string
	for i, a := range firsts {
		for _, b := range firsts[i+1:] {
			x, y := shinglesOf(a.terms), shinglesOf(b.terms)
			common := uint32(0)
			for _, h := range x {
				if _, found := slices.BinarySearch(y, h); found {
					common++
				}
			}
			smaller := uint32(min(len(x), len(y)))
			if common < p.kept(smaller) {
				continue
			}
			run := 0
			if cluster.Measured(common, smaller) {
				run = corpustest.LongestRun(a.terms, b.terms)
			}
			edges = append(edges, edgeName(a.Name, b.Name, common, uint32(run)))
		}
	}
	slices.Sort(edges)
	return edges
}

// shinglesOf is the shingles of terms, sorted.
func shinglesOf(terms []uint64) []uint64 {
	var s shingle.Shingler
	return slices.Sorted(slices.Values(s.Distinct(terms)))
}
