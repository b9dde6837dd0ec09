package pdf

import (
	"bytes"
	"compress/flate"
	"io"
)

// maxFilters is how many filters one stream may name.
const maxFilters = 8

// raw is a stream's bytes as they stand in the file, decrypted.
func (f *file) raw(s *stream) []byte {
	if s.data != nil {
		return s.data
	}
	length := f.int(s.dict["Length"], -1)
	if length < 0 || s.start+int64(length) > f.size || !f.endsAt(s.start+int64(length)) {
		length = f.findEnd(s.start)
	}
	return f.decryptStream(f.window(s.start, min(length, maxInflate)), s)
}

// endsAt reports whether "endstream" stands at off, white space apart.
func (f *file) endsAt(off int64) bool {
	w := bytes.TrimLeft(f.window(off, 32), "\r\n \t\x00")
	return bytes.HasPrefix(w, []byte("endstream")) || bytes.HasPrefix(w, []byte("endobj"))
}

// findEnd is the length of a stream whose Length is wrong: up to the word that
// ends it, or to the end of the file.
func (f *file) findEnd(start int64) int {
	const overlap = 16
	for base := start; base < f.size && base-start < maxInflate && f.yield(); base += chunkSize - overlap {
		w := f.window(base, chunkSize)
		i := bytes.Index(w, []byte("endstream"))
		if i < 0 {
			i = bytes.Index(w, []byte("endobj"))
		}
		if i >= 0 {
			return int(base-start) + i
		}
	}
	return int(min(f.size-start, maxInflate))
}

// plain is a stream's bytes with its filters undone. Of a damaged stream it is
// as much as could be undone; of a picture it is empty.
func (f *file) plain(s *stream) []byte {
	if f.err != nil || f.budget() == 0 {
		return nil
	}
	data := f.raw(s)
	filters, parms := f.list(s.dict["Filter"], s.dict["F"]), f.list(s.dict["DecodeParms"], s.dict["DP"])
	if len(filters) > maxFilters {
		return nil
	}
	if len(filters) == 0 {
		f.unpacked += int64(len(data))
	}
	for i, o := range filters {
		var parm dict
		if i < len(parms) {
			parm = f.dict(parms[i])
		}
		data = f.unfilter(f.name(o), data, parm)
	}
	return data
}

// list is an array's elements, or the one object that stands in its place.
func (f *file) list(long, short object) array {
	o := f.resolve(long)
	if o == nil {
		o = f.resolve(short)
	}
	switch o := o.(type) {
	case nil:
		return nil
	case array:
		return o
	}
	return array{o}
}

// budget is how many bytes a stream may unpack to now.
func (f *file) budget() int {
	return int(max(0, min(maxInflate, maxUnpack-f.unpacked)))
}

// unfilter undoes one filter (ISO 32000-1, 7.4).
func (f *file) unfilter(filter name, data []byte, parm dict) []byte {
	limit := f.budget()
	var out []byte
	switch filter {
	case "FlateDecode", "Fl":
		out = f.unpredict(f.inflate(data, limit), parm)
	case "LZWDecode", "LZW":
		early := f.int(parm["EarlyChange"], 1)
		out = f.unpredict(unLZW(data, early != 0, limit), parm)
	case "ASCIIHexDecode", "AHx":
		if end := bytes.IndexByte(data, '>'); end >= 0 {
			data = data[:end]
		}
		out = appendHex(nil, data)
	case "ASCII85Decode", "A85":
		out = unASCII85(data)
	case "RunLengthDecode", "RL":
		out = unRunLength(data, limit)
	case "Crypt":
		return data
	default:
		return nil // a picture
	}
	f.unpacked += int64(len(out))
	if len(out) >= limit {
		f.warn("A part of the file unpacks to more than is read; its end was left out.")
	}
	return out
}

// inflate unpacks zlib data leniently: the checksum is not looked at, and what
// came before an error counts.
func (f *file) inflate(data []byte, limit int) []byte {
	data = bytes.TrimLeft(data, "\r\n")
	if len(data) > 2 && data[0]&15 == 8 && (int(data[0])<<8|int(data[1]))%31 == 0 {
		data = data[2:]
	}
	r := flate.NewReader(bytes.NewReader(data))
	out := make([]byte, 0, min(limit, 4*len(data)+512))
	for len(out) < limit {
		if len(out) == cap(out) {
			if !f.yield() {
				return nil
			}
			out = append(out, 0)[:len(out)]
		}
		n, err := r.Read(out[len(out):min(cap(out), limit, len(out)+64<<10)])
		out = out[:len(out)+n]
		if err != nil {
			if err != io.EOF && err != io.ErrUnexpectedEOF && len(out) == 0 {
				return nil
			}
			break
		}
	}
	return out
}
