package index

import (
	"bytes"
	"sort"
)

// Segment is a sealed part of an index: some documents in a row and all their
// postings. It does not change. The package comment tells its format.
type Segment struct {
	base uint32 // number of the first document

	terms     []byte
	termStart []uint32
	shared    []byte // made of the terms, see sharedPrefixes
	article   uint32 // also: the first term after those of furniture
	postings  []uint32
	docs      []byte
	docStart  []uint32
	positions []byte
	posStart  []uint32
	skips     []uint32
	skipStart []uint32

	lengths     []uint32
	totalLength uint64
	runStart    []uint32
	runs        []uint32
	tokens      int

	unit   uint32   // what one of n<<1 in docs weighs
	ranges *Segment // unions of terms that begin alike, see prefix.go; may be nil
	late   *late    // what may not have come yet; nil for nothing
}

// Base is the number of the segment's first document in the index. Documents
// of a segment are counted from 0 in all its methods.
func (s *Segment) Base() uint32 { return s.base }

// Documents is how many documents the segment holds.
func (s *Segment) Documents() uint32 { return uint32(len(s.lengths)) }

// Terms is how many different terms the segment holds.
func (s *Segment) Terms() uint32 { return uint32(len(s.termStart) - 1) }

// Article is the half-open range of the terms that articles have; those before
// stand in furniture and begin with AsidePrefix.
func (s *Segment) Article() (from, to uint32) { return s.article, s.Terms() }

// Lengths is the length of each document: the summed weights of its indexed
// words, furniture left out, in WeightUnits. Do not change it.
func (s *Segment) Lengths() []uint32 { return s.lengths }

// Term is the t-th term in byte order. Do not change it.
func (s *Segment) Term(t uint32) []byte {
	if s.late != nil && !s.hasTerms(t, t+1) {
		return nil
	}
	return s.terms[s.termStart[t]:s.termStart[t+1]]
}

// Find is the number of a term, and whether it is there.
func (s *Segment) Find(term []byte) (uint32, bool) {
	t := s.lowerBound(term)
	return t, t < s.Terms() && bytes.Equal(s.Term(t), term)
}

// Range is the half-open range of the terms that begin with prefix.
func (s *Segment) Range(prefix []byte) (from, to uint32) {
	from = s.lowerBound(prefix)
	if s.late != nil {
		return from, s.lateEnd(prefix, from)
	}
	n := sort.Search(int(s.Terms()-from), func(i int) bool {
		return !bytes.HasPrefix(s.Term(from+uint32(i)), prefix)
	})
	return from, from + uint32(n)
}

func (s *Segment) lowerBound(term []byte) uint32 {
	if s.late != nil && !s.late.whole {
		return s.lateBound(term)
	}
	return uint32(sort.Search(int(s.Terms()), func(i int) bool {
		return bytes.Compare(s.Term(uint32(i)), term) >= 0
	}))
}

// Frequency is the number of postings of the terms in [from, to): for one term
// the number of documents that hold it.
func (s *Segment) Frequency(from, to uint32) uint32 {
	if s.late != nil && !(s.knows(from) && s.knows(to)) {
		return 0
	}
	return s.postings[to] - s.postings[from]
}

// Run is the place of a position of a document in the document's field table:
// which run it is in, and its field. Two positions in one run have no text of
// another field between them.
func (s *Segment) Run(doc, position uint32) (run int, field Field) {
	if s.late != nil && !s.knowsRuns() {
		return 0, Body
	}
	return runOf(s.runsOf(doc), position)
}

func (s *Segment) runsOf(doc uint32) []uint32 {
	return s.runs[s.runStart[doc]:s.runStart[doc+1]]
}

func runOf(runs []uint32, position uint32) (int, Field) {
	// Articles have three or four runs; a text of many captions some dozens.
	i := 0
	for i+1 < len(runs) && runs[i+1]>>3 <= position {
		i++
	}
	if i == len(runs) {
		return 0, Body
	}
	return i, Field(runs[i] & 7)
}

// Size is the memory the segment takes, in bytes.
func (s *Segment) Size() int {
	numbers := len(s.termStart) + len(s.postings) + len(s.docStart) + len(s.posStart) +
		len(s.skips) + len(s.skipStart) + len(s.lengths) + len(s.runStart) + len(s.runs)
	size := len(s.terms) + len(s.shared) + len(s.docs) + len(s.positions) + 4*numbers
	if s.ranges != nil {
		size += s.ranges.Size() - 4*len(s.lengths) // which are shared
	}
	return size
}
