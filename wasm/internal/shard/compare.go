package shard

import (
	"context"

	"clippings/wasm/internal/align"
	"clippings/wasm/internal/analysis"
	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

func (s *Shard) words(_ context.Context, q protocol.Words) (protocol.WordLists, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var scan analysis.Scanner
	answer := protocol.WordLists{}
	for _, id := range q.IDs {
		d, err := s.find(id)
		if err != nil {
			continue
		}
		answer.Lists = append(answer.Lists, protocol.WordList{ID: id, Words: d.wording(&scan).appendTo(nil)})
	}
	return answer, nil
}

// shared compares the wording of a document with that of others.
func (s *Shard) shared(ctx context.Context, q protocol.Shared) (protocol.Comparisons, error) {
	s.mu.RLock()
	d, err := s.find(q.ID)
	s.mu.RUnlock()
	if err != nil {
		return protocol.Comparisons{}, err
	}
	c := newComparing(d)
	yield := s.yield(ctx)
	answer := protocol.Comparisons{}
	for _, other := range q.Others {
		there, err := decodeWording(other.Words)
		if err != nil {
			return protocol.Comparisons{}, err
		}
		answer.Comparisons = append(answer.Comparisons, c.with(other.ID, there))
		if err := yield(); err != nil {
			return protocol.Comparisons{}, err
		}
	}
	return answer, nil
}

// comparing compares one document with others. Figures are of each printing
// once; passages are told of second printings too.
type comparing struct {
	scan       analysis.Scanner
	here, once *wording
	figures    align.Comparer // of once
	passages   align.Comparer // of here, when first needed
	ready      bool           // passages is
}

func newComparing(d *document) *comparing {
	c := &comparing{}
	c.here = d.wording(&c.scan)
	c.once = c.here.once()
	c.figures.Reset(c.once.Text)
	return c
}

func (c *comparing) with(id protocol.DocID, there *wording) protocol.Comparison {
	once := there.once()
	found := c.figures.Compare(once.Text)
	out := protocol.Comparison{
		Other: id, Common: found.Inter, Here: found.A, There: found.B,
		Run: found.Run, OwnRun: found.OwnRun, Wording: wordingRelations[found.Wording],
		Passages: passagesOf(found.Passages, c.once, once),
	}
	out.Folded = foldings(&c.scan, out.Passages, [2]string{c.here.text, there.text})
	if c.once != c.here || once != there {
		if !c.ready {
			c.passages.Reset(c.here.Text)
			c.ready = true
		}
		out.Passages = passagesOf(c.passages.Passages(there.Text), c.here, there)
	}
	for i := range out.Passages {
		out.Passages[i].Other = id
	}
	return out
}

var wordingRelations = [...]protocol.Relation{
	align.NoWording: protocol.RelationNone, align.QuotesOnly: protocol.RelationQuote, align.SharedPassage: protocol.RelationPassage,
}

// passagesOf is passages with ranges of text in place of words, by where they
// start, of those that start together first the longest.
func passagesOf(found []align.Passage, here, there *wording) []protocol.Passage {
	var out []protocol.Passage
	for _, p := range found {
		out = append(out, protocol.Passage{
			Span: here.span(p.A), OtherSpan: there.span(p.B), Words: p.Words, Quoted: p.Quoted,
		})
	}
	ordering.By(out, protocol.ComparePassages)
	return out
}
