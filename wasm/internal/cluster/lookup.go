package cluster

import "clippings/wasm/protocol"

// Lookup finds what the evidence says of one document among many.
type Lookup struct {
	ev    *Evidence
	byID  map[protocol.DocID]int32
	docs  csr // by text: its documents, in canonical order
	edges csr // by text: its edges
}

// NewLookup makes the indexes: about 8 bytes an edge and 40 a document.
func (ev *Evidence) NewLookup() *Lookup {
	l := &Lookup{ev: ev, byID: make(map[protocol.DocID]int32, len(ev.Docs))}
	for i := range ev.Docs {
		l.byID[ev.Docs[i].ID] = int32(i)
	}
	l.docs = newCSR(len(ev.Shingles), func(put func(key uint32, val int32)) {
		for i := range ev.Docs {
			put(ev.Docs[i].Text, int32(i))
		}
	})
	l.edges = newCSR(len(ev.Shingles), func(put func(key uint32, val int32)) {
		for i := range ev.Edges {
			put(ev.Edges[i].A, int32(i))
			put(ev.Edges[i].B, int32(i))
		}
	})
	return l
}

// Is reports whether this is the lookup of the evidence; nil is of none.
func (l *Lookup) Is(ev *Evidence) bool { return l != nil && l.ev == ev }

// Doc is a document's place in canonical order; false if it is not there.
func (l *Lookup) Doc(id protocol.DocID) (int32, bool) {
	i, ok := l.byID[id]
	return i, ok
}

// Pairs is all pairs of a document, which is their A. What is found of a text
// holds for all documents that have it.
func (l *Lookup) Pairs(id protocol.DocID, s protocol.Settings) []protocol.Pair {
	doc, ok := l.byID[id]
	if !ok {
		return nil
	}
	text := l.ev.Docs[doc].Text
	var pairs []protocol.Pair
	for _, other := range l.docs.of(text) {
		if other != doc {
			pairs = append(pairs, l.ev.same(text).Pair(id, l.ev.Docs[other].ID, protocol.RelationExact))
		}
	}
	for _, e := range l.edges.of(text) {
		x := &l.ev.Edges[e]
		o := l.ev.overlap(x, text)
		rel := Judge(o, &s)
		for _, other := range l.docs.of(x.A + x.B - text) {
			pairs = append(pairs, o.Pair(id, l.ev.Docs[other].ID, rel))
		}
	}
	return pairs
}

// Page is a part of all pairs: first, for each document whose text another has
// before it, the pair with the first of them; then the edges, each with the first
// documents of its texts. The total is of all.
func (l *Lookup) Page(offset, limit int, s protocol.Settings) (total int, pairs []protocol.Pair) {
	equal := len(l.ev.Docs) - len(l.ev.Shingles)
	total = equal + len(l.ev.Edges)
	end := min(offset+limit, total)
	if offset < equal {
		n := 0
		for i := range l.ev.Docs {
			d := &l.ev.Docs[i]
			first := l.docs.of(d.Text)[0]
			if first == int32(i) {
				continue
			}
			if n >= offset && n < end {
				pairs = append(pairs, l.ev.same(d.Text).Pair(l.ev.Docs[first].ID, d.ID, protocol.RelationExact))
			}
			n++
		}
	}
	for at := max(offset, equal); at < end; at++ {
		x := &l.ev.Edges[at-equal]
		o := l.ev.overlap(x, x.A)
		a, b := l.docs.of(x.A)[0], l.docs.of(x.B)[0]
		pairs = append(pairs, o.Pair(l.ev.Docs[a].ID, l.ev.Docs[b].ID, Judge(o, &s)))
	}
	return total, pairs
}
