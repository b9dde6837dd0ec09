package rpc

import (
	"context"
	"fmt"
	"sync"

	"clippings/wasm/protocol"
)

// Server answers the calls that come over a wire with a shard.
type Server struct {
	conn  Conn
	shard protocol.Shard

	mu      sync.Mutex
	cancels map[uint64]context.CancelFunc
	working sync.WaitGroup
}

// NewServer returns a server that is not yet listening: see Serve.
func NewServer(conn Conn, shard protocol.Shard) *Server {
	return &Server{conn: conn, shard: shard, cancels: map[uint64]context.CancelFunc{}}
}

// Serve answers calls, each in a goroutine of its own, until the wire closes or
// something comes over it that is no call. It returns why, after the calls
// under way, which it cancels, have ended.
func (s *Server) Serve(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer s.working.Wait()
	defer cancel()
	for {
		f, err := s.conn.Receive()
		if err != nil {
			return err
		}
		m, err := parse(f.B)
		if err != nil {
			return err
		}
		switch {
		case m.tag == tagCancel:
			s.cancel(m.id)
		case m.tag == tagRequest && len(m.rest) > 0:
			s.start(ctx, m, f.Files)
		default:
			return protocol.ErrCorrupt
		}
	}
}

func (s *Server) cancel(id uint64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if cancel := s.cancels[id]; cancel != nil {
		cancel()
	}
}

func (s *Server) start(ctx context.Context, m message, files []protocol.File) {
	ctx, cancel := context.WithCancel(ctx)
	s.mu.Lock()
	s.cancels[m.id] = cancel
	s.mu.Unlock()
	s.working.Add(1)
	go func() {
		defer s.working.Done()
		defer cancel()
		call := protocol.Call{
			Kind: protocol.Kind(m.rest[0]), Body: m.rest[1:], Files: files,
			Progress: func(p protocol.Progress) {
				s.send(Frame{B: appendProgress(head(tagProgress, m.id, 64), p)})
			},
		}
		body, err := s.answer(ctx, call)
		s.mu.Lock()
		delete(s.cancels, m.id)
		s.mu.Unlock()
		if err != nil {
			b := append(head(tagFailure, m.id, 64), byte(protocol.ErrorCode(err)))
			s.send(Frame{B: append(b, err.Error()...)})
			return
		}
		s.send(Frame{B: append(head(tagAnswer, m.id, len(body)), body...)})
	}()
}

// answer turns a panic, which is always a fault of ours, into a failed call:
// the documents that the shard holds must outlive it.
func (s *Server) answer(ctx context.Context, call protocol.Call) (body []byte, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			body, err = nil, fmt.Errorf("engine fault in %s: %v", call.Kind, fault)
		}
	}()
	return s.shard.Call(ctx, call)
}

// send serialises frames of concurrent calls. A wire that is closed has nobody
// left to tell.
func (s *Server) send(f Frame) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_ = s.conn.Send(f)
}
