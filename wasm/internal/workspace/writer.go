package workspace

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
)

// Writer writes the body of a file, before it is compressed:
//
//	w.Begin(name), w.Part(b) …, for each entry; w.Close()
//
// After an error every call gives it again.
type Writer struct {
	to      io.Writer
	entries uint64
	open    bool // an entry is
	buffer  []byte
	err     error
}

// NewWriter is a writer of a body.
func NewWriter(to io.Writer) *Writer { return &Writer{to: to} }

var errName = errors.New("workspace: not a name of an entry")

// Begin ends the entry before and begins one.
func (w *Writer) Begin(name string) error {
	if name == "" || len(name) > maxName {
		return errName
	}
	w.end()
	w.entries++
	w.open = true
	return w.write(append(binary.AppendUvarint(nil, uint64(len(name))), name...))
}

// Part writes bytes of the entry, cut into parts where they are more than one may
// hold.
func (w *Writer) Part(b []byte) error {
	for len(b) > 0 && w.err == nil {
		part := b[:min(len(b), PartBytes)]
		b = b[len(part):]
		w.buffer = append(binary.AppendUvarint(w.buffer[:0], uint64(len(part))), part...)
		w.buffer = binary.LittleEndian.AppendUint32(w.buffer, crc32.ChecksumIEEE(part))
		_ = w.write(w.buffer)
	}
	return w.err
}

// Close writes the end. What the body is written to stays open.
func (w *Writer) Close() error {
	w.end()
	return w.write(binary.AppendUvarint([]byte{0}, w.entries))
}

func (w *Writer) end() {
	if w.open {
		_ = w.write([]byte{0})
		w.open = false
	}
}

func (w *Writer) write(b []byte) error {
	if w.err == nil {
		_, w.err = w.to.Write(b)
	}
	return w.err
}
