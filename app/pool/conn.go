package pool

import (
	"fmt"
	"sync"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
	"clippings/wasm/rpc"
)

// conn is the page's end of the wire to one worker. A frame crosses as
// {b: Uint8Array, f: [File]}; b's buffer is transferred, not copied.
type conn struct {
	worker app.Value
	port   app.Value
	in     *rpc.Queue
	funcs  []app.Func

	mu     sync.Mutex
	closed bool
}

func newConn(worker, port app.Value) *conn {
	c := &conn{worker: worker, port: port, in: rpc.NewQueue()}
	c.on(port, "onmessage", func(event app.Value) { c.in.Put(frameOf(event.Get("data"))) })
	c.on(port, "onmessageerror", func(app.Value) { c.die("a message could not be read") })
	// The worker itself speaks only to say that it is over (web/worker.js).
	c.on(worker, "onmessage", func(event app.Value) { c.die(event.Get("data").String()) })
	c.on(worker, "onmessageerror", func(app.Value) { c.die("a message could not be read") })
	c.on(worker, "onerror", func(event app.Value) { c.die(event.Get("message").String()) })
	return c
}

// on handles an event of target. The handler runs in the browser's event loop
// and must not wait.
func (c *conn) on(target app.Value, event string, handle func(app.Value)) {
	f := app.FuncOf(func(_ app.Value, args []app.Value) any {
		handle(args[0])
		return nil
	})
	c.funcs = append(c.funcs, f)
	target.Set(event, f)
}

// die is Close with a word on the console for whoever looks for the cause.
func (c *conn) die(why string) {
	app.Logf("clippings: a worker ended: %s", why)
	c.Close()
}

func (c *conn) Send(f rpc.Frame) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return rpc.ErrClosed
	}
	files, err := filesOf(f.Files)
	if err != nil {
		return err
	}
	b := app.Window().Get("Uint8Array").New(len(f.B))
	app.CopyBytesToJS(b, f.B)
	message := map[string]any{"b": b}
	if len(files) > 0 {
		message["f"] = files
	}
	c.port.Call("postMessage", message, []any{b.Get("buffer")})
	return nil
}

func (c *conn) Receive() (rpc.Frame, error) { return c.in.Receive() }

// Close ends the worker, in the middle of whatever it does.
func (c *conn) Close() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return nil
	}
	c.closed = true
	for _, target := range []app.Value{c.port, c.worker} {
		for _, event := range []string{"onmessage", "onmessageerror", "onerror"} {
			target.Set(event, nil)
		}
	}
	c.port.Call("close")
	c.worker.Call("terminate")
	for _, f := range c.funcs {
		f.Release()
	}
	c.in.Close()
	return nil
}

func frameOf(message app.Value) rpc.Frame {
	var f rpc.Frame
	if b := message.Get("b"); b.Truthy() {
		f.B = make([]byte, b.Get("byteLength").Int())
		app.CopyBytesToGo(f.B, b)
	}
	if files := message.Get("f"); files.Truthy() {
		f.Files = make([]protocol.File, files.Length())
		for i := range f.Files {
			f.Files[i] = files.Index(i)
		}
	}
	return f
}

// filesOf turns handles into values that can be posted. On the page a handle is
// a JavaScript File or something that stands for one, such as files.Handle.
func filesOf(files []protocol.File) ([]any, error) {
	values := make([]any, len(files))
	for i, f := range files {
		file, ok := f.(app.Wrapper)
		if !ok {
			return nil, fmt.Errorf("pool: file %d is a %T, want a File of the browser", i, f)
		}
		values[i] = file.JSValue()
	}
	return values, nil
}
