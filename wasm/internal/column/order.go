package column

import (
	"strings"

	"clippings/wasm/ordering"
)

// told is the values that have a count, without none, in the order of CompareCounts.
// It takes as many steps as there are values: they are walked by text, which is
// sorted once, and dealt out by count.
func (v *values) told(counts []uint32) []ValueCount {
	var starts [manyDocuments]int // by count: how many values have it, then where they begin
	var many []ValueCount
	order, few := v.ordered(), 0
	for _, id := range order {
		switch n := counts[id]; {
		case id == 0 || n == 0:
		case n >= manyDocuments:
			many = append(many, ValueCount{v.texts[id], n})
		default:
			starts[n]++
			few++
		}
	}
	if len(many)+few == 0 {
		return nil
	}
	ordering.By(many, CompareCounts)
	list := append(make([]ValueCount, 0, len(many)+few), many...)[:len(many)+few]
	at := len(many)
	for n := len(starts) - 1; n > 0; n-- {
		starts[n], at = at, at+starts[n]
	}
	for _, id := range order {
		if n := counts[id]; id != 0 && 0 < n && n < manyDocuments {
			list[starts[n]] = ValueCount{v.texts[id], n}
			starts[n]++
		}
	}
	return list
}

// manyDocuments is from how many documents on values are sorted by their counts.
// Few have so many, and most of those differ.
const manyDocuments = 256

// ordered is the values by text. Answering does not change a dictionary but for
// this, which is made when it is first asked for after values came.
func (v *values) ordered() []uint32 {
	v.ordering.Lock()
	defer v.ordering.Unlock()
	if old := len(v.order); old < len(v.texts) {
		for id := old; id < len(v.texts); id++ {
			v.order = append(v.order, uint32(id))
		}
		ordering.By(v.order, func(a, b uint32) int { return strings.Compare(v.texts[a], v.texts[b]) })
	}
	return v.order
}
