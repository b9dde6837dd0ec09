package dedup

// pairWriter writes sorted pairs of texts, a before b in each:
//
//	groups, then each: a less the a before it, others, each: b less the b (or a) before it
type pairWriter struct {
	b      []byte
	groups uint32
	last   uint32
}

func (w *pairWriter) add(a uint32, others []uint32) {
	if len(others) == 0 {
		return
	}
	w.b = putVar(putVar(w.b, a-w.last), uint32(len(others)))
	w.last = a
	w.groups++
	for _, b := range others {
		w.b = putVar(w.b, b-a)
		a = b
	}
}

func (w *pairWriter) bytes() []byte { return append(putVar(nil, w.groups), w.b...) }

// readPairs hands on every pair of the message; texts are checked.
func (e *Exchange) readPairs(r *reader, do func(a, b uint32)) error {
	texts := uint64(len(e.shard.sizes))
	a := uint64(0)
	for g := range r.count(3) {
		d := uint64(r.varint())
		if g > 0 && d == 0 {
			return ErrCorrupt
		}
		a += d
		b := a
		for range r.count(1) {
			d := uint64(r.varint())
			if b += d; d == 0 || b >= texts || r.bad {
				return ErrCorrupt
			}
			do(uint32(a), uint32(b))
			if err := e.pace.work(1); err != nil {
				return err
			}
		}
	}
	return r.end()
}
