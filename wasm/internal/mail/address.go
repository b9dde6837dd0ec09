package mail

import (
	"bytes"
	"strings"
)

// maxSenders bounds the bylines one message can give.
const maxSenders = 8

// senders is the people in a From field, by name, or by address where there is
// no name. The addresses are taken apart before words are decoded, since an
// encoded name may hold a comma.
func senders(value []byte, decode func(string, []byte) string) (names []string) {
	for len(value) > 0 && len(names) < maxSenders {
		var one []byte
		one, value = cutAddress(value)
		name := senderName(one, decode)
		if name == "" || len(names) > 0 && name == names[len(names)-1] {
			continue
		}
		names = append(names, name)
	}
	return names
}

// cutAddress cuts at the first comma or semicolon outside quotes, comments,
// brackets and encoded words.
func cutAddress(b []byte) (one, rest []byte) {
	quoted, comment, bracket := false, 0, false
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case c == '\\':
			i++
		case c == '=' && i+1 < len(b) && b[i+1] == '?':
			if w, ok := parseWord(b[i:]); ok {
				i += w.length - 1
			}
		case quoted || c == '"' && comment == 0:
			quoted = quoted != (c == '"')
		case c == '(':
			comment++
		case c == ')':
			comment = max(comment-1, 0)
		case c == '<' || c == '>':
			bracket = c == '<'
		case (c == ',' || c == ';') && comment == 0 && !bracket:
			return b[:i], b[i+1:]
		}
	}
	return b, nil
}

// senderName is the name of: "Name" <address>, Name <address>, address (Name),
// <address>, address.
func senderName(b []byte, decode func(string, []byte) string) string {
	b = bytes.TrimSpace(b)
	if open := bytes.LastIndexByte(b, '<'); open >= 0 {
		if name := nameOf(b[:open], decode); name != "" {
			return name
		}
		address, _, _ := bytes.Cut(b[open+1:], []byte(">"))
		return clean(decode("", address))
	}
	if open := bytes.IndexByte(b, '('); open > 0 {
		comment, _, _ := bytes.Cut(b[open+1:], []byte(")"))
		if name := nameOf(comment, decode); name != "" {
			return name
		}
		b = b[:open]
	}
	return nameOf(b, decode)
}

// nameOf decodes a name and takes its quotes off.
func nameOf(b []byte, decode func(string, []byte) string) string {
	b = bytes.TrimSpace(b)
	if len(b) > 1 && b[0] == '"' {
		b = unquote(b)
	}
	name := decodeWords(b, decode)
	for _, quotes := range []string{`""`, "''"} {
		if len(name) > 2 && name[0] == quotes[0] && name[len(name)-1] == quotes[1] {
			name = name[1 : len(name)-1]
		}
	}
	return strings.TrimSpace(name)
}

// phrase is the words before the brackets of a List-Id.
func phrase(value []byte, decode func(string, []byte) string) string {
	open := bytes.LastIndexByte(value, '<')
	if open < 0 {
		return ""
	}
	return nameOf(value[:open], decode)
}
