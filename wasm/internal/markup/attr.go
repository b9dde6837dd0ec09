package markup

import "strings"

// Attr is the value of an attribute of a start tag, entities resolved, "" if it
// has none of that name. The name is compared whole, with its prefix, and
// without case. Of two with the name the first counts.
func (s *Scanner) Attr(name string) string {
	value, _ := s.LookupAttr(name)
	return value
}

// LookupAttr is Attr, and whether the attribute is there at all.
func (s *Scanner) LookupAttr(name string) (string, bool) {
	if s.kind != Start {
		return "", false
	}
	rest := s.text[s.start+1+len(s.name) : s.end-1]
	for {
		var key, value string
		if key, value, rest = nextAttr(rest); key == "" {
			return "", false
		}
		if len(key) == len(name) && strings.EqualFold(key, name) {
			return Unescape(value), true
		}
	}
}

// nextAttr cuts the first attribute off the inside of a tag. An empty key is
// the end.
func nextAttr(tag string) (key, value, rest string) {
	i := 0
	for i < len(tag) && (isSpace(tag[i]) || tag[i] == '/' || tag[i] == '=' || tag[i] == '"' || tag[i] == '\'') {
		i++
	}
	start := i
	for i < len(tag) && !isSpace(tag[i]) && tag[i] != '=' && tag[i] != '/' {
		i++
	}
	key = tag[start:i]
	for i < len(tag) && isSpace(tag[i]) {
		i++
	}
	if i >= len(tag) || tag[i] != '=' {
		return key, "", tag[i:]
	}
	for i++; i < len(tag) && isSpace(tag[i]); i++ {
	}
	if i < len(tag) && (tag[i] == '"' || tag[i] == '\'') {
		if n := strings.IndexByte(tag[i+1:], tag[i]); n >= 0 {
			return key, tag[i+1 : i+1+n], tag[i+n+2:]
		}
	}
	n := strings.IndexAny(tag[i:], " \n\t\r\f")
	if n < 0 {
		n = len(strings.TrimSuffix(tag[i:], "/"))
	}
	return key, tag[i : i+n], tag[i+n:]
}
