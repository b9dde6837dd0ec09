package shard

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sahilm/fuzzy"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/protocol"
)

const (
	// maxPattern bounds what is typed: from about 40 adjacent matches on the
	// score of package fuzzy overflows.
	maxPattern = 38
	// maxChoice bounds a text that is matched, in bytes: the score falls with
	// every letter that does not match, so what lies beyond never wins.
	maxChoice = 160
	// pauseEvery is how many texts are matched between two pauses: about 5 ms.
	pauseEvery = 2000
	// foldEvery is how many documents' texts are folded between two pauses.
	foldEvery = 500
)

// choices are the titles and file names of a shard, folded for accents and
// case. A text that is there does not change.
type choices struct {
	texts   []choice
	indexed int // documents whose choices are in texts
}

// choice is one text that can be chosen.
type choice struct {
	doc     uint32
	file    bool
	folded  string
	letters uint64 // which letters and digits stand in folded
}

// update adds documents that came since the last call.
func (c *choices) update(docs []document) {
	for ; c.indexed < len(docs); c.indexed++ {
		d := &docs[c.indexed]
		if d.title != "" {
			c.add(choice{doc: uint32(c.indexed), folded: foldChoice(d.title)})
		}
		c.add(choice{doc: uint32(c.indexed), file: true, folded: foldChoice(d.info.Name)})
	}
}

func (c *choices) add(t choice) {
	t.letters = letters(t.folded)
	c.texts = append(c.texts, t)
}

// picks are texts that can match a pattern at all. They implement fuzzy.Source.
type picks []*choice

// String implements fuzzy.Source.
func (p picks) String(i int) string { return p[i].folded }

// Len implements fuzzy.Source.
func (p picks) Len() int { return len(p) }

// narrow picks from the first texts those that hold every letter of the pattern,
// until p is full, and returns the texts not looked at. That is cheap, exact (a
// subsequence needs all its letters) and leaves few: package fuzzy alone takes
// 250 ms for 100,000 titles in a worker.
func (p picks) narrow(texts []choice, pattern string) (picks, []choice) {
	need := letters(pattern)
	for i := range texts {
		if len(p) == cap(p) {
			return p, texts[i:]
		}
		if need&^texts[i].letters == 0 {
			p = append(p, &texts[i])
		}
	}
	return p, nil
}

// letters is the set of ASCII letters and digits of a folded text; all other
// characters share what is left of the bits.
func letters(folded string) uint64 {
	var set uint64
	for _, r := range folded {
		switch {
		case r >= 'a' && r <= 'z':
			set |= 1 << (r - 'a')
		case r >= '0' && r <= '9':
			set |= 1 << (26 + r - '0')
		case r != ' ':
			set |= 1 << (36 + r%28)
		}
	}
	return set
}

// foldChoice folds a text word by word for matching. It may be longer or
// shorter than the text; see original.
func foldChoice(text string) string {
	if len(text) > maxChoice {
		text = cut(text, maxChoice)
	}
	var b strings.Builder
	for _, r := range text {
		b.WriteString(foldRune(r))
	}
	return b.String()
}

// foldRune folds one character. What folding drops (a combining accent) stays
// as it is, so that every character of a text has a place in its folded form.
func foldRune(r rune) string {
	if r < utf8.RuneSelf {
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		return string(r)
	}
	if folded := analysis.Fold(string(r)); folded != "" {
		return folded
	}
	return string(r)
}

// original maps sorted byte offsets in foldChoice(text) to the characters of
// text they come from, as spans, adjacent ones joined.
func original(text string, offsets []int) []protocol.Span {
	var spans []protocol.Span
	folded := 0
	for i, r := range text {
		next := folded + len(foldRune(r))
		hit := false
		for len(offsets) > 0 && offsets[0] < next {
			hit = true
			offsets = offsets[1:]
		}
		folded = next
		if !hit {
			continue
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		span := protocol.Span{Start: uint32(i), End: uint32(i + size)}
		if n := len(spans); n > 0 && spans[n-1].End == span.Start {
			spans[n-1].End = span.End
		} else {
			spans = append(spans, span)
		}
	}
	return spans
}

func (s *Shard) quickOpen(ctx context.Context, q protocol.QuickOpen) (protocol.Choices, error) {
	pattern := strings.ReplaceAll(foldChoice(q.Pattern), " ", "")
	for i := range pattern {
		if i >= maxPattern {
			pattern = pattern[:i]
			break
		}
	}
	// No lock is held while others are let in.
	yield := s.yield(ctx)
	texts, docs, err := s.foldedTexts(yield)
	if err != nil || pattern == "" {
		return protocol.Choices{}, err
	}
	answer := protocol.Choices{}
	picked := make(picks, 0, pauseEvery)
	for len(texts) > 0 {
		picked, texts = picked[:0].narrow(texts, pattern)
		matches := fuzzy.FindFromNoSort(pattern, picked)
		s.mu.RLock()
		for _, m := range matches {
			answer.Choices = append(answer.Choices, choiceOf(docs, picked[m.Index], m))
		}
		s.mu.RUnlock()
		if err := yield(); err != nil {
			return protocol.Choices{}, err
		}
	}
	slices.SortFunc(answer.Choices, protocol.CompareChoices)
	answer.Choices = answer.Choices[:min(len(answer.Choices), int(q.Limit))]
	return answer, nil
}

// foldedTexts is all choices and the documents they are of.
func (s *Shard) foldedTexts(yield func() error) ([]choice, []document, error) {
	for {
		s.mu.Lock()
		s.choices.update(s.docs[:min(len(s.docs), s.choices.indexed+foldEvery)])
		texts, docs := s.choices.texts, s.docs
		isWhole := s.choices.indexed == len(docs)
		s.mu.Unlock()
		if isWhole {
			return texts, docs, nil
		}
		if err := yield(); err != nil {
			return nil, nil, err
		}
	}
}

// choiceOf is a text that matches, as it is told. The caller holds the lock.
func choiceOf(docs []document, t *choice, m fuzzy.Match) protocol.Choice {
	d := &docs[t.doc]
	text := d.title
	if t.file {
		text = d.info.Name
	}
	return protocol.Choice{
		ID: d.info.ID, Text: text, File: t.file, Score: int64(m.Score), Matches: original(text, m.MatchedIndexes),
	}
}
