package format

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

const maxJSONDepth = 32

// parseJSON reads JSON as pages write it, which is not always JSON: control
// characters in strings, commas too many, HTML comments or CDATA around it. What
// cannot be read ends the value; what was read until then is kept.
func parseJSON(text string) jsonValue {
	p := jsonReader{text: text}
	if i := strings.IndexAny(text, "{["); i >= 0 {
		p.at = i
	}
	return p.value(0)
}

type jsonReader struct {
	text string
	at   int
}

func (p *jsonReader) space() byte {
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
		p.at = len(p.text)
	case c == '{':
		return p.object(depth)
	case c == '[':
		p.at++
		var v jsonValue
		for c := p.space(); c != 0 && c != ']'; c = p.space() {
			before := p.at
			v.list = append(v.list, p.value(depth+1))
			if p.at == before {
				p.at = len(p.text)
			}
		}
		p.at++
		return v
	case c == '"':
		return jsonValue{text: p.string()}
	default:
		start := p.at
		for p.at < len(p.text) && strings.IndexByte(",]} \n\r\t", p.text[p.at]) < 0 {
			p.at++
		}
		return jsonValue{text: p.text[start:p.at]}
	}
	return jsonValue{}
}

func (p *jsonReader) object(depth int) jsonValue {
	var v jsonValue
	p.at++
	for c := p.space(); c != 0 && c != '}'; c = p.space() {
		if c != '"' {
			p.at = len(p.text)
			return v
		}
		key := p.string()
		if p.space() != ':' {
			p.at = len(p.text)
			return v
		}
		p.at++
		v.keys = append(v.keys, key)
		v.list = append(v.list, p.value(depth+1))
	}
	p.at++
	return v
}

// string reads the string whose quote stands at p.at.
func (p *jsonReader) string() string {
	start := p.at + 1
	end := start
	escaped := false
	for end < len(p.text) && p.text[end] != '"' {
		if p.text[end] == '\\' {
			escaped = true
			end++
		}
		end++
	}
	end = min(end, len(p.text))
	p.at = min(end+1, len(p.text))
	if !escaped {
		return p.text[start:end]
	}
	return unescape(p.text[start:end])
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
		case 'n', 'r', 't', 'b', 'f':
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

// get is the member with the key, a zero value if there is none.
func (v *jsonValue) get(key string) jsonValue {
	for i, k := range v.keys {
		if k == key {
			return v.list[i]
		}
	}
	return jsonValue{}
}

// name is the text of a value, of its "name" if it is an object, or of the first
// of a list.
func (v jsonValue) name() string {
	if v.keys != nil {
		n := v.get("name")
		return n.name()
	}
	if v.list != nil {
		return v.list[0].name()
	}
	return v.text
}

// names are the names of a list, or of one.
func (v jsonValue) names() []string {
	if v.keys != nil || v.list == nil {
		if n := v.name(); n != "" {
			return []string{n}
		}
		return nil
	}
	var out []string
	for _, x := range v.list {
		if n := x.name(); n != "" {
			out = append(out, n)
		}
	}
	return out
}

// A jsonNode is a person or organisation of JSON-LD that other objects name by
// its @id.
type jsonNode struct{ id, name string }

// maxNodes is more people and organisations than the JSON-LD of a page has.
const maxNodes = 256

// named appends all objects inside v that have an @id and a name.
func (v jsonValue) named(nodes []jsonNode) []jsonNode {
	if v.keys != nil && len(nodes) < maxNodes {
		id, name := v.get("@id"), v.get("name")
		if id.text != "" && name.text != "" {
			nodes = append(nodes, jsonNode{id.text, name.text})
		}
	}
	for _, x := range v.list {
		nodes = x.named(nodes)
	}
	return nodes
}

// ids are the @id of a value, or of the members of a list, that have no name.
func (v jsonValue) ids() []string {
	if v.keys == nil {
		var out []string
		for _, x := range v.list {
			if x.keys != nil {
				out = append(out, x.ids()...)
			}
		}
		return out
	}
	id, name := v.get("@id"), v.get("name")
	if name.text == "" && id.text != "" {
		return []string{id.text}
	}
	return nil
}

// article is the first object inside v whose type is that of an article.
func (v jsonValue) article() (jsonValue, bool) {
	if v.keys != nil {
		for _, t := range v.get("@type").names() {
			if strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report" || t == "Review" {
				return v, true
			}
		}
	}
	for i, x := range v.list {
		if v.keys != nil && v.keys[i] != "@graph" && v.keys[i] != "mainEntity" && v.keys[i] != "mainEntityOfPage" {
			continue
		}
		if found, ok := x.article(); ok {
			return found, true
		}
	}
	return jsonValue{}, false
}
