package coord_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/internal/shard"
	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// farRoot is a collection on a host that hands it out in small blocks, and fails now
// and then.
type farRoot struct {
	store.MemoryRoot
	mu      sync.Mutex
	random  *rand.Rand
	fails   int // one of so many blocks; 0 for none
	fetched int // bytes
}

// Open implements store.Root.
func (r *farRoot) Open(folder string) (store.Store, error) {
	s, err := r.MemoryRoot.Open(folder)
	return farFolder{s, r}, err
}

type farFolder struct {
	store.Store
	root *farRoot
}

var errFar = errors.New("the host does not answer")

// Begin implements store.Parted.
func (f farFolder) Begin(name string) (*store.Parts, error) {
	b, err := f.Get(name)
	if err != nil {
		return nil, err
	}
	const block = 200
	front, isParted := shard.Front(name, b)
	if !isParted {
		front = len(b)
	}
	f.root.come(front)
	return store.NewParts(bytes.Clone(b[:front]), len(b), block, func(i int) ([]byte, error) {
		part := b[front+i*block : min(front+(i+1)*block, len(b))]
		if !f.root.come(len(part)) {
			return nil, errFar
		}
		return part, nil
	}), nil
}

// come reports whether a block of so many bytes comes.
func (r *farRoot) come(bytes int) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.fails > 0 && r.random.IntN(r.fails) == 0 {
		return false
	}
	r.fetched += bytes
	return true
}

// published writes a collection of sources to a host and gives what opens it.
func published(t *testing.T, sources []protocol.Source) (*farRoot, coord.Collection) {
	t.Helper()
	root := &farRoot{random: rand.New(rand.NewPCG(1, 1))}
	c := keptIn(root, 3)
	c.Deal()
	imported := ingest(t, c, sources)
	file, err := c.WriteCollection(context.Background(), "far", imported.Entries)
	if err != nil {
		t.Fatal(err)
	}
	return root, file
}

// opened opens a collection of which nothing has come.
func opened(t *testing.T, root *farRoot, file coord.Collection) *coord.Corpus {
	t.Helper()
	c := keptIn(root, 4)
	root.fails, root.fetched = 0, 0
	if _, err := c.OpenCollection(context.Background(), file.Head); err != nil {
		t.Fatal(err)
	}
	return c
}

// TestCollectionAnswersAsTheFiles: what comes block by block gives every answer that
// the files themselves do, whatever was asked for before.
func TestCollectionAnswersAsTheFiles(t *testing.T) {
	sources := corpusSources(90)
	direct := newCorpus(t, 1)
	ingest(t, direct, sources)
	root, file := published(t, sources)
	far := opened(t, root, file)
	front := root.fetched
	if got, want := transcript(t, far), transcript(t, direct); got != want {
		t.Errorf("block by block:\n%s", firstDifference(got, want))
	}
	if err := far.FetchCollection(context.Background()); err != nil {
		t.Fatal(err)
	}
	if got, want := transcript(t, far), transcript(t, direct); got != want {
		t.Errorf("when all has come:\n%s", firstDifference(got, want))
	}
	t.Logf("opened with %d of %d bytes", front, root.fetched)

	random := rand.New(rand.NewPCG(3, 4))
	all := []string{
		"minister", "ministers", "the minister said", `"the minister"`, "minsiter", "govern*", "*ment", "/min[a-z]+/", "=Minister",
		"minister -said", "title:minister", "outlet:*", "is:copy", "after:2020 minister", "minister OR police", "~minister", "near(minister police)",
	}
	for range 3 {
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		far := opened(t, root, file)
		for _, text := range all {
			compareSearch(t, far, direct, text)
		}
	}
}

// compareSearch asks both for a page of hits and for what they have in common.
func compareSearch(t *testing.T, far, direct *coord.Corpus, text string) {
	t.Helper()
	ctx := context.Background()
	q := protocol.Query{Text: text}
	got, err := far.Search(ctx, coord.Search{Query: q, Limit: 20})
	want, err2 := direct.Search(ctx, coord.Search{Query: q, Limit: 20})
	if err != nil || err2 != nil {
		t.Fatal(text, err, err2)
	}
	if got.Total != want.Total || got.Documents != want.Documents || len(got.Hits) != len(want.Hits) {
		t.Fatalf("%s: %d hits, want %d", text, got.Total, want.Total)
	}
	for i := range got.Hits {
		g, w := got.Hits[i], want.Hits[i]
		if g.Summary.Name != w.Summary.Name || g.Standing != w.Standing {
			t.Fatalf("%s: hit %d is %s, want %s", text, i, g.Summary.Name, w.Summary.Name)
		}
	}
}

// TestCollectionOfABadHost: what does not come is said, and asked for again with the
// next question, until the answer is that of the files.
func TestCollectionOfABadHost(t *testing.T) {
	sources := corpusSources(40)
	direct := newCorpus(t, 1)
	ingest(t, direct, sources)
	root, file := published(t, sources)
	far := opened(t, root, file)
	root.fails = 3
	failures := 0
	for _, text := range []string{"minister", `"the minister"`, "minist*", "minsiter"} {
		for {
			_, err := far.Search(context.Background(), coord.Search{Query: protocol.Query{Text: text}, Limit: 20})
			if err == nil {
				break
			}
			if failures++; failures > 10_000 {
				t.Fatal("it never comes")
			}
			if !errors.Is(err, errFar) {
				t.Fatal(err)
			}
		}
		compareSearch(t, far, direct, text)
	}
	if failures == 0 {
		t.Error("nothing failed")
	}
}

// TestCollectionIsHandedOut: of a collection of which only the front has come exports
// are those of the files.
func TestCollectionIsHandedOut(t *testing.T) {
	sources := corpusSources(40)
	direct := newCorpus(t, 1)
	ingest(t, direct, sources)
	root, file := published(t, sources)
	word := someWord(t, direct)
	for _, form := range allForms {
		for _, x := range []coord.Export{{Form: form}, {Form: form, Query: protocol.Query{Text: word}, OnePerCopies: true}} {
			if got, want := exported(t, opened(t, root, file), x), exported(t, direct, x); !bytes.Equal(got, want) {
				t.Errorf("%+v: %d bytes, want %d", x, len(got), len(want))
			}
		}
	}
}

// TestCollectionGrows: other rules, and files of the visitor, give what they give with
// the files themselves.
func TestCollectionGrows(t *testing.T) {
	sources := corpusSources(60)
	root, file := published(t, sources[:50])
	rules := protocol.Regroup{Settings: protocol.DefaultSettings()}
	rules.Settings.Cosine, rules.Settings.Keeper = 0.2, protocol.KeepLongest
	direct := newCorpus(t, 2)
	ingest(t, direct, sources[:50])
	regroup(t, direct, rules)
	far := opened(t, root, file)
	regroup(t, far, rules)
	if got, want := transcript(t, far), transcript(t, direct); got != want {
		t.Errorf("other rules:\n%s", firstDifference(got, want))
	}
	ingest(t, direct, sources[50:])
	for _, far := range []*coord.Corpus{far, opened(t, root, file)} {
		regroup(t, far, rules)
		if entries, err := far.OpenLedger(file.Ledger); err != nil || len(entries) != 50 {
			t.Fatalf("a ledger of %d entries, %v", len(entries), err)
		}
		again := ingest(t, far, sources[40:])
		if known := again.Entries; len(known) != 20 || known[0].Skip+known[19].Skip == protocol.SkipNone {
			t.Errorf("what is here already is brought in again: %+v", known)
		}
		if got, want := transcript(t, far), transcript(t, direct); got != want {
			t.Errorf("own files:\n%s", firstDifference(got, want))
		}
	}
}

// TestCollectionOfManyCopies: what is akin to one of very many copies of a text is
// told too.
func TestCollectionOfManyCopies(t *testing.T) {
	text := corpusSources(1)[0].Handle.([]byte)
	var sources []protocol.Source
	for i := range 1005 {
		sources = append(sources, source(fmt.Sprintf("copies/%d.txt", i), string(text)))
	}
	root, file := published(t, sources)
	far := opened(t, root, file)
	list, err := far.Stories(context.Background(), protocol.StoryPage{Limit: 1})
	if err != nil || len(list.Stories.Stories) != 1 {
		t.Fatal(list.Stories, err)
	}
	article, err := far.Open(context.Background(), list.Stories.Stories[0].Groups[0].Representative, protocol.Query{})
	if err != nil || len(article.Relatives.Pairs) != len(sources)-1 || article.Relatives.Story.Documents() != len(sources) {
		t.Errorf("%d pairs of %d copies, %v", len(article.Relatives.Pairs), len(sources), err)
	}
}
