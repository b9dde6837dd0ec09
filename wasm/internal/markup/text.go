package markup

import (
	"strings"
	"unicode/utf8"
)

// Line is s on one line: every run of white space is one space, none stands at
// the ends, and control characters are gone.
func Line(s string) string {
	if isLine(s) {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r <= ' ' && r != 0 && strings.IndexByte(" \t\n\v\f\r", byte(r)) >= 0, r == 0x85, r == 0xA0, r == 0x2028, r == 0x2029:
			if len(b) > 0 && b[len(b)-1] != ' ' {
				b = append(b, ' ')
			}
		case !isControl(r) && r != 0xFEFF:
			b = append(b, s[i:i+n]...)
		}
		i += n
	}
	return strings.TrimSuffix(string(b), " ")
}

// isLine reports whether Line would change nothing. It says no to all that is
// not ASCII or in the common ranges above it.
func isLine(s string) bool {
	space := true // a space here would be one too many
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' || c == 0x7F || c == 0xC2 || c == 0xE2 || c == 0xEF || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return !space || s == ""
}

func isControl(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || 0x7F <= r && r < 0xA0 && r != 0x85
}

// Printable is s without control characters. Tabs and line ends stay.
func Printable(s string) string {
	i := nextControl(s)
	if i == len(s) {
		return s
	}
	b := make([]byte, 0, len(s))
	for i < len(s) {
		b = append(b, s[:i]...)
		s = s[i+1:]
		if s != "" && 0x80 <= s[0] && s[0] < 0xA0 {
			s = s[1:] // the second byte of a character from U+0080 to U+009F
		}
		i = nextControl(s)
	}
	return string(append(b, s...))
}

// nextControl is where the next control character stands, len(s) if there is
// none.
func nextControl(s string) int {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < ' ' && c != '\t' && c != '\n' && c != '\r', c == 0x7F:
			return i
		case c == 0xC2 && i+1 < len(s) && s[i+1] < 0xA0 && s[i+1] != 0x85:
			return i
		}
	}
	return len(s)
}

// Plain is the text of a fragment of HTML on one line, for headlines and names.
// Only tags of HTML are tags: "List<String>" stays what it is.
func Plain(fragment string) string {
	if strings.IndexAny(fragment, "<&") < 0 {
		return Line(fragment)
	}
	var b strings.Builder
	s := New(fragment)
	for k := s.Next(); k != EOF; k = s.Next() {
		switch {
		case k == Text:
			b.WriteString(s.Text())
		case !IsHTML(s.Local()):
			b.WriteString(s.Raw())
		case !IsInline(s.Local()):
			b.WriteByte(' ')
		}
	}
	return Line(b.String())
}

// inline elements stand within words, block ones between paragraphs. Those that
// no fragment of an article holds are left out.
const (
	inline = " a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr "
	blocks = " address article aside audio blockquote body br button canvas caption center col colgroup dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset " +
		"h1 h2 h3 h4 h5 h6 head header hr html iframe img input label legend li link main map menu meta nav noscript object ol option p param picture pre script section select " +
		"source style summary svg table tbody td textarea tfoot th thead title tr track ul video "
)

// IsHTML reports whether the name, in lower case, is that of an element of HTML.
func IsHTML(name string) bool { return IsInline(name) || isIn(blocks, name) }

// IsInline reports whether the name is that of an element of HTML that stands
// within words.
func IsInline(name string) bool { return isIn(inline, name) }

// isIn looks for a word in a list in which each stands between spaces.
func isIn(list, word string) bool {
	for i := 0; ; {
		n := strings.Index(list[i:], word)
		if n < 0 || word == "" {
			return false
		}
		i += n
		if list[i-1] == ' ' && list[i+len(word)] == ' ' {
			return true
		}
		i++
	}
}

// HasHTML reports whether text holds a tag of HTML.
func HasHTML(text string) bool {
	s := New(text)
	for k := s.Next(); k != EOF; k = s.Next() {
		if k != Text && IsHTML(s.Local()) {
			return true
		}
	}
	return false
}

// HasTags reports whether markup has tags outside of CDATA sections.
func HasTags(raw string) bool {
	s := New(raw)
	for k := s.Next(); k != EOF; k = s.Next() {
		if k != Text {
			return true
		}
	}
	return false
}

// TextOf joins the texts of markup, entities resolved, and leaves out the tags.
func TextOf(raw string) string {
	s := New(raw)
	var first string
	var all strings.Builder
	for k := s.Next(); k != EOF; k = s.Next() {
		switch t := s.Text(); {
		case k != Text || t == "":
		case first == "" && all.Len() == 0:
			first = t
		default:
			all.WriteString(first)
			all.WriteString(t)
			first = ""
		}
	}
	if all.Len() == 0 {
		return first
	}
	all.WriteString(first)
	return all.String()
}

// FromPlain is plain text as HTML. Paragraphs are what stands between blank
// lines; where there are none each line is one, unless the lines are so short
// that they were broken to fit a width.
func FromPlain(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	separator := "\n\n"
	if !strings.Contains(text, separator) && !isWrapped(text) {
		separator = "\n"
	}
	var b strings.Builder
	for paragraph := range strings.SplitSeq(text, separator) {
		if paragraph = strings.TrimSpace(paragraph); paragraph != "" {
			b.WriteString("<p>")
			escaper.WriteString(&b, paragraph)
			b.WriteString("</p>\n")
		}
	}
	return b.String()
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// Escape writes text so that it reads as text in HTML.
func Escape(text string) string { return escaper.Replace(text) }

// wrapWidth is over what mail and agencies break lines at.
const wrapWidth = 100

func isWrapped(text string) bool {
	for line := range strings.SplitSeq(text, "\n") {
		if len(line) > wrapWidth {
			return false
		}
	}
	return true
}
