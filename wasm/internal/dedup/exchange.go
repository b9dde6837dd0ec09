package dedup

import "fmt"

// Exchange is one shard's part in finding all copies and stories over n shards.
// Make one on each shard and call Step on all of them in turn, handing each what
// the others wrote for it, until all are done. It is not safe for concurrent
// use; different shards' exchanges are independent.
type Exchange struct {
	corpus Corpus
	self   int
	n      int
	p      Params
	step   int
	failed error
	own    []byte // what this shard wrote to itself, which nobody needs to carry
	pace   pacer

	shard shardState
	part  partState
	lead  leadState // of shard 0

	assignments []Assignment
	result      *Result
}

// NewExchange starts the part of shard self of n. Shard 0 leads.
func NewExchange(c Corpus, self, n int, p Params) *Exchange {
	return &Exchange{corpus: c, self: self, n: max(n, 1), p: p.sane()}
}

// superstep reads a message from each shard (nil in the first) and writes one
// for each.
type superstep func(e *Exchange, in []reader, out [][]byte) error

// supersteps are the same for every shard. Where only the lead or only the
// owners of something have work, the others pass.
var supersteps = []superstep{
	(*Exchange).announce,   // shards -> lead: facts and fingerprint of each document
	(*Exchange).number,     // lead -> shards: canonical numbers, equal texts folded
	(*Exchange).survey,     // shards -> lead: how many texts hold each term
	(*Exchange).weigh,      // lead -> shards: the sum
	(*Exchange).markFilter, // shards -> owners: filter slices
	(*Exchange).joinFilter, // owners -> shards: which slots were hit twice
	(*Exchange).post,       // shards -> owners: postings of shingles seen twice
	(*Exchange).list,       // owners -> owners: heavy shingles a document
	(*Exchange).propose,    // owners -> lead: candidate pairs
	(*Exchange).gather,     // lead -> owners: all candidates
	(*Exchange).count,      // owners -> lead: exact overlaps
	(*Exchange).ask,        // lead -> shards: pairs to verify, words to send
	(*Exchange).send,       // shards -> shards: words
	(*Exchange).verify,     // shards -> lead: longest runs
	(*Exchange).group,      // lead -> shards: texts that represent themselves
	(*Exchange).describe,   // shards -> lead: vectors of these
	(*Exchange).stories,    // lead -> shards: what became of each document
	(*Exchange).finish,     // shards: take the assignments
}

// Step does the next superstep. inbox[s] is what shard s wrote for this one in
// the step before; it is not looked at in the first step and for s = self, and
// may be shorter or hold nil where nothing came. outbox[t] is for shard t;
// outbox[self] is always nil, because what a shard tells itself stays with it.
// The outbox belongs to the caller, and inbox may be dropped after the call. All
// shards are done in the same step, with an empty outbox. After an error, which
// yield may have given, the exchange is of no more use and says so again.
func (e *Exchange) Step(inbox [][]byte, yield func() error) (outbox [][]byte, done bool, err error) {
	if e.failed != nil {
		return nil, false, e.failed
	}
	if e.step >= len(supersteps) {
		return nil, true, nil
	}
	in := make([]reader, e.n)
	for s := range in {
		if s < len(inbox) {
			in[s].b = inbox[s]
		}
	}
	in[e.self].b, e.own = e.own, nil
	e.pace = pacer{yield: yield}
	outbox = make([][]byte, e.n)
	if err := supersteps[e.step](e, in, outbox); err != nil {
		e.failed = fmt.Errorf("dedup: superstep %d of shard %d: %w", e.step, e.self, err)
		return nil, false, e.failed
	}
	e.step++
	e.own, outbox[e.self] = outbox[e.self], nil
	return outbox, e.step == len(supersteps), nil
}

// Assignments tells what became of each document of this shard, in the order of
// the corpus. It is nil until Step was done.
func (e *Exchange) Assignments() []Assignment { return e.assignments }

// Result is all that was found, at the lead once Step was done; nil elsewhere.
func (e *Exchange) Result() *Result { return e.result }

func (e *Exchange) leads() bool { return e.self == 0 }
