package dedup

import (
	"encoding/binary"
	"errors"
)

// ErrCorrupt is what a message that no Exchange wrote ends in.
var ErrCorrupt = errors.New("dedup: corrupt message")

// Messages are flat and little-endian: fixed numbers, unsigned varints, and
// byte strings behind their length. Each kind of message is written and read
// in one file, side by side.

func putU32(b []byte, v uint32) []byte { return binary.LittleEndian.AppendUint32(b, v) }
func putU64(b []byte, v uint64) []byte { return binary.LittleEndian.AppendUint64(b, v) }
func putVar(b []byte, v uint32) []byte { return binary.AppendUvarint(b, uint64(v)) }
func putStr(b []byte, s string) []byte { return append(putVar(b, uint32(len(s))), s...) }
func putInt(b []byte, v int32) []byte  { return putU32(b, uint32(v)) }

// reader takes a message apart. After the first fault it returns zeros and
// keeps the fault.
type reader struct {
	b   []byte
	bad bool
}

func (r *reader) take(n int) []byte {
	if r.bad || n < 0 || n > len(r.b) {
		r.bad, r.b = true, nil
		return nil
	}
	p := r.b[:n:n]
	r.b = r.b[n:]
	return p
}

func (r *reader) u8() byte {
	if p := r.take(1); p != nil {
		return p[0]
	}
	return 0
}

func (r *reader) u32() uint32 {
	if p := r.take(4); p != nil {
		return binary.LittleEndian.Uint32(p)
	}
	return 0
}

func (r *reader) u64() uint64 {
	if p := r.take(8); p != nil {
		return binary.LittleEndian.Uint64(p)
	}
	return 0
}

func (r *reader) varint() uint32 {
	if len(r.b) > 0 && r.b[0] < 0x80 { // most are one byte
		v := r.b[0]
		r.b = r.b[1:]
		return uint32(v)
	}
	v, n := binary.Uvarint(r.b)
	if r.bad || n <= 0 || v > 1<<32-1 {
		r.bad, r.b = true, nil
		return 0
	}
	r.b = r.b[n:]
	return uint32(v)
}

func (r *reader) str() string { return string(r.take(int(r.varint()))) }

// count reads how many entries of at least size bytes follow; more than the
// message can hold is a fault, so that nobody allocates for them.
func (r *reader) count(size int) int {
	n := int(r.varint())
	if r.bad || n > len(r.b)/size {
		r.bad, r.b = true, nil
		return 0
	}
	return n
}

// index reads a varint that must be under n.
func (r *reader) index(n int) uint32 {
	v := r.varint()
	if int64(v) >= int64(n) {
		r.bad, r.b = true, nil
		return 0
	}
	return v
}

// end reports whether the message was whole and nothing is left of it.
func (r *reader) end() error {
	if r.bad || len(r.b) > 0 {
		return ErrCorrupt
	}
	return nil
}

// pacer calls yield about every few milliseconds of work.
type pacer struct {
	yield func() error
	spent int
}

// workBetweenYields is in units of about 5 to 20 ns (native; three times that
// under WASM): one to ten milliseconds.
const workBetweenYields = 1 << 18

func (p *pacer) work(units int) error {
	p.spent += units
	if p.spent < workBetweenYields {
		return nil
	}
	p.spent = 0
	return p.yield()
}
