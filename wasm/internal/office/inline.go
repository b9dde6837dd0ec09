package office

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// An inline is the HTML of one paragraph while it is written.
type inline struct {
	out  []byte
	text bool   // holds more than white space
	link bool   // an <a> is open
	href string // of the open link, to open it again in the next paragraph
}

// maxAddress bounds an address: one that is longer is cut off its link, or few
// bytes of a file could be repeated into many.
const maxAddress = 2000

// add appends text.
func (in *inline) add(s string) {
	start := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c > '>' && c < utf8.RuneSelf {
			in.text = true
			continue
		}
		entity, n := "", 1
		switch {
		case c == '&':
			entity = "&amp;"
		case c == '<':
			entity = "&lt;"
		case c == '>':
			entity = "&gt;"
		case c < ' ' && c != '\t' && c != '\n':
			entity = " "
		case c < utf8.RuneSelf:
			in.text = in.text || c > ' '
			continue
		default:
			var r rune
			r, n = utf8.DecodeRuneInString(s[i:])
			if r != utf8.RuneError || n > 1 {
				in.text = in.text || !unicode.IsSpace(r)
				i += n - 1
				continue
			}
			entity = "\uFFFD"
		}
		in.text = in.text || entity != " "
		in.out = append(in.out, s[start:i]...)
		in.out = append(in.out, entity...)
		start = i + 1
	}
	in.out = append(in.out, s[start:]...)
}

// lineBreak ends a line inside the paragraph.
func (in *inline) lineBreak() { in.out = append(in.out, "<br>"...) }

// startLink begins a link; one inside another is not one.
func (in *inline) startLink(href string) {
	if in.link || href == "" || len(href) > maxAddress {
		return
	}
	in.link, in.href = true, href
	in.openLink()
}

func (in *inline) openLink() {
	in.out = append(in.out, `<a href="`...)
	in.out = append(in.out, escapeAttribute(in.href)...)
	in.out = append(in.out, `">`...)
}

func (in *inline) endLink() {
	if in.link {
		in.link = false
		in.out = append(in.out, "</a>"...)
	}
}

// reset empties the paragraph; a link that was open is open in the next.
func (in *inline) reset() {
	in.out, in.text = in.out[:0], false
	if in.link {
		in.openLink()
	}
}

var attributeEscaper = strings.NewReplacer("&", "&amp;", `"`, "&quot;", "<", "&lt;", ">", "&gt;")

func escapeAttribute(s string) string {
	return attributeEscaper.Replace(strings.ToValidUTF8(s, "\uFFFD"))
}
