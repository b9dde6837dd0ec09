package deflate

// block is a part of the content with codes of its own.
type block struct {
	from, to int
	costs    costs  // for the next way through
	steps    []step // the cheapest so far
	codes    codes
	size     uint64 // in bits
}

func (b *block) content(all []byte) []byte { return all[b.from:b.to] }

// write writes the block (RFC 1951, 3.2.7).
func (b *block) write(out *bitWriter, all []byte) {
	c := &b.codes
	out.put(0, 1) // not the last
	out.put(2, 2)
	out.put(uint32(len(c.main)-257), 5)
	out.put(uint32(len(c.far)-1), 5)
	told := c.toldRuns()
	out.put(uint32(told-4), 4)
	for _, symbol := range runOrder[:told] {
		out.put(uint32(c.lengths[symbol]), 3)
	}
	head := writer{out, c.lengths, canonical(c.lengths)}
	for _, r := range c.head {
		head.symbol(int(r.symbol))
		out.put(uint32(r.extra), runExtra[r.symbol])
	}
	main, far := writer{out, c.main, canonical(c.main)}, writer{out, c.far, canonical(c.far)}
	at := b.from
	for _, s := range b.steps {
		if s.length == 1 {
			main.symbol(int(all[at]))
		} else {
			main.symbol(lengthSymbol(int(s.length)))
			out.last(uint32(s.length-minMatch), lengthExtra(int(s.length)))
			far.symbol(distanceSymbol(s.distance))
			out.last(uint32(s.distance), distanceExtra(s.distance))
		}
		at += int(s.length)
	}
	main.symbol(endSymbol)
}

// writer writes symbols of one code.
type writer struct {
	out     *bitWriter
	lengths []uint8
	codes   []uint16
}

func (w *writer) symbol(s int) { w.out.put(uint32(w.codes[s]), int(w.lengths[s])) }

// bits are written from the lowest of each byte on.
type bitWriter struct {
	b    []byte
	rest uint64
	n    int // bits in rest
}

func (w *bitWriter) put(v uint32, n int) {
	w.rest |= uint64(v) << w.n
	for w.n += n; w.n >= 8; w.n -= 8 {
		w.b = append(w.b, byte(w.rest))
		w.rest >>= 8
	}
}

// last writes the last n bits of v.
func (w *bitWriter) last(v uint32, n int) { w.put(v&(1<<n-1), n) }

func (w *bitWriter) flush() { w.put(0, -w.n&7) }
