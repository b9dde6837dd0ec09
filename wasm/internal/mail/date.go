package mail

import (
	"strings"

	"clippings/wasm/internal/record"
)

// parseDate reads the date of a message as it was on the sender's clock, in the
// form 2006-01-02T15:04, or "" if there is none. It is what record.Date makes of
// it, comments left out. The zone is not applied: a reader wants the day that
// stood on the letter. Years before 1971 are clocks that were never set.
func parseDate(s string) string {
	s = withoutComments(s[:min(len(s), maxDate)])
	date, _ := record.Date(s[:min(len(s), maxDateText)])
	if date < "1971" || date >= "2100" {
		return ""
	}
	return date
}

const (
	maxDate     = 200 // bytes that are looked at: a comment may be long
	maxDateText = 100 // of them without comments; more is no date for record.Date
)

func withoutComments(s string) string {
	var b strings.Builder
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			depth = max(depth-1, 0)
		default:
			if depth == 0 {
				b.WriteByte(s[i])
			}
		}
	}
	return b.String()
}
