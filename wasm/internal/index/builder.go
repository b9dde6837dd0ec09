package index

import "bytes"

// Token is one word of a document on its way into the index.
type Token struct {
	Term     []byte // not kept
	Hash     uint64 // of Term; any good hash, the same at every call
	Position uint32 // ordinal of the word in the document's text
	Field    Field
}

// builder gathers the postings of a segment to be. Terms are found by an open
// hash table of the callers' hashes; what is known of a term is one chain:
//
//	varint  document number less that of the posting before
//	varint… position less the one before (or less 0), plus 1
//	0       before the next posting
//
// Nothing here is a pointer per term, and a word that is known costs two random
// memory accesses and a byte or two.
type builder struct {
	slots []uint64 // upper half of the hash, and term number + 1; 0 is free
	mask  uint32
	terms []entry
	bytes []byte // of all terms
	arena arena

	lengths  []uint32
	runStart []uint32
	runs     []uint32
	open     bool
	position uint32 // of the last token plus one; 0 before the first
	field    Field
	tokens   int // positions indexed
	postings int
}

// entry is one term of a builder.
type entry struct {
	chain
	hash       uint64
	start, end uint32 // in builder.bytes
	doc        uint32 // of the last posting, plus 1
	position   uint32 // last one in that document
	df         uint32
}

const (
	firstSlots = 1 << 12
	// A run keeps its position and field in one number.
	maxPosition = 1<<29 - 1
)

func (b *builder) documents() uint32 { return uint32(len(b.lengths)) }

// begin starts the next document.
func (b *builder) begin() {
	if b.slots == nil {
		b.slots, b.mask = make([]uint64, firstSlots), firstSlots-1
	}
	b.runStart = append(b.runStart, uint32(len(b.runs)))
	b.lengths = append(b.lengths, 0)
	b.open, b.position = true, 0
}

// add takes one token of the current document. Positions must not fall; a
// token that breaks this, or comes before begin, is left out.
func (b *builder) add(t Token) {
	if !b.open || t.Position+1 < b.position || t.Position > maxPosition {
		return
	}
	if t.Position+1 > b.position {
		b.place(t)
	}
	e := &b.terms[b.intern(t.Term, t.Hash)]
	doc := uint32(len(b.lengths))
	if e.doc == doc {
		if t.Position == e.position {
			return
		}
		b.arena.putUvarint(&e.chain, t.Position-e.position+1)
		e.position = t.Position
		return
	}
	if e.doc != 0 {
		b.arena.putByte(&e.chain, 0)
		b.arena.putUvarint(&e.chain, doc-e.doc)
	} else {
		b.arena.putUvarint(&e.chain, doc-1)
	}
	b.arena.putUvarint(&e.chain, t.Position+1)
	e.doc, e.position = doc, t.Position
	e.df++
	b.postings++
}

// place notes a position that was not seen before: the document's length and,
// where the field changes, a new run.
func (b *builder) place(t Token) {
	if b.position == 0 || t.Field != b.field {
		b.runs = append(b.runs, t.Position<<3|uint32(t.Field&7))
		b.field = t.Field
	}
	b.position = t.Position + 1
	b.lengths[len(b.lengths)-1] += t.Field.Weight()
	b.tokens++
}

// end closes the document.
func (b *builder) end() { b.open = false }

// intern finds the term's number, or gives it the next.
func (b *builder) intern(term []byte, hash uint64) uint32 {
	tag := hash &^ (1<<32 - 1)
	i := uint32(hash) & b.mask
	for {
		slot := b.slots[i]
		if slot == 0 {
			break
		}
		if slot&^(1<<32-1) == tag {
			e := &b.terms[uint32(slot)-1]
			if bytes.Equal(b.bytes[e.start:e.end], term) {
				return uint32(slot) - 1
			}
		}
		i = (i + 1) & b.mask
	}
	start := uint32(len(b.bytes))
	b.bytes = append(b.bytes, term...)
	b.terms = append(b.terms, entry{hash: hash, start: start, end: uint32(len(b.bytes))})
	b.slots[i] = tag | uint64(len(b.terms))
	if 3*len(b.terms) > 2*len(b.slots) {
		b.grow()
	}
	return uint32(len(b.terms) - 1)
}

// grow doubles the hash table.
func (b *builder) grow() {
	n := 2 * len(b.slots)
	b.slots, b.mask = make([]uint64, n), uint32(n-1)
	for id := range b.terms {
		hash := b.terms[id].hash
		i := uint32(hash) & b.mask
		for b.slots[i] != 0 {
			i = (i + 1) & b.mask
		}
		b.slots[i] = hash&^(1<<32-1) | uint64(id+1)
	}
}

// reset makes the builder empty and keeps its memory for the next segment. The
// document tables have gone into the segment.
func (b *builder) reset() {
	clear(b.slots)
	b.terms, b.bytes = b.terms[:0], b.bytes[:0]
	b.arena.reset()
	b.lengths, b.runStart, b.runs = nil, nil, nil
	b.open, b.tokens, b.postings = false, 0, 0
}
