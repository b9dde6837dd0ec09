package shard

import (
	"cmp"
	"slices"
	"strings"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/protocol"
)

// maxFoldings bounds how many are told of two texts.
const maxFoldings = 50

// foldings tells which words of two texts' passages were taken for the same
// though they are spelled otherwise, by more than capitals; and which words, such
// as courtesy titles, were passed over, with nothing on the side that lacks them.
func foldings(scan *analysis.Scanner, passages []protocol.Passage, texts [2]string) []protocol.Folding {
	times := map[[2]string]uint32{}
	here, there := newSpelling(), newSpelling()
	for _, p := range passages {
		here.read(scan, p.Span.Of(texts[0]))
		there.read(scan, p.OtherSpan.Of(texts[1]))
		for term, mine := range here.words {
			if theirs, ok := there.words[term]; ok && !strings.EqualFold(mine.form, theirs.form) {
				times[[2]string{mine.form, theirs.form}] += min(mine.times, theirs.times)
			}
		}
		for title, n := range here.titles {
			if m := there.titles[title]; n > m {
				times[[2]string{title, ""}] += n - m
			}
		}
		for title, n := range there.titles {
			if m := here.titles[title]; n > m {
				times[[2]string{"", title}] += n - m
			}
		}
	}
	list := make([]protocol.Folding, 0, len(times))
	for forms, n := range times {
		list = append(list, protocol.Folding{Here: forms[0], There: forms[1], Times: n})
	}
	slices.SortFunc(list, func(a, b protocol.Folding) int {
		return cmp.Or(cmp.Compare(b.Times, a.Times), strings.Compare(a.Here, b.Here), strings.Compare(a.There, b.There))
	})
	if len(list) == 0 {
		return nil
	}
	return list[:min(len(list), maxFoldings)]
}

// spelling is how a stretch of text spells its words.
type spelling struct {
	words  map[uint64]form // by term
	titles map[string]uint32
}

// form is how a word is spelled where it first stands, and how often it stands.
type form struct {
	form  string
	times uint32
}

func newSpelling() *spelling {
	return &spelling{words: map[uint64]form{}, titles: map[string]uint32{}}
}

func (s *spelling) read(scan *analysis.Scanner, text string) {
	clear(s.words)
	clear(s.titles)
	scan.Reset(text)
	for scan.Next() {
		word := text[scan.Start():scan.End()]
		term, ok := scan.Compared()
		if !ok {
			s.titles[word]++
			continue
		}
		f, ok := s.words[term]
		if !ok {
			f.form = word
		}
		f.times++
		s.words[term] = f
	}
}
