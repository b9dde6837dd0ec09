package dedup

import (
	"cmp"
	"slices"

	"clippings/wasm/internal/cluster"
)

// verifyTask is a pair whose longest run and cohesion a shard is to find.
type verifyTask struct{ a, b uint32 }

// ask adds up the exact overlaps, keeps the pairs that reach their threshold,
// and has those that may be copies verified: by the shard that handles b, which
// gets the words of a. The longest text of a family comes first, so its words
// travel once to each shard and not those of all its copies to it.
//
//	to send: count, each: text, shard
//	to verify: pairs as in pairWriter
func (e *Exchange) ask(in []reader, out [][]byte) error {
	if !e.leads() {
		return nil
	}
	if err := e.readCounts(in); err != nil {
		return err
	}
	l := &e.lead
	tasks := make([]pairGroups, e.n)
	for i := range l.edges {
		if x := &l.edges[i]; e.isMeasured(x) {
			tasks[e.shardOf(x.B)].add(x.A, x.B)
		}
	}
	sends := make([][]byte, e.n)
	counts := make([]uint32, e.n)
	for t := range tasks {
		for _, a := range tasks[t].firsts() {
			if s := e.shardOf(a); s != t {
				sends[s] = putVar(putVar(sends[s], a), uint32(t))
				counts[s]++
			}
		}
	}
	for t := range out {
		out[t] = append(putVar(nil, counts[t]), sends[t]...)
		out[t] = append(out[t], tasks[t].bytes()...)
	}
	return nil
}

// isMeasured reports whether the pair may be one of copies.
func (e *Exchange) isMeasured(x *cluster.Edge) bool {
	return cluster.Measured(x.Common, min(e.shard.sizes[x.A], e.shard.sizes[x.B]))
}

func (e *Exchange) shardOf(text uint32) int { return int(e.lead.docs[e.lead.byText[text]].shard) }

// send gives other shards the words they need.
//
//	each: text, words, terms u64...
func (e *Exchange) send(in []reader, out [][]byte) error {
	r := &in[0]
	for range r.count(2) {
		text, t := r.index(len(e.shard.sizes)), r.index(e.n)
		if r.bad || e.shard.doc[text] < 0 {
			return ErrCorrupt
		}
		terms := e.termsOf(int(e.shard.doc[text]))
		out[t] = putVar(putVar(out[t], text), uint32(len(terms)))
		out[t] = appendWords(out[t], terms)
		if err := e.pace.work(len(terms)); err != nil {
			return err
		}
	}
	e.shard.tasks = e.shard.tasks[:0]
	return e.readPairs(r, func(a, b uint32, _ *reader) {
		e.shard.tasks = append(e.shard.tasks, verifyTask{a, b})
	})
}

// verify finds the longest run and the cohesion of each pair asked of this shard.
//
//	each, in the order asked: words of the longest run, cohesion u8
func (e *Exchange) verify(in []reader, out [][]byte) error {
	sent, err := e.readSent(in)
	if err != nil {
		return err
	}
	c := comparer{}
	var first []uint64
	var msg []byte
	last := int64(-1)
	for _, t := range e.shard.tasks {
		if int64(t.a) != last {
			last = int64(t.a)
			terms, err := e.wordsOf(t.a, sent)
			if err != nil {
				return err
			}
			first = append(first[:0], terms...)
			c.reset(first)
			if err := e.pace.work(2 * len(terms)); err != nil {
				return err
			}
		}
		if e.shard.doc[t.b] < 0 {
			return ErrCorrupt
		}
		run, cohesion, work := c.compare(e.termsOf(int(e.shard.doc[t.b])))
		msg = append(putVar(msg, run), cohesion)
		if err := e.pace.work(work); err != nil {
			return err
		}
	}
	e.shard.tasks = nil
	out[0] = msg
	return nil
}

// sentText is the words of a text as they came in a message.
type sentText struct {
	text uint32
	raw  []byte
}

func (e *Exchange) readSent(in []reader) ([]sentText, error) {
	var sent []sentText
	for s := range in {
		for r := &in[s]; len(r.b) > 0; {
			text := r.index(len(e.shard.sizes))
			raw := r.take(8 * r.count(8))
			if r.bad {
				return nil, ErrCorrupt
			}
			sent = append(sent, sentText{text, raw})
		}
	}
	slices.SortFunc(sent, func(a, b sentText) int { return cmp.Compare(a.text, b.text) })
	return sent, nil
}

func (e *Exchange) wordsOf(text uint32, sent []sentText) ([]uint64, error) {
	if d := e.shard.doc[text]; d >= 0 {
		return e.termsOf(int(d)), nil
	}
	at, found := slices.BinarySearchFunc(sent, text, func(s sentText, t uint32) int { return cmp.Compare(s.text, t) })
	if !found {
		return nil, ErrCorrupt
	}
	r := reader{b: sent[at].raw}
	e.shard.terms = e.shard.terms[:0]
	for len(r.b) > 0 {
		e.shard.terms = append(e.shard.terms, r.u64())
	}
	return e.shard.terms, nil
}
