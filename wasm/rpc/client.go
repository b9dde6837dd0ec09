package rpc

import (
	"context"
	"fmt"
	"sync"

	"clippings/wasm/protocol"
)

// Client is a protocol.Shard that lives at the other end of a wire.
type Client struct {
	conn Conn

	mu      sync.Mutex
	last    uint64
	pending map[uint64]*pending
	lost    error // why no call can be answered any more
}

// pending is a call under way. Its fields are set before done is closed.
type pending struct {
	progress func(protocol.Progress)
	done     chan struct{}
	body     []byte
	err      error

	mu    sync.Mutex // held while progress is told: a call does not end meanwhile
	ended bool
}

func (p *pending) tell(far protocol.Progress) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.ended {
		p.progress(far)
	}
}

func (p *pending) end(body []byte, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.body, p.err, p.ended = body, err, true
	close(p.done)
}

// NewClient starts listening on conn, which it owns from then on.
func NewClient(conn Conn) *Client {
	c := &Client{conn: conn, pending: map[uint64]*pending{}}
	go c.listen()
	return c
}

// Close ends the wire. Calls under way fail with protocol.ErrLost.
func (c *Client) Close() error { return c.conn.Close() }

// Call implements protocol.Shard. When ctx ends, the shard is told and Call
// goes on waiting for its answer, which says what was done until then.
func (c *Client) Call(ctx context.Context, call protocol.Call) ([]byte, error) {
	id, p, err := c.open(call)
	if err != nil {
		return nil, err
	}
	b := head(tagRequest, id, 1+len(call.Body))
	b = append(append(b, byte(call.Kind)), call.Body...)
	if err := c.send(Frame{B: b, Files: call.Files}); err != nil {
		c.finish(id, nil, fmt.Errorf("%w: %v", protocol.ErrLost, err))
	}
	select {
	case <-p.done:
	case <-ctx.Done():
		if err := c.send(Frame{B: head(tagCancel, id, 0)}); err != nil {
			c.finish(id, nil, fmt.Errorf("%w: %v", protocol.ErrLost, err))
		}
		<-p.done
	}
	return p.body, p.err
}

func (c *Client) open(call protocol.Call) (uint64, *pending, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.lost != nil {
		return 0, nil, c.lost
	}
	c.last++
	p := &pending{progress: call.Progress, done: make(chan struct{})}
	c.pending[c.last] = p
	return c.last, p, nil
}

// send serialises frames of concurrent calls.
func (c *Client) send(f Frame) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.conn.Send(f)
}

// finish ends a call once; a second end is ignored.
func (c *Client) finish(id uint64, body []byte, err error) {
	c.mu.Lock()
	p := c.pending[id]
	delete(c.pending, id)
	c.mu.Unlock()
	if p != nil {
		p.end(body, err)
	}
}

func (c *Client) listen() {
	for {
		f, err := c.conn.Receive()
		if err == nil {
			err = c.handle(f)
		}
		if err != nil {
			c.fail(fmt.Errorf("%w: %v", protocol.ErrLost, err))
			return
		}
	}
}

// fail ends all calls: the other end is gone or talks nonsense.
func (c *Client) fail(err error) {
	c.conn.Close()
	c.mu.Lock()
	c.lost = err
	ids := make([]uint64, 0, len(c.pending))
	for id := range c.pending {
		ids = append(ids, id)
	}
	c.mu.Unlock()
	for _, id := range ids {
		c.finish(id, nil, err)
	}
}

func (c *Client) handle(f Frame) error {
	m, err := parse(f.B)
	if err != nil {
		return err
	}
	switch m.tag {
	case tagAnswer:
		c.finish(m.id, m.rest, nil)
	case tagFailure:
		if len(m.rest) == 0 {
			return protocol.ErrCorrupt
		}
		c.finish(m.id, nil, protocol.Code(m.rest[0]).Error(string(m.rest[1:])))
	case tagProgress:
		p, err := parseProgress(m.rest)
		if err != nil {
			return err
		}
		c.report(m.id, p)
	default:
		return protocol.ErrCorrupt
	}
	return nil
}

func (c *Client) report(id uint64, p protocol.Progress) {
	c.mu.Lock()
	call := c.pending[id]
	c.mu.Unlock()
	if call != nil && call.progress != nil {
		call.tell(p)
	}
}
