package cluster

import (
	"cmp"
	"slices"

	"clippings/wasm/ordering"
)

// Numberer makes Vectors of terms that are hashes. Count is called with every
// term, then Add with every text and its terms.
type Numberer struct {
	slots   []uint32 // open addressing: index in terms plus one, 0 is free
	terms   []counted
	vectors Vectors
	packed  []uint64
}

type counted struct {
	term   uint64
	count  uint32
	number uint32 // from 1; 0 is of a term that marks one text
}

// Count notes that a text is marked by a term.
func (n *Numberer) Count(term uint64) {
	if 2*len(n.terms) >= len(n.slots) {
		n.grow()
	}
	at := n.slot(term)
	if n.slots[at] == 0 {
		n.terms = append(n.terms, counted{term: term})
		n.slots[at] = uint32(len(n.terms))
	}
	n.terms[n.slots[at]-1].count++
}

func (n *Numberer) slot(term uint64) int {
	mask := len(n.slots) - 1
	at := int(term*0x9e3779b97f4a7c15>>32) & mask
	for n.slots[at] != 0 && n.terms[n.slots[at]-1].term != term {
		at = (at + 1) & mask
	}
	return at
}

func (n *Numberer) grow() {
	n.slots = make([]uint32, max(1024, 2*len(n.slots)))
	for i := range n.terms {
		n.slots[n.slot(n.terms[i].term)] = uint32(i + 1)
	}
}

// Number ends the counting.
func (n *Numberer) Number() {
	var order []*counted
	for i := range n.terms {
		if t := &n.terms[i]; t.count > 1 {
			order = append(order, t)
		}
	}
	ordering.By(order, func(a, b *counted) int {
		return cmp.Or(cmp.Compare(a.count, b.count), cmp.Compare(a.term, b.term))
	})
	for i, t := range order {
		t.number = uint32(i + 1)
		n.vectors.count = append(n.vectors.count, t.count)
	}
	n.vectors.from = []uint32{0}
}

// Term notes a term of the text at hand and its weight.
func (n *Numberer) Term(term uint64, weight uint16) {
	if len(n.terms) == 0 {
		return
	}
	if at := n.slots[n.slot(term)]; at != 0 && n.terms[at-1].number != 0 {
		n.packed = append(n.packed, uint64(n.terms[at-1].number-1)<<16|uint64(weight))
	}
}

// EndText ends the text at hand; the next has the number after.
func (n *Numberer) EndText() {
	slices.Sort(n.packed)
	for _, p := range n.packed {
		n.vectors.terms = append(n.vectors.terms, uint32(p>>16))
		n.vectors.weights = append(n.vectors.weights, uint16(p))
	}
	n.vectors.from = append(n.vectors.from, uint32(len(n.vectors.terms)))
	n.packed = n.packed[:0]
}

// Vectors is those of all texts.
func (n *Numberer) Vectors() Vectors { return n.vectors }
