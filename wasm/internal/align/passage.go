package align

import (
	"cmp"

	"clippings/wasm/ordering"
)

// Passage is a stretch of words that stands in two documents, small edits
// inside it allowed. Ranges are half open, in word indexes, and begin and end
// with words that are equal.
type Passage struct {
	A, B   [2]uint32
	Words  uint32 // equal words, in the same order on both sides
	Quoted uint32 // those of them that stand in quotation marks in both texts
	Own    uint32 // those that do not, as far as they stand in runs of five or more
	Again  bool   // a longer or earlier passage tells one of its sides already
}

// Options tune Passages; the zero value is useful.
type Options struct {
	Min   int // equal words a passage must have; 0 means 12
	Quote int // equal words a shared quote must have; 0 means 8
	Gap   int // words between two matches that one passage may bridge; 0 means 24
}

const (
	minPassage = 12 // two short clauses; names and stock phrases are shorter
	minQuote   = 8  // quoted words are chosen, and eight in a row are one person's
	maxGap     = 24 // an inserted sentence, rarely more, leaves a passage whole
)

func (o Options) withDefaults() Options {
	return Options{
		Min:   cmp.Or(max(o.Min, 0), minPassage),
		Quote: cmp.Or(max(o.Quote, 0), minQuote),
		Gap:   cmp.Or(max(o.Gap, 0), maxGap),
	}
}

// aligner finds passages of b in a, of which grams is made, and keeps its memory
// from text to text. With self, a is b, and only what stood earlier counts.
type aligner struct {
	a, b   Text
	grams  grams
	gap    int32
	self   bool
	marked bool // both texts have quotation marks

	text       int32  // how many texts were compared with a
	common     uint32 // distinct sequences of this one that a has
	others     hashes // and those that it has not
	passedOver int32  // most sequences of this one in a row that a has and that did not seed
	anchors    []anchor
	order      []int32 // of anchors, the best chain's last first
	done       []int32 // by diagonal: the end in b of its last run
	row        []tally
	told       [2][]bool // by word of a and b: is in a passage
}

// passages takes chains from the best down and keeps the passages that fit.
func (l *aligner) passages(fits func(Passage) bool) []Passage {
	l.chain()
	var found []Passage
	for _, last := range l.order {
		if l.anchors[last].used {
			continue
		}
		if p := l.passage(last); fits(p) {
			found = append(found, p)
		}
	}
	ordering.By(found, func(x, y Passage) int {
		return cmp.Or(cmp.Compare(y.Words, x.Words), comparePassages(x, y))
	})
	return found
}

// maxPassages bounds what two documents that repeat themselves can yield.
const maxPassages = 512

func comparePassages(x, y Passage) int {
	return cmp.Or(cmp.Compare(x.B[0], y.B[0]), cmp.Compare(x.A[0], y.A[0]))
}

// withoutTold drops passages both sides of which longer ones tell at least by
// half, marks those of which they tell one side, and sorts the rest.
func (l *aligner) withoutTold(found []Passage) []Passage {
	for side, n := range [2]int{len(l.a.Words), len(l.b.Words)} {
		if n > len(l.told[side]) {
			l.told[side] = make([]bool, n)
		}
	}
	kept := found[:0]
	for _, p := range found {
		a, b := tellHalf(l.told[0], p.A), tellHalf(l.told[1], p.B)
		if a && b {
			continue
		}
		p.Again = a || b
		fill(l.told[0], p.A, true)
		fill(l.told[1], p.B, true)
		kept = append(kept, p)
		if len(kept) == maxPassages {
			break
		}
	}
	for _, p := range kept { // as it was, at the cost of what was found
		fill(l.told[0], p.A, false)
		fill(l.told[1], p.B, false)
	}
	ordering.By(kept, comparePassages)
	return kept
}

func fill(told []bool, r [2]uint32, to bool) {
	for i := r[0]; i < r[1]; i++ {
		told[i] = to
	}
}

// tellHalf reports whether at least half of a range of words is told.
func tellHalf(told []bool, r [2]uint32) bool {
	n := uint32(0)
	for _, t := range told[r[0]:r[1]] {
		if t {
			n++
		}
	}
	return 2*n >= r[1]-r[0]
}
