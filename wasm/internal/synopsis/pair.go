package synopsis

import (
	"cmp"
	"slices"
)

// pair is two counterparts, by number in story.sentences, a before b.
type pair struct {
	a, b  int
	score float32
}

// threshold is the score from which two sentences are counterparts.
const threshold = 0.5

// maxLookedUp bounds the others that are looked up for one sentence.
const maxLookedUp = 4000

// pairs are all counterparts, the best first.
func (s *story) pairs() ([]pair, error) {
	having := s.having()
	shared := make([]float32, len(s.sentences)) // by sentence, with the one at hand
	var touched []int
	var out []pair
	for a := range s.sentences {
		if a%16 == 0 {
			if err := s.yield(); err != nil {
				return nil, err
			}
		}
		touched = s.lookUp(touched[:0], shared, having, a)
		for _, b := range touched {
			weight := shared[b]
			shared[b] = 0
			if b < a && weight < threshold/2*min(s.sentences[a].weight, s.sentences[b].weight) {
				continue
			}
			if score := s.score(a, b); score >= threshold {
				out = append(out, pair{min(a, b), max(a, b), score})
			}
		}
	}
	slices.SortFunc(out, func(x, y pair) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return slices.Compact(out), nil
}

// having lists for each word the sentences that have it.
func (s *story) having() [][]uint32 {
	lists := make([][]uint32, len(s.words))
	for i := range s.words {
		lists[i] = make([]uint32, 0, s.words[i].sentences)
	}
	for i := range s.sentences {
		for _, w := range s.sentences[i].words {
			lists[w] = append(lists[w], uint32(i))
		}
	}
	return lists
}

// lookUp adds to shared, for sentences of other texts, the weight of the words
// they share with one, beginning with the rarest, and appends their numbers to dst.
func (s *story) lookUp(dst []int, shared []float32, having [][]uint32, a int) []int {
	of := &s.sentences[a]
	words := slices.Clone(of.words)
	slices.SortFunc(words, func(x, y uint32) int {
		return cmp.Or(cmp.Compare(len(having[x]), len(having[y])), cmp.Compare(x, y))
	})
	left := maxLookedUp
	for _, w := range words {
		weight := s.words[w].weight
		if left -= len(having[w]); left < 0 || s.words[w].kind&isLittle != 0 {
			continue
		}
		for _, b := range having[w] {
			if s.sentences[b].text == of.text {
				continue
			}
			if shared[b] == 0 {
				dst = append(dst, int(b))
			}
			shared[b] += weight
		}
	}
	return dst
}

// score tells from 0 to 1 how much of each other two sentences have.
func (s *story) score(a, b int) float32 {
	x, y := &s.sentences[a], &s.sentences[b]
	c := s.common(x.words, y.words)
	if c.words < 2 || c.contradicts() {
		return 0
	}
	mean, least := (x.weight+y.weight)/2, min(x.weight, y.weight)
	return c.weight / (0.7*mean + 0.3*least)
}

// common is what two sentences share.
type common struct {
	weight  float32
	words   int    // that are no function words
	figures int    // that both have
	own     [2]int // figures that only one has
}

// contradicts reports whether each has figures of its own, and more than they share.
func (c common) contradicts() bool { return min(c.own[0], c.own[1]) > c.figures }

// common compares the words of two sentences.
func (s *story) common(x, y []uint32) common {
	var c common
	for len(x) > 0 || len(y) > 0 {
		switch {
		case len(y) == 0 || len(x) > 0 && x[0] < y[0]:
			c.own[0] += s.figure(x[0])
			x = x[1:]
		case len(x) == 0 || y[0] < x[0]:
			c.own[1] += s.figure(y[0])
			y = y[1:]
		default:
			w := &s.words[x[0]]
			c.weight += w.weight
			c.figures += s.figure(x[0])
			if w.kind&isLittle == 0 {
				c.words++
			}
			x, y = x[1:], y[1:]
		}
	}
	return c
}

// figure is 1 for a figure.
func (s *story) figure(w uint32) int { return int(s.words[w].kind & isFigure) }
