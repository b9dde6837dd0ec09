package office

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// Object takes the file out of an object that another program put into a
// document: word/embeddings/oleObject1.bin holds a small file system, in which
// the file is the stream that its packager named. name is what it was called, ""
// if that is not kept; false if there is none that is a file of its own.
//
// Source: MS-CFB (compound files), MS-OLEDS 2.3.6 (Ole10Native). The cost is
// linear: a chain of sectors is followed for as many as the file has.
func Object(data []byte) (name string, file []byte, ok bool) {
	c, ok := openCompound(data)
	if !ok {
		return "", nil, false
	}
	for _, e := range c.entries {
		switch strings.ToLower(e.name) {
		case "\x01ole10native":
			return native(c.stream(e))
		case "contents", "package":
			file := c.stream(e)
			return "", file, len(file) > 0
		}
	}
	return "", nil, false
}

// native reads a stream of a file dropped into a document: two names, a path,
// then the bytes.
func native(b []byte) (name string, file []byte, ok bool) {
	if len(b) < 6 {
		return "", nil, false
	}
	if b = b[4:]; binary.LittleEndian.Uint16(b) != 2 {
		return "", b, true
	}
	name, b = cutZero(b[2:])
	_, b = cutZero(b)
	if len(b) < 8 {
		return "", nil, false
	}
	path := int(binary.LittleEndian.Uint32(b[4:]))
	if b = b[8:]; path < 0 || path > len(b)-4 {
		return "", nil, false
	}
	n := int(binary.LittleEndian.Uint32(b[path:]))
	b = b[path+4:]
	return name, b[:min(max(n, 0), len(b))], true
}

// cutZero cuts after the first zero byte, nothing if there is none.
func cutZero(b []byte) (s string, rest []byte) {
	i := bytes.IndexByte(b, 0)
	if i < 0 {
		return "", nil
	}
	return string(b[:i]), b[i+1:]
}

// A compound is a file system in a file.
type compound struct {
	data    []byte
	shift   uint // log2 of the size of a sector
	table   []uint32
	small   []uint32 // of the sectors of 64 bytes that small streams have
	inner   []byte   // those sectors
	limit   uint32   // streams of fewer bytes are small
	entries []compoundEntry
}

type compoundEntry struct {
	name  string
	kind  byte // 2 a stream, 5 the root
	start uint32
	size  int
}

const smallShift = 6

func openCompound(data []byte) (*compound, bool) {
	if len(data) < 512 || string(data[:8]) != "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" {
		return nil, false
	}
	word := func(at int) uint32 { return binary.LittleEndian.Uint32(data[at:]) }
	c := &compound{data: data, shift: uint(binary.LittleEndian.Uint16(data[30:])), limit: word(56)}
	if c.shift != 9 && c.shift != 12 {
		return nil, false
	}
	tables := words(data[76:512])
	per := 1<<(c.shift-2) - 1 // table sectors that a sector lists, the last word being the next
	for next, n := word(68), 0; n < len(data)>>c.shift; n++ {
		list := words(c.sector(next))
		if len(list) <= per {
			break
		}
		tables, next = append(tables, list[:per]...), list[per]
	}
	for _, at := range tables {
		c.table = append(c.table, words(c.sector(at))...)
	}
	c.small = words(c.chain(word(60)))
	c.readEntries(c.chain(word(48)))
	return c, len(c.entries) > 0
}

func words(b []byte) []uint32 {
	out := make([]uint32, len(b)/4)
	for i := range out {
		out[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return out
}

// sector is nil if the file has none of that number.
func (c *compound) sector(n uint32) []byte {
	at := (int64(n) + 1) << c.shift
	if end := at + 1<<c.shift; end <= int64(len(c.data)) {
		return c.data[at:end]
	}
	if at < int64(len(c.data)) {
		return c.data[at:] // the last may be cut short
	}
	return nil
}

// chain joins sectors from one on; a circle ends after as many as there are.
func (c *compound) chain(n uint32) (out []byte) {
	for range len(c.table) {
		b := c.sector(n)
		if b == nil || int64(n) >= int64(len(c.table)) {
			break
		}
		out, n = append(out, b...), c.table[n]
	}
	return out
}

func (c *compound) readEntries(b []byte) {
	for ; len(b) >= 128; b = b[128:] {
		n := int(binary.LittleEndian.Uint16(b[64:]))
		if n < 2 || n > 64 {
			continue
		}
		units := make([]uint16, n/2-1)
		for i := range units {
			units[i] = binary.LittleEndian.Uint16(b[2*i:])
		}
		e := compoundEntry{name: string(utf16.Decode(units)), kind: b[66], start: binary.LittleEndian.Uint32(b[116:]), size: int(binary.LittleEndian.Uint32(b[120:]))}
		if e.kind == 5 {
			c.inner = c.chain(e.start)
		}
		c.entries = append(c.entries, e)
	}
}

// stream is what an entry holds, as far as it is there.
func (c *compound) stream(e compoundEntry) (out []byte) {
	if e.size >= int(c.limit) {
		out = c.chain(e.start)
		return out[:min(len(out), e.size)]
	}
	for n := e.start; len(out) < e.size && int64(n) < int64(len(c.small)); n = c.small[n] {
		at := int64(n) << smallShift
		if at >= int64(len(c.inner)) {
			break
		}
		out = append(out, c.inner[at:min(at+1<<smallShift, int64(len(c.inner)))]...)
	}
	return out[:min(len(out), max(e.size, 0))]
}
