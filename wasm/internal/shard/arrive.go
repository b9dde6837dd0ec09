package shard

import (
	"context"
	"sync"
	"sync/atomic"

	"clippings/wasm/internal/index"
	"clippings/wasm/internal/search"
	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// A collection that is published comes from far away, so its files come in parts
// (store.Parted), each when it is of use:
//
//	opening   the fronts of what was grouped (savestories.go), at the shard that
//	          leads, and of what lists show (arrivesummary.go): enough for the list
//	          of stories, of which the rest comes as it is shown
//	outlined  for the first question about anything else: of each file of documents
//	          its front, the outlines; where they belong; the front of the index
//	on demand the head and the text of a document that is shown: await; what the
//	          words of a query need of the index: complete; what was compared, if it
//	          is to be grouped by other rules: weighed
//	all       for whatever changes the documents, or hands them out
//
// The memory of a file is there from the beginning; heads and texts are parts of it
// and become right when their part has come. So whoever reads one has it come
// before, and all else is as ever.

// arriving is what has not come yet.
type arriving struct {
	from    store.Parted
	m       manifest
	folder  string
	summed  *summed     // nil where there is none
	stories *farStories // at the shard that leads; nil where there is none

	opening   sync.Mutex // held while outlines, or what was compared, come
	isOpen    atomic.Bool
	isWeighed bool
	texts     []*store.Parts // once it is open
	index     []*store.Parts // of segments
}

// openCollection begins the shard's part of a collection.
func (s *Shard) openCollection(ctx context.Context, from store.Parted, q protocol.Reopen) (protocol.Reopened, error) {
	none := protocol.Reopened{}
	m, err := readManifest(from, q.Epoch)
	if err != nil {
		return none, err
	}
	a := &arriving{from: from, m: m, folder: folderName(q.Workspace, q.Self)}
	if a.summed, err = beginSummed(from); err != nil {
		return none, err
	}
	found := &findings{}
	if m.found != "" {
		stories, err := beginStories(from)
		if err != nil {
			return none, err
		}
		if stories != nil {
			found, a.stories = stories, stories.far
		}
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.clear()
	s.arriving, s.found = a, found
	return protocol.Reopened{Documents: uint32(m.documents()), Compared: m.found != "", Grouped: a.stories != nil}, nil
}

// rest has more come: all, or what questions need besides what each needs.
func (s *Shard) rest(ctx context.Context, q protocol.Rest) (protocol.Done, error) {
	s.mu.RLock()
	a, o := s.arriving, s.opening
	s.mu.RUnlock()
	switch {
	case o != nil:
		return protocol.Done{}, s.bring(ctx, o)
	case a == nil:
		return protocol.Done{}, nil
	case q.All:
		return protocol.Done{}, s.all(ctx, a)
	}
	return protocol.Done{}, s.outlined(ctx, a)
}

// all has everything come.
func (s *Shard) all(ctx context.Context, a *arriving) error {
	if err := s.outlined(ctx, a); err != nil {
		return err
	}
	if err := s.weighed(ctx, a); err != nil {
		return err
	}
	for _, p := range append(a.index[:len(a.index):len(a.index)], a.texts...) {
		if err := p.All(ctx); err != nil {
			return err
		}
	}
	if len(a.index) == 0 && a.stories == nil {
		return s.allCome(a)
	}
	if a.stories != nil {
		if err := a.stories.parts.All(ctx); err != nil {
			return err
		}
	}
	s.mu.RLock()
	parted := s.index.Segments()
	s.mu.RUnlock()
	var segments []*index.Segment
	for _, segment := range parted {
		whole, err := segment.Whole(s.yield(ctx))
		if err != nil {
			return err
		}
		segments = append(segments, whole)
	}
	x, err := index.Open(segments)
	if err != nil {
		return err
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.arriving == a {
		s.index, s.feeder, s.searcher = x, search.NewFeeder(x), search.New(x)
		s.arriving = nil
	}
	return nil
}

// allCome notes that nothing more will come, the index being whole.
func (s *Shard) allCome(a *arriving) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.arriving == a {
		s.arriving = nil
	}
	return nil
}

// Front is how many bytes at the beginning of a file that Save wrote are needed to
// open it, and whether the rest of it is needed a document at a time.
func Front(name string, b []byte) (front int, isParted bool) {
	switch name {
	case summariesFile:
		return summariesFront(b), true
	case storiesFile:
		return storiesFront(b), true
	}
	if isPartedIndex(name) && isChecked(b) {
		if front, ok := index.PartedFront(unchecked(b)); ok {
			return front, true
		}
	}
	if !isDocuments(name) || !isChecked(b) {
		return len(b), false
	}
	docs, err := decodeDocuments(unchecked(b), func() error { return nil })
	if err != nil {
		return len(b), false
	}
	rest := 4 // of the checksum
	for i := range docs {
		rest += len(docs[i].packed.Head) + len(docs[i].packed.Text)
	}
	return len(b) - rest, true
}
