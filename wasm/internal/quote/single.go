package quote

import "unicode/utf8"

// opensSingle reports whether a single mark in front of a word opens a
// quotation. The right one never does: there it is an apostrophe (’90s).
func (p *paragraph) opensSingle(m mark, before, after side) bool {
	if m.kind == singleRight || before.isWord() || before == closer && m.kind == singleStraight {
		return false
	}
	if !after.isWord() && after != opener && after != another && !p.isEllipsis(m.end) {
		return false
	}
	return !p.isElision(m.end)
}

func (p *paragraph) isEllipsis(i int) bool {
	s := p.text[i:]
	return len(s) >= 3 && (s[:3] == "..." || s[:3] == "…")
}

// isElision reports whether the word at i is one that lost its beginning: 'em,
// 'til, rock 'n' roll, '90s.
func (p *paragraph) isElision(i int) bool {
	s, n := p.text[i:], 0
	for n < len(s) && n < 6 && asciiSide(s[n]).isWord() {
		n++
	}
	switch s[:n] {
	case "n", "N", "em", "til", "till", "tis", "Tis", "twas", "Twas", "twere", "twill", "bout", "cos", "coz", "cuz", "neath", "gainst", "nuff", "tude":
		return true
	}
	return n >= 2 && s[0] <= '9' && s[1] <= '9' && (n == 2 || n == 3 && s[2] == 's')
}

// grip tells how sure it is that a single mark closes.
type grip uint8

const (
	apostrophe grip = iota
	weak            // it may be the possessive of a plural: the workers’ union
	strong
)

// findSingle is find for single marks. It looks no further than the next mark
// that opens one: so no stretch is read more than twice, and an apostrophe taken
// for a mark does no harm beyond.
func (p *paragraph) findSingle(open mark) (end, resume int) {
	var inner, maybe mark
	for i := open.end; ; {
		m := p.next(i)
		i = m.end
		switch {
		case m.kind == none:
			if maybe.kind == none && p.goesOn(open.kind) {
				return len(p.text), len(p.text)
			}
			return maybe.at, maybe.end
		case inner.kind != none:
			if p.closes(inner, m) {
				inner.kind = none
			}
		case !m.kind.isSingle():
			if p.opens(m) {
				inner = m
			}
		case p.opens(m):
			return maybe.at, maybe.end
		default:
			switch p.grip(open, m) {
			case strong:
				return m.at, m.end
			case weak:
				if maybe.kind == none {
					maybe = m
				}
			}
		}
	}
}

// grip judges a single mark while open is open.
func (p *paragraph) grip(open, m mark) grip {
	switch {
	case open.kind == singleLow && m.kind == singleLeft:
		return strong
	case open.kind != singleStraight && m.kind == singleLeft, m.kind == singleLow:
		return apostrophe
	case open.kind == singleStraight && m.kind == singleLeft:
		return apostrophe
	}
	before, after := p.before(m), p.after(m)
	switch {
	case before.isOpen() || before == opener && m.at == open.end || after.isWord():
		return apostrophe
	case before == letter && p.isShort(m):
		return apostrophe // rock ’n’ roll, cup o’ tea
	case before == digit && after == space:
		return weak // 6' tall
	case before == letter && after == space && p.hasLostEnd(m) && p.wordFollows(m.end):
		return weak
	}
	return strong
}

// isShort reports whether the word in front of the mark is n or o.
func (p *paragraph) isShort(m mark) bool {
	if c := p.text[m.at-1] | 0x20; c != 'n' && c != 'o' {
		return false
	}
	return !p.before(mark{at: m.at - 1}).isWord()
}

// hasLostEnd reports whether the word in front of the mark is a plural, or ends
// in -in as talkin’ does.
func (p *paragraph) hasLostEnd(m mark) bool {
	switch p.text[m.at-1] | 0x20 {
	case 's', 'z', 'x':
		return true
	case 'n':
		return m.at-p.start > 3 && p.text[m.at-2] == 'i'
	}
	return false
}

// wordFollows reports whether a word comes next, after spaces.
func (p *paragraph) wordFollows(i int) bool {
	for p.after(mark{end: i}) == space {
		i += runeLen(p.text[i:])
	}
	return p.after(mark{end: i}).isWord()
}

// kindBefore is the kind of the last character of s, and its length.
func kindBefore(s string) (kind, int) {
	r, n := utf8.DecodeLastRuneInString(s)
	switch {
	case n == 0 || r == utf8.RuneError:
		return none, n
	case r < utf8.RuneSelf:
		return kindAt(s, len(s)-n)
	}
	return kindOf(r), n
}

func runeLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

func lastRuneLen(s string) int {
	_, n := utf8.DecodeLastRuneInString(s)
	return n
}
