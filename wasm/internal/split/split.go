// Package split finds the articles of a text that holds several: an export of a
// press database, a crawl written into one file. It looks for a line that such
// files print before or after each article (mark.go) and takes the text apart
// there, if the line repeats and each part then holds prose.
//
//	text -> lines -> mark of each line -> the surest mark that repeats -> parts
//
// One pass over the text; nothing is allocated per line.
package split

import (
	"strings"

	"clippings/wasm/protocol"
)

// A Split is the articles of a text. Without Parts it is one article.
type Split struct {
	Parts []protocol.Span // half open, in bytes, in order; together they are the whole text
	Why   string          // a clause for a person: "a line such as “Document 1 of 12” stands before each"
}

// minWords is what every part must hold: the shortest reports of agencies have
// some forty words, an entry in a table of contents has fewer.
const minWords = 30

// maxParts bounds the articles of one text. It is held whole, and articles of
// minWords fill it at this number.
const maxParts = 1 << 18

// yieldBytes are looked through between two yields: a millisecond in WASM.
const yieldBytes = 256 << 10

// Find takes a text apart. The error is yield's.
func Find(text string, yield func() error) (Split, error) {
	var met [numMarks][]line
	paused := 0
	for at := 0; at < len(text); {
		if at-paused > yieldBytes {
			if err := yield(); err != nil {
				return Split{}, err
			}
			paused = at
		}
		l := lineAt(text, at)
		if m := markOf(l.text); m < numMarks && len(met[m]) < maxParts {
			met[m] = append(met[m], l)
		}
		at = l.end
	}
	for m := range numMarks {
		if s, ok := m.split(text, met[m]); ok {
			return s, nil
		}
	}
	return Split{}, nil
}

// A line is one line of the text, its end with it; text is without white space
// around it.
type line struct {
	start, end int
	text       string
}

func lineAt(text string, at int) line {
	end := len(text)
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		end = at + i + 1
	}
	return line{at, end, strings.TrimSpace(text[at:min(end, at+maxMark+8)])}
}

// split cuts the text at the lines of a mark.
func (m mark) split(text string, lines []line) (Split, bool) {
	if len(lines) < m.least() || !m.agree(lines) {
		return Split{}, false
	}
	cuts := make([]int, 0, len(lines)+1)
	for _, l := range lines {
		switch {
		case m.closes():
			cuts = append(cuts, l.end)
		case strings.TrimSpace(text[:l.start]) != "" || len(cuts) > 0:
			cuts = append(cuts, l.start)
		}
	}
	var parts []protocol.Span
	start := 0
	for _, end := range append(cuts, len(text)) {
		if strings.TrimSpace(text[start:end]) == "" {
			if len(parts) > 0 { // what follows the last mark
				parts[len(parts)-1].End = uint32(end)
				start = end
			}
			continue
		}
		parts = append(parts, protocol.Span{Start: uint32(start), End: uint32(end)})
		start = end
	}
	parts = m.joinEnds(text, parts)
	if len(parts) < 2 {
		return Split{}, false
	}
	for _, p := range parts {
		if !hasWords(p.Of(text), minWords) {
			return Split{}, false
		}
	}
	return Split{Parts: parts, Why: m.why(lines[0].text)}, true
}

// joinEnds gives a list of contents before the first article, or a notice after
// the last, to its neighbour.
func (m mark) joinEnds(text string, parts []protocol.Span) []protocol.Span {
	if n := len(parts); n > 2 && !hasWords(parts[n-1].Of(text), minWords) {
		parts[n-2].End = parts[n-1].End
		parts = parts[:n-1]
	}
	if len(parts) > 2 && !m.closes() && !hasWords(parts[0].Of(text), minWords) {
		parts[1].Start = parts[0].Start
		parts = parts[1:]
	}
	return parts
}

// hasWords reports whether text has at least n words.
func hasWords(text string, n int) bool {
	inWord := false
	for i := 0; i < len(text); i++ {
		isSpace := text[i] <= ' '
		if !isSpace && !inWord {
			if n--; n == 0 {
				return true
			}
		}
		inWord = !isSpace
		if text[i] >= 0xE3 { // scripts that write no spaces: three bytes a character
			if n--; n == 0 {
				return true
			}
			i += 2
		}
	}
	return false
}
