package shard

import (
	"context"

	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// outlined has come what is needed to ask for documents.
func (s *Shard) outlined(ctx context.Context, a *arriving) error {
	a.opening.Lock()
	defer a.opening.Unlock()
	if a.isOpen.Load() {
		return nil
	}
	l := newLoading(ahead(a.from, a.m), a.m, a.folder, s.yield(ctx))
	if err := l.all(); err != nil {
		return err
	}
	if len(l.lost) > 0 || l.stale {
		return protocol.ErrCorrupt
	}
	b, err := l.from.Get(placesFile)
	if err != nil {
		return err
	}
	places, err := decodePlaces(b, len(l.docs))
	if err != nil {
		return err
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.arriving != a {
		return protocol.ErrNotFound // something else was opened meanwhile
	}
	s.replace(l.rebuilt)
	s.kept, s.places, a.texts, a.index = l.keeping, places, l.texts, l.parts
	a.isOpen.Store(true)
	return nil
}

// weighed has come what was compared, at the shard that leads.
func (s *Shard) weighed(ctx context.Context, a *arriving) error {
	a.opening.Lock()
	defer a.opening.Unlock()
	if a.isWeighed || a.m.found == "" {
		return nil
	}
	l := newLoading(a.from, a.m, a.folder, s.yield(ctx))
	evidence, found, err := l.findings(s)
	if err != nil {
		return err
	}
	if evidence == nil {
		return protocol.ErrCorrupt
	}
	lookup, err := evidence.NewLookup(pace(l.yield))
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.arriving != a {
		return protocol.ErrNotFound
	}
	told := *s.found
	told.lookup = lookup
	s.evidence, s.past, s.found = evidence, found, &told
	a.isWeighed = true
	return nil
}

// begin reads the i-th file of documents, or the front of it.
func (l *loading) begin(i int, name string) ([]byte, error) {
	p, err := l.beginDocuments(i, name)
	if p == nil && err == nil {
		return l.get(name)
	}
	if err != nil {
		return nil, err
	}
	b := p.Bytes()
	if len(b) < 4 {
		return nil, protocol.ErrCorrupt
	}
	if !p.IsWhole() {
		l.texts = append(l.texts, p) // each part has a checksum of its own
		return b, nil
	}
	return b, checkName(name, b)
}

// beginDocuments is the i-th file of documents, of which the front has come; nil where
// it is read as a whole.
func (l *loading) beginDocuments(i int, name string) (*store.Parts, error) {
	if far, ok := l.from.(store.Parted); ok {
		return far.Begin(name)
	}
	layout := l.layoutOf(i)
	if near, ok := l.from.(store.Ranged); ok && layout.size > 0 {
		return layout.begin(near, name)
	}
	return nil, nil
}

// layoutOf is how the i-th file of documents is read in part, if it is.
func (l *loading) layoutOf(i int) layout {
	if i < len(l.layouts) {
		return l.layouts[i]
	}
	return layout{}
}
