package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// splitter is a paragraph under way.
type splitter struct {
	text  string // up to the paragraph's end
	lang  string
	start int // of the sentence under way
}

// Spans appends to dst the sentences of the stretch of text that in covers and
// returns the extended slice. They are sorted and apart, without white space at
// their ends, and every letter and digit is in one. The language, ISO 639-1 or ""
// where it is not known, only decides about ordinals. What reaches beyond the text
// is cut.
func Spans(dst []protocol.Span, text string, in protocol.Span, lang string) []protocol.Span {
	end := min(int(in.End), len(text))
	s := splitter{text: text[:end], lang: lang, start: min(int(in.Start), end)}
	first := len(dst)
	for i := s.start; i < end; {
		if !mayStop[text[i]] {
			i++
			continue
		}
		kind, n := stopAt(s.text[i:])
		if kind == noStop {
			i++
			continue
		}
		m := s.markAt(i, kind, n)
		if i = m.end; s.ends(m) {
			dst = s.append(dst, first, i)
		}
	}
	return s.append(dst, first, end)
}

// append appends what stands from the start of the sentence to end. Signs without
// a letter or digit belong to the sentence before them, or else to the next.
func (s *splitter) append(dst []protocol.Span, first, end int) []protocol.Span {
	piece := s.text[s.start:end]
	trimmed := strings.TrimSpace(piece)
	if trimmed == "" {
		return dst
	}
	at := s.start + strings.Index(piece, trimmed)
	span := protocol.Span{Start: uint32(at), End: uint32(at + len(trimmed))}
	switch {
	case strings.IndexFunc(trimmed, isWordRune) >= 0:
		dst = append(dst, span)
	case len(dst) == first:
		return dst
	default:
		dst[len(dst)-1].End = span.End
	}
	s.start = end
	return dst
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// kind is what a stop looks like.
type kind uint8

const (
	noStop kind = iota
	dot         // one full stop
	mark        // ! ? … and several dots, and the stops of other scripts
	wide        // of Chinese and Japanese, behind which there is no space
	blank       // an empty line
)

// mayStop has the bytes with which a stop begins.
var mayStop = [256]bool{
	'.': true, '!': true, '?': true, '\n': true,
	0xD6: true, 0xD8: true, 0xDB: true, 0xE0: true, 0xE1: true, 0xE2: true, 0xE3: true, 0xEF: true,
}

// stopAt is the stop at the beginning of text, and its length.
func stopAt(text string) (kind, int) {
	switch text[0] {
	case '.':
		return dot, 1
	case '!', '?':
		return mark, 1
	case '\n':
		if rest := strings.TrimLeft(text[1:], " \t\r"); rest != "" && rest[0] == '\n' {
			return blank, 1
		}
		return noStop, 0
	}
	r, n := utf8.DecodeRuneInString(text)
	switch r {
	case '。', '！', '？', '｡', '．':
		return wide, n
	case '…', '‼', '⁇', '⁈', '⁉', '؟', '۔', '।', '॥', '։', '።', '។', '။':
		return mark, n
	}
	return noStop, 0
}

// stop is a stop with all that belongs to it: "…?!)".
type stop struct {
	kind   kind
	at     int  // where it begins
	end    int  // behind the last mark
	quoted bool // a quotation closes with it
}

// markAt is the stop at i, of n bytes, with further stops and what closes behind.
func (s *splitter) markAt(i int, k kind, n int) stop {
	m := stop{kind: k, at: i, end: i + n}
	if k == blank {
		return m
	}
	for m.end < len(s.text) {
		rest := s.text[m.end:]
		if k, n := stopAt(rest); k != noStop && k != blank {
			m.kind, m.end = max(m.kind, k, mark), m.end+n
			continue
		}
		r, n := utf8.DecodeRuneInString(rest)
		if spaces, closes := loose(rest); closes {
			m.quoted, m.end = true, m.end+spaces
			continue
		}
		switch {
		case strings.ContainsRune(closers, r):
			m.end += n
		case strings.ContainsRune(closingQuotes, r) && (m.kind != wide || !strings.ContainsRune("“‘", r)):
			m.quoted, m.end = true, m.end+n
		default:
			return m
		}
	}
	return m
}

// What closes behind a stop. The German closing mark is the English opening one.
const (
	closers       = ")]}）】〕］"
	closingQuotes = "\"'”’“‘»«›‹」』〉》"
	openers       = "\"'“‘„‚”’«»‹›「『〈《([{（【¿¡–—-•·*"
)

// loose tells the length of the space before a guillemet that closes, and of the
// mark: French sets them apart.
func loose(rest string) (n int, closes bool) {
	r, n := utf8.DecodeRuneInString(rest)
	if r != ' ' && r != '\u00A0' && r != '\u202F' || !strings.HasPrefix(rest[n:], "»") {
		return 0, false
	}
	next, _ := utf8.DecodeRuneInString(rest[n+len("»"):])
	return n + len("»"), !isWordRune(next)
}

// ends reports whether a sentence ends with m.
func (s *splitter) ends(m stop) bool {
	rest := s.text[m.end:]
	if m.kind == blank || rest == "" {
		return true
	}
	r, n := utf8.DecodeRuneInString(rest)
	if m.kind == wide {
		return !m.quoted || !unicode.Is(unicode.Hiragana, r)
	}
	if !unicode.IsSpace(r) {
		return false
	}
	rest = strings.TrimLeftFunc(rest[n:], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(openers, r) })
	r, _ = utf8.DecodeRuneInString(rest)
	switch {
	case unicode.IsLower(r):
		return false
	case m.kind == dot:
		return s.dotEnds(m, rest)
	}
	return !m.quoted || !isAttribution(rest)
}
