package shard

import (
	"context"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/dedup"
	"clippings/wasm/protocol"
)

// exchangeStep does this shard's part of one superstep of the comparison.
func (s *Shard) exchangeStep(ctx context.Context, q protocol.Exchange) (protocol.Exchanged, error) {
	s.mu.Lock()
	if q.Step == 0 {
		if err := s.flush(); err != nil {
			s.mu.Unlock()
			return protocol.Exchanged{}, err
		}
		s.exchange = dedup.NewExchange(newCompared(s.docs), int(q.Self), int(q.Shards), s.opts.Params)
		s.step = 0
	}
	exchange := s.exchange
	if exchange == nil || q.Step != s.step {
		s.mu.Unlock()
		return protocol.Exchanged{}, protocol.ErrOrder
	}
	s.step++
	s.mu.Unlock()

	// The lock is not held meanwhile: search goes on while copies are found.
	outbox, done, err := exchange.Step(q.Inbox, s.yield(ctx))
	if err != nil {
		return protocol.Exchanged{}, err
	}
	if done {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.conclude(exchange)
	}
	return protocol.Exchanged{Outbox: outbox, Done: done}, nil
}

// conclude takes over what an exchange found and lets go of the rest.
func (s *Shard) conclude(exchange *dedup.Exchange) {
	s.group = make([]uint32, len(s.docs))
	for _, a := range exchange.Assignments() {
		if doc, ok := s.byID[a.Doc]; ok {
			s.group[doc] = a.Group
		}
	}
	s.found = newFindings(exchange.Result())
	s.exchange = nil
}

// compared shows a shard's documents to dedup. Words are hashed once and kept
// for the exchange: it asks for them several times.
type compared struct {
	docs  []document // those there were when the exchange began
	terms [][]uint64
	scan  analysis.Scanner
}

func newCompared(docs []document) *compared {
	return &compared{docs: docs[:len(docs):len(docs)], terms: make([][]uint64, len(docs))}
}

// Len implements dedup.Corpus.
func (c *compared) Len() int { return len(c.docs) }

// Info implements dedup.Corpus.
func (c *compared) Info(i int) dedup.Info { return c.docs[i].info }

// Terms implements dedup.Corpus.
func (c *compared) Terms(i int, dst []uint64) []uint64 {
	if c.terms[i] == nil {
		c.terms[i] = c.docs[i].terms(&c.scan, make([]uint64, 0, c.docs[i].words))
	}
	return append(dst, c.terms[i]...)
}

// TitleTerms implements dedup.Corpus.
func (c *compared) TitleTerms(i int, dst []uint64) []uint64 {
	return appendTerms(&c.scan, dst, c.docs[i].title)
}
