package ui

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// foldedText is text in which case, accents, line breaks and the forms of quotes
// and dashes make no difference, and which knows where each of its letters stood.
// Its lines do not run into each other: a line break stands between them.
type foldedText struct {
	text   string
	shifts []shift
	from   string // the source
}

// shift says that from a place of the folded text on, letters stand in the source
// as far on as here, until the next shift.
type shift struct {
	at     int // in the folded text
	source uint32
}

// newFoldedText folds parts of text. Cost: one pass, and a shift or two for every
// letter that is not ASCII.
func newFoldedText(text string, parts []protocol.Span) *foldedText {
	n := 0
	for _, p := range parts {
		n += p.Len() + 1
	}
	f := folder{bytes: make([]byte, 0, n)}
	for _, p := range parts {
		f.shift(p.Start)
		f.space = true // none at the start of a line
		f.line(p.Of(text), p.Start)
		f.bytes = append(f.bytes, '\n')
	}
	return &foldedText{text: string(f.bytes), shifts: f.shifts, from: text}
}

// foldWords folds what is looked for.
func foldWords(text string) string {
	var f folder
	f.line(text, 0)
	return string(f.bytes)
}

type folder struct {
	bytes  []byte
	shifts []shift
	space  bool // the last letter was a space
}

func (f *folder) shift(source uint32) {
	if n := len(f.shifts) - 1; n >= 0 && f.shifts[n].at == len(f.bytes) {
		f.shifts[n].source = source
		return
	}
	f.shifts = append(f.shifts, shift{len(f.bytes), source})
}

func (f *folder) line(text string, start uint32) {
	for i := 0; i < len(text); {
		c := text[i]
		if c > ' ' && c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			f.bytes, f.space = append(f.bytes, c), false
			i++
			continue
		}
		if c == ' ' && !f.space {
			f.bytes, f.space = append(f.bytes, c), true
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if n > 1 {
			f.shift(start + uint32(i))
		}
		before := len(f.bytes)
		f.fold(r)
		if i += n; n > 1 || len(f.bytes)-before != n {
			f.shift(start + uint32(i))
		}
	}
}

// fold appends what a letter is looked for as.
func (f *folder) fold(r rune) {
	if unicode.IsSpace(r) {
		if !f.space {
			f.bytes = append(f.bytes, ' ')
		}
		f.space = true
		return
	}
	if 0x300 <= r && r <= 0x36F || r == '\u00ad' || '\u200b' <= r && r <= '\u200f' || r == '\ufeff' {
		return // accents of their own, and what is not seen
	}
	f.space = false
	switch r = unicode.ToLower(r); {
	case r == 'ß':
		f.bytes = append(f.bytes, "ss"...)
	case r == 'æ':
		f.bytes = append(f.bytes, "ae"...)
	case r == 'œ':
		f.bytes = append(f.bytes, "oe"...)
	case 0x100 <= r && r < 0x180:
		f.bytes = append(f.bytes, extendedLetters[r-0x100])
	default:
		f.bytes = utf8.AppendRune(f.bytes, bareSign(bareLetter(r)))
	}
}

// extendedLetters are what stands for U+0100 to U+017F without an accent.
const extendedLetters = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll" +
	"nnnnnnnnnoooooooorrrrrrsssssssstttttt" + "uuuuuuuuuuuuwwyyyzzzzzzs"

// bareSign is what a sign or a letter that is neither Latin nor ASCII is looked
// for as.
func bareSign(r rune) rune {
	switch r {
	case '’', '‘', '‚', 'ʼ':
		return '\''
	case '“', '”', '„', '«', '»':
		return '"'
	case '–', '—', '‑', '‐', '−':
		return '-'
	case 'ё':
		return 'е'
	}
	return r
}

// all finds where a text stands, in the source, in order and apart. Nothing
// stands nowhere.
func (f *foldedText) all(want string) []protocol.Span {
	want = strings.TrimSpace(foldWords(want))
	if want == "" {
		return nil
	}
	var list []protocol.Span
	for at := 0; ; {
		i := strings.Index(f.text[at:], want)
		if i < 0 {
			return list
		}
		at += i
		span := protocol.Span{Start: f.source(at), End: f.source(at + len(want))}
		at += len(want)
		for int(span.End) < len(f.from) && !utf8.RuneStart(f.from[span.End]) {
			span.End++ // half of ß was looked for
		}
		for span.Start > 0 && !utf8.RuneStart(f.from[span.Start]) {
			span.Start--
		}
		if n := len(list); n == 0 || list[n-1].End <= span.Start {
			list = append(list, span)
		}
	}
}

// source is where a place of the folded text stood.
func (f *foldedText) source(at int) uint32 {
	i := sort.Search(len(f.shifts), func(i int) bool { return f.shifts[i].at > at }) - 1
	if i < 0 {
		return 0
	}
	return f.shifts[i].source + uint32(at-f.shifts[i].at)
}
