package shard

import (
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"slices"

	"clippings/wasm/internal/store"
)

// What a shard keeps in a store, version 1. Numbers are varints.
//
//	documents-N-C   the documents from number N on, see appendDocuments
//	index-N-C       the segment of the index that begins with document N, as
//	                index.DecodeSegment reads it
//	shard           the names of these files, written last: the others count for
//	                nothing unless they stand in it
//
// Each ends in its CRC-32 (IEEE), four bytes, least significant first; C is the
// same, so that a file is never written over by another and one that has not
// changed is not written again.
const (
	keptVersion  = 1
	manifestName = "shard"
	// keptBytes is the text in one file of documents, or one document more.
	keptBytes = 16 << 20
)

// Save writes all documents and the index to a store, in place of what a shard has
// saved there before. What is brought in meanwhile is not part of it.
func (s *Shard) Save(ctx context.Context, to store.Store) error {
	old, err := to.Names()
	if err != nil {
		return err
	}
	names, _, err := s.saveAs(ctx, to, manifestName, old)
	if err != nil {
		return err
	}
	return clean(to, old, append(names, manifestName))
}

// saveAs writes all under a name of the manifest, what is not among the old
// names. It tells the names and how many bytes they are.
func (s *Shard) saveAs(ctx context.Context, to store.Store, manifest string, old []string) (names []string, size int, err error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := s.flush(); err != nil {
		return nil, 0, err
	}
	yield := s.yield(ctx)
	put := func(name string, b []byte) error {
		if err := yield(); err != nil {
			return err
		}
		name = fmt.Sprintf("%s-%08x", name, binary.LittleEndian.Uint32(b[len(b)-crc32.Size:]))
		names, size = append(names, name), size+len(b)
		if slices.Contains(old, name) {
			return nil
		}
		return to.Put(name, b)
	}
	for from := 0; from < len(s.docs); {
		batch := firstBatch(s.docs[from:])
		if err := put(fmt.Sprintf("documents-%d", from), checked(appendDocuments(nil, batch))); err != nil {
			return nil, 0, err
		}
		from += len(batch)
	}
	for _, segment := range s.index.Segments() {
		if err := put(fmt.Sprintf("index-%d", segment.Base()), segment.AppendTo(nil)); err != nil {
			return nil, 0, err
		}
	}
	b := checked(appendManifest(nil, names))
	return names, size + len(b), to.Put(manifest, b)
}

// firstBatch is as many documents as one file holds.
func firstBatch(docs []document) []document {
	size := 0
	for i := range docs {
		if size += len(docs[i].packed.Text); size > keptBytes && i > 0 {
			return docs[:i]
		}
	}
	return docs
}

// clean removes old files that have no part in what was saved.
func clean(from store.Store, old, names []string) error {
	for _, name := range old {
		if !slices.Contains(names, name) {
			if err := from.Delete(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// checked is b with its checksum.
func checked(b []byte) []byte { return binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(b)) }

func appendManifest(b []byte, names []string) []byte {
	b = append(b, keptVersion)
	b = binary.AppendUvarint(b, uint64(len(names)))
	for _, name := range names {
		b = appendBytes(b, name)
	}
	return b
}

// appendDocuments appends documents: their number, then for each the length of
// its head and of its text, its words, and its recurring lines; then all heads,
// then all texts.
func appendDocuments(b []byte, docs []document) []byte {
	b = append(b, keptVersion)
	b = binary.AppendUvarint(b, uint64(len(docs)))
	for i := range docs {
		d := &docs[i]
		b = binary.AppendUvarint(b, uint64(len(d.packed.Head)))
		b = binary.AppendUvarint(b, uint64(len(d.packed.Text)))
		b = binary.AppendUvarint(b, uint64(d.words))
		b = binary.AppendUvarint(b, uint64(len(d.recurring)))
		for _, r := range d.recurring {
			b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(r.paragraph)), uint64(r.texts))
		}
	}
	for i := range docs {
		b = append(b, docs[i].packed.Head...)
	}
	for i := range docs {
		b = append(b, docs[i].packed.Text...)
	}
	return b
}

func appendBytes(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}
