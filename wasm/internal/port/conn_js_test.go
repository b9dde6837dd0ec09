package port

import (
	"errors"
	"syscall/js"
	"testing"
	"time"

	"clippings/wasm/protocol"
	"clippings/wasm/rpc"
)

// connect gives the engine's end of a wire and the page's port.
func connect(t *testing.T) (rpc.Conn, js.Value) {
	t.Helper()
	channel := js.Global().Get("MessageChannel").New()
	js.Global().Set("enginePort", channel.Get("port1"))
	page := channel.Get("port2")
	t.Cleanup(func() { page.Call("close") })
	return Listen(), page
}

func post(port js.Value, text string, files ...any) {
	b := js.Global().Get("Uint8Array").New(len(text))
	js.CopyBytesToJS(b, []byte(text))
	message := map[string]any{"b": b}
	if len(files) > 0 {
		message["f"] = files
	}
	port.Call("postMessage", message, []any{b.Get("buffer")})
}

func TestFramesArriveInOrder(t *testing.T) {
	channel := js.Global().Get("MessageChannel").New()
	js.Global().Set("enginePort", channel.Get("port1"))
	post(channel.Get("port2"), "before anyone listens")
	conn := Listen()
	defer conn.Close()
	post(channel.Get("port2"), "", map[string]any{"name": "a.txt"})
	first, err := conn.Receive()
	if err != nil || string(first.B) != "before anyone listens" || first.Files != nil {
		t.Errorf("got %q, %v, %v", first.B, first.Files, err)
	}
	second, err := conn.Receive()
	if err != nil || len(second.B) != 0 || len(second.Files) != 1 {
		t.Fatalf("got %q, %v, %v", second.B, second.Files, err)
	}
	if name := second.Files[0].(js.Value).Get("name").String(); name != "a.txt" {
		t.Errorf("got file %q", name)
	}
}

func TestSendTransfersBytesAndFiles(t *testing.T) {
	conn, page := connect(t)
	defer conn.Close()
	got := make(chan js.Value, 1)
	hear := js.FuncOf(func(_ js.Value, args []js.Value) any {
		got <- args[0].Get("data")
		return nil
	})
	defer hear.Release()
	page.Set("onmessage", hear)
	file := js.ValueOf(map[string]any{"name": "b.txt"})
	if err := conn.Send(rpc.Frame{B: []byte("bytes"), Files: []protocol.File{file}}); err != nil {
		t.Fatal(err)
	}
	f := frameOf(<-got)
	if string(f.B) != "bytes" || len(f.Files) != 1 || f.Files[0].(js.Value).Get("name").String() != "b.txt" {
		t.Errorf("got %q, %v", f.B, f.Files)
	}
}

func TestClosedConn(t *testing.T) {
	conn, _ := connect(t)
	conn.Close()
	conn.Close()
	if err := conn.Send(rpc.Frame{}); !errors.Is(err, rpc.ErrClosed) {
		t.Errorf("Send: %v", err)
	}
	if _, err := conn.Receive(); !errors.Is(err, rpc.ErrClosed) {
		t.Errorf("Receive: %v", err)
	}
}

func TestListenWithoutAPage(t *testing.T) {
	js.Global().Delete("enginePort")
	conn := Listen()
	if _, err := conn.Receive(); !errors.Is(err, rpc.ErrClosed) {
		t.Errorf("Receive: %v", err)
	}
	if err := conn.Send(rpc.Frame{}); !errors.Is(err, rpc.ErrClosed) {
		t.Errorf("Send: %v", err)
	}
	conn.Close()
}

// A message posted before a long loop must be heard inside it.
func TestYieldLetsMessagesIn(t *testing.T) {
	conn, page := connect(t)
	defer conn.Close()
	heard := false
	go func() {
		if _, err := conn.Receive(); err == nil {
			heard = true
		}
	}()
	post(page, "cancel")
	start := time.Now()
	for !heard && time.Since(start) < 2*time.Second {
		Yield()
	}
	if !heard {
		t.Error("2 s of work, and the message was not heard")
	}
	if took := time.Since(start); took > 500*time.Millisecond {
		t.Errorf("heard after %v", took)
	}
}

func TestYieldServesSeveral(t *testing.T) {
	done := make(chan bool)
	for range 3 {
		go func() {
			for start := time.Now(); time.Since(start) < 50*time.Millisecond; {
				Yield()
			}
			done <- true
		}()
	}
	for range 3 {
		<-done
	}
}

func BenchmarkYieldInTime(b *testing.B) {
	for b.Loop() {
		Yield()
	}
}

func BenchmarkPause(b *testing.B) {
	for b.Loop() {
		pause().last = time.Time{}
		Yield()
	}
}
