package index

import (
	"encoding/binary"
	"slices"
)

// A segment in a file that comes in parts, version 1: of a collection that is read
// over a slow line, where a query is to fetch only what its words need. Numbers of
// the head are four bytes, least significant first; all others varints of up to five.
//
//	head       "CLIPCUT", the version in one byte, then the numbers of partedHeader,
//	           in that order
//	table      for each dictionaryBlock terms: their first term (how many bytes it
//	           begins with as the first of the block before, how many follow, these),
//	           the bytes of their entries, of the terms, their postings, skips, bytes
//	           in docs and in positions
//	           the length of each document
//	           the lists of prefix.go, as in encode.go
//	                                                          up to here: the front
//	entries    of each term: how many bytes it begins with as the term before, how
//	           many follow, these (the last two not of the first of a block, which the
//	           table has); its postings, its length in docs, its length in positions
//	docs       as in memory; of a term with more than 128 postings, before them the
//	           length in positions of each block of 128
//	positions  as in memory
//	docs of the lists
//	runs       for each document the number of its runs, the runs
//
// All but the front may be missing while the segment is in use: see late.go.
const (
	partedMagic   = "CLIPCUT"
	partedVersion = 1
	partedHead    = len(partedMagic) + 1 + 4*partedNumbers
	// dictionaryBlock is how many terms are looked up in a part of the dictionary:
	// 10 kB, of which the table has a dozen bytes.
	dictionaryBlock = 1024
)

// partedHeader is the numbers of the head.
type partedHeader struct {
	base, documents, terms, lists, article uint32
	tokens, skips                          uint32
	table                                  uint32 // bytes
	termBytes, entryBytes, docBytes        uint32
	positionBytes, listBytes, runBytes     uint32
}

const partedNumbers = 14

func (h *partedHeader) all() [partedNumbers]*uint32 {
	return [partedNumbers]*uint32{
		&h.base, &h.documents, &h.terms, &h.lists, &h.article, &h.tokens, &h.skips, &h.table,
		&h.termBytes, &h.entryBytes, &h.docBytes, &h.positionBytes, &h.listBytes, &h.runBytes,
	}
}

// front is the length of what is needed to open the file, and size that of all.
func (h *partedHeader) front() uint64 { return uint64(partedHead) + uint64(h.table) }

func (h *partedHeader) size() uint64 {
	return h.front() + uint64(h.entryBytes) + uint64(h.docBytes) + uint64(h.positionBytes) +
		uint64(h.listBytes) + uint64(h.runBytes)
}

// AppendParted appends the segment as OpenParted reads it, and tells how many bytes
// of that are the front. The same segment always gives the same bytes.
func (s *Segment) AppendParted(b []byte) (file []byte, front int) {
	lists := s.ranges
	if lists == nil {
		lists = &Segment{termStart: []uint32{0}}
	}
	w := partedWriter{s: s}
	for t := range s.Terms() {
		w.term(t)
	}
	w.endBlock()
	for _, n := range s.lengths {
		w.table = binary.AppendUvarint(w.table, uint64(n))
	}
	w.table = lists.appendLists(w.table)
	runs := s.appendRuns(nil)
	h := partedHeader{
		base: s.base, documents: s.Documents(), terms: s.Terms(), lists: lists.Terms(), article: s.article,
		tokens: uint32(s.tokens), skips: uint32(len(s.skips)), table: uint32(len(w.table)),
		termBytes: uint32(len(s.terms)), entryBytes: uint32(len(w.entries)), docBytes: uint32(len(w.docs)),
		positionBytes: uint32(len(s.positions)), listBytes: uint32(len(lists.docs)), runBytes: uint32(len(runs)),
	}
	b = slices.Grow(b, int(h.size()))
	b = append(append(b, partedMagic...), partedVersion)
	for _, n := range h.all() {
		b = binary.LittleEndian.AppendUint32(b, *n)
	}
	for _, part := range [][]byte{w.table, w.entries, w.docs, s.positions, lists.docs, runs} {
		b = append(b, part...)
	}
	return b, int(h.front())
}

// partedWriter writes the dictionary and the postings.
type partedWriter struct {
	s                    *Segment
	table, entries, docs []byte
	from                 uint32 // the first term of the block at hand
	entriesAt, docsAt    int    // where that begins
	first                []byte // the first term of the block before
}

func (w *partedWriter) term(t uint32) {
	s := w.s
	if t%dictionaryBlock == 0 {
		w.endBlock()
		w.from = t
	}
	put := func(n uint32) { w.entries = binary.AppendUvarint(w.entries, uint64(n)) }
	term, shared := s.Term(t), uint32(s.shared[t])
	put(shared)
	if t > w.from {
		put(uint32(len(term)) - shared)
		w.entries = append(w.entries, term[shared:]...)
	}
	before := len(w.docs)
	if skips := s.skips[s.skipStart[t]:s.skipStart[t+1]]; len(skips) > 0 {
		for i := 5; i < len(skips); i += 3 {
			w.docs = binary.AppendUvarint(w.docs, uint64(skips[i]-skips[i-3]))
		}
		w.docs = binary.AppendUvarint(w.docs, uint64(s.posStart[t+1]-skips[len(skips)-1]))
	}
	w.docs = append(w.docs, s.docs[s.docStart[t]:s.docStart[t+1]]...)
	put(s.Frequency(t, t+1))
	put(uint32(len(w.docs) - before))
	put(s.posStart[t+1] - s.posStart[t])
}

// endBlock writes the row of the terms from w.from to the one that stands last.
func (w *partedWriter) endBlock() {
	s, from := w.s, w.from
	to := min(from+dictionaryBlock, s.Terms())
	if len(w.entries) == w.entriesAt {
		return
	}
	first := s.Term(from)
	shared := commonPrefix(w.first, first)
	w.table = binary.AppendUvarint(binary.AppendUvarint(w.table, uint64(shared)), uint64(len(first)-shared))
	w.table = append(w.table, first[shared:]...)
	for _, n := range []int{
		len(w.entries) - w.entriesAt, int(s.termStart[to] - s.termStart[from]), int(s.Frequency(from, to)),
		int(s.skipStart[to] - s.skipStart[from]), len(w.docs) - w.docsAt, int(s.posStart[to] - s.posStart[from]),
	} {
		w.table = binary.AppendUvarint(w.table, uint64(n))
	}
	w.first, w.entriesAt, w.docsAt = first, len(w.entries), len(w.docs)
}

// appendRuns appends where the fields of each document begin.
func (s *Segment) appendRuns(b []byte) []byte {
	for d := range s.Documents() {
		runs := s.runsOf(d)
		b = binary.AppendUvarint(b, uint64(len(runs)))
		for _, r := range runs {
			b = binary.AppendUvarint(b, uint64(r))
		}
	}
	return b
}
