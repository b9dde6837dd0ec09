package synopsis

import (
	"cmp"
	"slices"

	"clippings/wasm/internal/quote"
	"clippings/wasm/protocol"
)

// minQuoted is the number of words of the shortest quotation that is a saying.
const minQuoted = 2

// quoted is something that a text quotes.
type quoted struct {
	text    int
	span    protocol.Span // from its first word to its last
	wording string
	speaker string
	via     string
	words   []uint64 // in order, as they are compared
}

// sayings are the quotations of all texts, those that are one put together.
func (s *story) sayings() ([]protocol.Saying, error) {
	var all []quoted
	for i := range s.texts {
		all = s.appendQuoted(all, i)
		if err := s.yield(); err != nil {
			return nil, err
		}
	}
	groups, err := s.group(all)
	if err != nil {
		return nil, err
	}
	out := make([]protocol.Saying, 0, len(groups))
	for _, g := range groups {
		out = append(out, s.saying(g))
	}
	slices.SortFunc(out, func(a, b protocol.Saying) int {
		return cmp.Or(cmp.Compare(textsOf(b), textsOf(a)), compareSentences(firstOf(a), firstOf(b)))
	})
	return out, nil
}

// appendQuoted appends what the i-th text quotes.
func (s *story) appendQuoted(dst []quoted, i int) []quoted {
	doc := s.texts[i].doc
	from := uint32(0)
	for _, p := range told(doc) {
		for _, span := range quote.Spans(nil, doc.Text, []protocol.Paragraph{p}) {
			if span.Start < from {
				continue
			}
			q := quoted{text: i, span: span, wording: span.Of(doc.Text)}
			if q.words = s.sequence(q.wording); len(q.words) >= minQuoted {
				dst = append(dst, q)
			}
			from = span.End
		}
	}
	return dst
}

// sequence is the words of a text in order, as they are compared.
func (s *story) sequence(text string) []uint64 {
	var out []uint64
	s.scan.Reset(text)
	for s.scan.Next() {
		if hash, ok := s.scan.Compared(); ok {
			out = append(out, hash)
		}
	}
	return out
}

// group puts together what is one saying: the shorter stands within the longer, or
// most of its words do.
func (s *story) group(all []quoted) ([][]quoted, error) {
	slices.SortStableFunc(all, func(a, b quoted) int { return cmp.Compare(len(b.words), len(a.words)) })
	having := map[uint64][]int{} // groups by the words of their first
	var groups [][]quoted
	for n, q := range all {
		if n%16 == 0 {
			if err := s.yield(); err != nil {
				return nil, err
			}
		}
		best, most := -1, float32(0)
		for _, w := range q.words {
			list := having[w]
			if len(list) > 64 {
				continue
			}
			for _, g := range list {
				if c := containment(q.words, groups[g][0].words); c > most {
					best, most = g, c
				}
			}
		}
		if best >= 0 && most >= 0.6 {
			groups[best] = append(groups[best], q)
			continue
		}
		words := slices.Clone(q.words)
		slices.Sort(words)
		for _, w := range slices.Compact(words) {
			having[w] = append(having[w], len(groups))
		}
		groups = append(groups, []quoted{q})
	}
	return groups, nil
}

// containment is the part of the words of a that stand in b in the same order,
// side by side with another one of them.
func containment(a, b []uint64) float32 {
	n := 0
	for i := 0; i+1 < len(a); i++ {
		for k := 0; k+1 < len(b); k++ {
			if a[i] == b[k] && a[i+1] == b[k+1] {
				n++
				break
			}
		}
	}
	return float32(n) / float32(len(a)-1)
}

// saying is a group as it is told.
func (s *story) saying(group []quoted) protocol.Saying {
	var out protocol.Saying
	for _, q := range group {
		where := protocol.Sentence{Text: s.texts[q.text].number, Span: q.span}
		at := slices.IndexFunc(group, func(other quoted) bool { return slices.Equal(other.words, q.words) })
		wording := group[at].wording
		k := slices.IndexFunc(out.Wordings, func(w protocol.Wording) bool { return w.Text == wording })
		if k < 0 {
			k = len(out.Wordings)
			out.Wordings = append(out.Wordings, protocol.Wording{Text: wording})
		}
		out.Wordings[k].In = append(out.Wordings[k].In, where)
	}
	for _, w := range out.Wordings {
		slices.SortFunc(w.In, compareSentences)
	}
	slices.SortStableFunc(out.Wordings, func(a, b protocol.Wording) int { return cmp.Compare(len(b.In), len(a.In)) })
	return out
}

// textsOf is how many texts have a saying.
func textsOf(s protocol.Saying) int {
	var in []uint32
	for _, w := range s.Wordings {
		for _, at := range w.In {
			in = append(in, at.Text)
		}
	}
	slices.Sort(in)
	return len(slices.Compact(in))
}

// firstOf is where a saying stands first.
func firstOf(s protocol.Saying) protocol.Sentence {
	first := s.Wordings[0].In[0]
	for _, w := range s.Wordings {
		if compareSentences(w.In[0], first) < 0 {
			first = w.In[0]
		}
	}
	return first
}
