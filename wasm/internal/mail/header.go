package mail

import (
	"bytes"
	"strings"
)

// A header is the fields of a message or a part, as they stood. There are
// thirty or so and a few are wanted, so each is looked for when it is.
type header []byte

// maxField bounds the value of one field: lists of recipients grow long, and
// nothing that is read here does.
const maxField = 16 << 10

// maxHeader bounds the part of a header that fields are looked for in; real
// ones have 5 to 20 kB.
const maxHeader = 256 << 10

// cutHeader splits a message or part at the first empty line. Data that does not
// begin with a field has no header.
func cutHeader(data []byte) (h header, body []byte) {
	line := firstLine(data)
	if len(bytes.TrimRight(line, "\r\n")) == 0 {
		return nil, data[len(line):]
	}
	if !isField(line) {
		return nil, data
	}
	for i := 0; i < len(data); i += len(line) {
		line = firstLine(data[i:])
		if len(bytes.TrimRight(line, "\r\n")) == 0 {
			return data[:min(i, maxHeader)], data[i+len(line):]
		}
	}
	return data[:min(len(data), maxHeader)], nil
}

// firstLine is the first line of data with its end.
func firstLine(data []byte) []byte {
	if n := bytes.IndexByte(data, '\n'); n >= 0 {
		return data[:n+1]
	}
	return data
}

// fieldName is the name that a line gives a field, or nil when it gives none.
func fieldName(line []byte) []byte {
	n := bytes.IndexByte(line[:min(len(line), 78)], ':')
	if n <= 0 {
		return nil
	}
	name := bytes.TrimRight(line[:n], " \t") // "Subject :" occurs
	for _, c := range name {
		if c <= ' ' || c > '~' {
			return nil
		}
	}
	return name
}

// isField reports whether a line begins a field.
func isField(line []byte) bool { return len(fieldName(line)) > 0 }

// next takes the next field off, with the lines that continue it.
func (h *header) next() (name, value []byte) {
	for len(*h) > 0 {
		line := firstLine(*h)
		*h = (*h)[len(line):]
		if name = fieldName(line); len(name) == 0 || isBlank(line[0]) {
			continue
		}
		value = line[bytes.IndexByte(line, ':')+1:]
		for len(*h) > 0 {
			more := firstLine(*h)
			if !isBlank(more[0]) && isField(more) {
				break
			}
			value = value[:len(value)+len(more)] // they lie behind each other
			*h = (*h)[len(more):]
		}
		return name, value
	}
	return nil, nil
}

// raw is the value of the first field of a name that is not empty, unfolded but
// not decoded. Lines that are neither a field nor indented continue the field
// above them: that is how broken ones come about.
func (h header) raw(name string) []byte {
	for len(h) > 0 {
		line := firstLine(h)
		if !isNamed(line, name) {
			h = h[len(line):]
			continue
		}
		_, value := h.next()
		if value = bytes.TrimSpace(value[:min(len(value), maxField)]); len(value) > 0 {
			return unfold(value)
		}
	}
	return nil
}

// isNamed reports whether a line begins the field of a name. It is asked of each
// line for each field that is wanted, and so looks at the first byte first.
func isNamed(line []byte, name string) bool {
	n := len(name)
	if len(line) <= n || line[0]|0x20 != name[0]|0x20 || !strings.EqualFold(string(line[:n]), name) {
		return false
	}
	for n < len(line) && isBlank(line[n]) {
		n++
	}
	return n < len(line) && line[n] == ':' && isField(line)
}

// unfold joins the lines of a value.
func unfold(value []byte) []byte {
	if bytes.IndexByte(value, '\n') < 0 {
		return value
	}
	var out []byte
	for line := range bytes.SplitSeq(value, []byte("\n")) {
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		if len(out) > 0 {
			out = append(out, ' ')
		}
		out = append(out, line...)
	}
	return out
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }

// ascii is the value of a field that is written in ASCII, such as a type.
func (h header) ascii(name string) string {
	return strings.ToValidUTF8(string(h.raw(name)), "\uFFFD")
}

// text is the value of a field that people read.
func (h header) text(name string, decode func(string, []byte) string) string {
	return decodeWords(h.raw(name), decode)
}
