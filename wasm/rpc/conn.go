package rpc

import (
	"errors"
	"sync"

	"clippings/wasm/protocol"
)

// Frame is one message as it crosses between the programs: the bytes, whose
// backing store is transferred and not copied, and the file handles that travel
// beside them.
type Frame struct {
	B     []byte
	Files []protocol.File
}

// ErrClosed is returned by a Conn whose other end has gone.
var ErrClosed = errors.New("rpc: connection closed")

// Conn is one end of a wire. Send and Receive may be called from different
// goroutines; neither is called by two goroutines at once.
type Conn interface {
	// Send hands a frame to the other end and never waits for it to be read.
	// The caller must not touch the frame's bytes afterwards.
	Send(Frame) error
	// Receive waits for the next frame. It returns ErrClosed when no frame can
	// come any more.
	Receive() (Frame, error)
	// Close ends the wire for both ends.
	Close() error
}

// Queue is the receiving half of a Conn: an unbounded first-in-first-out queue
// that event handlers fill without ever waiting, because a handler that waits
// stops the event loop it runs in. The zero value is not usable; call NewQueue.
type Queue struct {
	mu     sync.Mutex
	ready  sync.Cond
	frames []Frame
	closed bool
}

// NewQueue returns an empty queue.
func NewQueue() *Queue {
	q := &Queue{}
	q.ready.L = &q.mu
	return q
}

// Put appends a frame. After Close it does nothing.
func (q *Queue) Put(f Frame) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if !q.closed {
		q.frames = append(q.frames, f)
		q.ready.Signal()
	}
}

// Receive removes the oldest frame, waiting for one; ErrClosed after Close,
// once the queue is empty.
func (q *Queue) Receive() (Frame, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.frames) == 0 {
		if q.closed {
			return Frame{}, ErrClosed
		}
		q.ready.Wait()
	}
	f := q.frames[0]
	q.frames[0] = Frame{}
	q.frames = q.frames[1:]
	return f, nil
}

// Close wakes the receiver. Frames already queued can still be received.
func (q *Queue) Close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.ready.Broadcast()
}

// Pipe returns two Conns that talk to each other in memory, for tests.
func Pipe() (Conn, Conn) {
	a, b := NewQueue(), NewQueue()
	return pipe{in: a, out: b}, pipe{in: b, out: a}
}

type pipe struct{ in, out *Queue }

func (p pipe) Send(f Frame) error {
	p.out.mu.Lock()
	closed := p.out.closed
	p.out.mu.Unlock()
	if closed {
		return ErrClosed
	}
	p.out.Put(f)
	return nil
}

func (p pipe) Receive() (Frame, error) { return p.in.Receive() }

func (p pipe) Close() error {
	p.in.Close()
	p.out.Close()
	return nil
}
