package cluster

import (
	"cmp"
	"slices"

	"clippings/wasm/internal/csr"
	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// Lookup finds what the evidence says of one document among many.
type Lookup struct {
	ev    *Evidence
	ids   []protocol.DocID // sorted
	byID  []int32          // documents in the order of ids
	docs  csr.Rows[int32]  // by text: its documents, in canonical order
	later []int32          // documents whose text another has before them, in canonical order
	after []uint32         // by text: where its edges with texts after it begin; its last entry ends them
	back  csr.Rows[int32]  // by text: its edges with texts before it
}

// NewLookup makes the indexes: 4 bytes an edge and about 30 a document. work is
// as in Cluster.
func (ev *Evidence) NewLookup(work func(int) error) (*Lookup, error) {
	l := &Lookup{ev: ev, byID: make([]int32, len(ev.Docs)), after: make([]uint32, len(ev.Shingles)+1)}
	for i := range l.byID {
		l.byID[i] = int32(i)
	}
	ordering.By(l.byID, func(x, y int32) int { return cmp.Compare(ev.Docs[x].ID, ev.Docs[y].ID) })
	l.ids = make([]protocol.DocID, len(ev.Docs))
	for i, doc := range l.byID {
		l.ids[i] = ev.Docs[doc].ID
	}
	l.docs = csr.New(len(ev.Shingles), func(put func(key uint32, val int32)) {
		for i := range ev.Docs {
			put(ev.Docs[i].Text, int32(i))
		}
	})
	for i := range ev.Docs {
		if l.first(ev.Docs[i].Text) != int32(i) {
			l.later = append(l.later, int32(i))
		}
	}
	if err := work(100 * len(ev.Docs)); err != nil {
		return nil, err
	}
	l.back = csr.New(len(ev.Shingles), func(put func(key uint32, val int32)) {
		for i := range ev.Edges {
			put(ev.Edges[i].B, int32(i))
		}
	})
	for i := range ev.Edges {
		l.after[ev.Edges[i].A+1] = uint32(i + 1)
	}
	for k := 1; k < len(l.after); k++ {
		l.after[k] = max(l.after[k], l.after[k-1])
	}
	return l, work(10 * len(ev.Edges))
}

// Is reports whether this is the lookup of the evidence; nil is of none.
func (l *Lookup) Is(ev *Evidence) bool { return l != nil && l.ev == ev }

// Doc is a document's place in canonical order; false if it is not there.
func (l *Lookup) Doc(id protocol.DocID) (int32, bool) {
	at, ok := slices.BinarySearch(l.ids, id)
	if !ok {
		return 0, false
	}
	return l.byID[at], true
}

// first is the document that stands for a text.
func (l *Lookup) first(text uint32) int32 { return l.docs.Of(text)[0] }

// Kin is a document that stands in a relation to another.
type Kin struct {
	ID       protocol.DocID
	Relation protocol.Relation
	Overlap  // seen from the other
}

// Pair is the pair of a document, which is its A, and the kin.
func (k *Kin) Pair(id protocol.DocID) protocol.Pair { return k.Overlap.Pair(id, k.ID, k.Relation) }

// Kin is all documents that a document has something in common with: those of its
// own text, then by the canonical order of the texts. What is found of a text holds for
// all documents that have it.
func (l *Lookup) Kin(id protocol.DocID, s protocol.Settings) []Kin {
	doc, ok := l.Doc(id)
	if !ok {
		return nil
	}
	text := l.ev.Docs[doc].Text
	var all []Kin
	for _, other := range l.docs.Of(text) {
		if other != doc {
			all = append(all, Kin{l.ev.Docs[other].ID, l.ev.sameRelation(doc, other), l.ev.same(text)})
		}
	}
	add := func(x *Edge) {
		o := l.ev.overlap(x, text)
		rel := Judge(o, &s)
		for _, other := range l.docs.Of(x.other(text)) {
			all = append(all, Kin{l.ev.Docs[other].ID, rel, o})
		}
	}
	for _, e := range l.back.Of(text) {
		add(&l.ev.Edges[e])
	}
	for e := l.after[text]; e < l.after[text+1]; e++ {
		add(&l.ev.Edges[e])
	}
	return all
}

// Pairs is Kin as pairs of the document, which is their A.
func (l *Lookup) Pairs(id protocol.DocID, s protocol.Settings) []protocol.Pair {
	var pairs []protocol.Pair
	for _, k := range l.Kin(id, s) {
		pairs = append(pairs, k.Pair(id))
	}
	return pairs
}

// Page is a part of all pairs: first, for each document whose text another has
// before it, the pair with the first of them; then the edges, each with the first
// documents of its texts. The total is of all. It takes as long as the part is.
func (l *Lookup) Page(offset, limit int, s protocol.Settings) protocol.Pairs {
	total := len(l.later) + len(l.ev.Edges)
	var pairs []protocol.Pair
	offset = min(max(offset, 0), total)
	end := offset + min(max(limit, 0), total-offset)
	for at := offset; at < min(end, len(l.later)); at++ {
		later := l.later[at]
		pairs = append(pairs, l.ev.samePair(l.first(l.ev.Docs[later].Text), later))
	}
	for at := max(offset, len(l.later)); at < end; at++ {
		x := &l.ev.Edges[at-len(l.later)]
		o := l.ev.overlap(x, x.A)
		pairs = append(pairs, o.Pair(l.ev.Docs[l.first(x.A)].ID, l.ev.Docs[l.first(x.B)].ID, Judge(o, &s)))
	}
	return protocol.Pairs{Total: uint32(total), Equal: uint32(len(l.later)), Pairs: pairs}
}
