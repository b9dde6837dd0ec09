package mail

import (
	"bytes"
	"strings"
	"sync"
)

// decodeTransfer undoes a Content-Transfer-Encoding. Encodings that are none,
// and those nobody knows, leave the bytes as they are and uncopied.
func decodeTransfer(encoding string, body []byte, yield func() error) ([]byte, error) {
	encoding, _, _ = strings.Cut(encoding, ";") // nothing may follow, and does
	decode := appendQuoted
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		return decodeBase64(body, yield)
	case "quoted-printable", "quotedprintable":
	default:
		return body, nil
	}
	out := make([]byte, 0, len(body))
	for len(body) > 0 {
		n := min(len(body), chunk)
		if end := bytes.IndexByte(body[n:], '\n'); end >= 0 {
			n += end + 1 // escapes do not cross lines
		} else {
			n = len(body)
		}
		out = decode(out, body[:n])
		body = body[n:]
		if err := yield(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// chunk is what is decoded between two calls of yield, under a millisecond.
const chunk = 64 << 10

// appendQuoted decodes quoted-printable. What is not an escape stands for
// itself.
func appendQuoted(dst, src []byte) []byte {
	for {
		i := bytes.IndexByte(src, '=')
		if i < 0 {
			return append(dst, src...)
		}
		dst = append(dst, src[:i]...)
		src = src[i+1:]
		if len(src) >= 2 {
			if high, low := hexDigit(src[0]), hexDigit(src[1]); high >= 0 && low >= 0 {
				dst = append(dst, byte(high<<4|low))
				src = src[2:]
				continue
			}
		}
		if n := softBreak(src); n >= 0 {
			src = src[n:]
		} else {
			dst = append(dst, '=')
		}
	}
}

// softBreak is the length of the line end, with blanks before it, that src
// begins with, or -1.
func softBreak(src []byte) int {
	n := 0
	for n < len(src) && isBlank(src[n]) {
		n++
	}
	switch {
	case n == len(src):
		return n
	case src[n] == '\n':
		return n + 1
	case src[n] == '\r' && n+1 < len(src) && src[n+1] == '\n':
		return n + 2
	case src[n] == '\r' && n+1 == len(src):
		return n + 1
	}
	return -1
}

func hexDigit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// digits has the value of each digit of base 64, and 0xff for other bytes.
var digits = sync.OnceValue(func() *[256]byte {
	var t [256]byte
	for i := range t {
		t[i] = 0xff
	}
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	for i := range alphabet {
		t[alphabet[i]] = byte(i)
	}
	return &t
})

func decodeBase64(src []byte, yield func() error) ([]byte, error) {
	d := base64Decoder{table: digits(), out: make([]byte, 0, len(src)/4*3+3)}
	for i := 0; i < len(src) && !d.ended; i += chunk {
		d.write(src, i, min(i+chunk, len(src)))
		if err := yield(); err != nil {
			return nil, err
		}
	}
	d.flush()
	return d.out, nil
}

func appendBase64(dst, src []byte) []byte {
	d := base64Decoder{table: digits(), out: dst}
	d.write(src, 0, len(src))
	d.flush()
	return d.out
}

// A base64Decoder passes over what is no digit. Padding ends a run of digits;
// another may follow, as where blocks were put behind each other, but not text,
// as where a mailing list wrote its footer behind.
type base64Decoder struct {
	table *[256]byte
	out   []byte
	bits  uint32
	count int // digits in bits
	ended bool
}

// write decodes src[from:to].
func (d *base64Decoder) write(src []byte, from, to int) {
	for i := from; i < to && !d.ended; i++ {
		for d.count == 0 && i+4 <= to { // whole groups
			a, b, c, e := d.table[src[i]], d.table[src[i+1]], d.table[src[i+2]], d.table[src[i+3]]
			if a|b|c|e == 0xff {
				break
			}
			d.out = append(d.out, a<<2|b>>4, b<<4|c>>2, c<<6|e)
			i += 4
		}
		if i == to {
			return
		}
		if v := d.table[src[i]]; v != 0xff {
			d.bits, d.count = d.bits<<6|uint32(v), d.count+1
			if d.count == 4 {
				d.out = append(d.out, byte(d.bits>>16), byte(d.bits>>8), byte(d.bits))
				d.count = 0
			}
		} else if src[i] == '=' {
			d.flush()
			d.ended = !digitsFollow(src[i:], d.table)
		}
	}
}

// flush ends a run of digits.
func (d *base64Decoder) flush() {
	switch d.count {
	case 2:
		d.out = append(d.out, byte(d.bits>>4))
	case 3:
		d.out = append(d.out, byte(d.bits>>10), byte(d.bits>>2))
	}
	d.bits, d.count = 0, 0
}

// digitsFollow reports whether the next line of src is digits and padding, or
// there is none.
func digitsFollow(src []byte, table *[256]byte) bool {
	src = bytes.TrimLeft(src, "=\r\n\t ")
	for _, c := range bytes.TrimRight(firstLine(src[:min(len(src), 100)]), "\r\n\t ") {
		if table[c] == 0xff && c != '=' {
			return false
		}
	}
	return true
}
