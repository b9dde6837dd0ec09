package dedup

import (
	"clippings/wasm/internal/cluster"
	"clippings/wasm/internal/shingle"
	"math"
	"math/bits"
	"slices"
)

// What a word counts more for where it stands: a headline names the event, the
// first sentences say who did what where.
const (
	leadWords   = 120
	leadBonus   = 1
	titleWeight = 3

	// frequencyWeight is what a word counts more for each doubling.
	frequencyWeight = 1.5
)

// minWeight is the least share of a term that is kept: of what two texts have in
// common, less adds little, and such terms are in the most texts. Without them
// the texts that share a term with a short notice are a twelfth.
const minWeight = cluster.UnitWeight * 3 / 100

// vectorizer makes the vectors of one text after another.
type vectorizer struct {
	weights *weights
	keep    int     // terms of a vector
	table   []int32 // open addressing: index in terms plus one, 0 is free
	terms   []weightedTerm
	keys    []uint64
	top     []weightedTerm
}

// vectorTerm is a term and its share of the length one, in units of
// 1/cluster.UnitWeight.
type vectorTerm struct {
	term   uint64
	weight uint16
}

type weightedTerm struct {
	term      uint64
	frequency float64
	weight    float64
}

// of makes the vector of a text: TF-IDF with damped frequencies, the heaviest
// terms only.
func (v *vectorizer) of(title, body []uint64) []vectorTerm {
	size := 1 << bits.Len(uint(2*(len(title)+len(body))))
	if size > len(v.table) {
		v.table = make([]int32, size)
	}
	table := v.table[:size]
	clear(table)
	v.terms = v.terms[:0]
	for _, t := range title {
		v.add(table, t, titleWeight)
	}
	for i, t := range body {
		n := 1.0
		if i < leadWords {
			n += leadBonus
		}
		v.add(table, t, n)
	}
	return v.unit(v.heaviest())
}

func (v *vectorizer) add(table []int32, term uint64, n float64) {
	mask := len(table) - 1
	at := int(shingle.Mix(term)) & mask
	for table[at] != 0 && v.terms[table[at]-1].term != term {
		at = (at + 1) & mask
	}
	if table[at] == 0 {
		v.terms = append(v.terms, weightedTerm{term: term})
		table[at] = int32(len(v.terms))
	}
	v.terms[table[at]-1].frequency += n
}

// heaviest weighs the terms and returns those to keep, of equal ones the first.
func (v *vectorizer) heaviest() []weightedTerm {
	v.keys = v.keys[:0]
	for i := range v.terms {
		t := &v.terms[i]
		t.weight = (1 + frequencyWeight*math.Log2(t.frequency)) * v.weights.of(t.term)
		// Bits of floats that are not negative sort like the floats.
		v.keys = append(v.keys, uint64(math.Float32bits(float32(t.weight)))<<32|uint64(^uint32(i)))
	}
	slices.Sort(v.keys)
	v.top = v.top[:0]
	for _, key := range slices.Backward(v.keys[max(0, len(v.keys)-v.keep):]) {
		v.top = append(v.top, v.terms[^uint32(key)])
	}
	return v.top
}

// unit gives the terms together length one.
func (v *vectorizer) unit(terms []weightedTerm) []vectorTerm {
	sum := 0.0
	for _, t := range terms {
		sum += t.weight * t.weight
	}
	if sum == 0 {
		return nil
	}
	var out []vectorTerm
	for _, t := range terms {
		if w := uint16(math.Round(cluster.UnitWeight * t.weight / math.Sqrt(sum))); w >= minWeight {
			out = append(out, vectorTerm{t.term, w})
		}
	}
	return out
}
