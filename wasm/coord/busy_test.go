package coord_test

import (
	"bytes"
	"context"
	"errors"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"clippings/wasm/coord"
	"clippings/wasm/internal/shard"
	"clippings/wasm/protocol"
)

// pausing is a shard that calls meanwhile whenever it lets messages in while it
// answers a call of a kind that is waited for. The first step of an exchange makes
// the last documents searchable, which is not called off; it counts if whole.
type pausing struct {
	protocol.Shard
	kind      protocol.Kind
	whole     bool
	under     atomic.Int32 // calls of the kind
	meanwhile func()
}

func newPausing(kind protocol.Kind, meanwhile func()) *pausing {
	p := &pausing{kind: kind, meanwhile: meanwhile}
	p.Shard = shard.New(shard.Options{
		Open: func(handle protocol.File) (shard.File, error) {
			b, _ := handle.([]byte)
			return memory{bytes.NewReader(b)}, nil
		},
		Pause: func() {
			runtime.Gosched()
			if p.under.Load() > 0 {
				p.meanwhile()
			}
		},
	})
	return p
}

func (p *pausing) Call(ctx context.Context, c protocol.Call) ([]byte, error) {
	first := false
	if c.Kind == protocol.KindExchange {
		q, err := protocol.DecodeExchange(c.Body)
		first = err == nil && q.Step == 0
	}
	if c.Kind == p.kind && (p.whole || !first) {
		p.under.Add(1)
		defer p.under.Add(-1)
	}
	return p.Shard.Call(ctx, c)
}

// answered does something while the work waits for it, and reports whether it was
// done. What waits for the work in turn never is.
func answered(do func() error) error {
	done := make(chan error, 1)
	go func() { done <- do() }()
	select {
	case err := <-done:
		return err
	case <-time.After(30 * time.Second):
		return errors.New("no answer while the work is under way")
	}
}

// TestAnswersWhileBusy: search, list and reading room answer while shards read,
// make searchable, compare or regroup, whichever of them does; what was found
// before is shown.
func TestAnswersWhileBusy(t *testing.T) {
	sources := corpusSources(full(1_000))
	half := len(sources) / 2
	for _, kind := range []protocol.Kind{protocol.KindIngest, protocol.KindExchange, protocol.KindRegroup} {
		var c *coord.Corpus
		var open protocol.DocID
		var busy, asking, questions atomic.Int32
		ctx := context.Background()
		ask := func() error {
			r, err := c.Search(ctx, coord.Search{Query: protocol.Query{Text: "the"}, Limit: 5})
			if err != nil || int(r.Documents) < half || len(r.Hits) != 5 {
				return errors.Join(err, errors.New("the search finds less than there is"))
			}
			list, err := c.Stories(ctx, protocol.StoryPage{Limit: 5})
			if err != nil || int(list.Documents) < half || len(list.Stories.Stories) != 5 {
				return errors.Join(err, errors.New("the list has less than there is"))
			}
			article, err := c.Open(ctx, open, protocol.Query{})
			if err != nil || article.Document.Name == "" || article.Relatives.Story.Documents() == 0 {
				return errors.Join(err, errors.New("the document has no story"))
			}
			_, err = c.QuickOpen(ctx, protocol.QuickOpen{Pattern: "mini", Limit: 5})
			return err
		}
		meanwhile := func() {
			if busy.Load() == 0 || !asking.CompareAndSwap(0, 1) {
				return // to answer takes pauses too
			}
			defer asking.Store(0)
			if questions.Add(1)%8 != 1 {
				return
			}
			if err := answered(ask); err != nil {
				t.Errorf("while %s: %v", kind, err)
				busy.Store(0)
			}
		}
		both := []*pausing{newPausing(kind, meanwhile), newPausing(kind, meanwhile)}
		both[0].whole, both[1].whole = true, true
		c = coord.New([]protocol.Shard{both[0], both[1]})
		ingest(t, c, sources[:half])
		open = allStories(t, c).Stories.Stories[0].DocIDs()[0]
		busy.Store(1)
		ingest(t, c, sources[half:])
		regroup(t, c, protocol.Regroup{Settings: protocol.DefaultSettings()})
		if questions.Load() < 2 && kind != protocol.KindRegroup {
			t.Errorf("%s let nobody in", kind)
		}
		t.Logf("%s: let messages in %d times", kind, questions.Load())
		if n := figures(t, c).Documents; int(n) != len(sources) {
			t.Errorf("after %s: %d documents of %d", kind, n, len(sources))
		}
	}
}

// TestRegroupWaitsForTheExchange: it groups what all documents are found to have
// in common, those that are coming in too.
func TestRegroupWaitsForTheExchange(t *testing.T) {
	sources := corpusSources(full(600))
	rules := protocol.Regroup{Settings: protocol.DefaultSettings()}
	rules.Settings.Jaccard, rules.Settings.Containment = 0.95, 1
	var c *coord.Corpus
	var begun, over atomic.Bool
	result := make(chan error, 1)
	meanwhile := func() {
		if begun.Swap(true) {
			return
		}
		go func() {
			err := c.Regroup(context.Background(), rules)
			if err == nil && !over.Load() {
				err = errors.New("regrouped before the exchange was over")
			}
			result <- err
		}()
		time.Sleep(10 * time.Millisecond)
	}
	// Counting words anew is the last that an import does.
	last := func(kind protocol.Kind) { over.Store(over.Load() || kind == protocol.KindRecounts) }
	both := func() protocol.Shard {
		return caller{newPausing(protocol.KindExchange, meanwhile), func(protocol.Kind) {}, last}
	}
	c = coord.New([]protocol.Shard{both(), both()})
	ingest(t, c, sources)
	if err := <-result; err != nil {
		t.Fatal(err)
	}
	whole := newCorpus(t, 1)
	ingest(t, whole, sources)
	regroup(t, whole, rules)
	if got, want := grouped(t, c), grouped(t, whole); got != want {
		t.Errorf("it differs from regrouping afterwards:\n%s", firstDifference(got, want))
	}
}
