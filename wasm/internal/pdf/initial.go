package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	initialSize = 1.8 // of the lines beside it, in type sizes, makes a letter an initial
	maxInitials = 50  // on one page
)

// joinInitials puts large first letters, that stand beside several lines, before
// the first of these. The lines beside one count as beginning where it does.
func joinInitials(lines []line) []line {
	n, found := 0, 0
	for i := range lines {
		l := &lines[i]
		if found < maxInitials && isInitial(l.text) {
			found++
			if l.joinTo(lines) {
				l.text = ""
			}
		}
	}
	for i := range lines {
		if lines[i].text != "" {
			lines[n] = lines[i]
			n++
		}
	}
	return lines[:n]
}

// isInitial reports a single letter, perhaps with a quotation mark before it.
func isInitial(s string) bool {
	s = strings.TrimLeft(s, "\"'“‘«„")
	r, n := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) && n == len(s)
}

// joinTo puts the initial before the first of the lines beside it.
func (l *line) joinTo(lines []line) bool {
	first := -1
	for i := range lines {
		m := &lines[i]
		beside := m.x0 >= l.x1-m.size && m.x0-l.x1 < 1.5*m.size && m.y > l.y-1.3*m.size && m.y < l.y+0.85*l.size
		if !beside || l.size < initialSize*m.size || m.text == "" {
			continue
		}
		m.x0 = l.x0
		if first < 0 || m.y > lines[first].y {
			first = i
		}
	}
	if first >= 0 {
		lines[first].text = l.text + lines[first].text
	}
	return first >= 0
}
