package export

import (
	"strconv"
	"unicode/utf8"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// appendJSON appends a document as "clippings ingest" prints it: a line, its members
// in a fixed order.
func appendJSON(b []byte, doc *protocol.Document) []byte {
	o := object{b: append(b, '{')}
	for _, m := range [...][2]string{
		{"id", doc.Name}, {"source", doc.Source}, {"record", doc.Record}, {"format", doc.Format},
		{"encoding", doc.Encoding}, {"lang", doc.Lang}, {"title", doc.Title}, {"subtitle", doc.Subtitle},
		{"section", doc.Section}, {"date", doc.Date}, {"modified", doc.Modified},
	} {
		o.text(m[0], m[1])
	}
	o.texts("byline", doc.Byline)
	o.texts("contributors", doc.Contributors)
	for _, m := range [...][2]string{
		{"agency", doc.Agency}, {"dateline", doc.Dateline}, {"publisher", doc.Outlet}, {"url", doc.URL},
	} {
		o.text(m[0], m[1])
	}
	if len(doc.Tags) > 0 {
		o.texts("tags", doc.Tags)
	}
	if doc.Note != "" {
		o.text("note", doc.Note)
	}
	o.text("text", doc.Text)
	o.text("body", doc.Body())
	o.paragraphs(doc)
	o.evidence(doc.Facts)
	o.texts("warnings", doc.Warnings)
	return append(o.b, '}', '\n')
}

// object writes the members of a JSON object.
type object struct {
	b []byte
}

func (o *object) comma() {
	if last := o.b[len(o.b)-1]; last != '{' && last != '[' {
		o.b = append(o.b, ',')
	}
}

func (o *object) key(name string) {
	o.comma()
	o.b = append(appendString(o.b, name), ':')
}

func (o *object) text(name, value string) {
	o.key(name)
	o.b = appendString(o.b, value)
}

func (o *object) number(name string, value uint32) {
	o.key(name)
	o.b = strconv.AppendUint(o.b, uint64(value), 10)
}

func (o *object) texts(name string, list []string) {
	o.open(name, '[')
	for _, s := range list {
		o.comma()
		o.b = appendString(o.b, s)
	}
	o.b = append(o.b, ']')
}

// open begins a list or object that is a member.
func (o *object) open(name string, bracket byte) {
	o.key(name)
	o.b = append(o.b, bracket)
}

// begin begins an object that is in a list.
func (o *object) begin() {
	o.comma()
	o.b = append(o.b, '{')
}

func (o *object) end() { o.b = append(o.b, '}') }

func (o *object) paragraphs(doc *protocol.Document) {
	o.open("paragraphs", '[')
	for _, p := range doc.Paragraphs {
		o.begin()
		o.span(p.Span)
		o.text("role", p.Role.String())
		o.end()
	}
	o.b = append(o.b, ']')
	o.open("furniture", '[')
	for _, p := range doc.Paragraphs {
		if p.Role == protocol.RoleFurniture {
			o.begin()
			o.span(p.Span)
			o.text("why", p.Why)
			o.end()
		}
	}
	o.b = append(o.b, ']')
}

func (o *object) span(s protocol.Span) {
	o.number("start", s.Start)
	o.number("end", s.End)
}

// evidence writes facts by their field, in the order of the alphabet.
func (o *object) evidence(facts []protocol.Fact) {
	var fields []string
	for _, f := range facts {
		fields = append(fields, f.Field)
	}
	ordering.By(fields, compareStrings)
	o.open("evidence", '{')
	for i, field := range fields {
		if i > 0 && field == fields[i-1] {
			continue
		}
		o.open(field, '[')
		for _, f := range facts {
			if f.Field == field {
				o.begin()
				o.text("value", f.Value)
				o.span(f.Span)
				o.text("rule", f.Rule)
				o.text("trust", f.Trust.String())
				o.end()
			}
		}
		o.b = append(o.b, ']')
	}
	o.b = append(o.b, '}')
}

func compareStrings(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// appendString appends a string of JSON as encoding/json writes it without HTML's
// escapes: characters that are not UTF-8 become U+FFFD, and the line separators of
// JavaScript are escaped.
func appendString(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' && c < utf8.RuneSelf {
			i++
			continue
		}
		width := 1
		r := rune(c)
		if c >= utf8.RuneSelf {
			if r, width = utf8.DecodeRuneInString(s[i:]); r != '\u2028' && r != '\u2029' && (r != utf8.RuneError || width > 1) {
				i += width
				continue
			}
		}
		b = append(b, s[start:i]...)
		switch r {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\r':
			b = append(b, '\\', 'r')
		case '\t':
			b = append(b, '\\', 't')
		case '\b':
			b = append(b, '\\', 'b')
		case '\f':
			b = append(b, '\\', 'f')
		default:
			b = append(b, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
		}
		i += width
		start = i
	}
	return append(append(b, s[start:]...), '"')
}
