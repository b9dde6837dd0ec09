package charset

import (
	"bytes"
	"strings"
)

// declaredInside returns the label that a page or an XML file declares in its
// first bytes, "" if none: <?xml encoding="…"?>, <meta charset="…">, <meta
// http-equiv content="…; charset=…">. UTF-16 declared in bytes that are readable as
// ASCII is no declaration.
func declaredInside(data []byte) string {
	head := bytes.ToLower(data[:min(len(data), 4<<10)])
	label := ""
	if trimmed := bytes.TrimLeft(head, " \t\r\n"); bytes.HasPrefix(trimmed, []byte("<?xml")) {
		if end := bytes.IndexByte(trimmed, '>'); end > 0 {
			label = valueAfter(trimmed[:end], "encoding")
		}
	}
	for rest := head; label == ""; {
		i := bytes.Index(rest, []byte("<meta"))
		if i < 0 {
			return ""
		}
		rest = rest[i+len("<meta"):]
		end := bytes.IndexByte(rest, '>')
		if end < 0 {
			return ""
		}
		label = valueAfter(rest[:end], "charset")
	}
	if strings.HasPrefix(label, "utf-16") || strings.HasPrefix(label, "utf-32") {
		return ""
	}
	return label
}

// valueAfter returns the label after the first name and an equals sign.
func valueAfter(tag []byte, name string) string {
	_, rest, found := bytes.Cut(tag, []byte(name))
	if !found {
		return ""
	}
	rest = bytes.TrimLeft(rest, " \t\r\n")
	if len(rest) == 0 || rest[0] != '=' {
		return ""
	}
	rest = bytes.TrimLeft(rest[1:], " \t\r\n\"'")
	end := bytes.IndexAny(rest, " \t\r\n\"';/?>")
	if end < 0 {
		end = len(rest)
	}
	return string(rest[:end])
}
