package coord_test

import (
	"context"
	"runtime"
	"testing"
	"unsafe"

	"clippings/wasm/coord"
	"clippings/wasm/internal/cluster"
	"clippings/wasm/internal/dedup"
	"clippings/wasm/protocol"
)

// heap is the bytes that are alive.
func heap() int {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// TestMemoryIsFreedAfterComparing: what an exchange and a regrouping leave behind
// is the evidence and what is shown of it.
func TestMemoryIsFreedAfterComparing(t *testing.T) {
	n := full(4_000)
	for _, x := range []struct {
		name    string
		sources []protocol.Source
	}{
		{"a fifth copies", corpusSources(n)},
		{"one word apart", oneWordApart(n)},
	} {
		text := 0
		for _, s := range x.sources {
			text += len(s.Handle.([]byte))
		}
		c := newCorpus(t, 2)
		before, read := heap(), 0
		imported, err := c.Ingest(context.Background(), x.sources, func(p coord.Progress) {
			if p.Phase == coord.Comparing {
				read = heap()
			}
		})
		if err != nil || len(imported.Entries) != n {
			t.Fatal(len(imported.Entries), err)
		}
		after := heap()
		regroup(t, c, protocol.Regroup{Settings: protocol.DefaultSettings()})
		regrouped := heap()
		pairs := int(pairPage(t, c, 0, 0).Total)
		explained := pairs*edgeBytes + n*documentBytes
		t.Logf("%s: %d documents of %d bytes, %d pairs; read %d bytes each, compared %d, regrouped %d; evidence explains %d",
			x.name, n, text/n, pairs, (read-before)/n, (after-before)/n, (regrouped-before)/n, explained/n)
		if left := regrouped - read; left > 3*explained {
			t.Errorf("%s: an exchange leaves %d bytes, its evidence has %d", x.name, left, explained)
		}
		if read-before > 12*text+4<<20 {
			t.Errorf("%s: %d bytes of text take %d", x.name, text, read-before)
		}
		runtime.KeepAlive(c)
	}
}

var (
	// edgeBytes: the edge, and its place in the lookup.
	edgeBytes = int(unsafe.Sizeof(cluster.Edge{})) + 4
	// documentBytes: the vector, and what is known of the document, its place in
	// group, story and lookup, its row in the list.
	documentBytes = 8*dedup.DefaultParams().VectorTerms + int(unsafe.Sizeof(cluster.Doc{})) + 200
)
