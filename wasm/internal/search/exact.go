package search

import (
	"strings"

	"clippings/wasm/protocol"
)

// A row that is wanted as written is found by its folded words; then the text
// itself is read, word by word, at the places found. A text without the words'
// bytes is passed over.

// spelled keeps the places where a row stands as written.
func (e *evaluator) spelled(places []place, r row, docs []uint32) []place {
	kept := places[:0]
	e.each(places, func(i int, places []place) {
		if e.docs == nil || e.tick() {
			return
		}
		text, _ := e.docs.Text(e.seg.Base() + docs[i])
		e.work += 64 + len(text)/64
		if !e.holdsAll(text, r) {
			return
		}
		e.work += len(text) / 4
		words := e.wordsOf(text)
		for _, p := range places {
			if e.isSpelled(r, text, words, int(p.position())) {
				kept = append(kept, p)
			}
		}
	})
	return kept
}

// holdsAll reports whether all words of the row as written are in the text
// somewhere.
func (e *evaluator) holdsAll(text string, r row) bool {
	for i := range r.words {
		if !strings.Contains(text, e.q.atoms[r.first+i].surface) {
			return false
		}
	}
	return true
}

// isSpelled reports whether the words from position at on are those of the row.
func (e *evaluator) isSpelled(r row, text string, words []protocol.Span, at int) bool {
	if at+r.words > len(words) {
		return false
	}
	for i := range r.words {
		if words[at+i].Of(text) != e.q.atoms[r.first+i].surface {
			return false
		}
	}
	return true
}

// wordsOf is the words of a text, by position. They are valid until the next call.
func (e *evaluator) wordsOf(text string) []protocol.Span {
	out := e.words[:0]
	for e.scanner.Reset(text); e.scanner.Next(); {
		out = append(out, protocol.Span{Start: e.scanner.Start(), End: e.scanner.End()})
	}
	e.words = out
	return out
}
