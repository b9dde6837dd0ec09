package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraph is lines that belong together, joined.
type paragraph struct {
	text     string
	size     float64
	bold     bool
	fixed    bool // stands at the edge of its page: a running head, a number
	y        float64
	artifact bool
	block    int // of the document: those of one block have been told apart
	lines    int
	full     bool // its last line reaches the edge of its column
	indented bool
}

// split makes paragraphs of a block's lines. A new one begins where the gap is
// wider than usual, the type changes, the line is indented, a bullet stands, or
// where the line above had room for the first word and ends a sentence.
func (b *block) split(join *joiner) []paragraph {
	usual := b.usual()
	var out []paragraph
	start := 0
	for i := 1; i <= len(b.lines); i++ {
		if i < len(b.lines) && !b.breaks(i, start, usual) {
			continue
		}
		out = append(out, b.paragraph(b.lines[start:i], join))
		start = i
	}
	return out
}

// usual is the median distance between the block's lines.
func (b *block) usual() float64 {
	if len(b.lines) < 2 {
		return 0
	}
	var d []float64
	for i := 1; i < len(b.lines); i++ {
		d = append(d, b.lines[i-1].y-b.lines[i].y)
	}
	return median(d)
}

// breaks reports whether a paragraph begins at line i, the one before having
// begun at start.
func (b *block) breaks(i, start int, usual float64) bool {
	l, above := &b.lines[i], &b.lines[i-1]
	if above.y-l.y > 1.18*usual+0.02*l.size {
		return true
	}
	if max(l.size, above.size) > 1.08*min(l.size, above.size) || l.bold != above.bold && l.bold == b.allBold(i) {
		return true
	}
	if isBullet(l.text) {
		return true
	}
	left, right := b.x0, b.x1
	if endsRight(l.text) {
		left, right = -b.x1, -b.x0
		return b.indented(-l.x1, -above.x1, left, l.size, i-1 == start) || l.first < right+above.x0-0.3*l.size && endsSentence(above.text)
	}
	return b.indented(l.x0, above.x0, left, l.size, i-1 == start) || l.first < right-above.x1-0.3*l.size && endsSentence(above.text)
}

// allBold reports whether a change of weight at line i is one of whole lines.
func (b *block) allBold(i int) bool { return b.lines[i].bold }

// indented reports whether a line that begins at x stands in from the left edge
// where the one above, at before, did not. The first line of a paragraph may
// itself be indented.
func (b *block) indented(x, before, left, size float64, first bool) bool {
	in := x - left
	if in < 0.7*size || in > 6*size {
		return false
	}
	return x-before > 0.7*size || first && x-before > -0.3*size && before-left < 6*size && len(b.lines) > 3
}

// isBullet reports whether a line begins as an entry of a list does.
func isBullet(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("•◦▪■●‣∙·", r) && len(s) > n
}

// endsSentence reports whether nothing need follow.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)] ")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?:…。！？؟۔।", r)
}

func (b *block) paragraph(lines []line, join *joiner) paragraph {
	p := paragraph{size: lines[0].size, bold: lines[0].bold, y: lines[0].y, artifact: lines[0].mark}
	for i := range lines {
		p.text = join.add(p.text, lines[i].text)
	}
	p.lines = len(lines)
	left, right := lines[0].x0-b.x0, b.x1-lines[len(lines)-1].x1
	if endsRight(p.text) {
		left, right = b.x1-lines[0].x1, lines[len(lines)-1].x0-b.x0
	}
	p.full = right < 0.15*(b.x1-b.x0)
	p.indented = left > 0.7*p.size
	return p
}

// joiner joins lines and undoes hyphens at their ends. It knows the words that
// are written with a hyphen inside a line.
type joiner struct {
	compounds map[string]bool
}

// learn notes the words of a line that have a hyphen.
func (j *joiner) learn(s string) {
	for i := 0; i < len(s); {
		h := strings.IndexByte(s[i:], '-')
		if h < 0 {
			return
		}
		h += i
		if len(j.compounds) < 1<<16 {
			if left, right := lastWord(s[:h]), firstWord(s[h+1:]); left != "" && right != "" {
				j.compounds[strings.ToLower(left+"-"+right)] = true
			}
		}
		i = h + 1
	}
}

func lastWord(s string) string {
	at := len(s)
	for at > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:at])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		at -= n
	}
	return s[at:]
}

func firstWord(s string) string {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			return s[:i]
		}
	}
	return s
}

// add joins the next line to what stands before it.
func (j *joiner) add(before, next string) string {
	switch {
	case before == "":
		return next
	case next == "":
		return before
	}
	r, n := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(next)
	switch {
	case r == '\u00ad':
		return before[:len(before)-n] + next
	case r == '-' || r == '\u2010':
		stem := before[:len(before)-n]
		left, right := lastWord(stem), firstWord(next)
		switch {
		case left == "" && !endsDigit(stem):
			return before + " " + next
		case isUpper(left) && isUpper(right):
			return stem + next
		case left == "" || !unicode.IsLower(first) || j.compounds[strings.ToLower(left+"-"+right)]:
			return before + next
		}
		return stem + next
	case isWide(r) && isWide(first):
		return before + next
	}
	return before + " " + next
}

// isUpper reports a word of several capitals.
func isUpper(s string) bool { return len(s) > 1 && strings.ToUpper(s) == s }

func endsDigit(s string) bool {
	return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9'
}

// isWide reports characters of scripts that set no spaces between words.
func isWide(r rune) bool {
	return r >= 0x2e80 && r < 0xa4d0 || r >= 0xf900 && r < 0xfb00 || r >= 0xfe30 && r < 0xfe50 || r >= 0xff00 && r < 0xffe0 || r >= 0x20000 && r < 0x40000
}
