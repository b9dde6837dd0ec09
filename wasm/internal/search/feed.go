package search

import (
	"bytes"
	"math"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/index"
	"clippings/wasm/protocol"
)

// Feeder puts the words of documents into an index, in both their forms: those of
// articles, and, as terms of their own, those of furniture. The
// caller walks a document's words, mostly for another purpose as well, and calls
// Begin, Word for each, and End. Not safe for concurrent use.
type Feeder struct {
	x          *index.Index
	paragraphs []protocol.Paragraph
	at         int    // the paragraph at hand
	start, end uint32 // of it; the start is past the end of any text if it is not indexed
	field      index.Field
	aside      []byte // a term of furniture
}

// NewFeeder is a feeder of an index.
func NewFeeder(x *index.Index) *Feeder { return &Feeder{x: x} }

// Begin starts a document of these paragraphs.
func (f *Feeder) Begin(paragraphs []protocol.Paragraph) {
	f.paragraphs, f.at = paragraphs, -1
	f.step()
	f.x.Begin()
}

// step goes to the next paragraph.
func (f *Feeder) step() {
	f.at++
	f.start, f.end = math.MaxUint32, math.MaxUint32
	if f.at < len(f.paragraphs) {
		p := &f.paragraphs[f.at]
		f.end = p.End
		if field, indexed := FieldOf(p.Role); indexed {
			f.start, f.field = p.Start, field
		}
	}
}

// Word indexes the word that s stands at, unless it is in a repeat.
func (f *Feeder) Word(s *analysis.Scanner) {
	at := s.Start()
	for at >= f.end {
		f.step()
	}
	if at < f.start {
		return
	}
	// Hash makes the term, which is then at hand without a call.
	t := index.Token{Hash: s.Hash(), Term: s.Term(), Position: s.Position(), Field: f.field}
	if f.field == index.Furniture {
		f.addAside(&t, s)
		return
	}
	f.x.Add(&t)
	if !s.HasVariant() {
		return
	}
	if folded := s.Folded(); !bytes.Equal(folded, t.Term) {
		t.Term, t.Hash = folded, analysis.Hash(folded)
		f.x.Add(&t)
	}
}

// addAside indexes a word of furniture in both its forms.
func (f *Feeder) addAside(t *index.Token, s *analysis.Scanner) {
	f.addMarked(t, t.Term)
	if s.HasVariant() && !bytes.Equal(s.Folded(), f.aside[1:]) {
		f.addMarked(t, s.Folded())
	}
}

func (f *Feeder) addMarked(t *index.Token, form []byte) {
	f.aside = append(append(f.aside[:0], index.AsidePrefix), form...)
	t.Term, t.Hash = f.aside, analysis.Hash(f.aside)
	f.x.Add(t)
}

// End closes the document and returns its number.
func (f *Feeder) End() uint32 { return f.x.End() }
