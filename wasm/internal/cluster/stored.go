package cluster

import (
	"encoding/binary"
	"math"

	"clippings/wasm/protocol"
)

// Stored reads stored numbers. After the first fault all are zero.
type Stored struct {
	b   []byte
	bad bool
}

// NewStored reads b.
func NewStored(b []byte) *Stored { return &Stored{b: b} }

// Rest is what is not read yet; false after a fault.
func (r *Stored) Rest() ([]byte, bool) { return r.b, !r.bad }

func (r *Stored) fail() {
	r.bad, r.b = true, nil
}

// Number reads a varint of 32 bits.
func (r *Stored) Number() uint32 {
	if len(r.b) > 0 && r.b[0] < 0x80 { // most are one byte
		n := r.b[0]
		r.b = r.b[1:]
		return uint32(n)
	}
	n, size := binary.Uvarint(r.b)
	if size <= 0 || n > math.MaxUint32 {
		r.fail()
		return 0
	}
	r.b = r.b[size:]
	return uint32(n)
}

// below reads a number below most.
func (r *Stored) below(most uint64) uint32 {
	n := r.Number()
	if uint64(n) >= most {
		r.fail()
		return 0
	}
	return n
}

// Count reads how many things of at least size bytes each follow.
func (r *Stored) Count(size int) int { return int(r.below(uint64(len(r.b)/size) + 1)) }

// signed reads a number that may be below zero, from least to most.
func (r *Stored) signed(least, most int64) int64 {
	n, size := binary.Varint(r.b)
	if size <= 0 || n < least || n > most {
		r.fail()
		return 0
	}
	r.b = r.b[size:]
	return n
}

// Take reads n bytes, sharing memory.
func (r *Stored) Take(n int) []byte {
	if n < 0 || n > len(r.b) {
		r.fail()
		return nil
	}
	taken := r.b[:n:n]
	r.b = r.b[n:]
	return taken
}

// Hash reads 8 bytes.
func (r *Stored) Hash() uint64 {
	if b := r.Take(8); b != nil {
		return binary.LittleEndian.Uint64(b)
	}
	return 0
}

// numbers reads n of them, of which each takes a byte.
func (r *Stored) numbers(n int) []uint32 {
	list := make([]uint32, n)
	for i := range list {
		list[i] = r.Number()
	}
	return list
}

// docs reads all of the documents but their strings, of which it tells the lengths.
func (r *Stored) docs(ev *Evidence, work func(int) error) (lengths []uint32, err error) {
	const least = 4 + 2 + 16 + 3
	ev.Docs = make([]Doc, r.Count(least))
	lengths = make([]uint32, 3*len(ev.Docs))
	for i := range ev.Docs {
		d := &ev.Docs[i]
		d.ID = protocol.NewDocID(r.Number(), r.Number())
		d.Text, d.Fields = r.Number(), uint8(r.below(1<<8))
		d.Day, d.Minute = int32(r.signed(math.MinInt32, math.MaxInt32)), int16(r.signed(math.MinInt16, math.MaxInt16))
		d.Print, d.Series = r.Hash(), r.Hash()
		for k := range 3 {
			lengths[3*i+k] = r.Number()
		}
		if err := work(workPerDoc); err != nil {
			return nil, err
		}
	}
	return lengths, nil
}

// Edges reads what AppendEdges wrote, between texts below a number. Faults are told
// by Rest.
func (r *Stored) Edges(texts int, work func(int) error) ([]Edge, error) {
	edges := make([]Edge, r.Count(5))
	a, b := uint64(0), uint64(0)
	for i := range edges {
		step := uint64(r.Number())
		if step > 0 {
			b = 0
		}
		a += step
		to := a + uint64(r.Number())
		if to <= a || to >= uint64(texts) || to <= b {
			r.fail()
			return nil, nil
		}
		b = to
		edges[i] = Edge{A: uint32(a), B: uint32(b), Common: r.Number(), Run: r.Number()}
		if c := r.Take(1); c != nil {
			edges[i].Cohesion = c[0]
		}
		if err := work(workPerEdge); err != nil {
			return nil, err
		}
	}
	return edges, nil
}

// vectors reads what Vectors.appendTo wrote.
func (r *Stored) vectors(v *Vectors, work func(int) error) error {
	texts, terms := r.Count(1), r.Number()
	sum := uint64(0)
	if texts > 0 {
		v.from = make([]uint32, 1, texts+1)
	}
	for range texts {
		sum += uint64(r.Number())
		v.from = append(v.from, uint32(sum))
	}
	if sum > uint64(len(r.b)/3) || uint64(terms) > sum {
		r.fail()
		return nil
	}
	v.terms, v.count = make([]uint32, sum), make([]uint32, terms)
	for t := range texts {
		of, before := v.terms[v.from[t]:v.from[t+1]], uint64(0)
		for i := range of {
			step := uint64(r.Number())
			if before += step; before >= uint64(terms) || i > 0 && step == 0 {
				r.fail()
				return nil
			}
			of[i] = uint32(before)
			v.count[before]++
		}
		if err := work(workPerTerm * len(of)); err != nil {
			return err
		}
	}
	weights := r.Take(2 * int(sum))
	v.weights = make([]uint16, len(weights)/2)
	for i := range v.weights {
		v.weights[i] = binary.LittleEndian.Uint16(weights[2*i:])
	}
	return work(int(sum))
}
