package index

import "encoding/binary"

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
// Nothing here is a pointer per term. A token costs three random memory
// accesses: its slot, its entry, the end of its chain. Tokens wait for their
// turn and are then taken in loops that do one thing to each, so that the
// processor works at the accesses of several at once, and so that no call is
// made per token, which under WebAssembly costs more than the loop's body.
type builder struct {
	waiting [maxWaiting]waiting
	waits   int
	long    []byte // waiting terms of more than eight bytes

	slots []uint64 // upper half of the hash, and term number + 1; 0 is free
	mask  uint32
	terms []entry
	cold  []cold
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

// entry is what adding a token has to see of its term: 32 bytes, two of which
// fill a cache line. What else is known of the term is cold.
type entry struct {
	head     uint64 // the first eight bytes of the term, see headOf
	start    uint32 // of the term in builder.bytes
	length   uint32
	doc      uint32 // of the last posting, plus 1
	position uint32 // last one in that document, plus 1
	chain
}

// cold is the rest of a term.
type cold struct {
	hash  uint64
	first uint32 // of its chain
}

const (
	// Room for the words of some hundred articles.
	firstSlots = 1 << 15
	// A run keeps its position and field in one number.
	maxPosition = 1<<29 - 1
)

func (b *builder) documents() uint32 { return uint32(len(b.lengths)) }

// begin starts the next document.
func (b *builder) begin() {
	if b.slots == nil {
		b.slots, b.mask = make([]uint64, firstSlots), firstSlots-1
	}
	b.settle()
	b.runStart = append(b.runStart, uint32(len(b.runs)))
	b.lengths = append(b.lengths, 0)
	b.open, b.position = true, 0
}

// add takes one token of the current document. Positions must not fall; a
// token that breaks this, or comes before begin, is left out.
func (b *builder) add(t *Token) {
	position := t.Position + 1
	if position != b.position {
		if position < b.position || !b.open || t.Position > maxPosition {
			return
		}
		if b.position == 0 || t.Field != b.field {
			b.newRun(t)
		}
		b.position = position
		b.lengths[len(b.lengths)-1] += lengthWeights[t.Field&7]
		b.tokens++
	}
	if b.waits == maxWaiting {
		b.settle()
	}
	w := &b.waiting[b.waits]
	b.waits++
	n := len(t.Term)
	if cap(t.Term) >= 8 {
		// Looking past the end and forgetting what is there costs less than
		// not looking.
		w.head = binary.LittleEndian.Uint64(t.Term[:8])
		if n < 8 {
			w.head &= 1<<(8*uint(n)&63) - 1
		}
	} else {
		w.head = headOf(t.Term)
	}
	if n > 8 {
		w.long = uint32(len(b.long))
		b.long = append(b.long, t.Term...)
	}
	w.hash, w.length, w.position = t.Hash, uint32(n), position
}

// newRun begins a run of another field.
func (b *builder) newRun(t *Token) {
	b.runs = append(b.runs, t.Position<<3|uint32(t.Field&7))
	b.field = t.Field
}

// end closes the document.
func (b *builder) end() {
	b.settle()
	b.open = false
}

// headOf is the first eight bytes of a term as one number, zeros after its end.
func headOf(term []byte) uint64 {
	var wide [8]byte
	copy(wide[:], term)
	return binary.LittleEndian.Uint64(wide[:])
}

// term is the bytes of a term.
func (b *builder) term(e *entry) []byte { return b.bytes[e.start : e.start+e.length] }

// newTerm puts a new term in slot i.
func (b *builder) newTerm(i uint32, w *waiting) {
	start := uint32(len(b.bytes))
	if w.length > 8 {
		b.bytes = append(b.bytes, b.long[w.long:w.long+w.length]...)
	} else {
		b.bytes = binary.LittleEndian.AppendUint64(b.bytes, w.head)[:start+w.length]
	}
	chain, first := b.arena.begin()
	w.term = uint32(len(b.terms))
	b.terms = append(b.terms, entry{head: w.head, start: start, length: w.length, chain: chain})
	b.cold = append(b.cold, cold{w.hash, first})
	b.slots[i] = w.hash&^(1<<32-1) | uint64(w.term+1)
	if 3*len(b.terms) > 2*len(b.slots) {
		b.grow()
	}
}

// grow doubles the hash table.
func (b *builder) grow() {
	n := 2 * len(b.slots)
	b.slots, b.mask = make([]uint64, n), uint32(n-1)
	for id := range b.cold {
		hash := b.cold[id].hash
		i := uint32(hash) & b.mask
		for b.slots[i] != 0 {
			i = (i + 1) & b.mask
		}
		b.slots[i] = hash&^(1<<32-1) | uint64(id+1)
	}
}

// keptBytes is the longest arena that is kept for the next segment: what
// dueTokens need and a half more.
const keptBytes = 64 << 20

// reset makes the builder empty and keeps its memory for the next segment. The
// document tables have gone into the segment.
func (b *builder) reset() {
	if len(b.arena.buf) > keptBytes {
		*b = builder{}
		return
	}
	clear(b.slots)
	b.terms, b.cold, b.bytes = b.terms[:0], b.cold[:0], b.bytes[:0]
	b.arena.reset()
	b.lengths, b.runStart, b.runs = nil, nil, nil
	b.open, b.waits, b.tokens, b.postings = false, 0, 0, 0
}
