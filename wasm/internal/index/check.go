package index

import (
	"encoding/binary"
	"math/bits"
)

// complete makes what is not stored of a segment that has been read, and looks
// at every posting, so that whatever reads them later need not.
func (s *Segment) complete(pause *pacer) error {
	shared, rising := sharedPrefixes(s.terms, s.termStart)
	if !rising {
		return corrupt("terms are out of order")
	}
	s.shared, s.article = shared, s.lowerBound([]byte{AsidePrefix + 1})
	if s.unit == unionUnit {
		s.shared = nil
	}
	skips := newStarts(s.Terms())
	for t := range s.Terms() {
		n := s.Frequency(t, t+1)
		if n == 0 {
			return corrupt("a term is in no document")
		}
		skips.add(skipsOf(n))
	}
	s.skipStart, s.skips = skips.at, make([]uint32, skips.sum)
	c := checker{s: s, lists: s.unit == unionUnit}
	for t := range s.Terms() {
		if !c.term(t) {
			return corrupt("a list of documents or positions is not sound")
		}
		done := s.docStart[t+1] - s.docStart[t] + (s.posStart[t+1]-s.posStart[t])/8
		if err := pause.worked(int(done) + 16); err != nil {
			return err
		}
	}
	return nil
}

// skipsOf is how many numbers the skips of a term with n postings are.
func skipsOf(n uint32) uint32 {
	if n <= blockSize {
		return 0
	}
	return 3 * ((n + blockSize - 1) / blockSize)
}

// checker goes through the postings of a segment, makes the skips and reports
// whether all is sound: documents rise and exist, counts add up, positions are
// as many, do not fall, and fit.
type checker struct {
	s      *Segment
	lists  bool   // weights follow documents, as in the lists of prefix.go
	next   uint64 // the least document that may follow
	places uint64 // positions of the block at hand
	most   uint32 // of these, in one document at most
}

// term looks at the postings of a term.
func (c *checker) term(t uint32) bool {
	s := c.s
	docs, positions := s.docs[:s.docStart[t+1]], s.positions[:s.posStart[t+1]]
	at, posAt, left := int(s.docStart[t]), int(s.posStart[t]), s.Frequency(t, t+1)
	skips := s.skips[s.skipStart[t]:s.skipStart[t+1]]
	c.next = 0
	for left > 0 {
		n := min(left, blockSize)
		end, posEnd := c.block(docs, at, n), posAt
		if end < 0 {
			return false
		}
		if !c.lists {
			var large bool
			if posEnd, large = positionsEnd(positions, posAt, c.places); posEnd < 0 {
				return false
			}
			// Fewer than 256 positions, each less than 1<<21 after the one
			// before, are no more than maxPosition.
			if (large || c.most >= 1<<8) && !soundPositions(docs[at:end], n, positions[posAt:posEnd]) {
				return false
			}
		}
		if len(skips) > 0 {
			skips[0], skips[1], skips[2] = uint32(c.next-1), uint32(at), uint32(posAt)
			skips = skips[3:]
		}
		at, posAt = end, posEnd
		left -= n
	}
	return at == len(docs) && posAt == len(positions)
}

// block looks at n postings at docs[at:] and returns where they end, or -1.
func (c *checker) block(docs []byte, at int, n uint32) (end int) {
	next, places, most := c.next, uint64(0), uint32(0)
	for ; n > 0; n-- {
		if n >= 4 && next > 0 && at+8 <= len(docs) {
			if documents, counts, ok := c.four(binary.LittleEndian.Uint64(docs[at:])); ok {
				next, places = next+documents, places+counts
				at, n = at+8, n-3
				continue
			}
		}
		if at+1 >= len(docs) {
			return -1
		}
		delta, count, ok := uint32(docs[at]), uint32(0), true
		if second := uint32(docs[at+1]); delta < 0x80 {
			at++
		} else if second < 0x80 {
			delta, at = delta&0x7f|second<<7, at+2
		} else if delta, at, ok = soundUvarint(docs, at); !ok {
			return -1
		}
		if at >= len(docs) {
			return -1
		}
		if count = uint32(docs[at]); count < 0x80 {
			at++
		} else if count, at, ok = soundUvarint(docs, at); !ok {
			return -1
		}
		// The first document is told from 0, each other from the one before.
		if next > 0 {
			if delta == 0 {
				return -1
			}
			next--
		}
		next += uint64(delta) + 1
		code := count & 1
		if count >>= 1; count == 0 {
			return -1
		}
		if code != 0 && !c.lists {
			if at = fieldCodeCheck(docs, at, count); at < 0 {
				return -1
			}
		}
		places += uint64(count)
		most = max(most, count)
	}
	if next > uint64(c.s.Documents()) {
		return -1
	}
	c.next, c.places, c.most = next, places, most
	return at
}

// four looks at four postings at once, if they have two bytes each and are not
// the first, and returns the sums of their two numbers. Under WASM opening takes
// three quarters of the time it takes without.
func (c *checker) four(x uint64) (documents, counts uint64, ok bool) {
	const each, high = 0x0001000100010001, 0x8080808080808080
	deltas, numbers := x&(0x7f*each), x>>9&(0x7f*each)
	// A sum of 0x7f and what is not 0 has the eighth bit set.
	zero := ^((deltas + 0x7f*each) & (numbers + 0x7f*each)) & (0x80 * each)
	bad := x&high | zero
	if !c.lists {
		bad |= x & (1 << 8 * each) // a field code follows
	}
	return deltas * each >> 48, numbers * each >> 48, bad == 0
}

// fieldCodeCheck looks at the field code of n positions at docs[at:] and returns
// where it ends, or -1.
func fieldCodeCheck(docs []byte, at int, n uint32) (end int) {
	if at == len(docs) || docs[at] == 0 || docs[at] >= 1<<numFields {
		return -1
	}
	more := bits.OnesCount8(docs[at]) - 1
	at++
	for range more {
		count, end, ok := soundUvarint(docs, at)
		if !ok || count == 0 || count >= n {
			return -1
		}
		n -= count
		at = end
	}
	return at
}

// positionsEnd is where n varints at b[at:] end, or -1; and whether one of them
// may have more than three bytes. It looks at eight bytes at a time.
func positionsEnd(b []byte, at int, n uint64) (end int, large bool) {
	const high = 0x8080808080808080
	before := uint64(0)
	for n >= 8 && at+8 <= len(b) {
		more := binary.LittleEndian.Uint64(b[at:]) & high
		large = large || more&(more<<8|before>>56)&(more<<16|before>>48) != 0
		n -= uint64(8 - bits.OnesCount64(more))
		before = more
		at += 8
	}
	long := bits.LeadingZeros64(^(before | ^uint64(high))) / 8 // bytes of the varint at hand
	for ; n > 0; at++ {
		if at >= len(b) {
			return -1, false
		}
		if b[at] < 0x80 {
			n--
			long = 0
		} else if long++; long > 2 {
			large = true
		}
	}
	return at, large
}

// soundPositions looks at each position of a block of postings.
func soundPositions(docs []byte, n uint32, positions []byte) bool {
	at, posAt := 0, 0
	for range n {
		var count uint32
		_, at = uvarint(docs, at)
		count, at = uvarint(docs, at)
		if count&1 != 0 {
			at = fieldCodeEnd(docs, at)
		}
		position := uint64(0)
		for range count >> 1 {
			delta, end, ok := soundUvarint(positions, posAt)
			if position += uint64(delta); !ok || position > maxPosition {
				return false
			}
			posAt = end
		}
	}
	return posAt == len(positions)
}
