package shard

import (
	"encoding/binary"

	"clippings/wasm/internal/cluster"
	"clippings/wasm/internal/dedup"
	"clippings/wasm/protocol"
)

// What a comparison found is stored by the shard that led it, so that opening
// compares nothing and the next import compares only what is new:
//
//	version
//	the length of the evidence, then it: cluster.Evidence.AppendTo
//	of each past, own and again, 0 for none, or one more than its length and then
//	it: dedup.Past.AppendTo
//
// The version goes up when the same documents are found to be other copies by a
// newer program, which then compares them again.
const foundVersion = 1

// findings writes what the last comparison found, where it was not written yet.
func (v *saving) findings() error {
	s := v.shard
	s.mu.RLock()
	evidence, past := s.evidence, s.past
	s.mu.RUnlock()
	if evidence == nil {
		return nil
	}
	if v.evidence == evidence && v.keeping.past == past && v.there[v.found.name] {
		v.size += v.found.size
	} else {
		b, err := appendFound(nil, evidence, past, pace(v.yield))
		if err != nil {
			return err
		}
		if v.found, err = v.put("evidence", b); err != nil {
			return err
		}
		v.evidence, v.keeping.past = evidence, past
	}
	v.m.found = v.found.name
	return nil
}

func appendFound(b []byte, evidence *cluster.Evidence, found past, work func(int) error) ([]byte, error) {
	e, err := evidence.AppendTo(nil, work)
	if err != nil {
		return nil, err
	}
	b = append(binary.AppendUvarint(append(b, foundVersion), uint64(len(e))), e...)
	for _, p := range []*dedup.Past{found.own, found.again} {
		if p == nil {
			b = append(b, 0)
			continue
		}
		stored, err := p.AppendTo(nil, evidence, work)
		if err != nil {
			return nil, err
		}
		b = append(binary.AppendUvarint(b, uint64(len(stored))+1), stored...)
	}
	return b, nil
}

// decodeFound reads what appendFound wrote.
func decodeFound(b []byte, params dedup.Params, work func(int) error) (*cluster.Evidence, past, error) {
	r := keptReader{b: b}
	if v := r.take(1); len(v) == 0 || v[0] != foundVersion {
		return nil, past{}, protocol.ErrCorrupt
	}
	stored := r.take(r.number())
	evidence, err := cluster.DecodeEvidence(stored, work)
	if err != nil {
		return nil, past{}, err
	}
	found := past{}
	for _, to := range []**dedup.Past{&found.own, &found.again} {
		n := r.number()
		if n == 0 {
			continue
		}
		if *to, err = dedup.DecodePast(r.take(n-1), params, evidence, work); err != nil {
			return nil, past{}, err
		}
	}
	if r.bad || len(r.b) > 0 {
		return nil, past{}, protocol.ErrCorrupt
	}
	return evidence, found, nil
}
