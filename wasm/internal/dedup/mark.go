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
	s.weights.prepare()
	v := vectorizer{weights: &s.weights, keep: e.p.VectorTerms}
	var msg []byte
	var title []uint64
	for _, t := range s.mine {
		title = e.corpus.TitleTerms(int(t.doc), title[:0])
		body := e.termsOf(t.doc)
		vec := v.of(title, body)
		msg = putVar(putVar(msg, t.text), uint32(len(vec)))
		for _, x := range vec {
			msg = putU64(msg, x.term)
			msg = append(msg, byte(x.weight), byte(x.weight>>8))
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
	texts, err := e.split(in)
	if err != nil {
		return err
	}
	var n cluster.Numberer
	for _, raw := range texts {
		for r := (reader{b: raw}); len(r.b) > 0; r.take(2) {
			n.Count(r.u64())
		}
		if err := e.pace.work(len(raw)); err != nil {
			return err
		}
	}
	n.Number()
	for _, raw := range texts {
		for r := (reader{b: raw}); len(r.b) > 0; {
			n.Term(r.u64(), uint16(r.u8())|uint16(r.u8())<<8)
		}
		n.EndText()
		if err := e.pace.work(2 * len(raw)); err != nil {
			return err
		}
	}
	e.evidence.Vectors = n.Vectors()
	return nil
}

// split finds the vector of each text in the messages.
func (e *Exchange) split(in []reader) ([][]byte, error) {
	texts := make([][]byte, len(e.shard.sizes))
	for s := range in {
		for r := &in[s]; len(r.b) > 0; {
			text := r.index(len(texts))
			raw := r.take(vectorTermBytes * r.count(vectorTermBytes))
			if r.bad {
				return nil, ErrCorrupt
			}
			texts[text] = raw
			if err := e.pace.work(4); err != nil {
				return nil, err
			}
		}
	}
	return texts, nil
}

const vectorTermBytes = 8 + 2
