package search

import "math/bits"

// matchFilter is the documents that marks, which are of the whole index, tell.
func (e *evaluator) matchFilter(out []uint32, marks []uint64, within []uint32) []uint32 {
	base, n := e.seg.Base(), e.seg.Documents()
	if within != nil {
		for _, d := range within {
			if at := base + d; marks[at/64]>>(at%64)&1 != 0 {
				out = append(out, d)
			}
		}
		return out
	}
	for at := base; at < base+n; at = at&^63 + 64 {
		m := marks[at/64] &^ (1<<(at%64) - 1)
		for ; m != 0; m &= m - 1 {
			if d := at&^63 + uint32(bits.TrailingZeros64(m)) - base; d < n {
				out = append(out, d)
			}
		}
	}
	return out
}

// countMarks is how many documents of the segment are marked.
func (e *evaluator) countMarks(marks []uint64) uint64 {
	base, end := e.seg.Base(), e.seg.Base()+e.seg.Documents()
	n := 0
	for at := base; at < end; at = at&^63 + 64 {
		m := marks[at/64] &^ (1<<(at%64) - 1)
		if left := end - at&^63; left < 64 {
			m &= 1<<left - 1
		}
		n += bits.OnesCount64(m)
	}
	return uint64(n)
}
