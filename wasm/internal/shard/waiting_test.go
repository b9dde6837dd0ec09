package shard

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"testing"

	"clippings/wasm/internal/corpustest"
	"clippings/wasm/protocol"
)

// ofAll is a word that stands in every document of marked.
const ofAll = "commontoall"

// marked is the sources of n documents.
func marked(n int) []protocol.Source {
	c := &corpus{}
	for _, d := range corpustest.Corpus(7, n) {
		c.add(d.Name, []byte(d.Title+"\n\n"+ofAll+" "+d.Text))
	}
	return c.sources
}

func read(s *Shard, sources []protocol.Source) error {
	_, err := protocol.Do(context.Background(), s, protocol.Ingest{Sources: sources})
	return err
}

// count is how many documents are found by the word that all hold. It is an error
// if one is found twice.
func count(s *Shard) (int, error) {
	ctx, q := context.Background(), protocol.Query{Text: ofAll, Fold: protocol.FoldNothing}
	stats, err := s.searchStats(ctx, protocol.SearchStats{Query: q})
	if err != nil {
		return 0, err
	}
	top, err := s.searchTop(ctx, protocol.SearchTop{Query: q, Plan: stats, Limit: 1 << 20})
	if err != nil {
		return 0, err
	}
	ids := map[protocol.DocID]bool{}
	for _, h := range top.Hits {
		ids[h.ID] = true
	}
	if len(ids) != len(top.Hits) || len(ids) != int(top.Documents) {
		return 0, fmt.Errorf("%d hits, %d different, of %d documents", len(top.Hits), len(ids), top.Documents)
	}
	return len(ids), nil
}

// TestNobodyWaitsForLongWork: whoever is let in while documents are read, made
// searchable, compared, chosen or removed gets an answer, and finds each document
// that was searchable before, once.
func TestNobodyWaitsForLongWork(t *testing.T) {
	sources := marked(600)
	all, half := len(sources), len(sources)/2
	var gone []uint32
	for i := 0; i < all; i += 3 {
		gone = append(gone, sources[i].Ordinal)
	}
	ctx := context.Background()
	s := New(fromMemory())
	pauses, found, asking := 0, 0, false
	s.opts.Pause = func() {
		if asking {
			return // to answer takes pauses too
		}
		if !s.mu.TryLock() {
			t.Fatal("the lock is held while others are let in")
		}
		s.mu.Unlock()
		if pauses++; pauses%16 == 1 {
			asking = true
			n, err := count(s)
			if err != nil || n < found || n > len(s.docs) {
				t.Fatalf("%d documents are found of %d to %d: %v", n, found, len(s.docs), err)
			}
			asking = false
		}
	}
	for _, c := range []struct {
		what string
		left int // documents, afterwards
		work func() error
	}{
		{"reading", half, func() error { return read(s, sources[:half]) }},
		{"reading more", all, func() error { return read(s, sources[half:]) }},
		{"comparing", all, func() error { compare(t, s); return nil }},
		{"choosing", all, func() error {
			_, err := s.quickOpen(ctx, protocol.QuickOpen{Pattern: "e", Limit: 5})
			return err
		}},
		{"removing", all - len(gone), func() error {
			found = all - len(gone)
			_, err := s.remove(ctx, protocol.Remove{Sources: gone})
			return err
		}},
		{"removing what is not there", all - len(gone), func() error {
			_, err := s.remove(ctx, protocol.Remove{Sources: gone})
			return err
		}},
	} {
		pauses = 0
		if err := c.work(); err != nil {
			t.Fatalf("%s: %v", c.what, err)
		}
		if pauses == 0 {
			t.Errorf("%s: nobody is let in", c.what)
		}
		asking = true
		n, err := count(s)
		asking = false
		if err != nil || n != c.left {
			t.Errorf("after %s %d documents are found, want %d: %v", c.what, n, c.left, err)
		}
		found = n
	}
	for i := range s.docs {
		if slices.Contains(gone, s.docs[i].info.ID.Source()) {
			t.Errorf("%v is still here", s.docs[i].info.ID)
		}
	}
}

// TestReadingInLanes: several requests that add documents at a time, and those who
// search meanwhile, neither lose one nor find one twice.
func TestReadingInLanes(t *testing.T) {
	sources := marked(400)
	options := fromMemory()
	options.Pause = runtime.Gosched
	s := New(options)
	var lanes, searches sync.WaitGroup
	done := make(chan struct{})
	searches.Go(func() {
		for found := 0; ; {
			n, err := count(s)
			if err != nil || n < found {
				t.Errorf("%d documents are found after %d: %v", n, found, err)
				return
			}
			found = n
			select {
			case <-done:
				return
			default:
				runtime.Gosched() // under WebAssembly nobody else takes the turn
			}
		}
	})
	for lane := range 4 {
		lanes.Go(func() {
			for at := lane * 10; at < len(sources); at += 40 {
				if err := read(s, sources[at:min(at+10, len(sources))]); err != nil {
					t.Error(err)
				}
			}
		})
	}
	lanes.Wait()
	close(done)
	searches.Wait()
	compare(t, s)
	if n, err := count(s); err != nil || n != len(sources) {
		t.Errorf("%d documents are found of %d: %v", n, len(sources), err)
	}
}
