package workspace

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
)

// Reader reads the body of a file, after it was unpacked:
//
//	for { name, err := r.Next(); …; for { part, err := r.Part() … } }
type Reader struct {
	from    *bufio.Reader
	entries int
	name    string
	open    bool   // the entry has parts that were not read
	size    uint64 // of the entry so far
	part    []byte
}

// NewReader is a reader of a body.
func NewReader(from io.Reader) *Reader { return &Reader{from: bufio.NewReaderSize(from, 1<<16)} }

// Next gives the name of the next entry and passes over what is left of the one
// before: io.EOF after the last, ErrDamaged, or an error of the source.
func (r *Reader) Next() (name string, err error) {
	for r.open {
		if _, err := r.Part(); err != nil && err != io.EOF {
			return "", err
		}
	}
	n, err := r.number(maxName)
	if err != nil {
		return "", err
	}
	if n == 0 {
		if count, err := r.number(maxEntries); err != nil || count != r.entries {
			return "", r.damaged(err)
		}
		return "", io.EOF
	}
	if r.entries++; r.entries > maxEntries {
		return "", r.damaged(nil)
	}
	b, err := r.take(n)
	if err != nil {
		return "", err
	}
	r.name, r.open, r.size = string(b), true, 0
	return r.name, nil
}

// Part gives the next bytes of the entry, good until the next call: io.EOF after the
// last.
func (r *Reader) Part() ([]byte, error) {
	if !r.open {
		return nil, io.EOF
	}
	n, err := r.number(PartBytes)
	if err != nil {
		return nil, err
	}
	if n == 0 {
		r.open = false
		return nil, io.EOF
	}
	if r.size += uint64(n); r.size > maxEntry {
		return nil, r.damaged(nil)
	}
	b, err := r.take(n + crc32.Size)
	if err != nil {
		return nil, err
	}
	if crc32.ChecksumIEEE(b[:n]) != binary.LittleEndian.Uint32(b[n:]) {
		return nil, r.damaged(nil)
	}
	return b[:n], nil
}

// number reads a length, which is at most most.
func (r *Reader) number(most uint64) (int, error) {
	v, err := binary.ReadUvarint(r.from)
	if err != nil || v > most {
		return 0, r.damaged(err)
	}
	return int(v), nil
}

// take reads n bytes, which are few: at most a part and its checksum.
func (r *Reader) take(n int) ([]byte, error) {
	if cap(r.part) < n {
		r.part = make([]byte, n)
	}
	r.part = r.part[:n]
	if _, err := io.ReadFull(r.from, r.part); err != nil {
		return nil, r.damaged(err)
	}
	return r.part, nil
}

// damaged says where. Errors of the source stay what they are.
func (r *Reader) damaged(err error) error {
	if err == nil || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = ErrDamaged
	}
	return fmt.Errorf("entry %d %q: %w", r.entries, r.name, err)
}
