package index

import "bytes"

// waiting is a token that is not yet in its chain.
type waiting struct {
	hash     uint64
	head     uint64 // the first eight bytes of the term, see headOf
	length   uint32 // of the term
	long     uint32 // where it stands in builder.long if longer than eight
	position uint32 // plus 1
	term     uint32 // its number, once found
	slot     uint64 // what was in the first slot of its hash
}

// maxWaiting is half of the words of a usual article; their 12 kB stay in the
// nearest cache.
const maxWaiting = 256

// settle puts the waiting tokens into their chains.
func (b *builder) settle() {
	b.findTerms()
	b.chainTokens()
	b.waits = 0
	b.long = b.long[:0]
}

// findTerms gives each waiting token the number of its term, a new one where
// there is none. All slots are fetched before any is looked at: what is not in
// a cache comes at once, and not one after the other.
func (b *builder) findTerms() {
	list := b.waiting[:b.waits]
	slots, mask := b.slots, b.mask
	for j := range list {
		list[j].slot = slots[uint32(list[j].hash)&mask]
	}
	terms := b.terms
	for j := range list {
		w := &list[j]
		// A slot that was taken still tells the term, even if the table has
		// grown since.
		if uint32(w.slot>>32) == uint32(w.hash>>32) && w.slot != 0 {
			e := &terms[uint32(w.slot)-1]
			if e.head == w.head && e.length == w.length && (w.length <= 8 || b.sameTail(e, w)) {
				w.term = uint32(w.slot) - 1
				continue
			}
		}
		b.findTerm(w)
		terms = b.terms
	}
}

// findTerm is findTerms for one token whose term is not in its first slot.
func (b *builder) findTerm(w *waiting) {
	tag := uint32(w.hash >> 32)
	for i := uint32(w.hash) & b.mask; ; i = (i + 1) & b.mask {
		slot := b.slots[i]
		if slot == 0 {
			b.newTerm(i, w)
			return
		}
		if uint32(slot>>32) != tag {
			continue
		}
		e := &b.terms[uint32(slot)-1]
		if e.head == w.head && e.length == w.length && (w.length <= 8 || b.sameTail(e, w)) {
			w.term = uint32(slot) - 1
			return
		}
	}
}

// sameTail compares two long terms of one length from the ninth byte on.
func (b *builder) sameTail(e *entry, w *waiting) bool {
	return bytes.Equal(b.bytes[e.start+8:e.start+e.length], b.long[w.long+8:w.long+w.length])
}

// chainTokens appends each waiting token to the chain of its term.
func (b *builder) chainTokens() {
	list, doc := b.waiting[:b.waits], uint32(len(b.lengths))
	terms, buf, postings := b.terms, b.arena.buf, 0
	for j := range list {
		w := &list[j]
		e := &terms[w.term]
		if e.doc == doc && e.position == w.position {
			continue
		}
		delta, v := doc-e.doc, w.position-e.position+1
		if e.left < 5 || delta >= 1<<14 || w.position >= 1<<14-1 {
			b.chainToken(e, doc, w.position)
			buf = b.arena.buf
			continue
		}
		// The same without a call: at most a 0, two bytes and two bytes.
		at := e.tail
		if delta != 0 {
			if e.doc == 0 {
				delta--
			} else {
				buf[at] = 0
				at++
			}
			if delta >= 0x80 {
				buf[at] = byte(delta) | 0x80
				at++
				delta >>= 7
			}
			buf[at] = byte(delta)
			at++
			e.doc, v = doc, w.position
			postings++
		}
		if v >= 0x80 {
			buf[at] = byte(v) | 0x80
			at++
			v >>= 7
		}
		buf[at] = byte(v)
		at++
		e.position = w.position
		e.left -= uint16(at - e.tail)
		e.tail = at
	}
	b.postings += postings
}

// chainToken is chainTokens for one token, whatever its numbers and wherever
// its chunk ends.
func (b *builder) chainToken(e *entry, doc, position uint32) {
	if delta := doc - e.doc; delta != 0 {
		if e.doc == 0 {
			delta--
		} else {
			b.arena.putByte(&e.chain, 0)
		}
		b.arena.put(&e.chain, delta)
		// The first position is told from 0, all are kept plus one.
		e.doc, e.position = doc, 1
		b.postings++
	}
	b.arena.put(&e.chain, position-e.position+1)
	e.position = position
}
