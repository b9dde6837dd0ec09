// Package pool starts the engine in Web Workers and gives a wire to each.
//
//	web/boot.js        fetches the engine and starts a worker, which compiles it
//	pool.Start         takes that one; new Worker, postMessage {module, port} (n-1 times)
//	web/worker.js      instantiates the module, runs it
//	wasm/internal/port takes up the other end of the port
//
// The program for other formats follows when it has been fetched; each worker
// starts it in a worker of its own when the first such file comes.
//
// Compiling once and posting the compiled module makes a further worker cost
// 30 to 40 ms and about 7 MB. A worker that dies closes its wire, so whoever
// waits on it hears rpc.ErrClosed; Close on the wire ends the worker and frees
// all its memory.
package pool

import (
	"context"
	"errors"
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/rpc"
)

// ErrNoBrowser is returned by Start outside a browser.
var ErrNoBrowser = errors.New("pool: workers need a browser")

// maxWorkers bounds the default number: more shards than this cost more in
// merging their answers than they save.
const maxWorkers = 8

// Size is the number of workers fit for this machine: its cores but one, which
// is left to the page; at least 1, at most 8.
func Size() int {
	if app.IsServer {
		return 1
	}
	return size(app.Window().Get("navigator").Get("hardwareConcurrency"))
}

func size(cores app.Value) int {
	if !cores.Truthy() {
		return 1
	}
	return min(max(cores.Int()-1, 1), maxWorkers)
}

// Start starts n workers; n < 1 means Size. It waits until the engine has been
// fetched and compiled, not until the workers are up: frames sent before that
// are kept. All workers are ended if one cannot be started.
//
// Start waits for promises of the browser, so it must not be called on the
// goroutine of go-app's events: use ctx.Async or go.
func Start(ctx context.Context, n int) ([]rpc.Conn, error) {
	if app.IsServer {
		return nil, ErrNoBrowser
	}
	if n < 1 {
		n = Size()
	}
	engine, err := await(ctx, app.Window().Get("clippings").Get("engine"))
	if err != nil {
		return nil, err
	}
	if failure := engine.Get("error"); failure.Truthy() {
		return nil, fmt.Errorf("pool: the engine could not be loaded: %s", failure.String())
	}
	conns := make([]rpc.Conn, 0, n)
	for range n {
		worker, port := first(engine)
		if worker == nil {
			worker, port = spawn(engine)
		}
		conns = append(conns, attach(engine, worker, port))
	}
	return conns, nil
}

func await(ctx context.Context, promise app.Value) (app.Value, error) {
	if !promise.Truthy() {
		return nil, errors.New("pool: the page was opened without its engine")
	}
	settled := make(chan app.Value, 1)
	promise.Then(func(v app.Value) { settled <- v })
	select {
	case v := <-settled:
		return v, nil
	case <-ctx.Done():
		return nil, fmt.Errorf("pool: waiting for the engine: %w", ctx.Err())
	}
}

// first is the worker that was started with the page and its end of the wire, once;
// nil where it has ended.
func first(engine app.Value) (worker, port app.Value) {
	started := engine.Get("first")
	if !started.Truthy() || started.Get("isOver").Truthy() {
		return nil, nil
	}
	engine.Set("first", nil)
	return started.Get("worker"), started.Get("port")
}

// spawn starts one worker and hands it the engine and its end of the wire.
func spawn(engine app.Value) (worker, port app.Value) {
	window := app.Window()
	worker = window.Get("Worker").New(engine.Get("script"), map[string]any{"name": "clippings engine"})
	channel := window.Get("MessageChannel").New()
	theirs := channel.Get("port2")
	message := map[string]any{"module": engine.Get("module"), "port": theirs}
	worker.Call("postMessage", message, []any{theirs})
	return worker, channel.Get("port1")
}

// attach takes a worker up and lets it ask for what comes later.
func attach(engine, worker, port app.Value) *conn {
	c := newConn(worker, port)
	window := app.Window()
	if collection := window.Get("clippings").Get("collection"); collection.Truthy() {
		collection.Call("serve", worker)
	}
	if unpacker := window.Get("clippings").Get("unpacker"); unpacker.Truthy() {
		unpacker.Then(func(program app.Value) {
			worker.Call("postMessage", map[string]any{"unpacker": program, "text": engine.Get("text")})
		})
	}
	return c
}
