package office

import (
	"strconv"
	"strings"

	"clippings/wasm/internal/markup"
)

// A docxStyle is a paragraph style: what it says itself, and the one it is
// based on.
type docxStyle struct {
	name    string // lower case, in English whatever the language of Word
	based   string
	outline int // level + 1, 0 for none
	num     listPlace
}

// A listPlace is the list and the level in it that a paragraph belongs to.
type listPlace struct {
	id    string // "" for none said, "0" for none
	level int
	given bool // the level was said
}

// readDocxStyles reads word/styles.xml: the styles by id, and the id of the
// default one. See ECMA-376 part 1, section 17.7.
func readDocxStyles(xml string) (styles map[string]docxStyle, normal string) {
	styles = map[string]docxStyle{}
	s := markup.New(xml)
	id, style := "", docxStyle{}
	for k := s.Next(); k != markup.EOF; k = s.Next() {
		switch name := s.Local(); {
		case k == markup.End && name == "style":
			if id != "" && len(styles) < maxTables {
				styles[id] = style
			}
			id = ""
		case k != markup.Start:
		case name == "style":
			id, style = attr(s, "styleId"), docxStyle{}
			if isOn(attr(s, "default")) && attr(s, "default") != "" && attr(s, "type") == "paragraph" {
				normal = id
			}
		case id != "":
			style.take(s, name)
		}
	}
	return styles, normal
}

// take reads one property of the style.
func (d *docxStyle) take(s *markup.Scanner, name string) {
	switch name {
	case "name":
		d.name = strings.ToLower(clean(attr(s, "val")))
	case "basedon":
		d.based = attr(s, "val")
	case "outlinelvl":
		d.outline = number(attr(s, "val"), -1) + 1
	case "numid":
		d.num.id = attr(s, "val")
	case "ilvl":
		d.num.level, d.num.given = number(attr(s, "val"), 0), true
	}
}

// maxBased bounds the chain of styles that are based on each other.
const maxBased = 12

// styleTag is the element of paragraphs in the style, "" if nothing says.
func (r *docxReader) styleTag(id string) string {
	for range maxBased {
		style, ok := r.styles[id]
		if !ok {
			return tagOfStyle(styleName(id))
		}
		if tag := tagOfStyle(style.name); tag != "" {
			return tag
		}
		if style.outline > 0 && style.outline <= 9 {
			return headings[min(style.outline-1, 5)]
		}
		id = style.based
	}
	return ""
}

// styleList is the list that the style puts its paragraphs in.
func (r *docxReader) styleList(id string) listPlace {
	for range maxBased {
		style, ok := r.styles[id]
		if !ok || style.num.id != "" {
			return style.num
		}
		id = style.based
	}
	return listPlace{}
}

// styleName guesses the name from the id where the file lacks the style:
// "Heading1" is "heading 1".
func styleName(id string) string {
	low := strings.ToLower(id)
	if n := len(low); n > 1 && isDigit(low[n-1]) {
		return strings.TrimSpace(low[:n-1]) + " " + low[n-1:]
	}
	return low
}

// attr is an attribute with the prefix that files use, or with none.
func attr(s *markup.Scanner, name string) string {
	if v, ok := s.LookupAttr("w:" + name); ok {
		return v
	}
	raw, ok := s.LookupAttr(name)
	if ok {
		return raw
	}
	return foreignAttr(s.Raw(), name)
}

// foreignAttr finds an attribute under a prefix of the file's own: rarely any.
func foreignAttr(tag, name string) string {
	i := strings.Index(tag, ":"+name+"=\"")
	if i < 0 {
		return ""
	}
	value, _, _ := strings.Cut(tag[i+len(name)+3:], `"`)
	return markup.Unescape(value)
}

// isOn reads a switch, which is on when it says nothing.
func isOn(val string) bool { return val != "0" && val != "false" && val != "off" && val != "none" }

// number is a whole number, or other if it is none.
func number(s string, other int) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < -1<<30 || n > 1<<30 {
		return other
	}
	return n
}
