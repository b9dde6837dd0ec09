//go:build !unpack

package format

import (
	"bytes"
	"strings"
)

// In the engine of the page other formats are read by Unpacker; without it they
// are said to be missing.

func otherContainer(string) func(*walk, opened) error { return nil }

func otherLeaf(format string) func(*walk, opened) error {
	if isOther(format) {
		return (*walk).missing
	}
	return nil
}

// sniffOther tells what may be one of the other formats that are text. The other
// program looks closely, and reads it as text or a page if it is none.
func sniffOther(ext string, head []byte) string {
	text := asciiHead(head)
	switch {
	case strings.HasPrefix(text, "<"), isTabbed(ext, head), ext == "eml", ext == "emlx", ext == "mbox", ext == "mht", ext == "mhtml",
		strings.HasPrefix(text, "{") && strings.Contains(text, "jsonfeed.org"):
		return formatOther
	}
	name, value, ok := bytes.Cut(head[:min(len(head), 40)], []byte(":"))
	if bytes.HasPrefix(head, []byte("WARC/")) || bytes.HasPrefix(head, []byte("From ")) || ok && isMailField(string(name)) && len(value) > 0 ||
		bytes.HasPrefix(head, []byte("filedesc:")) {
		return formatOther
	}
	return ""
}

// mailFields are those that messages and saved pages begin with.
var mailFields = []string{
	"from", "to", "subject", "date", "received", "return-path", "message-id", "mime-version", "content-type", "delivered-to", "path", "newsgroups",
	"xref", "reply-to", "sender", "references", "approved", "organization", "lines", "status", "envelope-to", "authentication-results", "dkim-signature",
}

func isMailField(name string) bool {
	if strings.HasPrefix(name, "X-") || strings.HasPrefix(name, "ARC-") {
		return true
	}
	for _, f := range mailFields {
		if strings.EqualFold(name, f) {
			return true
		}
	}
	return false
}
