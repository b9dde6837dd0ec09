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
	var text []byte
	var kept []protocol.Paragraph
	var from []uint32 // of each kept paragraph, where it stood
	end := uint32(0)  // of the last kept paragraph, where it stood
	for _, p := range doc.Paragraphs {
		if !p.Role.IsArticle() {
			continue
		}
		if len(kept) > 0 {
			text = append(text, lineBreak(doc.Text[end:p.Start])...)
		}
		from, end = append(from, p.Start), p.End
		start := uint32(len(text))
		text = append(text, p.Of(doc.Text)...)
		p.Span = protocol.Span{Start: start, End: uint32(len(text))}
		kept = append(kept, p)
	}
	facts := slices.Clone(doc.Facts)
	for i := range facts {
		s := facts[i].Span
		facts[i].Span = protocol.Span{}
		for k, p := range kept {
			if from[k] <= s.Start && s.Start < s.End && s.End <= from[k]+uint32(p.Len()) {
				facts[i].Span = protocol.Span{Start: s.Start + p.Start - from[k], End: s.End + p.Start - from[k]}
			}
		}
	}
	doc.Text, doc.Paragraphs, doc.Facts = string(text), kept, facts
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
