package action

import (
	"cmp"
	"slices"
	"strings"

	"clippings/wasm/ordering"
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
	all := slices.Concat(l.unsettled(more), more)
	if !slices.IsSortedFunc(all, byPath) { // the engine sorts what it reads at once
		ordering.By(all, byPath)
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

// unsettled is the old entries without those of files that were left out for the
// time being and about which more tells something new: stopped, gone, here
// already.
func (l Ledger) unsettled(more []protocol.Entry) []protocol.Entry {
	passing := func(e protocol.Entry) bool {
		switch e.Skip {
		case protocol.SkipCanceled, protocol.SkipLost, protocol.SkipUnreadable, protocol.SkipKnown:
			return true
		}
		return false
	}
	if !slices.ContainsFunc(l.Entries, passing) {
		return l.Entries
	}
	told := make(map[string]bool, len(more))
	for i := range more {
		told[more[i].Path] = true
	}
	return slices.DeleteFunc(slices.Clone(l.Entries), func(e protocol.Entry) bool { return passing(e) && told[e.Path] })
}

// titled is the ledger after a document's title was put right.
func (l Ledger) titled(id protocol.DocID, values []string) Ledger {
	i := slices.IndexFunc(l.Entries, func(e protocol.Entry) bool { return e.ID == id && e.Skip == protocol.SkipNone })
	if i >= 0 {
		l.Entries = slices.Clone(l.Entries)
		l.Entries[i].Title = strings.Join(values, " ")
	}
	return l
}

// title is that of a document; "" if it has none.
func (l Ledger) title(id protocol.DocID) string {
	for i := range l.Entries {
		if e := &l.Entries[i]; e.ID == id && e.Skip == protocol.SkipNone {
			return e.Title
		}
	}
	return ""
}

// without is the ledger without the entries of files that were read anew.
func (l Ledger) without(paths []string) Ledger {
	if len(paths) == 0 {
		return l
	}
	gone := make(map[string]bool, len(paths))
	for _, p := range paths {
		gone[p] = true
	}
	kept := make([]protocol.Entry, 0, len(l.Entries))
	for i := range l.Entries {
		if !gone[l.Entries[i].Path] {
			kept = append(kept, l.Entries[i])
		}
	}
	return Ledger{}.with(kept)
}

func byPath(a, b protocol.Entry) int {
	return cmp.Or(strings.Compare(a.Path, b.Path), protocol.CompareRecords(a.Record, b.Record))
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
