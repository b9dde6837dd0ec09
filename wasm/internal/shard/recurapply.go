package shard

import (
	"context"
	"fmt"
	"slices"

	"clippings/wasm/protocol"
)

// recurred is the document with the roles that the lines found give it: the
// extractor's own for all others.
func (d document) recurred(found []recurring) document {
	d.recurring = found
	d.paragraphs = slices.Clone(d.paragraphs)
	for i := range d.paragraphs {
		d.paragraphs[i].role = d.paragraphs[i].own
	}
	for _, r := range found {
		d.paragraphs[r.paragraph].role = protocol.RoleFurniture
	}
	return d
}

// samePlaces reports whether two verdicts take the same paragraphs.
func samePlaces(a, b []recurring) bool {
	return slices.EqualFunc(a, b, func(a, b recurring) bool { return a.paragraph == b.paragraph })
}

// applyRecurring gives each document the roles of its verdict. Where a role
// changes, the index is made anew beside the one in use, as remove does.
func (s *Shard) applyRecurring(verdicts [][]recurring, yield func() error) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.mu.RLock()
	docs := s.docs
	s.mu.RUnlock()
	isSame := true
	for i := range verdicts {
		isSame = isSame && samePlaces(docs[i].recurring, verdicts[i])
	}
	if isSame {
		s.mu.Lock()
		defer s.mu.Unlock()
		for i := range verdicts {
			s.docs[i].recurring = verdicts[i] // the counts may be others
		}
		return nil
	}
	r := newRebuilt(yield)
	for i, d := range docs {
		if !samePlaces(d.recurring, verdicts[i]) {
			d = d.recurred(verdicts[i])
		}
		d.recurring = verdicts[i]
		if err := r.add(d, s.columns.Row(uint32(i))); err != nil {
			return err
		}
	}
	if err := r.index.Flush(yield); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.replace(r)
	return nil
}

// recounts lists the documents that lines were taken from, in the shard's order.
func (s *Shard) recounts(context.Context, protocol.Recounts) (protocol.RecountList, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	answer := protocol.RecountList{}
	for i := range s.docs {
		if d := &s.docs[i]; len(d.recurring) > 0 {
			answer.Recounts = append(answer.Recounts, protocol.Recount{ID: d.info.ID, Words: d.words})
		}
	}
	return answer, nil
}

// unpack is the document in full, the document, with the roles it has by now.
func (d *document) unpack() (protocol.Document, error) {
	doc, err := d.packed.Document()
	if err != nil || len(d.recurring) == 0 {
		return doc, err
	}
	origin := originOf(&doc)
	for _, r := range d.recurring {
		if int(r.paragraph) >= len(doc.Paragraphs) {
			return doc, protocol.ErrCorrupt // of a damaged file
		}
		p := &doc.Paragraphs[r.paragraph]
		p.Role, p.Why = protocol.RoleFurniture, fmt.Sprintf("the same line stands in %d texts of %s", r.texts, origin)
	}
	return doc, nil
}
