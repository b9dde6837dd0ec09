package export

import (
	"slices"
	"strings"

	"clippings/wasm/protocol"
)

// stripFurniture leaves of the text the paragraphs of the article, with a line
// between those that had one. Offsets are those in the new text; facts that stood in
// furniture have none.
func stripFurniture(doc *protocol.Document) {
	if !slices.ContainsFunc(doc.Paragraphs, func(p protocol.Paragraph) bool { return !p.Role.IsArticle() }) {
		return
	}
	var text strings.Builder
	var kept []protocol.Paragraph
	var from []uint32 // of each kept paragraph, where it stood
	end := uint32(0)  // of the last kept paragraph, where it stood
	for _, p := range doc.Paragraphs {
		if !p.Role.IsArticle() {
			continue
		}
		if len(kept) > 0 {
			text.WriteString(lineBreak(doc.Text[end:p.Start]))
		}
		from, end = append(from, p.Start), p.End
		start := uint32(text.Len())
		text.WriteString(p.Of(doc.Text))
		p.Span = protocol.Span{Start: start, End: uint32(text.Len())}
		kept = append(kept, p)
	}
	facts := slices.Clone(doc.Facts)
	for i := range facts {
		facts[i].Span = moved(facts[i].Span, kept, from)
	}
	doc.Text, doc.Paragraphs, doc.Facts = text.String(), kept, facts
}

// lineBreak is what stays of what stood between two paragraphs.
func lineBreak(between string) string {
	switch strings.Count(between, "\n") {
	case 0:
		if strings.TrimSpace(between) == "" && between != "" {
			return " "
		}
		return "\n"
	case 1:
		return "\n"
	}
	return "\n\n"
}

// moved is where a span of the old text stands in the new one; empty if it does not.
func moved(s protocol.Span, kept []protocol.Paragraph, from []uint32) protocol.Span {
	for i, p := range kept {
		if s.Start < s.End && from[i] <= s.Start && s.End <= from[i]+uint32(p.Len()) {
			at := p.Start + s.Start - from[i]
			return protocol.Span{Start: at, End: at + uint32(s.Len())}
		}
	}
	return protocol.Span{}
}
