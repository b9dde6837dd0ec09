package collate

import (
	"cmp"
	"slices"
	"sort"

	"clippings/wasm/protocol"
)

// extra is tokens of a witness that stand at a boundary of the reading text's.
type extra struct {
	at         int32 // before this token
	start, end int32
}

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
func (l *aligner) compare(a, b text) (w witness, err error) {
	l.a, l.b = a.tokens, b.tokens
	all := box{0, int32(len(a.tokens)), 0, int32(len(b.tokens))}
	if err := l.align(all); err != nil {
		return w, err
	}
	l.dropCrumbs(all)
	l.slide()
	w.text = b
	w.runs = slices.Clone(l.runs)
	for _, r := range w.runs {
		w.common += uint32(words(l.a[r.a : r.a+r.n]))
	}
	if w.moves, err = l.moves(); err != nil {
		return w, err
	}
	w.findExtras(all)
	for _, m := range w.moves {
		w.runs = append(w.runs, m.runs...)
	}
	slices.SortFunc(w.runs, func(x, y run) int { return cmp.Compare(x.a, y.a) })
	return w, nil
}

// findExtras finds what the witness has alone, in its runs as they are before moves
// join them, and within moves. It stands behind the run before it.
func (w *witness) findExtras(all box) {
	byPlace := slices.Clone(w.moves)
	slices.SortFunc(byPlace, func(x, y moved) int { return cmp.Compare(x.b0, y.b0) })
	w.between(w.runs, all, byPlace)
	for _, m := range w.moves {
		w.between(m.runs, m.box, nil)
	}
	slices.SortStableFunc(w.extras, func(x, y extra) int { return cmp.Compare(x.at, y.at) })
}

// between appends what a box has between runs, but for what was moved there.
func (w *witness) between(runs []run, x box, moves []moved) {
	at, b := x.a0, x.b0
	until := func(end int32) {
		for ; len(moves) > 0 && moves[0].b0 < end; moves = moves[1:] {
			w.extra(extra{at, b, moves[0].b0})
			b = moves[0].b1
		}
		w.extra(extra{at, b, end})
	}
	for _, r := range runs {
		until(r.b)
		at, b = r.a+r.n, r.b+r.n
	}
	until(x.b1)
}

func (w *witness) extra(e extra) {
	if e.start < e.end {
		w.extras = append(w.extras, e)
	}
}

// Slots number where something can stand: 2i is the boundary before token i of the
// reading text, 2i+1 is that token.
func boundary(i int32) int32 { return 2 * i }
func slotOf(i int32) int32   { return 2*i + 1 }

// each calls token for every token of the witness that stands in these slots, from
// first to last, as the reading text orders them.
func (w *witness) each(first, last int32, token func(int32)) {
	r := sort.Search(len(w.runs), func(k int) bool { return slotOf(w.runs[k].a+w.runs[k].n-1) >= first })
	e := sort.Search(len(w.extras), func(k int) bool { return boundary(w.extras[k].at) >= first })
	for slot := first; slot <= last; {
		for ; e < len(w.extras) && boundary(w.extras[e].at) == slot; e++ {
			for t := w.extras[e].start; t < w.extras[e].end; t++ {
				token(t)
			}
		}
		if i := slot / 2; slot%2 != 0 && r < len(w.runs) {
			if at := w.runs[r]; i >= at.a {
				token(at.b + i - at.a)
				if i == at.a+at.n-1 {
					r++
				}
			}
		}
		slot++
	}
}
