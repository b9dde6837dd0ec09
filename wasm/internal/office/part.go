package office

import (
	"path"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"clippings/wasm/internal/markup"
)

// xmlText is the text of an XML part. XML may be UTF-16; what is not UTF-8 is
// marked.
func xmlText(b []byte) string {
	switch {
	case len(b) > 1 && b[0] == 0xFF && b[1] == 0xFE:
		return utf16Text(b[2:], 0)
	case len(b) > 1 && b[0] == 0xFE && b[1] == 0xFF:
		return utf16Text(b[2:], 1)
	case utf8.Valid(b):
		return string(b)
	}
	return strings.ToValidUTF8(string(b), "\uFFFD")
}

// utf16Text decodes pairs of bytes, of which the one at low is the low one.
func utf16Text(b []byte, high int) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = uint16(b[2*i+high])<<8 | uint16(b[2*i+1-high])
	}
	return string(utf16.Decode(units))
}

// read is the text of a part, "" if it is missing or damaged.
func read(a Archive, name string) string {
	if name == "" {
		return ""
	}
	b, err := a.Read(name)
	if err != nil && len(b) == 0 {
		return ""
	}
	return xmlText(b)
}

// A relation is an entry of a .rels part: what a part is tied to.
type relation struct {
	id     string
	kind   string // the last word of its type: "footnotes", "hyperlink", …
	target string // the name of a part, or an address
	extern bool
}

// maxRelations bounds what is kept of a .rels part.
const maxRelations = 1 << 17

// relationsOf are the relations of a part, those of the archive for "". See
// ECMA-376 part 2, section 6.5.
func relationsOf(a Archive, part string) []relation {
	dir, file := path.Split(part)
	s := markup.New(read(a, dir+"_rels/"+file+".rels"))
	var out []relation
	for k := s.Next(); k != markup.EOF && len(out) < maxRelations; k = s.Next() {
		if k != markup.Start || s.Local() != "relationship" {
			continue
		}
		kind := s.Attr("Type")
		r := relation{
			id: s.Attr("Id"), kind: strings.ToLower(kind[strings.LastIndexByte(kind, '/')+1:]),
			target: s.Attr("Target"), extern: strings.EqualFold(s.Attr("TargetMode"), "External"),
		}
		if !r.extern {
			r.target = partName(dir, r.target)
		}
		out = append(out, r)
	}
	return out
}

// partName is the name of the part that a relation of a part in dir points to.
func partName(dir, target string) string {
	if rooted, ok := strings.CutPrefix(target, "/"); ok {
		return path.Clean(rooted)
	}
	return strings.TrimPrefix(path.Clean("/"+dir+target), "/")
}

// targetsOf are the parts of one kind, in the order of the relations.
func targetsOf(relations []relation, kind string) []string {
	var out []string
	for _, r := range relations {
		if r.kind == kind && !r.extern {
			out = append(out, r.target)
		}
	}
	return out
}

// first is the first of some strings, "" of none.
func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}
