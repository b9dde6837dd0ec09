package newswire

import "strings"

// wrapWidth is over what agencies broke lines at; a longer line is a paragraph.
const wrapWidth = 100

// writePlain writes text with a blank line between its paragraphs and none of the
// line ends that only fit it to a width. A paragraph begins behind a blank line,
// with a line that is set in, or with any line if lines are not broken at all.
// The rows of a table keep their lines.
func writePlain(out *strings.Builder, text string) {
	shape := shapeOf(text)
	last := noLine
	for line := range strings.SplitSeq(text, "\n") {
		body := strings.TrimSpace(line)
		if body == "" {
			if last != noLine {
				last = blankLine
			}
			continue
		}
		kind := proseLine
		if strings.Contains(body, "   ") {
			kind = tableLine
		}
		switch {
		case last == noLine:
			if out.Len() > 0 {
				out.WriteString("\n\n")
			}
		case kind == tableLine && last == tableLine:
			out.WriteByte('\n')
		case kind == proseLine && last == proseLine && !shape.long && indent(line) <= shape.indent:
			out.WriteByte(' ')
		default:
			out.WriteString("\n\n")
		}
		out.WriteString(body)
		last = kind
	}
}

type lineKind uint8

const (
	noLine lineKind = iota // before the first
	blankLine
	proseLine
	tableLine
)

// A shape is how the lines of a text are set.
type shape struct {
	indent int  // of the line that is set in least
	long   bool // there are lines that no width broke
}

func shapeOf(text string) shape {
	s := shape{indent: -1}
	for line := range strings.SplitSeq(text, "\n") {
		body := strings.TrimSpace(line)
		if body == "" {
			continue
		}
		if n := indent(line); s.indent < 0 || n < s.indent {
			s.indent = n
		}
		s.long = s.long || len(body) > wrapWidth
	}
	return s
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }
