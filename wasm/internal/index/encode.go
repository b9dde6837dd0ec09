package index

import (
	"encoding/binary"
	"hash/crc32"
	"io"
	"slices"
)

// A segment in a file, version 1. Numbers of the head are four bytes, least
// significant first; all others varints of up to five.
//
//	head       "CLIPSEG", the version in one byte, then the numbers of
//	           header, in that order
//	numbers    for each term: its length in terms, its postings, its length in
//	           docs, its length in positions
//	           for each document: its length, the number of its runs, the runs
//	           for each list of prefix.go: the range, from and to, its
//	           postings, its length in the docs of the lists
//	terms, docs, positions
//	           as in memory: see the package comment
//	docs of the lists
//	crc32      IEEE, of all before
//
// What follows from these is not stored: the starts, the skips, the terms of
// the lists, the total length.
const (
	encodingMagic   = "CLIPSEG"
	encodingVersion = 1
	headSize        = len(encodingMagic) + 1 + 4*headNumbers
)

// header is the numbers of the head.
type header struct {
	base, documents, terms, lists uint32 // how many
	tokens, runs                  uint32
	numbers                       uint32 // bytes
	termBytes, docBytes           uint32
	positionBytes, listBytes      uint32
}

const headNumbers = 11

func (h *header) all() [headNumbers]*uint32 {
	return [headNumbers]*uint32{
		&h.base, &h.documents, &h.terms, &h.lists, &h.tokens, &h.runs,
		&h.numbers, &h.termBytes, &h.docBytes, &h.positionBytes, &h.listBytes,
	}
}

// size is the length of the file.
func (h *header) size() uint64 {
	return uint64(headSize) + uint64(h.numbers) + uint64(h.termBytes) + uint64(h.docBytes) +
		uint64(h.positionBytes) + uint64(h.listBytes) + crc32.Size
}

// AppendTo appends the segment as DecodeSegment reads it. The same segment
// always gives the same bytes.
func (s *Segment) AppendTo(b []byte) []byte {
	parts := s.parts()
	size := crc32.Size
	for _, p := range parts {
		size += len(p)
	}
	b = slices.Grow(b, size)
	sum := uint32(0)
	for _, p := range parts {
		sum = crc32.Update(sum, crc32.IEEETable, p)
		b = append(b, p...)
	}
	return binary.LittleEndian.AppendUint32(b, sum)
}

// writePart is how much WriteTo writes at once: it takes about a millisecond in
// WASM.
const writePart = 1 << 20

// WriteTo writes what AppendTo appends, by parts of at most a megabyte.
func (s *Segment) WriteTo(w io.Writer) (int64, error) {
	written, sum := int64(0), uint32(0)
	write := func(b []byte) error {
		n, err := w.Write(b)
		written += int64(n)
		return err
	}
	for _, p := range s.parts() {
		for part := range slices.Chunk(p, writePart) {
			sum = crc32.Update(sum, crc32.IEEETable, part)
			if err := write(part); err != nil {
				return written, err
			}
		}
	}
	return written, write(binary.LittleEndian.AppendUint32(nil, sum))
}

// parts is the segment as it is written, all but the checksum.
func (s *Segment) parts() [][]byte {
	lists := s.ranges
	if lists == nil {
		lists = &Segment{termStart: []uint32{0}}
	}
	numbers := s.appendNumbers(nil, lists)
	h := header{
		base: s.base, documents: s.Documents(), terms: s.Terms(), lists: lists.Terms(),
		tokens: uint32(s.tokens), runs: uint32(len(s.runs)), numbers: uint32(len(numbers)),
		termBytes: uint32(len(s.terms)), docBytes: uint32(len(s.docs)),
		positionBytes: uint32(len(s.positions)), listBytes: uint32(len(lists.docs)),
	}
	head := append(make([]byte, 0, headSize), encodingMagic...)
	head = append(head, encodingVersion)
	for _, n := range h.all() {
		head = binary.LittleEndian.AppendUint32(head, *n)
	}
	return [][]byte{head, numbers, s.terms, s.docs, s.positions, lists.docs}
}

func (s *Segment) appendNumbers(b []byte, lists *Segment) []byte {
	put := func(n uint32) { b = binary.AppendUvarint(b, uint64(n)) }
	for t := range s.Terms() {
		put(s.termStart[t+1] - s.termStart[t])
		put(s.Frequency(t, t+1))
		put(s.docStart[t+1] - s.docStart[t])
		put(s.posStart[t+1] - s.posStart[t])
	}
	for d, length := range s.lengths {
		runs := s.runsOf(uint32(d))
		put(length)
		put(uint32(len(runs)))
		for _, r := range runs {
			put(r)
		}
	}
	return lists.appendLists(b)
}

// appendLists appends the numbers of the lists of prefix.go.
func (s *Segment) appendLists(b []byte) []byte {
	for t := range s.Terms() {
		from, to := keyRange(s.Term(t))
		for _, n := range []uint32{from, to, s.Frequency(t, t+1), s.docStart[t+1] - s.docStart[t]} {
			b = binary.AppendUvarint(b, uint64(n))
		}
	}
	return b
}
