package index

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// blockSize is how many postings lie between two skips: enough that the skips
// are a fiftieth of the postings, few enough that reading a block to look at
// one of them costs less than a microsecond.
const blockSize = 128

// output is a byte slice being filled. Only n changes with each byte: storing a
// slice header in memory, as append would, makes the collector take note of it
// while it marks, which in WASM it does most of the time (sealing took 10
// times as long).
type output struct {
	buf []byte
	n   int
}

// reserve makes room for size more bytes.
func (o *output) reserve(size int) {
	if len(o.buf)-o.n < size {
		grown := make([]byte, o.n+max(size, o.n/4, 1<<10))
		copy(grown, o.buf[:o.n])
		o.buf = grown
	}
}

// write copies bytes.
func (o *output) write(b []byte) {
	o.reserve(len(b))
	o.n += copy(o.buf[o.n:], b)
}

// bytes is what was written, in memory of about its own size.
func (o *output) bytes() []byte {
	if len(o.buf)-o.n > o.n/8 {
		return append(make([]byte, 0, o.n), o.buf[:o.n]...)
	}
	return o.buf[:o.n:o.n]
}

// segmentWriter appends terms, in byte order, and their postings to a segment.
type segmentWriter struct {
	seg       *Segment
	terms     output
	docs      output
	positions output
	starts    [numStarts][]uint32
	written   int    // terms
	doc       uint32 // of the last posting of the current term
	count     uint32 // its postings so far
}

// The slices of a segment that have a number for each term.
const (
	termStart = iota
	postings
	docStart
	posStart
	skipStart
	numStarts
)

// sizeHint is what a segment will need: at most so many terms, about so many
// bytes of each kind.
type sizeHint struct{ terms, bytes, docs, positions int }

func newSegmentWriter(seg *Segment, hint sizeHint) *segmentWriter {
	w := &segmentWriter{seg: seg}
	for i := range w.starts {
		w.starts[i] = make([]uint32, hint.terms+1)
	}
	w.terms.reserve(hint.bytes)
	w.docs.reserve(hint.docs)
	w.positions.reserve(hint.positions)
	return w
}

// posting begins a posting of the current term, whose second number is v: n<<1
// for n positions in the body; n<<1|1 where code, which appendFieldCode gives,
// is to follow. The n positions are to be written to w.positions right after.
func (w *segmentWriter) posting(doc, v uint32, code []byte) {
	if w.count%blockSize == 0 {
		w.skip()
	}
	if len(w.docs.buf)-w.docs.n < 16+len(code) {
		w.docs.reserve(16 + len(code))
	}
	out, at := w.docs.buf, w.docs.n
	if delta := doc - w.doc; delta < 0x80 {
		out[at] = byte(delta)
		at++
	} else {
		at = putUvarint(out, at, delta)
	}
	if v < 0x80 {
		out[at] = byte(v)
		at++
	} else {
		at = putUvarint(out, at, v)
	}
	if len(code) > 0 {
		at += copy(out[at:], code)
	}
	w.docs.n, w.doc = at, doc
	w.count++
}

// union writes a posting of a list of prefix.go.
func (w *segmentWriter) union(doc, weight uint32) {
	number, inTitle := Split(weight)
	number <<= 1
	if inTitle {
		number |= 1
	}
	w.posting(doc, number, nil)
}

// skip closes the block before, if there is one, and opens the next.
func (w *segmentWriter) skip() {
	s := w.seg
	if w.count > 0 {
		s.skips[len(s.skips)-3] = w.doc
	}
	s.skips = append(s.skips, 0, uint32(w.docs.n), uint32(w.positions.n))
}

// endTerm closes the current term. A term in one block needs no skips.
func (w *segmentWriter) endTerm(term []byte) {
	s, t := w.seg, w.written
	if w.count <= blockSize {
		s.skips = s.skips[:w.starts[skipStart][t]]
	} else {
		s.skips[len(s.skips)-3] = w.doc
	}
	w.terms.write(term)
	w.starts[termStart][t+1] = uint32(w.terms.n)
	w.starts[postings][t+1] = w.starts[postings][t] + w.count
	w.starts[docStart][t+1] = uint32(w.docs.n)
	w.starts[posStart][t+1] = uint32(w.positions.n)
	w.starts[skipStart][t+1] = uint32(len(s.skips))
	w.doc, w.count = 0, 0
	w.written++
}

// finish hands what was written to the segment.
func (w *segmentWriter) finish() *Segment {
	s := w.seg
	s.terms, s.docs, s.positions = w.terms.bytes(), w.docs.bytes(), w.positions.bytes()
	for i, to := range [numStarts]*[]uint32{&s.termStart, &s.postings, &s.docStart, &s.posStart, &s.skipStart} {
		*to = slices.Clone(w.starts[i][:w.written+1])
	}
	s.article = s.lowerBound([]byte{AsidePrefix + 1})
	if s.unit != unionUnit {
		s.shared, _ = sharedPrefixes(s.terms, s.termStart)
	}
	return s
}

// appendFieldCode appends the field set and counts of a posting whose
// positions are counted by field: nothing when all stand in the body.
func appendFieldCode(b []byte, counts *[8]uint32) []byte {
	var set byte
	for f, n := range counts {
		if n > 0 {
			set |= 1 << f
		}
	}
	if set == 1<<Body {
		return b
	}
	b = append(b, set)
	for rest := set; rest&(rest-1) != 0; rest &= rest - 1 {
		b = binary.AppendUvarint(b, uint64(counts[bits.TrailingZeros8(rest)]))
	}
	return b
}
