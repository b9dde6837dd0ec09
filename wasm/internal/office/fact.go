package office

import (
	"strings"
	"unicode/utf8"

	"clippings/wasm/internal/record"
	"clippings/wasm/protocol"
)

// maxFact bounds what one property may say; longer ones are cut.
const maxFact = 500

// clean makes one line of a value.
func clean(s string) string {
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "\uFFFD")), " ")
	if len(s) <= maxFact {
		return s
	}
	n := maxFact
	for !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// addFact adds a fact that the file states with some trust.
func addFact(rec *record.Record, trust protocol.Trust, f protocol.Fact) {
	if f.Value = clean(f.Value); f.Value != "" {
		f.Trust = trust
		rec.Facts = append(rec.Facts, f)
	}
}

// addGuess adds what a property of the file says: often of another document.
func addGuess(rec *record.Record, field, value, rule string) {
	addFact(rec, protocol.TrustGuess, protocol.Fact{Field: field, Value: value, Rule: rule})
}

// addTitle adds a title unless a program made it up.
func addTitle(rec *record.Record, title, rule string) {
	if title = clean(title); !isMadeUpTitle(title) {
		addGuess(rec, "title", title, rule)
	}
}

// isMadeUpTitle reports names of files and templates.
func isMadeUpTitle(title string) bool {
	low := strings.ToLower(title)
	for _, start := range [...]string{"microsoft word", "microsoft office", "document", "dokument", "untitled", "ohne titel", "sans titre", "sin título", "senza titolo", "title", "slide "} {
		if rest, ok := strings.CutPrefix(low, start); ok && strings.Trim(rest, " -_()0123456789") == "" || ok && strings.HasPrefix(start, "microsoft") {
			return true
		}
	}
	for _, end := range [...]string{".doc", ".docx", ".dot", ".dotx", ".odt", ".rtf", ".txt", ".pdf", ".indd", ".qxd", ".wpd", ".html"} {
		if strings.HasSuffix(low, end) {
			return true
		}
	}
	return false
}

// addPersons adds authors, as Word parts them.
func addPersons(rec *record.Record, names, rule string) {
	for name := range strings.SplitSeq(clean(names), ";") {
		addPerson(rec, clean(name), rule)
	}
}

// addPerson adds an author unless it is an account or a program.
func addPerson(rec *record.Record, name, rule string) {
	switch strings.ToLower(name) {
	case "user", "admin", "administrator", "owner", "author", "unknown", "default", "root", "test", "user name", "windows user", "microsoft office user", "microsoft", "python-docx", "apache poi", "docx4j", "aspose", "openxml", "un-named":
		return
	}
	addGuess(rec, "byline", name, rule)
}

// dateOf is the day and minute of a time as properties write it,
// 2025-06-02T08:30:00Z or shorter, "" if it is none.
func dateOf(s string) string {
	s = strings.TrimSpace(s)
	const form = "0000-00-00T00:00"
	n := 0
	for n < len(s) && n < len(form) && (form[n] == '0' && isDigit(s[n]) || form[n] == s[n] && form[n] != '0') {
		n++
	}
	switch {
	case n == len(form):
		return s[:n]
	case n >= len("0000-00-00"):
		return s[:len("0000-00-00")]
	case n == len("0000-00") && len(s) == n, n == len("0000") && len(s) == n:
		return s
	}
	return ""
}
