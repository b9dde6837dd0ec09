package collate

import "clippings/wasm/protocol"

// gap is tokens of the reading text, from a to before b.
type gap struct{ a, b int32 }

// What a witness leaves out is a gap, and not a place, from minGap words on, a
// clause with what hangs on it; and where whole sentences go, from minSentence on.
// Where other words stand instead, it is one place up to maxRewrite words, unless
// they are less than a third: a rewritten sentence is read as one.
const (
	minGap      = 12
	minSentence = 4
	maxRewrite  = 40
)

// findGaps finds what the witness leaves out.
func (c *Collator) findGaps(w *witness) {
	at, extras := int32(0), w.extras
	upTo := func(end int32) {
		added := int32(0)
		for ; len(extras) > 0 && extras[0].slot <= wordSlot(at); extras = extras[1:] {
			if extras[0].slot == wordSlot(at) {
				added += words(w.tokens[extras[0].start:extras[0].end])
			}
		}
		if at < end && c.isGap(gap{at, end}, added) {
			w.gaps = append(w.gaps, gap{at, end})
		}
	}
	for _, r := range w.runs {
		upTo(r.a)
		at = r.a + r.n
	}
	upTo(int32(len(c.base.tokens)))
}

// isGap reports whether tokens are left out as a whole, with so many words in
// their place.
func (c *Collator) isGap(g gap, added int32) bool {
	t := c.base.tokens
	n := words(t[g.a:g.b])
	if n >= minGap {
		return 3*added < n || n > maxRewrite
	}
	ends := func(f uint8) bool { return t[g.a].has(f) && (int(g.b) == len(t) || t[g.b].has(f)) }
	return added == 0 && n > 0 && (n >= minSentence && ends(starts) || ends(opens))
}

// gaps are those of all witnesses, of the same words one.
func (c *Collator) gaps() []protocol.Gap {
	var all []edit // of tokens
	for i := range c.witnesses {
		for _, g := range c.witnesses[i].gaps {
			all = append(all, edit{g.a, g.b, int32(i)})
		}
	}
	sortBy(all, func(e *edit) uint32 { return uint32(e.last) })
	sortBy(all, func(e *edit) uint32 { return uint32(e.first) })
	var gaps []protocol.Gap
	for i, e := range all {
		if i == 0 || e.first != all[i-1].first || e.last != all[i-1].last {
			gaps = append(gaps, protocol.Gap{Span: c.span(e.first, e.last)})
		}
		last := &gaps[len(gaps)-1]
		last.Witnesses = append(last.Witnesses, uint32(e.witness))
	}
	return gaps
}

// moves are those of all witnesses.
func (c *Collator) moves() []protocol.Move {
	var all []edit // where it starts, its place among those of the witness
	for i := range c.witnesses {
		for k := range c.witnesses[i].moves {
			all = append(all, edit{c.witnesses[i].moves[k].a0, int32(k), int32(i)})
		}
	}
	sortBy(all, func(e *edit) uint32 { return uint32(e.first) })
	moves := make([]protocol.Move, len(all))
	for i, e := range all {
		w := &c.witnesses[e.witness]
		m := w.moves[e.last].box
		moves[i] = protocol.Move{
			Span: c.span(m.a0, m.a1), Witness: uint32(e.witness),
			There: protocol.Span{Start: w.tokens[m.b0].Start, End: w.tokens[m.b1-1].End},
		}
	}
	return moves
}
