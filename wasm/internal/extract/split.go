package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// splitLines cuts plain text into paragraphs: lines without the white space at
// their ends, blank ones left out, and hard-wrapped lines joined again. The lines
// stand in room if they have room there.
func splitLines(text string, room []line) []line {
	lines := slices.Grow(room[:0], len(text)/200+1)
	gap, hasReturns := true, strings.IndexByte(text, '\r') >= 0
	for i := 0; i < len(text); {
		end := lineEnd(text, i, hasReturns)
		if span := TrimSpan(text, i, end); span.Len() > 0 {
			lines = append(lines, line{Line: Line{Span: span}, gap: gap, repeat: -1})
			gap = false
		} else {
			gap = true
		}
		i = end + 1
	}
	return joinWrapped(text, lines)
}

// lineEnd is the place of the next end of a line, a carriage return only if the
// text has any: looking for one byte is many times as fast.
func lineEnd(text string, i int, hasReturns bool) int {
	if !hasReturns {
		if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
			return i + n
		}
		return len(text)
	}
	for ; i < len(text); i++ {
		if c := text[i]; c == '\n' || c == '\r' {
			return i
		}
	}
	return i
}

// TrimSpan is [start, end) of text without the white space at its ends.
func TrimSpan(text string, start, end int) protocol.Span {
	for start < end {
		n := spaceLen(text, start)
		if n == 0 || start+n > end {
			break
		}
		start += n
	}
	for start < end {
		_, n := utf8.DecodeLastRuneInString(text[start:end])
		if spaceLen(text, end-n) != n {
			break
		}
		end -= n
	}
	return protocol.Span{Start: uint32(start), End: uint32(end)}
}

const (
	minWrap = 40  // columns: shorter full lines are a poem or a list
	maxWrap = 110 // columns: longer full lines are paragraphs already
)

// joinWrapped joins the lines of paragraphs that were wrapped at a column, as
// mail and news wires are. A run of lines without a blank one between is wrapped
// if its longest line is of a usual width and nearly every line is full, that
// is, the first word of the next line would not have fitted on it.
func joinWrapped(text string, lines []line) []line {
	out := lines[:0]
	for i := 0; i < len(lines); {
		j := i + 1
		for j < len(lines) && !lines[j].gap {
			j++
		}
		out = joinRun(text, lines[i:j], out)
		i = j
	}
	return out
}

// joinRun appends the paragraphs of one run to out, which may share its array.
func joinRun(text string, run, out []line) []line {
	if len(run) < 3 {
		return append(out, run...)
	}
	width := 0
	for i := 0; i < len(run) && width <= maxWrap; i++ {
		width = max(width, columns(text, run[i].Span))
	}
	if width < minWrap || width > maxWrap {
		return append(out, run...)
	}
	full := 0
	for i := range run[:len(run)-1] {
		if isFull(text, run[i].Span, run[i+1].Span, width) {
			full++
		}
	}
	if full*10 < (len(run)-1)*6 { // short last lines of paragraphs are the rest
		return append(out, run...)
	}
	joined := false
	for i := range run {
		l := run[i]
		if joined {
			out[len(out)-1].Span.End = l.Span.End
		} else {
			out = append(out, l)
		}
		joined = i+1 < len(run) && isFull(text, l.Span, run[i+1].Span, width) && !isIndented(text, run[i+1].Span, l.Span)
	}
	return out
}

// columns is the width of a span in runes.
func columns(text string, s protocol.Span) int { return utf8.RuneCountInString(s.Of(text)) }

// isFull reports whether the first word of next would have passed width on l.
func isFull(text string, l, next protocol.Span, width int) bool {
	first := 0
	for i := next.Start; i < next.End && spaceLen(text, int(i)) == 0; i++ {
		first++
	}
	return columns(text, l)+1+first > width-6 // ragged wraps leave a few columns
}

// isIndented reports whether the line at s begins further in than prev: the
// first line of a paragraph in the style of wires.
func isIndented(text string, s, prev protocol.Span) bool {
	return indent(text, s.Start) > indent(text, prev.Start)+1
}

func indent(text string, start uint32) int {
	n := 0
	for i := int(start) - 1; i >= 0 && (text[i] == ' ' || text[i] == '\t'); i-- {
		n++
	}
	return n
}
