package index

// Postings reads the posting list of one term, by blocks or by document, and
// its positions on demand. The zero value is ready for Open; a Postings is
// large and meant to be used again. Not safe for concurrent use.
type Postings struct {
	seg  *Segment
	term uint32
	df   uint32

	docs    [blockSize]uint32
	weights [blockSize]uint32
	counts  [blockSize]uint32

	block  uint32 // the next block to decode
	offset uint32 // in seg.docs, of that block
	last   uint32 // document before that block
	n      int    // postings in the block at hand
	i      int    // posting at hand

	posAt   uint32 // in seg.positions: of posting posNext of the block at hand
	posNext int
	posIs   bool // they are there, as far as is known
}

// Open sets the reader before the first posting of the term.
func (p *Postings) Open(s *Segment, term uint32) {
	p.seg, p.term, p.df = s, term, 0
	if s.late == nil || s.hasList(term) {
		p.df = s.Frequency(term, term+1)
	}
	p.block, p.offset, p.last = 0, s.docStart[term], 0
	p.n, p.i = 0, -1
}

// Frequency is the number of postings.
func (p *Postings) Frequency() uint32 { return p.df }

// NextBlock decodes the next postings, up to 128, and returns the documents, by
// rising number, and the weights: the summed weights of the term's places in
// each, and InTitle. Both are valid until the next call, and empty at the end.
func (p *Postings) NextBlock() (docs, weights []uint32) {
	if !p.decode() {
		return nil, nil
	}
	return p.docs[:p.n], p.weights[:p.n]
}

// decode reads the block p.block and reports whether there was one.
func (p *Postings) decode() bool {
	done := p.block * blockSize
	if done >= p.df {
		p.n, p.i = 0, 0
		return false
	}
	s := p.seg
	p.posAt, p.posNext, p.posIs = s.posStart[p.term], 0, s.late == nil
	if p.df > blockSize {
		skip := s.skips[s.skipStart[p.term]+3*p.block:]
		p.offset, p.posAt = skip[1], skip[2]
		if p.block > 0 {
			p.last = s.skips[s.skipStart[p.term]+3*p.block-3]
		}
	}
	p.n, p.i = int(min(p.df-done, blockSize)), 0
	p.block++
	in, doc, at := s.docs[p.offset:s.docStart[p.term+1]], p.last, 0
	unit := s.unit
	for i := range p.n {
		delta := uint32(in[at])
		at++
		if delta >= 0x80 {
			delta, at = uvarint(in, at-1)
		}
		doc += delta
		p.docs[i] = doc
		code := uint32(in[at])
		at++
		if code >= 0x80 {
			code, at = uvarint(in, at-1)
		}
		p.counts[i] = code >> 1
		if code&1 == 0 {
			p.weights[i] = code >> 1 * unit
			continue
		}
		if unit == unionUnit {
			p.weights[i] = code>>1 | InTitle
			continue
		}
		w, size := fieldWeight(in[at:], code>>1)
		p.weights[i] = w
		at += size
	}
	p.last = doc
	return true
}

// fieldWeight reads a field code of n positions: their weight and the length of
// the code.
func fieldWeight(in []byte, n uint32) (weight uint32, size int) {
	set := in[0]
	size = 1
	weight = uint32(set&(1<<Title)) << 31 // InTitle
	for f := Field(0); set != 0; f++ {
		if set&1 != 0 {
			here := n
			if set != 1 {
				here, size = uvarint(in, size)
			}
			weight += here * weights[f]
			n -= here
		}
		set >>= 1
	}
	return weight, size
}

// Seek goes to the first posting at or after doc and reports whether there is
// one. It never goes back; the posting at hand is found again.
func (p *Postings) Seek(doc uint32) bool {
	if p.i < 0 && !p.leap(doc) {
		return false
	}
	if p.n == 0 {
		return false
	}
	if p.docs[p.n-1] < doc && !p.leap(doc) {
		return false
	}
	for p.docs[p.i] < doc {
		p.i++
	}
	return true
}

// leap decodes the first block from p.block on that may hold doc.
func (p *Postings) leap(doc uint32) bool {
	if p.df > blockSize {
		s := p.seg
		skips := s.skips[s.skipStart[p.term]:s.skipStart[p.term+1]]
		blocks := uint32(len(skips) / 3)
		// Gallop, then halve: near documents are the common case.
		step := uint32(1)
		lo, hi := p.block, p.block
		for hi < blocks && skips[3*hi] < doc {
			lo, hi = hi+1, hi+step
			step *= 2
		}
		for hi = min(hi, blocks); lo < hi; {
			if mid := (lo + hi) / 2; skips[3*mid] < doc {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		p.block = lo
	}
	if !p.decode() {
		return false
	}
	return p.docs[p.n-1] >= doc
}

// Doc is the document of the posting at hand.
func (p *Postings) Doc() uint32 { return p.docs[p.i] }

// Weight is the summed weight of its places, and InTitle.
func (p *Postings) Weight() uint32 { return p.weights[p.i] }

// AppendPositions appends the positions of the posting at hand, rising. It may
// be asked once for a posting.
func (p *Postings) AppendPositions(out []uint32) []uint32 {
	if !p.posIs && !p.hasPositions() {
		return out
	}
	in, at := p.seg.positions, int(p.posAt)
	skip := uint32(0)
	for ; p.posNext < p.i; p.posNext++ {
		skip += p.counts[p.posNext]
	}
	for ; skip > 0 && at < len(in); at++ {
		if in[at] < 0x80 {
			skip--
		}
	}
	position := uint32(0)
	for range p.counts[p.i] {
		if at >= len(in) {
			break // only where positions came in parts, which nobody has looked at
		}
		delta := uint32(in[at])
		at++
		if delta >= 0x80 {
			delta, at = uvarint(in, at-1)
		}
		if position += delta; position > maxPosition {
			break
		}
		out = append(out, position)
	}
	p.posAt, p.posNext = uint32(at), p.i+1
	return out
}

// hasPositions reports whether the positions of the block at hand are there.
func (p *Postings) hasPositions() bool {
	s := p.seg
	end := s.posStart[p.term+1]
	if next := s.skipStart[p.term] + 3*p.block + 2; next < s.skipStart[p.term+1] {
		end = s.skips[next]
	}
	p.posIs = s.hasPositions(p.posAt, end)
	return p.posIs
}

// Accumulate adds the weights of a term's postings to sums (see Sum) and sets the marks
// of their documents: bit d%64 of marks[d/64]. Both must have room for all
// documents of the segment. This is the quick way through very many short
// lists.
func (s *Segment) Accumulate(term uint32, sums []uint32, marks []uint64) {
	if s.late != nil && !s.hasList(term) {
		return
	}
	in := s.listOf(term)
	doc, at := uint32(0), 0
	for at < len(in) {
		delta := uint32(in[at])
		at++
		if delta >= 0x80 {
			delta, at = uvarint(in, at-1)
		}
		doc += delta
		code := uint32(in[at])
		at++
		if code >= 0x80 {
			code, at = uvarint(in, at-1)
		}
		if code&1 == 0 {
			sums[doc] += code >> 1 * WeightUnit
		} else {
			weight, size := fieldWeight(in[at:], code>>1)
			sums[doc] = Sum(sums[doc], weight)
			at += size
		}
		marks[doc/64] |= 1 << (doc % 64)
	}
}
