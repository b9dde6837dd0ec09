package dedup

import "slices"

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

// gather joins what the owners proposed and sends all of them all of it.
func (e *Exchange) gather(in []reader, out [][]byte) error {
	if !e.leads() {
		return nil
	}
	var all []uint64
	for s := range in {
		from := len(all)
		err := e.readPairs(&in[s], func(a, b uint32) { all = append(all, pairKey(a, b)) })
		if err != nil {
			return err
		}
		if from > 0 {
			all = mergeSorted(all[:from], all[from:])
		}
		if err := e.pace.work(len(all)); err != nil {
			return err
		}
	}
	e.lead.pairs = all
	w := pairWriter{}
	for len(all) > 0 {
		a := uint32(all[0] >> 32)
		var others []uint32
		for len(all) > 0 && uint32(all[0]>>32) == a {
			others = append(others, uint32(all[0]))
			all = all[1:]
		}
		w.add(a, others)
	}
	b := w.bytes()
	for t := range out {
		out[t] = slices.Clone(b)
	}
	return nil
}

func pairKey(a, b uint32) uint64 { return uint64(a)<<32 | uint64(b) }

// mergeSorted merges two sorted sets of keys into a new one.
func mergeSorted(a, b []uint64) []uint64 {
	out := make([]uint64, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			out, a = append(out, a[0]), a[1:]
		case a[0] > b[0]:
			out, b = append(out, b[0]), b[1:]
		default:
			out, a, b = append(out, a[0]), a[1:], b[1:]
		}
	}
	return append(append(out, a...), b...)
}
