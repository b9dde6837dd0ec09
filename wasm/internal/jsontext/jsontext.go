// Package jsontext reads JSON as pages and feeds write it, which is not always
// JSON: commas too many, control characters in strings, comments of HTML or CDATA
// around it, an end that was cut off. What cannot be read ends the text; what was
// read until then is kept.
//
// There are two ways to read. Parse makes a tree of a whole text, which is what a
// script of JSON-LD needs (https://www.w3.org/TR/json-ld11/). A Reader goes from
// member to member of something larger, makes a tree of those that are wanted and
// passes over the rest, as for the entries of a JSON Feed
// (https://www.jsonfeed.org/version/1.1/).
//
//	text -> Reader.Key, Pass, Next -> Value (a tree) or Skip (nothing)
//	                                    \ strings: String, Unescape
//
// Time is linear in the text. A tree costs 64 bytes a value, has at most maxDepth
// levels and maxValues values; its texts are parts of the text read, but for
// strings with escapes in them. Numbers, true and false are the text they are
// written as. The grammar is that of RFC 8259 (https://www.rfc-editor.org/rfc/rfc8259)
// with its marks between values taken lightly.
//
// Package table does not use it: it reads files too large to be held, a window at
// a time, and must tell well-formed JSON lines from what only looks like some.
package jsontext

import "strings"

const (
	// maxDepth is some levels more than JSON-LD or JSON Feed have. What is nested
	// deeper ends the text.
	maxDepth = 32
	// maxValues bounds what one tree costs: two bytes of text can be a value of
	// 64 bytes. The largest scripts of pages have some thousand values.
	maxValues = 1 << 18
)

// A Value is a value of JSON: a text, a list, or an object. The zero value stands
// for null, for what is not there and for what is empty.
type Value struct {
	Text string   // of a string, unescaped; of a number, true or false as written
	List []Value  // of a list, or the members of an object
	Keys []string // of an object, beside List
}

// IsZero reports whether v is null, not there or empty.
func (v *Value) IsZero() bool { return v.Text == "" && len(v.List) == 0 }

// Get is the first member of an object with the key, a zero value if there is
// none. It is not to be changed.
func (v *Value) Get(key string) *Value {
	for i, k := range v.Keys {
		if k == key {
			return &v.List[i]
		}
	}
	return &zero
}

var zero Value

// Parse reads the first list or object in text.
func Parse(text string) Value {
	r := NewReader(text, func() error { return nil })
	r.at = max(strings.IndexAny(text, "{["), 0)
	return r.Value()
}
