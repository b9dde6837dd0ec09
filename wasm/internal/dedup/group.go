package dedup

import (
	"clippings/wasm/internal/cluster"
	"clippings/wasm/protocol"
)

// group gathers the evidence of copies and tells each shard which of its
// documents are copies of which, by the settings the program starts with.
//
//	for each document of the shard: its group, 0 if none
func (e *Exchange) group(in []reader, out [][]byte) error {
	if !e.leads() {
		return nil
	}
	if err := e.readRuns(in); err != nil {
		return err
	}
	l := &e.lead
	e.joinOld()
	e.remember()
	e.evidence = &cluster.Evidence{Docs: make([]cluster.Doc, len(l.docs)), Shingles: e.shard.sizes, Edges: l.edges}
	for i := range l.docs {
		e.evidence.Docs[i] = l.docs[i].Doc
	}
	groups, err := e.evidence.Copies(protocol.DefaultSettings(), e.pace.work)
	if err != nil {
		return err
	}
	counts := make([]int, e.n)
	for i := range l.docs {
		counts[l.docs[i].shard]++
	}
	numbers := make([][]uint32, e.n)
	for t := range numbers {
		numbers[t] = make([]uint32, counts[t])
	}
	for i := range l.docs {
		numbers[l.docs[i].shard][l.docs[i].doc] = groups[i]
	}
	for t := range out {
		for _, g := range numbers[t] {
			out[t] = putVar(out[t], g)
		}
	}
	return nil
}

// readRuns completes the edges that were verified.
func (e *Exchange) readRuns(in []reader) error {
	for i := range e.lead.edges {
		if x := &e.lead.edges[i]; e.isMeasured(x) {
			r := &in[e.shardOf(x.B)]
			x.Run, x.Cohesion = r.varint(), r.u8()
		}
		if err := e.pace.work(1); err != nil {
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

// finish takes the groups of this shard's documents.
func (e *Exchange) finish(in []reader, _ [][]byte) error {
	groups := make([]uint32, e.corpus.Len())
	for i := range groups {
		groups[i] = in[0].varint()
	}
	if err := in[0].end(); err != nil {
		return err
	}
	e.groups = groups
	e.part, e.lead = partState{}, leadState{}
	return nil
}
