package split

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// A mark is a kind of line that stands before or after each article of an
// export. The surest come first.
type mark int

const (
	markCrawl    mark = iota // "date 2025-07-03 …": a crawler's prefix
	markCount                // "Document 3 of 12", "3 of 12 DOCUMENTS", "Dokument 3 von 12"
	markEnd                  // "End of Document"
	markAccess               // "Document XYZW000020250703el730000p": a database's number under the text
	markHeadline             // "HEADLINE: …", "Title: …" as the first field of a record
	markRule                 // a line of one sign
	numMarks
)

// maxMark is the longest line that is a mark, in bytes; a crawl prefix has the
// article's first paragraph after it.
const maxMark = 120

// least is how often a mark must stand in a text to cut it.
func (m mark) least() int {
	if m == markRule {
		return 3 // two lines of dashes are found in many an article
	}
	return 2
}

// closes reports marks that stand after their article.
func (m mark) closes() bool { return m == markEnd || m == markAccess || m == markRule }

// agree reports whether lines of a mark belong together: numbers must count up,
// rules must be the same sign as often.
func (m mark) agree(lines []line) bool {
	for i := 1; i < len(lines); i++ {
		switch a, b := lines[i-1].text, lines[i].text; m {
		case markCount:
			na, ta := countOf(a)
			nb, tb := countOf(b)
			if nb != na+1 || ta != tb {
				return false
			}
		case markRule:
			if a != b {
				return false
			}
		}
	}
	return true
}

func (m mark) why(example string) string {
	where := "before"
	if m.closes() {
		where = "after"
	}
	if m == markRule {
		return "a line of “" + example[:1] + "” stands " + where + " each"
	}
	if len(example) > 40 {
		end := 40
		for !utf8.RuneStart(example[end]) {
			end--
		}
		example = strings.TrimSpace(example[:end]) + "…"
	}
	return fmt.Sprintf("a line such as “%s” stands %s each", example, where)
}

// markOf tells what mark a line is, numMarks for none.
func markOf(text string) mark {
	if len(text) < 4 {
		return numMarks
	}
	if isCrawl(text) {
		return markCrawl
	}
	if len(text) > maxMark {
		return numMarks
	}
	switch text[0] {
	case '_', '=', '-', '*', '#', '~':
		if len(text) >= 10 && strings.Trim(text, text[:1]) == "" {
			return markRule
		}
		return numMarks
	case 'E', 'e':
		if strings.EqualFold(text, "end of document") {
			return markEnd
		}
	case 'D', 'd':
		if isAccess(text) {
			return markAccess
		}
	case 'H', 'h', 'T', 't':
		if isHeadline(text) {
			return markHeadline
		}
	}
	if n, total := countOf(text); n > 0 && n <= total {
		return markCount
	}
	return numMarks
}

// isCrawl reports "date 2025-07-03 ".
func isCrawl(text string) bool {
	const form = "date 0000-00-00"
	if len(text) < len(form) || len(text) > len(form) && text[len(form)] != ' ' && text[len(form)] != '\t' {
		return false
	}
	for i := range len(form) {
		if form[i] == '0' && (text[i] < '0' || text[i] > '9') || form[i] != '0' && text[i] != form[i] {
			return false
		}
	}
	return true
}

// isAccess reports "Document " and a number of letters and digits with at least
// eight digits in a row, which are a date.
func isAccess(text string) bool {
	const prefix = "Document "
	if !strings.HasPrefix(text, prefix) {
		return false
	}
	run, longest := 0, 0
	for _, c := range []byte(text[len(prefix):]) {
		isDigit := '0' <= c && c <= '9'
		if !isDigit && !('a' <= c|0x20 && c|0x20 <= 'z') {
			return false
		}
		if run++; !isDigit {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest >= 8
}

// headlineFields open the records of exports that label their fields.
var headlineFields = []string{"headline:", "title:", "titel:", "titre:", "título:", "titolo:"}

func isHeadline(text string) bool {
	for _, f := range headlineFields {
		if len(text) > len(f) && strings.EqualFold(text[:len(f)], f) {
			return true
		}
	}
	return false
}

// countWords join the two numbers of a count: "3 of 12".
var countWords = []string{"of", "von", "de", "sur", "di", "van", "/"}

// countOf reads "Document 3 of 12" or "3 of 12 DOCUMENTS": at most one word
// before and one after the two numbers, of which one must name documents.
func countOf(text string) (n, total int) {
	if len(text) > 60 {
		return 0, 0
	}
	fields := strings.Fields(text)
	if len(fields) != 4 {
		return 0, 0
	}
	switch {
	case namesDocument(fields[0]):
		fields = fields[1:]
	case namesDocument(fields[3]):
	default:
		return 0, 0
	}
	for _, w := range countWords {
		if strings.EqualFold(fields[1], w) {
			return number(fields[0]), number(fields[2])
		}
	}
	return 0, 0
}

func namesDocument(word string) bool {
	for _, w := range [...]string{"document", "documents", "dokument", "dokumente", "dokumenten", "documento", "documentos", "article", "articles", "artikel", "record", "story", "item"} {
		if strings.EqualFold(word, w) {
			return true
		}
	}
	return false
}

// number is a positive number of at most seven digits, 0 for anything else.
func number(s string) int {
	n := 0
	if len(s) > 7 {
		return 0
	}
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0
		}
		n = 10*n + int(c-'0')
	}
	return n
}
