package shard

import (
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"slices"

	"clippings/wasm/internal/cluster"
	"clippings/wasm/internal/index"
	"clippings/wasm/internal/store"
)

// What a shard keeps in a folder, version 1. Numbers are varints.
//
//	documents-C-L   documents, see savedocs.go; written once, never changed
//	state-C-L       what changes of all documents: see appendState
//	index-C-L       a segment of the index, as index.DecodeSegment reads it
//	parted-C-L      of a collection, in its place: as index.OpenParted reads it
//	evidence-C-L    at the shard that led the last comparison, what that found:
//	                see savefound.go
//	cover-E, stories-C-L  what the list of stories shows at first, see cover.go
//	manifest-E      the names of the files of epoch E, see savemanifest.go; written
//	                last, after a copy of it
//
// Each ends in its CRC-32 (IEEE), four bytes, least significant first; C is the
// same and L the length, in hex, so that a file is never written over by another
// and one that has not changed is not written again. Documents that were added or
// changed go into files of their own: nothing that is there is written again, but
// for small files once they are many, and files most of which is outdated.
const (
	keptVersion = 1
	// keptBytes is the text in one file of documents, or one document more: what a
	// damaged file costs.
	keptBytes = 16 << 20
	// keptSmall is from what size on a file is left alone, and keptMost how many
	// smaller ones there may be.
	keptSmall = 4 << 20
	keptMost  = 16
)

// keptAt tells where a document is kept: the number of its file and its place in
// that; zero if nowhere.
type keptAt struct{ file, at uint32 }

// keptFile is a file that is written.
type keptFile struct {
	name   string
	size   int
	layout layout // of one of documents, if it is known
}

// keeping is what of a shard is written in a folder.
type keeping struct {
	folder   string
	batches  map[uint32]keptFile // of documents, by number
	last     uint32              // number given out
	segments map[*index.Segment]keptFile
	evidence *cluster.Evidence // in found
	past     past
	found    keptFile
	stories  keptStoriesOf
}

// keepingIn is what is written in a folder: nothing, if the last one was another.
// The caller holds writing.
func (s *Shard) keepingIn(folder string) *keeping {
	if s.kept == nil || s.kept.folder != folder {
		s.mu.Lock()
		for i := range s.docs {
			s.docs[i].kept = keptAt{}
		}
		s.mu.Unlock()
		s.kept = &keeping{folder: folder, batches: map[uint32]keptFile{}, segments: map[*index.Segment]keptFile{}}
	}
	return s.kept
}

// Save writes all documents and the index to a store, in place of what a shard has
// saved there before. What is brought in meanwhile is not part of it.
func (s *Shard) Save(ctx context.Context, to store.Store) error {
	epoch, err := lastEpoch(to)
	if err != nil {
		return err
	}
	m, _, err := s.saveAs(ctx, to, "", epoch+1)
	if err != nil {
		return err
	}
	return settleIn(to, m, epoch+1)
}

// saving is one run of saving.
type saving struct {
	*keeping
	shard *Shard
	to    store.Store
	there map[string]bool // files
	wrote []string
	yield func() error
	m     manifest
	size  int // of all files of the epoch
}

// saveAs writes an epoch and tells how many bytes its files have. If it fails it
// removes what it wrote.
func (s *Shard) saveAs(ctx context.Context, to store.Store, folder string, epoch uint64) (manifest, int, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := s.flush(); err != nil {
		return manifest{}, 0, err
	}
	names, err := to.Names()
	if err != nil {
		return manifest{}, 0, err
	}
	v := &saving{keeping: s.keepingIn(folder), shard: s, to: to, there: map[string]bool{}, yield: s.yield(ctx)}
	for _, name := range names {
		v.there[name] = true
	}
	if err := v.all(epoch); err != nil {
		for _, name := range v.wrote {
			_ = to.Delete(name) // without a manifest they are nothing
		}
		return manifest{}, 0, err
	}
	return v.m, v.size, nil
}

func (v *saving) all(epoch uint64) error {
	if err := v.documents(); err != nil {
		return err
	}
	state, err := v.put("state", appendState(nil, v.shard.docs))
	if err != nil {
		return err
	}
	v.m.state = state.name
	for _, segment := range v.shard.index.Segments() {
		if err := v.segment(segment); err != nil {
			return err
		}
	}
	if err := v.findings(); err != nil {
		return err
	}
	b := checked(v.m.appendTo(nil))
	for _, name := range []string{manifestCopy(epoch), manifestOf(epoch)} {
		if err := v.write(name, b); err != nil {
			return err
		}
		v.size += len(b)
	}
	return nil
}

// put writes a file under the name that its content tells, unless it is there.
func (v *saving) put(kind string, content []byte) (keptFile, error) {
	return v.putWhole(kind, checked(content))
}

// putWhole is put for what ends in its checksum.
func (v *saving) putWhole(kind string, b []byte) (keptFile, error) {
	f := keptFile{name: nameOf(kind, b), size: len(b)}
	v.size += len(b)
	if v.there[f.name] {
		return f, nil
	}
	return f, v.write(f.name, b)
}

func (v *saving) write(name string, b []byte) error {
	if err := v.yield(); err != nil {
		return err
	}
	v.wrote = append(v.wrote, name)
	if err := v.to.Put(name, b); err != nil {
		return err
	}
	v.there[name] = true
	return nil
}

// segment writes a segment of the index. One never changes.
func (v *saving) segment(segment *index.Segment) error {
	f, ok := v.segments[segment]
	if ok && v.there[f.name] {
		v.size += f.size
	} else {
		var err error
		if f, err = v.indexFile(segment); err != nil {
			return err
		}
		v.segments[segment] = f
	}
	v.m.index = append(v.m.index, f.name)
	return nil
}

// indexFile writes a segment as it is needed where it is read.
func (v *saving) indexFile(segment *index.Segment) (keptFile, error) {
	if v.folder == "" || !isCollection(v.folder) {
		return v.putWhole("index", segment.AppendTo(nil))
	}
	file, _ := segment.AppendParted(nil)
	return v.put(partedKind, file)
}

// nameOf is the name of a file that ends in its checksum.
func nameOf(kind string, b []byte) string {
	return fmt.Sprintf("%s-%08x-%x", kind, binary.LittleEndian.Uint32(b[len(b)-crc32.Size:]), len(b))
}

// checked is b with its checksum.
func checked(b []byte) []byte { return binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(b)) }

// isChecked reports whether b ends in its checksum.
func isChecked(b []byte) bool {
	n := len(b) - crc32.Size
	return n >= 0 && crc32.ChecksumIEEE(b[:n]) == binary.LittleEndian.Uint32(b[n:])
}

// settleIn removes what has no part in an epoch.
func settleIn(from store.Store, m manifest, epoch uint64) error {
	names, err := from.Names()
	if err != nil {
		return err
	}
	needed := append(append(m.names(), manifestOf(epoch), manifestCopy(epoch)), covered(from, epoch)...)
	slices.Sort(needed)
	for _, name := range names {
		if _, found := slices.BinarySearch(needed, name); found {
			continue
		}
		if err := from.Delete(name); err != nil {
			return err
		}
	}
	return nil
}
