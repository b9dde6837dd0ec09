package index

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// yieldBytes is how much is written between two calls of yield: about 2 ms of
// work in WASM.
const yieldBytes = 1 << 17

// sealer turns a builder's chains into a segment.
type sealer struct {
	b    *builder
	w    *segmentWriter
	body []uint32 // two a document: its longest run of body, [from, to)
	buf  []byte   // the chain at hand, in one piece
	code []byte
}

// seal makes a segment of all that was added. The builder is not changed, so
// that a cancelled seal loses nothing.
func (b *builder) seal(base uint32, yield func() error) (*Segment, error) {
	seg := &Segment{base: base, lengths: b.lengths, runs: b.runs, tokens: b.tokens}
	seg.runStart = append(slices.Clone(b.runStart), uint32(len(b.runs)))
	for _, n := range b.lengths {
		seg.totalLength += uint64(n)
	}
	chained := int(b.arena.used)
	s := &sealer{b: b, body: bodyRuns(seg), w: newSegmentWriter(seg, sizeHint{
		terms: len(b.terms), bytes: len(b.bytes),
		docs: min(chained, 2*b.postings+b.postings/2), positions: min(chained, b.tokens+b.tokens/2),
	})}
	done := 0
	for _, id := range b.sorted() {
		e := &b.terms[id]
		if err := s.term(e); err != nil {
			return nil, err
		}
		if done += len(s.buf) + 64; done > yieldBytes {
			done = 0
			if err := yield(); err != nil {
				return nil, err
			}
		}
	}
	return seg, nil
}

// term writes one term.
func (s *sealer) term(e *entry) error {
	s.buf = s.b.arena.appendChain(s.buf[:0], &e.chain)
	in, doc := s.buf, uint32(0)
	for len(in) > 0 {
		delta, n := binary.Uvarint(in)
		doc += uint32(delta)
		in = s.posting(doc, in[n:])
	}
	s.w.endTerm(s.b.bytes[e.start:e.end])
	return nil
}

// posting writes the posting whose positions stand at the start of in, and
// returns what follows it and its 0.
func (s *sealer) posting(doc uint32, in []byte) []byte {
	n, first, last := uint32(0), uint32(0), uint32(0)
	end := 0
	for end < len(in) && in[end] != 0 {
		v := uint32(in[end])
		end++
		if v >= 0x80 {
			u, size := binary.Uvarint(in[end-1:])
			v = uint32(u)
			end += size - 1
		}
		last += v - 1
		if n == 0 {
			first = last
		}
		n++
	}
	s.code = s.code[:0]
	if first < s.body[2*doc] || last >= s.body[2*doc+1] {
		counts := s.countFields(doc, in[:end])
		s.code = appendFieldCode(s.code, &counts)
	}
	s.w.posting(doc, n, s.code)
	s.positions(in[:end])
	return in[min(end+1, len(in)):]
}

// positions copies positions, written there plus one.
func (s *sealer) positions(in []byte) {
	out := s.w.seg.positions
	for i := 0; i < len(in); i++ {
		v := uint64(in[i])
		if v >= 0x80 {
			u, size := binary.Uvarint(in[i:])
			v = u
			i += size - 1
		}
		if v <= 0x80 {
			out = append(out, byte(v-1))
		} else {
			out = binary.AppendUvarint(out, v-1)
		}
	}
	s.w.seg.positions = out
}

// countFields counts a posting's positions by field.
func (s *sealer) countFields(doc uint32, in []byte) (counts [8]uint32) {
	runs := s.w.seg.runsOf(doc)
	for position := uint32(0); len(in) > 0; {
		v, n := binary.Uvarint(in)
		in = in[n:]
		position += uint32(v) - 1
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
func (b *builder) sorted() []uint32 {
	keys := make([]keyed, len(b.terms))
	for id := range b.terms {
		e := &b.terms[id]
		keys[id] = keyed{key: prefixKey(b.bytes[e.start:e.end]), id: uint32(id)}
	}
	keys = radixSort(keys)
	for i := 0; i < len(keys); {
		j := i + 1
		for j < len(keys) && keys[j].key == keys[i].key {
			j++
		}
		if j-i > 1 {
			slices.SortFunc(keys[i:j], func(x, y keyed) int {
				ex, ey := &b.terms[x.id], &b.terms[y.id]
				return bytes.Compare(b.bytes[ex.start:ex.end], b.bytes[ey.start:ey.end])
			})
		}
		i = j
	}
	ids := make([]uint32, len(keys))
	for i, k := range keys {
		ids[i] = k.id
	}
	return ids
}
