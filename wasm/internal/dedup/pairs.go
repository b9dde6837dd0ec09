package dedup

import "slices"

// pairWriter writes sorted pairs of texts, a before b in each. What belongs to
// a pair may follow it.
//
//	pairs, groups, then each group: a less the a before it, others, each: b less the b (or a) before it
type pairWriter struct {
	b      []byte
	groups uint32
	pairs  uint32
	last   uint32 // a
	other  uint32 // b
}

// begin is followed by as many pairs of a.
func (w *pairWriter) begin(a uint32, others int) {
	if others == 0 {
		return
	}
	w.b = putVar(putVar(w.b, a-w.last), uint32(others))
	w.last, w.other = a, a
	w.groups++
	w.pairs += uint32(others)
}

func (w *pairWriter) add(b uint32) {
	w.b = putVar(w.b, b-w.other)
	w.other = b
}

func (w *pairWriter) bytes() []byte {
	return slices.Concat(putVar(putVar(nil, w.pairs), w.groups), w.b)
}

// pairGroups writes sorted pairs as they come.
type pairGroups struct {
	w      pairWriter
	a      uint32
	others []uint32
	heads  []uint32
}

func (g *pairGroups) add(a, b uint32) {
	if len(g.others) > 0 && g.a != a {
		g.flush()
	}
	g.a = a
	g.others = append(g.others, b)
}

func (g *pairGroups) flush() {
	if len(g.others) > 0 {
		g.heads = append(g.heads, g.a)
	}
	g.w.begin(g.a, len(g.others))
	for _, b := range g.others {
		g.w.add(b)
	}
	g.others = g.others[:0]
}

func (g *pairGroups) firsts() []uint32 { g.flush(); return g.heads }
func (g *pairGroups) bytes() []byte    { g.flush(); return g.w.bytes() }

// readPairs hands on every pair of the message; texts are checked. do reads what
// follows it.
func (e *Exchange) readPairs(r *reader, do func(a, b uint32, r *reader)) error {
	p := e.newPairReader(r)
	for p.next() {
		do(p.a, p.b, r)
		if err := e.pace.work(1); err != nil {
			return err
		}
	}
	return r.end()
}

// pairReader reads what pairWriter wrote, one pair after another.
type pairReader struct {
	r      *reader
	texts  uint64
	groups int
	others int
	begun  bool
	a, b   uint32
}

func (e *Exchange) newPairReader(r *reader) pairReader {
	r.count(1)
	return pairReader{r: r, texts: uint64(len(e.shard.sizes)), groups: r.count(3)}
}

// next goes to the next pair, if there is one; a fault is the reader's to tell.
func (p *pairReader) next() bool {
	for p.others == 0 {
		if p.groups == 0 || p.r.bad {
			return false
		}
		p.groups--
		d := uint64(p.r.varint())
		if p.begun && d == 0 || uint64(p.a)+d >= p.texts {
			p.r.bad, p.r.b = true, nil
			return false
		}
		p.a += uint32(d)
		p.b, p.begun = p.a, true
		p.others = p.r.count(1)
	}
	p.others--
	d := uint64(p.r.varint())
	if d == 0 || uint64(p.b)+d >= p.texts || p.r.bad {
		p.r.bad, p.r.b = true, nil
		return false
	}
	p.b += uint32(d)
	return true
}

func (p *pairReader) key() uint64 { return uint64(p.a)<<32 | uint64(p.b) }
