package shard

import (
	"context"
	"sync"
	"sync/atomic"

	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// packPart is how much of a file is handed out at once: the page takes it over in
// a few milliseconds.
const packPart = 1 << 20

// packing is all that the shard would keep on its way out. It is written as it is
// to a store, which hands each file on when it is asked for.
type packing struct {
	packets chan protocol.Packet
	stop    context.CancelFunc
	ended   chan struct{} // closed when nothing more comes
	err     error
}

// packed keeps the packing that is under way, and what came in of the file that is
// being taken in.
type packed struct {
	mu     sync.Mutex
	out    *packing
	name   string
	parts  [][]byte
	size   int
	memory atomic.Pointer[store.MemoryRoot] // where nothing can be kept, what was taken in until it is reopened
}

// pack hands out the next part.
func (s *Shard) pack(ctx context.Context, q protocol.PackWorkspace) (protocol.Packet, error) {
	s.packed.mu.Lock()
	defer s.packed.mu.Unlock()
	if old := s.packed.out; old != nil && !q.Next {
		s.packed.out = nil
		old.stop()
		<-old.ended
	}
	switch {
	case q.Stop:
		return protocol.Packet{Done: true}, nil
	case !q.Next:
		s.packed.out = s.startPacking(q.Epoch)
	case s.packed.out == nil:
		return protocol.Packet{}, protocol.ErrOrder
	}
	p := s.packed.out
	select {
	case packet := <-p.packets:
		return packet, nil
	case <-p.ended:
		s.packed.out = nil
		p.stop()
		return protocol.Packet{Done: p.err == nil}, p.err
	case <-ctx.Done():
		return protocol.Packet{}, ctx.Err()
	}
}

func (s *Shard) startPacking(epoch uint64) *packing {
	ctx, stop := context.WithCancel(context.Background())
	p := &packing{packets: make(chan protocol.Packet), stop: stop, ended: make(chan struct{})}
	go func() {
		defer close(p.ended)
		_, _, p.err = s.saveAs(ctx, packStore{ctx, p}, "", epoch)
	}()
	return p
}

// packStore is a store in which there is nothing, and what is put into it goes out.
type packStore struct {
	ctx context.Context
	p   *packing
}

// Put implements store.Store.
func (o packStore) Put(name string, parts ...[]byte) error {
	for _, part := range parts {
		for len(part) > 0 {
			packet := protocol.Packet{Name: name, Bytes: part[:min(len(part), packPart)]}
			part = part[len(packet.Bytes):]
			select {
			case o.p.packets <- packet:
			case <-o.ctx.Done():
				return o.ctx.Err()
			}
		}
	}
	return nil
}

// Get implements store.Store.
func (packStore) Get(string) ([]byte, error) { return nil, store.ErrNotFound }

// Delete implements store.Store.
func (packStore) Delete(string) error { return nil }

// Names implements store.Store.
func (packStore) Names() ([]string, error) { return nil, nil }

// maxTakenIn bounds a file that is taken in: it is held until its last part.
const maxTakenIn = 1 << 30

// takeIn takes in a part of a file.
func (s *Shard) takeIn(_ context.Context, q protocol.TakeIn) (protocol.Done, error) {
	in := &s.packed
	in.mu.Lock()
	defer in.mu.Unlock()
	if q.Name != in.name {
		in.name, in.parts, in.size = q.Name, nil, 0
	}
	if in.size += len(q.Bytes); in.size > maxTakenIn {
		in.parts = nil
		return protocol.Done{}, protocol.ErrCorrupt
	}
	in.parts = append(in.parts, q.Bytes)
	if !q.Last {
		return protocol.Done{}, nil
	}
	parts := in.parts
	in.name, in.parts, in.size = "", nil, 0
	if s.opts.Root == nil && in.memory.Load() == nil {
		in.memory.Store(&store.MemoryRoot{})
	}
	to, err := s.folderOf(q.Workspace, q.Self)
	if err != nil {
		return protocol.Done{}, err
	}
	return protocol.Done{}, to.Put(q.Name, parts...)
}

// takenIn is where files are that were taken in where nothing can be kept; nil for
// nowhere.
func (in *packed) takenIn() store.Root {
	if m := in.memory.Load(); m != nil {
		return m
	}
	return nil
}

// forget forgets them: they have been taken up.
func (in *packed) forget() { in.memory.Store(nil) }
