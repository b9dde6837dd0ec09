package table

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// htmlTags are the tags by which a cell is taken for HTML: those that every
// fragment of an article has, and no plain text.
const htmlTags = " p br div span a b i em strong ul ol li h1 h2 h3 h4 img table tr td html body figure blockquote article section "

// looksHTML reports a cell with tags of HTML in its first 4 kB.
func looksHTML(b []byte) bool {
	b = b[:min(len(b), 4<<10)]
	for found := 0; ; {
		i := bytes.IndexByte(b, '<')
		if i < 0 || i+2 >= len(b) {
			return false
		}
		b = b[i+1:]
		name := b
		if name[0] == '/' {
			name = name[1:]
		} else if name[0] == '!' {
			if len(b) > 8 && (string(b[:3]) == "!--" || strings.EqualFold(string(b[:8]), "!doctype")) {
				return true
			}
		}
		n := 0
		for n < len(name) && n < 12 && (name[n]|0x20 >= 'a' && name[n]|0x20 <= 'z' || n > 0 && name[n] >= '0' && name[n] <= '9') {
			n++
		}
		if n == 0 || n == len(name) || name[n] != '>' && name[n] != ' ' && name[n] != '/' && name[n] != '\n' {
			continue
		}
		if !strings.Contains(htmlTags, " "+strings.ToLower(string(name[:n]))+" ") {
			continue
		}
		// Paragraphs, breaks and boxes are certain at once; a lone "<b>" or "<a " may be anything.
		if found++; found > 1 || strings.Contains(" p br div html body article section ", " "+strings.ToLower(string(name[:n]))+" ") {
			return bytes.IndexByte(b, '>') >= 0
		}
	}
}

// cleanText is a cell as a single line: entities and tags gone, white space
// folded.
func cleanText(s string) string {
	if strings.IndexByte(s, '<') >= 0 && looksHTML([]byte(s)) {
		s = dropTags(s)
	}
	s = decodeEntities(s)
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c == ' ' && i > 0 && s[i-1] == ' ' || c == 0xc2 && i+1 < len(s) && s[i+1] == 0xa0 {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}

func dropTags(s string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			break
		}
		j := strings.IndexByte(s[i:], '>')
		if j < 0 {
			break
		}
		b.WriteString(s[:i])
		b.WriteByte(' ')
		s = s[i+j+1:]
	}
	b.WriteString(s)
	return strings.TrimSpace(b.String())
}

// entities are the references that stand in plain text by mistake.
var entities = [...]struct{ name, text string }{
	{"amp;", "&"}, {"quot;", "\""}, {"apos;", "'"}, {"lt;", "<"}, {"gt;", ">"}, {"nbsp;", " "},
	{"rsquo;", "’"}, {"lsquo;", "‘"}, {"rdquo;", "”"}, {"ldquo;", "“"}, {"mdash;", "—"}, {"ndash;", "–"}, {"hellip;", "…"},
}

// decodeEntities replaces the references that text taken from pages is left
// with, "&amp;" and "&#8217;".
func decodeEntities(s string) string {
	i := strings.IndexByte(s, '&')
	if i < 0 || strings.IndexByte(s[i:], ';') < 0 {
		return s
	}
	var b strings.Builder
	last := 0
	for i < len(s) {
		if text, n := entityAt(s[i+1:]); n > 0 {
			b.WriteString(s[last:i])
			b.WriteString(text)
			i += 1 + n
			last = i
		} else {
			i++
		}
		k := strings.IndexByte(s[i:], '&')
		if k < 0 {
			break
		}
		i += k
	}
	if last == 0 {
		return s
	}
	b.WriteString(s[last:])
	return b.String()
}

// entityAt reads the reference after an ampersand: its meaning and length.
func entityAt(s string) (string, int) {
	if len(s) > 2 && s[0] == '#' {
		return numberedEntity(s)
	}
	for _, e := range entities {
		if strings.HasPrefix(s, e.name) {
			return e.text, len(e.name)
		}
	}
	return "", 0
}

func numberedEntity(s string) (string, int) {
	base, i := rune(10), 1
	if s[1]|0x20 == 'x' {
		base, i = 16, 2
	}
	start, r := i, rune(0)
	for ; i < len(s) && i-start < 7; i++ {
		c := s[i]
		d := rune(99)
		switch {
		case '0' <= c && c <= '9':
			d = rune(c - '0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			d = rune(c|0x20-'a') + 10
		}
		if d >= base {
			break
		}
		r = r*base + d
	}
	if i == start || i >= len(s) || s[i] != ';' || r < ' ' || !utf8.ValidRune(r) {
		return "", 0
	}
	return string(r), i + 1
}

// outletName is the host of a web address, and any other value unchanged.
func outletName(s string) string {
	for _, scheme := range [...]string{"https://", "http://"} {
		if rest, ok := strings.CutPrefix(s, scheme); ok {
			rest, _, _ = strings.Cut(rest, "/")
			return strings.TrimPrefix(rest, "www.")
		}
	}
	return s
}
