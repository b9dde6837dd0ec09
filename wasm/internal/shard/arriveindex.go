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
		l.parts = append(l.parts, p)
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

// asked is what answers are made of without waiting.
func (a *arriving) asked() []*store.Parts {
	var list []*store.Parts
	if a.isOpen.Load() {
		list = a.index[:len(a.index):len(a.index)]
	}
	if a.stories != nil {
		list = append(list, a.stories.parts)
	}
	return list
}

// misses counts what was asked for in vain.
func (a *arriving) misses() (n uint64) {
	for _, p := range a.asked() {
		n += p.Misses()
	}
	return n
}

// fetch has what was asked for in vain come, of all files at once.
func (a *arriving) fetch(ctx context.Context) error {
	asked := a.asked()
	return atOnce(len(asked), func(i int) error { return asked[i].Fetch(ctx) })
}

// ahead is a collection of which all files of a manifest, but for what was compared,
// have been asked for, so that they come together.
func ahead(from store.Parted, m manifest) store.Parted {
	m.found = ""
	a := &asked{Parted: from, files: map[string]*begun{}}
	for _, name := range append(m.names(), placesFile) {
		b := &begun{done: make(chan struct{})}
		a.files[name] = b
		go func() {
			defer close(b.done)
			b.parts, b.err = from.Begin(name)
		}()
	}
	return a
}

// asked is a store of which some files have been asked for.
type asked struct {
	store.Parted
	files map[string]*begun
}

// begun is a file of which the front is under way.
type begun struct {
	done  chan struct{}
	parts *store.Parts
	err   error
}

// Begin implements store.Parted.
func (a *asked) Begin(name string) (*store.Parts, error) {
	b, ok := a.files[name]
	if !ok {
		return a.Parted.Begin(name)
	}
	<-b.done
	return b.parts, b.err
}

// Get implements store.Store.
func (a *asked) Get(name string) ([]byte, error) {
	p, err := a.Begin(name)
	if err == nil {
		err = p.All(context.Background())
	}
	if err != nil {
		return nil, err
	}
	return p.Bytes(), nil
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
				err = s.damage(a)
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
func (s *Shard) damage(a *arriving) error {
	if a.stories != nil && a.stories.damaged.Load() {
		return protocol.ErrCorrupt
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	for _, segment := range s.index.Segments() {
		if segment.IsDamaged() {
			return protocol.ErrCorrupt
		}
	}
	return nil
}
