package search

import (
	"slices"

	"clippings/wasm/internal/index"
)

// Whatever is more than a term or a plain phrase is found by its places: fields,
// spellings, words near each other, and counts of occurrences. Places are read for
// some documents at a time, of all terms of an atom, and put in order as numbers:
//
//	bits 53-63  which of the documents, 0 to chunkDocuments-1
//	bits 24-52  position of the first word
//	bits 0-23   a code: of an atom scale and edits of the term, of an item of a
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
func termCode(m meant) uint32 { return uint32(m.edits)<<4 | uint32(m.scale) }

func (p place) scale() uint32 { return uint32(p) & 15 }
func (p place) edits() uint8  { return uint8(p>>4) & 15 }

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

// gather is the places of all terms of a set in some documents, by document,
// position and term.
func (e *evaluator) gather(s *termSet, docs []uint32) []place {
	var out []place
	if s.size() > manyTerms {
		out = e.gatherMany(s, docs)
	} else {
		s.each(func(m meant) { out = e.gatherTerm(out, m, docs) })
	}
	if s.size() > 1 {
		slices.Sort(out)
		e.work += 8 * len(out)
	}
	return out
}

func (e *evaluator) gatherTerm(out []place, m meant, docs []uint32) []place {
	if e.tick() {
		return out
	}
	p := &e.postings[0]
	p.Open(e.seg, m.term)
	e.work += 16
	code := termCode(m)
	for i := 0; i < len(docs) && p.Seek(docs[i]); {
		if d := p.Doc(); d != docs[i] {
			i = seek(docs, i, d)
			continue
		}
		e.positions[0] = p.AppendPositions(e.positions[0][:0])
		for _, at := range e.positions[0] {
			out = append(out, newPlace(i, at, code))
		}
		e.work += 4 + len(e.positions[0])
		i++
	}
	return out
}

const (
	// From so many terms on the documents are marked in a table first.
	manyTerms = 16
	// A list of up to so many postings is read faster than it is opened.
	shortList = 256
)

// gatherMany is gather for the thousands of terms that a short beginning stands
// for, most of them with a few postings.
func (e *evaluator) gatherMany(s *termSet, docs []uint32) []place {
	var out []place
	t := e.table(false)
	for _, d := range docs {
		t.marks[d/64] |= 1 << (d % 64)
	}
	s.each(func(m meant) {
		n := e.seg.Frequency(m.term, m.term+1)
		if n > shortList {
			out = e.gatherTerm(out, m, docs)
			return
		}
		if e.tick() {
			return
		}
		e.work += int(n)
		code := termCode(m)
		e.seg.Places(m.term, t.marks, func(doc, position uint32) {
			i, _ := slices.BinarySearch(docs, doc)
			out = append(out, newPlace(i, position, code))
		})
	})
	for _, d := range docs {
		t.marks[d/64] = 0
	}
	return out
}

// seek is the first i from at on with docs[i] >= doc.
func seek(docs []uint32, at int, doc uint32) int {
	step, hi := 1, at
	for hi < len(docs) && docs[hi] < doc {
		at, hi = hi+1, hi+step
		step *= 2
	}
	n, _ := slices.BinarySearch(docs[at:min(hi, len(docs))], doc)
	return at + n
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
	weight, edits := uint32(0), uint8(maxEdits)
	for _, p := range places {
		_, field := e.seg.Run(doc, p.position())
		weight = index.Sum(weight, scaled(placeWeight(field), p.scale()))
		edits = min(edits, p.edits())
	}
	f.add(doc, weight)
	f.edits = append(f.edits, edits)
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
