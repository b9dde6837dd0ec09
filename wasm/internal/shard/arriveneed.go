package shard

import (
	"context"
	"errors"
	"sync"
	"unsafe"

	"clippings/wasm/protocol"
)

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
