package format

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"

	"clippings/wasm/internal/extract"
	"clippings/wasm/internal/jsontext"
	"clippings/wasm/protocol"
)

// maxBody is more than any article has: a longer text is cut.
const maxBody = 256 << 10

// addBody keeps the longest text that JSON-LD gives as an article's
// (https://schema.org/articleBody), in paragraphs. Marks of HTML in it are taken
// out.
func (r *pageReader) addBody(source []byte) {
	for {
		i := bytes.Index(source, []byte(`"articleBody"`))
		if i < 0 {
			return
		}
		source = source[i+len(`"articleBody"`):]
		value := bytes.TrimLeft(source, " \t\r\n:")
		if len(value) == 0 || value[0] != '"' {
			continue
		}
		body, n := jsontext.String(string(value[:min(len(value), maxBody)]))
		source = value[n:]
		body = strings.ToValidUTF8(body, " ")
		if len(body) > r.longest {
			r.longest = len(body)
			r.body = bodyParagraphs(body)
		}
	}
}

// bodyParagraphs cuts a text at the ends of its lines and blocks.
func bodyParagraphs(body string) []string {
	if strings.IndexByte(body, '<') >= 0 || strings.Contains(body, "&lt;") {
		body = withoutTags(html.UnescapeString(body))
	}
	if strings.IndexByte(body, '&') >= 0 {
		body = html.UnescapeString(body)
	}
	var out []string
	for line := range strings.FieldsFuncSeq(body, func(c rune) bool { return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' }) {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// withoutTags is text with an end of a line for every tag of a block and nothing
// for the others.
func withoutTags(text string) string {
	b := make([]byte, 0, len(text))
	for {
		i := strings.IndexByte(text, '<')
		if i < 0 || i+1 == len(text) {
			return string(append(b, text...))
		}
		end := strings.IndexByte(text[i:], '>')
		if c := text[i+1] | 0x20; end < 0 || c != '/'|0x20 && c != '!'|0x20 && (c < 'a' || c > 'z') {
			b = append(b, text[:i+1]...)
			text = text[i+1:]
			continue
		}
		b = append(b, text[:i]...)
		if isBlockTag(text[i+1 : i+end]) {
			b = append(b, '\n')
		}
		text = text[i+end+1:]
	}
}

func isBlockTag(tag string) bool {
	tag = strings.ToLower(strings.TrimPrefix(tag, "/"))
	for _, name := range [...]string{"p", "br", "div", "li", "h1", "h2", "h3", "h4", "blockquote", "ul", "ol", "tr"} {
		if rest, ok := strings.CutPrefix(tag, name); ok && (rest == "" || rest[0] == ' ' || rest[0] == '/') {
			return true
		}
	}
	return false
}

// said is the article's text as the page's data gives it. Where the page itself
// does not print it, because a script was to write it there, its paragraphs are
// added to the end of the page.
func (r *pageReader) said() *extract.Said {
	said := extract.NewSaid(r.body)
	if said == nil || said.Share(string(r.out)) > maxPrinted {
		return said
	}
	node := int32(len(r.nodes))
	r.nodes = append(r.nodes, extract.Node{Parent: 0, Hints: extract.HintArticle | extract.HintContent})
	for _, p := range r.body {
		start := len(r.out)
		r.out = append(r.out, p...)
		r.lines = append(r.lines, extract.Line{
			Span:  protocol.Span{Start: uint32(start), End: uint32(len(r.out))},
			Hints: extract.HintArticle | extract.HintContent | extract.HintParagraph,
			Node:  node,
		})
		r.out = append(r.out, '\n')
	}
	return said
}

// maxPrinted is the percentage of an article's text that a page may print, as a
// teaser, and still not print the article.
const maxPrinted = 30
