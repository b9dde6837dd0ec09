package search

import (
	"sort"

	"clippings/wasm/internal/pattern"
	"clippings/wasm/protocol"
)

// textPlaces is where an expression over the text matches in some documents: for
// each match in a paragraph the word it begins in or before, each word once.
func (e *evaluator) textPlaces(l *leaf, docs []uint32) []place {
	var out []place
	goOn := func() bool {
		e.work += yieldWork
		return !e.tick()
	}
	for i, d := range docs {
		if e.docs == nil || e.tick() {
			break
		}
		text, paragraphs := e.docs.Text(e.seg.Base() + d)
		e.work += 64
		var words []protocol.Span
		for _, p := range paragraphs {
			field, ok := FieldOf(p.Role)
			if !ok || !l.scope.has(field) {
				continue
			}
			e.eachMatch(l.pattern, p.Of(text), goOn, func(start int) {
				if words == nil {
					words = e.wordsOf(text)
				}
				at, ok := wordAt(words, p.Span, p.Start+uint32(start))
				if pl := newPlace(i, at, scaleOwn); ok && (len(out) == 0 || out[len(out)-1] != pl) {
					out = append(out, pl)
				}
			})
		}
	}
	return out
}

// eachMatch calls fn with where each match in the text of a paragraph begins.
func (e *evaluator) eachMatch(p *pattern.Pattern, text string, goOn func() bool, fn func(start int)) {
	e.work += len(text) / 4 // a byte takes some 4 ns in WASM
	for at := 0; !e.tick(); {
		start, end, ok := p.Next(text, at, goOn)
		if !ok {
			return
		}
		e.work += 64
		fn(start)
		at = end
	}
}

// wordAt is the position of the first word of a paragraph that ends after a byte of
// the text, or of its last word.
func wordAt(words []protocol.Span, in protocol.Span, at uint32) (position uint32, ok bool) {
	n := sort.Search(len(words), func(i int) bool { return words[i].End > at })
	if n == len(words) || words[n].Start >= in.End {
		n--
	}
	return uint32(n), n >= 0 && words[n].End > in.Start
}
