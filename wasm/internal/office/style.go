package office

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

var headings = [6]string{"h1", "h2", "h3", "h4", "h5", "h6"}

// tagOfStyle is the element of paragraphs in a style with that name, in lower
// case, "" if the name says nothing. Word keeps the English names of its own
// styles in files whatever its language; LibreOffice writes the same with
// underscores for spaces.
func tagOfStyle(name string) string {
	if level, ok := strings.CutPrefix(name, "heading "); ok && len(level) == 1 && '1' <= level[0] && level[0] <= '9' {
		return headings[min(level[0]-'1', 5)]
	}
	switch name {
	case "title", "headline":
		return "h1"
	case "subtitle", "heading":
		return "h2"
	case "caption", "figure", "illustration", "table caption", "drawing":
		return "figcaption"
	case "quote", "intense quote", "block text", "quotations", "block quotation":
		return "blockquote"
	case "header", "footer":
		return "p"
	}
	switch {
	case strings.HasPrefix(name, "toc ") || strings.HasPrefix(name, "contents ") || strings.HasPrefix(name, "table of "):
		return "nav"
	case strings.HasPrefix(name, "list bullet") || strings.HasPrefix(name, "list number"):
		return "li"
	}
	return ""
}

// isNumbering reports the label of a numbered entry, not the sign of a bullet.
func isNumbering(label string) bool {
	r, n := utf8.DecodeRuneInString(label)
	if n == len(label) { // one sign: Word's second bullet is the letter o in Courier
		return unicode.IsDigit(r) || unicode.IsLetter(r) && r != 'o'
	}
	for _, r := range label {
		if unicode.IsDigit(r) || unicode.IsLetter(r) {
			return true
		}
	}
	return false
}

// linkOfField is the address in the instruction of a field, "" if it is none:
//
//	HYPERLINK "https://baynews.example/ferry" \t "_blank"
func linkOfField(code string) string {
	word, rest, _ := strings.Cut(strings.TrimSpace(code), " ")
	if !strings.EqualFold(word, "HYPERLINK") {
		return ""
	}
	rest = strings.TrimSpace(rest)
	if quoted, ok := strings.CutPrefix(rest, `"`); ok {
		rest, _, _ = strings.Cut(quoted, `"`)
	} else {
		rest, _, _ = strings.Cut(rest, " ")
	}
	if rest == "" || rest[0] == '#' || rest[0] == '\\' {
		return ""
	}
	return rest
}
