package dedup

import (
	"cmp"
	"slices"

	"clippings/wasm/internal/align"
	"clippings/wasm/protocol"
)

// leadEdge is a pair of texts that is kept, a before b.
type leadEdge struct {
	a, b uint32
	Overlap
	relation protocol.Relation
}

// verifyTask is a pair whose longest run a shard is to find, and its cohesion
// where that matters.
type verifyTask struct {
	a, b   uint32
	cohere bool
}

// ask adds up the exact overlaps, keeps the pairs that reach their threshold,
// and has the longest run found where it matters: by the shard that handles b,
// which gets the words of a. The first in canonical order leads its copies, so
// its words travel once to each shard and not those of all its copies to it.
//
//	to send: count, each: text, shard
//	to verify: pairs as in pairWriter, in bytes behind their length; each:
//	1 if the cohesion matters, else 0
func (e *Exchange) ask(in []reader, out [][]byte) error {
	if !e.leads() {
		return nil
	}
	if err := e.readCounts(in); err != nil {
		return err
	}
	l := &e.lead
	tasks := make([]pairGroups, e.n)
	cohere := make([][]byte, e.n)
	for i := range l.edges {
		if x := &l.edges[i]; e.p.needsRun(x.Overlap) {
			t := e.shardOf(x.b)
			tasks[t].add(x.a, x.b)
			cohere[t] = append(cohere[t], byte(b2i(e.p.needsCohesion(x.Overlap))))
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
		out[t] = append(putBytes(out[t], tasks[t].bytes()), cohere[t]...)
	}
	return nil
}

func (e *Exchange) shardOf(text uint32) int { return int(e.lead.docs[e.lead.byText[text]].shard) }

func (e *Exchange) readCounts(in []reader) error {
	l := &e.lead
	for _, key := range l.pairs {
		common, paired := uint32(0), uint32(0)
		for s := range in {
			common += in[s].varint()
			paired += in[s].varint()
		}
		a, b := uint32(key>>32), uint32(key)
		o := Overlap{Inter: common, A: e.shard.sizes[a], B: e.shard.sizes[b]}
		if common > o.Smaller() {
			return ErrCorrupt
		}
		if kept := e.p.kept(o.Smaller()); common >= kept && paired >= seen(kept) {
			l.edges = append(l.edges, leadEdge{a: a, b: b, Overlap: o})
		}
		if err := e.pace.work(4 * e.n); err != nil {
			return err
		}
	}
	l.pairs = nil
	for s := range in {
		if err := in[s].end(); err != nil {
			return err
		}
	}
	return nil
}

// pairGroups gathers sorted pairs by their first text.
type pairGroups struct {
	w      pairWriter
	a      uint32
	others []uint32
	heads  []uint32
}

func (g *pairGroups) add(a, b uint32) {
	if len(g.others) > 0 && g.a != a {
		g.flush()
	}
	g.a = a
	g.others = append(g.others, b)
}

func (g *pairGroups) flush() {
	if len(g.others) > 0 {
		g.heads = append(g.heads, g.a)
	}
	g.w.add(g.a, g.others)
	g.others = g.others[:0]
}

func (g *pairGroups) firsts() []uint32 { g.flush(); return g.heads }
func (g *pairGroups) bytes() []byte    { g.flush(); return g.w.bytes() }

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
	pairs := reader{b: r.take(int(r.varint()))}
	return e.readPairs(&pairs, func(a, b uint32) {
		e.shard.tasks = append(e.shard.tasks, verifyTask{a, b, r.u8() != 0})
	})
}

// verify finds the longest run of each pair asked of this shard.
//
//	each, in the order asked: words of the longest run; cohesion u8 if it matters
func (e *Exchange) verify(in []reader, out [][]byte) error {
	sent, err := e.readSent(in)
	if err != nil {
		return err
	}
	var f align.RunFinder
	c := comparer{weights: &e.shard.weights}
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
			f.Reset(first)
			if err := e.pace.work(8 * len(terms)); err != nil {
				return err
			}
		}
		if e.shard.doc[t.b] < 0 {
			return ErrCorrupt
		}
		terms := e.termsOf(int(e.shard.doc[t.b]))
		run, _ := f.Longest(terms)
		msg = putVar(msg, uint32(run))
		if t.cohere {
			msg = append(msg, c.cohesion(first, terms))
			e.pace.spent += 64 * (len(first) + len(terms))
		}
		if err := e.pace.work(4 * len(terms)); err != nil {
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
