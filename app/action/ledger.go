package action

import (
	"cmp"
	"slices"

	"clippings/wasm/protocol"
)

// Ledger accounts for every file ever brought in: a line a document, and a line
// a file or record left out. Entries are not changed once they stand there.
type Ledger struct {
	Entries []protocol.Entry // sorted by path, then record
	Read    int              // entries that became documents
	Skipped int              // entries left out
	Files   int              // files they came from
	Bytes   uint64           // of the documents read
	Words   uint64           // of the documents read
}

// with is the ledger with more entries. The old ledger stays as it was, since
// views may still draw it.
func (l Ledger) with(more []protocol.Entry) Ledger {
	all := slices.Concat(l.Entries, more)
	if !slices.IsSortedFunc(all, byPath) { // the engine sorts what it reads at once
		slices.SortStableFunc(all, byPath)
	}
	sum := Ledger{Entries: all}
	for i := range all {
		e := &all[i]
		if i == 0 || e.Path != all[i-1].Path {
			sum.Files++
		}
		if e.Skip != protocol.SkipNone {
			sum.Skipped++
			continue
		}
		sum.Read++
		sum.Bytes += e.Bytes
		sum.Words += uint64(e.Words)
	}
	return sum
}

func byPath(a, b protocol.Entry) int {
	return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Record, b.Record))
}

// count tells how many entries were read and how many left out.
func count(entries []protocol.Entry) (read, skipped int) {
	for i := range entries {
		if entries[i].Skip == protocol.SkipNone {
			read++
		} else {
			skipped++
		}
	}
	return read, skipped
}
