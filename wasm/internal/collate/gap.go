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
	type left struct {
		gap
		witness uint32
	}
	var all []left
	for i, w := range c.witnesses {
		for _, g := range w.gaps {
			all = append(all, left{g, uint32(i)})
		}
	}
	sortBy(all, func(l *left) uint32 { return uint32(l.b) })
	sortBy(all, func(l *left) uint32 { return uint32(l.a) })
	var gaps []protocol.Gap
	for i, g := range all {
		if i == 0 || g.gap != all[i-1].gap {
			gaps = append(gaps, protocol.Gap{Span: c.span(g.a, g.b)})
		}
		last := &gaps[len(gaps)-1]
		last.Witnesses = append(last.Witnesses, g.witness)
	}
	return gaps
}

// moves are those of all witnesses.
func (c *Collator) moves() []protocol.Move {
	var moves []protocol.Move
	for i, w := range c.witnesses {
		for _, m := range w.moves {
			moves = append(moves, protocol.Move{
				Span: c.span(m.a0, m.a1), Witness: uint32(i),
				There: protocol.Span{Start: w.tokens[m.b0].Start, End: w.tokens[m.b1-1].End},
			})
		}
	}
	sortBy(moves, func(m *protocol.Move) uint32 { return m.Span.End })
	sortBy(moves, func(m *protocol.Move) uint32 { return m.Span.Start })
	return moves
}
