package dedup

import (
	"clippings/wasm/internal/cluster"
)

// proposals are what the owners proposed, merged.
type proposals struct {
	pairs []pairReader
	open  []bool // by owner: it has a next pair
	at    []bool // by owner: its next pair is the one that was handed on last
}

func (e *Exchange) newProposals(in []reader) *proposals {
	p := &proposals{pairs: make([]pairReader, e.n), open: make([]bool, e.n), at: make([]bool, e.n)}
	for s := range in {
		p.pairs[s] = pairReader{r: &in[s], texts: uint64(len(e.shard.sizes)), groups: in[s].count(3)}
		p.open[s] = p.pairs[s].next()
	}
	return p
}

// next is the next pair of any owner with what those who proposed it have
// counted; in the place of the run, which is not known yet, stands how much of it
// is in lists that pair the two.
func (p *proposals) next() (x cluster.Edge, ok bool) {
	least := uint64(1<<64 - 1)
	for s := range p.pairs {
		if p.open[s] {
			least = min(least, p.pairs[s].key())
			ok = true
		}
	}
	if !ok {
		return x, false
	}
	x = cluster.Edge{A: uint32(least >> 32), B: uint32(least), Cohesion: cluster.WholeCohesion}
	for s := range p.pairs {
		q := &p.pairs[s]
		if p.at[s] = p.open[s] && q.key() == least; p.at[s] {
			x.Common, x.Run = addCounts(&x, q.r)
			p.open[s] = q.next()
		}
	}
	return x, true
}

// addCounts adds an owner's counts to an edge's.
func addCounts(x *cluster.Edge, r *reader) (common, paired uint32) {
	n := r.varint()
	return x.Common + n, x.Run + n - min(n, r.varint())
}

// gather adds up what the owners proposed and asks those that did not propose a
// pair for their part of it.
//
//	pairs
func (e *Exchange) gather(in []reader, out [][]byte) error {
	if !e.leads() {
		return nil
	}
	l := &e.lead
	most := 0
	for s := range in {
		most = max(most, in[s].count(2))
	}
	// Most pairs are proposed by all owners.
	l.edges = make([]cluster.Edge, 0, most+most/4)
	missing := make([]pairGroups, e.n)
	err := e.eachProposed(in, func(x cluster.Edge, at []bool) {
		l.edges = append(l.edges, x)
		for s, has := range at {
			if !has {
				missing[s].add(x.A, x.B)
			}
		}
	})
	l.asked = make([][]byte, e.n)
	for t := range out {
		out[t] = missing[t].bytes()
		l.asked[t] = out[t]
	}
	return err
}

// eachProposed hands on the pairs that can still be worth keeping, and by whom
// they were proposed.
func (e *Exchange) eachProposed(in []reader, do func(x cluster.Edge, at []bool)) error {
	p := e.newProposals(in)
	for {
		x, ok := p.next()
		if !ok {
			break
		}
		if e.canReach(&x, p.at) {
			do(x, p.at)
		}
		if err := e.pace.work(2 * e.n); err != nil {
			return err
		}
	}
	for s := range in {
		if err := in[s].end(); err != nil {
			return err
		}
	}
	return nil
}

// canReach reports whether the owners that did not propose the pair may have
// enough of it besides.
func (e *Exchange) canReach(x *cluster.Edge, at []bool) bool {
	needed, most := e.needed(x.A, x.B), x.Run
	for _, has := range at {
		if !has {
			most += (needed - 1) / uint32(e.n)
		}
	}
	return most >= needed
}

// readCounts completes the overlaps and keeps the pairs that reach their
// threshold.
func (e *Exchange) readCounts(in []reader) error {
	l := &e.lead
	for s := range in {
		if err := e.takeBack(&in[s]); err != nil {
			return err
		}
		if err := e.addAsked(&in[s], l.asked[s]); err != nil {
			return err
		}
	}
	l.asked = nil
	kept := l.edges[:0]
	for i := range l.edges {
		x := &l.edges[i]
		smaller := min(e.shard.sizes[x.A], e.shard.sizes[x.B])
		if x.Common > smaller {
			return ErrCorrupt
		}
		if n := min(e.shard.kept[x.A], e.shard.kept[x.B]); x.Common >= n && x.Run >= seen(n) {
			if x.Run < x.Common {
				l.loose = append(l.loose, loosePair{edgeKey(x), x.Common - x.Run})
			}
			x.Run = 0
			kept = append(kept, *x)
		}
		if err := e.pace.work(2); err != nil {
			return err
		}
	}
	l.edges = kept
	return nil
}

// takeBack reads what lists of an owner pair no more.
func (e *Exchange) takeBack(r *reader) error {
	if e.shard.kinds == nil {
		return nil
	}
	p := e.newPairReader(r)
	for p.next() {
		e.lead.lose(p.key(), r.varint())
		if err := e.pace.work(8); err != nil {
			return err
		}
	}
	if r.bad {
		return ErrCorrupt
	}
	return nil
}

// addAsked adds what an owner counted of the pairs that it was asked for.
func (e *Exchange) addAsked(r *reader, asked []byte) error {
	edges := e.lead.edges
	err := e.readPairs(&reader{b: asked}, func(a, b uint32, _ *reader) {
		for edges[0].A != a || edges[0].B != b {
			edges = edges[1:]
		}
		edges[0].Common, edges[0].Run = addCounts(&edges[0], r)
	})
	if err != nil {
		return err
	}
	return r.end()
}
