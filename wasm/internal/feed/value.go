package feed

import (
	"bytes"
	"encoding/base64"
	"strings"
	"unicode/utf8"

	"clippings/wasm/internal/markup"
)

// A value is the content of an element as HTML.
type value struct {
	html   string
	length int // bytes of text outside of tags, to tell the fuller of two
}

// plainValue is the content of the element s stands on, on one line without
// markup.
func plainValue(s *markup.Scanner) string {
	return markup.Plain(htmlValue(s).html)
}

// htmlValue is the content of the element s stands on. What the element says of
// its type is believed where it matters: base64 and XHTML. Escaped markup in what
// says it is text is taken for markup all the same, since feeds that leave out
// the type mean HTML.
func htmlValue(s *markup.Scanner) value {
	kind, mode := strings.ToLower(s.Attr("type")), strings.ToLower(s.Attr("mode"))
	raw := s.Inner()
	switch {
	case strings.TrimSpace(raw) == "":
		return value{}
	case mode == "base64" || isBinary(kind):
		return ofText(fromBase64(raw))
	case markup.HasTags(raw):
		return measure(rebuild(raw, strings.Contains(kind, "xhtml") || mode == "xml"))
	}
	text := markup.TextOf(raw)
	if kind == "text/plain" && !markup.HasHTML(text) {
		return measure(markup.FromPlain(text))
	}
	return ofText(text)
}

// isBinary reports whether RFC 4287, section 4.1.3.3, wants the content of the
// type in base64.
func isBinary(kind string) bool {
	return strings.Contains(kind, "/") && !strings.HasPrefix(kind, "text/") && !strings.HasSuffix(kind, "xml") && kind != "application/json"
}

// fromBase64 decodes what is text and drops what is not.
func fromBase64(raw string) string {
	b, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(markup.TextOf(raw)), ""))
	if err != nil || !utf8.Valid(b) || bytes.IndexByte(b, 0) >= 0 {
		return ""
	}
	return string(b)
}

// ofText is text that should be HTML: as it is if it has tags, with one more
// turn of unescaping if it was escaped twice, else as paragraphs.
func ofText(text string) value {
	text = dropCDATA(text)
	if !markup.HasHTML(text) {
		if again := markup.Unescape(text); len(again) != len(text) && markup.HasHTML(again) {
			return measure(dropCDATA(again))
		}
		return measure(markup.FromPlain(markup.Unescape(text)))
	}
	return measure(text)
}

// dropCDATA removes the brackets of CDATA sections that were escaped together
// with what is in them. A page would hide the text up to the next '>'.
func dropCDATA(text string) string {
	if !strings.Contains(text, "<![CDATA[") {
		return text
	}
	return strings.NewReplacer("<![CDATA[", "", "]]>", "").Replace(text)
}

func measure(html string) value {
	v := value{html: strings.TrimSpace(html)}
	s := markup.New(v.html)
	for k := s.Next(); k != markup.EOF; k = s.Next() {
		if k == markup.Text {
			v.length += len(strings.TrimSpace(s.Raw()))
		}
	}
	return v
}

// void elements have no end tag in HTML.
const void = " area base br col embed hr img input link meta param source track wbr "

// rebuild turns XHTML, or HTML that stands naked in a feed, into HTML: no
// prefixes, no <p/>, which HTML takes for an open tag, no CDATA. In XHTML what a
// CDATA section holds is text, else it is markup.
func rebuild(raw string, xhtml bool) string {
	b := make([]byte, 0, len(raw))
	s := markup.New(raw)
	for k := s.Next(); k != markup.EOF; k = s.Next() {
		switch {
		case k == markup.Text && s.CDATA() && xhtml:
			b = append(b, markup.Escape(s.Raw())...)
		case k == markup.Text:
			b = append(b, s.Raw()...)
		case k == markup.Start:
			b = append(b, '<')
			b = append(b, s.Local()...)
			tag := strings.TrimSuffix(strings.TrimSuffix(s.Raw()[1+len(s.Name()):], ">"), "/")
			b = append(b, tag...)
			b = append(b, '>')
		case !strings.Contains(void, " "+s.Local()+" "):
			b = append(b, "</"...)
			b = append(b, s.Local()...)
			b = append(b, '>')
		}
	}
	return string(b)
}
