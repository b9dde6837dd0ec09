package main

import (
	"context"

	"clippings/app/action"
	"clippings/app/pool"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"
	"clippings/wasm/rpc"
)

// engine is the corpus with what the browser lends it to keep workspaces.
type engine struct{ *coord.Corpus }

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
	conns, err := pool.Start(ctx, 0)
	if err != nil {
		return nil, err
	}
	shards := make([]protocol.Shard, len(conns))
	for i, conn := range conns {
		shards[i] = rpc.NewClient(conn)
	}
	corpus := engine{coord.New(shards)}
	if err := corpus.Greet(ctx); err != nil {
		for _, conn := range conns {
			conn.Close()
		}
		return nil, err
	}
	return corpus, nil
}
