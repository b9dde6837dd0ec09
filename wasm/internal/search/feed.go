package search

import (
	"bytes"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/index"
	"clippings/wasm/protocol"
)

// Feeder puts the words of documents into an index, in both their forms. Those
// who walk a document's words for another purpose as well use Begin, Word and
// End in their own walk; Add does the walk. Not safe for concurrent use.
type Feeder struct {
	x          *index.Index
	scanner    analysis.Scanner
	paragraphs []protocol.Paragraph
	at         int // the paragraph at hand
	field      index.Field
	indexed    bool
}

// NewFeeder is a feeder of an index.
func NewFeeder(x *index.Index) *Feeder { return &Feeder{x: x} }

// Add indexes a whole document and returns its number.
func (f *Feeder) Add(text string, paragraphs []protocol.Paragraph) uint32 {
	f.Begin(paragraphs)
	f.scanner.Reset(text)
	for f.scanner.Next() {
		f.Word(&f.scanner)
	}
	return f.End()
}

// Begin starts a document of these paragraphs.
func (f *Feeder) Begin(paragraphs []protocol.Paragraph) {
	f.paragraphs, f.at = paragraphs, -1
	f.step()
	f.x.Begin()
}

// step goes to the next paragraph.
func (f *Feeder) step() {
	f.at++
	f.indexed = false
	if f.at < len(f.paragraphs) {
		f.field, f.indexed = FieldOf(f.paragraphs[f.at].Role)
	}
}

// Word indexes the word that s stands at, unless it is in furniture.
func (f *Feeder) Word(s *analysis.Scanner) {
	for f.at < len(f.paragraphs) && s.Start() >= f.paragraphs[f.at].End {
		f.step()
	}
	if !f.indexed || s.Start() < f.paragraphs[f.at].Start {
		return
	}
	term, folded := s.Term(), s.Folded()
	t := index.Token{Term: term, Hash: s.Hash(), Position: s.Position(), Field: f.field}
	f.x.Add(t)
	if !bytes.Equal(term, folded) {
		t.Term, t.Hash = folded, analysis.Hash(folded)
		f.x.Add(t)
	}
}

// End closes the document and returns its number.
func (f *Feeder) End() uint32 { return f.x.End() }
