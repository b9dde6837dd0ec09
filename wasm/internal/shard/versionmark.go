package shard

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/protocol"
)

// differ tells which words of a text are not in a passage, or not as they are
// spelled there. Case and the form of an apostrophe do not matter.
type differ struct {
	passage []string
	same    []bool // table of the words of a text by those of the passage
	length  []uint16
}

// maxDiffers is how many words of a text are compared; what is behind them is
// marked. A passage found has fewer.
const maxDiffers = 2 * maxPassageWords

func (d *differ) reset(scan *analysis.Scanner, passage string) {
	d.passage = d.passage[:0]
	scan.Reset(passage)
	for scan.Next() && len(d.passage) < maxDiffers {
		_, word := surface(passage, scan)
		d.passage = append(d.passage, word)
	}
}

// surface is a word with the signs that are read with it, and how it is compared:
// £5 is not $5, nor is 5%; U.S. is U.S where a text ends.
func surface(text string, scan *analysis.Scanner) (at protocol.Span, word string) {
	at = protocol.Span{Start: scan.Start(), End: scan.End()}
	dotted := strings.IndexByte(at.Of(text), '.') > 0
	if r, n := utf8.DecodeLastRuneInString(text[:at.Start]); unicode.Is(unicode.Sc, r) {
		at.Start -= uint32(n)
	}
	if strings.HasPrefix(text[at.End:], "%") {
		at.End++
	}
	word = spelled(at.Of(text))
	if dotted && strings.HasPrefix(text[at.End:], ".") {
		at.End++
	}
	return at, word
}

// spelled is a word as it is compared.
func spelled(word string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '’', '‘', 'ʼ', '＇':
			return '\''
		case '\u00ad': // a soft hyphen, which nobody sees
			return -1
		}
		return unicode.ToLower(r)
	}, word)
}

// marks is the words of a text that differ, those side by side as one, by the
// longest common sequence of words.
func (d *differ) marks(scan *analysis.Scanner, text string) []protocol.Span {
	var words []string
	var spans []protocol.Span
	scan.Reset(text)
	for scan.Next() {
		at, word := surface(text, scan)
		spans = append(spans, at)
		if len(words) < maxDiffers {
			words = append(words, word)
		}
	}
	d.compare(words)
	var out []protocol.Span
	i, k, row, joins := 0, 0, len(d.passage)+1, false
	for ; i < len(words); i++ {
		for k < len(d.passage) && !d.same[i*row+k] && d.length[i*row+k+1] == d.length[i*row+k] {
			k++
		}
		if k < len(d.passage) && d.same[i*row+k] {
			k, joins = k+1, false
			continue
		}
		out, joins = appendMark(out, spans[i], joins), true
	}
	for _, s := range spans[i:] {
		out, joins = appendMark(out, s, joins), true
	}
	return out
}

func appendMark(out []protocol.Span, s protocol.Span, joins bool) []protocol.Span {
	if joins {
		out[len(out)-1].End = s.End
		return out
	}
	return append(out, s)
}

// compare fills the table: the longest common sequence from each pair of words on.
func (d *differ) compare(words []string) {
	row := len(d.passage) + 1
	size := (len(words) + 1) * row
	if cap(d.length) < size {
		d.length, d.same = make([]uint16, size), make([]bool, size)
	}
	d.length, d.same = d.length[:size], d.same[:size]
	clear(d.length)
	for i := len(words) - 1; i >= 0; i-- {
		for k := len(d.passage) - 1; k >= 0; k-- {
			at := i*row + k
			if d.same[at] = words[i] == d.passage[k]; d.same[at] {
				d.length[at] = d.length[at+row+1] + 1
				continue
			}
			d.length[at] = max(d.length[at+row], d.length[at+1])
		}
	}
}
