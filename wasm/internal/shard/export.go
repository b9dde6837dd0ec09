package shard

import (
	"cmp"
	"context"
	"hash/crc32"
	"slices"
	"strings"
	"sync"

	"clippings/wasm/internal/export"
	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// exporting is which documents the export under way hands out, by name.
type exporting struct {
	sync.Mutex
	number uint32
	list   []*exported
}

// exported is one of them.
type exported struct {
	protocol.ExportPlace
	group uint32 // that it may be left out for, 0 for none
}

func (s *Shard) export(ctx context.Context, q protocol.Export) (protocol.Exported, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if q.MaxBytes == 0 {
		return s.countExport(ctx, q)
	}
	list, err := s.exportList(ctx, q)
	if err != nil {
		return protocol.Exported{}, err
	}
	x := export.Documents{Form: q.Form, Furniture: q.Furniture, Columns: int(q.Columns)}
	answer := protocol.Exported{}
	if q.After == (protocol.ExportPlace{}) {
		answer.Head = x.Head()
	}
	yield, size, deflater := s.yield(ctx), 0, &export.Deflater{}
	for from := firstAfter(list, q.After); from < len(list); from++ {
		d, err := s.find(list[from].ID)
		if err != nil {
			continue // removed meanwhile
		}
		if size > 0 && size+2*len(d.packed.Text) > int(q.MaxBytes) {
			return answer, nil
		}
		entry, err := s.exportEntry(x, d)
		if err != nil {
			return protocol.Exported{}, err
		}
		if q.Form.IsZip() {
			entry.CRC, entry.Size = crc32.ChecksumIEEE(entry.Bytes), uint64(len(entry.Bytes))
			entry.Bytes = deflater.Deflate(entry.Bytes)
		}
		entry.ExportPlace, entry.Group = list[from].ExportPlace, list[from].group
		answer.Entries = append(answer.Entries, entry)
		size += len(entry.Bytes)
		if err := yield(); err != nil {
			return protocol.Exported{}, err
		}
	}
	answer.Done = true
	return answer, nil
}

// exportEntry makes what is handed out of a document.
func (s *Shard) exportEntry(x export.Documents, d *document) (protocol.ExportEntry, error) {
	packed, err := d.shown()
	if err != nil {
		return protocol.ExportEntry{}, err
	}
	doc, err := packed.Document()
	if err != nil {
		return protocol.ExportEntry{}, err
	}
	var e protocol.ExportEntry
	if x.Form.IsZip() {
		e.File = export.FileName(&doc) + x.Extension()
	}
	place := s.placeOf(s.byID[d.info.ID])
	e.Bytes = x.Append(nil, &doc, export.Extra{Group: place.group, Words: d.words})
	return e, nil
}

// countExport tells how much an export is.
func (s *Shard) countExport(ctx context.Context, q protocol.Export) (protocol.Exported, error) {
	docs, err := s.matches(ctx, q.Query, q.Plan)
	if err != nil {
		return protocol.Exported{}, err
	}
	answer := protocol.Exported{}
	var groups, led []uint64
	for _, d := range docs {
		size := s.docs[d].exportBytes(q.Furniture)
		answer.Longest = max(answer.Longest, size)
		place := s.placeOf(d)
		if place.group == 0 || !q.OnePerCopies {
			answer.Lone++
		} else {
			groups = append(groups, uint64(place.group))
			if !place.isFirst {
				continue
			}
			led = append(led, uint64(place.group))
		}
		answer.Bytes += size
	}
	answer.Groups, answer.Led = protocol.PackNumbers(rising(groups)), protocol.PackNumbers(rising(led))
	return answer, nil
}

// exportBytes is how long the text is that is handed out, at the most: between two
// paragraphs stand up to two line breaks.
func (d *document) exportBytes(furniture bool) uint64 {
	size, all := uint64(0), true
	for _, p := range d.paragraphs {
		if p.role.IsArticle() {
			size += uint64(p.Len()) + 2
		} else {
			all = false
		}
	}
	if furniture || all {
		return uint64(len(d.packed.Text))
	}
	return size
}

// rising sorts numbers, each once.
func rising(list []uint64) []uint32 {
	slices.Sort(list)
	var out []uint32
	for i, n := range list {
		if i == 0 || n != list[i-1] {
			out = append(out, uint32(n))
		}
	}
	return out
}

// exportList is which documents an export hands out. That is found out once; where
// another export came between, once more.
func (s *Shard) exportList(ctx context.Context, q protocol.Export) ([]*exported, error) {
	s.exporting.Lock()
	defer s.exporting.Unlock()
	if s.exporting.number == q.Number && s.exporting.list != nil {
		return s.exporting.list, nil
	}
	docs, err := s.matches(ctx, q.Query, q.Plan)
	if err != nil {
		return nil, err
	}
	list := make([]*exported, len(docs))
	for i, d := range docs {
		info := &s.docs[d].info
		list[i] = &exported{ExportPlace: protocol.ExportPlace{Name: info.Name, ID: info.ID}}
	}
	ordering.By(list, func(a, b *exported) int { return comparePlaces(a.ExportPlace, b.ExportPlace) })
	if q.OnePerCopies {
		list = s.onePerCopies(list)
	}
	s.exporting.number, s.exporting.list = q.Number, list
	return list, nil
}

// onePerCopies leaves of the documents of a group that are here the representative,
// else the first, of which it tells the group: another shard may have a better one.
func (s *Shard) onePerCopies(list []*exported) []*exported {
	seen := map[uint32]bool{}
	for _, x := range list {
		if p := s.placeOf(s.byID[x.ID]); p.isFirst {
			seen[p.group] = true
		}
	}
	return slices.DeleteFunc(list, func(x *exported) bool {
		p := s.placeOf(s.byID[x.ID])
		if p.group == 0 || p.isFirst {
			return false
		}
		wasSeen := seen[p.group]
		seen[p.group], x.group = true, p.group
		return wasSeen
	})
}

// firstAfter is where an export goes on.
func firstAfter(list []*exported, after protocol.ExportPlace) int {
	lo, hi := 0, len(list)
	if after == (protocol.ExportPlace{}) {
		return 0
	}
	for lo < hi {
		if mid := (lo + hi) / 2; comparePlaces(list[mid].ExportPlace, after) <= 0 {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

func comparePlaces(a, b protocol.ExportPlace) int {
	return cmp.Or(strings.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
}
