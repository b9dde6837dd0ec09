package shard

import (
	"encoding/binary"

	"clippings/wasm/internal/column"
)

// A file of documents:
//
//	version, how many documents, how many paragraphs all of them have
//	of each document its outline: the ordinals of its ID; the lengths of its head
//	and text; cluster.Doc as far as it is the document's; its origin; what stands in
//	columns; its paragraphs: their number, then of each the bytes since the one
//	before, its own and its role
//	all heads, protocol.Packed.Head
//	all texts
//
// What is needed of each document to find it stands in the outline, so that opening
// unpacks no head; strings and texts share the memory of the file.

// documentsKind begins the names of these files.
const documentsKind = "documents"

// documents writes those that are not kept yet and makes the runs.
func (v *saving) documents() error {
	docs := v.shard.docs
	again := v.outdated()
	var fresh []int
	for i := range docs {
		if at := docs[i].kept; at == (keptAt{}) || again[at.file] || !v.isThere(at.file) {
			fresh = append(fresh, i)
		}
	}
	for len(fresh) > 0 {
		n := v.fits(fresh)
		if err := v.batch(fresh[:n]); err != nil {
			return err
		}
		fresh = fresh[n:]
	}
	places := map[uint32]int{}
	for i := range docs {
		place, ok := places[docs[i].kept.file]
		if !ok {
			place = len(v.m.batches)
			places[docs[i].kept.file] = place
			f := v.batches[docs[i].kept.file]
			v.m.batches = append(v.m.batches, f.name)
			v.size += f.size
		}
		v.run(i, place)
	}
	for number := range v.batches {
		if _, ok := places[number]; !ok {
			delete(v.batches, number) // of no document any more
		}
	}
	return nil
}

func (v *saving) isThere(file uint32) bool { return v.there[v.batches[file].name] }

// outdated is the files whose documents are to be written again: small ones, if
// they are many, and those most of which no document is any more.
func (v *saving) outdated() map[uint32]bool {
	live := map[uint32]int{}
	for i := range v.shard.docs {
		d := &v.shard.docs[i]
		live[d.kept.file] += len(d.packed.Head) + len(d.packed.Text)
	}
	again, small := map[uint32]bool{}, 0
	for number, f := range v.batches {
		again[number] = f.size > keptSmall && 2*live[number] < f.size
		if f.size <= keptSmall && live[number] > 0 {
			small++
		}
	}
	if small > keptMost {
		for number, f := range v.batches {
			again[number] = again[number] || f.size <= keptSmall
		}
	}
	return again
}

// fits is as many documents as one file holds.
func (v *saving) fits(fresh []int) int {
	size := 0
	for n, i := range fresh {
		if size += len(v.shard.docs[i].packed.Text); size > keptBytes && n > 0 {
			return n
		}
	}
	return len(fresh)
}

// batch writes documents into a file.
func (v *saving) batch(list []int) error {
	s := v.shard
	b, err := s.appendDocuments(nil, list, v.yield)
	if err != nil {
		return err
	}
	before, front := v.size, len(b)
	for _, i := range list {
		front -= len(s.docs[i].packed.Head) + len(s.docs[i].packed.Text)
	}
	b = checked(b)
	f, err := v.putWhole(documentsKind, b)
	if err != nil {
		return err
	}
	f.layout = newLayout(b, front)
	v.size = before // counted when it is known which are needed
	v.last++
	v.batches[v.last] = f
	s.mu.Lock()
	defer s.mu.Unlock()
	for at, i := range list {
		s.docs[i].kept = keptAt{v.last, uint32(at)}
	}
	return nil
}

// appendDocuments appends a file of documents. The caller holds writing.
func (s *Shard) appendDocuments(b []byte, list []int, yield func() error) ([]byte, error) {
	paragraphs, size := 0, 0
	for _, i := range list {
		d := &s.docs[i]
		paragraphs += len(d.paragraphs)
		size += len(d.packed.Head) + len(d.packed.Text) + 256 + 4*len(d.paragraphs)
	}
	b = append(append(make([]byte, 0, size), b...), keptVersion)
	b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(len(list))), uint64(paragraphs))
	for n, i := range list {
		if n%yieldOutlines == 0 {
			if err := yield(); err != nil {
				return nil, err
			}
		}
		b = s.docs[i].appendOutline(b, s.columns.Row(uint32(i)))
	}
	for _, i := range list {
		b = append(b, s.docs[i].packed.Head...)
	}
	for _, i := range list {
		b = append(b, s.docs[i].packed.Text...)
	}
	return b, nil
}

// yieldOutlines is how many outlines are written or read between two pauses: 2 ms
// under WASM.
const yieldOutlines = 256

func (d *document) appendOutline(b []byte, row column.Row) []byte {
	info := &d.info
	for _, n := range [...]uint32{
		info.ID.Source(), info.ID.Record(), uint32(len(d.packed.Head)), uint32(len(d.packed.Text)), uint32(info.Fields),
	} {
		b = binary.AppendUvarint(b, uint64(n))
	}
	b = binary.AppendVarint(binary.AppendVarint(b, int64(info.Day)), int64(info.Minute))
	b = binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(b, info.Series), d.origin)
	for _, s := range [...]string{info.Name, info.Outlet, info.Agency, d.title, row.Place, row.Lang, row.Format} {
		b = appendBytes(b, s)
	}
	for _, list := range [...][]string{row.By, row.Tags} {
		b = binary.AppendUvarint(b, uint64(len(list)))
		for _, s := range list {
			b = appendBytes(b, s)
		}
	}
	b = binary.AppendUvarint(b, uint64(len(d.paragraphs)))
	end := uint32(0)
	for _, p := range d.paragraphs {
		b = binary.AppendUvarint(b, uint64(p.Start-end))
		b = append(binary.AppendUvarint(b, uint64(p.End-p.Start)), byte(p.own))
		end = p.End
	}
	return b
}

// appendState appends of each document how many words it has and which paragraphs
// recur: their number, then of each its place and in how many texts.
func appendState(b []byte, docs []document) []byte {
	b = binary.AppendUvarint(append(b, keptVersion), uint64(len(docs)))
	for i := range docs {
		d := &docs[i]
		b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(d.words)), uint64(len(d.recurring)))
		for _, r := range d.recurring {
			b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(r.paragraph)), uint64(r.texts))
		}
	}
	return b
}

func appendBytes(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}
