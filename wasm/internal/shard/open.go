package shard

import (
	"context"
	"slices"

	"clippings/wasm/internal/align"
	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/speech"
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
	answer := opened{}
	if answer.packed, err = d.shown(); err != nil {
		return opened{}, err
	}
	answer.rest.Repeats = d.repeats()
	answer.rest.Marks = d.marks(s.compile(q.Query).Matcher(q.Plan))
	doc, err := answer.packed.Document()
	if err != nil {
		return opened{}, err
	}
	answer.rest.Speeches = once(speech.Find(&doc), answer.rest.Repeats)
	return answer, nil
}

// once leaves out of what is quoted the second printing of what stands twice.
func once(speeches []protocol.Speech, repeats []protocol.Repeat) []protocol.Speech {
	return slices.DeleteFunc(speeches, func(s protocol.Speech) bool {
		return slices.ContainsFunc(repeats, func(r protocol.Repeat) bool {
			return r.Again.Start <= s.Parts[0].Start && s.Parts[0].End <= r.Again.End
		})
	})
}

// minRepeat is how many words printed again count as a repetition: a sentence
// and a half, more than a phrase a writer comes back to.
const minRepeat = 25

// repeats finds what stands in the document twice.
func (d *document) repeats() []protocol.Repeat {
	var scan analysis.Scanner
	words := d.wording(&scan)
	var repeats []protocol.Repeat
	for _, r := range align.Repeats(words.Words, minRepeat) {
		repeats = append(repeats, protocol.Repeat{First: words.span(r.First), Again: words.span(r.Again)})
	}
	return repeats
}
