package search

import "clippings/wasm/internal/index"

// Whatever is more than a term or a plain phrase is found by its places: fields,
// spellings, words near each other, and counts of occurrences. Places are read for
// some documents at a time, of all terms of an atom, and put in order as numbers:
//
//	bits 53-63  which of the documents, 0 to chunkDocuments-1
//	bits 24-52  position of the first word
//	bits 0-23   a code: of an atom scale of the term and how far it is from the word, of an item of a
//	            Near the number of its words
type place uint64

const (
	chunkDocuments = 1 << 11
	docShift       = 53
	positionShift  = 24
	codeMask       = 1<<positionShift - 1
	positionMask   = 1<<(docShift-positionShift) - 1
)

func newPlace(doc int, position, code uint32) place {
	return place(doc)<<docShift | place(position)<<positionShift | place(code)
}

func (p place) doc() int         { return int(p >> docShift) }
func (p place) position() uint32 { return uint32(p>>positionShift) & positionMask }
func (p place) code() uint32     { return uint32(p) & codeMask }

// spot is a place without its code.
func (p place) spot() place { return p &^ codeMask }

// termCode is the code of a place of a term.
func termCode(m meant) uint32 { return uint32(m.away)<<4 | uint32(m.scale) }

func (p place) scale() uint32 { return uint32(p) & 15 }
func (p place) away() uint8   { return uint8(p>>4) & 15 }

// chunks calls fn for pieces of docs that places can tell apart.
func (e *evaluator) chunks(docs []uint32, fn func(docs []uint32)) {
	for len(docs) > 0 && !e.tick() {
		n := min(len(docs), chunkDocuments)
		fn(docs[:n])
		docs = docs[n:]
	}
}

// each calls fn for the places of each document that has any.
func (e *evaluator) each(places []place, fn func(doc int, places []place)) {
	for len(places) > 0 {
		doc, n := places[0].doc(), 1
		for n < len(places) && places[n].doc() == doc {
			n++
		}
		fn(doc, places[:n])
		places = places[n:]
	}
}

// placed evaluates a leaf by its places.
func (e *evaluator) placed(f *found, l *leaf, within []uint32) {
	f.scale = 1
	candidates := e.candidates(l, within)
	e.chunks(candidates, func(docs []uint32) {
		e.each(e.leafPlaces(l, docs), func(i int, places []place) { e.addPlaces(f, docs[i], places) })
	})
	e.free.put(candidates)
}

// addPlaces adds a document with the places of a leaf in it.
func (e *evaluator) addPlaces(f *found, doc uint32, places []place) {
	weight, away := uint32(0), uint8(mostAway)
	for _, p := range places {
		_, field := e.seg.Run(doc, p.position())
		weight = index.Sum(weight, scaled(placeWeight(field), p.scale()))
		away = min(away, p.away())
	}
	f.add(doc, weight)
	f.away = append(f.away, away)
}

// leafPlaces is the places of a leaf in some documents, of a single word a place
// for each term that stands there.
func (e *evaluator) leafPlaces(l *leaf, docs []uint32) []place {
	switch l.kind {
	case nearLeaf:
		return e.nearPlaces(l, docs)
	case textLeaf:
		return e.textPlaces(l, docs)
	}
	return e.rowPlaces(l.row, l.scope, docs)
}

// rowPlaces is where a row starts in some documents.
func (e *evaluator) rowPlaces(r row, in scope, docs []uint32) []place {
	places := e.gather(e.set(r.first), docs)
	if r.words > 1 {
		places = distinct(places)
		for i := 1; i < r.words && len(places) > 0; i++ {
			places = follow(places, e.gather(e.set(r.first+i), docs), uint32(i))
		}
	}
	n := 0
	for _, p := range places {
		field, ok := e.inRun(docs[p.doc()], p.position(), uint32(r.words))
		if ok && in.has(field) {
			places[n] = p
			n++
		}
	}
	if places = places[:n]; r.exact {
		places = e.spelled(places, r, docs)
	}
	return places
}

// distinct leaves one place of each position, as typed.
func distinct(places []place) []place {
	n := 0
	for _, p := range places {
		if n == 0 || places[n-1].spot() != p.spot() {
			places[n] = p.spot() | scaleOwn
			n++
		}
	}
	return places[:n]
}

// follow keeps the places that one of next stands offset words after.
func follow(places, next []place, offset uint32) []place {
	n, i := 0, 0
	ahead := newPlace(0, offset, 0)
	for _, p := range places {
		for i < len(next) && next[i].spot() < p.spot()+ahead {
			i++
		}
		if i < len(next) && next[i].spot() == p.spot()+ahead {
			places[n] = p
			n++
		}
	}
	return places[:n]
}
