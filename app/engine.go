package main

import (
	"context"

	"clippings/app/action"
	"clippings/app/files"
	"clippings/app/pool"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"
	"clippings/wasm/rpc"
)

// engine is the corpus with what the browser lends it to keep workspaces.
type engine struct {
	action.Engine
	action.Keeper
	action.Packer
}

// Hold implements action.Tabs.
func (engine) Hold(ctx context.Context, id string) (bool, func()) { return pool.Hold(ctx, id) }

// Await implements action.Tabs.
func (engine) Await(ctx context.Context, id string) (bool, func()) { return pool.Await(ctx, id) }

// Persist implements action.Tabs.
func (engine) Persist(ctx context.Context) bool { return pool.Persist(ctx) }

// Persisted implements action.Tabs.
func (engine) Persisted(ctx context.Context) bool { return pool.Persisted(ctx) }

// startEngine starts the workers and makes one corpus of them. It fails with
// protocol.ErrVersion when the browser kept an older half of the program.
func startEngine(ctx context.Context) (action.Engine, error) {
	published, noList := files.FindPublished(ctx) // why it fails is told when it is opened
	size := pool.Size()
	if published != nil {
		size = max(size, published.Shards)
	}
	conns, err := pool.Start(ctx, size)
	if err != nil {
		return nil, err
	}
	corpus := coord.New(shardsOf(conns))
	corpus.GrowBy(func(ctx context.Context, n int) ([]protocol.Shard, error) {
		more, err := pool.Start(ctx, n)
		return shardsOf(more), err
	})
	if err := corpus.Greet(ctx); err != nil {
		for _, conn := range conns {
			conn.Close()
		}
		return nil, err
	}
	if published != nil || noList != nil {
		return visiting{corpus, corpus}, nil
	}
	return engine{corpus, corpus, corpus}, nil
}

func shardsOf(conns []rpc.Conn) []protocol.Shard {
	shards := make([]protocol.Shard, len(conns))
	for i, conn := range conns {
		shards[i] = rpc.NewClient(conn)
	}
	return shards
}

// visiting is an engine for what was published beside the page. It keeps nothing on
// the device: the collection is here again at the next visit, and what the visitor
// adds stays with the files.
type visiting struct {
	action.Engine
	action.Publisher
}
