package shard

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"unsafe"

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

// await has come what a request reads.
func (s *Shard) await(ctx context.Context, request any) error {
	if err := s.awaitOpening(ctx, request); err != nil {
		return err
	}
	s.mu.RLock()
	a := s.arriving
	s.mu.RUnlock()
	if a == nil {
		return nil
	}
	var ids []protocol.DocID
	switch q := request.(type) {
	case protocol.Hello, protocol.Reset, protocol.Reopen, protocol.Rest, protocol.StoryPage, protocol.Related, protocol.Narrow:
		return nil
	case protocol.Summaries:
		if a.summed != nil {
			return a.needSummaries(ctx, q.IDs)
		}
		ids = q.IDs
	case protocol.Regroup, protocol.PairPage:
		return s.weighed(ctx, a)
	case protocol.Snippets:
		ids = q.IDs
	case protocol.Versions:
		ids = q.IDs
	case protocol.Words:
		ids = q.IDs
	case protocol.Texts:
		ids = q.IDs
	case protocol.Open:
		ids = []protocol.DocID{q.ID}
	case protocol.Explain:
		ids = []protocol.DocID{q.ID}
	case protocol.Shared:
		ids = []protocol.DocID{q.ID}
	case protocol.Beside:
		ids = []protocol.DocID{q.ID}
	case protocol.Collate:
		ids = []protocol.DocID{q.Base}
	case protocol.Ingest, protocol.Recounts, protocol.Exchange, protocol.Amend, protocol.Remove, protocol.Keep, protocol.PackWorkspace,
		protocol.Export, protocol.Report:
		return s.all(ctx, a)
	}
	if err := s.outlined(ctx, a); err != nil {
		return err
	}
	return s.need(ctx, a, ids)
}

// need has the heads and texts of documents come, all at once.
func (s *Shard) need(ctx context.Context, a *arriving, ids []protocol.DocID) error {
	var wanted [][]byte
	s.mu.RLock()
	for _, id := range ids {
		if d, err := s.find(id); err == nil {
			wanted = append(wanted, d.packed.Head, bytesOf(d.packed.Text))
		}
	}
	s.mu.RUnlock()
	return atOnce(len(wanted), func(i int) error { return a.need(ctx, wanted[i]) })
}

// needSummaries has what lists show of documents come.
func (a *arriving) needSummaries(ctx context.Context, ids []protocol.DocID) error {
	var wanted [][2]int
	for _, id := range ids {
		if span, ok := a.summed.spans[id]; ok {
			wanted = append(wanted, span)
		}
	}
	return atOnce(len(wanted), func(i int) error { return a.summed.parts.Need(ctx, wanted[i][0], wanted[i][1]) })
}

// atOnce does something for 0 to n-1 at once and joins the errors.
func atOnce(n int, do func(i int) error) error {
	errs := make([]error, n)
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			errs[i] = do(i)
		}()
	}
	wg.Wait()
	return errors.Join(errs...)
}

// need has a part of a file come, unless it is elsewhere in memory.
func (a *arriving) need(ctx context.Context, part []byte) error {
	for _, p := range a.texts {
		if from, to, ok := p.Span(part); ok {
			return p.Need(ctx, from, to)
		}
	}
	return nil
}

// text is the text of a document, which has come then. The caller holds the lock;
// nobody needs it for a part to come.
func (s *Shard) text(d *document) string {
	if s.arriving != nil && s.arriving.need(context.Background(), bytesOf(d.packed.Text)) != nil {
		return ""
	}
	return d.packed.Text
}

// bytesOf is the memory of a string, which nobody must change.
func bytesOf(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

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
