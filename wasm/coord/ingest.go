package coord

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"sync"

	"clippings/wasm/protocol"
)

const (
	// batchFiles bounds a request to one shard: few enough that the last shard
	// to finish keeps the others waiting for a moment only, enough that the
	// cost of a message does not show.
	batchFiles = 32
	// batchBytes bounds it for large files.
	batchBytes = 4 << 20
	// ahead is how many requests a shard is given at a time. While the files of
	// one are on their way from the browser, which takes 0.3 to 1 ms each, the
	// shard works on another.
	ahead = 4
)

// Ingest brings files in: their documents are read, cleaned, indexed and
// compared with all others. Ordinals are given out here. When ctx ends, reading
// stops; what was read until then is kept and compared all the same, and
// Imported says so. Files that are here already are left out with a word.
func (c *Corpus) Ingest(ctx context.Context, sources []protocol.Source, report func(Progress)) (Imported, error) {
	unlock, err := c.lock(ctx)
	if err != nil {
		return Imported{}, err
	}
	defer unlock()
	fresh, entries := c.admit(sources)
	run := &ingest{corpus: c, queue: fresh, entries: entries, report: report}
	run.progress.AllFiles = uint32(len(fresh))
	for _, s := range fresh {
		run.progress.Total += s.Size
	}
	run.active = make([]protocol.Progress, len(c.shards)*ahead)
	live := c.live()
	err = each(len(run.active), func(lane int) error {
		if !slices.Contains(live, lane/ahead) {
			return nil
		}
		return run.feed(ctx, lane)
	})
	if err != nil {
		return Imported{}, err
	}
	run.leftover(ctx)
	breathe()
	result := Imported{Entries: inOrder(run.entries), Canceled: ctx.Err() != nil, Lost: run.lost}
	run.compare()
	return result, c.exchange(context.WithoutCancel(ctx))
}

// inOrder sorts ledger lines by path and record. Lines are large, so their
// places are sorted and not they.
func inOrder(entries []protocol.Entry) []protocol.Entry {
	places := make([]int32, len(entries))
	for i := range places {
		places[i] = int32(i)
	}
	slices.SortFunc(places, func(i, j int32) int {
		a, b := &entries[i], &entries[j]
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.ID, b.ID),
			cmp.Compare(a.Record, b.Record), cmp.Compare(i, j))
	})
	sorted := make([]protocol.Entry, len(entries))
	for to, from := range places {
		sorted[to] = entries[from]
	}
	return sorted
}

// ingest is one run of Ingest: a queue of files that the shards work off.
type ingest struct {
	corpus *Corpus
	report func(Progress)

	mu       sync.Mutex
	queue    []protocol.Source
	entries  []protocol.Entry
	progress Progress            // of finished batches
	active   []protocol.Progress // of each lane's batch under way
	lost     int
}

// feed gives a shard one batch after the other until none is left, the shard
// is lost, or ctx ends. It is one of the shard's lanes, which are numbered
// through all shards.
func (g *ingest) feed(ctx context.Context, lane int) error {
	shard := lane / ahead
	for ctx.Err() == nil {
		batch := g.take(shard)
		if len(batch) == 0 {
			return nil
		}
		answer, err := protocol.DoProgress(ctx, g.corpus.shards[shard], protocol.Ingest{Sources: batch},
			func(p protocol.Progress) { g.advance(lane, p) })
		switch {
		case errors.Is(err, protocol.ErrLost):
			g.lose(lane, batch)
			return nil
		case err != nil:
			return err
		}
		g.finish(lane, batch, answer.Entries)
	}
	return nil
}

// take removes a batch from the queue and notes which shard has it.
func (g *ingest) take(shard int) []protocol.Source {
	g.mu.Lock()
	defer g.mu.Unlock()
	n, bytes := 0, uint64(0)
	for n < len(g.queue) && n < batchFiles && (n == 0 || bytes+g.queue[n].Size <= batchBytes) {
		bytes += g.queue[n].Size
		n++
	}
	batch := g.queue[:n]
	g.queue = g.queue[n:]
	g.corpus.mu.Lock()
	defer g.corpus.mu.Unlock()
	for _, s := range batch {
		g.corpus.owner[s.Ordinal] = uint8(shard)
	}
	return batch
}

// advance notes how far a lane's batch has come and reports the sum.
func (g *ingest) advance(lane int, p protocol.Progress) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.active[lane] = p
	g.tell()
}

// finish adds a batch that was read.
func (g *ingest) finish(lane int, batch []protocol.Source, entries []protocol.Entry) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.active[lane] = protocol.Progress{}
	g.entries = append(g.entries, entries...)
	for _, e := range entries {
		switch e.Skip {
		case protocol.SkipNone:
			g.progress.Documents++
		case protocol.SkipCanceled, protocol.SkipUnreadable:
			g.corpus.forget(find(batch, e.ID.Source()))
			g.progress.Skipped++
		default:
			g.progress.Skipped++
		}
	}
	for _, s := range batch {
		g.progress.Bytes += s.Size
		g.progress.Files++
	}
	g.tell()
}

// lose accounts for a batch whose shard ended while it was reading it.
func (g *ingest) lose(lane int, batch []protocol.Source) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.active[lane] = protocol.Progress{}
	if g.corpus.lose(lane / ahead) {
		g.lost++
	}
	g.leaveOut(batch, protocol.SkipLost)
}

// leftover accounts for files that nobody came to read.
func (g *ingest) leftover(ctx context.Context) {
	if ctx.Err() != nil {
		g.leaveOut(g.queue, protocol.SkipCanceled)
	} else {
		g.leaveOut(g.queue, protocol.SkipLost)
	}
}

// leaveOut writes ledger lines for files that were not read and forgets them,
// so that they can be given again.
func (g *ingest) leaveOut(sources []protocol.Source, why protocol.SkipReason) {
	for _, s := range sources {
		g.entries = append(g.entries, protocol.Entry{
			ID: protocol.NewDocID(s.Ordinal, 0), Path: s.Path, Bytes: s.Size, Skip: why,
		})
		g.corpus.forget(s)
	}
}

// compare reports that reading has ended.
func (g *ingest) compare() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.progress.Phase = Comparing
	g.tell()
}

// tell reports the finished batches and those under way together.
func (g *ingest) tell() {
	if g.report == nil {
		return
	}
	p := g.progress
	for _, a := range g.active {
		p.Bytes += a.Bytes
		p.Documents += a.Documents
		p.Skipped += a.Skipped
		if a.Path != "" {
			p.Path = a.Path
		}
	}
	g.report(p)
}
