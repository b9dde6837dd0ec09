package cluster

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

// plainGroups forms groups as doc.go says, document by document, looking at all
// pairs: by document its representative and how it is related to it.
type plainGroups struct {
	ev        *Evidence
	settings  protocol.Settings
	decisions []protocol.Decision // that hold, each about documents that are there
	order     []int
	leader    []int
	relation  []protocol.Relation
	overlap   []Overlap
}

func (p *plainGroups) find(name string) int {
	return slices.IndexFunc(p.ev.Docs, func(d Doc) bool { return d.Name == name })
}

func (p *plainGroups) isAbout(x protocol.Decision, a, b int) bool {
	i, k := p.find(x.A), p.find(x.B)
	return i == a && k == b || i == b && k == a
}

// hold keeps the decisions that nothing after them overrules.
func (p *plainGroups) hold(decisions []protocol.Decision) {
	for i, x := range decisions {
		a, b := p.find(x.A), p.find(x.B)
		overruled := slices.ContainsFunc(decisions[i+1:], func(y protocol.Decision) bool {
			return y.Kind <= protocol.NotCopies && p.isAbout(y, a, b)
		})
		if x.Kind == protocol.Represents && a >= 0 || x.Kind <= protocol.NotCopies && a >= 0 && b >= 0 && a != b && !overruled {
			p.decisions = append(p.decisions, x)
		}
	}
}

// place is the less, the sooner a decision puts a document before others.
func (p *plainGroups) place(doc int) int {
	place := 0
	for i, x := range p.decisions {
		switch {
		case p.find(x.A) != doc:
		case x.Kind == protocol.Represents:
			place = -1 - i
		}
	}
	return place
}

func (p *plainGroups) compareRule(x, y int) int {
	a, b := &p.ev.Docs[x], &p.ev.Docs[y]
	outlet := func(d *Doc) int {
		i := slices.IndexFunc(p.settings.Preferred, func(name string) bool { return strings.EqualFold(name, d.Outlet) })
		if i < 0 {
			return len(p.settings.Preferred)
		}
		return i
	}
	byRule := 0
	switch p.settings.Keeper {
	case protocol.KeepEarliest:
		byRule = cmp.Compare(stamp(a), stamp(b))
	case protocol.KeepLongest:
		byRule = cmp.Compare(p.ev.Shingles[b.Text], p.ev.Shingles[a.Text])
	case protocol.KeepPreferred:
		byRule = cmp.Compare(outlet(a), outlet(b))
	}
	return cmp.Or(byRule, cmp.Compare(x, y))
}

// related is how x and y are related as copies; none if they are not.
func (p *plainGroups) related(x, y int) (protocol.Relation, Overlap) {
	a, b := p.ev.Docs[x].Text, p.ev.Docs[y].Text
	if a == b {
		n := p.ev.Shingles[a]
		return protocol.RelationExact, Overlap{Common: n, A: n, B: n, Cohesion: WholeCohesion}
	}
	for i := range p.ev.Edges {
		if e := &p.ev.Edges[i]; e.A == min(a, b) && e.B == max(a, b) {
			o := Overlap{Common: e.Common, A: p.ev.Shingles[a], B: p.ev.Shingles[b], Run: e.Run, Cohesion: e.Cohesion}
			if rel := Judge(o, &p.settings); rel.IsCopy() {
				return rel, o
			}
		}
	}
	return protocol.RelationNone, Overlap{}
}

// mayJoin reports whether no decision keeps doc from a group.
func (p *plainGroups) mayJoin(doc, leader int) bool {
	for other := range p.leader {
		if p.leader[other] != leader || other == doc {
			continue
		}
		for _, x := range p.decisions {
			if x.Kind == protocol.NotCopies && p.isAbout(x, doc, other) {
				return false
			}
		}
	}
	return true
}

func (p *plainGroups) put(doc, leader int) {
	p.leader[doc] = leader
	p.relation[doc], p.overlap[doc] = p.related(doc, leader)
}

func (p *plainGroups) form() {
	n := len(p.ev.Docs)
	p.leader, p.relation, p.overlap = make([]int, n), make([]protocol.Relation, n), make([]Overlap, n)
	for i := range n {
		p.leader[i] = -1
		p.order = append(p.order, i)
	}
	slices.SortFunc(p.order, func(x, y int) int {
		return cmp.Or(cmp.Compare(p.place(x), p.place(y)), p.compareRule(x, y))
	})
	p.formAnew(p.order)
	for _, x := range p.decisions {
		if a, b := p.find(x.A), p.find(x.B); x.Kind == protocol.NotCopies && p.leader[a] == p.leader[b] {
			p.takeOut(a, b)
		}
	}
	for _, x := range p.decisions {
		if x.Kind == protocol.AreCopies {
			p.join(p.find(x.A), p.find(x.B))
		}
	}
}

// formAnew lets documents choose among themselves, each of those before it.
func (p *plainGroups) formAnew(docs []int) {
	for _, doc := range docs {
		p.leader[doc] = -1
	}
	for i, doc := range docs {
		p.put(doc, p.choose(doc, func(leader int) bool { return slices.Contains(docs[:i], leader) }))
	}
}

func (p *plainGroups) choose(doc int, may func(leader int) bool) int {
	for _, x := range p.order {
		if x != doc && p.ev.Docs[x].Text == p.ev.Docs[doc].Text && p.leader[x] >= 0 && may(p.leader[x]) {
			return p.leader[x]
		}
	}
	best := doc
	var bestRelation protocol.Relation
	var bestOverlap Overlap
	for _, x := range p.order {
		rel, o := p.related(doc, x)
		if x == doc || rel == protocol.RelationNone || p.leader[x] != x || !may(x) {
			continue
		}
		closer := cmp.Or(cmp.Compare(rel, bestRelation), cmp.Compare(bestOverlap.Jaccard(), o.Jaccard()),
			cmp.Compare(bestOverlap.Containment(), o.Containment()))
		if best == doc || closer < 0 {
			best, bestRelation, bestOverlap = x, rel, o
		}
	}
	return best
}

func (p *plainGroups) takeOut(a, b int) {
	if p.leader[a] == a {
		var rest []int
		for _, doc := range p.order {
			if doc != a && p.leader[doc] == a {
				rest = append(rest, doc)
			}
		}
		p.formAnew(rest)
		left := 0
		for _, doc := range rest {
			if p.leader[doc] != p.leader[b] {
				p.put(doc, a)
				left++
			}
		}
		if left > 0 {
			return
		}
	}
	p.put(a, a)
	p.put(a, p.choose(a, func(leader int) bool { return leader != a && p.mayJoin(a, leader) }))
}

func (p *plainGroups) join(a, b int) {
	if slices.Index(p.order, p.leader[b]) < slices.Index(p.order, p.leader[a]) {
		a, b = b, a
	}
	into, from := p.leader[a], p.leader[b]
	if into == from || !p.mayJoin(b, into) {
		return
	}
	p.put(b, into)
	var behind []int
	for _, doc := range p.order {
		switch {
		case p.leader[doc] != from || doc == b:
		case p.mayJoin(doc, into):
			p.put(doc, into)
		default:
			behind = append(behind, doc)
		}
	}
	p.formAnew(behind)
}

// lines tells of every document whom it stands by.
func (p *plainGroups) lines() []string {
	var lines []string
	for doc, leader := range p.leader {
		d := &p.ev.Docs[doc]
		switch {
		case doc == leader:
			lines = append(lines, d.Name+" leads")
		default:
			o := p.overlap[doc]
			lines = append(lines, fmt.Sprint(d.Name, " by ", p.ev.Docs[leader].Name, " ", p.relation[doc], o.Jaccard(), o.AInB(), o.BInA(), o.Run))
		}
	}
	slices.Sort(lines)
	return lines
}

// groupLines is the same of what Cluster found.
func groupLines(ev *Evidence, c *Clustering) []string {
	names := ev.names()
	var lines []string
	for i := range ev.Docs {
		if c.GroupOf[i] == 0 {
			lines = append(lines, ev.Docs[i].Name+" leads")
		}
	}
	for _, g := range c.Groups {
		lines = append(lines, names[g.Representative]+" leads")
		for _, m := range g.Members {
			lines = append(lines, fmt.Sprint(names[m.A], " by ", names[m.B], " ", m.Relation, m.Jaccard, m.AInB, m.BInA, m.Run))
		}
	}
	slices.Sort(lines)
	return lines
}

func TestStarsAreThePlainOnes(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	byHand, apart := 0, 0
	for i := range 6000 {
		ev, s := randomEvidence(r), randomSettings(r)
		var decisions []protocol.Decision
		if i%3 > 0 {
			decisions = randomDecisions(r, ev, onCopies...)
		}
		plain := &plainGroups{ev: ev, settings: s}
		plain.hold(decisions)
		plain.form()
		c := cluster1(t, ev, s, decisions...)
		if got, want := groupLines(ev, c), plain.lines(); !slices.Equal(got, want) {
			t.Fatalf("case %d, %+v\ndecisions %v\ndocs %+v\nshingles %v\nedges %+v\ngot  %q\nwant %q",
				i, s, decisions, ev.Docs, ev.Shingles, ev.Edges, got, want)
		}
		for _, g := range c.Groups {
			for _, m := range g.Members {
				byHand += b2i(m.ByHand)
			}
		}
		apart += len(plain.decisions)
	}
	if byHand < 300 || apart < 3000 {
		t.Errorf("too tame: %d members by hand, %d decisions", byHand, apart)
	}
}

// TestSettingsOutOfRange: whatever number a threshold is, groups are those that
// judging every edge makes.
func TestSettingsOutOfRange(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	odd := []float64{math.NaN(), math.Inf(1), math.Inf(-1), -1, 0, 1, 2, 0.5}
	for i := range 1000 {
		ev, s := randomEvidence(r), randomSettings(r)
		s.Jaccard, s.Containment = odd[r.IntN(len(odd))], odd[r.IntN(len(odd))]
		plain := &plainGroups{ev: ev, settings: s}
		plain.form()
		if got, want := groupLines(ev, cluster1(t, ev, s)), plain.lines(); !slices.Equal(got, want) {
			t.Fatalf("case %d, %+v\ngot  %q\nwant %q", i, s, got, want)
		}
	}
}
