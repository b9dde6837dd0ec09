package dedup

import (
	"cmp"
	"math"
	"slices"

	"clippings/wasm/protocol"
)

// leadGroups is the stars of copies, over texts.
type leadGroups struct {
	leader []uint32 // by text: the text that represents it, itself if none
	edge   []int32  // by text: the edge to its leader, -1 if it leads
}

// group judges the verified pairs, forms the groups of copies, and asks for the
// vectors of the texts that represent themselves.
func (e *Exchange) group(in []reader, out [][]byte) error {
	if !e.leads() {
		return nil
	}
	if err := e.readRuns(in); err != nil {
		return err
	}
	if err := e.formStars(); err != nil {
		return err
	}
	e.result = e.newResult()
	e.writeLeaders(out)
	return nil
}

// readRuns judges every edge and drops those that come to nothing.
func (e *Exchange) readRuns(in []reader) error {
	l := &e.lead
	kept := l.edges[:0]
	for _, x := range l.edges {
		x.Cohesion = wholeCohesion
		if e.p.needsRun(x.Overlap) {
			r := &in[e.shardOf(x.b)]
			if x.Run = r.varint(); e.p.needsCohesion(x.Overlap) {
				x.Cohesion = r.u8()
			}
		}
		x.relation = e.p.judge(x.Overlap)
		if x.relation != protocol.RelationNone {
			kept = append(kept, x)
		}
		if err := e.pace.work(1); err != nil {
			return err
		}
	}
	l.edges = kept
	for s := range in {
		if err := in[s].end(); err != nil {
			return err
		}
	}
	return nil
}

// formStars lets each text, in canonical order, join the closest of the leaders
// before it with which it has a verified edge; without one it leads.
func (e *Exchange) formStars() error {
	l := &e.lead
	texts := len(l.byText)
	earlier, err := e.fill(texts, func(put func(key, val uint32)) {
		for i, x := range l.edges {
			if x.relation.IsCopy() {
				put(x.b, uint32(i))
			}
		}
	})
	if err != nil {
		return err
	}
	g := leadGroups{leader: make([]uint32, texts), edge: make([]int32, texts)}
	for t := range uint32(texts) {
		g.leader[t], g.edge[t] = t, -1
		for _, i := range earlier.of(t) {
			x := &l.edges[i]
			if g.leader[x.a] != x.a {
				continue
			}
			if g.edge[t] < 0 || compareCloseness(x, &l.edges[g.edge[t]]) < 0 {
				g.leader[t], g.edge[t] = x.a, int32(i)
			}
		}
	}
	l.groups = g
	return nil
}

// compareCloseness puts the closer of two pairs first.
func compareCloseness(x, y *leadEdge) int {
	return cmp.Or(
		cmp.Compare(x.relation, y.relation),
		cmp.Compare(y.Jaccard(), x.Jaccard()),
		cmp.Compare(y.Containment(), x.Containment()),
		cmp.Compare(x.a, y.a),
	)
}

// newResult writes out edges and groups by document.
func (e *Exchange) newResult() *Result {
	l := &e.lead
	r := &Result{Docs: make([]protocol.DocID, len(l.docs)), Days: make([]int32, len(l.docs))}
	members := make([][]int32, len(l.byText)) // by leading text
	for i, d := range l.docs {
		r.Docs[i], r.Days[i] = d.ID, d.Date
		top := l.groups.leader[d.text]
		members[top] = append(members[top], int32(i))
	}
	r.Edges = e.docEdges()
	for _, m := range members {
		if len(m) > 1 {
			r.Groups = append(r.Groups, e.newGroup(uint32(len(r.Groups)+1), m))
		}
	}
	return r
}

func (e *Exchange) docEdges() []Edge {
	l := &e.lead
	type placed struct {
		a, b int32
		Edge
	}
	all := make([]placed, 0, len(l.edges)+len(l.docs)-len(l.byText))
	add := func(a, b int32, o Overlap, rel protocol.Relation) {
		all = append(all, placed{a, b, Edge{A: l.docs[a].ID, B: l.docs[b].ID, Overlap: o, Relation: rel}})
	}
	for _, x := range l.edges {
		add(l.byText[x.a], l.byText[x.b], x.Overlap, x.relation)
	}
	for i, d := range l.docs {
		if !d.first {
			add(l.byText[d.text], int32(i), sameText(d.shingles), protocol.RelationExact)
		}
	}
	slices.SortFunc(all, func(x, y placed) int {
		return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	edges := make([]Edge, len(all))
	for i := range all {
		edges[i] = all[i].Edge
	}
	return edges
}

func sameText(shingles uint32) Overlap {
	return Overlap{Inter: shingles, A: shingles, B: shingles}
}

// newGroup makes a group of documents in canonical order; the first represents.
func (e *Exchange) newGroup(id uint32, docs []int32) Group {
	l := &e.lead
	g := Group{ID: id, Representative: l.docs[docs[0]].ID, Why: e.why(docs[0], docs[1])}
	for _, i := range docs[1:] {
		o, rel := e.toLeader(i)
		g.Members = append(g.Members, Member{Doc: l.docs[i].ID, Overlap: o, Relation: rel})
	}
	return g
}

// toLeader is how a document is related to the one that represents it.
func (e *Exchange) toLeader(doc int32) (Overlap, protocol.Relation) {
	l := &e.lead
	d := &l.docs[doc]
	if i := l.groups.edge[d.text]; i >= 0 {
		return l.edges[i].Overlap, l.edges[i].relation
	}
	if d.first {
		return Overlap{}, protocol.RelationNone
	}
	return sameText(d.shingles), protocol.RelationExact
}

// why says in words what put the representative before the next in order.
func (e *Exchange) why(first, next int32) string {
	a, b := &e.lead.docs[first], &e.lead.docs[next]
	why := "first by name"
	switch {
	case a.Agency != "" && b.Agency == "":
		return "credited to " + a.Agency
	case a.shingles != b.shingles:
		why = "longest text"
	case a.Fields != b.Fields:
		why = "most metadata"
	}
	if a.Agency != "" {
		return "credited to " + a.Agency + ", " + why
	}
	return why
}

// assignedSize is the bytes of one assignment in a message: group u32, story
// u32, representative u64, relation u8, score f64.
const assignedSize = 4 + 4 + 8 + 1 + 8

// writeAssignments tells each shard about its documents, in its own order.
func (e *Exchange) writeAssignments(out [][]byte) {
	l := &e.lead
	groups := make(map[protocol.DocID]uint32, len(e.result.Groups))
	for _, g := range e.result.Groups {
		groups[g.Representative] = g.ID
	}
	stories := make(map[protocol.DocID]uint32)
	for _, s := range e.result.Stories {
		for _, id := range s.Members {
			stories[id] = s.ID
		}
	}
	counts := make([]int, e.n)
	for _, d := range l.docs {
		counts[d.shard]++
	}
	for t := range out {
		out[t] = make([]byte, assignedSize*counts[t])
	}
	for i, d := range l.docs {
		rep := l.docs[l.byText[l.groups.leader[d.text]]].ID
		o, rel := e.toLeader(int32(i))
		b := out[d.shard][assignedSize*int(d.doc):][:0]
		b = putU32(putU32(b, groups[rep]), stories[d.ID])
		b = append(putU64(b, uint64(rep)), byte(rel))
		putU64(b, math.Float64bits(o.Containment()))
	}
}

// finish takes the assignments of this shard's documents.
func (e *Exchange) finish(in []reader, _ [][]byte) error {
	r := &in[0]
	if len(r.b) != assignedSize*e.corpus.Len() {
		return ErrCorrupt
	}
	all := make([]Assignment, e.corpus.Len())
	for i := range all {
		all[i] = Assignment{
			Doc:            e.corpus.Info(i).ID,
			Group:          r.u32(),
			Story:          r.u32(),
			Representative: protocol.DocID(r.u64()),
			Relation:       protocol.Relation(r.u8()),
			Score:          math.Float64frombits(r.u64()),
		}
	}
	e.assignments = all
	e.shard, e.part, e.lead = shardState{}, partState{}, leadState{}
	return nil
}
