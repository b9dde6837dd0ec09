package coord

import (
	"encoding/binary"
	"math"
	"strconv"
	"strings"
)

// zipWriter puts files into a zip file as they come
// (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT): the whole of each is
// known before it is written, so sizes stand in front and nothing is gone back to.
// They bear no time: the same files make the same zip.
//
//	a file: head 30 bytes, name, content
//	at the end, for each: entry 46 bytes, name [, 64-bit place]; then how many and where
//
// What is kept until then is these entries, some 130 bytes a file, and the names
// that are taken.
type zipWriter struct {
	write   func([]byte) error
	at      uint64 // bytes written
	count   uint64
	central []byte            // entries of the directory
	taken   map[string]uint32 // names, as they are compared, and the last number given to one
}

const (
	zipUTF8     = 1 << 11   // flag: names are UTF-8
	zipDeflate  = 8         // method; as it is: 0
	zipDate     = 1<<5 | 1  // 1980-01-01, the first there is
	zipMadeBy   = 3<<8 | 45 // Unix, version 4.5, which has 64-bit sizes
	zipFileMode = 0o100644 << 16
)

func newZip(write func([]byte) error) *zipWriter {
	return &zipWriter{write: write, taken: map[string]uint32{}}
}

// zipFile is a file that is put in.
type zipFile struct {
	name    string
	crc     uint32 // IEEE, of all of it
	size    uint64 // of all of it
	content []byte // compressed (DEFLATE), where it is not so long
}

// add writes a file under its name, with a number where another has it already.
func (z *zipWriter) add(f zipFile) error {
	name := z.unique(f.name)
	entry := zipEntry{crc: f.crc, size: f.size, packed: uint64(len(f.content)), nameBytes: len(name)}
	if entry.size != entry.packed {
		entry.method = zipDeflate
	}
	head := append(entry.appendTo(append([]byte(nil), "PK\x03\x04"...), 20), name...)
	z.central = append(z.central, "PK\x01\x02"...)
	z.central = binary.LittleEndian.AppendUint16(z.central, zipMadeBy)
	if z.at >= math.MaxUint32 {
		entry.extra = binary.LittleEndian.AppendUint64([]byte{1, 0, 8, 0}, z.at)
	}
	z.central = entry.appendTo(z.central, 20)
	z.central = append(z.central, 0, 0, 0, 0, 0, 0) // comment, disk, internal attributes
	z.central = binary.LittleEndian.AppendUint32(z.central, zipFileMode)
	z.central = binary.LittleEndian.AppendUint32(z.central, uint32(min(z.at, math.MaxUint32)))
	z.central = append(append(z.central, name...), entry.extra...)
	z.count++
	if err := z.put(head); err != nil {
		return err
	}
	return z.put(f.content)
}

// zipEntry is what head and directory say alike.
type zipEntry struct {
	method    uint16
	crc       uint32
	size      uint64
	packed    uint64
	nameBytes int
	extra     []byte
}

func (e *zipEntry) appendTo(b []byte, version uint16) []byte {
	for _, v := range [...]uint16{version, zipUTF8, e.method, 0, zipDate} { // 0: midnight
		b = binary.LittleEndian.AppendUint16(b, v)
	}
	for _, v := range [...]uint32{e.crc, uint32(e.packed), uint32(e.size)} {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	b = binary.LittleEndian.AppendUint16(b, uint16(e.nameBytes))
	return binary.LittleEndian.AppendUint16(b, uint16(len(e.extra)))
}

// close writes the directory.
func (z *zipWriter) close() error {
	start, size := z.at, uint64(len(z.central))
	if err := z.put(z.central); err != nil {
		return err
	}
	le := binary.LittleEndian
	var b []byte
	if z.count >= math.MaxUint16 || start >= math.MaxUint32 || size >= math.MaxUint32 {
		end := z.at
		b = le.AppendUint64(append(b, "PK\x06\x06"...), 44)
		b = le.AppendUint16(le.AppendUint16(b, zipMadeBy), 45)
		b = append(b, 0, 0, 0, 0, 0, 0, 0, 0) // disks
		for _, v := range [...]uint64{z.count, z.count, size, start} {
			b = le.AppendUint64(b, v)
		}
		b = append(append(b, "PK\x06\x07"...), 0, 0, 0, 0)
		b = append(le.AppendUint64(b, end), 1, 0, 0, 0)
	}
	b = append(append(b, "PK\x05\x06"...), 0, 0, 0, 0)
	n := uint16(min(z.count, math.MaxUint16))
	b = le.AppendUint16(le.AppendUint16(b, n), n)
	b = le.AppendUint32(b, uint32(min(size, math.MaxUint32)))
	b = le.AppendUint32(b, uint32(min(start, math.MaxUint32)))
	return z.put(append(b, 0, 0))
}

func (z *zipWriter) put(b []byte) error {
	z.at += uint64(len(b))
	return z.write(b)
}

// unique is the name, or the first of "name (2)", "name (3)" that is free. Names
// that differ in case alone are one on many computers.
func (z *zipWriter) unique(name string) string {
	dot := strings.LastIndexByte(name, '.')
	if dot < 0 {
		dot = len(name)
	}
	stem, extension := name[:dot], name[dot:]
	for key := strings.ToLower(name); ; {
		n, isTaken := z.taken[strings.ToLower(name)]
		if !isTaken {
			z.taken[strings.ToLower(name)] = 1
			return name
		}
		if strings.ToLower(name) != key {
			n = z.taken[key]
		}
		z.taken[key] = n + 1
		name = stem + " (" + strconv.Itoa(int(n+1)) + ")" + extension
	}
}
