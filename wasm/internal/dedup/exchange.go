package dedup

import (
	"fmt"
	"slices"

	"clippings/wasm/internal/cluster"
)

// Exchange is one shard's part in finding all pairs over n shards, and then, by
// Mark, what marks each text. Make one on each shard and call Step on all of them
// in turn, handing each what the others wrote for it, until all are done. It is
// not safe for concurrent use; different shards' exchanges are independent.
type Exchange struct {
	corpus Corpus
	self   int
	n      int
	p      Params
	steps  []superstep // still to do
	anew   []superstep // from the filter on, for beginning anew there
	done   int         // supersteps
	failed error
	own    []byte // what this shard wrote to itself, which nobody needs to carry
	pace   pacer

	shard shardState
	part  partState
	lead  leadState // of shard 0

	groups   []uint32
	evidence *cluster.Evidence
	past     *Past
}

// NewExchange starts the part of shard self of n. Shard 0 leads.
func NewExchange(c Corpus, self, n int, p Params) *Exchange {
	return &Exchange{corpus: c, self: self, n: max(n, 1), p: p.sane(), steps: pairSteps, anew: pairSteps[stepOfFilter:]}
}

// Mark begins the second part, when the first is done: Step goes on with it.
func (e *Exchange) Mark() { e.steps = markSteps }

// superstep reads a message from each shard (nil in the first) and writes one
// for each.
type superstep func(e *Exchange, in []reader, out [][]byte) error

// The supersteps are the same for every shard. Where only the lead or only the
// owners of something have work, the others pass.
var pairSteps = []superstep{
	(*Exchange).announce,   // shards -> lead: facts and fingerprint of each document
	(*Exchange).number,     // lead -> shards: equal texts folded, texts numbered
	(*Exchange).markFilter, // shards -> owners: filter slices
	(*Exchange).joinFilter, // owners -> shards: which slots were hit twice
	(*Exchange).tally,      // shards -> shards: how many shingles were seen twice
	(*Exchange).post,       // shards -> owners: postings of these (in rounds)
	(*Exchange).list,       // owners -> lead: lengths of lists    (in rounds)
	(*Exchange).limit,      // lead -> owners: from which length on lists are heavy
	(*Exchange).divide,     // owners -> owners: heavy shingles a text
	(*Exchange).propose,    // owners -> lead: candidate pairs, counted
	(*Exchange).gather,     // lead -> owners: pairs that not all have counted
	(*Exchange).count,      // owners -> lead: these, counted
	(*Exchange).ask,        // lead -> shards: pairs to verify, words to send
	(*Exchange).send,       // shards -> shards: words             (in rounds)
	(*Exchange).verify,     // shards -> lead: longest runs        (in rounds)
	(*Exchange).group,      // lead -> shards: groups of copies
	(*Exchange).finish,     // shards: take them
}

// stepOfFilter is markFilter, from which on the exchange may begin anew.
const stepOfFilter = 2

var markSteps = []superstep{
	(*Exchange).survey,   // shards -> lead: how many texts hold each term
	(*Exchange).weigh,    // lead -> shards: the sum
	(*Exchange).describe, // shards -> lead: vectors
	(*Exchange).collect,  // lead: the evidence is complete
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
	if len(e.steps) == 0 {
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
	if err := e.steps[0](e, in, outbox); err != nil {
		e.failed = fmt.Errorf("dedup: superstep %d of shard %d: %w", e.done, e.self, err)
		return nil, false, e.failed
	}
	e.steps = e.steps[1:]
	e.done++
	e.own, outbox[e.self] = outbox[e.self], nil
	return outbox, len(e.steps) == 0, nil
}

// Groups is the group of copies of each document of this shard, from 1, or 0 if
// it has no copies, by the settings the program starts with. It is nil until
// Step was done.
func (e *Exchange) Groups() []uint32 { return e.groups }

// Evidence is all that was found, at the lead once Step was done; nil elsewhere.
// Its Vectors are there when Mark was done too.
func (e *Exchange) Evidence() *cluster.Evidence { return e.evidence }

// repeat has the next n supersteps, of which this is the first, done so many
// times in turn.
func (e *Exchange) repeat(n, times int) {
	var steps []superstep
	for range times {
		steps = append(steps, e.steps[:n]...)
	}
	e.steps = append(steps, e.steps[n:]...)
}

// tell writes the same to every shard.
func (e *Exchange) tell(out [][]byte, msg []byte) error {
	for t := range out {
		out[t] = slices.Clone(msg)
	}
	return nil
}

func (e *Exchange) leads() bool { return e.self == 0 }
