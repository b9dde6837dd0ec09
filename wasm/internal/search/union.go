package search

import (
	"math/bits"

	"clippings/wasm/internal/index"
)

// union is readSet for several terms: it adds up in a table of all documents of
// the segment, a prefix of two letters having thousands of terms.
func (e *evaluator) union(f *found, s *termSet, within []uint32) {
	t := e.table(s.away > 0)
	e.addRange(t, s)
	for i := 0; i < len(s.list) && !e.tick(); {
		n := i + 1
		for n < len(s.list) && s.list[n].away == s.list[i].away {
			n++
		}
		e.addTerms(t, s, s.list[i:n], within)
		i = n
	}
	if within != nil {
		for _, d := range within {
			if t.marks[d/64]>>(d%64)&1 != 0 {
				f.add(d, t.sums[d])
				if s.away > 0 {
					f.away = append(f.away, t.away[d])
				}
			}
		}
	}
	for i, m := range t.marks {
		for ; m != 0; m &= m - 1 {
			d := uint32(i*64 + bits.TrailingZeros64(m))
			if within == nil {
				f.add(d, t.sums[d])
				if s.away > 0 {
					f.away = append(f.away, t.away[d])
				}
			}
			t.sums[d] = 0
		}
		t.marks[i] = 0
	}
}

// addRange adds the range of a set to the table, which is empty.
func (e *evaluator) addRange(t table, s *termSet) {
	if s.from == s.to {
		return
	}
	if p := &e.postings[0]; e.seg.OpenRange(p, s.from, s.to) {
		e.work += int(p.Frequency())
		for docs, weights := p.NextBlock(); len(docs) > 0; docs, weights = p.NextBlock() {
			for i, d := range docs {
				t.sums[d] = weights[i]
				t.marks[d/64] |= 1 << (d % 64)
			}
		}
	} else {
		for term := s.from; term < s.to; term++ {
			e.seg.Accumulate(term, t.sums, t.marks)
			e.work += int(e.seg.Frequency(term, term+1))
			if e.tick() {
				break
			}
		}
	}
	if s.even && s.away == 0 {
		return
	}
	scale := uint32(scaleOwn)
	if s.even {
		scale = 1
	}
	for i, m := range t.marks {
		for ; m != 0; m &= m - 1 {
			d := i*64 + bits.TrailingZeros64(m)
			t.sums[d] = scaled(t.sums[d], scale)
			if s.away > 0 {
				t.away[d] = 0
			}
		}
	}
}

// scaled is a weight times scale.
func scaled(weight, scale uint32) uint32 {
	return (weight&^index.InTitle)*scale | weight&index.InTitle
}

// addTerms adds terms that are equally far from the word, and farther than all before,
// to the table.
func (e *evaluator) addTerms(t table, s *termSet, terms []meant, within []uint32) {
	for _, m := range terms {
		if s.even && s.away == 0 && within == nil {
			e.seg.Accumulate(m.term, t.sums, t.marks)
			e.work += int(e.seg.Frequency(m.term, m.term+1))
		} else {
			e.addTerm(t, s, m, within)
		}
		if e.tick() {
			return
		}
	}
}

// addTerm adds one term. Within few documents it skips to these.
func (e *evaluator) addTerm(t table, s *termSet, m meant, within []uint32) {
	scale := uint32(m.scale)
	if s.even {
		scale = 1
	}
	p := &e.postings[0]
	p.Open(e.seg, m.term)
	if within != nil && len(within) < int(p.Frequency()) {
		e.work += len(within)
		for _, d := range within {
			if !p.Seek(d) {
				return
			}
			if p.Doc() == d {
				t.add(d, scaled(p.Weight(), scale))
				t.setAway(s, d, m.away)
				t.marks[d/64] |= 1 << (d % 64)
			}
		}
		return
	}
	e.work += int(p.Frequency())
	for docs, weights := p.NextBlock(); len(docs) > 0; docs, weights = p.NextBlock() {
		for i, d := range docs {
			t.add(d, scaled(weights[i], scale))
			if s.away > 0 {
				t.setAway(s, d, m.away)
			}
			t.marks[d/64] |= 1 << (d % 64)
		}
	}
}

// add adds a weight to the sum of a document.
func (t *table) add(doc, weight uint32) { t.sums[doc] = index.Sum(t.sums[doc], weight) }

// setAway sets how far the first term is that a document has.
func (t *table) setAway(s *termSet, doc uint32, away uint8) {
	if s.away > 0 && t.marks[doc/64]>>(doc%64)&1 == 0 {
		t.away[doc] = away
	}
}
