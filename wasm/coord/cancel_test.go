package coord_test

import (
	"context"
	"sync/atomic"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// TestCancelWhileComparing: it ends soon, what was found before is shown, and the
// next import makes the corpus whole.
func TestCancelWhileComparing(t *testing.T) {
	for _, at := range []int32{1, 3, 12} {
		cancelComparing(t, at)
	}
}

// cancelComparing calls an import off when the comparison lets messages in for
// the given time.
func cancelComparing(t *testing.T, at int32) {
	t.Helper()
	sources := corpusSources(full(1_000))
	half := len(sources) / 2
	var armed, yields atomic.Int32
	cancel := func() {}
	meanwhile := func() {
		if armed.Load() == 0 {
			return
		}
		if yields.Add(1) == at {
			cancel()
		}
	}
	c := coord.New([]protocol.Shard{newPausing(protocol.KindExchange, meanwhile), newPausing(protocol.KindExchange, meanwhile)})
	ingest(t, c, sources[:half])
	before := figures(t, c)
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	cancel = stop
	armed.Store(1)
	imported, err := c.Ingest(ctx, sources[half:], nil)
	armed.Store(0)
	if err != nil || !imported.Canceled || !imported.Uncompared || len(imported.Entries) != len(sources)-half {
		t.Errorf("canceled %v, uncompared %v, %d entries, %v", imported.Canceled, imported.Uncompared, len(imported.Entries), err)
	}
	t.Logf("let messages in %d times", yields.Load())
	if n := yields.Load(); n > at+2*8 {
		t.Errorf("called off at %d of %d yields", at, n)
	}
	if f := figures(t, c); f.Groups != before.Groups || f.Total != before.Total {
		t.Errorf("called off, there are %d groups and %d stories, before %d and %d", f.Groups, f.Total, before.Groups, before.Total)
	}
	r, err := c.Search(context.Background(), coord.Search{Query: protocol.Query{Text: "the", Fold: protocol.FoldNothing}, Limit: 5})
	if err != nil || int(r.Documents) != len(sources) {
		t.Errorf("%d documents are found, %v", r.Documents, err)
	}
	if _, err := c.Ingest(context.Background(), nil, nil); err != nil {
		t.Error(err)
	}
	whole := newCorpus(t, 1)
	ingest(t, whole, sources)
	if got, want := grouped(t, c), grouped(t, whole); got != want {
		t.Errorf("called off and taken up again differs from all at once:\n%s", firstDifference(got, want))
	}
}
