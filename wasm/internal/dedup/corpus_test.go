package dedup

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"clippings/wasm/internal/corpustest"
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
	for i, terms := range corpustest.Terms(rng, n, alphabet, words) {
		d := testDoc{
			Info:  Info{Name: fmt.Sprintf("doc%04d", i), Date: int32(rng.Intn(10)), Fields: uint8(rng.Intn(3))},
			terms: terms, title: terms[:min(len(terms), 6)],
		}
		if rng.Intn(5) == 0 {
			d.Agency = "AP"
		}
		docs = append(docs, d)
	}
	return docs
}
