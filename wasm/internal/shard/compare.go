package shard

import (
	"cmp"
	"context"
	"encoding/binary"
	"slices"

	"clippings/wasm/internal/align"
	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/quote"
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
	var scan analysis.Scanner
	here := d.wording(&scan)
	comparer := align.Comparer{}
	comparer.Reset(here.Text)
	yield := s.yield(ctx)
	answer := protocol.Comparisons{}
	for _, other := range q.Others {
		there, err := decodeWording(other.Words)
		if err != nil {
			return protocol.Comparisons{}, err
		}
		c := comparisonOf(comparer.Compare(there.Text), here, there)
		c.Other = other.ID
		for i := range c.Passages {
			c.Passages[i].Other = other.ID
		}
		c.Folded = foldings(&scan, c.Passages, [2]string{here.text, there.text})
		answer.Comparisons = append(answer.Comparisons, c)
		if err := yield(); err != nil {
			return protocol.Comparisons{}, err
		}
	}
	return answer, nil
}

var wordingRelations = [...]protocol.Relation{
	align.NoWording: protocol.RelationNone, align.QuotesOnly: protocol.RelationQuote, align.SharedPassage: protocol.RelationPassage,
}

// comparisonOf is a comparison with ranges of text in place of words; passages come by
// where they start, of those that start together first the longest.
func comparisonOf(c align.Comparison, here, there *wording) protocol.Comparison {
	out := protocol.Comparison{
		Common: c.Inter, Here: c.A, There: c.B, Run: c.Run, OwnRun: c.OwnRun, Wording: wordingRelations[c.Wording],
	}
	for _, p := range c.Passages {
		out.Passages = append(out.Passages, protocol.Passage{
			Span: here.span(p.A), OtherSpan: there.span(p.B), Words: p.Words, Quoted: p.Quoted,
		})
	}
	slices.SortStableFunc(out.Passages, func(a, b protocol.Passage) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
	return out
}

// wording is the words of a document's running text, each printing once: their
// hashes, where they stand, and which of them are quoted.
type wording struct {
	align.Text
	spans []protocol.Span
	text  string // the document's
}

// wording finds the document's. Courtesy titles are left out, as when documents
// are compared.
func (d *document) wording(scan *analysis.Scanner) *wording {
	w := &wording{text: d.packed.Text}
	d.running(scan, w)
	w.Quoted = make([]bool, len(w.spans))
	quotes := quote.Spans(nil, d.packed.Text, d.full(nil))
	for i, s := range w.spans {
		for len(quotes) > 0 && quotes[0].End <= s.Start {
			quotes = quotes[1:]
		}
		w.Quoted[i] = len(quotes) > 0 && quotes[0].Start <= s.Start
	}
	return w
}

// span is the stretch of text from the first to the last word of a half-open
// range of words, which must not be empty.
func (w *wording) span(r [2]uint32) protocol.Span {
	return protocol.Span{Start: w.spans[r[0]].Start, End: w.spans[r[1]-1].End}
}

// appendTo appends the binary form: the text behind its length; for each word its
// hash in 8 bytes little-endian, how far it starts after the end of the one
// before, doubled, plus one if it is quoted, and its length.
func (w *wording) appendTo(b []byte) []byte {
	b = append(binary.AppendUvarint(b, uint64(len(w.text))), w.text...)
	end := uint32(0)
	for i, s := range w.spans {
		gap := uint64(s.Start-end) << 1
		if w.Quoted[i] {
			gap |= 1
		}
		b = binary.LittleEndian.AppendUint64(b, w.Words[i])
		b = binary.AppendUvarint(b, gap)
		b = binary.AppendUvarint(b, uint64(s.End-s.Start))
		end = s.End
	}
	return b
}

func decodeWording(b []byte) (*wording, error) {
	size, n := binary.Uvarint(b)
	if n <= 0 || size > uint64(len(b)-n) {
		return nil, protocol.ErrCorrupt
	}
	w := &wording{text: string(b[n:][:size])}
	b = b[n+int(size):]
	end := uint64(0)
	for len(b) > 0 {
		if len(b) < 8 {
			return nil, protocol.ErrCorrupt
		}
		term := binary.LittleEndian.Uint64(b)
		gap, n := binary.Uvarint(b[8:])
		if n <= 0 {
			return nil, protocol.ErrCorrupt
		}
		length, m := binary.Uvarint(b[8+n:])
		if m <= 0 || gap>>1 > size || length > size || end+gap>>1+length > size {
			return nil, protocol.ErrCorrupt
		}
		b = b[8+n+m:]
		start := end + gap>>1
		end = start + length
		w.Words = append(w.Words, term)
		w.Quoted = append(w.Quoted, gap&1 != 0)
		w.spans = append(w.spans, protocol.Span{Start: uint32(start), End: uint32(end)})
	}
	return w, nil
}
