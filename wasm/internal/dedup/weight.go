package dedup

import (
	"math"
	"math/bits"

	"clippings/wasm/internal/shingle"
)

// weights tells how much a term marks a document: the rarer the more. Document
// frequencies are counted over distinct texts in an array of slots, each term's
// by its hash; the slots are many enough that few terms share one.
//
// Titles are counted with their texts. Headlines have words of their own: where
// "sets" and "urges" stand in few bodies, they would outweigh the names beside
// them.
type weights struct {
	count  []uint32 // by slot
	texts  uint32
	rare   []uint8      // by slot: the inverse document frequency, in sixteenths
	weight [256]float64 // by that
}

// weightSlots is the number of slots for a corpus of so many shingles. A
// vocabulary grows with the square root of the text, about 32 terms a unit
// (Heaps); eight slots each, and as many for the words of the background.
func weightSlots(shingles uint64) int {
	root := uint64(math.Sqrt(float64(shingles)))
	return 1 << min(max(bits.Len64(256*root), 16), 20)
}

func (w *weights) slot(term uint64) uint64 { return shingle.Mix(term) & uint64(len(w.count)-1) }

// of is how much a term marks a document, at least 0.
func (w *weights) of(term uint64) float64 { return w.weight[w.rare[w.slot(term)]] }

// prepare computes what of tells, a byte a slot: it is asked for every term of
// every text, and the counts lie four times as far apart in memory.
func (w *weights) prepare() {
	for i := range background() {
		if b := &background()[i]; b.texts > 0 {
			w.count[w.slot(b.term)] += b.texts
		}
	}
	for idf := range w.weight {
		// To the power of 2.5, so that names outweigh the vocabulary of a kind of
		// report. Squared, "payout", "quarterly" join a tenth more of unrelated
		// notices of companies for the same recall; cubed, reports that share
		// a subject's common names fall apart.
		x := float64(idf) / 16
		w.weight[idf] = x * x * math.Sqrt(x)
	}
	all := float64(w.texts + backgroundSize)
	w.rare = make([]uint8, len(w.count))
	known := make([]uint8, 1024) // logarithms take their time
	for df := range known {
		known[df] = sixteenths(math.Log(all / float64(df+1)))
	}
	for i, df := range w.count {
		if int(df) < len(known) {
			w.rare[i] = known[df]
		} else {
			w.rare[i] = sixteenths(math.Log(all / float64(df+1)))
		}
	}
}

// sixteenths rounds so that weights are the same on every machine.
func sixteenths(idf float64) uint8 { return uint8(min(max(math.Round(idf*16), 0), 255)) }

func roundWeight(idf float64) float64 { return math.Round(idf*16) / 16 }

// survey counts the texts that hold each term and tells the lead.
//
//	by slot: texts
func (e *Exchange) survey(_ []reader, out [][]byte) error {
	s := &e.shard
	s.weights = weights{count: make([]uint32, weightSlots(s.total)), texts: uint32(len(s.sizes))}
	counted := make([]uint32, len(s.weights.count)) // by slot: the last text counted, plus one
	var title []uint64
	for _, t := range s.mine {
		title = e.corpus.TitleTerms(int(t.doc), title[:0])
		body := e.termsOf(t.doc)
		for _, terms := range [...][]uint64{title, body} {
			for _, term := range terms {
				if at := s.weights.slot(term); counted[at] != t.text+1 {
					counted[at] = t.text + 1
					s.weights.count[at]++
				}
			}
		}
		if err := e.pace.work(len(body) + len(title) + 16); err != nil {
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
