package index

import (
	"bytes"
	"sort"
	"sync"
	"sync/atomic"
)

// Blocks is a file that comes in blocks, as they are asked for. Safe for several
// goroutines.
type Blocks interface {
	// Bytes is the whole file. What has not come is zero and changes when it comes.
	Bytes() []byte
	// Ask reports whether all of [from, to) has come. What has not is wanted from then
	// on.
	Ask(from, to int) bool
}

// late is what of a segment may not have come yet. Whoever reads the segment finds a
// term that has not come nowhere, and a list that has not come empty; the blocks know
// then what was missed. So whoever asks does it again once that has come, until
// nothing is missed: then the answer is that of the whole segment, and what had come
// before is all that was read. What comes is looked at when it is first read, as
// DecodeSegment does it at once.
type late struct {
	blocks     Blocks
	firsts     [][]byte // of each block of the dictionary its first term
	entryStart []int    // and where it begins in the file; one more at the end
	docs       int      // where they begin in the file, and so on
	positions  int
	runs, end  int
	whole      bool // the dictionary is there: of the lists of prefix.go

	mu      sync.Mutex
	read    map[uint32]bool // blocks of the dictionary
	checked []uint64        // terms whose list has come and is sound
	hasRuns bool
	damaged atomic.Bool
}

// IsDamaged reports whether something that came in parts was not what it should be.
// It is not found then.
func (s *Segment) IsDamaged() bool {
	return s.late != nil && s.late.damaged.Load() || s.ranges != nil && s.ranges.late != nil && s.ranges.late.damaged.Load()
}

// hasTerms reports whether the entries of the terms in [from, to) are there.
func (s *Segment) hasTerms(from, to uint32) bool {
	a := s.late
	if a == nil || a.whole || from >= to {
		return true
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	there := true
	for block := from / dictionaryBlock; block <= (to-1)/dictionaryBlock; block++ {
		there = s.hasBlock(block) && there // all are asked for at once
	}
	return there
}

// hasBlock is hasTerms for a block. The caller holds the lock.
func (s *Segment) hasBlock(block uint32) bool {
	a := s.late
	if a.read[block] {
		return true
	}
	from, to := a.entryStart[block], a.entryStart[block+1]
	if !a.blocks.Ask(from, to) {
		return false
	}
	if !s.readEntries(block, a.blocks.Bytes()[from:to]) {
		a.damaged.Store(true)
		return false
	}
	if a.read == nil {
		a.read = map[uint32]bool{}
	}
	a.read[block] = true
	return true
}

// readEntries fills in what a block of the dictionary tells and reports whether it
// is sound. The starts of the next block are known.
func (s *Segment) readEntries(block uint32, b []byte) bool {
	from := block * dictionaryBlock
	to := min(from+dictionaryBlock, s.Terms())
	starts := s.starts()
	var at, ends [5]uint64
	for i := range starts {
		at[i], ends[i] = uint64(starts[i][from]), uint64(starts[i][to])
	}
	in := &numberReader{b: b}
	var term []byte
	for t := from; t < to; t++ {
		shared := in.next()
		if t == from {
			term = s.late.firsts[block]
		} else {
			before := term
			if term = in.spelled(before, shared); in.bad || bytes.Compare(term, before) <= 0 {
				return false
			}
			if at[0]+uint64(len(term)) > ends[0] {
				return false
			}
			copy(s.terms[at[0]:], term)
		}
		s.shared[t] = byte(min(shared, maxShared))
		n := in.next()
		docs, positions := in.next(), in.next()
		if in.bad || n == 0 || docs < 2*n {
			return false
		}
		for i, add := range [...]uint32{uint32(len(term)), n, skipsOf(n), docs, positions} {
			if at[i] += uint64(add); at[i] > ends[i] {
				return false
			}
			if t+1 < to {
				starts[i][t+1] = uint32(at[i])
			}
		}
	}
	return at == ends && in.at == len(b)
}

// knows reports whether it is known how many postings the terms before t have.
func (s *Segment) knows(t uint32) bool {
	return t%dictionaryBlock == 0 || t == s.Terms() || s.hasTerms(t, t+1)
}

// hasList reports whether the postings of a term are there, and sound.
func (s *Segment) hasList(t uint32) bool {
	a := s.late
	if a == nil {
		return true
	}
	if !s.hasTerms(t, t+1) {
		return false
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.checked[t/64]>>(t%64)&1 != 0 {
		return true
	}
	if !a.blocks.Ask(a.docs+int(s.docStart[t]), a.docs+int(s.docStart[t+1])) {
		return false
	}
	if !s.checkList(t) {
		a.damaged.Store(true)
		return false
	}
	a.checked[t/64] |= 1 << (t % 64)
	return true
}

// checkList looks at the postings of a term and makes its skips.
func (s *Segment) checkList(t uint32) bool {
	from, left := int(s.docStart[t]), s.postings[t+1]-s.postings[t]
	docs := s.docs[:s.docStart[t+1]]
	skips := s.skips[s.skipStart[t]:s.skipStart[t+1]]
	lists := s.unit == unionUnit
	if !lists {
		position, end := uint64(s.posStart[t]), uint64(s.posStart[t+1])
		for i := 2; i < len(skips); i += 3 {
			skips[i] = uint32(position)
			length, next, ok := soundUvarint(docs, from)
			if position, from = position+uint64(length), next; !ok || position > end {
				return false
			}
		}
		if len(skips) > 0 && position != end {
			return false
		}
	}
	c := checker{s: s, lists: lists}
	for at := from; ; {
		n := min(left, blockSize)
		if n == 0 {
			return at == len(docs)
		}
		end := c.block(docs, at, n)
		if end < 0 {
			return false
		}
		if len(skips) > 0 {
			skips[0], skips[1] = uint32(c.next-1), uint32(at)
			skips = skips[3:]
		}
		at, left = end, left-n
	}
}

// listOf is the postings of a term, which are there.
func (s *Segment) listOf(t uint32) []byte {
	from := s.docStart[t]
	if s.late != nil && s.skipStart[t+1] > s.skipStart[t] {
		from = s.skips[s.skipStart[t]+1]
	}
	return s.docs[from:s.docStart[t+1]]
}

// hasPositions reports whether a part of the positions is there.
func (s *Segment) hasPositions(from, to uint32) bool {
	a := s.late
	return a == nil || a.blocks.Ask(a.positions+int(from), a.positions+int(to))
}

// knowsRuns reports whether the fields of all documents are there.
func (s *Segment) knowsRuns() bool {
	a := s.late
	if a == nil {
		return true
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.hasRuns {
		return true
	}
	if !a.blocks.Ask(a.runs, a.end) {
		return false
	}
	if !s.readRuns(a.blocks.Bytes()[a.runs:a.end]) {
		a.damaged.Store(true)
		return false
	}
	a.hasRuns = true
	return true
}

// readRuns reads what appendRuns wrote.
func (s *Segment) readRuns(b []byte) bool {
	in, start := &numberReader{b: b}, newStarts(s.Documents())
	var runs []uint32
	for range s.lengths {
		n := in.next()
		if in.bad || int64(n) > int64(len(b)-in.at) {
			return false
		}
		start.add(n)
		for i := range n {
			at := in.next()
			if at&7 >= numFields || i > 0 && at>>3 <= runs[len(runs)-1]>>3 {
				return false
			}
			runs = append(runs, at)
		}
	}
	s.runs = runs
	return start.fill(&s.runStart, len(runs)) && in.at == len(b) && !in.bad
}

// lateBound is lowerBound where the dictionary may not be there.
func (s *Segment) lateBound(term []byte) uint32 {
	block := s.blockOf(func(first []byte) bool { return bytes.Compare(first, term) >= 0 })
	if block < 0 {
		return 0
	}
	from, to := s.block(uint32(block))
	if !s.hasTerms(from, to) {
		return s.Terms() // nowhere
	}
	return from + uint32(sort.Search(int(to-from), func(i int) bool {
		return bytes.Compare(s.Term(from+uint32(i)), term) >= 0
	}))
}

// lateEnd is where the terms that begin with prefix end, the first of them or of
// those after being from.
func (s *Segment) lateEnd(prefix []byte, from uint32) uint32 {
	isAfter := func(term []byte) bool { return !bytes.HasPrefix(term, prefix) && bytes.Compare(term, prefix) > 0 }
	block := s.blockOf(isAfter)
	if block < 0 {
		return from
	}
	first, to := s.block(uint32(block))
	if !s.hasTerms(first, to) {
		return from
	}
	return max(from, first+uint32(sort.Search(int(to-first), func(i int) bool { return isAfter(s.Term(first + uint32(i))) })))
}

// blockOf is the last block of the dictionary whose first term is not after what is
// looked for; below 0 if there is none.
func (s *Segment) blockOf(isAfter func(first []byte) bool) int {
	return sort.Search(len(s.late.firsts), func(i int) bool { return isAfter(s.late.firsts[i]) }) - 1
}

// block is the terms of a block.
func (s *Segment) block(block uint32) (from, to uint32) {
	from = block * dictionaryBlock
	return from, min(from+dictionaryBlock, s.Terms())
}

// Whole is the segment without parts that may be missing, all of which must have
// come. An error is one of yield, or ErrCorrupt.
func (s *Segment) Whole(yield func() error) (*Segment, error) {
	if s.late == nil {
		return s, nil
	}
	pause := pacer{yield: yield}
	if !s.hasTerms(0, s.Terms()) || !s.knowsRuns() {
		return nil, corrupt("a part of it has not come")
	}
	w := &Segment{
		base: s.base, tokens: s.tokens, unit: s.unit, terms: s.terms, termStart: s.termStart, postings: s.postings,
		docs: make([]byte, 0, len(s.docs)), positions: s.positions, posStart: s.posStart,
		lengths: s.lengths, totalLength: s.totalLength, runStart: s.runStart, runs: s.runs,
	}
	start := newStarts(s.Terms())
	for t := range s.Terms() {
		if !s.hasList(t) {
			return nil, corrupt("a list of it has not come")
		}
		list := s.listOf(t)
		start.add(uint32(len(list)))
		w.docs = append(w.docs, list...)
		if err := pause.worked(len(list) + 16); err != nil {
			return nil, err
		}
	}
	w.docStart = start.at
	if !s.hasPositions(0, uint32(len(s.positions))) {
		return nil, corrupt("the positions have not come")
	}
	if err := w.complete(&pause); err != nil || s.ranges == nil {
		return w, err
	}
	l := s.ranges
	if !l.late.blocks.Ask(l.late.docs, l.late.end) {
		return nil, corrupt("the lists of beginnings have not come")
	}
	w.ranges = &Segment{
		unit: l.unit, terms: l.terms, termStart: l.termStart, postings: l.postings,
		docs: l.docs, docStart: l.docStart, posStart: l.posStart, lengths: l.lengths,
	}
	return w, w.ranges.complete(&pause)
}
