package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// FieldInfo tells of a field that can be named in a query. One list serves the
// parser, the suggestions and the help.
type FieldInfo struct {
	Name   string
	About  string   // for the person, beginning in lower case
	InText bool     // a part of the text, which words can be looked for in
	Values bool     // the engine knows which values the corpus has
	Words  []string // the only values there are
}

// Fields are all fields, those of the text first. Nobody may change them.
var Fields = []FieldInfo{
	{Name: "title", About: "words of the title", InText: true},
	{Name: "subtitle", About: "words of the subtitle", InText: true},
	{Name: "body", About: "words of the article itself", InText: true},
	{Name: "caption", About: "words under pictures", InText: true},
	{Name: "furniture", About: "words around the article: menus, notices, lists of links", InText: true},
	{Name: "outlet", About: "who published it", Values: true},
	{Name: "agency", About: "the news agency it comes from", Values: true},
	{Name: "by", About: "who wrote it", Values: true},
	{Name: "place", About: "where it is datelined", Values: true},
	{Name: "date", About: "when it was published: 2025, 2025-07, 2025-07-01..2025-07-04, >2025-07, none"},
	{Name: "lang", About: "its language", Values: true},
	{Name: "format", About: "kind of file it was in", Values: true},
	{Name: "source", About: "file it was in", Values: true},
	{Name: "tag", About: "keywords it came with and tags you gave it", Values: true},
	{Name: "is", About: "what it is among its copies, or that it has no title", Words: []string{"copy", "unique", "representative", "untitled"}},
	{Name: "in", About: "part of the text in which all words beside it are looked for", Words: []string{"title", "subtitle", "body", "caption", "furniture"}},
	{Name: "story", About: "documents of the same story as the document of this name"},
	{Name: "copies", About: "documents in the same group of copies as the document of this name"},
}

// aliases are other words for fields.
var aliases = [...][2]string{
	{"headline", "title"}, {"standfirst", "subtitle"}, {"deck", "subtitle"}, {"text", "body"},
	{"publisher", "outlet"}, {"publication", "outlet"}, {"site", "outlet"}, {"wire", "agency"},
	{"author", "by"}, {"byline", "by"}, {"location", "place"}, {"dateline", "place"},
	{"language", "lang"}, {"file", "source"}, {"filename", "source"}, {"path", "source"},
	{"filetype", "format"}, {"tags", "tag"}, {"keyword", "tag"}, {"published", "date"},
}

// fieldOf is the field that name, in lower case, stands for, or nil.
func fieldOf(name string) *FieldInfo {
	for _, a := range aliases {
		if a[0] == name {
			name = a[1]
		}
	}
	for i := range Fields {
		if Fields[i].Name == name {
			return &Fields[i]
		}
	}
	return nil
}

func isText(field string) bool { return fieldOf(field).InText }

// maxName is more than any name of a field has.
const maxName = 16

// scanField is the name of a field and its colon at byte at of the query.
func scanField(q string, at int) (token, bool) {
	i := at
	for i < len(q) && i-at < maxName && ('a' <= q[i]|0x20 && q[i]|0x20 <= 'z') {
		i++
	}
	r, n := utf8.DecodeRuneInString(q[i:])
	if i == at || r != ':' && r != '：' {
		return token{}, false
	}
	t := token{kind: field, start: at, end: i + n}
	name := strings.ToLower(q[at:i])
	if f := fieldOf(name); f != nil {
		t.text = f.Name
		if f.Name != name && t.end < len(q) && endsValue(q[t.end:]) {
			t.kind, t.text = word, q[at:i] // as in a text: "Author: …"
		}
		return t, true
	}
	t.kind, t.text = misspelt, nearestField(name)
	return t, t.text != "" && !endsValue(q[t.end:])
}

// endsValue reports whether nothing stands directly after a colon.
func endsValue(rest string) bool {
	r, n := utf8.DecodeRuneInString(rest)
	return n == 0 || unicode.IsSpace(r) || isClosing(r)
}

func (p *parser) misspelt(t token) {
	name := p.q[t.start:t.end]
	p.fail(t, "there is no field “"+name+"”", "did you mean “"+t.text+":”? To search for these words, put them in quotation marks")
}

// field reads a field and what it is to hold.
func (p *parser) field(t token) *Node {
	if endsValue(p.q[t.end:]) {
		p.advance()
		p.unfinished(t)
		return nil
	}
	p.take(scanValue(p.q, t))
	var minus token
	if p.tok.kind == not {
		minus = p.tok
		p.fail(minus, "“-” stands after the colon", "write “-"+p.q[t.start:t.end]+"”")
		p.take(scanValue(p.q, token{text: t.text, end: minus.end}))
	}
	n := p.fieldValue(t)
	if minus.end > 0 {
		n = p.negate(t, n)
	}
	return n
}

// unfinished complains that nothing stands after the colon of field t, unless
// somebody is about to write it.
func (p *parser) unfinished(t token) {
	if p.opts.PrefixLast && t.end == len(p.q) {
		p.lost++
		return
	}
	p.fail(t, "nothing stands after “"+p.q[t.start:t.end]+"”", "write what to look for directly after the colon, without a space")
}

// fieldValue reads what stands after the colon of field t. The place of the
// whole is that of the one Node made of it.
func (p *parser) fieldValue(t token) *Node {
	outer := p.filter
	p.filter = ""
	if !isText(t.text) {
		p.filter = t.text
	}
	lost, first := p.lost, p.tok
	p.advance()
	if t.text == "in" && first.kind == open {
		p.filter = outer
		p.inGroup(t, first)
		return nil
	}
	n := p.operand(first)
	inText := p.filter == ""
	p.filter = outer
	if n == nil {
		if p.lost == lost {
			p.fail(token{start: t.start, end: p.last}, "no word stands after “"+p.q[t.start:t.end]+"”", "write what to look for directly after the colon")
		}
		return nil
	}
	if inText {
		return &Node{Kind: Field, Field: t.text, Children: []*Node{n}, Start: t.start, End: max(n.End, p.last)}
	}
	n.Start, n.End = t.start, max(n.End, p.last)
	return n
}
