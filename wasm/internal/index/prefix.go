package index

import (
	"encoding/binary"
	"math/bits"
)

// The beginning of a word stands for all terms that begin so: "co" for
// thousands of them, with more postings between them than the segment has
// documents. Reading these on every keystroke took 26 ms of WASM for 100,000
// articles. So a range of terms that begin alike and have more than
// heavyFactor postings for each document of the segment has a list of its own,
// made once when the segment is: for each document the summed weight of all of
// them. There are some dozens of such ranges, of one to three letters, and
// their lists add about 5 % to the index. Terms of furniture have none.
//
// The lists are a segment of their own, without positions, in which the
// "term" of a range is its two ends, four bytes each, most significant first,
// all bits of the second turned, so that a range sorts before those within it;
// and a posting's second number is the summed weight twice, plus 1 where one of
// the places is in the title; no field code follows.
const (
	heavyFactor = 2
	// Below this many postings reading them all takes less than a millisecond.
	heavyLeast = 1 << 15
	// unionUnit is Segment.unit of these lists.
	unionUnit = 1
)

// OpenRange sets p before the first posting of the union of all terms in
// [from, to), if the segment has a list of that union. It has no positions.
func (s *Segment) OpenRange(p *Postings, from, to uint32) bool {
	if s.ranges == nil {
		return false
	}
	list, ok := s.ranges.Find(rangeKey(from, to))
	if ok {
		p.Open(s.ranges, list)
	}
	return ok
}

// rangeKey is the "term" of a range.
func rangeKey(from, to uint32) []byte {
	return binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(make([]byte, 0, 8), from), ^to)
}

// keyRange is the range of a key.
func keyRange(key []byte) (from, to uint32) {
	return binary.BigEndian.Uint32(key), ^binary.BigEndian.Uint32(key[4:])
}

// unionWriter makes the lists of heavy ranges.
type unionWriter struct {
	s     *Segment
	w     *segmentWriter
	least uint32 // postings of a heavy range, at least
	sums  []uint32
	marks []uint64
	pause pacer
}

// addRanges makes the lists of the segment.
func (s *Segment) addRanges(yield func() error) error {
	least := max(heavyFactor*s.Documents(), heavyLeast)
	from, to := s.Article()
	if s.Frequency(from, to) <= least {
		return nil
	}
	lists := &Segment{lengths: s.lengths, unit: unionUnit}
	u := &unionWriter{
		s: s, least: least, pause: pacer{yield: yield},
		// Each level of letters has at most so many heavy ranges; nobody
		// types past the 16th.
		w:     newSegmentWriter(lists, sizeHint{terms: 16 * int(s.Frequency(from, to)/least+1)}),
		sums:  make([]uint32, s.Documents()),
		marks: make([]uint64, (s.Documents()+63)/64),
	}
	if err := u.walk(from, to, 0); err != nil {
		return err
	}
	if lists = u.w.finish(); lists.Terms() > 0 {
		s.ranges = lists
	}
	return nil
}

// walk writes the lists of the ranges within [from, to), whose terms have the
// first depth bytes in common, larger ranges before those within them.
func (u *unionWriter) walk(from, to uint32, depth int) error {
	for from < to && len(u.s.Term(from)) <= depth {
		from++
	}
	for from < to && depth < 16 {
		next, letter := from+1, u.s.Term(from)[depth]
		for next < to && u.s.Term(next)[depth] == letter {
			next++
		}
		if next-from > 1 && u.s.Frequency(from, next) > u.least {
			if err := u.union(from, next); err != nil {
				return err
			}
			if err := u.walk(from, next, depth+1); err != nil {
				return err
			}
		}
		from = next
	}
	return nil
}

// union writes the list of [from, to), unless it has been: the words that
// begin "questio" are those that begin "question".
func (u *unionWriter) union(from, to uint32) error {
	key := rangeKey(from, to)
	if n := u.w.terms.n; n >= 8 && string(u.w.terms.buf[n-8:n]) == string(key) {
		return nil
	}
	for t := from; t < to; t++ {
		u.s.Accumulate(t, u.sums, u.marks)
		if err := u.pause.worked(int(u.s.Frequency(t, t+1)) + 16); err != nil {
			return err
		}
	}
	for i, m := range u.marks {
		for ; m != 0; m &= m - 1 {
			d := uint32(i*64 + bits.TrailingZeros64(m))
			u.w.union(d, u.sums[d])
			u.sums[d] = 0
		}
		u.marks[i] = 0
	}
	u.w.endTerm(key)
	return nil
}
