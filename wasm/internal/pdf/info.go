package pdf

import (
	"path"
	"strings"

	"clippings/wasm/internal/record"
	"clippings/wasm/protocol"
)

// facts reads the document information (ISO 32000-1, 14.3.3). Most of it was
// filled in by a program: the author is who sat at the computer, the title often
// a file's name, the dates those of the file.
func (f *file) facts(r *record.Record) {
	info := f.dict(f.trailer["Info"])
	add := func(field, value, rule string) {
		if value != "" {
			r.Facts = append(r.Facts, protocol.Fact{Field: field, Value: value, Rule: rule, Trust: protocol.TrustGuess})
		}
	}
	if t := oneLine(f.text(info["Title"])); isTitle(t) {
		add("title", t, "PDF Title")
	}
	for _, author := range strings.FieldsFunc(f.text(info["Author"]), func(r rune) bool { return r == ';' || r == '\n' }) {
		add("byline", oneLine(author), "PDF Author")
	}
	add("date", date(f.text(info["CreationDate"])), "PDF CreationDate")
	add("modified", date(f.text(info["ModDate"])), "PDF ModDate")
	root := f.dict(f.trailer["Root"])
	add("lang", language(f.text(root["Lang"])), "PDF Lang")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// isTitle reports whether a title was given by a person, not by a program.
func isTitle(t string) bool {
	low := strings.ToLower(t)
	for _, prefix := range [...]string{"untitled", "microsoft word", "microsoft powerpoint", "document", "slide 1", "powerpoint presentation", "layout 1"} {
		if low == prefix || strings.HasPrefix(low, prefix+" - ") || prefix == "untitled" && strings.HasPrefix(low, prefix) {
			return false
		}
	}
	if strings.ContainsAny(t, `\`) || strings.HasPrefix(low, "file:") || strings.HasPrefix(low, "http") {
		return false
	}
	switch path.Ext(low) {
	case ".pdf", ".doc", ".docx", ".indd", ".qxd", ".qxp", ".dvi", ".ps", ".tex", ".rtf", ".txt", ".odt", ".pages", ".pub", ".ppt", ".pptx", ".xls", ".xlsx", ".eps", ".html", ".htm", ".tif", ".jpg":
		return false
	}
	// One word with digits or an underscore is a file's name or an order number.
	return len(t) > 1 && (strings.ContainsRune(t, ' ') || !strings.ContainsAny(t, "_0123456789"))
}

// date turns "D:20250703104900+02'00'" into "2025-07-03T10:49", "" if it is none.
func date(s string) string {
	s = strings.TrimPrefix(strings.TrimSpace(s), "D:")
	n := 0
	for n < len(s) && n < 14 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n < 8 || s[:4] < "1950" || s[4:6] < "01" || s[4:6] > "12" || s[6:8] < "01" || s[6:8] > "31" {
		return ""
	}
	day := s[:4] + "-" + s[4:6] + "-" + s[6:8]
	if n < 12 || s[8:10] > "23" || s[10:12] > "59" {
		return day
	}
	return day + "T" + s[8:10] + ":" + s[10:12]
}

// language is the two-letter code of a tag such as "en-GB".
func language(tag string) string {
	code, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if len(code) != 2 || code[0] < 'a' || code[0] > 'z' || code[1] < 'a' || code[1] > 'z' {
		return ""
	}
	return code
}
