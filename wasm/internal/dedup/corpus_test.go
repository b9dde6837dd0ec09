package dedup

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"clippings/wasm/internal/cluster"
	"clippings/wasm/internal/corpustest"
	"clippings/wasm/protocol"
)

// testDoc is a document made for a test.
type testDoc struct {
	cluster.Doc
	terms, title []uint64
}

// testCorpus is a shard of such documents.
type testCorpus []testDoc

func (c testCorpus) Len() int               { return len(c) }
func (c testCorpus) Info(i int) cluster.Doc { return c[i].Doc }
func (c testCorpus) Terms(i int) []uint64   { return c[i].terms }
func (c testCorpus) TitleTerms(i int, dst []uint64) []uint64 {
	return append(dst, c[i].title...)
}

func noYield() error   { return nil }
func noWork(int) error { return nil }

// result is what an exchange found, grouped by the settings to start with.
type result struct {
	*cluster.Evidence
	*cluster.Clustering
	groups map[protocol.DocID]uint32 // as the shards know them
}

// exchange runs all shards to the end.
func exchange(t testing.TB, shards []testCorpus, p Params) *result {
	t.Helper()
	r, _ := exchangeAfter(t, shards, p, nil)
	return r
}

// exchangeAfter is exchange with a past; it hands the lead out too.
func exchangeAfter(t testing.TB, shards []testCorpus, p Params, past *Past) (*result, *Exchange) {
	t.Helper()
	all := make([]*Exchange, len(shards))
	for s := range all {
		all[s] = NewExchange(shards[s], s, len(shards), p)
	}
	all[0].After(past)
	run(t, all)
	r := &result{groups: map[protocol.DocID]uint32{}}
	for s, e := range all {
		for i, g := range e.Groups() {
			r.groups[shards[s][i].ID] = g
		}
		e.Mark()
	}
	run(t, all)
	r.Evidence = all[0].Evidence()
	var err error
	if r.Clustering, err = r.Cluster(protocol.DefaultSettings(), nil, noWork); err != nil {
		t.Fatal(err)
	}
	return r, all[0]
}

// run carries messages until all are done.
func run(t testing.TB, all []*Exchange) {
	t.Helper()
	n := len(all)
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
			return
		}
		if finished > 0 || step > 1000 {
			t.Fatalf("step %d: %d of %d shards are done", step, finished, n)
		}
	}
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

// named is a result with names in place of numbers, so that it can be compared.
type named struct {
	Docs    []string
	Edges   []string
	Groups  []string
	Stories []string
}

func (r *result) byName() named {
	names := map[protocol.DocID]string{}
	var n named
	for _, d := range r.Docs {
		names[d.ID] = d.Name
		n.Docs = append(n.Docs, d.Name)
	}
	n.Edges = r.edgeNames()
	for _, g := range r.Groups {
		s := fmt.Sprint(names[g.Representative], g.Why)
		for _, m := range g.Members {
			s += fmt.Sprint(" | ", names[m.A], m.Relation, m.Jaccard, m.AInB, m.BInA, m.Run, m.Uncredited)
		}
		for _, o := range g.Origin {
			s += fmt.Sprint(" < ", o.Sign, names[o.Doc])
		}
		n.Groups = append(n.Groups, s)
	}
	for _, x := range r.Stories {
		s := fmt.Sprint(x.Day, x.Fits)
		for _, id := range x.DocIDs() {
			s += " " + names[id]
		}
		n.Stories = append(n.Stories, s)
	}
	return n
}

// edgeNames is all edges by the names of the first documents of their texts, the
// lesser first.
func (r *result) edgeNames() []string {
	first := r.firstNames()
	var edges []string
	for _, x := range r.Edges {
		a, b := first[x.A], first[x.B]
		edges = append(edges, edgeName(a, b, x.Common, x.Run))
	}
	slices.Sort(edges)
	return edges
}

func edgeName(a, b string, common, run uint32) string {
	return fmt.Sprint(min(a, b), " ", max(a, b), " ", common, " ", run)
}

// firstNames is the name of the first document of each text.
func (r *result) firstNames() []string {
	first := make([]string, len(r.Shingles))
	for i := len(r.Docs) - 1; i >= 0; i-- {
		first[r.Docs[i].Text] = r.Docs[i].Name
	}
	return first
}

// randomDocs makes documents over a small alphabet that share stretches.
func randomDocs(rng *rand.Rand, n, alphabet, words int) []testDoc {
	var docs []testDoc
	for i, terms := range corpustest.Terms(rng, n, alphabet, words) {
		d := testDoc{
			Doc:   cluster.Doc{Name: fmt.Sprintf("doc%04d", i), Day: int32(rng.Intn(10)), Minute: cluster.NoMinute, Fields: uint8(rng.Intn(3))},
			terms: terms, title: terms[:min(len(terms), 6)],
		}
		if rng.Intn(5) == 0 {
			d.Agency = "AP"
		}
		docs = append(docs, d)
	}
	return docs
}
