package index

import (
	"bytes"
	"math/bits"
	"slices"

	"clippings/wasm/ordering"
)

// sealer turns a builder's chains into a segment.
type sealer struct {
	b    *builder
	w    *segmentWriter
	body []uint32 // two a document: its longest run of body, [from, to)
	in   []byte   // the chain at hand, in one piece
	buf  []byte   // room for it
	code [64]byte
}

// seal makes a segment of all that was added; lists of heavy ranges are left to
// addRanges. The builder is not changed, so that a cancelled seal loses nothing.
func (b *builder) seal(base uint32, yield func() error) (*Segment, error) {
	seg := &Segment{base: base, lengths: b.lengths, runs: b.runs, tokens: b.tokens, unit: WeightUnit}
	seg.runStart = append(slices.Clone(b.runStart), uint32(len(b.runs)))
	for _, n := range b.lengths {
		seg.totalLength += uint64(n)
	}
	pause := pacer{yield: yield}
	chained := int(b.arena.used)
	s := &sealer{b: b, body: bodyRuns(seg), w: newSegmentWriter(seg, sizeHint{
		terms: len(b.terms), bytes: len(b.bytes),
		docs: min(chained, 2*b.postings+b.postings/2), positions: min(chained, b.tokens+b.tokens/2),
	})}
	ids, err := b.sorted(yield)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		if err := s.term(&b.terms[id], b.cold[id].first, &pause); err != nil {
			return nil, err
		}
	}
	return s.w.finish(), nil
}

// term writes one term.
func (s *sealer) term(e *entry, first uint32, pause *pacer) error {
	s.in, s.buf = s.b.arena.chain(s.buf, first, &e.chain)
	in := s.in
	s.w.positions.reserve(len(in))
	doc, work := uint32(0), 64
	for at := 0; at < len(in); {
		delta := uint32(in[at])
		at++
		if delta >= 0x80 {
			delta, at = uvarint(in, at-1)
		}
		doc += delta
		next := s.posting(doc, at)
		if work += next - at + 8; work > yieldBytes/8 {
			if err := pause.worked(work); err != nil {
				return err
			}
			work = 0
		}
		at = next
	}
	s.w.endTerm(s.b.term(e))
	return pause.worked(work)
}

// posting writes the posting whose positions stand at s.in[at:], and returns
// where the next begins, after the 0. There is room for the positions, which in
// the chain are kept plus one.
func (s *sealer) posting(doc uint32, at int) int {
	in, from := s.in, at
	out := s.w.positions.buf[s.w.positions.n:]
	n, length := uint32(0), 0
	first, last := uint32(0), uint32(0)
	for at < len(in) && in[at] != 0 {
		v := uint32(in[at]) - 1
		at++
		if v < 0x7f {
			out[length] = byte(v)
			length++
		} else {
			v, at = uvarint(in, at-1)
			v--
			length = putUvarint(out, length, v)
		}
		last += v
		if n == 0 {
			first = last
		}
		n++
	}
	n <<= 1
	var code []byte
	if first < s.body[2*doc] || last >= s.body[2*doc+1] {
		counts := s.countFields(doc, in[from:at])
		if code = appendFieldCode(s.code[:0], &counts); len(code) > 0 {
			n |= 1
		}
	}
	s.w.posting(doc, n, code)
	s.w.positions.n += length
	return at + 1
}

// countFields counts a posting's positions by field.
func (s *sealer) countFields(doc uint32, in []byte) (counts [8]uint32) {
	runs := s.w.seg.runsOf(doc)
	position := uint32(0)
	for at := 0; at < len(in); {
		var v uint32
		v, at = uvarint(in, at)
		position += v - 1
		_, f := runOf(runs, position)
		counts[f]++
	}
	return counts
}

// bodyRuns finds the longest run of body of each document: nearly all of its
// words stand there, and need no look at the field table.
func bodyRuns(s *Segment) []uint32 {
	out := make([]uint32, 2*len(s.lengths))
	for d := range s.lengths {
		runs := s.runsOf(uint32(d))
		for i, r := range runs {
			end := ^uint32(0)
			if i+1 < len(runs) {
				end = runs[i+1] >> 3
			}
			if Field(r&7) == Body && end-r>>3 > out[2*d+1]-out[2*d] {
				out[2*d], out[2*d+1] = r>>3, end
			}
		}
	}
	return out
}

// sorted is the numbers of all terms in byte order: a radix sort by their first
// eight bytes, then by comparison where these are equal.
func (b *builder) sorted(yield func() error) ([]uint32, error) {
	keys := make([]keyed, len(b.terms))
	for id := range b.terms {
		e := &b.terms[id]
		keys[id] = keyed{key: bits.ReverseBytes64(e.head), id: uint32(id)}
	}
	keys, err := radixSort(keys, yield)
	if err != nil {
		return nil, err
	}
	for i := 0; i < len(keys); {
		j := i + 1
		for j < len(keys) && keys[j].key == keys[i].key {
			j++
		}
		if j-i > 1 {
			ordering.By(keys[i:j], func(x, y keyed) int {
				ex, ey := &b.terms[x.id], &b.terms[y.id]
				return bytes.Compare(b.term(ex), b.term(ey))
			})
		}
		i = j
	}
	ids := make([]uint32, len(keys))
	for i, k := range keys {
		ids[i] = k.id
	}
	return ids, nil
}
