package shard

import (
	"context"
	"errors"
	"sync"
	"unsafe"

	"clippings/wasm/internal/index"
	"clippings/wasm/internal/search"
	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// A collection that is published comes from far away, so its files come in parts
// (store.Parted), in the order in which they are of use:
//
//	opening   of each file of documents its front, the outlines; what was found
//	          by comparing: enough for the list of stories; what lists show of
//	          documents comes for those that are shown
//	Rest      one segment of the index after the other: what is in those that are
//	          here is found meanwhile
//	on demand the head and the text of a document that is shown: await
//	Rest.All  all other texts, in the background
//
// The memory of a file is there from the beginning; heads and texts are parts of it
// and become right when their part has come. So whoever reads one has it come
// before, and all else is as ever.

// arriving is what has not come yet.
type arriving struct {
	from     store.Store
	texts    []*store.Parts
	segments []string // of the index, by rising document
	come     []*index.Segment
	summed   *summed // nil where there is none
}

// begin reads a file of documents, or the front of it.
func (l *loading) begin(name string) ([]byte, error) {
	from, ok := l.from.(store.Parted)
	if !ok {
		return l.get(name)
	}
	p, err := from.Begin(name)
	if err != nil {
		return nil, err
	}
	b := p.Bytes()
	if len(b) < 4 {
		return nil, protocol.ErrCorrupt
	}
	if !p.IsWhole() {
		l.arriving.texts = append(l.arriving.texts, p) // each part has a checksum of its own
		return b, nil
	}
	return b, checkName(name, b)
}

// later has the index come when it is asked for, where files come in parts; it
// reports whether they do.
func (l *loading) later() bool {
	if _, ok := l.from.(store.Parted); !ok {
		return false
	}
	l.arriving.from, l.arriving.segments = l.from, l.m.index
	return true
}

// rest has more come.
func (s *Shard) rest(ctx context.Context, q protocol.Rest) (protocol.Come, error) {
	s.mu.RLock()
	a := s.arriving
	s.mu.RUnlock()
	var err error
	if a != nil && q.All {
		err = s.all(ctx, a)
	} else if a != nil && len(a.come) < len(a.segments) {
		err = s.nextSegment(ctx, a)
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	return protocol.Come{Documents: uint32(len(s.docs)), Searchable: s.index.Documents()}, err
}

// nextSegment makes what is in the next segment of the index searchable.
func (s *Shard) nextSegment(ctx context.Context, a *arriving) error {
	b, err := a.from.Get(a.segments[len(a.come)])
	if err != nil {
		return err
	}
	segment, err := index.DecodeSegment(b, s.yield(ctx))
	if err != nil {
		return err
	}
	x, err := index.Open(append(a.come[:len(a.come):len(a.come)], segment))
	if err != nil {
		return err
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.arriving != a || int(x.Documents()) > len(s.docs) {
		return protocol.ErrCorrupt
	}
	a.come = append(a.come, segment)
	s.index, s.feeder, s.searcher = x, search.NewFeeder(x), search.New(x)
	return nil
}

// all has everything come.
func (s *Shard) all(ctx context.Context, a *arriving) error {
	for len(a.come) < len(a.segments) {
		if err := s.nextSegment(ctx, a); err != nil {
			return err
		}
	}
	for _, p := range a.texts {
		if err := p.All(ctx); err != nil {
			return err
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.arriving == a {
		s.arriving = nil
	}
	return nil
}

// await has come what a request reads.
func (s *Shard) await(ctx context.Context, request any) error {
	s.mu.RLock()
	a := s.arriving
	s.mu.RUnlock()
	if a == nil {
		return nil
	}
	var ids []protocol.DocID
	switch q := request.(type) {
	case protocol.Summaries:
		if a.summed != nil {
			return s.needSummaries(ctx, a, q.IDs)
		}
		ids = q.IDs
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
	case protocol.Exchange, protocol.Amend, protocol.Remove, protocol.Keep, protocol.Export, protocol.Report:
		return s.all(ctx, a)
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
func (s *Shard) needSummaries(ctx context.Context, a *arriving, ids []protocol.DocID) error {
	var wanted [][2]int
	s.mu.RLock()
	for _, id := range ids {
		if i, ok := s.byID[id]; ok && int(i) < len(a.summed.spans) {
			wanted = append(wanted, a.summed.spans[i])
		}
	}
	s.mu.RUnlock()
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
	if name == summariesFile {
		return summariesFront(b), true
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
