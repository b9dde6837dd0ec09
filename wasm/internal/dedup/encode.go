package dedup

import (
	"encoding/binary"
	"math"
	"slices"

	"clippings/wasm/internal/cluster"
)

// The stored form of a Past: the parameters; the fingerprints of its texts, 16
// bytes each; its loose pairs, each with A, B and how many; the lengths; the limit;
// its edges as cluster.AppendEdges has them, unless they are those of the evidence
// beside which it is stored. It has no checksum of its own.

// AppendTo appends the stored form to b; ev is the evidence that is stored beside
// it. work is called as in cluster.Evidence.Cluster.
func (p *Past) AppendTo(b []byte, ev *cluster.Evidence, work func(int) error) ([]byte, error) {
	b = p.params.appendTo(b)
	b = putVar(b, uint32(len(p.texts)))
	for _, print := range p.texts {
		b = putU64(putU64(b, print[0]), print[1])
	}
	b = putVar(b, uint32(len(p.loose)))
	for _, l := range p.loose {
		b = putVar(putVar(putVar(b, uint32(l.key>>32)), uint32(l.key)), l.loose)
	}
	b = putVar(append(b, p.lengths.bytes()...), uint32(p.limit))
	if len(p.texts) == len(ev.Shingles) && slices.Equal(p.edges, ev.Edges) {
		return append(b, 1), nil
	}
	return cluster.AppendEdges(append(b, 0), p.edges, work)
}

func (p *Params) appendTo(b []byte) []byte {
	b = putU64(b, math.Float64bits(p.Floor))
	for _, n := range [...]int{
		p.Passage, p.HeavyDF, p.HeavyMost, p.HeavyPeers, p.VectorTerms, p.RoundPostings, p.RoundWords,
	} {
		b = binary.AppendUvarint(b, uint64(n))
	}
	return b
}

// DecodePast reads what AppendTo wrote beside ev. It is nil where that was found
// with other parameters.
func DecodePast(b []byte, given Params, ev *cluster.Evidence, work func(int) error) (*Past, error) {
	given = given.sane()
	want := given.appendTo(nil)
	if len(b) < len(want) || string(b[:len(want)]) != string(want) {
		return nil, nil
	}
	r := &reader{b: b[len(want):]}
	p := &Past{params: given, lengths: newLengths(&given)}
	p.texts = make([]fingerprint, r.count(16))
	for i := range p.texts {
		p.texts[i] = fingerprint{r.u64(), r.u64()}
	}
	p.loose = make([]loosePair, r.count(3))
	for i := range p.loose {
		p.loose[i] = loosePair{key: uint64(r.varint())<<32 | uint64(r.varint()), loose: r.varint()}
	}
	if err := p.lengths.add(r); err != nil {
		return nil, err
	}
	p.limit = int(r.varint())
	if r.u8() == 1 {
		if p.edges = ev.Edges; len(p.texts) != len(ev.Shingles) {
			return nil, ErrCorrupt
		}
		return p, r.end()
	}
	stored := cluster.NewStored(r.b)
	var err error
	if p.edges, err = stored.Edges(len(p.texts), work); err != nil {
		return nil, err
	}
	if rest, ok := stored.Rest(); r.bad || !ok || len(rest) > 0 {
		return nil, ErrCorrupt
	}
	return p, nil
}
