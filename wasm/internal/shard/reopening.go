package shard

import (
	"context"

	"clippings/wasm/internal/cluster"
	"clippings/wasm/internal/search"
	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// A workspace that is kept with its cover opens in the order in which it is of use:
//
//	Reopen  the cover: the list of stories, with what its first rows show
//	Rest    outlines of the documents; the index; what was found by comparing; texts
//
// Whoever asks meanwhile waits for what the answer is made of and for no more, so
// that it is the one that it would be later: see stageOf. Texts come when they are
// needed, as those of a collection do (arrive.go), and last all of them.
//
// Whatever part is damaged or missing, Rest tells that something is, protocol.ErrCorrupt: then
// all is opened as a whole (load.go), which finds out what that costs.

// stage is how far a workspace has come back.
type stage int

const (
	outlinesCame stage = iota
	indexCame
	allCame // but for texts
	numStages
	noStage stage = -1
)

// reopening is a workspace on its way.
type reopening struct {
	*loading
	cover *cover
	*listedFirst
	first map[protocol.DocID]*protocol.Summary // what is listed first
	found *findings                            // nil at shards that do not lead
	come  [numStages]chan struct{}             // closed when the stage has come, or will not
	errs  [numStages]error                     // of those that will not, set before
	next  stage                                // the first that is not closed

	isBrought bool // Rest has been asked for it
}

// stageOf is what has to be there before a request is answered.
func (o *reopening) stageOf(request any) stage {
	switch q := request.(type) {
	case protocol.Hello, protocol.Reset, protocol.Reopen, protocol.Workspaces, protocol.Settle, protocol.ForgetKept,
		protocol.Rest, protocol.TakeIn, protocol.Preview, protocol.StoryPage, protocol.Narrow:
		return noStage
	case protocol.Related:
		if o.found == nil {
			return noStage
		}
		if _, isWritten := o.found.pairs(q.ID); isWritten {
			return noStage
		}
	case protocol.Summaries:
		for _, id := range q.IDs {
			if o.first[id] == nil {
				return outlinesCame
			}
		}
		return noStage
	case protocol.Keep:
		if len(q.File) > 0 {
			return noStage
		}
	case protocol.Open, protocol.Snippets, protocol.Versions, protocol.Words, protocol.Shared, protocol.Beside,
		protocol.Collate, protocol.QuickOpen:
		return outlinesCame
	case protocol.SearchStats, protocol.SearchTop, protocol.Facets, protocol.Explain, protocol.Suggest, protocol.Matching:
		return indexCame
	}
	return allCame
}

// awaitOpening waits until what a request needs of a workspace has come.
func (s *Shard) awaitOpening(ctx context.Context, request any) error {
	s.mu.RLock()
	o := s.opening
	s.mu.RUnlock()
	if o == nil {
		return nil
	}
	needed := o.stageOf(request)
	if needed == noStage {
		return nil
	}
	select {
	case <-o.come[needed]:
		return o.errs[needed]
	case <-ctx.Done():
		return ctx.Err()
	}
}

// begin takes up the cover of an epoch; false where all is to be read at once.
func (s *Shard) begin(ctx context.Context, from store.Store, folder string, epoch uint64) (back protocol.Reopened, ok bool, err error) {
	o, err := beginIn(from, folder, epoch)
	if isDamage(err) {
		return back, false, nil
	}
	if err != nil || o == nil {
		return back, false, err
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.clear()
	s.opening = o
	if o.found != nil {
		s.found = o.found
	}
	return protocol.Reopened{Documents: uint32(len(o.places)), Compared: o.found != nil, Behind: true}, true, ctx.Err()
}

// beginIn reads what begin takes up; nil for what is no cover of its epoch.
func beginIn(from store.Store, folder string, epoch uint64) (*reopening, error) {
	if _, isFar := from.(store.Parted); isFar {
		return nil, nil
	}
	b, err := from.Get(coverOf(epoch))
	if err != nil {
		return nil, err
	}
	c, err := decodeCover(b)
	if err != nil {
		return nil, err
	}
	m, err := readManifest(from, epoch)
	if err != nil {
		return nil, err
	}
	if len(c.layouts) != len(m.batches) || (m.found == "") != (c.stories == "") {
		return nil, nil
	}
	o := &reopening{loading: newLoading(from, m, folder, func() error { return nil }), cover: c, first: map[protocol.DocID]*protocol.Summary{}}
	o.layouts = c.layouts
	for i := range o.come {
		o.come[i] = make(chan struct{})
	}
	return o, o.take()
}

// take reads what the cover names.
func (o *reopening) take() error {
	b, err := o.get(o.cover.first)
	if err == nil {
		o.listedFirst, err = decodeFirst(unchecked(b))
	}
	if err != nil {
		return err
	}
	for i := range o.summaries {
		o.first[o.summaries[i].ID] = &o.summaries[i]
	}
	if o.cover.stories == "" {
		return nil
	}
	if b, err = o.get(o.cover.stories); err == nil {
		o.keeping.stories.file = keptFile{name: o.cover.stories, size: len(b)}
		b = unchecked(b)
		o.found, err = readStories(store.NewParts(b, len(b), 0, nil))
	}
	return err
}

// bring has the rest of a workspace come.
func (s *Shard) bring(ctx context.Context, o *reopening) error {
	s.mu.Lock()
	again := o.isBrought
	o.isBrought = true
	s.mu.Unlock()
	if again {
		return protocol.ErrOrder
	}
	if err := s.bringStages(ctx, o); err != nil {
		s.mu.Lock()
		defer s.mu.Unlock()
		o.giveUp(err)
		return err
	}
	s.mu.RLock()
	a := s.arriving
	s.mu.RUnlock()
	if a == nil {
		return nil
	}
	return s.all(ctx, a)
}

// giveUp tells all who wait that nothing more comes. The caller holds the lock.
func (o *reopening) giveUp(err error) {
	for ; o.next < numStages; o.next++ {
		o.errs[o.next] = err
		close(o.come[o.next])
	}
}

func (s *Shard) bringStages(ctx context.Context, o *reopening) error {
	o.yield = s.yield(ctx)
	for _, bring := range [numStages]func(*Shard) (func(), error){o.outlines, o.indexed, o.compared} {
		put, err := bring(s)
		if err == nil {
			err = s.putStage(o, put)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// putStage has a stage be there, unless what is opened is another by now.
func (s *Shard) putStage(o *reopening, put func()) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.opening != o {
		return context.Canceled
	}
	put()
	if close(o.come[o.next]); o.next == allCame {
		s.opening = nil
	}
	o.next++
	return nil
}

// outlines reads the documents, but for texts.
func (o *reopening) outlines(s *Shard) (put func(), err error) {
	there, err := o.documents()
	if err != nil {
		return nil, err
	}
	if len(o.lost) > 0 || len(o.docs) != len(o.places) {
		return nil, protocol.ErrCorrupt
	}
	if err := o.state(there); err != nil {
		return nil, err
	}
	return func() {
		s.replace(o.rebuilt)
		s.places = o.places
		if len(o.texts) > 0 {
			s.arriving = &arriving{texts: o.texts, isWeighed: true}
			s.arriving.isOpen.Store(true)
		}
	}, nil
}

// indexed reads the index.
func (o *reopening) indexed(s *Shard) (put func(), err error) {
	if err := o.segmentsOf(len(o.docs)); err != nil {
		return nil, err
	}
	searcher := search.New(o.index)
	return func() { s.index, s.feeder, s.searcher = o.index, o.feeder, searcher }, nil
}

// compared reads what was found by comparing.
func (o *reopening) compared(s *Shard) (put func(), err error) {
	evidence, past, err := o.findings(s)
	if err != nil {
		return nil, err
	}
	if (evidence == nil) != (o.found == nil) || evidence != nil && int(o.found.counts.Documents) != len(evidence.Docs) {
		return nil, protocol.ErrCorrupt
	}
	var lookup *cluster.Lookup
	if evidence != nil {
		if lookup, err = evidence.NewLookup(pace(o.yield)); err != nil {
			return nil, err
		}
	}
	return func() {
		told := *s.found
		told.lookup = lookup
		o.keeping.stories.found = &told
		s.kept, s.evidence, s.past, s.found = o.keeping, evidence, past, &told
	}, nil
}
