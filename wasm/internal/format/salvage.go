package format

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
)

// A salvagedFile is a zip whose list of members was lost, with a new one behind
// it that is made of the headers before each member.
type salvagedFile struct {
	File
	size int64 // of File, as far as it is used
	list []byte
}

// Size implements File.
func (f *salvagedFile) Size() int64 { return f.size + int64(len(f.list)) }

// ReadAt implements io.ReaderAt.
func (f *salvagedFile) ReadAt(p []byte, at int64) (n int, err error) {
	if at < f.size {
		n, err = f.File.ReadAt(p[:min(int64(len(p)), f.size-at)], at)
		if n == len(p) || err != nil && err != io.EOF {
			return n, err
		}
	}
	m, err := bytes.NewReader(f.list).ReadAt(p[n:], at+int64(n)-f.size)
	return n + m, err
}

// salvage finds the members of a zip by the headers before them: APPNOTE.TXT of
// PKWARE, sections 4.3.7 and 4.3.9. It is one pass over the headers; where a
// member's size stands only behind it, over its bytes. Members beyond 4 GB are not
// looked for. found is 0 if there are none.
func (w *walk) salvage(f File) (s *salvagedFile, found int, err error) {
	s = &salvagedFile{File: f, size: min(f.Size(), 1<<32-1)}
	tries := 0
	at, err := w.findNext(f, 0, &tries)
	if err != nil {
		return nil, 0, err
	}
	for ; at < s.size && int64(found) < w.left && len(s.list) < maxDirectory; found++ {
		h := readLocalHeader(f, at)
		if h == nil {
			break
		}
		if h.packed < 0 {
			if err := w.findEnd(f, h, &tries); err != nil {
				return nil, 0, err
			}
		}
		s.list = h.appendTo(s.list)
		if err := w.pause(); err != nil {
			return nil, 0, err
		}
		if at, err = w.findNext(f, h.start+h.packed, &tries); err != nil {
			return nil, 0, err
		}
	}
	n := uint16(found)
	end := append([]byte("PK\x05\x06"), make([]byte, 18)...)
	binary.LittleEndian.PutUint16(end[8:], n)
	binary.LittleEndian.PutUint16(end[10:], n)
	binary.LittleEndian.PutUint32(end[12:], uint32(len(s.list)))
	binary.LittleEndian.PutUint32(end[16:], uint32(s.size))
	s.list = append(s.list, end...)
	return s, found, nil
}

// A localHeader is what stands before a member.
type localHeader struct {
	head   [30]byte
	name   []byte
	at     int64 // of the header
	start  int64 // of the packed bytes
	packed int64 // how many, -1 when it stands behind them
}

// readLocalHeader is nil if there is no header at that place.
func readLocalHeader(f File, at int64) *localHeader {
	h := &localHeader{at: at}
	if n, _ := f.ReadAt(h.head[:], at); n < len(h.head) || string(h.head[:4]) != "PK\x03\x04" {
		return nil
	}
	h.name = make([]byte, little(h.head[26:28]))
	if n, _ := f.ReadAt(h.name, at+30); n < len(h.name) {
		return nil
	}
	h.start = at + 30 + int64(len(h.name)) + little(h.head[28:30])
	h.packed = little(h.head[18:22])
	if h.head[6]&8 != 0 || h.packed == 1<<32-1 {
		h.packed = -1
	}
	h.packed = min(h.packed, max(0, f.Size()-h.start)) // cut off: the member says so when it is read
	return h
}

// maxTries is how often a file may hold what looks like a mark and is none before
// the search is given up. Packed bytes do so once in some 50 MB.
const maxTries = 4096

// findNext is where the next header stands: where the member ends, behind the
// record of its sizes, or further on; the end of f if there is none.
func (w *walk) findNext(f File, end int64, tries *int) (int64, error) {
	var b [20]byte
	n, _ := f.ReadAt(b[:], end)
	for _, skip := range [...]int{0, 12, 16} {
		if skip+4 <= n && string(b[skip:skip+4]) == "PK\x03\x04" {
			return end + int64(skip), nil
		}
	}
	if *tries++; *tries > maxTries {
		return f.Size(), nil
	}
	return w.findMark(f, end, "\x03\x04")
}

// findEnd looks for the record of sizes behind a member, with or without its mark.
// Without either the member is what is left of the file.
func (w *walk) findEnd(f File, h *localHeader, tries *int) error {
	for at := h.start; ; at++ {
		*tries++
		next, err := w.findMark(f, at, "")
		if err != nil {
			return err
		}
		if at = next; at >= f.Size() || *tries > maxTries {
			h.packed = max(0, f.Size()-h.start)
			return nil
		}
		var b [28]byte // twelve bytes before the mark, and the record after it
		_, _ = f.ReadAt(b[:], at-12)
		switch {
		case string(b[12:16]) == "PK\x07\x08" && little(b[20:24]) == at-h.start:
			copy(h.head[14:26], b[16:28])
		case string(b[12:16]) == "PK\x03\x04" && at-12 >= h.start && little(b[4:8]) == at-12-h.start:
			copy(h.head[14:26], b[:12])
		default:
			continue
		}
		h.packed = little(h.head[18:22])
		*tries--
		return nil
	}
}

// findMark is where the next "PK" with the two bytes that follow stands, with any
// two control bytes if mark is ""; the size of f if nowhere.
func (w *walk) findMark(f File, at int64, mark string) (int64, error) {
	window := make([]byte, 64<<10)
	for at < f.Size() {
		n, err := f.ReadAt(window[:min(int64(len(window)), f.Size()-at)], at)
		if n == 0 {
			return f.Size(), nil
		}
		for b, off := window[:n], 0; ; off += 2 {
			i := bytes.Index(b[off:], []byte("PK"))
			if i < 0 || off+i+4 > n {
				break
			}
			if off += i; mark == "" && b[off+2] < 9 && b[off+3] < 9 || mark != "" && string(b[off+2:off+4]) == mark {
				return at + int64(off), nil
			}
		}
		if err != nil && err != io.EOF || n < 4 {
			return f.Size(), nil
		}
		at += int64(n - 3)
		if err := w.pause(); err != nil {
			return 0, err
		}
	}
	return f.Size(), nil
}

// appendTo appends the entry of the list of members: section 4.3.12.
func (h *localHeader) appendTo(b []byte) []byte {
	binary.LittleEndian.PutUint32(h.head[18:], uint32(h.packed))
	b = append(b, "PK\x01\x02\x14\x00"...)
	b = append(b, h.head[4:28]...) // as far as the length of the name
	b = append(b, make([]byte, 2+2+2+2+4)...)
	b = binary.LittleEndian.AppendUint32(b, uint32(h.at))
	return append(b, h.name...)
}

// salvaged says that an archive was read without its list.
func salvaged(members int) string {
	return fmt.Sprintf("The end of the file is missing, and with it the list of what it holds; %d parts of it were found", members)
}
