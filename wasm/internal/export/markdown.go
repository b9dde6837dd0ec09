package export

import (
	"strings"

	"clippings/wasm/protocol"
)

// appendMarkdown appends what is known of a document as front matter, and its
// paragraphs by their roles.
func appendMarkdown(b []byte, doc *protocol.Document) []byte {
	b = append(b, "---\n"...)
	for _, m := range [...][2]string{
		{"title", doc.Title}, {"subtitle", doc.Subtitle}, {"section", doc.Section}, {"date", doc.Date}, {"modified", doc.Modified},
		{"agency", doc.Agency}, {"dateline", doc.Dateline}, {"publisher", doc.Outlet}, {"url", doc.URL}, {"lang", doc.Lang},
		{"note", doc.Note}, {"source", doc.Name},
	} {
		if m[1] != "" {
			b = append(appendString(append(append(b, m[0]...), ": "...), m[1]), '\n')
		}
	}
	b = appendYAML(b, "authors", doc.Byline)
	b = appendYAML(b, "contributors", doc.Contributors)
	b = append(appendYAML(b, "tags", doc.Tags), "---\n"...)
	if doc.Title != "" && !hasRole(doc, protocol.RoleTitle) {
		b = appendBlock(b, "# ", doc.Title)
	}
	for _, p := range doc.Paragraphs {
		b = appendBlock(b, blockMarks[p.Role], p.Of(doc.Text))
	}
	return b
}

func appendYAML(b []byte, name string, values []string) []byte {
	if len(values) == 0 {
		return b
	}
	b = append(append(b, name...), ":\n"...)
	for _, v := range values {
		b = append(appendString(append(b, "  - "...), v), '\n')
	}
	return b
}

// blockMarks are what stands before the lines of a paragraph.
var blockMarks = map[protocol.Role]string{
	protocol.RoleTitle: "# ", protocol.RoleSubtitle: "## ", protocol.RoleHeading: "## ",
	protocol.RoleBullet: "- ", protocol.RoleQuote: "> ",
}

// appendBlock appends a paragraph with a blank line before it.
func appendBlock(b []byte, mark, text string) []byte {
	if mark == "- " {
		text = strings.TrimLeft(text, "-*•– \t")
	}
	b = append(b, '\n')
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			b = append(appendInline(append(b, mark...), line), '\n')
			if mark == "- " || strings.HasPrefix(mark, "#") {
				mark = strings.Repeat(" ", min(len(mark), 2))
			}
		}
	}
	return b
}

// appendInline appends a line with what Markdown would take for markup escaped.
func appendInline(b []byte, line string) []byte {
	number := 0 // of digits the line begins with
	for number < len(line) && '0' <= line[number] && line[number] <= '9' {
		number++
	}
	for i := range len(line) {
		c := line[i]
		switch {
		case strings.IndexByte("\\`*_[]<>|~", c) >= 0,
			i == 0 && strings.IndexByte("#+-=", c) >= 0,
			i == number && i > 0 && (c == '.' || c == ')'),
			c == '&' && strings.IndexByte(line[i:], ';') > 0:
			b = append(b, '\\')
		}
		b = append(b, c)
	}
	return b
}
