package table

import (
	"bytes"
	"strings"
)

// maxDepth bounds how deep a record is looked into.
const maxDepth = 32

// treeParser takes a JSON record apart: it goes down only to the columns that
// are wanted and passes over the rest by its brackets.
type treeParser struct {
	names  []wanted
	hint   int // where in names the last member was found: exports keep their order
	cursor cursor
	row    *row
	name   []byte // scratch for a name with escapes
}

// wanted is a column by its flattened name.
type wanted struct {
	name   string
	column int
	inside int // a name that goes on from this one, -1 for none
}

// newTreeParser wants the columns that are kept, or all.
func newTreeParser(columns []Column, all bool) *treeParser {
	p := &treeParser{}
	for i, c := range columns {
		if all || c.Field != Ignored {
			p.names = append(p.names, wanted{c.Name, i, -1})
		}
	}
	for i := range p.names {
		for j := range p.names {
			if strings.HasPrefix(p.names[j].name, p.names[i].name+".") {
				p.names[i].inside = j
			}
		}
	}
	return p
}

// place is where a value stands: the column it fills, if any, and the columns
// inside it, if any.
type place struct {
	column int // -1 for none
	inside int // a name of which the first prefix bytes lead here; -1 for none
	prefix int
}

func (p *treeParser) parse(data []byte, r *row) (warn string, err *damage) {
	r.reset()
	p.cursor, p.row = cursor{b: data}, r
	at := place{column: -1, inside: -1}
	switch p.cursor.space() {
	case '{', '[':
		if len(p.names) > 0 {
			at.inside = 0
		}
	default:
		at = p.find(at, []byte(rootName))
	}
	if reason := p.value(at, 0); reason != "" {
		where := min(p.cursor.i, len(data))
		return "", &damage{int64(where), bytes.Count(data[:where], []byte{'\n'}), reason}
	}
	if p.cursor.space() != 0 {
		warn = "something stands after the end of this record and was left out"
	}
	return warn, nil
}

// rootName is the column of records that are not objects but a bare value.
const rootName = "value"

const unclosed = "text in quotation marks that is not closed"

// value reads any value. What is wrong comes back as a reason.
func (p *treeParser) value(at place, depth int) string {
	c := &p.cursor
	switch b := c.space(); {
	case b == 0:
		return "the record ends where a value should stand"
	case b == '"':
		raw, escaped, ok := c.text()
		if !ok {
			return unclosed
		}
		if at.column >= 0 {
			p.row.addText(at.column, raw, escaped)
		}
	case b == '{' || b == '[':
		if at.inside < 0 && (at.column < 0 || b == '{') || depth == maxDepth {
			if !c.skip() {
				return "a bracket that is not closed"
			}
			return ""
		}
		c.i++
		if b == '{' {
			return p.object(at, depth+1)
		}
		return p.array(at, depth+1)
	default:
		word := c.word()
		if len(word) == 0 {
			return "“" + c.ahead() + "” where a value should stand"
		}
		if at.column >= 0 && !isNothing(word) {
			p.row.addText(at.column, word, false)
		}
	}
	return ""
}

func isNothing(word []byte) bool {
	return string(word) == "null" || string(word) == "NaN" || string(word) == "undefined"
}

// array reads elements, each at the place of the whole.
func (p *treeParser) array(at place, depth int) string {
	c := &p.cursor
	for {
		switch c.space() {
		case ']':
			c.i++
			return ""
		case ',':
			c.i++
			continue
		}
		if reason := p.value(at, depth); reason != "" {
			return reason
		}
	}
}

// object reads members.
func (p *treeParser) object(at place, depth int) string {
	c := &p.cursor
	for {
		switch b := c.space(); b {
		case '}':
			c.i++
			return ""
		case ',':
			c.i++
			continue
		case '"':
		case 0:
			return "the record ends before its closing bracket"
		default:
			return "“" + c.ahead() + "” where a name in quotation marks should stand"
		}
		name, escaped, ok := c.text()
		if !ok {
			return unclosed
		}
		if c.space() != ':' {
			return "no colon after “" + short(name) + "”"
		}
		c.i++
		if escaped {
			p.name = unescape(p.name[:0], name)
			name = p.name
		}
		if reason := p.value(p.find(at, name), depth); reason != "" {
			return reason
		}
	}
}

// find is the place of the member of that name in an object.
func (p *treeParser) find(at place, name []byte) place {
	found := place{column: -1, inside: -1}
	prefix := ""
	if at.inside >= 0 {
		prefix = p.names[at.inside].name[:at.prefix]
	} else if at.prefix > 0 {
		return found
	}
	for k := range p.names {
		i := p.hint + k
		if i >= len(p.names) {
			i -= len(p.names)
		}
		full := p.names[i].name
		end := len(prefix) + len(name)
		if len(full) < end || full[len(prefix):end] != string(name) || !strings.HasPrefix(full, prefix) {
			continue
		}
		if len(full) == end {
			p.hint = i
			return place{column: p.names[i].column, inside: p.names[i].inside, prefix: end + 1}
		}
		if full[end] == '.' {
			found.inside, found.prefix = i, end+1
		}
	}
	return found
}

// ahead is what comes next, as a message shows it.
func (c *cursor) ahead() string { return short(c.b[c.i:min(c.i+10, len(c.b))]) }

// short is a name as a message shows it.
func short(name []byte) string { return cut(strings.ToValidUTF8(string(name), "\ufffd"), 40) }
