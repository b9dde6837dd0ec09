//go:build !js || unpack

// Package unpack is the program for other formats: it walks a file and hands
// back the texts it finds, a batch at a time, to the engine that asked.
//
//	engine: format.Unpacker -> protocol.Unpack ===wire=== Server -> format.Reader.Walk
//	        <- protocol.Unpacked, protocol.UnpackNext …
//
// The formats themselves are those of package format, which the engine of the
// page is built without (other.go there). The walk stays one batch ahead of what
// was asked for and no more, so memory is bounded by two batches and a record.
package unpack

import (
	"context"
	"fmt"
	"io"
	"sync"

	"clippings/wasm/internal/format"
	"clippings/wasm/protocol"
)

// File is an open source.
type File interface {
	format.File
	io.Closer
}

// Server answers protocol.Unpack, UnpackNext and Preview. It is safe for several
// goroutines.
type Server struct {
	// Open opens the file a handle stands for.
	Open func(protocol.File) (File, error)
	// Pause lets messages in. It is called every few milliseconds of work.
	Pause func()

	mu    sync.Mutex
	last  uint32
	walks map[uint32]*walk
}

// A walk is one file being walked.
type walk struct {
	batches chan protocol.Unpacked // closed at the end
	stop    context.CancelFunc
	err     error // of the walk, set before batches is closed
}

// batchBytes is how much text makes a batch: enough that a message costs
// nothing beside it.
const batchBytes = 512 << 10

// Call implements protocol.Shard.
func (s *Server) Call(ctx context.Context, c protocol.Call) ([]byte, error) {
	switch c.Kind {
	case protocol.KindUnpack:
		q, err := protocol.DecodeUnpack(c.Body, c.Files)
		if err != nil {
			return nil, err
		}
		return s.next(ctx, s.start(q))
	case protocol.KindUnpackNext:
		q, err := protocol.DecodeUnpackNext(c.Body)
		if err != nil {
			return nil, err
		}
		if q.Stop {
			s.end(q.ID)
			return protocol.Unpacked{ID: q.ID, Done: true}.AppendTo(nil), nil
		}
		return s.next(ctx, q.ID)
	case protocol.KindPreview:
		return s.preview(ctx, c)
	}
	return nil, fmt.Errorf("unpack: kind %d: %w", c.Kind, protocol.ErrUnknown)
}

// start begins a walk.
func (s *Server) start(q protocol.Unpack) uint32 {
	ctx, stop := context.WithCancel(context.Background())
	w := &walk{batches: make(chan protocol.Unpacked), stop: stop}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.last++
	if s.walks == nil {
		s.walks = map[uint32]*walk{}
	}
	s.walks[s.last] = w
	go s.walk(ctx, w, q)
	return s.last
}

func (s *Server) end(id uint32) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if w := s.walks[id]; w != nil {
		w.stop()
		delete(s.walks, id)
	}
}

// next waits for a batch of a walk.
func (s *Server) next(ctx context.Context, id uint32) ([]byte, error) {
	s.mu.Lock()
	w := s.walks[id]
	s.mu.Unlock()
	if w == nil {
		return nil, protocol.ErrOrder
	}
	select {
	case batch, more := <-w.batches:
		if !more {
			s.end(id)
			if w.err != nil {
				return nil, w.err
			}
			batch.Done = true
		}
		batch.ID = id
		return batch.AppendTo(nil), nil
	case <-ctx.Done():
		s.end(id)
		return nil, ctx.Err()
	}
}

// walk fills batches until the file ends or the walk is stopped.
func (s *Server) walk(ctx context.Context, w *walk, q protocol.Unpack) {
	defer close(w.batches)
	defer func() { // always a fault of ours, and no reason to lose the worker
		if fault := recover(); fault != nil {
			w.err = fmt.Errorf("unpack: fault in %s: %v", q.Source.Path, fault)
		}
	}()
	f, err := s.Open(q.Source.Handle)
	if err != nil {
		w.err = err
		return
	}
	defer f.Close()
	var batch protocol.Unpacked
	bytes := 0
	far := &format.FarFile{File: f}
	send := func() error {
		if q.Record == "" { // else it is not the file that the person knows
			batch.Read = uint64(far.Far)
		}
		select {
		case w.batches <- batch:
		case <-ctx.Done():
			return ctx.Err()
		}
		batch, bytes = protocol.Unpacked{Spent: batch.Spent}, 0
		return nil
	}
	reader := format.Reader{Yield: func() error { s.Pause(); return ctx.Err() }}
	w.err = reader.Walk(q, far, func(found protocol.Found, spent uint64) error {
		batch.Found, batch.Spent = append(batch.Found, found), spent
		if bytes += len(found.Text) + 200; bytes < batchBytes {
			return nil
		}
		return send()
	})
	if w.err == nil {
		w.err = send()
	}
}
