package synopsis

import (
	"cmp"
	"slices"

	"clippings/wasm/protocol"
)

// statements joins counterparts, the best first, so that no two sentences of one
// text are in a statement, and most of each are counterparts of one another.
func (s *story) statements(pairs []pair) [][]int {
	linked := make(map[[2]int]bool, len(pairs))
	for _, p := range pairs {
		linked[[2]int{p.a, p.b}] = true
	}
	of := make([]int, len(s.sentences)) // the statement of each sentence
	in := make([][]int, len(s.sentences))
	for i := range of {
		of[i], in[i] = i, []int{i}
	}
	for _, p := range pairs {
		x, y := of[p.a], of[p.b]
		if x == y || !s.mayJoin(in[x], in[y], linked) {
			continue
		}
		for _, i := range in[y] {
			of[i] = x
		}
		in[x], in[y] = append(in[x], in[y]...), nil
	}
	return slices.DeleteFunc(in, func(list []int) bool { return len(list) < 2 })
}

// mayJoin reports whether two lists of sentences are of different texts, and at
// least half of the one counterparts of the other.
func (s *story) mayJoin(x, y []int, linked map[[2]int]bool) bool {
	links := 0
	for _, a := range x {
		for _, b := range y {
			if s.sentences[a].text == s.sentences[b].text {
				return false
			}
			if linked[[2]int{min(a, b), max(a, b)}] {
				links++
			}
		}
	}
	return 2*links >= len(x)*len(y)
}

// shared are the statements as they are told.
func (s *story) shared(lists [][]int) []protocol.Statement {
	out := make([]protocol.Statement, 0, len(lists))
	for _, list := range lists {
		var st protocol.Statement
		for _, i := range list {
			st.In = append(st.In, protocol.Sentence{Text: s.number(i), Span: s.sentences[i].span})
		}
		slices.SortFunc(st.In, compareSentences)
		out = append(out, st)
	}
	slices.SortFunc(out, func(a, b protocol.Statement) int {
		return cmp.Or(cmp.Compare(len(b.In), len(a.In)), compareSentences(a.In[0], b.In[0]))
	})
	return out
}

// number is the number of the text that a sentence stands in.
func (s *story) number(i int) uint32 { return s.texts[s.sentences[i].text].number }

func compareSentences(a, b protocol.Sentence) int {
	return cmp.Or(cmp.Compare(a.Text, b.Text), cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
}

// minOnly is the number of words of the shortest sentence that is told as standing
// in one text only.
const minOnly = 5

// only tells for each text what has no counterpart.
func (s *story) only(pairs []pair) []protocol.OnlyHere {
	has := make([]bool, len(s.sentences))
	for _, p := range pairs {
		has[p.a], has[p.b] = true, true
	}
	out := make([]protocol.OnlyHere, len(s.texts))
	for _, t := range s.texts {
		o := protocol.OnlyHere{Text: t.number, Of: uint32(t.end - t.first)}
		for i := t.first; i < t.end; i++ {
			if !has[i] && s.sentences[i].count >= minOnly {
				o.Sentences = append(o.Sentences, s.sentences[i].span)
			}
		}
		out[t.number] = o
	}
	return out
}
