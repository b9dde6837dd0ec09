package dedup

import "clippings/wasm/internal/cluster"

// describe sends the lead the vectors of this shard's texts.
//
//	each: text, terms, each: hash u64, weight u16
func (e *Exchange) describe(in []reader, out [][]byte) error {
	s := &e.shard
	clear(s.weights.count)
	if err := s.weights.add(&in[0]); err != nil {
		return err
	}
	v := vectorizer{weights: &s.weights, keep: e.p.VectorTerms}
	var msg []byte
	var title []uint64
	for _, t := range s.mine {
		title = e.corpus.TitleTerms(int(t.doc), title[:0])
		body := e.termsOf(int(t.doc))
		vec := v.of(title, body)
		msg = putVar(putVar(msg, t.text), uint32(len(vec)))
		for _, x := range vec {
			msg = putU64(msg, x.Term)
			msg = append(msg, byte(x.Weight), byte(x.Weight>>8))
		}
		if err := e.pace.work(4*(len(body)+len(title)) + 64); err != nil {
			return err
		}
	}
	out[0] = msg
	return nil
}

// collect adds the vectors to the evidence.
func (e *Exchange) collect(in []reader, _ [][]byte) error {
	if !e.leads() {
		return nil
	}
	vectors := make([]cluster.Vector, len(e.shard.sizes))
	for s := range in {
		for r := &in[s]; len(r.b) > 0; {
			text := r.index(len(vectors))
			raw := r.take(10 * r.count(10))
			if r.bad {
				return ErrCorrupt
			}
			vec := make(cluster.Vector, 0, len(raw)/10)
			for x := (reader{b: raw}); len(x.b) > 0; {
				vec = append(vec, cluster.VectorTerm{Term: x.u64(), Weight: uint16(x.u8()) | uint16(x.u8())<<8})
			}
			vectors[text] = vec
			if err := e.pace.work(len(vec)); err != nil {
				return err
			}
		}
	}
	e.evidence.Vectors = vectors
	return nil
}
