package coord

import (
	"context"
	"sync/atomic"

	"clippings/wasm/protocol"
)

// behind is the rest of a workspace that comes behind its list of stories.
type behind struct {
	callOff context.CancelFunc
	isAnew  atomic.Bool   // all is opened anew, and what shards answer meanwhile is nothing
	done    chan struct{} // closed when the others are known
	anew    *Opened
	err     error
}

// bringRest has the rest of a workspace come and then lets others change the corpus. It
// gives Opened.Rest.
func (c *Corpus) bringRest(id string, unlock func()) func(context.Context) (*Opened, error) {
	ctx, cancel := context.WithCancel(context.WithValue(context.Background(), isRest{}, true))
	b := &behind{callOff: cancel, done: make(chan struct{})}
	c.mu.Lock()
	c.behind = b
	c.mu.Unlock()
	go func() {
		defer unlock()
		defer cancel()
		b.anew, b.err = c.restOf(ctx, id, b)
		c.forgetPlans()
		c.mu.Lock()
		defer c.mu.Unlock()
		if close(b.done); c.behind == b {
			c.behind = nil
		}
	}()
	return func(ctx context.Context) (*Opened, error) {
		if err := b.wait(ctx); err != nil {
			return nil, err
		}
		return b.anew, b.err
	}
}

// wait waits until all has come.
func (b *behind) wait(ctx context.Context) error {
	select {
	case <-b.done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// restOf brings the rest. If that fails, all is opened as a whole: it tells what is
// damaged, and what cannot be read now may be the next time.
func (c *Corpus) restOf(ctx context.Context, id string, b *behind) (*Opened, error) {
	answers, err := gather(ctx, c, protocol.Rest{})
	if err == nil && len(answers) == len(c.shards) || ctx.Err() != nil {
		return nil, ctx.Err()
	}
	b.isAnew.Store(true)
	opened, err := c.reopen(ctx, id, true)
	if err != nil {
		return nil, err
	}
	return &opened, nil
}

// callOffRest stops what comes behind, because something else is to be opened.
func (c *Corpus) callOffRest() {
	c.mu.Lock()
	b := c.behind
	c.behind = nil
	c.mu.Unlock()
	if b != nil {
		b.callOff()
	}
}

// isRest marks the context of those who bring the rest, who must not wait for it.
type isRest struct{}

// restComing is the rest that is still to come, nil for none.
func (c *Corpus) restComing(ctx context.Context) *behind {
	if ctx.Value(isRest{}) != nil {
		return nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.behind
}
