package collate

import (
	"math/rand"
	"testing"

	"clippings/wasm/protocol"
)

// benchTexts are a text of 500 words and edited copies.
func benchTexts(n int) (*protocol.Document, []*protocol.Document) {
	rng := rand.New(rand.NewSource(1))
	base := randomText(rng, 500, 2000)
	var others []*protocol.Document
	for i := range n {
		others = append(others, document(protocol.DocID(i+1), edited(rng, edited(rng, base))))
	}
	return document(0, base), others
}

// BenchmarkCollate collates 200 copies of a text of 500 words.
func BenchmarkCollate(b *testing.B) {
	base, others := benchTexts(200)
	size := 0
	for _, o := range others {
		size += len(o.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		c, _ := New(base, never)
		for _, o := range others {
			c.Add(o)
		}
		c.Collation()
	}
}

// BenchmarkUnrelated collates two texts of 500 words that have little in common.
func BenchmarkUnrelated(b *testing.B) {
	base, _ := benchTexts(0)
	other := document(1, randomText(rand.New(rand.NewSource(2)), 500, 2000))
	b.SetBytes(int64(len(other.Text)))
	for b.Loop() {
		c, _ := New(base, never)
		c.Add(other)
		c.Collation()
	}
}

// BenchmarkBeside sets two texts of 500 words side by side.
func BenchmarkBeside(b *testing.B) {
	base, others := benchTexts(1)
	b.SetBytes(int64(len(others[0].Text)))
	for b.Loop() {
		Beside(base, others[0], never)
	}
}
