package collate

import (
	"cmp"
	"slices"
	"strings"

	"clippings/wasm/protocol"
)

// edit is slots, from first to last, in which a witness differs.
type edit struct{ first, last, witness int32 }

// edits appends the slots in which a witness differs from the reading text, gaps
// left out, in stretches that lie apart.
func (c *Collator) edits(dst []edit, number int32) []edit {
	w := &c.witnesses[number]
	begin := len(dst)
	add := func(slot int32) {
		if n := len(dst); n > begin {
			if last := &dst[n-1].last; slot <= *last+1 || slot&*last&1 != 0 && slot == *last+2 {
				*last = slot
				return
			}
		}
		dst = append(dst, edit{slot, slot, number})
	}
	extras, gaps := w.extras, w.gaps
	until := func(slot int32) {
		for ; len(extras) > 0 && boundary(extras[0].at) < slot; extras = extras[1:] {
			if s := boundary(extras[0].at); len(dst) == begin || dst[len(dst)-1].last < s {
				add(s)
			}
		}
	}
	at := int32(0)
	missing := func(end int32) {
		for ; at < end; at++ {
			for len(gaps) > 0 && gaps[0].b <= at {
				gaps = gaps[1:]
			}
			until(slotOf(at))
			if len(gaps) == 0 || at < gaps[0].a {
				add(slotOf(at))
			}
		}
	}
	for _, r := range w.runs {
		missing(r.a)
		for k := range r.n {
			if until(slotOf(at)); c.base.of(at) != w.of(r.b+k) {
				add(slotOf(at))
			}
			at++
		}
	}
	missing(int32(len(c.base.tokens)))
	until(boundary(at) + 1)
	return dst
}

// places makes places of edits: what overlaps is one.
func (c *Collator) places(edits []edit) []protocol.Place {
	slices.SortFunc(edits, func(x, y edit) int {
		return cmp.Or(cmp.Compare(x.first, y.first), cmp.Compare(x.last, y.last), cmp.Compare(x.witness, y.witness))
	})
	var places []protocol.Place
	var numbers []uint32
	for len(edits) > 0 {
		n, last := 1, edits[0].last
		for n < len(edits) && edits[n].first <= last {
			last = max(last, edits[n].last)
			n++
		}
		numbers = numbers[:0]
		for _, e := range edits[:n] {
			numbers = append(numbers, uint32(e.witness))
		}
		slices.Sort(numbers)
		places = append(places, c.place(edits[0].first, last, slices.Compact(numbers)))
		edits = edits[n:]
	}
	return places
}

// place gathers what witnesses have in these slots.
func (c *Collator) place(first, last int32, numbers []uint32) protocol.Place {
	from, to := first/2, (last+1)/2
	p := protocol.Place{Span: c.span(from, to)}
	for _, number := range numbers {
		w := &c.witnesses[number]
		c.reading = w.reading(c.reading[:0], first, last)
		words, change := w.render(c.reading), c.change(w, from, to)
		at := slices.IndexFunc(p.Variants, func(v protocol.Variant) bool { return v.Text == words })
		if at < 0 {
			at = len(p.Variants)
			p.Variants = append(p.Variants, protocol.Variant{Text: words, Change: change, Span: w.span(c.reading, first)})
		}
		v := &p.Variants[at]
		v.Change = max(v.Change, change)
		v.Witnesses = append(v.Witnesses, number)
	}
	slices.SortFunc(p.Variants, func(x, y protocol.Variant) int {
		return cmp.Or(cmp.Compare(len(y.Witnesses), len(x.Witnesses)), strings.Compare(x.Text, y.Text))
	})
	return p
}

// span is where tokens of the reading text stand; for none, the end of what is
// before.
func (c *Collator) span(from, to int32) protocol.Span {
	t := c.base.tokens
	switch {
	case from < to:
		return protocol.Span{Start: t[from].Start, End: t[to-1].End}
	case from > 0:
		return protocol.Span{Start: t[from-1].End, End: t[from-1].End}
	case len(t) > 0:
		return protocol.Span{Start: t[0].Start, End: t[0].Start}
	}
	return protocol.Span{}
}

// change compares the reading with the tokens of the reading text that the witness
// does not leave out as a whole.
func (c *Collator) change(w *witness, from, to int32) protocol.Change {
	c.kept = c.kept[:0]
	for i := from; i < to; i++ {
		if !slices.ContainsFunc(w.gaps, func(g gap) bool { return g.a <= i && i < g.b }) {
			c.kept = append(c.kept, c.base.tokens[i])
		}
	}
	c.read = c.read[:0]
	for _, t := range c.reading {
		c.read = append(c.read, w.tokens[t])
	}
	return changeOf(c.kept, c.read)
}

// changeOf says how much of a change it is from some tokens to others.
func changeOf(a, b []token) protocol.Change {
	switch {
	case same(a, b, (*token).isWord, func(t *token) uint64 { return t.folded }):
		return protocol.ChangePunctuation
	case same(a, b, func(t *token) bool { return t.has(compares) }, func(t *token) uint64 { return t.key }):
		return protocol.ChangeSpelling
	}
	return protocol.ChangeWords
}

// same reports whether the tokens that count have the same values.
func same(a, b []token, counts func(*token) bool, value func(*token) uint64) bool {
	for {
		for len(a) > 0 && !counts(&a[0]) {
			a = a[1:]
		}
		for len(b) > 0 && !counts(&b[0]) {
			b = b[1:]
		}
		if len(a) == 0 || len(b) == 0 {
			return len(a) == len(b)
		}
		if value(&a[0]) != value(&b[0]) {
			return false
		}
		a, b = a[1:], b[1:]
	}
}

// reading appends the tokens of the witness in some slots.
func (w *witness) reading(dst []int32, first, last int32) []int32 {
	w.each(first, last, func(t int32) { dst = append(dst, t) })
	return dst
}

// render is tokens of the witness as text, with one space for white space.
func (w *witness) render(tokens []int32) string {
	var b strings.Builder
	for k, t := range tokens {
		if k > 0 && (w.tokens[t].has(spaced) || tokens[k-1] != t-1) {
			b.WriteByte(' ')
		}
		b.WriteString(w.of(t))
	}
	return b.String()
}

// span is where a reading that begins with a slot stands in the witness; for
// nothing, the end of what is before.
func (w *witness) span(reading []int32, first int32) protocol.Span {
	if len(reading) > 0 {
		from, to := slices.Min(reading), slices.Max(reading)
		return protocol.Span{Start: w.tokens[from].Start, End: w.tokens[to].End}
	}
	for k := range w.runs {
		r := w.runs[len(w.runs)-1-k]
		if slotOf(r.a) < first {
			end := w.tokens[r.b+min(r.n, first/2-r.a)-1].End
			return protocol.Span{Start: end, End: end}
		}
	}
	return protocol.Span{}
}
