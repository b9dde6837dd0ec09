package format

import (
	"strings"

	"clippings/wasm/internal/extract"
	"clippings/wasm/protocol"
)

// frontKeys are the keys of front matter that state a field.
var frontKeys = map[string]string{
	"title": "title", "subtitle": "subtitle", "date": "date", "published": "date", "updated": "modified", "modified": "modified", "lastmod": "modified",
	"author": "byline", "authors": "byline", "byline": "byline", "source": "outlet", "publisher": "outlet", "outlet": "outlet", "url": "url", "link": "url", "lang": "lang", "language": "lang", "section": "section",
}

// parseMarkdown reads a Markdown text as it stands: lines with what their marks
// say, and the front matter (YAML between ---, TOML between +++) as facts. The
// marks stay in the text, so offsets are those of the file. A line that goes on
// with the paragraph above belongs to it.
func parseMarkdown(text string) extract.Input {
	m := markdown{text: text}
	start := m.frontMatter()
	for i := start; i < len(text); {
		end := strings.IndexByte(text[i:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += i
		}
		m.line(i, end)
		i = end + 1
	}
	if m.in.Lines == nil {
		m.in.Lines = []extract.Line{}
	}
	return m.in
}

type markdown struct {
	text   string
	in     extract.Input
	joined bool // the next plain line goes on with the last one
	fence  bool // inside ``` … ```
}

// frontMatter reads the block of keys the file opens with and returns where the
// text begins.
func (m *markdown) frontMatter() int {
	mark, split := "---", ":"
	if strings.HasPrefix(m.text, "+++") {
		mark, split = "+++", "="
	}
	if !strings.HasPrefix(m.text, mark+"\n") && !strings.HasPrefix(m.text, mark+"\r\n") {
		return 0
	}
	end := strings.Index(m.text, "\n"+mark)
	if end < 0 || end > 16<<10 {
		return 0
	}
	at := strings.IndexByte(m.text, '\n') + 1
	for at <= end {
		stop := at + strings.IndexByte(m.text[at:]+"\n", '\n')
		m.frontLine(at, stop, split)
		at = stop + 1
	}
	after := end + 1 + len(mark)
	m.add(0, after, extract.HintMeta)
	return after
}

// frontLine reads one "key: value".
func (m *markdown) frontLine(start, end int, split string) {
	line := m.text[start:end]
	i := strings.Index(line, split)
	if i < 1 {
		return
	}
	field := frontKeys[strings.ToLower(strings.TrimSpace(line[:i]))]
	value := strings.Trim(line[i+1:], " \t\r\"'")
	if field == "" || value == "" {
		return
	}
	f := protocol.Fact{Field: field, Rule: "front matter", Span: protocol.Span{Start: uint32(start), End: uint32(end)}}
	switch field {
	case "date", "modified":
		value = extract.ParseDate(value)
	case "byline":
		for _, name := range strings.Split(strings.Trim(value, "[]"), ",") {
			f.Value = strings.Trim(name, " \"'")
			m.in.Known = append(m.in.Known, f)
		}
		return
	}
	f.Value = value
	m.in.Known = append(m.in.Known, f)
}

// line reads the line [start, end) by the mark it opens with.
func (m *markdown) line(start, end int) {
	trimmed := strings.TrimSpace(m.text[start:end])
	switch {
	case trimmed == "":
		m.joined = false
	case strings.HasPrefix(trimmed, "```") || strings.HasPrefix(trimmed, "~~~"):
		m.fence = !m.fence
		m.add(start, end, extract.HintPre)
		m.joined = false
	case m.fence:
		m.add(start, end, extract.HintPre)
	case trimmed[0] == '#' && strings.TrimLeft(trimmed, "#") != "" && strings.TrimLeft(trimmed, "#")[0] == ' ':
		m.heading(start, end, trimmed)
	case trimmed[0] == '>':
		m.add(start, end, extract.HintQuote)
		m.joined = false
	case isListItem(trimmed):
		m.add(start, end, extract.HintList)
		m.joined = true
	case strings.Trim(trimmed, "=") == "" || strings.Trim(trimmed, "-") == "":
		m.underline(start, end, trimmed)
	case m.joined:
		last := &m.in.Lines[len(m.in.Lines)-1]
		last.Span.End = m.span(start, end).End
	default:
		m.add(start, end, extract.HintParagraph)
		m.joined = true
	}
}

// heading adds a # heading without its marks, which become a line of their own.
func (m *markdown) heading(start, end int, trimmed string) {
	hint := extract.HintHeading
	if strings.HasPrefix(trimmed, "# ") {
		hint = extract.HintH1
	}
	m.joined = false
	marks := start + strings.IndexByte(m.text[start:end], '#')
	after := marks + len(trimmed) - len(strings.TrimLeft(trimmed, "#"))
	m.add(marks, after, extract.HintMeta)
	m.add(after, end, hint)
}

// underline makes the line above a heading if it was one line of text, as in
// Title\n=====.
func (m *markdown) underline(start, end int, trimmed string) {
	if m.joined && len(m.in.Lines) > 0 && len(trimmed) > 2 {
		hint := extract.HintHeading
		if trimmed[0] == '=' {
			hint = extract.HintH1
		}
		m.in.Lines[len(m.in.Lines)-1].Hints = hint
	}
	m.joined = false
	m.add(start, end, extract.HintMeta)
}

func isListItem(t string) bool {
	if len(t) > 1 && strings.IndexByte("*-+", t[0]) >= 0 && t[1] == ' ' {
		return true
	}
	i := 0
	for i < len(t) && i < 4 && '0' <= t[i] && t[i] <= '9' {
		i++
	}
	return i > 0 && i+1 < len(t) && (t[i] == '.' || t[i] == ')') && t[i+1] == ' '
}

// add appends a line without the white space at its ends; a blank one is left
// out.
func (m *markdown) add(start, end int, hint extract.Hint) {
	if s := m.span(start, end); s.Len() > 0 {
		m.in.Lines = append(m.in.Lines, extract.Line{Span: s, Hints: hint})
	}
}

func (m *markdown) span(start, end int) protocol.Span {
	return extract.TrimSpan(m.text, start, end)
}
