package quote

import "unicode/utf8"

// kind is what a mark looks like. What it does depends on where it stands.
type kind uint8

const (
	none           kind = iota
	straight            // " and ''
	left                // “ and ‘‘ and ``
	right               // ” and ’’
	low                 // „
	angleLeft           // «
	angleRight          // »
	smallLeft           // ‹
	smallRight          // ›
	cornerLeft          // 「 and 『
	cornerRight         // 」 and 』
	singleStraight      // '
	singleLeft          // ‘
	singleRight         // ’
	singleLow           // ‚
)

// isSingle reports marks that may be apostrophes, and those that close with one.
func (k kind) isSingle() bool { return k >= singleStraight }

// mark is a quotation mark at [at, end) of the text.
type mark struct {
	kind    kind
	at, end int
}

// mayBegin has the bytes with which a mark begins.
var mayBegin = [256]bool{'"': true, '\'': true, '`': true, 0xC2: true, 0xE2: true, 0xE3: true, 0xEF: true}

// next is the first mark at or after i, of kind none if there is none.
func (p *paragraph) next(i int) mark {
	text := p.text
	for ; i < len(text); i++ {
		if mayBegin[text[i]] {
			if m := markAt(text, i); m.kind != none {
				return m
			}
		}
	}
	return mark{at: i, end: i}
}

// markAt is the mark that begins at i. Two single marks in a row are a double
// one.
func markAt(text string, i int) mark {
	k, n := kindAt(text, i)
	if !k.isSingle() && text[i] != '`' {
		return mark{k, i, i + n}
	}
	if second, m := kindAt(text, i+n); second == k && text[i+n] == text[i] {
		switch {
		case text[i] == '`', k == singleLeft:
			return mark{left, i, i + n + m}
		case k == singleRight:
			return mark{right, i, i + n + m}
		case k == singleStraight:
			return mark{straight, i, i + n + m}
		}
	}
	if text[i] == '`' { // as often an accent, or a mark of code
		k = none
	}
	return mark{k, i, i + n}
}

// kindAt is the kind of the one character at i, and its length.
func kindAt(text string, i int) (kind, int) {
	if i >= len(text) {
		return none, 0
	}
	switch c := text[i]; {
	case c == '"':
		return straight, 1
	case c == '\'':
		return singleStraight, 1
	case c == '`':
		return singleLeft, 1
	case c < utf8.RuneSelf:
		return none, 1
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	return kindOf(r), n
}

// kindOf is the kind of a character outside ASCII.
func kindOf(r rune) kind {
	switch r {
	case '“', '‟', '〝':
		return left
	case '”', '〞':
		return right
	case '„', '〟':
		return low
	case '‘', '‛':
		return singleLeft
	case '’':
		return singleRight
	case '‚':
		return singleLow
	case '«':
		return angleLeft
	case '»':
		return angleRight
	case '‹':
		return smallLeft
	case '›':
		return smallRight
	case '「', '『', '﹁', '﹃', '｢':
		return cornerLeft
	case '」', '』', '﹂', '﹄', '｣':
		return cornerRight
	case '＂':
		return straight
	}
	return none
}
