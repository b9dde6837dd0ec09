package search

import (
	"cmp"
	"slices"

	"clippings/wasm/internal/index"
	"clippings/wasm/internal/query"
	"clippings/wasm/protocol"
)

// plainQuery is a query with its plan.
type plainQuery struct {
	b      *brute
	root   *plainNode
	leaves []*plainLeaf // that score
	plan   protocol.Stats
}

func (b *brute) query(tree *query.Node) *plainQuery {
	var p plainReader
	q := &plainQuery{b: b, root: p.read(tree)}
	q.plan = b.plan(p.atoms)
	for _, l := range p.leaves {
		if !l.excluded {
			q.leaves = append(q.leaves, l)
		}
	}
	return q
}

func (n *plainNode) matches(d *testDoc) bool {
	switch n.kind {
	case query.And:
		return !slices.ContainsFunc(n.children, func(c *plainNode) bool { return !c.matches(d) })
	case query.Or:
		return slices.ContainsFunc(n.children, func(c *plainNode) bool { return c.matches(d) })
	case query.Not:
		return !n.children[0].matches(d)
	case query.Filter:
		return n.filter.Text == d.outlet
	}
	return len(n.leaf.places(d)) > 0
}

// counted is the leaves that score in a document: in an OR of the parts that match.
func (n *plainNode) counted(d *testDoc) (out []*plainLeaf) {
	if n.kind == query.Word && !n.leaf.excluded && len(n.leaf.places(d)) > 0 {
		return []*plainLeaf{n.leaf}
	}
	for _, c := range n.children {
		if n.kind != query.Or || c.matches(d) {
			out = append(out, c.counted(d)...)
		}
	}
	return out
}

// titled is whether the title alone matches; ok is false where nothing is asked of
// it.
func (n *plainNode) titled(d *testDoc) (is, ok bool) {
	switch n.kind {
	case query.Word:
		is = slices.ContainsFunc(n.leaf.places(d), func(p plainPlace) bool { return p.field == index.Title })
		return is, !n.leaf.excluded
	case query.And, query.Or:
		is = n.kind == query.And
		for _, c := range n.children {
			if in, asked := c.titled(d); asked {
				ok = true
				if n.kind == query.And {
					is = is && in
				} else {
					is = is || in && c.matches(d)
				}
			}
		}
	}
	return is && ok, ok
}

// score is what a leaf adds, and the beginning of a word as a word of its own.
func (q *plainQuery) score(d *testDoc, l *plainLeaf) (score, own float64) {
	w := weigherOf(&q.plan)
	idf, weight := 0.0, uint32(0)
	for _, it := range l.items {
		least := 1e9
		for _, r := range it {
			sum := 0.0
			for _, a := range r.atoms {
				sum += idfOf(&q.plan, q.documents(a))
			}
			least = min(least, sum)
		}
		idf += least
	}
	for _, p := range l.places(d) {
		weight += p.field.Weight() * p.scale
	}
	score = w.score(idf, weight, d.length)
	if a := l.items[0][0].atoms[0]; !l.near && len(l.items[0][0].atoms) == 1 && a.begins && (l.field == "" || a.aside) {
		exact := uint32(0)
		for _, v := range d.words {
			if (v.field == index.Furniture) == a.aside && slices.Contains(v.forms, a.whole) {
				exact += 4 * v.field.Weight()
			}
		}
		if exact > 0 {
			own = w.score(idfOf(&q.plan, q.plan.Words[a.number].Documents), exact, d.length)
		}
	}
	return score, own
}

func (q *plainQuery) documents(a *plainAtom) uint64 {
	w := &q.plan.Words[a.number]
	n := w.Documents
	if a.many {
		n = w.Postings
	}
	for _, e := range w.Expansions {
		n = max(n, e.Documents)
	}
	return n
}

// standing is that of a document that matches, without its gap.
func (q *plainQuery) standing(d *testDoc, m protocol.Match) protocol.Standing {
	s := protocol.Standing{Gap: protocol.NoGap, Field: 1}
	counted := q.root.counted(d)
	for _, l := range q.leaves {
		if !slices.Contains(counted, l) {
			continue
		}
		score, own := q.score(d, l)
		s.Score += score
		s.Score += own
		least := uint8(9)
		for _, p := range l.places(d) {
			least = min(least, p.edits)
		}
		s.Typos += least / 2
		s.Forms += least % 2
	}
	if m == protocol.MatchSome {
		s.Missing = uint8(len(q.leaves) - len(counted))
	}
	if in, _ := q.root.titled(d); in {
		s.Field = 0
	}
	if m == protocol.MatchAny {
		s = protocol.Standing{Gap: protocol.NoGap, Score: s.Score}
	}
	return s
}

// conjuncts is the leaves of each part that must match.
func (n *plainNode) conjuncts() (out [][]*plainLeaf) {
	if n.kind == query.And {
		for _, c := range n.children {
			out = append(out, c.conjuncts()...)
		}
		return out
	}
	if l := n.leavesBelow(); len(l) > 0 {
		return [][]*plainLeaf{l}
	}
	return nil
}

func (n *plainNode) leavesBelow() (out []*plainLeaf) {
	if n.kind == query.Word && !n.leaf.excluded {
		if r := n.leaf.items[0][0]; !n.leaf.near && n.leaf.text == nil && len(r.atoms) == 1 && r.atoms[0].vague {
			return nil
		}
		return []*plainLeaf{n.leaf}
	}
	for _, c := range n.children {
		out = append(out, c.leavesBelow()...)
	}
	return out
}

// window is the fewest other words in a stretch that holds all parts.
func (q *plainQuery) window(d *testDoc) (words uint32, several bool) {
	parts := q.root.conjuncts()
	var all [][]plainPlace
	for _, leaves := range parts {
		var places []plainPlace
		for _, l := range leaves {
			places = append(places, l.places(d)...)
		}
		all = append(all, places)
	}
	best := ^uint32(0)
	for from := range uint32(200) {
		starts, end, sum := false, uint32(0), uint32(0)
		for _, places := range all {
			var first plainPlace
			for _, p := range places {
				starts = starts || p.at == from
				e, f := p.at+p.words, first.at+first.words
				if p.at >= from && (first.words == 0 || e < f || e == f && p.words > first.words) {
					first = p
				}
			}
			if first.words == 0 {
				starts = false
				break
			}
			end, sum = max(end, first.at+first.words), sum+first.words
		}
		if starts {
			best = min(best, max(end-from, sum)-sum)
		}
	}
	return best, len(parts) > 1
}

// top is what Top should answer; Doc is the number in b.docs.
func (q *plainQuery) top(o Options) Result {
	var r Result
	if q.root == nil {
		return r
	}
	var hits []Hit
	counts := map[uint32]uint32{}
	for i := range q.b.docs {
		d := &q.b.docs[i]
		if !q.root.matches(d) {
			continue
		}
		r.Documents++
		h := Hit{Doc: uint32(i), Name: d.name, Standing: q.standing(d, o.Match)}
		if o.Group != nil {
			h.Group = o.Group(h.Doc)
		}
		if o.Key != nil {
			h.Key = o.Key(h.Doc)
		}
		counts[h.Group]++
		hits = append(hits, h)
		if o.Tally {
			r.Occurrences += q.occurrences(d)
		}
	}
	slices.SortFunc(hits, compareHits)
	seen := map[uint32]bool{}
	for _, h := range hits {
		if h.Group != 0 && seen[h.Group] {
			continue
		}
		seen[h.Group] = true
		if len(r.Hits) < o.K {
			if w, several := q.window(&q.b.docs[h.Doc]); several && o.Key == nil && o.Match != protocol.MatchAny {
				h.Gap = protocol.GapOf(w)
			}
			r.Hits = append(r.Hits, h)
		}
	}
	slices.SortFunc(r.Hits, compareHits)
	r.Singles = uint64(counts[0])
	for g := uint32(1); g < 10; g++ {
		if counts[g] > 0 {
			r.Groups = append(r.Groups, GroupCount{g, counts[g]})
		}
	}
	return r
}

// occurrences counts the different places of all parts.
func (q *plainQuery) occurrences(d *testDoc) uint64 {
	n := 0
	for _, l := range q.leaves {
		places := l.places(d)
		slices.SortFunc(places, func(a, b plainPlace) int { return int(a.at) - int(b.at) })
		n += len(slices.CompactFunc(places, func(a, b plainPlace) bool { return a.at == b.at }))
	}
	return uint64(n)
}

// compareHits orders hits as protocol.TopHit.Compare does.
func compareHits(a, b Hit) int {
	x := protocol.TopHit{Key: a.Key, Standing: a.Standing, Name: a.Name}
	y := protocol.TopHit{Key: b.Key, Standing: b.Standing, Name: b.Name}
	return cmp.Or(x.Compare(&y), cmp.Compare(a.Doc, b.Doc))
}
