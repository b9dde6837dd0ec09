package warc

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"fmt"
	"io"
	"slices"
	"strings"
)

// isChunked reports whether a Transfer-Encoding says that the body came in
// chunks.
func isChunked(transfer string) bool {
	return strings.Contains(strings.ToLower(transfer), "chunked")
}

// dechunk joins chunks in place. Many archives hold the body already joined
// under a head that still says chunked, so bytes that do not look like a chunk
// stand as they are: all of them at the beginning, the rest later on.
func dechunk(data []byte) []byte {
	out := data[:0]
	for rest := data; len(rest) > 0; {
		size, n := chunkSize(rest)
		if n == 0 {
			return append(out, rest...)
		}
		rest = rest[n:]
		if size == 0 {
			break // trailers may follow
		}
		size = min(size, len(rest))
		out = append(out, rest[:size]...)
		rest = rest[size:]
		rest = bytes.TrimPrefix(bytes.TrimPrefix(rest, []byte("\r")), []byte("\n"))
	}
	return out
}

// chunkSize reads "1a2b;name=value\r\n" and returns its length, 0 if it is not
// one.
func chunkSize(data []byte) (size, n int) {
	i := 0
	for ; i < len(data) && i < 8; i++ {
		digit := hexDigit(data[i])
		if digit < 0 {
			break
		}
		size = size<<4 | digit
	}
	if i == 0 {
		return 0, 0
	}
	// Padding or an extension may follow, of a length nobody needs.
	line := bytes.IndexByte(data[:min(len(data), i+256)], '\n')
	if line < i {
		return 0, 0
	}
	if tail := bytes.TrimSpace(data[i:line]); len(tail) > 0 && tail[0] != ';' {
		return 0, 0
	}
	return size, line + 1
}

func hexDigit(c byte) int {
	switch {
	case isDigit(c):
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// unpacker undoes compression and keeps what that needs from record to record.
type unpacker struct {
	source  bytes.Reader
	gzip    *gzip.Reader
	flate   io.ReadCloser
	buffers [2][]byte
}

// maxCodings bounds how often a body may be compressed over; twice occurs by
// mistake.
const maxCodings = 3

// all undoes the codings of a Content-Encoding, last one first, and says why
// not everything came out. A body that is not compressed at all, whatever its
// head says, stands as it is: many crawlers keep it so.
func (u *unpacker) all(data []byte, content string, limit int64) ([]byte, string) {
	names := strings.Split(strings.ToLower(content), ",")
	if len(names) > maxCodings {
		return nil, "the page is compressed too many times over"
	}
	problem := ""
	for i, name := range slices.Backward(names) {
		var why string
		switch name = strings.TrimSpace(name); name {
		case "gzip", "x-gzip":
			data, why = u.gunzip(i&1, data, limit)
		case "deflate":
			data, why = u.inflate(i&1, data, limit)
		case "br", "zstd", "compress", "x-compress":
			if !isText(data) {
				return nil, fmt.Sprintf("the page is compressed as %q, which cannot be undone here", name)
			}
		}
		if problem == "" {
			problem = why
		}
	}
	return data, problem
}

// gunzip undoes gzip, of one member: servers make no more, and the bytes behind
// it, which some archives have, do no harm.
func (u *unpacker) gunzip(slot int, data []byte, limit int64) ([]byte, string) {
	if len(data) < 2 || data[0] != 0x1f || data[1] != 0x8b {
		return data, ""
	}
	u.source.Reset(data)
	if u.gzip == nil {
		u.gzip = new(gzip.Reader)
	}
	if err := u.gzip.Reset(&u.source); err != nil {
		return nil, "the page is compressed as gzip and damaged"
	}
	u.gzip.Multistream(false)
	return u.copy(slot, u.gzip, limit)
}

// inflate undoes "deflate", which by RFC 9110 has a zlib head, and of which
// some servers leave that out.
func (u *unpacker) inflate(slot int, data []byte, limit int64) ([]byte, string) {
	if isText(data) {
		return data, ""
	}
	if len(data) >= 2 && data[0]&0x0f == 8 && (int(data[0])<<8|int(data[1]))%31 == 0 {
		data = data[2:]
	}
	u.source.Reset(data)
	if u.flate == nil {
		u.flate = flate.NewReader(&u.source)
	} else if err := u.flate.(flate.Resetter).Reset(&u.source, nil); err != nil {
		return nil, "the page is compressed as deflate and damaged"
	}
	return u.copy(slot, u.flate, limit)
}

// copy reads what comes out of r, up to the limit.
func (u *unpacker) copy(slot int, r io.Reader, limit int64) ([]byte, string) {
	out := u.buffers[slot][:0]
	var err error
	for err == nil && int64(len(out)) < limit {
		out = slices.Grow(out, 4<<10)
		room := out[len(out):cap(out)]
		room = room[:min(int64(len(room)), limit-int64(len(out)))]
		var n int
		n, err = r.Read(room)
		out = out[:len(out)+n]
	}
	u.buffers[slot] = out
	switch {
	case err == nil:
		var probe [1]byte
		if n, _ := r.Read(probe[:]); n > 0 {
			return out, fmt.Sprintf("only the first %d bytes were unpacked, which is the limit", limit)
		}
	case err != io.EOF:
		return out, "the compressed page is damaged or cut short"
	}
	return out, ""
}

// isText reports whether data begins like a page or its text and not like
// something compressed.
func isText(data []byte) bool {
	for _, c := range data[:min(len(data), 64)] {
		if c < 0x20 && c != '\t' && c != '\r' && c != '\n' && c != '\f' || c == 0x7f {
			return false
		}
	}
	start := bytes.TrimLeft(data, " \t\r\n\f\xef\xbb\xbf")
	return len(start) == 0 || start[0] == '<' || start[0] == '{' || start[0] == '['
}
