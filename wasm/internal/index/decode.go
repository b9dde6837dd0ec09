package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
)

var (
	// ErrCorrupt is that a file is no segment, or is damaged.
	ErrCorrupt = errors.New("the stored index is damaged")
	// ErrVersion is that another version of the program wrote the file.
	ErrVersion = errors.New("the stored index was made by another version")
)

// longestStream is the longest docs or positions that is opened: eight times
// those of the largest segment there is, and little enough for two to merge.
const longestStream = 1 << 30

// DecodeSegment opens what AppendTo or WriteTo wrote. The segment refers to b,
// which must not change any more.
//
// An error is one of yield, or ErrVersion, or ErrCorrupt: every number is looked
// at, so that a segment opened from a damaged or a hostile file is as sound as
// one that was built, if not true. This takes less than a fifteenth of the time
// of building.
func DecodeSegment(b []byte, yield func() error) (*Segment, error) {
	h, err := decodeHead(b)
	if err != nil {
		return nil, err
	}
	body, sum := b[:len(b)-crc32.Size], binary.LittleEndian.Uint32(b[len(b)-crc32.Size:])
	pause := pacer{yield: yield}
	if got, err := checksum(body, yield); err != nil {
		return nil, err
	} else if got != sum {
		return nil, corrupt("the checksum is another")
	}
	rest := body[headSize:]
	take := func(n uint32) []byte {
		part := rest[:n:n]
		rest = rest[n:]
		return part
	}
	in := &numberReader{b: take(h.numbers)}
	s := &Segment{
		base: h.base, tokens: int(h.tokens), unit: WeightUnit,
		terms: take(h.termBytes), docs: take(h.docBytes), positions: take(h.positionBytes),
	}
	lists := &Segment{unit: unionUnit, docs: take(h.listBytes)}
	in.terms(s, h.terms)
	in.documents(s, &h)
	in.lists(lists, &h)
	if in.bad || in.at != len(in.b) {
		return nil, corrupt("the tables do not add up")
	}
	if err := s.complete(&pause); err != nil {
		return nil, err
	}
	if h.lists == 0 {
		return s, nil
	}
	s.ranges, lists.lengths = lists, s.lengths
	if err := lists.complete(&pause); err != nil {
		return nil, err
	}
	return s, nil
}

func corrupt(what string) error { return fmt.Errorf("index: %w: %s", ErrCorrupt, what) }

// decodeHead reads the head and compares it with the length of the file.
func decodeHead(b []byte) (header, error) {
	var h header
	if len(b) <= len(encodingMagic) || string(b[:len(encodingMagic)]) != encodingMagic {
		return h, corrupt("it does not begin as one")
	}
	if v := b[len(encodingMagic)]; v != encodingVersion {
		return h, fmt.Errorf("index: %w: %d, this is %d", ErrVersion, v, encodingVersion)
	}
	if len(b) < headSize {
		return h, corrupt("it is cut off")
	}
	at := len(encodingMagic) + 1
	for _, n := range h.all() {
		*n = binary.LittleEndian.Uint32(b[at:])
		at += 4
	}
	if h.size() != uint64(len(b)) {
		return h, corrupt(fmt.Sprintf("it has %d bytes and should have %d", len(b), h.size()))
	}
	// Whatever is counted takes a byte at least, so nothing that is made room
	// for is many times as large as the file.
	if uint64(h.terms)*4+uint64(h.documents)*2+uint64(h.runs)+uint64(h.lists)*4 > uint64(h.numbers) ||
		uint64(h.base)+uint64(h.documents) > 1<<32-1 || h.docBytes > longestStream || h.positionBytes > longestStream ||
		h.tokens > h.positionBytes {
		return h, corrupt("the head does not add up")
	}
	return h, nil
}

// checksum is the crc32 of b.
func checksum(b []byte, yield func() error) (sum uint32, err error) {
	for len(b) > 0 && err == nil {
		n := min(len(b), writePart)
		sum = crc32.Update(sum, crc32.IEEETable, b[:n])
		b, err = b[n:], yield()
	}
	return sum, err
}

// numberReader reads the numbers of a file.
type numberReader struct {
	b   []byte
	at  int
	bad bool // a number was not there or not one
}

func (r *numberReader) next() uint32 {
	v, end, ok := soundUvarint(r.b, r.at)
	r.at, r.bad = end, r.bad || !ok
	return v
}

// soundUvarint is uvarint for bytes that may be anything. It reports whether
// there is a number, of up to 32 bits.
func soundUvarint(b []byte, at int) (v uint32, end int, ok bool) {
	wide := uint64(0)
	for shift := 0; at < len(b) && shift < 35; shift += 7 {
		c := b[at]
		at++
		wide |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return uint32(wide), at, wide < 1<<32
		}
	}
	return 0, at, false
}

// starts turns lengths, which it is given one after another, into starts.
type starts struct {
	at  []uint32
	sum uint64
}

func newStarts(n uint32) starts { return starts{at: make([]uint32, 1, n+1)} }

func (s *starts) add(n uint32) {
	s.sum += uint64(n)
	s.at = append(s.at, uint32(s.sum))
}

// fill checks that the lengths sum up to what there is.
func (s *starts) fill(to *[]uint32, n int) bool {
	*to = s.at
	return s.sum == uint64(n)
}

func (r *numberReader) terms(s *Segment, n uint32) {
	term, posting, doc, pos := newStarts(n), newStarts(n), newStarts(n), newStarts(n)
	for range n {
		term.add(r.next())
		posting.add(r.next())
		doc.add(r.next())
		pos.add(r.next())
		if r.bad {
			return
		}
	}
	sound := term.fill(&s.termStart, len(s.terms))
	sound = doc.fill(&s.docStart, len(s.docs)) && sound
	sound = pos.fill(&s.posStart, len(s.positions)) && sound
	s.postings = posting.at
	// A posting takes two bytes, so their number is one of 32 bits.
	r.bad = r.bad || !sound || 2*posting.sum > uint64(len(s.docs))
}

func (r *numberReader) documents(s *Segment, h *header) {
	run := newStarts(h.documents)
	s.lengths, s.runs = make([]uint32, h.documents), make([]uint32, 0, h.runs)
	for d := range s.lengths {
		s.lengths[d] = r.next()
		s.totalLength += uint64(s.lengths[d])
		n := r.next()
		if r.bad || uint64(len(s.runs))+uint64(n) > uint64(h.runs) {
			r.bad = true
			return
		}
		run.add(n)
		for i := range n {
			at := r.next()
			if at&7 >= numFields || i > 0 && at>>3 <= s.runs[len(s.runs)-1]>>3 {
				r.bad = true
			}
			s.runs = append(s.runs, at)
		}
	}
	if !run.fill(&s.runStart, int(h.runs)) {
		r.bad = true
	}
}

func (r *numberReader) lists(s *Segment, h *header) {
	posting, doc := newStarts(h.lists), newStarts(h.lists)
	s.termStart, s.posStart = make([]uint32, h.lists+1), make([]uint32, h.lists+1)
	s.terms = make([]byte, 0, 8*h.lists)
	for i := range h.lists {
		from, to := r.next(), r.next()
		if from >= to || to > h.terms {
			r.bad = true
		}
		s.terms = append(s.terms, rangeKey(from, to)...)
		s.termStart[i+1] = 8 * (i + 1)
		posting.add(r.next())
		doc.add(r.next())
		if r.bad {
			return
		}
	}
	s.postings = posting.at
	sound := doc.fill(&s.docStart, len(s.docs))
	r.bad = r.bad || !sound || 2*posting.sum > uint64(len(s.docs))
}
