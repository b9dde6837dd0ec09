package coord

import (
	"cmp"
	"slices"
	"strings"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// inOrder sorts ledger lines by path and record, numbers in records by their
// value. Lines are large, so their places are sorted and not they; and they may
// be many hundred thousands, so the page's thread gets to breathe meanwhile.
func inOrder(entries []protocol.Entry) []protocol.Entry {
	places := make([]int32, len(entries))
	for i := range places {
		places[i] = int32(i)
	}
	before := func(i, j int32) int {
		a, b := &entries[i], &entries[j]
		return cmp.Or(strings.Compare(a.Path, b.Path), protocol.CompareRecords(a.Record, b.Record), cmp.Compare(a.ID, b.ID), cmp.Compare(i, j))
	}
	for run := range slices.Chunk(places, sortStep) {
		ordering.By(run, before)
		protocol.Breathe()
	}
	spare := make([]int32, len(places))
	for width := sortStep; width < len(places); width *= 2 {
		for lo := 0; lo < len(places); lo += 2 * width {
			mid, hi := min(lo+width, len(places)), min(lo+2*width, len(places))
			mergeRuns(spare[lo:lo:hi], places[lo:mid], places[mid:hi], before)
		}
		places, spare = spare, places
	}
	sorted := make([]protocol.Entry, len(entries))
	for to, from := range places {
		sorted[to] = entries[from]
		if to%mergeStep == 0 {
			protocol.Breathe()
		}
	}
	return sorted
}

const (
	sortStep  = 1 << 9  // lines sorted in one go: some 3 ms of the page's thread
	mergeStep = 1 << 14 // lines merged or copied in one go: some 5 ms as well
)

// mergeRuns appends two sorted runs to out in order.
func mergeRuns(out, a, b []int32, before func(i, j int32) int) {
	for n := 1; len(a) > 0 && len(b) > 0; n++ {
		if before(a[0], b[0]) <= 0 {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
		if n%mergeStep == 0 {
			protocol.Breathe()
		}
	}
	_ = append(append(out, a...), b...)
}
