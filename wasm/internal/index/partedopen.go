package index

import (
	"encoding/binary"
	"fmt"
)

// OpenParted opens what AppendParted wrote, of which the front must have come. The
// segment asks for the rest of it when it is read: see Blocks. Errors are ErrVersion
// and ErrCorrupt.
func OpenParted(blocks Blocks) (*Segment, error) {
	b := blocks.Bytes()
	h, err := decodePartedHead(b)
	if err != nil {
		return nil, err
	}
	a := &late{blocks: blocks, entryStart: []int{int(h.front())}}
	s := &Segment{
		base: h.base, tokens: int(h.tokens), article: h.article, unit: WeightUnit, late: a,
		terms: make([]byte, h.termBytes), shared: make([]byte, h.terms), skips: make([]uint32, h.skips),
		lengths: make([]uint32, h.documents),
	}
	for _, starts := range []*[]uint32{&s.termStart, &s.postings, &s.skipStart, &s.docStart, &s.posStart} {
		*starts = make([]uint32, h.terms+1)
	}
	in := &numberReader{b: b[partedHead:h.front()]}
	in.blocks(s, &h)
	for d := range s.lengths {
		s.lengths[d] = in.next()
		s.totalLength += uint64(s.lengths[d])
	}
	at := int(h.front())
	take := func(n uint32) (part []byte, from int) {
		from, at = at, at+int(n)
		return b[from:at:at], from
	}
	_, _ = take(h.entryBytes)
	s.docs, a.docs = take(h.docBytes)
	s.positions, a.positions = take(h.positionBytes)
	listDocs, listsAt := take(h.listBytes)
	_, a.runs = take(h.runBytes)
	a.end = at
	lists := &Segment{unit: unionUnit, docs: listDocs, lengths: s.lengths}
	in.lists(lists, &header{terms: h.terms, lists: h.lists})
	if in.bad || in.at != len(in.b) {
		return nil, corrupt("the tables do not add up")
	}
	a.checked = make([]uint64, (h.terms+63)/64)
	if h.lists == 0 {
		return s, nil
	}
	for t := range lists.Terms() {
		if lists.Frequency(t, t+1) == 0 {
			return nil, corrupt("a list is of no document")
		}
	}
	if _, rising := sharedPrefixes(lists.terms, lists.termStart); !rising {
		return nil, corrupt("lists are out of order")
	}
	lists.late = &late{blocks: blocks, docs: listsAt, end: at, whole: true, checked: make([]uint64, (h.lists+63)/64)}
	skips := newStarts(lists.Terms())
	for t := range lists.Terms() {
		skips.add(skipsOf(lists.Frequency(t, t+1)))
	}
	lists.skipStart, lists.skips = skips.at, make([]uint32, skips.sum)
	s.ranges = lists
	return s, nil
}

// PartedFront is how many bytes of a file that AppendParted wrote are its front;
// false if it is none.
func PartedFront(b []byte) (front int, ok bool) {
	h, err := decodePartedHead(b)
	return int(h.front()), err == nil
}

// mostSpelled is how many times as long as their entries terms may be.
const mostSpelled = 64

// decodePartedHead reads the head and compares it with the length of the file.
func decodePartedHead(b []byte) (partedHeader, error) {
	var h partedHeader
	if len(b) <= len(partedMagic) || string(b[:len(partedMagic)]) != partedMagic {
		return h, corrupt("it does not begin as one in parts")
	}
	if v := b[len(partedMagic)]; v != partedVersion {
		return h, fmt.Errorf("index: %w: %d, this is %d", ErrVersion, v, partedVersion)
	}
	if len(b) < partedHead {
		return h, corrupt("it is cut off")
	}
	for i, n := range h.all() {
		*n = binary.LittleEndian.Uint32(b[len(partedMagic)+1+4*i:])
	}
	if h.size() != uint64(len(b)) {
		return h, corrupt(fmt.Sprintf("it has %d bytes and should have %d", len(b), h.size()))
	}
	// Whatever is counted takes some bytes, so nothing that is made room for is very
	// many times as large as the file.
	blocks := (uint64(h.terms) + dictionaryBlock - 1) / dictionaryBlock
	if uint64(h.terms)*4 > uint64(h.entryBytes) || uint64(h.termBytes) > mostSpelled*uint64(h.entryBytes) ||
		blocks*8+uint64(h.documents)+uint64(h.lists)*4 > uint64(h.table) || uint64(h.documents) > uint64(h.runBytes) ||
		uint64(h.base)+uint64(h.documents) > 1<<32-1 || h.docBytes > longestStream || h.positionBytes > longestStream ||
		uint64(h.skips) > uint64(h.docBytes) || h.tokens > h.positionBytes || h.article > h.terms {
		return h, corrupt("the head does not add up")
	}
	return h, nil
}

// blocks reads the table: of each block of the dictionary where it begins in all
// that terms have, and its first term.
func (r *numberReader) blocks(s *Segment, h *partedHeader) {
	sums := [...]uint64{uint64(s.late.entryStart[0]), 0, 0, 0, 0, 0}
	var before []byte
	for from := uint32(0); from < h.terms && !r.bad; from += dictionaryBlock {
		first := r.spelled(before, r.next())
		if r.bad || from > 0 && string(first) <= string(before) {
			r.bad = true
			return
		}
		before = first
		at := sums
		for i := range sums {
			sums[i] += uint64(r.next())
		}
		s.late.entryStart = append(s.late.entryStart, int(sums[0]))
		if sums[1] > uint64(h.termBytes) || sums[2] > uint64(h.docBytes) || sums[3] > uint64(h.skips) ||
			sums[4] > uint64(h.docBytes) || sums[5] > uint64(h.positionBytes) || sums[1]-at[1] < uint64(len(first)) {
			r.bad = true
			return
		}
		copy(s.terms[at[1]:], first)
		s.late.firsts = append(s.late.firsts, first)
		for i, starts := range s.starts() {
			starts[min(from+dictionaryBlock, h.terms)] = uint32(sums[i+1])
		}
	}
	r.bad = r.bad || sums != [...]uint64{
		uint64(s.late.entryStart[0]) + uint64(h.entryBytes), uint64(h.termBytes), sums[2], uint64(h.skips),
		uint64(h.docBytes), uint64(h.positionBytes),
	} || 2*sums[2] > uint64(h.docBytes)
}

// starts is what a term begins at, in the order of the table.
func (s *Segment) starts() [5][]uint32 {
	return [...][]uint32{s.termStart, s.postings, s.skipStart, s.docStart, s.posStart}
}

// spelled reads how a term goes on after the bytes that it shares with another.
func (r *numberReader) spelled(before []byte, shared uint32) []byte {
	n := r.next()
	if r.bad || int64(shared) > int64(len(before)) || int64(n) > int64(len(r.b)-r.at) {
		r.bad = true
		return nil
	}
	term := append(before[:shared:shared], r.b[r.at:r.at+int(n)]...)
	r.at += int(n)
	return term
}
