package protocol

import (
	"encoding/binary"
	"math"
)

// The binary form: unsigned numbers as varints (at most 10 bytes), floats as 8
// bytes little-endian, strings and byte slices as length and bytes, lists as
// length and elements, structs as their fields in order. There are no tags: a
// change of form is a new Version.

// The smallest parts are not inlined: everything is made of them, and inlined
// they are a sixth of the engine's own code.

//go:noinline
func appendUint(b []byte, v uint64) []byte { return binary.AppendUvarint(b, v) }

func appendBool(b []byte, v bool) []byte {
	if v {
		return append(b, 1)
	}
	return append(b, 0)
}

func appendFloat(b []byte, v float64) []byte {
	return binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
}

//go:noinline
func appendString(b []byte, s string) []byte {
	return append(appendUint(b, uint64(len(s))), s...)
}

//go:noinline
func appendBytes(b, s []byte) []byte {
	return append(appendUint(b, uint64(len(s))), s...)
}

func appendList[T any](b []byte, list []T, each func([]byte, T) []byte) []byte {
	b = appendUint(b, uint64(len(list)))
	for _, v := range list {
		b = each(b, v)
	}
	return b
}

func appendSpan(b []byte, s Span) []byte {
	return appendUint(appendUint(b, uint64(s.Start)), uint64(s.End))
}

func appendID(b []byte, id DocID) []byte { return appendUint(b, uint64(id)) }

// decoder reads the binary form. After the first fault every read gives zero,
// so that callers check once, at the end.
type decoder struct {
	b    []byte
	bad  bool
	long int // elements of a long list read so far
}

func (d *decoder) fail() {
	d.bad = true
	d.b = nil
}

// done reports ErrCorrupt if anything was wrong or bytes are left over.
func (d *decoder) done() error {
	if d.bad || len(d.b) > 0 {
		return ErrCorrupt
	}
	return nil
}

//go:noinline
func (d *decoder) uint() uint64 {
	v, n := binary.Uvarint(d.b)
	if n <= 0 {
		d.fail()
		return 0
	}
	d.b = d.b[n:]
	return v
}

func (d *decoder) uint32() uint32 {
	v := d.uint()
	if v > math.MaxUint32 {
		d.fail()
		return 0
	}
	return uint32(v)
}

//go:noinline
func (d *decoder) byte() byte {
	if len(d.b) == 0 {
		d.fail()
		return 0
	}
	v := d.b[0]
	d.b = d.b[1:]
	return v
}

func (d *decoder) bool() bool {
	v := d.byte()
	if v > 1 {
		d.fail()
	}
	return v == 1
}

func (d *decoder) float() float64 {
	if len(d.b) < 8 {
		d.fail()
		return 0
	}
	v := math.Float64frombits(binary.LittleEndian.Uint64(d.b))
	d.b = d.b[8:]
	return v
}

// bytes shares memory with the message.
func (d *decoder) bytes() []byte {
	n := d.uint()
	if n > uint64(len(d.b)) {
		d.fail()
		return nil
	}
	v := d.b[:n:n]
	d.b = d.b[n:]
	return v
}

func (d *decoder) string() string { return string(d.bytes()) }

// stringLike is string in the memory of before if that is the same.
func (d *decoder) stringLike(before string) string {
	b := d.bytes()
	if string(b) == before {
		return before
	}
	return string(b)
}

func (d *decoder) id() DocID { return DocID(d.uint()) }

func (d *decoder) span() Span {
	s := Span{Start: d.uint32(), End: d.uint32()}
	if s.End < s.Start {
		d.fail()
		return Span{}
	}
	return s
}

// decodeList reads a list whose elements take at least one byte each, so that a
// false length cannot make it allocate more than a multiple of the message.
func decodeList[T any](d *decoder, each func(*decoder) T) []T {
	n := d.uint()
	if n > uint64(len(d.b)) {
		d.fail()
		return nil
	}
	if n == 0 {
		return nil
	}
	list := make([]T, n)
	for i := range list {
		if d.bad {
			return nil
		}
		list[i] = each(d)
	}
	return list
}

// decode runs a reader over a whole message.
func decode[T any](b []byte, read func(*decoder) T) (T, error) {
	d := &decoder{b: b}
	v := read(d)
	if err := d.done(); err != nil {
		var none T
		return none, err
	}
	return v, nil
}

func readString(d *decoder) string { return d.string() }
func readBytes(d *decoder) []byte  { return d.bytes() }
func readID(d *decoder) DocID      { return d.id() }
func readSpan(d *decoder) Span     { return d.span() }

func appendUint32(b []byte, v uint32) []byte { return appendUint(b, uint64(v)) }
