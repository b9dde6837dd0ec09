package shard

import (
	"context"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/cluster"
	"clippings/wasm/internal/dedup"
	"clippings/wasm/protocol"
)

// exchangeStep does this shard's part of one superstep of the comparison.
func (s *Shard) exchangeStep(ctx context.Context, q protocol.Exchange) (protocol.Exchanged, error) {
	if q.Step == 0 {
		s.writing.Lock()
		err := s.flush()
		s.writing.Unlock()
		if err != nil {
			return protocol.Exchanged{}, err
		}
	}
	s.mu.Lock()
	if q.Step == 0 {
		s.exchange, s.step = newComparison(s, int(q.Self), int(q.Shards)), 0
	}
	exchange := s.exchange
	if exchange == nil || q.Step != s.step {
		s.mu.Unlock()
		return protocol.Exchanged{}, protocol.ErrOrder
	}
	s.step++
	s.mu.Unlock()

	// The lock is not held meanwhile: search goes on while copies are found.
	outbox, done, err := exchange.next(q.Inbox, s.yield(ctx))
	if err != nil {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.exchange == exchange {
			s.exchange = nil
		}
		return protocol.Exchanged{}, err
	}
	if done {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.conclude(exchange)
	}
	return protocol.Exchanged{Outbox: outbox, Done: done}, nil
}

// conclude takes over what an exchange found and lets go of the rest. What was
// made of what the one before it found is shown until that is made anew.
func (s *Shard) conclude(c *comparison) {
	s.evidence, s.past, s.exchange = c.copies.Evidence(), c.found, nil
	if s.evidence == nil {
		s.found = &findings{}
	}
}

// A comparison is all that one run of the exchange does: copies are found by the
// roles that the extractor gave, then the lines that recur, and where there are
// any, copies once more without them; then what marks each text.
type comparison struct {
	shard        *Shard
	self, shards int
	texts        *compared
	copies       *dedup.Exchange
	lines        *recurrence // while these are found
	again        bool        // copies are found without the lines that recur
	marking      bool        // what marks each text is told

	past, found past // what the comparison before this one found, and this one
}

// past is what finding copies has found, for the next time to go on from: by the
// extractor's roles, and without the lines that recur.
type past struct{ own, again *dedup.Past }

// mostOwn bounds the pairs that are kept of copies by the extractor's roles once
// others are found without the lines that recur: to 20 MB.
const mostOwn = 1 << 20

// newComparison begins one. The caller holds the shard's lock.
func newComparison(s *Shard, self, shards int) *comparison {
	c := &comparison{shard: s, self: self, shards: shards, texts: newCompared(s.docs)}
	c.past = s.past
	c.copies = dedup.NewExchange(c.texts, self, shards, s.opts.Params)
	c.copies.After(c.past.own)
	return c
}

// next does the next superstep. All shards go from one part to the next in the
// same step: what the next part writes first goes out with it.
func (c *comparison) next(inbox [][]byte, yield func() error) (outbox [][]byte, done bool, err error) {
	if c.lines == nil {
		outbox, done, err = c.copies.Step(inbox, yield)
		switch {
		case !done || err != nil || c.marking:
			return outbox, done, err
		case c.again:
			c.found.again = c.copies.Past()
			return c.mark(yield)
		}
		c.found.own = c.copies.Past()
		inbox = nil
		c.lines = &recurrence{
			docs: c.texts.docs, group: c.copies.Groups(), shards: c.shards, apply: c.shard.applyRecurring,
		}
	}
	outbox, done, err = c.lines.next(inbox, yield)
	if !done || err != nil {
		return outbox, done, err
	}
	changed := c.lines.changed
	c.lines = nil
	if !changed {
		return c.mark(yield)
	}
	c.again = true
	c.shard.mu.RLock()
	c.texts = c.texts.without(c.shard.docs)
	c.shard.mu.RUnlock()
	c.copies = dedup.NewExchange(c.texts, c.self, c.shards, c.shard.opts.Params)
	c.copies.After(c.past.again)
	if c.found.own.Len() > mostOwn {
		c.found.own = nil
	}
	return c.copies.Step(nil, yield)
}

// mark goes on to what marks each text.
func (c *comparison) mark(yield func() error) (outbox [][]byte, done bool, err error) {
	c.marking = true
	c.copies.Mark()
	return c.copies.Step(nil, yield)
}

// compared shows a shard's documents to dedup. Words are hashed once and kept
// for the exchange: it asks for them several times.
type compared struct {
	docs  []document // those there were when the exchange began
	own   bool       // by the extractor's own roles
	terms [][]uint64
	print []uint64 // of each whose terms are known: cluster.Doc.Print
	scan  analysis.Scanner
}

func newCompared(docs []document) *compared {
	n := len(docs)
	return &compared{docs: docs[:n:n], own: true, terms: make([][]uint64, n), print: make([]uint64, n)}
}

// without is the same documents by the roles they have now, without the lines
// that recur.
func (c *compared) without(docs []document) *compared {
	for i := range c.docs {
		if len(docs[i].recurring) > 0 {
			c.terms[i] = nil
		}
	}
	return &compared{docs: docs[:len(c.docs):len(c.docs)], terms: c.terms, print: c.print}
}

// Len implements dedup.Corpus.
func (c *compared) Len() int { return len(c.docs) }

// Info implements dedup.Corpus.
func (c *compared) Info(i int) cluster.Doc {
	info := c.docs[i].info
	info.Print = c.print[i]
	return info
}

// Terms implements dedup.Corpus.
func (c *compared) Terms(i int) []uint64 {
	if c.terms[i] == nil {
		c.terms[i], c.print[i] = c.docs[i].terms(&c.scan, c.own)
	}
	return c.terms[i]
}

// TitleTerms implements dedup.Corpus.
func (c *compared) TitleTerms(i int, dst []uint64) []uint64 {
	return appendTerms(&c.scan, dst, c.docs[i].title)
}
