package shard

import (
	"context"
	"strings"

	"clippings/wasm/internal/index"
	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// partedKind is what the files of an index that comes in parts are called.
const partedKind = "parted"

func isPartedIndex(name string) bool { return strings.HasPrefix(name, partedKind+"-") }

// isCollection reports whether a folder is of a collection that is published.
func isCollection(folder string) bool { return strings.HasPrefix(folder, protocol.CollectionID+"-") }

// parted opens a segment of the index, of which only the front is needed for that.
func (l *loading) parted(name string) (*index.Segment, error) {
	p, err := l.beginParts(name)
	if err != nil {
		return nil, err
	}
	if len(p.Bytes()) < 4 {
		return nil, protocol.ErrCorrupt
	}
	segment, err := index.OpenParted(partedIndex{p})
	if err == nil {
		l.arriving.index = append(l.arriving.index, p)
	}
	return segment, err
}

// beginParts is the front of a file, or all of it where files come whole.
func (l *loading) beginParts(name string) (*store.Parts, error) {
	if from, ok := l.from.(store.Parted); ok {
		return from.Begin(name)
	}
	b, err := l.get(name)
	return store.NewParts(b, len(b), 0, nil), err
}

// partedIndex is the file of a segment without its checksum: each part has one of
// its own.
type partedIndex struct{ *store.Parts }

// Bytes implements index.Blocks.
func (p partedIndex) Bytes() []byte { return unchecked(p.Parts.Bytes()) }

// misses counts what was asked for in vain.
func (a *arriving) misses() (n uint64) {
	for _, p := range a.index {
		n += p.Misses()
	}
	return n
}

// fetch has what was asked for in vain come, of all files at once.
func (a *arriving) fetch(ctx context.Context) error {
	return atOnce(len(a.index), func(i int) error { return a.index[i].Fetch(ctx) })
}

// complete answers anew until nothing was missed on the way: then what was found is
// what would be found if all were here.
func complete[R any](ctx context.Context, s *Shard, answer func() (R, error)) (R, error) {
	for {
		s.mu.RLock()
		a := s.arriving
		s.mu.RUnlock()
		if a == nil {
			return answer()
		}
		before := a.misses()
		r, err := answer()
		if a.misses() == before {
			if err == nil {
				err = s.damage()
			}
			return r, err
		}
		if err := ctx.Err(); err != nil {
			return r, err
		}
		if err := a.fetch(ctx); err != nil {
			return r, err
		}
	}
}

// damage is protocol.ErrCorrupt if something that came was not what it should be.
func (s *Shard) damage() error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	for _, segment := range s.index.Segments() {
		if segment.IsDamaged() {
			return protocol.ErrCorrupt
		}
	}
	return nil
}
