package rpc

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"clippings/wasm/protocol"
)

// shardFunc answers calls with a function.
type shardFunc func(context.Context, protocol.Call) ([]byte, error)

func (f shardFunc) Call(ctx context.Context, c protocol.Call) ([]byte, error) { return f(ctx, c) }

// connect runs a shard behind a pipe and returns its client.
func connect(t *testing.T, shard shardFunc) *Client {
	t.Helper()
	near, far := Pipe()
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		NewServer(far, shard).Serve(context.Background())
	}()
	t.Cleanup(func() {
		near.Close()
		<-ended
	})
	return NewClient(near)
}

func TestCallCarriesEverything(t *testing.T) {
	client := connect(t, func(_ context.Context, c protocol.Call) ([]byte, error) {
		c.Progress(protocol.Progress{Bytes: 7, Documents: 2, Skipped: 1, Path: "a/b.txt"})
		return fmt.Appendf(nil, "%v %s %v", c.Kind, c.Body, c.Files), nil
	})
	var seen []protocol.Progress
	got, err := client.Call(context.Background(), protocol.Call{
		Kind: protocol.KindIngest, Body: []byte("body"), Files: []protocol.File{"x", "y"},
		Progress: func(p protocol.Progress) { seen = append(seen, p) },
	})
	if err != nil || string(got) != "ingest body [x y]" {
		t.Errorf("answer %q, %v", got, err)
	}
	if len(seen) != 1 || seen[0] != (protocol.Progress{Bytes: 7, Documents: 2, Skipped: 1, Path: "a/b.txt"}) {
		t.Errorf("progress %v", seen)
	}
}

func TestErrorsKeepTheirKind(t *testing.T) {
	for _, want := range []error{
		context.Canceled, protocol.ErrCorrupt, protocol.ErrVersion, protocol.ErrNotFound,
		protocol.ErrLost, protocol.ErrUnknown, protocol.ErrOrder,
	} {
		client := connect(t, func(context.Context, protocol.Call) ([]byte, error) {
			return nil, fmt.Errorf("while testing: %w", want)
		})
		_, err := client.Call(context.Background(), protocol.Call{Kind: protocol.KindHello})
		if !errors.Is(err, want) || err.Error() != "while testing: "+want.Error() {
			t.Errorf("got %v, want %v", err, want)
		}
	}
}

func TestPanicFailsOneCallOnly(t *testing.T) {
	client := connect(t, func(_ context.Context, c protocol.Call) ([]byte, error) {
		if c.Kind == protocol.KindReset {
			panic("broken")
		}
		return c.Body, nil
	})
	if _, err := client.Call(context.Background(), protocol.Call{Kind: protocol.KindReset}); err == nil {
		t.Error("a panic was not reported")
	}
	got, err := client.Call(context.Background(), protocol.Call{Kind: protocol.KindHello, Body: []byte("still here")})
	if err != nil || string(got) != "still here" {
		t.Errorf("after a panic: %q, %v", got, err)
	}
}

func TestCancelReachesTheShardAndItsAnswerComesBack(t *testing.T) {
	started := make(chan struct{})
	client := connect(t, func(ctx context.Context, _ protocol.Call) ([]byte, error) {
		close(started)
		<-ctx.Done()
		return []byte("done until then"), nil
	})
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		<-started
		cancel()
	}()
	got, err := client.Call(ctx, protocol.Call{Kind: protocol.KindIngest})
	if err != nil || string(got) != "done until then" {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestManyCallsAtOnce(t *testing.T) {
	client := connect(t, func(_ context.Context, c protocol.Call) ([]byte, error) { return c.Body, nil })
	var wg sync.WaitGroup
	for i := range 100 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			want := fmt.Appendf(nil, "call %d", i)
			got, err := client.Call(context.Background(), protocol.Call{Kind: protocol.KindOpen, Body: want})
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("got %q, %v, want %q", got, err, want)
			}
		}()
	}
	wg.Wait()
}

func TestLostWorkerFailsCallsUnderWayAndLater(t *testing.T) {
	near, far := Pipe()
	client := NewClient(near)
	failed := make(chan error)
	go func() {
		_, err := client.Call(context.Background(), protocol.Call{Kind: protocol.KindOpen})
		failed <- err
	}()
	if _, err := far.Receive(); err != nil {
		t.Fatal(err)
	}
	far.Close()
	if err := <-failed; !errors.Is(err, protocol.ErrLost) {
		t.Errorf("under way: %v", err)
	}
	if _, err := client.Call(context.Background(), protocol.Call{Kind: protocol.KindOpen}); !errors.Is(err, protocol.ErrLost) {
		t.Errorf("later: %v", err)
	}
}

// deaf is a wire over which frames come but a cancel cannot be sent.
type deaf struct {
	Conn
	tried chan struct{}
}

func (d deaf) Send(f Frame) error {
	if tag(f.B[0]) == tagCancel {
		close(d.tried)
		return ErrClosed
	}
	return d.Conn.Send(f)
}

func TestNoProgressAfterTheCallHasEnded(t *testing.T) {
	near, far := Pipe()
	defer near.Close()
	wire := deaf{Conn: near, tried: make(chan struct{})}
	client := NewClient(wire)
	go func() {
		f, err := far.Receive()
		if m, _ := parse(f.B); err == nil {
			far.Send(Frame{B: appendProgress(head(tagProgress, m.id, 64), protocol.Progress{Documents: 1})})
		}
	}()
	ctx, cancel := context.WithCancel(context.Background())
	told := false
	_, err := client.Call(ctx, protocol.Call{Kind: protocol.KindIngest, Progress: func(protocol.Progress) {
		cancel()
		<-wire.tried
		time.Sleep(10 * time.Millisecond) // in which Call used to return
		told = true
	}})
	if !errors.Is(err, protocol.ErrLost) || !told {
		t.Errorf("ended with %v, progress told: %v", err, told)
	}
}

func TestProgressOutOfRange(t *testing.T) {
	b := binary.AppendUvarint([]byte{1}, 1<<32)
	if p, err := parseProgress(append(b, 0)); !errors.Is(err, protocol.ErrCorrupt) {
		t.Errorf("got %+v, %v", p, err)
	}
}

func FuzzFrames(f *testing.F) {
	f.Add([]byte{1, 1, 1})
	f.Add([]byte{4, 1, 1, 1, 1, 'p'})
	f.Add([]byte{3, 200, 1, 9})
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := parse(b)
		if err != nil {
			return
		}
		again, err := parse(append(head(m.tag, m.id, len(m.rest)), m.rest...))
		if err != nil || again.tag != m.tag || again.id != m.id || !bytes.Equal(again.rest, m.rest) {
			t.Errorf("% x became %v, %v", b, again, err)
		}
		if p, err := parseProgress(m.rest); err == nil {
			if again, err := parseProgress(appendProgress(nil, p)); err != nil || again != p {
				t.Errorf("%v became %v, %v", p, again, err)
			}
		}
	})
}
