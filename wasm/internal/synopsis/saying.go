package synopsis

import (
	"cmp"
	"slices"
	"strings"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// Two quotations are one saying if this part of the shorter one's pairs of words
// stands in the other, or if they are alike as counterparts are and of one speaker.
const (
	sameWords    = 0.6
	sameSpeaker  = 0.4
	maxWordLists = 64 // sayings that are looked at for one word
)

// group is a saying under way. The first quotation is the longest.
type group struct {
	quotes []quoted
	who    [2]uint64 // spoke, and passed it on, as the first says that names one
	seen   int       // the quotation it was last compared with
}

// grouper puts quotations together.
type grouper struct {
	*story
	groups []*group
	having map[uint64][]int // groups by the words of their first
}

// sayings are what all texts quote, each saying in all its wordings.
func (s *story) sayings() ([]protocol.Saying, error) {
	all, err := s.quotes()
	if err != nil {
		return nil, err
	}
	g := grouper{story: s, having: map[uint64][]int{}}
	ordering.By(all, func(a, b quoted) int { return cmp.Compare(len(b.words), len(a.words)) })
	for n, q := range all {
		if n%16 == 0 {
			if err := s.yield(); err != nil {
				return nil, err
			}
		}
		g.put(n+1, q)
	}
	var out []protocol.Saying
	for _, group := range g.joinLone() {
		out = append(out, s.saying(group))
	}
	ordering.By(out, func(a, b protocol.Saying) int {
		return cmp.Or(cmp.Compare(textsOf(b), textsOf(a)), compareSentences(firstOf(a), firstOf(b)))
	})
	return out, nil
}

// put puts the n-th quotation into the group it fits best, or a new one.
func (g *grouper) put(n int, q quoted) {
	who := [2]uint64{g.nameKey(q.speaker), g.nameKey(q.via)}
	var best *group
	most := float32(0)
	for _, w := range q.words {
		for _, at := range g.having[w] {
			of := g.groups[at]
			if of.seen == n {
				continue
			}
			of.seen = n
			if fit := g.fit(&q, who, of); fit > most {
				best, most = of, fit
			}
		}
	}
	if best != nil {
		best.quotes = append(best.quotes, q)
		best.who = cmp.Or(best.who, who)
		return
	}
	words := slices.Clone(q.words)
	slices.Sort(words)
	for _, w := range slices.Compact(words) {
		if len(g.having[w]) < maxWordLists {
			g.having[w] = append(g.having[w], len(g.groups))
		}
	}
	g.groups = append(g.groups, &group{quotes: []quoted{q}, who: who})
}

// fit tells how well a quotation fits a group, 0 for not at all. The same speaker
// is worth more than a few words.
func (g *grouper) fit(q *quoted, who [2]uint64, of *group) float32 {
	first := &of.quotes[0]
	same := isOne(who, of.who)
	other := who[0] != 0 && of.who[0] != 0 && !same
	part := contained(q.words, first.words)
	fit := float32(0)
	switch {
	case other && (part < 0.9 || len(q.words) < 5):
		return 0
	case part >= sameWords:
		fit = part
	case len(q.words) < 4:
		return 0
	default:
		if score := g.score(q.ids, first.ids); same && score >= sameSpeaker || score >= 1.5*sameSpeaker {
			fit = score
		}
	}
	if fit > 0 && same {
		fit++
	}
	return fit
}

// isOne reports whether one of two who spoke or passed it on is the same: what Oduya
// says that Marsh said is Oduya's to the next house.
func isOne(a, b [2]uint64) bool {
	return a[0] != 0 && (a[0] == b[0] || a[0] == b[1]) || a[1] != 0 && (a[1] == b[0] || a[1] == b[1])
}

// contained is the part of the pairs of neighbours in a that are neighbours in b;
// of a single word, whether b has it.
func contained(a, b []uint64) float32 {
	if len(a) == 1 {
		if slices.Contains(b, a[0]) {
			return 1
		}
		return 0
	}
	b = b[:min(len(b), maxWords)]
	a = a[:min(len(a), maxWords)]
	n := 0
	for i := 1; i < len(a); i++ {
		for k := 1; k < len(b); k++ {
			if a[i-1] == b[k-1] && a[i] == b[k] {
				n++
				break
			}
		}
	}
	return float32(n) / float32(len(a)-1)
}

// maxWords bounds the words of a sentence that are compared with those of another,
// which takes the product of both.
const maxWords = 200

// joinLone joins sentences of one speech again that nobody else quotes, and tells
// the groups.
func (g *grouper) joinLone() [][]quoted {
	lone := map[int][]*group{} // by speech
	var out [][]quoted
	for _, of := range g.groups {
		if len(of.quotes) == 1 {
			speech := of.quotes[0].speech
			lone[speech] = append(lone[speech], of)
		}
	}
	for _, of := range g.groups {
		if len(of.quotes) > 1 {
			out = append(out, of.quotes)
			continue
		}
		list := lone[of.quotes[0].speech]
		if list == nil {
			continue // told with the first of them
		}
		lone[of.quotes[0].speech] = nil
		ordering.By(list, func(a, b *group) int {
			return cmp.Compare(a.quotes[0].span.Start, b.quotes[0].span.Start)
		})
		for _, one := range list {
			q := one.quotes[0]
			if last := len(out) - 1; one != list[0] && g.follows(&out[last][0], &q) {
				out[last][0].span.End = q.span.End
				out[last][0].wording += " " + q.wording
				continue
			}
			out = append(out, []quoted{q})
		}
	}
	return out
}

// follows reports whether one sentence of a speech follows the other: there is
// little between them.
func (g *grouper) follows(a, b *quoted) bool {
	return a.text == b.text && b.span.Start >= a.span.End && b.span.Start-a.span.End <= 8
}

// saying is a group as it is told: the wordings of most texts first.
func (s *story) saying(of []quoted) protocol.Saying {
	out := protocol.Saying{Speaker: s.most(of, func(q *quoted) string { return q.speaker })}
	key := s.nameKey(out.Speaker)
	out.Sure = out.Speaker != "" && slices.ContainsFunc(of, func(q quoted) bool { return q.sure && q.speaker != "" && s.nameKey(q.speaker) == key })
	out.Via = s.most(of, func(q *quoted) string { return q.via })
	if s.nameKey(out.Via) == key {
		out.Via = "" // one house quotes, the next passes on
	}
	var keys [][]uint64
	for _, q := range of {
		at := slices.IndexFunc(keys, func(words []uint64) bool { return slices.Equal(words, q.words) })
		if at < 0 {
			at = len(keys)
			keys = append(keys, q.words)
			out.Wordings = append(out.Wordings, protocol.Wording{Text: q.wording})
		}
		w := &out.Wordings[at]
		w.In = append(w.In, protocol.Sentence{Text: s.texts[q.text].number, Span: q.span})
	}
	for _, w := range out.Wordings {
		ordering.By(w.In, compareSentences)
	}
	ordering.By(out.Wordings, func(a, b protocol.Wording) int {
		return cmp.Or(cmp.Compare(textsIn(b), textsIn(a)), cmp.Compare(len(b.Text), len(a.Text)), strings.Compare(a.Text, b.Text))
	})
	return out
}

// most is the name that most quotations give, one that is sure counting as two, in
// the form that most of these have, or else the longest.
func (s *story) most(of []quoted, who func(*quoted) string) string {
	type form struct {
		who   string
		votes int
	}
	votes := map[uint64]int{}
	var forms []form
	for i := range of {
		name := who(&of[i])
		if name == "" {
			continue
		}
		vote := 1
		if of[i].sure {
			vote = 2
		}
		votes[s.nameKey(name)] += vote
		at := slices.IndexFunc(forms, func(f form) bool { return f.who == name })
		if at < 0 {
			at = len(forms)
			forms = append(forms, form{who: name})
		}
		forms[at].votes += vote
	}
	if len(forms) == 0 {
		return ""
	}
	return slices.MinFunc(forms, func(a, b form) int {
		return cmp.Or(cmp.Compare(votes[s.nameKey(b.who)], votes[s.nameKey(a.who)]), cmp.Compare(b.votes, a.votes),
			cmp.Compare(len(b.who), len(a.who)), strings.Compare(a.who, b.who))
	}).who
}

// textsIn is how many texts have a wording, which are sorted.
func textsIn(w protocol.Wording) int {
	n := 0
	for i, at := range w.In {
		if i == 0 || at.Text != w.In[i-1].Text {
			n++
		}
	}
	return n
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
