package synopsis

import (
	"cmp"
	"slices"
	"strings"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// joiner makes statements of counterparts.
type joiner struct {
	*finder
	linked [][]uint32 // to each sentence its counterparts further on, sorted
	of     []int      // the list that each sentence is in
	in     [][]int    // the lists, each sentence in its own to begin with
	has    []bool     // a counterpart
}

// join joins counterparts, the best first, so that a statement has one sentence of
// a text, and most of each two parts it was joined of are counterparts; then gives
// sentences that tell in two what another tells in one.
func (f *finder) join() *joiner {
	j := &joiner{
		finder: f, linked: make([][]uint32, len(f.sentences)),
		of: make([]int, len(f.sentences)), in: make([][]int, len(f.sentences)), has: make([]bool, len(f.sentences)),
	}
	for i := range j.of {
		j.of[i], j.in[i] = i, []int{i}
	}
	for _, p := range f.pairs {
		j.linked[p.a] = append(j.linked[p.a], uint32(p.b))
		j.has[p.a], j.has[p.b] = true, true
	}
	for _, list := range j.linked {
		slices.Sort(list)
	}
	for _, p := range f.pairs {
		if x, y := j.of[p.a], j.of[p.b]; x != y && j.mayJoin(j.in[x], j.in[y]) {
			j.put(x, j.in[y]...)
		}
	}
	for _, p := range f.doubles {
		j.joinDouble(p)
	}
	return j
}

// put puts sentences into a list.
func (j *joiner) put(x int, sentences ...int) {
	for _, i := range sentences {
		j.in[j.of[i]] = nil
		j.of[i] = x
	}
	j.in[x] = append(j.in[x], sentences...)
}

// mayJoin reports whether two lists of sentences are of different texts, and at
// least half of the one counterparts of the other.
func (j *joiner) mayJoin(x, y []int) bool {
	links := 0
	for _, a := range x {
		for _, b := range y {
			if j.sentences[a].text == j.sentences[b].text {
				return false
			}
			if j.areLinked(min(a, b), max(a, b)) {
				links++
			}
		}
	}
	return 2*links >= len(x)*len(y)
}

// areLinked reports whether two sentences are counterparts.
func (j *joiner) areLinked(a, b int) bool {
	if key := j.sentences[a].key; key != 0 && key == j.sentences[b].key {
		return true
	}
	_, ok := slices.BinarySearch(j.linked[a], uint32(b))
	return ok
}

// joinDouble puts the two sentences of p, those of them that are in no statement,
// into the one's, if it has nothing else of their text.
func (j *joiner) joinDouble(p pair) {
	x := j.of[p.a]
	var free []int
	for _, b := range []int{p.b, p.b + 1} {
		switch {
		case j.isFree(b):
			free = append(free, b)
		case j.of[b] != x:
			return
		}
	}
	taken := 0 // sentences of their text that the statement has
	for _, i := range j.in[x] {
		if j.sentences[i].text == j.sentences[p.b].text {
			taken++
		}
	}
	if len(free) == 0 || taken+len(free) != 2 {
		return
	}
	j.put(x, free...)
	j.has[p.a], j.has[p.b], j.has[p.b+1] = true, true, true
}

// isFree reports whether a sentence is in no statement.
func (j *joiner) isFree(i int) bool { return j.of[i] == i && len(j.in[i]) == 1 }

// adjoin reports whether a sentence and the next are of one text with nothing
// between them.
func (s *story) adjoin(i int) bool {
	a, b := &s.sentences[i], &s.sentences[i+1]
	return a.text == b.text && strings.TrimSpace(s.texts[a.text].doc.Text[a.span.End:b.span.Start]) == ""
}

// shared are the statements as they are told.
func (j *joiner) shared() []protocol.Statement {
	out := []protocol.Statement{}
	for _, list := range j.in {
		if len(list) > 1 {
			out = append(out, j.statement(list))
		}
	}
	ordering.By(out, func(a, b protocol.Statement) int {
		return cmp.Or(cmp.Compare(len(b.In), len(a.In)), compareSentences(a.In[0], b.In[0]))
	})
	return out
}

// statement tells a list; two sentences of a text as one stretch.
func (j *joiner) statement(list []int) protocol.Statement {
	slices.Sort(list)
	var out protocol.Statement
	for k, i := range list {
		o := &j.sentences[i]
		if k > 0 && j.sentences[list[k-1]].text == o.text {
			out.In[len(out.In)-1].Span.End = o.span.End
			continue
		}
		out.In = append(out.In, protocol.Sentence{Text: j.texts[o.text].number, Span: o.span})
	}
	ordering.By(out.In, compareSentences)
	return out
}

func compareSentences(a, b protocol.Sentence) int {
	return cmp.Or(cmp.Compare(a.Text, b.Text), cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
}

// minOnly is the number of words of the shortest sentence that is told as standing
// in one text only.
const minOnly = 5

// only tells for each text what has no counterpart.
func (j *joiner) only() []protocol.OnlyHere {
	out := make([]protocol.OnlyHere, len(j.texts))
	for _, t := range j.texts {
		o := protocol.OnlyHere{Text: t.number, Of: uint32(t.end - t.first)}
		for i := t.first; i < t.end; i++ {
			if !j.has[i] && j.sentences[i].count >= minOnly {
				o.Sentences = append(o.Sentences, j.sentences[i].span)
			}
		}
		out[t.number] = o
	}
	return out
}
