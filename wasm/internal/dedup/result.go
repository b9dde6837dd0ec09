package dedup

import "clippings/wasm/protocol"

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
// others, and the rest one "exact" edge to it each: a thousand equal documents
// make half a million pairs, and all say the same.
type Edge struct {
	A, B protocol.DocID
	Overlap
	Relation protocol.Relation
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
