package align

import (
	"math/bits"

	"clippings/wasm/internal/shingle"
)

// RunFinder finds the longest run of words that a text shares with others,
// wherever it stands. It is the suffix automaton of the text (Blumer et al.
// 1985), walked with each of the others: time and memory are linear in the words,
// on any input, repeats included. About 65 bytes a word. A state stands for the
// runs that end at the same places of the text.
//
// The transitions of all states lie in one hash table and, for copying a state,
// in a list a state. There are under three for each word, because a copied
// state's transitions stay.
type RunFinder struct {
	states []runState
	edges  []runEdge
	slots  []int32 // hash table: index into edges plus one, 0 is free
}

type runState struct {
	length int32 // of its longest run
	link   int32 // state of the longest suffix that ends elsewhere too; -1 at the root
	first  int32 // its edges, -1 for none
	end    int32 // the first place where it ends
}

type runEdge struct {
	term uint64
	from int32
	to   int32
	next int32
}

// Reset makes the automaton of text, which may be dropped afterwards.
func (r *RunFinder) Reset(text []uint64) {
	r.states = append(r.states[:0], runState{link: -1, first: -1})
	r.edges = r.edges[:0]
	size := 1 << bits.Len(uint(4*len(text)+4))
	if size > len(r.slots) {
		r.slots = make([]int32, size)
	} else {
		r.slots = r.slots[:size]
		clear(r.slots)
	}
	last := int32(0)
	for _, term := range text {
		last = r.extend(last, term)
	}
}

// extend appends one word to the text whose whole is state last.
func (r *RunFinder) extend(last int32, term uint64) int32 {
	length := r.states[last].length + 1
	cur := r.add(runState{length: length, first: -1, end: length})
	p := last
	for p >= 0 && r.find(p, term) == nil {
		r.connect(p, term, cur)
		p = r.states[p].link
	}
	if p < 0 {
		r.states[cur].link = 0
		return cur
	}
	q := r.find(p, term).to
	if r.states[q].length == r.states[p].length+1 {
		r.states[cur].link = q
		return cur
	}
	clone := r.add(runState{length: r.states[p].length + 1, link: r.states[q].link, first: -1, end: r.states[q].end})
	for e := r.states[q].first; e >= 0; e = r.edges[e].next {
		r.connect(clone, r.edges[e].term, r.edges[e].to)
	}
	for p >= 0 {
		e := r.find(p, term)
		if e == nil || e.to != q {
			break
		}
		e.to = clone
		p = r.states[p].link
	}
	r.states[q].link, r.states[cur].link = clone, clone
	return cur
}

func (r *RunFinder) add(s runState) int32 {
	r.states = append(r.states, s)
	return int32(len(r.states) - 1)
}

func (r *RunFinder) slot(state int32, term uint64) int {
	return int(shingle.Mix(term^uint64(state)*shingle.Base2) & uint64(len(r.slots)-1))
}

func (r *RunFinder) find(state int32, term uint64) *runEdge {
	for at := r.slot(state, term); r.slots[at] != 0; at = (at + 1) & (len(r.slots) - 1) {
		if e := &r.edges[r.slots[at]-1]; e.term == term && e.from == state {
			return e
		}
	}
	return nil
}

func (r *RunFinder) connect(from int32, term uint64, to int32) {
	s := &r.states[from]
	r.edges = append(r.edges, runEdge{term: term, from: from, to: to, next: s.first})
	s.first = int32(len(r.edges) - 1)
	at := r.slot(from, term)
	for r.slots[at] != 0 {
		at = (at + 1) & (len(r.slots) - 1)
	}
	r.slots[at] = s.first + 1
}

// Longest is the length of the longest run of text in the automaton's, and
// where in text it ends.
func (r *RunFinder) Longest(text []uint64) (length, end int) {
	length, _, end = r.Place(text)
	return length, end
}

// Place is the length of the longest run of text in the automaton's, and where
// it ends: first in the automaton's, and in text.
func (r *RunFinder) Place(text []uint64) (length, own, end int) {
	state, n := int32(0), int32(0)
	for i, term := range text {
		e := r.find(state, term)
		for e == nil && state > 0 {
			state = r.states[state].link
			n = r.states[state].length
			e = r.find(state, term)
		}
		if e == nil {
			n = 0
			continue
		}
		state = e.to
		n++
		if int(n) > length {
			length, own, end = int(n), int(r.states[state].end), i+1
		}
	}
	return length, own, end
}
