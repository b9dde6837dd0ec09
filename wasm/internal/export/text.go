package export

import (
	"strings"

	"clippings/wasm/protocol"
)

// appendText appends the text as it is, below its title if that is not in it.
func appendText(b []byte, doc *protocol.Document) []byte {
	if doc.Title != "" && !hasRole(doc, protocol.RoleTitle) {
		b = append(append(b, doc.Title...), '\n', '\n')
	}
	b = append(b, doc.Text...)
	if !strings.HasSuffix(doc.Text, "\n") {
		b = append(b, '\n')
	}
	return b
}

func hasRole(doc *protocol.Document, role protocol.Role) bool {
	for _, p := range doc.Paragraphs {
		if p.Role == role {
			return true
		}
	}
	return false
}
