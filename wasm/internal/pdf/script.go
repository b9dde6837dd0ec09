package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// write is the text of a line. What is written from right to left stands on the
// page in the order it is seen; it is turned round into the order it is read.
func (l *line) write() string {
	size := 0
	right, left := 0, 0
	for i := range l.pieces {
		size += len(l.pieces[i].text) + 1
		switch direction(l.pieces[i].text) {
		case 'R':
			right++
		case 'L':
			left++
		}
	}
	b := make([]byte, 0, size)
	if right > 0 {
		return l.writeTurned(b, right >= left)
	}
	for i := range l.pieces {
		p := &l.pieces[i]
		if p.gap && len(b) > 0 {
			b = append(b, ' ')
		}
		b = append(b, p.text...)
	}
	return tidy(b)
}

// tidy makes white space single and drops what is no text.
func tidy(b []byte) string {
	s := string(b)
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	if strings.ContainsAny(s, "\t\n\r\u00a0\u3000") || strings.Contains(s, "  ") || hasControl(s) {
		return strings.Join(strings.Fields(clean(s)), " ")
	}
	return strings.TrimSpace(s)
}

func hasControl(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 })
}

// direction is 'R' for letters written from right to left, 'L' for others, 'N'
// for digits, and 0 for what goes with its neighbours.
func direction(s string) byte {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case isRightToLeft(r):
		return 'R'
	case unicode.IsLetter(r):
		return 'L'
	case unicode.IsDigit(r):
		return 'N'
	}
	return 0
}

func isRightToLeft(r rune) bool {
	return r >= 0x590 && r < 0x8ff && !unicode.IsDigit(r) || r >= 0xfb1d && r < 0xfe00 || r >= 0xfe70 && r < 0xff00
}

// endsRight reports whether most letters of a text go from right to left.
func endsRight(s string) bool {
	right, left := 0, 0
	for _, r := range s {
		if isRightToLeft(r) {
			right++
		} else if unicode.IsLetter(r) {
			left++
		}
	}
	return right > left
}

// unit is a piece of text and the direction it goes in.
type unit struct {
	text string
	dir  byte
}

// writeTurned writes a line that holds letters that go from right to left. It is
// the reverse of what the bidirectional algorithm does when it shows a line of
// two levels: the runs are put in the direction of the line, and those that go
// from right to left are turned.
func (l *line) writeTurned(b []byte, fromRight bool) string {
	var units []unit
	for i := range l.pieces {
		p := &l.pieces[i]
		if p.gap && len(units) > 0 {
			units = append(units, unit{text: " "})
		}
		units = append(units, unit{p.text, direction(p.text)})
	}
	// What is neutral goes with its neighbours if they agree, else with the line.
	base := byte('L')
	if fromRight {
		base = 'R'
	}
	before := base
	for i := 0; i < len(units); i++ {
		if units[i].dir != 0 {
			before = units[i].dir
			continue
		}
		j := i
		for j < len(units) && units[j].dir == 0 {
			j++
		}
		after := base
		if j < len(units) {
			after = units[j].dir
		}
		dir := base
		if before == after || before != 'R' && after != 'R' {
			dir = before
		}
		for ; i < j; i++ {
			units[i].dir = dir
		}
		i--
	}
	var runs [][]unit
	for i := 0; i < len(units); {
		j := i
		for j < len(units) && (units[j].dir == 'R') == (units[i].dir == 'R') {
			j++
		}
		run := units[i:j]
		if units[i].dir == 'R' {
			reverse(run)
		}
		runs = append(runs, run)
		i = j
	}
	if fromRight {
		reverse(runs)
	}
	turn := isTurned(runs)
	for _, run := range runs {
		for _, u := range run {
			if turn && u.dir == 'R' {
				u.text = mirrored(u.text)
			}
			b = append(b, u.text...)
		}
	}
	return tidy(b)
}

// isTurned reports whether brackets are as they look and not as they are meant,
// which differs from writer to writer: the first of the line closes.
func isTurned(runs [][]unit) bool {
	for _, run := range runs {
		for _, u := range run {
			if u.dir == 'R' && u.text != mirrored(u.text) {
				return strings.Contains(")]}»", u.text)
			}
		}
	}
	return false
}

// mirrored is a bracket as it looks from the other side.
func mirrored(s string) string {
	const pairs = "()[]{}<>"
	if i := strings.Index(pairs, s); i >= 0 && len(s) == 1 {
		return pairs[i^1 : i^1+1]
	}
	switch s {
	case "«":
		return "»"
	case "»":
		return "«"
	}
	return s
}

func reverse[T any](s []T) {
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
}
