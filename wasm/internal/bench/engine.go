package main

import (
	"bytes"
	"context"
	"fmt"

	"clippings/wasm/coord"
	"clippings/wasm/internal/port"
	"clippings/wasm/internal/shard"
	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// engine is a corpus of one shard.
type engine struct {
	shard  *uncompared
	corpus *coord.Corpus
	files  int // given so far
	lost   int // of them left out
}

func newEngine() *engine {
	s := &uncompared{Shard: newShard()}
	return &engine{shard: s, corpus: coord.New([]protocol.Shard{s})}
}

func newShard() *shard.Shard { return shard.New(shard.Options{Open: open, Pause: port.Yield}) }

// uncompared is a shard that is not asked for copies. The exchange that would
// find them also makes the last documents searchable: it is let in once, at the
// end, and stopped after that.
type uncompared struct {
	*shard.Shard
	sealing bool
}

// Call implements protocol.Shard.
func (u *uncompared) Call(ctx context.Context, c protocol.Call) ([]byte, error) {
	if c.Kind != protocol.KindExchange {
		return u.Shard.Call(ctx, c)
	}
	if !u.sealing {
		return nil, context.Canceled
	}
	stopped, stop := context.WithCancel(ctx)
	stop()
	return u.Shard.Call(stopped, c)
}

// memory is a file whose handle is its content.
type memory struct{ *bytes.Reader }

func (memory) Close() error { return nil }

func open(handle protocol.File) (shard.File, error) {
	return memory{bytes.NewReader(handle.([]byte))}, nil
}

// add imports documents, each a plain text file: its title, an empty line, its
// body. Files are numbered from 0 in the order they come.
func (e *engine) add(texts [][]byte) error {
	sources := make([]protocol.Source, len(texts))
	for i, text := range texts {
		sources[i] = protocol.Source{Path: fmt.Sprintf("%07d.txt", e.files+i), Size: uint64(len(text)), Handle: text}
	}
	e.files += len(texts)
	done, err := e.corpus.Ingest(context.Background(), sources, nil)
	for _, entry := range done.Entries {
		if entry.Skip != protocol.SkipNone {
			e.lost++
		}
	}
	return err
}

// finish makes all documents searchable.
func (e *engine) finish() error {
	e.shard.sealing = true
	_, err := e.corpus.Ingest(context.Background(), nil, nil)
	return err
}

// save writes the documents and the index to a store.
func (e *engine) save(to store.Store) error { return e.shard.Save(context.Background(), to) }

// forget lets go of all documents. The coordinator still knows where they were,
// for load.
func (e *engine) forget() { e.shard.Shard = newShard() }

// load opens what save wrote.
func (e *engine) load(from store.Store) error { return e.shard.Load(context.Background(), from) }

// search is a whole search: the best hits, each with its excerpt, and exact
// counts.
func (e *engine) search(q protocol.Query, limit int) (coord.Results, error) {
	return e.corpus.Search(context.Background(), coord.Search{Query: q, Limit: uint32(limit)})
}
