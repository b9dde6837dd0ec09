package collate

import (
	"slices"
	"sort"

	"clippings/wasm/protocol"
)

// extra is tokens of a witness that the reading text lacks where they stand.
type extra struct{ slot, start, end int32 }

// witness is a text and how it stands to the reading text. Its runs, those that
// moved among them, are sorted by their place in the reading text; its extras too,
// and what stands at one boundary by its place in the witness.
type witness struct {
	text
	id     protocol.DocID
	common uint32
	runs   []run
	extras []extra
	moves  []moved
	gaps   []gap
}

// compare finds how b stands to a.
func (l *aligner) compare(a, b *text) (w witness, err error) {
	if err = l.inOrder(a, b, nil); err != nil {
		return w, err
	}
	if w.moves, err = l.moves(); err != nil {
		return w, err
	}
	if m := greatest(w.moves); uint32(m.words) > l.common() { // it is the rest that moved
		if err = l.inOrder(a, b, &m); err != nil {
			return w, err
		}
		if w.moves, err = l.moves(); err != nil {
			return w, err
		}
	}
	w.take(l, b)
	return w, nil
}

// inOrder finds the runs of two texts in one order; if held is given, with its runs
// among them.
func (l *aligner) inOrder(a, b *text, held *moved) error {
	l.a, l.b = a.tokens, b.tokens
	if err := l.align(l.all(), held); err != nil {
		return err
	}
	l.dropCrumbs(l.all())
	l.slide(l.all())
	return nil
}

func (l *aligner) all() box { return box{0, int32(len(l.a)), 0, int32(len(l.b))} }

// take takes over what was found of b.
func (w *witness) take(l *aligner, b *text) {
	w.text, w.common, w.runs = *b, l.common(), slices.Clone(l.runs)
	w.findExtras(l.a, l.all())
	for i := range w.moves {
		w.runs = append(w.runs, w.moves[i].runs...)
	}
	sortBy(w.runs, func(r *run) uint32 { return uint32(r.a) })
}

// common counts the words in the runs.
func (l *aligner) common() (n uint32) {
	for _, r := range l.runs {
		n += uint32(words(l.a[r.a : r.a+r.n]))
	}
	return n
}

// greatest is the move of the most words.
func greatest(moves []moved) (most moved) {
	for _, m := range moves {
		if m.words > most.words {
			most = m
		}
	}
	return most
}

// findExtras finds what the witness has alone, in its runs as they are before moves
// join them, and within moves. It stands behind the run before it.
func (w *witness) findExtras(base []token, all box) {
	byPlace := slices.Clone(w.moves)
	sortBy(byPlace, func(m *moved) uint32 { return uint32(m.b0) })
	w.between(base, moved{box: all, runs: w.runs}, byPlace)
	for _, m := range w.moves {
		w.between(base, m, nil)
	}
	sortBy(w.extras, func(e *extra) uint32 { return uint32(e.slot) })
}

// between appends what a box has between runs, but for what was moved there.
func (w *witness) between(base []token, x moved, moves []moved) {
	at, b := x.a0, x.b0
	until := func(end int32) {
		for ; len(moves) > 0 && moves[0].b0 < end; moves = moves[1:] {
			w.extra(base, at, box{b0: b, b1: moves[0].b0})
			b = moves[0].b1
		}
		w.extra(base, at, box{b0: b, b1: end})
	}
	for _, r := range x.runs {
		until(r.b)
		at, b = r.a+r.n, r.b+r.n
	}
	until(x.b1)
}

// extra appends tokens that stand before token at of the reading text. Of these,
// whole sentences before a sentence have a slot of their own, and are not taken
// for what replaces its first word.
func (w *witness) extra(base []token, at int32, x box) {
	n := len(w.extras)
	behind := n > 0 && w.extras[n-1].slot == wordSlot(at) // words that come first
	if whole := x.b1; !behind && (int(at) == len(base) || base[at].has(starts)) {
		for whole > x.b0 && int(whole) < len(w.tokens) && !w.tokens[whole].has(starts) {
			whole--
		}
		if x.b0 < whole && w.tokens[x.b0].has(starts) {
			w.extras = append(w.extras, extra{sentenceSlot(at), x.b0, whole})
			x.b0 = whole
		}
	}
	if x.b0 < x.b1 {
		w.extras = append(w.extras, extra{wordSlot(at), x.b0, x.b1})
	}
}

// Slots number where something can stand: sentences before token i of the reading
// text, words before it, the token.
func sentenceSlot(i int32) int32 { return 3 * i }
func wordSlot(i int32) int32     { return 3*i + 1 }
func tokenSlot(i int32) int32    { return 3*i + 2 }

// within is the tokens of the reading text in slots from first to last.
func within(first, last int32) (from, to int32) { return first / 3, (last + 1) / 3 }

// reading appends the tokens of the witness that stand in slots from first to last,
// as the reading text orders them.
func (w *witness) reading(dst []int32, first, last int32) []int32 {
	from, to := within(first, last)
	r := sort.Search(len(w.runs), func(k int) bool { return w.runs[k].a+w.runs[k].n > from })
	e := sort.Search(len(w.extras), func(k int) bool { return w.extras[k].slot >= first })
	extras := func(last int32) {
		for ; e < len(w.extras) && w.extras[e].slot <= last; e++ {
			for t := w.extras[e].start; t < w.extras[e].end; t++ {
				dst = append(dst, t)
			}
		}
	}
	for i := from; i < to; i++ {
		extras(min(last, wordSlot(i)))
		if r < len(w.runs) && w.runs[r].a <= i {
			dst = append(dst, w.runs[r].b+i-w.runs[r].a)
			if i+1 == w.runs[r].a+w.runs[r].n {
				r++
			}
		}
	}
	extras(last)
	return dst
}
