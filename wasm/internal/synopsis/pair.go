package synopsis

import (
	"cmp"
	"slices"

	"clippings/wasm/ordering"
)

// pair is two counterparts, by number in story.sentences. In a pair of one with
// two, a is the one and b the first of the two.
type pair struct {
	a, b  int
	score float32
}

// threshold is the score from which two sentences are counterparts. On 100 events
// told by three papers each, 0.4 % of the sentences have such a one in texts of
// another event, and 23 % in those of their own.
const threshold = 0.37

// maxLookedUp bounds the others that are looked up for one sentence.
const maxLookedUp = 2000

// finder finds counterparts.
type finder struct {
	*story
	having  [][]uint32 // for each word the sentences that have it, in order
	shared  []float32  // by sentence, the weight of what the one at hand shares with it
	touched []uint32   // those it shares something with
	best    []pair     // by text, of the one at hand
	union   []uint32
	words   []uint32

	pairs   []pair // one with one, a before b
	doubles []pair // one with two
}

// find finds all counterparts, the best first. Of each other text, a sentence has
// the best.
func (s *story) find() (*finder, error) {
	f := &finder{story: s, shared: make([]float32, len(s.sentences)), best: make([]pair, len(s.texts))}
	f.list()
	f.pairEqual()
	for a := range s.sentences {
		if a%16 == 0 {
			if err := s.yield(); err != nil {
				return nil, err
			}
		}
		f.lookUp(a)
		f.choose(a)
	}
	ordering.By(f.pairs, comparePairs)
	f.pairs = slices.Compact(f.pairs)
	ordering.By(f.doubles, comparePairs)
	return f, nil
}

func comparePairs(x, y pair) int {
	return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
}

// list makes having.
func (f *finder) list() {
	f.having = make([][]uint32, len(f.story.words))
	for i := range f.sentences {
		for _, w := range f.sentences[i].words {
			f.having[w] = append(f.having[w], uint32(i))
		}
	}
}

// pairEqual pairs sentences of the same words: the first that a text has of them
// with the first of other texts, the second with the second. They are found
// however many there are.
func (f *finder) pairEqual() {
	type place struct {
		key  uint64
		rank int
	}
	first, rank := map[place]int{}, map[uint64]int{}
	for _, t := range f.texts {
		clear(rank)
		for i := t.first; i < t.end; i++ {
			key := f.sentences[i].key
			if key == 0 {
				continue
			}
			at := place{key, rank[key]}
			rank[key]++
			if a, ok := first[at]; ok {
				f.pairs = append(f.pairs, pair{a, i, 1})
			} else {
				first[at] = i
			}
		}
	}
}

// lookUp adds up, for sentences of other texts, the weight of the words they share
// with the one at hand, beginning with the rarest.
func (f *finder) lookUp(a int) {
	of := &f.sentences[a]
	f.words = append(f.words[:0], of.words...)
	ordering.By(f.words, func(x, y uint32) int {
		return cmp.Or(cmp.Compare(len(f.having[x]), len(f.having[y])), cmp.Compare(x, y))
	})
	left := maxLookedUp
	for _, w := range f.words {
		word := &f.story.words[w]
		if left -= len(f.having[w]); left < 0 {
			return
		}
		if word.kind&isLittle != 0 || word.texts < 2 {
			continue
		}
		for _, b := range f.having[w] {
			if f.sentences[b].text == of.text {
				continue
			}
			if f.shared[b] == 0 {
				f.touched = append(f.touched, b)
			}
			f.shared[b] += word.weight
		}
	}
}

// choose takes of each other text the best counterpart of the one at hand, and
// forgets what was looked up.
func (f *finder) choose(a int) {
	slices.Sort(f.touched)
	for _, t := range f.touched {
		b, weight := int(t), f.shared[t]
		f.shared[t] = 0
		if weight < threshold/3*min(f.sentences[a].weight, f.sentences[b].weight) {
			continue
		}
		score := float32(1)
		if f.sentences[a].key == 0 || f.sentences[a].key != f.sentences[b].key {
			score = f.score(f.sentences[a].words, f.sentences[b].words)
		}
		if best := &f.best[f.sentences[b].text]; score > best.score {
			*best = pair{a, b, score}
		}
	}
	f.touched = f.touched[:0]
	for i := range f.best {
		p := f.best[i]
		f.best[i] = pair{}
		if p.score >= threshold {
			f.pairs = append(f.pairs, pair{min(p.a, p.b), max(p.a, p.b), p.score})
		}
		if p.score >= threshold/2 && p.score*gain <= 1 {
			f.double(p, p.b-1)
			f.double(p, p.b)
		}
	}
}

// gain is by how much two sentences together must be a better counterpart than
// the better of them.
const gain = 1.15

// double takes the sentences first and first+1, of which p.b is one, as one
// counterpart of p.a if they are a better one than p.b alone.
func (f *finder) double(p pair, first int) {
	if first < 0 || first+1 >= len(f.sentences) || !f.adjoin(first) {
		return
	}
	f.union = append(append(f.union[:0], f.sentences[first].words...), f.sentences[first+1].words...)
	slices.Sort(f.union)
	f.union = slices.Compact(f.union)
	score := f.score(f.sentences[p.a].words, f.union)
	if score >= threshold && score >= gain*p.score {
		f.doubles = append(f.doubles, pair{p.a, first, score})
	}
}

// score tells from 0 to 1 how much of each other two sentences have.
func (s *story) score(x, y []uint32) float32 {
	c := s.common(x, y)
	if c.words < 2 || c.contradicts() {
		return 0
	}
	mean, least := (c.of[0]+c.of[1])/2, min(c.of[0], c.of[1])
	return c.weight / (0.7*mean + 0.3*least)
}

// common is what two sentences share.
type common struct {
	weight  float32
	of      [2]float32 // weight of each
	words   int        // shared that are no function words
	figures int        // that both have
	own     [2]int     // figures that only one has
}

// contradicts reports whether each has figures of its own, and more than they share.
func (c *common) contradicts() bool { return min(c.own[0], c.own[1]) > c.figures }

// common compares the words of two sentences.
func (s *story) common(x, y []uint32) common {
	var c common
	for len(x) > 0 || len(y) > 0 {
		switch {
		case len(y) == 0 || len(x) > 0 && x[0] < y[0]:
			c.alone(0, &s.words[x[0]])
			x = x[1:]
		case len(x) == 0 || y[0] < x[0]:
			c.alone(1, &s.words[y[0]])
			y = y[1:]
		default:
			c.both(&s.words[x[0]])
			x, y = x[1:], y[1:]
		}
	}
	return c
}

func (c *common) alone(side int, w *word) {
	c.of[side] += w.weight
	c.own[side] += int(w.kind & isFigure)
}

func (c *common) both(w *word) {
	c.weight += w.weight
	c.of[0] += w.weight
	c.of[1] += w.weight
	c.figures += int(w.kind & isFigure)
	if w.kind&isLittle == 0 {
		c.words++
	}
}
