package dedup

import (
	"clippings/wasm/internal/cluster"
	"clippings/wasm/internal/corpustest"
	"clippings/wasm/protocol"
	"errors"
	"fmt"
	"math/rand"
	"runtime"
	"slices"
	"testing"
	"time"
)

// TestFamilies holds that very many equal or nearly equal documents, and text
// that all documents share, neither blow up nor fall apart.
func TestFamilies(t *testing.T) {
	n := 10_000
	if runtime.GOARCH == "wasm" {
		n = 3_000 // the same lists are heavy; only the time differs
	}
	text := corpustest.Sequence(0, 300)
	for _, c := range []struct {
		name   string
		terms  func(i int) []uint64
		groups int
		edges  int // at most
	}{
		{"equal", func(int) []uint64 { return text }, 1, n},
		{"nearly equal", func(i int) []uint64 {
			return slices.Concat(text[:i%250], corpustest.Sequence(1000+3*i, 3), text[i%250+3:])
		}, 1, 40 * n},
		{"boilerplate", func(i int) []uint64 {
			return slices.Concat(corpustest.Sequence(1_000_000+300*i, 200), text[:60])
		}, 0, 40 * n},
		{"very short", func(i int) []uint64 {
			return slices.Concat(text[:4+i%7], corpustest.Sequence(i%1000, 1+i%3))
		}, -1, 600 * n}, // nearly all share a tenth, as long as all can be paired
		{"all boilerplate but little", func(i int) []uint64 {
			return slices.Concat(corpustest.Sequence(1_000_000+300*i, 20), text[:100])
		}, 1, 40 * n},
	} {
		var corpus testCorpus
		for i := range n {
			corpus = append(corpus, testDoc{Doc: cluster.Doc{Name: fmt.Sprintf("%05d", i), Day: protocol.NoDay}, terms: c.terms(i)})
		}
		start := time.Now()
		shards := deal(corpus, 2, rand.New(rand.NewSource(1)))
		r := exchange(t, shards, DefaultParams())
		t.Logf("%s: %d groups, %d edges, %d stories, %v", c.name, len(r.Groups), len(r.Edges), len(r.Stories), time.Since(start))
		if c.groups >= 0 && len(r.Groups) != c.groups || len(r.Edges) > c.edges {
			t.Errorf("%s: %d groups, %d edges; want %d groups, at most %d edges", c.name, len(r.Groups), len(r.Edges), c.groups, c.edges)
		}
		if c.groups == 1 && len(r.Groups) == 1 && len(r.Groups[0].Members) != n-1 {
			t.Errorf("%s: %d members", c.name, len(r.Groups[0].Members))
		}
	}
}

// TestFamily holds that all pairs of some hundreds of nearly equal texts are
// found, amid others.
func TestFamily(t *testing.T) {
	const family, others = 300, 700
	text := corpustest.Sequence(0, 400)
	var docs []testDoc
	for i := range family + others {
		terms := corpustest.Sequence(1_000_000+300*i, 300)
		if i < family {
			terms = slices.Concat(text[:i], corpustest.Sequence(2_000_000+3*i, 3), text[i+3:])
		}
		docs = append(docs, testDoc{Doc: cluster.Doc{Name: fmt.Sprintf("%05d", i), Day: protocol.NoDay}, terms: terms})
	}
	shards := deal(docs, 2, rand.New(rand.NewSource(1)))
	if r := exchange(t, shards, DefaultParams()); len(r.Edges) != family*(family-1)/2 {
		t.Errorf("%d pairs of %d texts", len(r.Edges), family)
	}
}

// TestHuge holds that a document that contains a thousand others is paired with
// each, and that one of a million words takes no longer than others of as many.
func TestHuge(t *testing.T) {
	long := corpustest.Sequence(0, 1_000_000)
	docs := []testDoc{{Doc: cluster.Doc{Name: "long", Day: protocol.NoDay}, terms: long}}
	for i := range 1000 {
		docs = append(docs, testDoc{
			Doc:   cluster.Doc{Name: fmt.Sprintf("%05d", i), Day: protocol.NoDay},
			terms: slices.Concat(long[1000*i:1000*i+300], corpustest.Sequence(2_000_000+100*i, 100)),
		})
	}
	var watch stopwatch
	edges := watch.exchange(t, deal(docs, 2, rand.New(rand.NewSource(1))), DefaultParams(), nil)[0].Evidence().Edges
	t.Log(watch.critical)
	if len(edges) != 1000 {
		t.Fatalf("%d edges, want 1000", len(edges))
	}
	for _, x := range edges {
		if x.Common != 296 || x.Run != 300 {
			t.Fatalf("%+v", x)
		}
	}
}

// TestOneWord compares texts of one word over and over, in which every run
// begins everywhere.
func TestOneWord(t *testing.T) {
	word := corpustest.Sequence(0, 1)
	var docs []testDoc
	for i := range 400 {
		docs = append(docs, testDoc{Doc: cluster.Doc{Name: fmt.Sprintf("%05d", i), Day: protocol.NoDay}, terms: slices.Repeat(word, 1+2*i)})
	}
	docs = append(docs, testDoc{Doc: cluster.Doc{Name: "long", Day: protocol.NoDay}, terms: slices.Repeat(word, 200_000)})
	var watch stopwatch
	e := watch.exchange(t, deal(docs, 2, rand.New(rand.NewSource(1))), DefaultParams(), nil)[0]
	t.Log(watch.critical)
	for _, x := range e.Evidence().Edges {
		// Of an odd number of words; the text numbers go by names, all of one shingle.
		if x.Common != 1 || x.Run < 5 || x.Run%2 == 0 {
			t.Fatalf("%+v", x)
		}
	}
}

// TestOddCorpora runs corpora of nothing, of empty and of very long documents.
func TestOddCorpora(t *testing.T) {
	long := corpustest.Sequence(0, 200_000)
	for name, docs := range map[string][]testDoc{
		"nothing": nil,
		"empty documents": {
			{Doc: cluster.Doc{Name: "a", Day: protocol.NoDay}}, {Doc: cluster.Doc{Name: "b", Day: protocol.NoDay}},
			{Doc: cluster.Doc{Name: "c", Day: protocol.NoDay}, title: corpustest.Sequence(0, 5)},
		},
		"one": {{Doc: cluster.Doc{Name: "a"}, terms: long[:100]}},
		"one that holds the other": {
			{Doc: cluster.Doc{Name: "a", Day: protocol.NoDay}, terms: long},
			{Doc: cluster.Doc{Name: "b", Day: protocol.NoDay}, terms: long[5000:5200]},
		},
	} {
		for n := range 4 {
			shards := deal(docs, n+1, rand.New(rand.NewSource(1)))
			r := exchange(t, shards, DefaultParams())
			r.checkGroups(t)
			if len(r.Groups) != 0 {
				t.Errorf("%s: groups %+v", name, r.Groups)
			}
		}
	}
}

// TestTiny holds that texts of a few words are copies only with equal titles.
func TestTiny(t *testing.T) {
	body := corpustest.Sequence(0, 6)
	docs := []testDoc{
		{Doc: cluster.Doc{Name: "a", Day: protocol.NoDay}, terms: body, title: corpustest.Sequence(10, 5)},
		{Doc: cluster.Doc{Name: "b", Day: protocol.NoDay}, terms: body, title: corpustest.Sequence(20, 5)},
		{Doc: cluster.Doc{Name: "c", Day: protocol.NoDay}, terms: body, title: corpustest.Sequence(10, 5)},
	}
	shards := deal(docs, 2, rand.New(rand.NewSource(1)))
	r := exchange(t, shards, DefaultParams())
	got := r.byName().Groups
	if len(got) != 1 || len(r.Groups[0].Members) != 1 {
		t.Errorf("groups %v, want a and c", got)
	}
}

// TestCancel holds that an error of yield ends the work and stays.
func TestCancel(t *testing.T) {
	var docs []testDoc
	for i := range 400 {
		docs = append(docs, testDoc{Doc: cluster.Doc{Name: fmt.Sprint(i), Day: protocol.NoDay}, terms: corpustest.Sequence(i*7, 1000)})
	}
	stop := errors.New("stop")
	calls := 0
	e := NewExchange(testCorpus(docs), 0, 1, DefaultParams())
	var err error
	for done := false; !done && err == nil; {
		_, done, err = e.Step(nil, func() error {
			if calls++; calls > 3 {
				return stop
			}
			return nil
		})
	}
	if !errors.Is(err, stop) {
		t.Fatalf("got %v after %d calls, want stop", err, calls)
	}
	if _, _, err := e.Step(nil, noYield); !errors.Is(err, stop) {
		t.Errorf("the step after failed with %v", err)
	}
}

// FuzzStep hands a shard's superstep a message that no shard wrote.
func FuzzStep(f *testing.F) {
	rng := rand.New(rand.NewSource(1))
	docs := randomDocs(rng, 12, 50, 120)
	steps := messagesOf(f, docs)
	for step, inbox := range steps {
		for from, msg := range inbox {
			f.Add(uint8(step), uint8(from), msg)
		}
	}
	f.Fuzz(func(t *testing.T, step, from uint8, msg []byte) {
		if int(step) >= len(pairSteps) {
			return
		}
		for self := range 2 {
			e := NewExchange(testCorpus(docs), self, 2, DefaultParams())
			for s := 0; s < int(step); s++ {
				if _, _, err := e.Step(steps[s], noYield); err != nil {
					return // the messages are those of shard 0
				}
			}
			inbox := slices.Clone(steps[step])
			e.own = nil
			for len(inbox) < 2 {
				inbox = append(inbox, nil)
			}
			inbox[from%2] = msg
			if from%2 == uint8(self) {
				e.own = msg
			}
			_, _, err := e.Step(inbox, noYield)
			if err == nil {
				_, _, _ = e.Step(inbox, noYield)
			}
		}
	})
}

// messagesOf records what shard 0 of two reads in each step.
func messagesOf(t testing.TB, docs []testDoc) [][][]byte {
	halves := []testCorpus{docs, docs}
	all := []*Exchange{NewExchange(halves[0], 0, 2, DefaultParams()), NewExchange(halves[1], 1, 2, DefaultParams())}
	inbox := [][][]byte{{nil, nil}, {nil, nil}}
	var record [][][]byte
	for range pairSteps {
		record = append(record, []([]byte){slices.Clone(all[0].own), inbox[0][1]})
		next := [][][]byte{{nil, nil}, {nil, nil}}
		for s, e := range all {
			out, _, err := e.Step(inbox[s], noYield)
			if err != nil {
				t.Fatal(err)
			}
			for to, b := range out {
				next[to][s] = b
			}
		}
		inbox = next
	}
	return record
}
