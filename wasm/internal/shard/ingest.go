package shard

import (
	"context"
	"errors"
	"time"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/format"
	"clippings/wasm/internal/stem"
	"clippings/wasm/protocol"
)

// ingestCall decodes what handle cannot: the file handles beside the message.
func (s *Shard) ingestCall(ctx context.Context, c protocol.Call) ([]byte, error) {
	q, err := protocol.DecodeIngest(c.Body, c.Files)
	if err != nil {
		return nil, err
	}
	if err := s.await(ctx, q); err != nil {
		return nil, err
	}
	run := &ingest{shard: s, ctx: ctx, report: c.Progress}
	if err := run.all(q.Sources); err != nil {
		return nil, err
	}
	return protocol.Ingested{Entries: run.entries}.AppendTo(nil), nil
}

// ingest is one request's run over its sources.
type ingest struct {
	shard   *Shard
	ctx     context.Context
	report  func(protocol.Progress)
	scan    analysis.Scanner
	entries []protocol.Entry

	source   protocol.Source
	file     *format.FarFile // the source, opened
	records  uint32          // documents of the source so far
	progress protocol.Progress
	told     time.Time // when progress was last reported
}

// all reads the sources in order. When the request is cancelled, those not read
// to the end are accounted for as such; only faults of ours are errors.
func (g *ingest) all(sources []protocol.Source) error {
	for _, source := range sources {
		g.source, g.records = source, 0
		g.progress.Path = source.Path
		g.tell()
		if err := g.read(); err != nil {
			if g.ctx.Err() == nil || !errors.Is(err, g.ctx.Err()) {
				return err
			}
			g.skip(protocol.SkipCanceled, "")
		}
		g.progress.Bytes += source.Share()
		g.file = nil
	}
	g.tell()
	if g.ctx.Err() != nil {
		return nil // the person waits; the comparison makes searchable what was read
	}
	s := g.shard
	s.writing.Lock()
	defer s.writing.Unlock()
	if pending := len(s.docs) - int(s.index.Documents()); flushShare*pending >= len(s.docs) {
		return s.flush()
	}
	return nil
}

// flushShare spaces the flushes between requests: new documents become
// searchable while an import goes on when they are a fifth of all. Flushing
// after each request would merge the index over and over; the exchange that
// ends every import flushes the rest.
const flushShare = 5

// flush makes all documents searchable. The caller holds writing and not mu:
// those that are searchable are found meanwhile.
func (s *Shard) flush() error {
	sealed, err := s.index.Seal(func() error { s.opts.Pause(); return nil })
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.index.Put(sealed)
	return nil
}

// read brings in one source.
func (g *ingest) read() error {
	if err := g.ctx.Err(); err != nil {
		return err
	}
	file, err := g.shard.opts.Open(g.source.Handle)
	if err != nil {
		g.skip(protocol.SkipUnreadable, err.Error())
		return nil
	}
	defer file.Close()
	g.file = &format.FarFile{File: file}
	yield := g.shard.yield(g.ctx)
	reader := format.Reader{
		Recipe: g.source.Recipe, Part: g.source.Part, Parts: g.source.Parts,
		Unpacker: g.shard.opts.Unpacker, Handle: g.source.Handle,
		Far:   g.file.Reach,
		Yield: func() error { g.tell(); return yield() },
	}
	return reader.Read(g.source.Path, g.file, g.emit)
}

// share is how much of the part's share of the file's bytes was read.
func (g *ingest) share() uint64 {
	return min(uint64(g.file.Far)/uint64(max(g.source.Parts, 1)), g.source.Share())
}

// skip accounts for the source as left out.
func (g *ingest) skip(why protocol.SkipReason, detail string) {
	g.progress.Skipped++
	g.entries = append(g.entries, protocol.Entry{
		ID: protocol.NewDocID(g.source.Ordinal, g.records), Path: g.source.Path,
		Bytes: g.source.Size, Skip: why, Detail: detail,
	})
}

// emit takes what the reader found: a document, or the reason why there is none.
func (g *ingest) emit(e format.Entry) error {
	entry := protocol.Entry{
		ID:   protocol.NewDocID(g.source.Ordinal, g.records),
		Path: g.source.Path, Record: e.Record, Bytes: uint64(e.Bytes),
		Format: e.Format, Encoding: e.Encoding, Skip: e.Skip, Detail: e.Detail,
	}
	if e.Document == nil {
		g.progress.Skipped++
	} else {
		doc := e.Document
		doc.ID = entry.ID
		for _, c := range g.source.Recipe.Corrections {
			if c.Record == doc.Record {
				correct(doc, c) // one that is not possible any more is left out
			}
		}
		entry.Title, entry.Warnings = doc.Title, doc.Warnings
		var err error
		if entry.Words, err = g.keep(doc); err != nil {
			return err
		}
		g.records++
		g.progress.Documents++
	}
	g.entries = append(g.entries, entry)
	g.tell()
	return nil
}

// keep packs and indexes a document and returns how many words were indexed.
func (g *ingest) keep(doc *protocol.Document) (uint32, error) {
	kept := pack(doc)
	s := g.shard
	s.writing.Lock()
	defer s.writing.Unlock()
	kept.feed(s.feeder, &g.scan, doc.Paragraphs)
	s.mu.Lock()
	s.byID[doc.ID] = uint32(len(s.docs))
	s.docs = append(s.docs, kept)
	s.columns.Append(rowOf(doc, kept.words))
	s.langs |= stem.Of(doc.Lang)
	s.mu.Unlock()
	if s.index.Due() {
		return kept.words, s.flush()
	}
	return kept.words, nil
}

// tellEvery spaces reports of progress. Each costs the page's thread 0.2 ms;
// 10,000 empty files, each reported, blocked it for 0.3 s at a time.
const tellEvery = 20 * time.Millisecond

func (g *ingest) tell() {
	if g.report == nil {
		return
	}
	if now := time.Now(); now.Sub(g.told) >= tellEvery {
		g.told = now
		p := g.progress
		if g.file != nil {
			p.Bytes += g.share()
		}
		g.report(p)
	}
}
