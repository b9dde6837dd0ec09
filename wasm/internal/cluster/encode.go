package cluster

import (
	"encoding/binary"

	"clippings/wasm/protocol"
)

// The stored form of Evidence, so that what was compared once need not be
// compared again when it is opened:
//
//	documents   their number, then of each ID, text, fields, day, minute, print,
//	            series, and the lengths of name, outlet and agency
//	shingles    their number, then of each text
//	edges       their number, then of each A less the A before it, B less A, common,
//	            run, cohesion
//	vectors     texts and terms that there are; of each text the number of its terms;
//	            all terms, in a text each less the one before; all weights, 2 bytes
//	strings     the names, outlets and agencies in one
//
// Numbers are varints, signed ones zigzag, hashes 8 bytes. It has no checksum of its
// own: who stores it has.

// workPerDoc and the others are in the units of Cluster.
const (
	workPerDoc  = 64
	workPerEdge = 16
	workPerTerm = 4
)

// AppendTo appends the stored form to b. work is called as in Cluster.
func (ev *Evidence) AppendTo(b []byte, work func(int) error) ([]byte, error) {
	var texts []byte
	b = binary.AppendUvarint(b, uint64(len(ev.Docs)))
	for i := range ev.Docs {
		d := &ev.Docs[i]
		for _, n := range [...]uint64{uint64(d.ID.Source()), uint64(d.ID.Record()), uint64(d.Text), uint64(d.Fields)} {
			b = binary.AppendUvarint(b, n)
		}
		b = binary.AppendVarint(binary.AppendVarint(b, int64(d.Day)), int64(d.Minute))
		b = binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(b, d.Print), d.Series)
		for _, s := range [...]string{d.Name, d.Outlet, d.Agency} {
			b, texts = binary.AppendUvarint(b, uint64(len(s))), append(texts, s...)
		}
		if err := work(workPerDoc); err != nil {
			return nil, err
		}
	}
	b = binary.AppendUvarint(b, uint64(len(ev.Shingles)))
	for _, n := range ev.Shingles {
		b = binary.AppendUvarint(b, uint64(n))
	}
	b, err := AppendEdges(b, ev.Edges, work)
	if err != nil {
		return nil, err
	}
	if b, err = ev.Vectors.appendTo(b, work); err != nil {
		return nil, err
	}
	return append(b, texts...), nil
}

// AppendEdges appends edges, which are in order, in their stored form.
func AppendEdges(b []byte, edges []Edge, work func(int) error) ([]byte, error) {
	b = binary.AppendUvarint(b, uint64(len(edges)))
	a := uint32(0)
	for i := range edges {
		x := &edges[i]
		for _, n := range [...]uint32{x.A - a, x.B - x.A, x.Common, x.Run} {
			b = binary.AppendUvarint(b, uint64(n))
		}
		b, a = append(b, x.Cohesion), x.A
		if err := work(workPerEdge); err != nil {
			return nil, err
		}
	}
	return b, nil
}

func (v *Vectors) appendTo(b []byte, work func(int) error) ([]byte, error) {
	texts := max(len(v.from)-1, 0)
	b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(texts)), uint64(len(v.count)))
	for t := range texts {
		b = binary.AppendUvarint(b, uint64(v.from[t+1]-v.from[t]))
	}
	for t := range texts {
		terms, _ := v.of(uint32(t))
		before := uint32(0)
		for _, term := range terms {
			b = binary.AppendUvarint(b, uint64(term-before))
			before = term
		}
		if err := work(workPerTerm * len(terms)); err != nil {
			return nil, err
		}
	}
	for _, w := range v.weights {
		b = binary.LittleEndian.AppendUint16(b, w)
	}
	return b, nil
}

// DecodeEvidence reads what AppendTo wrote: protocol.ErrCorrupt if it did not, or
// an error of work. What it gives is sound, if not true.
func DecodeEvidence(b []byte, work func(int) error) (*Evidence, error) {
	r := &Stored{b: b}
	ev := &Evidence{}
	lengths, err := r.docs(ev, work)
	if err != nil {
		return nil, err
	}
	ev.Shingles = r.numbers(r.Count(1))
	if ev.Edges, err = r.Edges(len(ev.Shingles), work); err != nil {
		return nil, err
	}
	if err = r.vectors(&ev.Vectors, work); err != nil {
		return nil, err
	}
	texts := string(r.b)
	for i := range ev.Docs {
		d := &ev.Docs[i]
		for k, to := range [...]*string{&d.Name, &d.Outlet, &d.Agency} {
			n := int(lengths[3*i+k])
			if n > len(texts) {
				return nil, protocol.ErrCorrupt
			}
			*to, texts = texts[:n], texts[n:]
		}
	}
	if r.bad || texts != "" || !ev.isSound() {
		return nil, protocol.ErrCorrupt
	}
	return ev, nil
}

// isSound reports whether each document has a text and each text a document.
func (ev *Evidence) isSound() bool {
	has, texts := make([]bool, len(ev.Shingles)), 0
	for i := range ev.Docs {
		t := ev.Docs[i].Text
		if int(t) >= len(has) {
			return false
		}
		if !has[t] {
			has[t], texts = true, texts+1
		}
	}
	return texts == len(has) && len(ev.Vectors.from)-1 <= len(has)
}
