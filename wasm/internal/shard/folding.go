package shard

import (
	"cmp"
	"slices"
	"strings"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// maxFoldings bounds how many are told of two texts.
const maxFoldings = 50

// foldings tells which words of two texts' passages were taken for the same
// though they are spelled otherwise, by more than capitals; and which words, such
// as courtesy titles, were passed over, with nothing on the side that lacks them.
// Within a passage words are counted, not aligned: a spelling that both have is
// none to tell of as often as both have it, and of what is left the first of one
// side is told with the first of the other.
func foldings(scan *analysis.Scanner, passages []protocol.Passage, texts [2]string) []protocol.Folding {
	times := map[[2]string]uint32{}
	here, there := newSpelling(), newSpelling()
	for _, p := range passages {
		here.read(scan, p.Span.Of(texts[0]))
		there.read(scan, p.OtherSpan.Of(texts[1]))
		for term, mine := range here.words {
			if theirs := there.words[term]; len(theirs) > 0 {
				pairForms(mine, theirs, times)
			}
		}
		for word, mine := range here.passed {
			if m := there.passed[word].times; mine.times > m {
				times[[2]string{mine.form, ""}] += mine.times - m
			}
		}
		for word, theirs := range there.passed {
			if m := here.passed[word].times; theirs.times > m {
				times[[2]string{"", theirs.form}] += theirs.times - m
			}
		}
	}
	list := make([]protocol.Folding, 0, len(times))
	for forms, n := range times {
		list = append(list, protocol.Folding{Here: forms[0], There: forms[1], Times: n})
	}
	ordering.By(list, func(a, b protocol.Folding) int {
		return cmp.Or(cmp.Compare(b.Times, a.Times), strings.Compare(a.Here, b.Here), strings.Compare(a.There, b.There))
	})
	if len(list) == 0 {
		return nil
	}
	return list[:min(len(list), maxFoldings)]
}

// pairForms adds to times which spellings of one word stand for each other. It
// uses up the counts of both.
func pairForms(here, there []form, times map[[2]string]uint32) {
	for _, same := range []bool{true, false} {
		for i := range here {
			for k := range there {
				a, b := &here[i], &there[k]
				n := min(a.times, b.times)
				if n == 0 || same && !strings.EqualFold(a.form, b.form) {
					continue
				}
				a.times, b.times = a.times-n, b.times-n
				if !same {
					times[[2]string{a.form, b.form}] += n
				}
			}
		}
	}
}

// spelling is how a stretch of text spells its words.
type spelling struct {
	words  map[uint64][]form // by the hash by which they are compared
	passed map[string]form   // words that are passed over, in small letters
}

// form is one spelling of a word but for capitals, and how often it stands.
type form struct {
	form  string
	times uint32
}

// maxForms bounds the spellings of one word that are told apart.
const maxForms = 8

func newSpelling() *spelling {
	return &spelling{words: map[uint64][]form{}, passed: map[string]form{}}
}

func (s *spelling) read(scan *analysis.Scanner, text string) {
	clear(s.words)
	clear(s.passed)
	scan.Reset(text)
	for scan.Next() {
		word := text[scan.Start():scan.End()]
		term, ok := scan.Compared()
		if !ok {
			small := strings.ToLower(word)
			f := s.passed[small]
			s.passed[small] = form{cmp.Or(f.form, word), f.times + 1}
			continue
		}
		forms := s.words[term]
		at := slices.IndexFunc(forms, func(f form) bool { return strings.EqualFold(f.form, word) })
		switch {
		case at >= 0:
			forms[at].times++
		case len(forms) < maxForms:
			s.words[term] = append(forms, form{word, 1})
		}
	}
}
