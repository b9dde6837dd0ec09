package dedup

import (
	"clippings/wasm/internal/shingle"
	"math"
	"math/bits"
	"slices"
)

// vector is the terms that mark a text, by term, each with its share of the
// length one; shares are in units of 1/unitWeight, so that sums of products are
// exact and the same in any order.
type vector []vectorTerm

type vectorTerm struct {
	term   uint64
	weight uint16
}

const unitWeight = 1<<16 - 1

// What a word counts more for where it stands: a headline names the event, the
// first sentences say who did what where.
const (
	leadWords   = 60
	leadBonus   = 1
	titleWeight = 3
)

// vectorizer makes the vectors of one text after another.
type vectorizer struct {
	weights *weights
	keep    int     // terms of a vector
	table   []int32 // open addressing: index in terms plus one, 0 is free
	terms   []weightedTerm
	keys    []uint64
	top     []weightedTerm
}

type weightedTerm struct {
	term      uint64
	frequency float64
	weight    float64
}

// of makes the vector of a text: TF-IDF with damped frequencies, the heaviest
// terms only.
func (v *vectorizer) of(title, body []uint64) vector {
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
		// Squared, so that names outweigh the vocabulary of a kind of report:
		// "payout", "quarterly" joined unrelated short notices twice as often.
		rare := v.weights.of(t.term)
		t.weight = (1 + math.Log2(t.frequency)) * rare * rare
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
func (v *vectorizer) unit(terms []weightedTerm) vector {
	sum := 0.0
	for _, t := range terms {
		sum += t.weight * t.weight
	}
	if sum == 0 {
		return nil
	}
	var out vector
	for _, t := range terms {
		if w := uint16(math.Round(unitWeight * t.weight / math.Sqrt(sum))); w > 0 {
			out = append(out, vectorTerm{t.term, w})
		}
	}
	return out
}

// describe sends the lead the vectors of this shard's texts that represent
// themselves.
//
//	each: text, terms, each: hash u64, weight u16
func (e *Exchange) describe(in []reader, out [][]byte) error {
	s := &e.shard
	leaders, err := e.readLeaders(&in[0])
	if err != nil {
		return err
	}
	v := vectorizer{weights: &s.weights, keep: e.p.StoryTerms}
	var msg []byte
	var title []uint64
	for _, t := range s.mine {
		if !leaders[t.text] {
			continue
		}
		title = e.corpus.TitleTerms(int(t.doc), title[:0])
		body := e.termsOf(int(t.doc))
		vec := v.of(title, body)
		msg = putVar(putVar(msg, t.text), uint32(len(vec)))
		for _, x := range vec {
			msg = putU64(msg, x.term)
			msg = append(msg, byte(x.weight), byte(x.weight>>8))
		}
		if err := e.pace.work(4*(len(body)+len(title)) + 64); err != nil {
			return err
		}
	}
	out[0] = msg
	return nil
}

// writeLeaders tells all shards which texts represent themselves: a bit each.
func (e *Exchange) writeLeaders(out [][]byte) {
	leader := e.lead.groups.leader
	set := make([]byte, (len(leader)+7)/8)
	for t, l := range leader {
		if uint32(t) == l {
			set[t/8] |= 1 << (t % 8)
		}
	}
	for t := range out {
		out[t] = slices.Clone(set)
	}
}

func (e *Exchange) readLeaders(r *reader) ([]bool, error) {
	texts := len(e.shard.sizes)
	set := r.take((texts + 7) / 8)
	if err := r.end(); err != nil {
		return nil, err
	}
	leaders := make([]bool, texts)
	for t := range leaders {
		leaders[t] = set[t/8]>>(t%8)&1 != 0
	}
	return leaders, nil
}

// readVectors takes the vectors of all texts that represent themselves.
func (e *Exchange) readVectors(in []reader) ([]vector, error) {
	vectors := make([]vector, len(e.shard.sizes))
	for s := range in {
		for r := &in[s]; len(r.b) > 0; {
			text := r.index(len(vectors))
			raw := r.take(10 * r.count(10))
			if r.bad {
				return nil, ErrCorrupt
			}
			vec := make(vector, 0, len(raw)/10)
			for x := (reader{b: raw}); len(x.b) > 0; {
				vec = append(vec, vectorTerm{x.u64(), uint16(x.u8()) | uint16(x.u8())<<8})
			}
			vectors[text] = vec
			if err := e.pace.work(len(vec)); err != nil {
				return nil, err
			}
		}
	}
	return vectors, nil
}
