package shard

import "math"

// fit is where words of a passage stand in a text: ranges of words that begin and
// end with equal ones.
type fit struct {
	passage, there [2]uint32
	equal          uint32 // equal words, in order
}

// What an alignment gains by an equal word and loses by one that only one side
// has. One equal word in four is enough to go on: a house that rewrites keeps more.
const (
	gain = 3
	loss = 1
)

// maxCells bounds one alignment, which takes passage times text: 50 words in
// 20,000. Of longer texts, only the part that has most of the words is aligned.
const maxCells = 1 << 20

// fitting finds the local alignment of a passage with most to gain (Smith,
// Waterman: Identification of Common Molecular Subsequences, 1981), the first of
// several.
type fitting struct {
	passage []uint64
	times   map[uint64]int // words and pairs of words in the passage
	row     []cell
}

// cell is the best alignment that ends at a word of the passage and one of the
// text, and where it began.
type cell struct {
	score          int32
	equal          uint32
	passage, there uint32
}

func (f *fitting) reset(passage []uint64) {
	f.passage = passage
	f.times = map[uint64]int{}
	for i := range passage {
		f.times[passage[i]]++
		if i > 0 {
			f.times[pair(passage[i-1], passage[i])]++
		}
	}
}

func pair(a, b uint64) uint64 { return (a ^ b>>7) * 0x9E3779B97F4A7C15 * (b | 1) }

// find aligns the passage with a text.
func (f *fitting) find(text []uint64, yield func() error) (fit, error) {
	from, to := 0, len(text)
	if len(f.passage) == 0 {
		return fit{}, yield()
	}
	if to > maxCells/len(f.passage) {
		at := f.likeliest(text)
		from, to = max(0, at-len(f.passage)), min(to, at+3*len(f.passage))
	}
	f.row = append(f.row[:0], make([]cell, len(f.passage)+1)...)
	best, found := int32(0), fit{}
	for j, word := range text[from:to] {
		if j%256 == 0 {
			if err := yield(); err != nil {
				return fit{}, err
			}
		}
		if c, i := f.step(uint32(from+j), word); c.score > best {
			best = c.score
			found = fit{
				passage: [2]uint32{c.passage, uint32(i + 1)}, there: [2]uint32{c.there, uint32(from + j + 1)},
				equal: c.equal,
			}
		}
	}
	return found, nil
}

// step goes on by one word of the text, and returns the best alignment that ends
// with it and the word of the passage.
func (f *fitting) step(at uint32, word uint64) (best cell, end int) {
	row := f.row
	diagonal := cell{}
	for i, w := range f.passage {
		var c cell
		above, left := row[i+1], row[i]
		if w == word {
			if c = diagonal; c.score == 0 {
				c = cell{passage: uint32(i), there: at}
			}
			c.score, c.equal = c.score+gain, c.equal+1
			if c.score > best.score {
				best, end = c, i
			}
		} else if c = diagonal; c.score > 0 {
			c.score -= loss
		}
		if above.score-loss > c.score {
			c = above
			c.score -= loss
		}
		if left.score-loss > c.score {
			c = left
			c.score -= loss
		}
		diagonal, row[i+1] = row[i+1], c
	}
	return best, end
}

// likeliest is where the window of twice the passage's words begins that has most
// of them, and of its pairs of words, each no more often than the passage.
func (f *fitting) likeliest(text []uint64) int {
	here := map[uint64]int{}
	size := 2 * len(f.passage)
	score, best, at := 0, math.MinInt, 0
	change := func(key uint64, by int) {
		n, ok := f.times[key]
		if !ok {
			return
		}
		had := here[key]
		here[key] = had + by
		score += min(had+by, n) - min(had, n)
	}
	for j := range text {
		change(text[j], 1)
		if j > 0 {
			change(pair(text[j-1], text[j]), 1)
		}
		if old := j - size; old >= 0 {
			change(text[old], -1)
			change(pair(text[old], text[old+1]), -1)
		}
		if score > best {
			best, at = score, max(0, j-size+1)
		}
	}
	return at
}
