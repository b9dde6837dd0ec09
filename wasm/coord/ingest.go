package coord

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

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
// compared with all others. Ordinals are given out here. When ctx ends while files
// are read, reading stops; what was read until then is kept and compared all the
// same. When it ends while they are compared, that stops: the groups are those of
// before, and the next import, of no files too, makes them whole. Imported says
// which. Files that are here already are left out with a word, unless they are to
// be read by another recipe.
func (c *Corpus) Ingest(ctx context.Context, sources []protocol.Source, report func(Progress)) (Imported, error) {
	unlock, err := c.lock(ctx)
	if err != nil {
		return Imported{}, err
	}
	defer unlock()
	defer c.forgetPlans()
	in := c.admit(sources)
	if len(in.fresh)+len(in.gone) > 0 {
		c.setCompared(false)
	}
	if err := c.remove(context.WithoutCancel(ctx), in.gone); err != nil {
		return Imported{}, err
	}
	live := c.live()
	run := &ingest{corpus: c, entries: in.entries, report: report}
	run.keeper.when = time.Now()
	run.plan(in.fresh, live)
	run.progress.AllFiles, run.progress.Total = in.files, in.bytes
	run.active = make([]protocol.Progress, len(c.shards)*ahead)
	err = each(len(run.active), func(lane int) error {
		if !slices.Contains(live, lane/ahead) || c.dealt && lane%ahead > 0 {
			return nil
		}
		return run.feed(ctx, lane)
	})
	if err != nil {
		return Imported{}, err
	}
	run.leftover(ctx)
	protocol.Breathe()
	result := Imported{Entries: once(inOrder(run.entries)), Replaced: in.replaced, Canceled: ctx.Err() != nil, Lost: run.lost}
	run.compare()
	err = c.comparing(ctx, &result)
	run.keep(ctx, result.Entries)
	result.NotKept = run.keeper.err
	return result, err
}

// comparing compares what was brought in and puts its ledger right.
func (c *Corpus) comparing(ctx context.Context, result *Imported) error {
	work := ctx
	if result.Canceled {
		work = context.WithoutCancel(ctx)
	}
	err := c.exchange(work)
	if errors.Is(err, context.Canceled) {
		result.Canceled, result.Uncompared = true, true
		return nil
	}
	if err != nil {
		return err
	}
	return c.recount(context.WithoutCancel(ctx), result.Entries)
}

// once leaves out lines that several parts of one file tell alike: that its
// archive is damaged, or that it was stopped.
func once(sorted []protocol.Entry) []protocol.Entry {
	return slices.CompactFunc(sorted, func(a, b protocol.Entry) bool {
		return a.Skip != protocol.SkipNone && a.Skip == b.Skip && a.ID.Source() != b.ID.Source() &&
			a.Path == b.Path && a.Record == b.Record && a.Detail == b.Detail
	})
}

// ingest is one run of Ingest: a queue of files that the shards work off.
type ingest struct {
	corpus *Corpus
	report func(Progress)

	mu       sync.Mutex
	queue    []protocol.Source   // for whichever shard is free
	parts    [][]protocol.Source // of large files, for each shard its own
	entries  []protocol.Entry
	progress Progress            // of finished batches
	active   []protocol.Progress // of each lane's batch under way
	lost     int

	keeper keeper
}

// plan gives each living shard its part of each large file, so that all work on
// it; the other files wait for whoever is free.
func (g *ingest) plan(fresh []protocol.Source, live []int) {
	g.parts = make([][]protocol.Source, len(g.corpus.shards))
	if g.corpus.dealt && len(live) > 0 {
		g.deal(fresh, live)
		return
	}
	for _, s := range fresh {
		if s.Parts > 1 && len(live) > 0 {
			shard := live[int(s.Part)%len(live)]
			g.parts[shard] = append(g.parts[shard], s)
		} else {
			g.queue = append(g.queue, s)
		}
	}
}

// feed gives a shard one batch after the other until none is left, the shard
// is lost, or ctx ends. It is one of the shard's lanes, which are numbered
// through all shards.
func (g *ingest) feed(ctx context.Context, lane int) error {
	for ctx.Err() == nil {
		bytes, more, err := g.feedOne(ctx, lane)
		if !more || err != nil {
			return err
		}
		g.done(ctx, bytes)
	}
	return nil
}

// feedOne gives a shard one batch and tells its bytes; more is false if there was
// none or the shard is lost.
func (g *ingest) feedOne(ctx context.Context, lane int) (bytes uint64, more bool, err error) {
	g.keeper.gate.RLock()
	defer g.keeper.gate.RUnlock()
	shard := lane / ahead
	batch := g.take(shard)
	if len(batch) == 0 {
		return 0, false, nil
	}
	answer, err := protocol.DoProgress(ctx, g.corpus.shards[shard], protocol.Ingest{Sources: batch},
		func(p protocol.Progress) { g.advance(lane, p) })
	switch {
	case errors.Is(err, protocol.ErrLost):
		g.lose(lane, batch)
		return 0, false, nil
	case err != nil:
		return 0, false, err
	}
	for _, s := range batch {
		bytes += s.Share()
	}
	g.finish(lane, batch, answer.Entries)
	return bytes, true, nil
}

// take removes a batch from the queue and notes which shard has it.
func (g *ingest) take(shard int) []protocol.Source {
	g.mu.Lock()
	defer g.mu.Unlock()
	queue := &g.queue
	if len(g.parts[shard]) > 0 {
		queue = &g.parts[shard]
	}
	batch := cutBatch(queue)
	g.corpus.mu.Lock()
	defer g.corpus.mu.Unlock()
	for _, s := range batch {
		g.corpus.owner[s.Ordinal] = uint8(shard)
	}
	return batch
}

// cutBatch takes the next few files off a queue.
func cutBatch(from *[]protocol.Source) []protocol.Source {
	queue := *from
	n, bytes := 0, uint64(0)
	for n < len(queue) && n < batchFiles && (n == 0 || bytes+queue[n].Share() <= batchBytes) {
		bytes += queue[n].Share()
		n++
	}
	*from = queue[n:]
	return queue[:n]
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
			g.corpus.breakOff(find(batch, e.ID.Source()))
			g.progress.Skipped++
		default:
			g.progress.Skipped++
		}
	}
	g.corpus.read(batch)
	for _, s := range batch {
		g.progress.Bytes += s.Share()
		if s.Part == 0 {
			g.progress.Files++
		}
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
	why := protocol.SkipLost
	if ctx.Err() != nil {
		why = protocol.SkipCanceled
	}
	g.leaveOut(g.queue, why)
	for _, parts := range g.parts {
		g.leaveOut(parts, why)
	}
}

// leaveOut writes ledger lines for files that were not read. They can be
// given again.
func (g *ingest) leaveOut(sources []protocol.Source, why protocol.SkipReason) {
	for _, s := range sources {
		g.entries = append(g.entries, protocol.Entry{
			ID: protocol.NewDocID(s.Ordinal, 0), Path: s.Path, Bytes: s.Size, Skip: why,
		})
		g.corpus.breakOff(s)
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
