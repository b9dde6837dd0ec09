package collate

import (
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
	l := editList{list: dst, begin: len(dst), witness: number, base: c.base.tokens}
	gaps, extras := w.gaps, w.extras
	until := func(slot int32) {
		for ; len(extras) > 0 && extras[0].slot <= slot; extras = extras[1:] {
			l.add(extras[0].slot, kindOf(w.tokens[extras[0].start:extras[0].end]))
		}
	}
	missing := func(at, end int32) {
		for ; at < end; at++ {
			until(wordSlot(at))
			for len(gaps) > 0 && gaps[0].b <= at {
				gaps = gaps[1:]
			}
			if len(gaps) == 0 || at < gaps[0].a {
				l.add(tokenSlot(at), kindOf(l.base[at:at+1]))
			}
		}
	}
	at := int32(0)
	for _, r := range w.runs {
		missing(at, r.a)
		for at = r.a; at < r.a+r.n; at++ {
			if until(wordSlot(at)); c.base.of(at) != w.of(r.b+at-r.a) {
				l.add(tokenSlot(at), respelt)
			}
		}
	}
	missing(at, int32(len(l.base)))
	until(tokenSlot(int32(len(l.base))))
	return l.list
}

// editList gathers the edits of a witness, slot by slot.
type editList struct {
	list    []edit
	begin   int // where in list those of the witness begin
	witness int32
	base    []token
	kind    int // of the last slot
}

// What differs in a slot.
const (
	light   = iota // signs, and words that do not count when texts are compared
	respelt        // a word that both have, printed otherwise
	heavy          // other words
)

// kindOf is light or heavy.
func kindOf(tokens []token) int {
	if compared(tokens) == 0 {
		return light
	}
	return heavy
}

// add joins a slot to the last edit, or begins another.
func (l *editList) add(slot int32, kind int) {
	if n := len(l.list); n > l.begin && l.joins(l.list[n-1].last, slot, kind) {
		l.list[n-1].last = slot
	} else {
		l.list = append(l.list, edit{slot, slot, l.witness})
	}
	l.kind = kind
}

// joins reports whether a slot is one edit with those up to last. A word that is
// only spelt otherwise is not one with other words beside it, but with signs is:
// US and U.S.; so are signs around signs, where a full stop and a quotation mark
// have changed places.
func (l *editList) joins(last, slot int32, kind int) bool {
	from, to := within(last+1, slot-1) // tokens between, which are equal
	switch {
	case slot%3 == 0 || last%3 == 0:
		return false
	case from >= to:
		return l.kind+kind != respelt+heavy
	case to-from > 2 || l.kind != light || kind != light:
		return false
	}
	return words(l.base[from:to]) == 0
}

// places makes places of edits: what overlaps is one.
func (c *Collator) places(edits []edit) ([]protocol.Place, error) {
	sortBy(edits, func(e *edit) uint32 { return uint32(e.first) })
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
		if err := c.reader.yield(); err != nil {
			return nil, err
		}
	}
	return places, nil
}

// place gathers what witnesses have in these slots.
func (c *Collator) place(first, last int32, numbers []uint32) protocol.Place {
	from, to := within(first, last)
	p := protocol.Place{Span: c.span(from, to)}
	if from == to && first == wordSlot(from) && int(from) < len(c.base.tokens) && c.base.tokens[from].has(opens) {
		p.Span.Start = c.base.tokens[from].Start
		p.Span.End = p.Span.Start // the paragraph it is in
	}
	for _, number := range numbers {
		w := &c.witnesses[number]
		c.reading = w.reading(c.reading[:0], first, last)
		words, change := w.render(c.reading), c.change(w, from, to)
		at := slices.IndexFunc(p.Variants, func(v protocol.Variant) bool { return sameLine(v.Text, words) })
		if at < 0 {
			at = len(p.Variants)
			p.Variants = append(p.Variants, protocol.Variant{Text: words, Change: change, Span: w.span(c.reading, first)})
		}
		v := &p.Variants[at]
		v.Change, v.Text = max(v.Change, change), min(v.Text, words)
		v.Witnesses = append(v.Witnesses, number)
	}
	for i := range p.Variants {
		for ; i > 0 && leads(&p.Variants[i], &p.Variants[i-1]); i-- {
			p.Variants[i-1], p.Variants[i] = p.Variants[i], p.Variants[i-1]
		}
	}
	return p
}

// leads reports whether a variant comes before another: what more witnesses have.
func leads(x, y *protocol.Variant) bool {
	if len(x.Witnesses) != len(y.Witnesses) {
		return len(x.Witnesses) > len(y.Witnesses)
	}
	return x.Text < y.Text
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

// render is tokens of the witness as text, with one space for white space, and a
// line for each paragraph.
func (w *witness) render(tokens []int32) string {
	var b strings.Builder
	for k, t := range tokens {
		switch {
		case k == 0:
		case w.tokens[t].paragraph != w.tokens[tokens[k-1]].paragraph:
			b.WriteByte('\n')
		case w.tokens[t].has(spaced) || tokens[k-1] != t-1:
			b.WriteByte(' ')
		}
		b.WriteString(w.of(t))
	}
	return b.String()
}

// sameLine reports whether two readings differ in line breaks at most.
func sameLine(x, y string) bool {
	oneLine := func(s string) string { return strings.ReplaceAll(s, "\n", " ") }
	return len(x) == len(y) && (x == y || oneLine(x) == oneLine(y))
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
		if tokenSlot(r.a) < first {
			end := w.tokens[r.b+min(r.n, first/3-r.a)-1].End
			return protocol.Span{Start: end, End: end}
		}
	}
	return protocol.Span{}
}
