package jsontext

import "strings"

// yieldEvery is how many bytes are read between two calls of yield: well under a
// millisecond, in WASM too.
const yieldEvery = 64 << 10

// A Reader goes through a text of JSON.
type Reader struct {
	text    string
	at      int
	left    int // values that the tree being read may still have
	cut     bool
	yield   func() error
	yielded int
	err     error // of yield; it ends the text too
}

// NewReader is a reader of text that stands at its beginning.
func NewReader(text string, yield func() error) *Reader {
	return &Reader{text: text, yield: yield}
}

// Offset is where in the text the reader stands, in bytes.
func (r *Reader) Offset() int { return r.at }

// IsCut reports whether the text ended before what was being read did, or had to
// be given up there.
func (r *Reader) IsCut() bool { return r.cut }

// Err is the error of yield. Once there is one, the text is at its end.
func (r *Reader) Err() error { return r.err }

// End gives up: what is left of the text is not read.
func (r *Reader) End() { r.at, r.cut = len(r.text), true }

// Next moves to the next byte that is neither white space nor a comma, and is
// that byte, 0 at the end.
func (r *Reader) Next() byte {
	if r.at-r.yielded > yieldEvery && r.err == nil {
		r.yielded = r.at
		if r.err = r.yield(); r.err != nil {
			r.End()
		}
	}
	for r.at < len(r.text) {
		c := r.text[r.at]
		if c > ' ' && c != ',' {
			return c
		}
		r.at++
	}
	return 0
}

// Pass moves past mark if that comes next, and reports whether it did.
func (r *Reader) Pass(mark byte) bool {
	if r.Next() != mark {
		return false
	}
	r.at++
	return true
}

// Key reads the key of a member and its colon; the value comes next. It is false
// where no key stands, be it that the object ends.
func (r *Reader) Key() (key string, ok bool) {
	if r.Next() != '"' {
		return "", false
	}
	key = Unescape(r.quoted())
	return key, r.Pass(':')
}

// Value reads a value with all that is in it.
func (r *Reader) Value() Value {
	r.left = maxValues
	return r.value(0)
}

func (r *Reader) value(depth int) Value {
	c := r.Next()
	if r.left--; depth > maxDepth || r.left < 0 || c == 0 {
		r.End()
		return Value{}
	}
	switch c {
	case '{':
		r.at++
		return r.object(depth)
	case '[':
		r.at++
		return r.list(depth)
	case '"':
		return Value{Text: Unescape(r.quoted())}
	}
	if word := r.word(); word != "null" {
		return Value{Text: word}
	}
	return Value{}
}

func (r *Reader) list(depth int) (v Value) {
	for !r.Pass(']') {
		if r.at == len(r.text) || r.text[r.at] == '}' {
			r.End()
			break
		}
		v.List = append(v.List, r.value(depth+1))
	}
	return v
}

func (r *Reader) object(depth int) (v Value) {
	for !r.Pass('}') {
		key, ok := r.Key()
		if !ok {
			r.End()
			break
		}
		v.Keys = append(v.Keys, key)
		v.List = append(v.List, r.value(depth+1))
	}
	return v
}

// Skip moves past a value without making anything of it. Depth does not matter.
func (r *Reader) Skip() {
	depth := 0
	for {
		switch r.Next() {
		case 0:
			r.End()
			return
		case '{', '[':
			depth++
			r.at++
		case '}', ']':
			depth--
			r.at++
		case '"':
			r.quoted()
		case ':':
			r.at++
			continue
		default:
			r.word()
		}
		if depth <= 0 {
			return
		}
	}
}

// word reads a number, true, false, null or rubbish. It is empty where a list or
// an object ends.
func (r *Reader) word() string {
	start := r.at
	for r.at < len(r.text) && strings.IndexByte(",]} \n\r\t", r.text[r.at]) < 0 {
		r.at++
	}
	return r.text[start:r.at]
}

// quoted moves past the string that comes next, and is what is inside.
func (r *Reader) quoted() string {
	s, n := quoted(r.text[r.at:])
	if r.at += n; n == len(s)+1 {
		r.End()
	}
	return s
}
