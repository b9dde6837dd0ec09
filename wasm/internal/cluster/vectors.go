package cluster

// Vectors is the terms that mark each text, each with its share of the length
// one. Shares are in units of 1/UnitWeight, so that sums of products are exact
// and the same in any order. All lie in three arrays: 6 bytes a term.
//
// Terms are numbered from 0, the rarer first, and stand in that order; one that
// marks a single text is left out, as it likens that to nothing.
type Vectors struct {
	from    []uint32 // by text
	terms   []uint32
	weights []uint16
	count   []uint32 // by term: the texts that have it
}

// UnitWeight is the weight of a term that makes up a whole vector.
const UnitWeight = 1<<16 - 1

// of is the terms of a text and what they weigh.
func (v *Vectors) of(text uint32) ([]uint32, []uint16) {
	if int(text)+1 >= len(v.from) {
		return nil, nil
	}
	from, to := v.from[text], v.from[text+1]
	return v.terms[from:to], v.weights[from:to]
}
