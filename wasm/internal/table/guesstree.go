package table

import (
	"bytes"
	"strings"
)

// guessTree tells JSON Lines from JSON, and finds where the records stand: at
// the top, or in the list inside that has articles in it.
func guessTree(head []byte, ext string) (Layout, bool) {
	if bytes.Contains(head[:min(len(head), 1<<10)], []byte(`"FeatureCollection"`)) {
		return Layout{Kind: JSON, Why: "a map (GeoJSON), not articles"}, false
	}
	best, ok := Layout{}, false
	bestScore := -1
	for _, path := range recordPaths(head) {
		l := Layout{Kind: JSON, Path: path}
		if path == "" && isLines(head, ext) {
			l.Kind = JSONL
		}
		var v survey
		n := 0
		sample(head, l, func(data []byte) { v.addTree(data); n++ })
		l, good := finish(l, &v, n)
		score := l.worth(good)
		if score > bestScore {
			best, ok, bestScore = l, good, score
		}
	}
	return best, ok
}

// worth is how much a layout looks like one of articles: a text, a text of the
// record itself and not of a list inside it, and something to know it by.
func (l Layout) worth(good bool) int {
	n := 0
	if good {
		n = 4
	}
	for _, c := range l.Columns {
		switch c.Field {
		case Body:
			n += 2 - min(2, strings.Count(c.Name, "."))
		case Title, Date, URL, Byline:
			if strings.Count(c.Name, ".") <= 1 {
				n++
			}
		}
	}
	return n
}

// isLines reports a value a line: the first line with anything on it is a whole
// object or array, and what follows on the next begins another.
func isLines(head []byte, ext string) bool {
	named := ext == "jsonl" || ext == "ndjson" || ext == "jsonlines"
	first := bytes.TrimLeft(head, " \t\r\n\x1e")
	i := bytes.IndexByte(first, '\n')
	if i < 0 {
		return named
	}
	line := trimLine(first[:i])
	if len(line) == 0 { // "[" alone: an array, unless its name says otherwise
		return false
	}
	var b balance
	if n, done := b.scan(line); !done || n < len(line) {
		return named && line[0] == '{' && len(line) > 1
	}
	next := bytes.TrimLeft(first[i:], " \t\r\n\x1e,")
	return len(next) == 0 && (named || line[0] == '{') || len(next) > 0 && (next[0] == '{' || next[0] == '[')
}

// recordPaths lists where records may stand, the top first.
func recordPaths(head []byte) []string {
	paths := []string{""}
	c := cursor{b: head}
	if c.space() != '{' {
		return paths
	}
	f := pathFinder{cursor: &c, paths: paths}
	f.object("", 0)
	return f.paths
}

// pathFinder looks for lists of objects inside the first value.
type pathFinder struct {
	*cursor
	paths []string
}

// maxPaths bounds how many places are tried.
const maxPaths = 12

// object goes through the members of the object that begins here. It returns
// false where the head ends.
func (f *pathFinder) object(path string, depth int) bool {
	f.i++
	for members := 0; ; members++ {
		switch f.space() {
		case '}':
			f.i++
			return true
		case ',':
			f.i++
			continue
		case '"':
		default:
			return false
		}
		raw, escaped, ok := f.text()
		if !ok || f.space() != ':' {
			return false
		}
		f.i++
		name := string(raw)
		if escaped || strings.Contains(name, ".") || len(name) > 100 {
			name = ""
		}
		if !f.member(path, name, depth, members) {
			return false
		}
	}
}

func (f *pathFinder) member(path, name string, depth, members int) bool {
	inner := name
	if path != "" {
		inner = path + "." + name
	}
	switch b := f.space(); {
	case b == '[' && name != "" && f.holdsObjects():
		f.add(inner)
		return f.skip()
	case b == '{' && depth < 4 && members < 64:
		if members == 0 { // records may be the values of names: {"123": {…}, "124": {…}}
			if every := strings.TrimPrefix(path+".*", "."); f.valuesAlike() {
				f.add(every)
			}
		}
		if name == "" {
			return f.skip()
		}
		return f.object(inner, depth+1)
	}
	if c := f.space(); c == '{' || c == '[' || c == '"' {
		return f.skip()
	}
	return len(f.word()) > 0
}

func (f *pathFinder) add(path string) {
	for _, p := range f.paths {
		if p == path {
			return
		}
	}
	if len(f.paths) < maxPaths {
		f.paths = append(f.paths, path)
	}
}

// holdsObjects reports an array whose first element is an object.
func (f *pathFinder) holdsObjects() bool {
	c := cursor{b: f.b, i: f.i + 1}
	return c.space() == '{'
}

// valuesAlike reports that the object here and the value of the next name are
// both objects, with the same first name inside.
func (f *pathFinder) valuesAlike() bool {
	c := *f.cursor
	first := firstName(c)
	if first == "" || !c.skip() || c.space() != ',' {
		return false
	}
	c.i++
	if c.space() != '"' {
		return false
	}
	if _, _, ok := c.text(); !ok || c.space() != ':' {
		return false
	}
	c.i++
	return c.space() == '{' && firstName(c) == first
}

func firstName(c cursor) string {
	c.i++
	if c.space() != '"' {
		return ""
	}
	raw, _, _ := c.text()
	return string(raw)
}
