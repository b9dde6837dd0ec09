package dedup

import (
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"testing"

	"clippings/wasm/protocol"
)

// testDoc is a document made for a test.
type testDoc struct {
	Info
	terms, title []uint64
}

// testCorpus is a shard of such documents.
type testCorpus []testDoc

func (c testCorpus) Len() int        { return len(c) }
func (c testCorpus) Info(i int) Info { return c[i].Info }
func (c testCorpus) Terms(i int, dst []uint64) []uint64 {
	return append(dst, c[i].terms...)
}
func (c testCorpus) TitleTerms(i int, dst []uint64) []uint64 {
	return append(dst, c[i].title...)
}

func noYield() error { return nil }

// exchange runs all shards to the end and returns the lead's result and every
// document's assignment.
func exchange(t testing.TB, shards []testCorpus, p Params) (*Result, map[protocol.DocID]Assignment) {
	t.Helper()
	n := len(shards)
	all := make([]*Exchange, n)
	for s := range all {
		all[s] = NewExchange(shards[s], s, n, p)
	}
	inbox := make([][][]byte, n)
	for step := 0; ; step++ {
		next := make([][][]byte, n)
		for s := range next {
			next[s] = make([][]byte, n)
		}
		finished := 0
		for s, e := range all {
			out, done, err := e.Step(inbox[s], noYield)
			if err != nil {
				t.Fatalf("step %d: %v", step, err)
			}
			if done {
				finished++
			}
			for to, b := range out {
				next[to][s] = b
			}
		}
		inbox = next
		if finished == n {
			break
		}
		if finished > 0 || step > 100 {
			t.Fatalf("step %d: %d of %d shards are done", step, finished, n)
		}
	}
	assigned := map[protocol.DocID]Assignment{}
	for _, e := range all {
		for _, a := range e.Assignments() {
			assigned[a.Doc] = a
		}
	}
	return all[0].Result(), assigned
}

// deal spreads documents over n shards in an order of its own, numbering them
// anew, as a person does who drops the same files twice.
func deal(docs []testDoc, n int, rng *rand.Rand) []testCorpus {
	docs = slices.Clone(docs)
	rng.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
	shards := make([]testCorpus, n)
	for i, d := range docs {
		d.ID = protocol.NewDocID(uint32(i), 0)
		s := rng.Intn(n)
		shards[s] = append(shards[s], d)
	}
	return shards
}

// named is a result with names in place of DocIDs, so that it can be compared.
type named struct {
	Docs    []string
	Edges   []string
	Groups  []string
	Stories []string
}

func byName(shards []testCorpus, r *Result) named {
	names := map[protocol.DocID]string{}
	for _, s := range shards {
		for _, d := range s {
			names[d.ID] = d.Name
		}
	}
	var n named
	for _, d := range r.Docs {
		n.Docs = append(n.Docs, names[d])
	}
	for _, x := range r.Edges {
		n.Edges = append(n.Edges, fmt.Sprint(names[x.A], names[x.B], plain(x.Overlap), x.Relation))
	}
	for _, g := range r.Groups {
		s := fmt.Sprint(g.ID, names[g.Representative], g.Why)
		for _, m := range g.Members {
			s += fmt.Sprint(" | ", names[m.Doc], m.Overlap, m.Relation)
		}
		n.Groups = append(n.Groups, s)
	}
	for _, x := range r.Stories {
		s := fmt.Sprint(x.ID)
		for _, m := range x.Members {
			s += " " + names[m]
		}
		n.Stories = append(n.Stories, s)
	}
	return n
}

// randomDocs makes documents over a small alphabet that share stretches.
func randomDocs(rng *rand.Rand, n, alphabet, words int) []testDoc {
	var docs []testDoc
	for i := range n {
		d := testDoc{Info: Info{Name: fmt.Sprintf("doc%04d", i), Date: int32(rng.Intn(10)), Fields: uint8(rng.Intn(3))}}
		if rng.Intn(5) == 0 {
			d.Agency = "AP"
		}
		for len(d.terms) < words && rng.Intn(40) > 0 {
			if len(docs) > 0 && rng.Intn(3) > 0 {
				from := docs[rng.Intn(len(docs))].terms
				if len(from) > 0 {
					at := rng.Intn(len(from))
					d.terms = append(d.terms, from[at:min(len(from), at+5+rng.Intn(60))]...)
				}
				continue
			}
			for range 1 + rng.Intn(20) {
				d.terms = append(d.terms, mix(uint64(rng.Intn(alphabet)+1)))
			}
		}
		d.title = d.terms[:min(len(d.terms), 6)]
		docs = append(docs, d)
	}
	return docs
}

// TestAllPairs compares the edges with those of comparing everything with
// everything.
func TestAllPairs(t *testing.T) {
	for _, c := range []struct{ docs, alphabet, words, heavy int }{
		{30, 4, 40, 200},
		{60, 30, 120, 200},
		{60, 3000, 300, 200},
		{17, 30, 200, 3}, // lists are heavy, but no longer than HeavyPeers and one
		{17, 1000, 200, 2},
	} {
		for seed := range int64(8) {
			rng := rand.New(rand.NewSource(seed))
			docs := randomDocs(rng, c.docs, c.alphabet, c.words)
			p := DefaultParams()
			p.HeavyDF = c.heavy
			p.Cohesion = 0
			shards := deal(docs, 1+rng.Intn(5), rng)
			r, _ := exchange(t, shards, p)
			got := byName(shards, r).Edges
			slices.Sort(got)
			if want := plainEdges(docs, p); !slices.Equal(got, want) {
				t.Fatalf("%+v, seed %d: edges\n%v\nwant\n%v", c, seed, got, want)
			}
		}
	}
}

// plainEdges compares everything with everything.
func plainEdges(docs []testDoc, p Params) []string {
	var ds []leadDoc
	sets := map[string][]uint64{}
	terms := map[string][]uint64{}
	for _, d := range docs {
		sets[d.Name] = Shingles(nil, d.terms)
		terms[d.Name] = d.terms
		ds = append(ds, leadDoc{Info: d.Info, shingles: uint32(len(sets[d.Name]))})
	}
	slices.SortFunc(ds, compareCanonical)
	folded := map[string]bool{}
	var edges []string
	for i, a := range ds {
		for _, b := range ds[i+1:] {
			if folded[a.Name] || folded[b.Name] || len(terms[a.Name]) == 0 {
				continue
			}
			o := Overlap{A: a.shingles, B: b.shingles}
			for _, h := range sets[a.Name] {
				if _, found := slices.BinarySearch(sets[b.Name], h); found {
					o.Inter++
				}
			}
			if slices.Equal(terms[a.Name], terms[b.Name]) {
				folded[b.Name] = true
				edges = append(edges, fmt.Sprint(a.Name, b.Name, o, protocol.RelationExact))
				continue
			}
			if o.Inter < p.kept(o.Smaller()) {
				continue
			}
			if p.needsRun(o) {
				o.Run = uint32(plainRun(terms[a.Name], terms[b.Name]))
			}
			if rel := p.Judge(o); rel != protocol.RelationNone {
				edges = append(edges, fmt.Sprint(a.Name, b.Name, o, rel))
			}
		}
	}
	slices.Sort(edges)
	return edges
}

// plain is an overlap without what needs term weights.
func plain(o Overlap) Overlap { o.Cohesion = 0; return o }

// plainRun is the longest common run by the quadratic table.
func plainRun(a, b []uint64) int {
	best := 0
	row := make([]int, len(b)+1)
	for i := range a {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				row[j+1] = row[j] + 1
				best = max(best, row[j+1])
			} else {
				row[j+1] = 0
			}
		}
	}
	return best
}

// TestShardsAndOrder holds that the result depends neither on the number of
// shards nor on the order of arrival.
func TestShardsAndOrder(t *testing.T) {
	for seed := range int64(6) {
		rng := rand.New(rand.NewSource(seed))
		docs := randomDocs(rng, 80, 500, 250)
		p := DefaultParams()
		p.HeavyDF, p.HeavyPeers = 2+rng.Intn(30), 1+rng.Intn(4)
		var want named
		for i, n := range []int{1, 2, 3, 5, 1} {
			shards := deal(docs, n, rng)
			r, assigned := exchange(t, shards, p)
			got := byName(shards, r)
			if i == 0 {
				want = got
			}
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d, %d shards:\n%v\none shard:\n%v", seed, n, got, want)
			}
			checkAssignments(t, r, assigned)
			checkStars(t, r)
		}
	}
}

// checkAssignments holds that shards and lead say the same.
func checkAssignments(t *testing.T, r *Result, assigned map[protocol.DocID]Assignment) {
	t.Helper()
	if len(assigned) != len(r.Docs) {
		t.Fatalf("%d documents assigned, want %d", len(assigned), len(r.Docs))
	}
	for _, g := range r.Groups {
		if a := assigned[g.Representative]; a.Group != g.ID || a.Representative != g.Representative || a.Relation != protocol.RelationNone {
			t.Errorf("representative of group %d has assignment %+v", g.ID, a)
		}
		for _, m := range g.Members {
			a := assigned[m.Doc]
			if a.Group != g.ID || a.Representative != g.Representative || a.Relation != m.Relation || a.Score != m.Containment() {
				t.Errorf("member %+v of group %d has assignment %+v", m, g.ID, a)
			}
			delete(assigned, m.Doc)
		}
		delete(assigned, g.Representative)
	}
	for _, a := range assigned {
		if a.Group != 0 || a.Representative != a.Doc {
			t.Errorf("a document in no group has assignment %+v", a)
		}
	}
}

// checkStars holds that every member has an edge of copies to its
// representative, or equals one that has.
func checkStars(t *testing.T, r *Result) {
	t.Helper()
	type pair struct{ a, b protocol.DocID }
	edges := map[pair]Edge{}
	same := map[protocol.DocID]protocol.DocID{}
	for _, x := range r.Edges {
		edges[pair{x.A, x.B}] = x
		if x.Relation == protocol.RelationExact {
			same[x.B] = x.A
		}
	}
	for _, g := range r.Groups {
		for _, m := range g.Members {
			doc := m.Doc
			if first, ok := same[doc]; ok && first != g.Representative {
				doc = first
			}
			x, ok := edges[pair{g.Representative, doc}]
			if !ok || !x.Relation.IsCopy() || x.Overlap != m.Overlap || x.Relation != m.Relation {
				t.Errorf("group %d: member %+v has edge %+v", g.ID, m, x)
			}
		}
	}
}
