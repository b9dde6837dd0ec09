package mail

import "bytes"

// boundary finds the delimiters of one multipart.
type boundary struct {
	mark []byte // "--" and the boundary
}

// newBoundary takes the declared boundary, or where there is none or it never
// occurs the first line of the body that looks like one: two dashes, a word, and
// a field on the next line.
func newBoundary(declared, body []byte) (b boundary, ok bool) {
	if len(declared) > 0 {
		b.mark = append([]byte("--"), declared...)
		if start, _, _ := b.find(body); start >= 0 {
			return b, true
		}
	}
	for at := 0; at < len(body) && at < maxPreamble; {
		line := firstLine(body[at:])
		at += len(line)
		mark := bytes.TrimRight(line, " \t\r\n")
		if len(mark) > 4 && len(mark) < 200 && bytes.HasPrefix(mark, []byte("--")) && isField(firstLine(body[at:])) {
			return boundary{bytes.Clone(mark)}, true
		}
	}
	return b, false
}

// maxPreamble bounds how far into a body an undeclared boundary is looked for.
const maxPreamble = 4 << 10

// maxPadding bounds the blanks behind a delimiter.
const maxPadding = 200

// find returns the first delimiter line of body as [start, end), -1 if there is
// none, and whether it closes the multipart. The line end before the delimiter
// belongs to it.
func (b boundary) find(body []byte) (start, end int, last bool) {
	for at := 0; ; {
		i := bytes.Index(body[at:], b.mark)
		if i < 0 {
			return -1, -1, false
		}
		start = at + i
		at = start + len(b.mark)
		if start > 0 && body[start-1] != '\n' {
			continue
		}
		rest := firstLine(body[at:min(len(body), at+maxPadding)])
		tail := bytes.TrimRight(rest, " \t\r\n")
		closing := string(tail) == "--"
		if len(tail) > 0 && !closing {
			continue // a longer boundary, of another multipart
		}
		end = at + len(rest)
		if start > 0 {
			start--
		}
		if start > 0 && body[start-1] == '\r' {
			start--
		}
		return start, end, closing
	}
}

// split calls each with the parts of a multipart in their order, and reports
// whether the multipart was closed. What stands before the first and after the
// last is not part of it.
func (b boundary) split(body []byte, each func(part []byte) error) (closed bool, err error) {
	_, at, last := b.find(body)
	for !last && at >= 0 {
		start, end, isLast := b.find(body[at:])
		part := body[at:]
		if start >= 0 {
			part = part[:start]
		}
		if start >= 0 || len(bytes.TrimSpace(part)) > 0 {
			if err := each(part); err != nil {
				return false, err
			}
		}
		if start < 0 {
			return false, nil
		}
		at, last = at+end, isLast
	}
	return last, nil
}
