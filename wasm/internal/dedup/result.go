package dedup

import (
	"iter"

	"clippings/wasm/protocol"
)

// Assignment is what a shard needs to know of one of its documents.
type Assignment struct {
	Doc            protocol.DocID
	Group          uint32            // the group of copies it stands in, from 1; 0 if none
	Story          uint32            // the story it stands in, from 1; 0 if none
	Representative protocol.DocID    // of its group; itself if it leads one or has none
	Relation       protocol.Relation // to the representative; protocol.RelationNone if it is that
	Score          float64           // containment of the shorter of the two in the longer, 0 to 1
}

// Result is everything an exchange found. Its order is that of the canonical
// numbers, so it does not depend on how the documents were spread.
type Result struct {
	Docs    []protocol.DocID // all documents in canonical order
	Days    []int32          // the Info.Date of each
	Edges   []Edge           // sorted by canonical order of A, then B
	Groups  []Group          // ID-1 is the index
	Stories []Story          // ID-1 is the index
}

// Edge is a pair of documents with text in common. A is before B in canonical
// order. Of several documents with equal text only the first has edges to
// others, and the rest one "exact" edge to it each.
type Edge struct {
	A, B protocol.DocID
	Overlap
	Relation protocol.Relation
}

// AllEdges gives every pair that comparing everything with everything would:
// Edges, and those of equal documents, which stand in Edges only for the first
// of them. A thousand equal documents alone make half a million pairs.
func (r *Result) AllEdges() iter.Seq[Edge] {
	same := map[protocol.DocID][]protocol.DocID{} // of the first of equal documents, the rest
	for _, x := range r.Edges {
		if x.Relation == protocol.RelationExact {
			same[x.A] = append(same[x.A], x.B)
		}
	}
	return func(yield func(Edge) bool) {
		for _, x := range r.Edges {
			if x.Relation == protocol.RelationExact {
				continue
			}
			for _, a := range append([]protocol.DocID{x.A}, same[x.A]...) {
				for _, b := range append([]protocol.DocID{x.B}, same[x.B]...) {
					if !yield(Edge{A: a, B: b, Overlap: x.Overlap, Relation: x.Relation}) {
						return
					}
				}
			}
		}
		eachEqual(r.Edges, same, yield)
	}
}

// eachEqual gives all pairs of equal documents.
func eachEqual(edges []Edge, same map[protocol.DocID][]protocol.DocID, yield func(Edge) bool) {
	told := map[protocol.DocID]int{} // how many of a first's copies were given
	for _, x := range edges {
		if x.Relation != protocol.RelationExact {
			continue
		}
		if !yield(x) {
			return
		}
		told[x.A]++
		for _, b := range same[x.A][told[x.A]:] {
			if !yield(Edge{A: x.B, B: b, Overlap: x.Overlap, Relation: protocol.RelationExact}) {
				return
			}
		}
	}
}

// Group is a group of copies: one document that represents it and the others,
// each of which has a verified edge to it or a text equal to one that has.
type Group struct {
	ID             uint32
	Representative protocol.DocID
	Why            string   // what made it the representative
	Members        []Member // without the representative, in canonical order; at least one
}

// Member is a document in a group of copies, and how it is related to the
// representative: in Overlap, A is the representative and B the member.
type Member struct {
	Doc protocol.DocID
	Overlap
	Relation protocol.Relation
}

// Story is a set of documents about one event, copies included, by date and
// canonical order; at least two.
type Story struct {
	ID      uint32
	Members []protocol.DocID
}
