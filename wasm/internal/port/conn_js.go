package port

import (
	"sync"
	"syscall/js"

	"clippings/wasm/protocol"
	"clippings/wasm/rpc"
)

// Listen returns the wire to the page that started this worker. Frames sent
// before Listen are kept by the browser and arrive first. Call it once.
//
// A frame crosses as {b: Uint8Array, f: [File]}; b's buffer is transferred, not
// copied, and a File is a js.Value.
func Listen() rpc.Conn { return listen(js.Global().Get("enginePort")) }

func listen(port js.Value) rpc.Conn {
	c := &conn{port: port, in: rpc.NewQueue()}
	if !c.port.Truthy() {
		c.in.Close()
		return c
	}
	c.onMessage = js.FuncOf(func(_ js.Value, args []js.Value) any {
		if data := args[0].Get("data"); data.IsNull() {
			c.in.Close() // whoever was at the other end has ended
		} else {
			c.in.Put(frameOf(data))
		}
		return nil
	})
	// Setting the property, and not addEventListener, starts the port.
	c.port.Set("onmessage", c.onMessage)
	return c
}

type conn struct {
	port      js.Value
	in        *rpc.Queue
	onMessage js.Func
	closing   sync.Once
	closed    bool
}

func (c *conn) Send(f rpc.Frame) error {
	if c.closed || !c.port.Truthy() {
		return rpc.ErrClosed
	}
	b := toJS(f.B)
	message := map[string]any{"b": b}
	if len(f.Files) > 0 {
		message["f"] = filesOf(f.Files)
	}
	c.port.Call("postMessage", message, []any{b.Get("buffer")})
	return nil
}

func (c *conn) Receive() (rpc.Frame, error) { return c.in.Receive() }

func (c *conn) Close() error {
	c.closing.Do(func() {
		c.closed = true
		c.in.Close()
		if c.port.Truthy() {
			c.port.Set("onmessage", js.Null())
			c.port.Call("close")
			c.onMessage.Release()
		}
	})
	return nil
}

func frameOf(message js.Value) rpc.Frame {
	var f rpc.Frame
	if b := message.Get("b"); b.Truthy() {
		f.B = toGo(b)
	}
	if files := message.Get("f"); files.Truthy() {
		f.Files = make([]protocol.File, files.Length())
		for i := range f.Files {
			f.Files[i] = files.Index(i)
		}
	}
	return f
}

// toJS copies bytes into a Uint8Array, toGo out of one.
func toJS(p []byte) js.Value {
	b := js.Global().Get("Uint8Array").New(len(p))
	js.CopyBytesToJS(b, p)
	return b
}

func toGo(b js.Value) []byte {
	p := make([]byte, b.Get("byteLength").Int())
	js.CopyBytesToGo(p, b)
	return p
}

func filesOf(files []protocol.File) []any {
	values := make([]any, len(files))
	for i, f := range files {
		values[i] = f
	}
	return values
}
