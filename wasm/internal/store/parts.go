package store

import (
	"context"
	"errors"
	"slices"
	"sync"
	"sync/atomic"
	"unsafe"
)

// Parted is a store of which large files come in parts, each when it is needed.
type Parted interface {
	Store
	// Begin reads the front of a file: all of it, if it has no more parts.
	Begin(name string) (*Parts, error)
}

// Parts is a file that comes in parts: its front at once, then blocks of one size,
// the last of which may be shorter. Safe for several goroutines.
type Parts struct {
	b            []byte
	front, block int
	fetch        func(block int) ([]byte, error)

	mu     sync.Mutex
	come   []*arrival // of each block, nil if nobody has asked for it
	wanted []int      // blocks that Ask was asked for in vain
	misses atomic.Uint64
}

// arrival is a block under way, or one that has come.
type arrival struct {
	done chan struct{} // closed when err is known
	err  error
}

// NewParts is a file of so many bytes, of which the front has come; fetch gets
// blocks of the rest, and may be called for several at once.
func NewParts(front []byte, size, block int, fetch func(block int) ([]byte, error)) *Parts {
	p := &Parts{b: front, front: len(front), block: block, fetch: fetch}
	if size > len(front) && block > 0 {
		p.b = make([]byte, size) // of which the system gives no page that is not written to
		copy(p.b, front)
		p.come = make([]*arrival, (size-len(front)+block-1)/block)
	}
	return p
}

// Bytes is the whole file. What has not come yet is zero until Need has been asked
// for it, and changes under whoever looks at it before.
func (p *Parts) Bytes() []byte { return p.b }

// IsWhole reports whether the file has no parts but its front.
func (p *Parts) IsWhole() bool { return len(p.come) == 0 }

// Span tells where in the file a part of Bytes stands, and whether it does.
func (p *Parts) Span(part []byte) (from, to int, ok bool) {
	if len(part) == 0 || len(p.b) == 0 {
		return 0, 0, false
	}
	at := uintptr(unsafe.Pointer(unsafe.SliceData(part))) - uintptr(unsafe.Pointer(unsafe.SliceData(p.b)))
	if at >= uintptr(len(p.b)) { // before it, too: the difference wraps around
		return 0, 0, false
	}
	return int(at), int(at) + len(part), true
}

// atOnce bounds how many blocks are fetched at once: as many requests as a browser
// puts to one host over old connections.
const atOnce = 6

// Need waits until the bytes in [from, to) have come.
func (p *Parts) Need(ctx context.Context, from, to int) error {
	first, last := p.blocks(from, to)
	return waitFor(ctx, p.ask(first, last))
}

// waitFor waits until blocks have come.
func waitFor(ctx context.Context, waits []*arrival) error {
	for _, a := range waits {
		select {
		case <-a.done:
			if a.err != nil {
				return a.err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// blocks are those that hold [from, to).
func (p *Parts) blocks(from, to int) (first, last int) {
	from, to = max(from, p.front), min(to, len(p.b))
	if from >= to || len(p.come) == 0 {
		return 0, 0
	}
	return (from - p.front) / p.block, min((to-p.front+p.block-1)/p.block, len(p.come))
}

// ask has blocks fetched that nobody has asked for yet. One that failed is asked
// for again.
func (p *Parts) ask(first, last int) []*arrival {
	p.mu.Lock()
	defer p.mu.Unlock()
	waits := make([]*arrival, 0, last-first)
	var fresh []int
	for i := first; i < last; i++ {
		if p.come[i] == nil || p.come[i].failed() {
			p.come[i] = &arrival{done: make(chan struct{})}
			fresh = append(fresh, i)
		}
		waits = append(waits, p.come[i])
	}
	for lane := range min(atOnce, len(fresh)) {
		go func() {
			for k := lane; k < len(fresh); k += atOnce {
				p.get(fresh[k], waits[fresh[k]-first])
			}
		}()
	}
	return waits
}

func (a *arrival) failed() bool {
	select {
	case <-a.done:
		return a.err != nil
	default:
		return false
	}
}

var errLength = errors.New("store: a part has another length than it should")

// get fetches a block.
func (p *Parts) get(i int, a *arrival) {
	defer close(a.done)
	b, err := p.fetch(i)
	at := p.front + i*p.block
	to := p.b[at:min(at+p.block, len(p.b))]
	if err == nil && len(b) != len(to) {
		err = errLength
	}
	if err != nil {
		a.err = err
		return
	}
	copy(to, b)
}

// Ask reports whether all of [from, to) has come, without waiting. What has not is
// wanted from then on: Fetch has it come.
func (p *Parts) Ask(from, to int) bool {
	first, last := p.blocks(from, to)
	p.mu.Lock()
	defer p.mu.Unlock()
	there := true
	for i := first; i < last; i++ {
		if !p.come[i].hasCome() {
			p.wanted = append(p.wanted, i)
			there = false
		}
	}
	if !there {
		p.misses.Add(1)
	}
	return there
}

func (a *arrival) hasCome() bool {
	if a == nil {
		return false
	}
	select {
	case <-a.done:
		return a.err == nil
	default:
		return false
	}
}

// Misses counts how often Ask said no.
func (p *Parts) Misses() uint64 { return p.misses.Load() }

// Fetch waits until what was wanted has come. What fails is wanted no more.
func (p *Parts) Fetch(ctx context.Context) error {
	p.mu.Lock()
	wanted := p.wanted
	p.wanted = nil
	p.mu.Unlock()
	slices.Sort(wanted)
	wanted = slices.Compact(wanted)
	var waits []*arrival
	for len(wanted) > 0 {
		n := 1
		for n < len(wanted) && wanted[n] == wanted[0]+n {
			n++
		}
		waits = append(waits, p.ask(wanted[0], wanted[0]+n)...)
		wanted = wanted[n:]
	}
	return waitFor(ctx, waits)
}

// All has everything come, a few blocks at a time, from the first on.
func (p *Parts) All(ctx context.Context) error {
	for i := 0; i < len(p.come); i += atOnce {
		from := p.front + i*p.block
		if err := p.Need(ctx, from, from+atOnce*p.block); err != nil {
			return err
		}
	}
	return nil
}
