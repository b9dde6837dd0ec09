package export

import (
	"strings"

	"clippings/wasm/protocol"
)

// appendText appends the text as it is, below its title if that is not in it.
func appendText(b []byte, doc *protocol.Document) []byte {
	text := doc.Text
	if title := missingTitle(doc); title != "" {
		text = title + "\n\n" + text
	}
	if !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	return append(b, text...)
}

// missingTitle is the title if it does not stand in the text.
func missingTitle(doc *protocol.Document) string {
	for _, p := range doc.Paragraphs {
		if p.Role == protocol.RoleTitle {
			return ""
		}
	}
	return doc.Title
}

// appendMarkdown appends what is known of a document as front matter, and its
// paragraphs by their roles.
func appendMarkdown(b []byte, doc *protocol.Document) []byte {
	w := jsonWriter{b}
	w.raw("---\n")
	for _, f := range fields(doc) {
		if f.isEmpty() {
			continue
		}
		w.raw(f.name)
		values, mark := f.list, ":\n  - "
		if !f.isList {
			values, mark = []string{f.text}, ": "
		}
		for _, v := range values {
			w.raw(mark)
			w.b = appendString(w.b, v)
			mark = "\n  - "
		}
		w.raw("\n")
	}
	w.raw("---\n")
	if title := missingTitle(doc); title != "" {
		w.block("# ", title)
	}
	for _, p := range doc.Paragraphs {
		mark := ""
		switch p.Role {
		case protocol.RoleTitle:
			mark = "# "
		case protocol.RoleSubtitle, protocol.RoleHeading:
			mark = "## "
		case protocol.RoleBullet:
			mark = "- "
		case protocol.RoleQuote:
			mark = "> "
		}
		w.block(mark, p.Of(doc.Text))
	}
	return w.b
}

// block appends a paragraph with a blank line before it.
func (w *jsonWriter) block(mark, text string) {
	if mark == "- " {
		text = strings.TrimLeft(text, "-*•– \t")
	}
	w.raw("\n")
	for text != "" {
		line, rest, _ := strings.Cut(text, "\n")
		if line = strings.TrimSpace(line); line != "" {
			w.raw(mark)
			w.line(line)
			if mark != "" && mark != "> " { // the first line is marked, the others stand below it
				mark = "  "
			}
		}
		text = rest
	}
}

// line appends a line with what Markdown would take for markup escaped.
func (w *jsonWriter) line(line string) {
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	for i := range len(line) {
		signs := "\\`*_[]<>|~&"
		switch i {
		case 0:
			signs = "\\`*_[]<>|~&#+-="
		case digits:
			signs = "\\`*_[]<>|~&.)"
		}
		if strings.IndexByte(signs, line[i]) >= 0 {
			w.b = append(w.b, '\\')
		}
		w.b = append(w.b, line[i])
	}
	w.raw("\n")
}
