package shard

import (
	"cmp"
	"context"
	"encoding/binary"
	"slices"

	"clippings/wasm/internal/align"
	"clippings/wasm/internal/analysis"
	"clippings/wasm/protocol"
)

// find is the document with this ID: protocol.ErrNotFound if it is not here.
// The caller holds the lock.
func (s *Shard) find(id protocol.DocID) (*document, error) {
	i, ok := s.byID[id]
	if !ok {
		return nil, protocol.ErrNotFound
	}
	return &s.docs[i], nil
}

// opened is an answer whose document stays packed.
type opened struct {
	packed protocol.Packed
	rest   protocol.Opened
}

// AppendTo implements protocol.Response.
func (o opened) AppendTo(b []byte) []byte { return o.rest.AppendPacked(b, o.packed) }

func (s *Shard) open(_ context.Context, q protocol.Open) (opened, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	d, err := s.find(q.ID)
	if err != nil {
		return opened{}, err
	}
	answer := opened{packed: d.packed}
	if len(d.recurring) > 0 {
		doc, err := d.unpack()
		if err != nil {
			return opened{}, err
		}
		answer.packed = protocol.Pack(&doc)
	}
	answer.rest.Repeats = d.repeats()
	answer.rest.Marks = d.marks(compile(q.Query).Matcher())
	return answer, nil
}

// minRepeat is how many words printed again count as a repetition: a sentence
// and a half, more than a phrase a writer comes back to.
const minRepeat = 25

// repeats finds what stands in the document twice.
func (d *document) repeats() []protocol.Repeat {
	var scan analysis.Scanner
	var words wordList
	d.running(&scan, &words)
	var repeats []protocol.Repeat
	for _, r := range align.Repeats(words.terms, minRepeat) {
		repeats = append(repeats, protocol.Repeat{First: words.span(r.First), Again: words.span(r.Again)})
	}
	return repeats
}

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
		var words wordList
		d.running(&scan, &words)
		answer.Lists = append(answer.Lists, protocol.WordList{ID: id, Words: words.appendTo(nil)})
	}
	return answer, nil
}

// shared aligns a document with others and tells the passages they have in
// common, by where they start; of those that start together first the longest,
// then in the order in which the others are given.
func (s *Shard) shared(ctx context.Context, q protocol.Shared) (protocol.Passages, error) {
	s.mu.RLock()
	d, err := s.find(q.ID)
	s.mu.RUnlock()
	if err != nil {
		return protocol.Passages{}, err
	}
	var scan analysis.Scanner
	var own wordList
	d.running(&scan, &own)
	yield := s.yield(ctx)
	answer := protocol.Passages{}
	for _, other := range q.Others {
		theirs, err := decodeWordList(other.Words)
		if err != nil {
			return protocol.Passages{}, err
		}
		for _, p := range align.Passages(align.Text{Words: own.terms}, align.Text{Words: theirs.terms}, align.Options{}) {
			answer.Passages = append(answer.Passages, protocol.Passage{
				Span: own.span(p.A), Other: other.ID, OtherSpan: theirs.span(p.B), Words: p.Words,
			})
		}
		if err := yield(); err != nil {
			return protocol.Passages{}, err
		}
	}
	slices.SortStableFunc(answer.Passages, func(a, b protocol.Passage) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
	return answer, nil
}

// wordList is the words of a document's running text: their hashes and where
// they stand.
type wordList struct {
	terms []uint64
	spans []protocol.Span
}

// span is the stretch of text from the first to the last word of a half-open
// range of words, which must not be empty.
func (w *wordList) span(r [2]uint32) protocol.Span {
	return protocol.Span{Start: w.spans[r[0]].Start, End: w.spans[r[1]-1].End}
}

// appendTo appends the list's binary form: for each word its hash in 8 bytes
// little-endian, how far it starts after the end of the one before, and its
// length.
func (w *wordList) appendTo(b []byte) []byte {
	end := uint32(0)
	for i, s := range w.spans {
		b = binary.LittleEndian.AppendUint64(b, w.terms[i])
		b = binary.AppendUvarint(b, uint64(s.Start-end))
		b = binary.AppendUvarint(b, uint64(s.End-s.Start))
		end = s.End
	}
	return b
}

func decodeWordList(b []byte) (*wordList, error) {
	w := &wordList{}
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
		size, m := binary.Uvarint(b[8+n:])
		if m <= 0 || gap > 1<<32 || size > 1<<32 || end+gap+size > 1<<32-1 {
			return nil, protocol.ErrCorrupt
		}
		b = b[8+n+m:]
		start := end + gap
		end = start + size
		w.terms = append(w.terms, term)
		w.spans = append(w.spans, protocol.Span{Start: uint32(start), End: uint32(end)})
	}
	return w, nil
}
