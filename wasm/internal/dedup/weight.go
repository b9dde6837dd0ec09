package dedup

import (
	"clippings/wasm/internal/shingle"
	"math"
	"math/bits"
)

// weights tells how much a term marks a document: the rarer the more. Document
// frequencies are counted over distinct texts in an array of slots, each term's
// by its hash; the slots are many enough that few terms share one.
type weights struct {
	count []uint32 // by slot
	texts uint32
	idf   []float64 // by document frequency; made when first asked for
}

// weightSlots is the number of slots for a corpus of so many shingles. A
// vocabulary grows with the square root of the text, about 32 terms a unit
// (Heaps); eight slots each.
func weightSlots(shingles uint64) int {
	root := uint64(math.Sqrt(float64(shingles)))
	return 1 << min(max(bits.Len64(256*root), 12), 20)
}

func (w *weights) slot(term uint64) uint64 { return shingle.Mix(term) & uint64(len(w.count)-1) }

// of is the inverse document frequency of a term, at least 0.
func (w *weights) of(term uint64) float64 {
	if w.idf == nil {
		w.makeTable()
	}
	df := w.count[w.slot(term)] + background().of(term)
	return w.idf[min(int(df), len(w.idf)-1)]
}

// makeTable computes the frequencies' logarithms once, rounded to sixteenths so
// that they are the same on every machine.
func (w *weights) makeTable() {
	w.idf = make([]float64, w.texts+backgroundSize)
	for df := range w.idf {
		w.idf[df] = roundWeight(math.Log(float64(w.texts+backgroundSize) / float64(df+1)))
	}
}

func roundWeight(idf float64) float64 { return math.Round(idf*16) / 16 }

// survey counts the texts that hold each term and tells the lead.
//
//	by slot: texts
func (e *Exchange) survey(_ []reader, out [][]byte) error {
	s := &e.shard
	s.weights = weights{count: make([]uint32, weightSlots(s.total)), texts: uint32(len(s.sizes))}
	counted := make([]uint32, len(s.weights.count)) // by slot: the last text counted, plus one
	for _, t := range s.mine {
		terms := e.termsOf(t.doc)
		for _, term := range terms {
			if at := s.weights.slot(term); counted[at] != t.text+1 {
				counted[at] = t.text + 1
				s.weights.count[at]++
			}
		}
		if err := e.pace.work(len(terms) + 16); err != nil {
			return err
		}
	}
	out[0] = s.weights.bytes()
	return nil
}

// weigh adds the shards' counts up and tells everybody.
func (e *Exchange) weigh(in []reader, out [][]byte) error {
	if !e.leads() {
		return nil
	}
	sum := &e.shard.weights
	clear(sum.count)
	for s := range in {
		if err := sum.add(&in[s]); err != nil {
			return err
		}
		if err := e.pace.work(2 * len(sum.count)); err != nil {
			return err
		}
	}
	for t := range out {
		out[t] = sum.bytes()
	}
	return nil
}

func (w *weights) bytes() []byte {
	b := make([]byte, 0, len(w.count)+len(w.count)/8)
	for _, n := range w.count {
		b = putVar(b, n)
	}
	return b
}

func (w *weights) add(r *reader) error {
	for i := range w.count {
		w.count[i] += r.varint()
	}
	return r.end()
}
