package search

import (
	"clippings/wasm/internal/index"
	"clippings/wasm/protocol"
)

// Explain tells why a document stands where it stands in what Top answers to the
// same; of its gap, whether it is among the first or not.
func (s *Searcher) Explain(q *Query, plan protocol.Stats, o Options, doc uint32) (protocol.Explanation, error) {
	e := &s.e
	e.begin(q, &plan, &o)
	x := protocol.Explanation{Standing: protocol.Standing{Gap: protocol.NoGap}, MeanLength: meanLength(&plan)}
	seg := s.segmentOf(doc)
	if q.IsEmpty() || seg == nil {
		return x, nil
	}
	e.enter(seg)
	docs := []uint32{doc - seg.Base()}
	x.Length = float64(seg.Lengths()[docs[0]]) / index.WeightUnit
	if x.Matches = len(e.match(q.root, docs)) > 0; !x.Matches {
		return x, e.err
	}
	e.rank(docs)
	t := e.tiers[0]
	if o.Match == protocol.MatchAny {
		t = 0
	}
	x.Standing = t.standing(e.scores[0])
	q.scored(func(i int, l *leaf) { x.Parts = append(x.Parts, e.part(i, l, docs)) })
	if parts := q.conjuncts(); len(parts) > 1 {
		x.Window = e.windows(parts, docs)[0]
		if o.Match != protocol.MatchAny {
			x.Standing.Gap = protocol.GapOf(x.Window)
		}
	}
	return x, e.err
}

// meanLength is that of all documents, in words.
func meanLength(plan *protocol.Stats) float64 {
	if plan.Documents == 0 {
		return 0
	}
	return float64(plan.Length) / float64(plan.Documents) / index.WeightUnit
}

// segmentOf is the segment that holds a document, nil if none does.
func (s *Searcher) segmentOf(doc uint32) *index.Segment {
	for _, seg := range s.x.Segments() {
		if doc >= seg.Base() && doc < seg.Base()+seg.Documents() {
			return seg
		}
	}
	return nil
}

// part tells what a leaf adds to the score of the only document of docs.
func (e *evaluator) part(i int, l *leaf, docs []uint32) protocol.PartScore {
	f := &e.found[i]
	p := protocol.PartScore{Text: l.text}
	p.Rarity, p.Documents = e.q.rarity(e.plan, l)
	if len(f.docs) == 0 {
		return p
	}
	w := weigherOf(e.plan)
	length := e.seg.Lengths()[docs[0]]
	weight, _ := index.Split(f.weights[0])
	p.Weight = float64(weight) * float64(f.scale) / (scaleOwn * index.WeightUnit)
	p.Score = w.in(f.scale).score(p.Rarity, weight, length)
	if len(f.exact.docs) > 0 {
		weight, _ := index.Split(f.exact.weights[0])
		p.Score += w.in(scaleOwn).score(idfOf(e.plan, e.plan.Words[l.first].Documents), weight, length)
	}
	if l.kind == wordLeaf {
		p.Terms = e.termCounts(l, docs)
		return p
	}
	p.Terms = []protocol.TermCount{e.count(l.text, e.leafPlaces(l, docs), docs)}
	return p
}

// termCounts is the terms that stand for a word in the only document of docs.
func (e *evaluator) termCounts(l *leaf, docs []uint32) []protocol.TermCount {
	var out []protocol.TermCount
	s := *e.set(l.first)
	s.each(func(m meant) {
		e.sets[l.first] = termSet{list: []meant{m}}
		if places := e.leafPlaces(l, docs); len(places) > 0 {
			term := e.seg.Term(m.term)
			if e.q.atoms[l.first].aside {
				term = term[1:]
			}
			c := e.count(string(term), places, docs)
			c.Edits, c.Form = m.away/awayEdit, m.away == awayForm
			out = append(out, c)
		}
	})
	e.sets[l.first] = s
	return out
}

func (e *evaluator) count(term string, places []place, docs []uint32) protocol.TermCount {
	c := protocol.TermCount{Term: term, Places: uint32(countSpots(places))}
	for i, p := range places {
		if i > 0 && p.spot() == places[i-1].spot() {
			continue
		}
		if _, field := e.seg.Run(docs[0], p.position()); field == index.Title {
			c.Title++
		}
	}
	return c
}
