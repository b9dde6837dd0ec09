package feed

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// A jsonValue is a value of JSON: text for strings and numbers, or members.
type jsonValue struct {
	text string
	list []jsonValue
	keys []string // of an object, beside list
}

// get is the member with the key, a zero value if there is none.
func (v *jsonValue) get(key string) *jsonValue {
	for i, k := range v.keys {
		if k == key {
			return &v.list[i]
		}
	}
	return &jsonValue{}
}

// names are the texts of a list, or the "name" of each of its objects; or that
// of the one object or text there is.
func (v *jsonValue) names() []string {
	if v.keys != nil {
		v = v.get("name")
	}
	if v.list == nil {
		if v.text == "" {
			return nil
		}
		return []string{v.text}
	}
	var names []string
	for i := range v.list {
		if x := &v.list[i]; x.keys != nil || x.list == nil {
			names = append(names, x.names()...)
		}
	}
	return names
}

// maxJSONDepth is some levels more than JSON Feed has.
const maxJSONDepth = 32

// A jsonReader reads JSON as it comes: with commas too many, control characters
// in strings. What cannot be read ends the text; what was read until then is
// kept, and cut is set.
type jsonReader struct {
	text    string
	at      int
	cut     bool
	yield   func() error
	yielded int
	err     error // of yield; it ends the text too
}

// end gives up.
func (p *jsonReader) end() {
	p.at, p.cut = len(p.text), true
}

// space moves to the next byte that is neither white space nor a comma, and is
// that byte, 0 at the end.
func (p *jsonReader) space() byte {
	if p.at-p.yielded > yieldEvery && p.err == nil {
		p.yielded = p.at
		if p.err = p.yield(); p.err != nil {
			p.end()
		}
	}
	for p.at < len(p.text) {
		c := p.text[p.at]
		if c > ' ' && c != ',' {
			return c
		}
		p.at++
	}
	return 0
}

func (p *jsonReader) value(depth int) jsonValue {
	switch c := p.space(); {
	case depth > maxJSONDepth || c == 0:
		p.end()
	case c == '{':
		return p.object(depth)
	case c == '[':
		return p.array(depth)
	case c == '"':
		return jsonValue{text: p.string()}
	default:
		if text := p.word(); text != "null" {
			return jsonValue{text: text}
		}
	}
	return jsonValue{}
}

// word reads a number, true, false, null or rubbish, of which it takes at least
// a byte.
func (p *jsonReader) word() string {
	start := p.at
	for p.at++; p.at < len(p.text) && strings.IndexByte(",]} \n\r\t", p.text[p.at]) < 0; p.at++ {
	}
	return p.text[start:p.at]
}

func (p *jsonReader) array(depth int) jsonValue {
	v := jsonValue{list: []jsonValue{}}
	p.at++
	for c := p.space(); c != ']'; c = p.space() {
		if c == 0 {
			p.end()
			return v
		}
		v.list = append(v.list, p.value(depth+1))
	}
	p.at++
	return v
}

func (p *jsonReader) object(depth int) jsonValue {
	v := jsonValue{keys: []string{}}
	p.at++
	for c := p.space(); c != '}'; c = p.space() {
		if c != '"' {
			p.end()
			return v
		}
		key := p.string()
		if p.space() != ':' {
			p.end()
			return v
		}
		p.at++
		v.keys = append(v.keys, key)
		v.list = append(v.list, p.value(depth+1))
	}
	p.at++
	return v
}

// skip moves past a value without making anything of it.
func (p *jsonReader) skip() {
	depth := 0
	for {
		switch p.space() {
		case 0:
			p.end()
			return
		case '{', '[':
			depth++
			p.at++
		case '}', ']':
			depth--
			p.at++
		case '"':
			p.raw()
		case ':':
			p.at++
			continue
		default:
			p.word()
		}
		if depth <= 0 {
			return
		}
	}
}

// raw moves past the string whose quote stands at p.at, and is what is inside.
func (p *jsonReader) raw() string {
	start := p.at + 1
	end := start
	for end < len(p.text) && p.text[end] != '"' {
		if p.text[end] == '\\' {
			end++
		}
		end++
	}
	if end >= len(p.text) {
		p.end()
		return p.text[start:]
	}
	p.at = end + 1
	return p.text[start:end]
}

func (p *jsonReader) string() string {
	s := p.raw()
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	return unescape(s)
}

func unescape(s string) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 >= len(s) {
			b = append(b, s[i])
			continue
		}
		i++
		switch s[i] {
		case 'n', 'f':
			b = append(b, '\n')
		case 'r': // stands in front of \n, or for nothing
		case 't', 'b':
			b = append(b, ' ')
		case 'u':
			r, n := unicodeEscape(s[i-1:])
			b = utf8.AppendRune(b, r)
			i += n - 2
		default:
			b = append(b, s[i])
		}
	}
	return string(b)
}

// unicodeEscape reads \u20ac or a pair of surrogates, and its length.
func unicodeEscape(s string) (r rune, n int) {
	hex := func(s string) (rune, bool) {
		if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
			return 0, false
		}
		v, err := strconv.ParseUint(s[2:6], 16, 16)
		return rune(v), err == nil
	}
	r, ok := hex(s)
	if !ok {
		return utf8.RuneError, 2
	}
	if 0xD800 <= r && r < 0xDC00 {
		if low, ok := hex(s[6:]); ok && 0xDC00 <= low && low < 0xE000 {
			return (r-0xD800)<<10 + (low - 0xDC00) + 0x10000, 12
		}
	}
	return r, 6
}
