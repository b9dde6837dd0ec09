package export

import (
	"strings"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// jsonWriter writes JSON. Commas come by themselves.
type jsonWriter struct {
	b []byte
}

// appendJSON appends a document as "clippings ingest" prints it: a line, its members
// in a fixed order.
func appendJSON(b []byte, doc *protocol.Document) []byte {
	w := jsonWriter{b}
	w.open("", '{')
	for _, f := range fields(doc) {
		switch {
		case f.isEmpty() && !f.isMain:
		case f.isList:
			w.texts(f.name, f.list)
		default:
			w.text(f.name, f.text)
		}
	}
	w.text("text", doc.Text)
	w.text("body", doc.Body())
	for _, name := range [...]string{"paragraphs", "furniture"} {
		w.open(name, '[')
		for _, p := range doc.Paragraphs {
			if name == "paragraphs" {
				w.part(p.Span, "role", p.Role.String())
			} else if p.Role == protocol.RoleFurniture {
				w.part(p.Span, "why", p.Why)
			}
		}
		w.raw("]")
	}
	w.evidence(doc.Facts)
	w.texts("warnings", doc.Warnings)
	w.raw("}\n")
	return w.b
}

//go:noinline
func (w *jsonWriter) raw(s string) { w.b = append(w.b, s...) }

// open begins a list or an object, as a member if it has a name.
func (w *jsonWriter) open(name string, bracket byte) {
	w.key(name)
	w.b = append(w.b, bracket)
}

// key begins a member, or an element where there is no name.
func (w *jsonWriter) key(name string) {
	if n := len(w.b); n > 0 && strings.IndexByte("{[:\n", w.b[n-1]) < 0 {
		w.raw(",")
	}
	if name != "" {
		w.b = appendString(w.b, name)
		w.raw(":")
	}
}

func (w *jsonWriter) text(name, value string) {
	w.key(name)
	w.b = appendString(w.b, value)
}

func (w *jsonWriter) texts(name string, list []string) {
	w.open(name, '[')
	for _, s := range list {
		w.text("", s)
	}
	w.raw("]")
}

// span writes where something stands, within an object.
func (w *jsonWriter) span(s protocol.Span) {
	w.key("start")
	w.raw(number(s.Start))
	w.key("end")
	w.raw(number(s.End))
}

// part writes a paragraph with one thing said of it.
func (w *jsonWriter) part(s protocol.Span, name, value string) {
	w.open("", '{')
	w.span(s)
	w.text(name, value)
	w.raw("}")
}

// evidence writes facts by their field, in the order of the alphabet. They are few.
func (w *jsonWriter) evidence(facts []protocol.Fact) {
	w.open("evidence", '{')
	for last := ""; ; {
		next := ""
		for i := range facts {
			if f := facts[i].Field; f > last && (next == "" || f < next) {
				next = f
			}
		}
		if next == "" {
			break
		}
		last = next
		w.open(next, '[')
		for i := range facts {
			if f := &facts[i]; f.Field == next {
				w.open("", '{')
				w.text("value", f.Value)
				w.span(f.Span)
				w.text("rule", f.Rule)
				w.text("trust", f.Trust.String())
				w.raw("}")
			}
		}
		w.raw("]")
	}
	w.raw("}")
}

// appendString appends a string of JSON as encoding/json writes it without HTML's
// escapes: what is not UTF-8 becomes U+FFFD, and the line separators of JavaScript
// are escaped.
func appendString(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); {
		c, width := s[i], 1
		if c >= ' ' && c < utf8.RuneSelf && c != '"' && c != '\\' {
			i++
			continue
		}
		r := rune(c)
		if c >= utf8.RuneSelf {
			r, width = utf8.DecodeRuneInString(s[i:])
			if r != '\u2028' && r != '\u2029' && (r != utf8.RuneError || width > 1) {
				i += width
				continue
			}
		}
		b = append(append(b, s[start:i]...), '\\')
		if k := strings.IndexByte("\"\\\n\r\t\b\f", c); k >= 0 {
			b = append(b, `"\nrtbf`[k])
		} else {
			b = append(b, 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
		}
		i += width
		start = i
	}
	b = append(b, s[start:]...)
	return append(b, '"')
}
