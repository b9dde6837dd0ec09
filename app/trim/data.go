package trim

import (
	"encoding/binary"
	"slices"
)

// data are the sections of a program that fill its memory when it begins.
type data struct {
	segments []segment
	size     int // of the memory they fill
}

// segment is a part of memory; bytes lie in the program.
type segment struct {
	at    int
	bytes []byte
}

const (
	sectionData = 11
	opConst     = 0x41 // i32.const
	opEnd       = 0x0b
	maxMemory   = 1 << 28
)

var magic = []byte("\x00asm\x01\x00\x00\x00")

// readData finds the segments of a program
// (https://webassembly.github.io/spec/core/binary/modules.html#data-section).
func readData(program []byte) (*data, error) {
	if len(program) < len(magic) || !slices.Equal(program[:len(magic)], magic) {
		return nil, ErrUnknown
	}
	d, r := &data{}, reader{b: program[len(magic):]}
	for len(r.b) > 0 && !r.bad {
		id := r.take(1)
		section := reader{b: r.take(r.number())}
		if r.bad || id[0] != sectionData {
			continue
		}
		for n := section.number(); n > 0 && !section.bad; n-- {
			d.add(&section)
		}
		r.bad = section.bad
	}
	if r.bad || d.size == 0 {
		return nil, ErrUnknown
	}
	return d, nil
}

// add reads a segment that stands at a fixed place.
func (d *data) add(r *reader) {
	if kind := r.take(2); r.bad || kind[0] != 0 || kind[1] != opConst {
		r.bad = true
		return
	}
	at := r.number()
	if end := r.take(1); r.bad || end[0] != opEnd {
		r.bad = true
		return
	}
	s := segment{at, r.take(r.number())}
	if s.at > maxMemory || r.bad {
		r.bad = true
		return
	}
	d.segments = append(d.segments, s)
	d.size = max(d.size, s.at+len(s.bytes))
}

// memory is what the segments fill.
func (d *data) memory() []byte {
	m := make([]byte, d.size)
	for _, s := range d.segments {
		copy(m[s.at:], s.bytes)
	}
	return m
}

// fill writes memory back into the program.
func (d *data) fill(m []byte) {
	for _, s := range d.segments {
		copy(s.bytes, m[s.at:])
	}
}

// reader reads what WebAssembly is made of. After an error it gives nothing.
type reader struct {
	b   []byte
	bad bool
}

func (r *reader) take(n int) []byte {
	if r.bad || n < 0 || n > len(r.b) {
		r.bad = true
		return make([]byte, 0)
	}
	out := r.b[:n]
	r.b = r.b[n:]
	return out
}

// number reads LEB128. Addresses are signed there, and none is negative here: one
// that is comes out too large.
func (r *reader) number() int {
	v, n := binary.Uvarint(r.b)
	if n <= 0 || v > maxMemory {
		r.bad = true
		return 0
	}
	r.b = r.b[n:]
	return int(v)
}
