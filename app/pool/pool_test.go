package pool

import (
	"errors"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
	"clippings/wasm/rpc"
)

// number is a JavaScript number; every other method panics.
type number struct {
	app.Value
	n int
}

func (v number) Truthy() bool { return v.n != 0 }
func (v number) Int() int     { return v.n }

func TestSize(t *testing.T) {
	for cores, want := range map[int]int{0: 1, 1: 1, 2: 1, 3: 2, 8: 7, 9: 8, 64: 8} {
		if got := size(number{n: cores}); got != want {
			t.Errorf("%d cores: %d workers, want %d", cores, got, want)
		}
	}
}

func TestStartNeedsABrowser(t *testing.T) {
	if conns, err := Start(t.Context(), 2); !errors.Is(err, ErrNoBrowser) || conns != nil {
		t.Errorf("got %v, %v; want %v", conns, err, ErrNoBrowser)
	}
}

// object records what is called and set on a JavaScript object.
type object struct {
	app.Value
	calls []string
	set   map[string]any
}

func (o *object) Call(method string, _ ...any) app.Value {
	o.calls = append(o.calls, method)
	return app.Undefined()
}

func (o *object) Set(name string, v any) {
	if o.set == nil {
		o.set = map[string]any{}
	}
	o.set[name] = v
}

func TestCloseEndsTheWorkerOnce(t *testing.T) {
	worker, port := &object{}, &object{}
	c := newConn(worker, port)
	if err := c.Send(rpc.Frame{B: []byte("a frame")}); err != nil {
		t.Fatal(err)
	}
	c.Close()
	c.die("again")
	if err := c.Send(rpc.Frame{}); !errors.Is(err, rpc.ErrClosed) {
		t.Errorf("Send after Close: %v", err)
	}
	if _, err := c.Receive(); !errors.Is(err, rpc.ErrClosed) {
		t.Errorf("Receive after Close: %v", err)
	}
	if len(worker.calls) != 1 || worker.calls[0] != "terminate" {
		t.Errorf("the worker heard %v", worker.calls)
	}
	if len(port.calls) != 2 || port.calls[0] != "postMessage" || port.calls[1] != "close" {
		t.Errorf("the port heard %v", port.calls)
	}
	for _, o := range []*object{worker, port} {
		if o.set["onmessage"] != nil {
			t.Error("a closed wire still listens")
		}
	}
}

func TestSendWantsFilesOfTheBrowser(t *testing.T) {
	c := newConn(&object{}, &object{})
	defer c.Close()
	if err := c.Send(rpc.Frame{Files: []protocol.File{"a path"}}); err == nil {
		t.Error("a path was sent to a worker")
	}
}
