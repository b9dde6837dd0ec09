package ui

import (
	"slices"

	"clippings/wasm/coord"
	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// relative is a document related to the one that is open.
type relative struct {
	id      protocol.DocID
	summary protocol.Summary
	pair    protocol.Pair // zero when they share no wording worth telling
	copy    bool
	spans   []protocol.Span // what of the open text stands in it, sorted
	words   uint32          // of those
}

// relatives lists the documents related to an article: copies first, then by how
// much they share, then the rest of its story.
func relatives(a *coord.Article) []relative {
	var list []relative
	place := make(map[protocol.DocID]int)
	at := func(id protocol.DocID) *relative {
		i, ok := place[id]
		if !ok {
			i = len(list)
			place[id] = i
			list = append(list, relative{id: id, summary: a.Summaries[id]})
		}
		return &list[i]
	}
	for _, p := range a.Relatives.Pairs {
		r := at(p.B)
		r.pair, r.copy = p, p.Relation.IsCopy()
	}
	for _, p := range a.Passages {
		r := at(p.Other)
		r.spans = append(r.spans, p.Span)
		r.words += p.Words
	}
	for _, id := range a.Relatives.Story.DocIDs() {
		if id != a.Document.ID {
			at(id)
		}
	}
	for _, id := range copiesOf(a) {
		if id != a.Document.ID {
			at(id).copy = true
		}
	}
	ordering.By(list, func(a, b relative) int {
		return b.rank() - a.rank()
	})
	return list
}

// copiesOf lists the group that an article is in, itself too: not each of them
// shares wording with it.
func copiesOf(a *coord.Article) []protocol.DocID {
	for _, g := range a.Relatives.Story.Groups {
		ids := protocol.Story{Groups: []protocol.Group{g}}.DocIDs()
		if slices.Contains(ids, a.Document.ID) {
			return ids
		}
	}
	return nil
}

func (r relative) rank() int {
	switch {
	case r.copy:
		return 3
	case r.pair.Relation != protocol.RelationNone:
		return 2
	case len(r.spans) > 0:
		return 1
	}
	return 0
}
