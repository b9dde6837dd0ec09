package dedup

import (
	"cmp"
	"slices"

	"clippings/wasm/internal/cluster"
	"clippings/wasm/ordering"
)

// Past is what an exchange has found, as the one after it needs it to compare
// only what is new: with it, the result is the same as without.
//
// A text is known by its words, so it does not matter which documents have it
// and what they are numbered. When all texts of the past are still there, only
// shingles of fresh texts are posted, by all texts that have them, and only pairs
// with a fresh text are counted. Other pairs keep their figures, which depend on
// the two texts alone; but a list that fresh texts made longer may pair them no
// more, and that is taken off. When more has changed than that, everything is
// compared.
type Past struct {
	params  Params
	texts   []fingerprint // in order; zero for a text without words
	edges   []cluster.Edge
	loose   []loosePair
	lengths *lengths
	limit   int
}

// Len is the number of pairs that it holds; nil holds none.
func (p *Past) Len() int {
	if p == nil {
		return 0
	}
	return len(p.edges)
}

// loosePair is an edge of which some common shingles are in lists that do not
// pair the two.
type loosePair struct {
	key   uint64
	loose uint32 // how many
}

// After gives the exchange what the one before it has found; nil is nothing. It
// is called at the lead before the first step, with the Past of the same Params.
func (e *Exchange) After(past *Past) {
	if past != nil && past.params == e.p {
		e.lead.past = past
	}
}

// Past is what the exchange after this one needs, at the lead once Step was
// done; nil elsewhere. It shares the edges of the Evidence.
func (e *Exchange) Past() *Past { return e.past }

// What a text is to an exchange that has a past.
const (
	oldText   = iota
	movedText // old, but now before others that it came after
	newText
)

// isFresh reports whether the pairs of a text are to be found.
func (s *shardState) isFresh(text uint32) bool { return s.kinds == nil || s.kinds[text] != oldText }

// compareWith tells each text its kind by the past; nil if everything is to be
// compared. It puts the edges of old texts in the present order.
func (l *leadState) compareWith(past *Past) (kinds []uint8) {
	if past == nil {
		return nil
	}
	number := make(map[fingerprint]uint32, len(l.byText))
	for t, d := range l.byText {
		if l.docs[d].shingles > 0 {
			number[l.docs[d].print] = uint32(t)
		}
	}
	before := make([]int32, len(l.byText)) // by text: what it was, plus one
	now := make([]uint32, len(past.texts))
	for old, print := range past.texts {
		t, ok := number[print]
		if !ok && print != (fingerprint{}) {
			return nil
		}
		if ok {
			now[old] = t
			before[t] = int32(old + 1)
		}
	}
	kinds = kindsOf(before)
	fresh := 0
	for _, k := range kinds {
		fresh += min(int(k), 1)
	}
	if 2*fresh > len(kinds) {
		return nil
	}
	l.takeOver(past, now, kinds)
	return kinds
}

// kindsOf tells new texts, and of the old as many that the others are in the
// order in which they were: an old text moved if one after it was before it.
func kindsOf(before []int32) []uint8 {
	kinds := make([]uint8, len(before))
	least := int32(1<<31 - 1)
	for t, old := range slices.Backward(before) {
		switch {
		case old == 0:
			kinds[t] = newText
		case old > least:
			kinds[t] = movedText
		default:
			least = old
		}
	}
	return kinds
}

// takeOver puts the edges between old texts in the present order, for the count
// of their common shingles in lists that pair them in the place of the run.
func (l *leadState) takeOver(past *Past, now []uint32, kinds []uint8) {
	loose := past.loose
	l.old = make([]oldEdge, 0, len(past.edges))
	for _, x := range past.edges {
		o := oldEdge{Edge: x, paired: x.Common}
		if key := edgeKey(&x); len(loose) > 0 && loose[0].key == key {
			o.paired -= loose[0].loose
			loose = loose[1:]
		}
		// Old texts are in the order in which they were, so edges stay sorted.
		o.A, o.B = now[x.A], now[x.B]
		if kinds[o.A] == oldText && kinds[o.B] == oldText {
			l.old = append(l.old, o)
		}
	}
}

// oldEdge is an edge of the past and how many of its common shingles are in
// lists that pair the two.
type oldEdge struct {
	cluster.Edge
	paired uint32
}

func edgeKey(x *cluster.Edge) uint64 { return uint64(x.A)<<32 | uint64(x.B) }

func compareEdges(a, b cluster.Edge) int { return cmp.Compare(edgeKey(&a), edgeKey(&b)) }

// lose takes off an old edge what a list pairs no more.
func (l *leadState) lose(key uint64, n uint32) {
	at, found := slices.BinarySearchFunc(l.old, key, func(x oldEdge, key uint64) int { return cmp.Compare(edgeKey(&x.Edge), key) })
	if found {
		l.old[at].paired -= min(n, l.old[at].paired)
	}
}

// joinOld merges the edges of old texts that are still kept with those that were
// found now.
func (e *Exchange) joinOld() {
	l := &e.lead
	if len(l.old) == 0 {
		return
	}
	found, foundLoose := l.edges, l.loose
	l.edges = make([]cluster.Edge, 0, len(found)+len(l.old))
	l.loose = nil
	for i := range l.old {
		o := &l.old[i]
		if o.paired < seen(min(e.shard.kept[o.A], e.shard.kept[o.B])) {
			continue
		}
		for len(found) > 0 && compareEdges(found[0], o.Edge) < 0 {
			l.edges, found = append(l.edges, found[0]), found[1:]
		}
		l.edges = append(l.edges, o.Edge)
		if o.paired < o.Common {
			l.loose = append(l.loose, loosePair{edgeKey(&o.Edge), o.Common - o.paired})
		}
	}
	l.edges = append(l.edges, found...)
	l.loose = append(l.loose, foundLoose...)
	ordering.By(l.loose, func(a, b loosePair) int { return cmp.Compare(a.key, b.key) })
	l.old = nil
}

// remember keeps what the next exchange needs.
func (e *Exchange) remember() {
	l := &e.lead
	past := &Past{params: e.p, edges: l.edges, loose: l.loose, lengths: l.lengths, limit: l.limit}
	past.texts = make([]fingerprint, len(l.byText))
	for t, d := range l.byText {
		if l.docs[d].shingles > 0 {
			past.texts[t] = l.docs[d].print
		}
	}
	e.past = past
}
