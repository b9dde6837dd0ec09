package format

import (
	"strings"

	"clippings/wasm/internal/extract"
	"clippings/wasm/protocol"
)

// heading is the title, and the subtitle, that a container gives and its text
// does not begin with: a subject, a column. They are put before the text, where
// they are read, searched and corrected like any headline.
func (p *piece) heading() []string {
	if len(p.facts) == 0 {
		return nil
	}
	var lines []string
	start := strings.ToLower(p.text[:min(len(p.text), headingReach)])
	for _, field := range []string{"title", "subtitle"} {
		for _, f := range p.facts {
			if f.Field != field || f.Trust < protocol.TrustLikely {
				continue
			}
			line := strings.Join(strings.Fields(f.Value), " ")
			if line != "" && !strings.Contains(start, strings.ToLower(line)) {
				lines = append(lines, line)
			}
			break
		}
		if len(lines) == 0 {
			return nil // a subtitle does not stand alone
		}
	}
	return lines
}

// headingReach is how far into a text its headline may stand, in bytes.
const headingReach = 1000

// head puts the heading before a plain text.
func (p *piece) head(in *extract.Input) {
	lines := p.heading()
	if len(lines) > 0 {
		p.text = strings.Join(lines, "\n\n") + "\n\n" + p.text
		in.Headed = len(lines)
	}
}

// headPage puts the heading before the lines of a page.
func (p *piece) headPage(in *extract.Input) {
	lines := p.heading()
	if len(lines) == 0 {
		return
	}
	text := strings.Join(lines, "\n") + "\n"
	moved := make([]extract.Line, 0, len(in.Lines)+len(lines))
	at := uint32(0)
	for i, line := range lines {
		hint := extract.HintH1
		if i > 0 {
			hint = extract.HintSubtitle
		}
		end := at + uint32(len(line))
		moved = append(moved, extract.Line{Span: protocol.Span{Start: at, End: end}, Hints: hint, Inline: hint})
		at = end + 1
	}
	for _, l := range in.Lines {
		l.Span.Start, l.Span.End = l.Span.Start+at, l.Span.End+at
		moved = append(moved, l)
	}
	p.text, in.Lines, in.Headed = text+p.text, moved, len(lines)
}
