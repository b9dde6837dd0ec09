package office

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"
)

// compoundOf is a file system with one stream of that name.
func compoundOf(name string, stream []byte) []byte {
	const sector, free, end = 512, 0xFFFFFFFF, 0xFFFFFFFE
	n := (len(stream) + sector - 1) / sector
	data := make([]byte, sector*(3+n))
	put := func(at int, v uint32) { binary.LittleEndian.PutUint32(data[at:], v) }
	copy(data, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	data[30], data[32] = 9, 6
	put(48, 1)   // the directory
	put(56, 0)   // no stream is small
	put(60, end) // so there is no table of small sectors
	put(68, end)
	for i := range 109 {
		put(76+4*i, free)
	}
	put(76, 0)           // the table is sector 0
	put(512, 0xFFFFFFFD) // of itself
	put(516, end)
	for i := range n {
		put(520+4*i, uint32(3+i))
	}
	put(520+4*(n-1), end)
	entry := data[2*sector:]
	for i, u := range utf16.Encode([]rune(name)) {
		binary.LittleEndian.PutUint16(entry[2*i:], u)
	}
	entry[64], entry[66] = byte(2*len(name)+2), 2
	put(2*sector+116, 2)
	put(2*sector+120, uint32(len(stream)))
	copy(data[3*sector:], stream)
	return data
}

// nativeOf is the stream of a file dropped into a document.
func nativeOf(name, file string) []byte {
	b := append([]byte{0, 0, 0, 0, 2, 0}, name+"\x00C:\\"+name+"\x00\x00\x00\x03\x00"...)
	b = binary.LittleEndian.AppendUint32(b, 3)
	b = append(b, "C:\x00"...)
	return append(binary.LittleEndian.AppendUint32(b, uint32(len(file))), file...)
}

func TestObject(t *testing.T) {
	file := strings.Repeat("The ferry is back at the quay.\n", 100)
	for _, c := range []struct {
		data       []byte
		name, want string
	}{
		{compoundOf("CONTENTS", []byte(file)), "", file},
		{compoundOf("Package", []byte(file)), "", file},
		{compoundOf("\x01Ole10Native", nativeOf("ferry.txt", file)), "ferry.txt", file},
		{compoundOf("WordDocument", []byte(file)), "", ""},
		{[]byte("no object"), "", ""},
		{nil, "", ""},
	} {
		name, got, ok := Object(c.data)
		if name != c.name || string(got) != c.want || ok != (c.want != "") {
			t.Errorf("%.20q: got %q, %.40q, %v; want %q, %.40q", c.data, name, got, ok, c.name, c.want)
		}
	}
	whole := compoundOf("\x01Ole10Native", nativeOf("ferry.txt", file))
	for cut := range whole {
		Object(whole[:cut])
	}
	circle := bytes.Clone(whole)
	for i := 520; i < 1024; i += 4 {
		binary.LittleEndian.PutUint32(circle[i:], 2)
	}
	Object(circle)
}

func FuzzObject(f *testing.F) {
	f.Add(compoundOf("\x01Ole10Native", nativeOf("a.txt", "text")))
	f.Add(compoundOf("CONTENTS", []byte("text")))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, file, _ := Object(data); len(file) > 2*len(data) {
			t.Errorf("%d bytes of %d", len(file), len(data))
		}
	})
}
