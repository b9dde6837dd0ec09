package coord_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/internal/corpustest"
	"clippings/wasm/internal/shard"
	"clippings/wasm/protocol"
	"clippings/wasm/rpc"
)

// memory is a file of a test: its handle is its content.
type memory struct{ *bytes.Reader }

func (memory) Close() error { return nil }

// newShard makes a shard whose file handles are byte slices; nil stands for a
// file that has gone.
func newShard() *shard.Shard {
	return shard.New(shard.Options{
		Open: func(handle protocol.File) (shard.File, error) {
			b, _ := handle.([]byte)
			if b == nil {
				return nil, errors.New("the file is gone")
			}
			return memory{bytes.NewReader(b)}, nil
		},
		Pause: runtime.Gosched, // where threads are one, the others get their turn
	})
}

// newCorpus makes a corpus of n shards, each behind a wire.
func newCorpus(t *testing.T, n int) *coord.Corpus {
	t.Helper()
	shards := make([]protocol.Shard, n)
	for i := range shards {
		near, far := rpc.Pipe()
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			rpc.NewServer(far, newShard()).Serve(context.Background())
		}()
		t.Cleanup(func() {
			near.Close()
			<-ended
		})
		shards[i] = rpc.NewClient(near)
	}
	return coord.New(shards)
}

func source(path, text string) protocol.Source {
	return protocol.Source{Path: path, Size: uint64(len(text)), Modified: 1, Handle: []byte(text)}
}

func ingest(t *testing.T, c *coord.Corpus, sources []protocol.Source) coord.Imported {
	t.Helper()
	imported, err := c.Ingest(context.Background(), sources, nil)
	if err != nil {
		t.Fatal(err)
	}
	return imported
}

// corpusSources makes a corpus with copies and edits.
func corpusSources(n int) []protocol.Source {
	var sources []protocol.Source
	for _, d := range corpustest.Corpus(7, n) {
		text := d.Title + "\n\nPosted " + d.Date + "\n\n" + d.Text + "\n"
		sources = append(sources, source(d.Outlet+"/"+d.Name+".txt", text))
	}
	return sources
}

// transcript writes down everything a corpus answers, with names for numbers.
func transcript(t *testing.T, c *coord.Corpus) string {
	t.Helper()
	ctx := context.Background()
	var b strings.Builder
	stories, err := c.Stories(ctx, protocol.StoryPage{Limit: 10_000})
	if err != nil {
		t.Fatal(err)
	}
	name := func(id protocol.DocID) string { return stories.Summaries[id].Name }
	for _, order := range []protocol.StoryOrder{protocol.NewestFirst, protocol.OldestFirst, protocol.LargestFirst, protocol.MostCopiedFirst} {
		list, err := c.Stories(ctx, protocol.StoryPage{Order: order, Limit: 10_000})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&b, "stories", order, list.Total, list.Documents, list.Texts, list.Groups)
		for _, s := range list.Stories.Stories {
			writeStory(&b, s, name)
		}
	}
	writePairs(t, &b, c, name)
	for _, q := range queries {
		writeSearch(t, &b, c, q)
	}
	choices, err := c.QuickOpen(ctx, protocol.QuickOpen{Pattern: "mini", Limit: 12})
	if err != nil {
		t.Fatal(err)
	}
	for _, choice := range choices {
		fmt.Fprintln(&b, "choice", choice.Text, choice.Score, choice.Matches)
	}
	return b.String()
}

func writeStory(b *strings.Builder, s protocol.Story, name func(protocol.DocID) string) {
	fmt.Fprint(b, "story ", s.Day)
	for _, g := range s.Groups {
		fmt.Fprint(b, " [", name(g.Representative), " ", g.Why)
		for _, m := range g.Members {
			fmt.Fprint(b, " ", name(m.A), m.Relation, m.Jaccard, m.AInB, m.BInA, m.Run)
		}
		fmt.Fprint(b, "]")
	}
	for _, id := range s.Lone {
		fmt.Fprint(b, " ", name(id))
	}
	fmt.Fprintln(b)
}

func writePairs(t *testing.T, b *strings.Builder, c *coord.Corpus, name func(protocol.DocID) string) {
	t.Helper()
	pairs, err := c.Pairs(context.Background(), protocol.PairPage{Limit: 100_000})
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range pairs.Pairs {
		fmt.Fprintln(b, "pair", name(p.A), name(p.B), p.Relation, p.Jaccard, p.AInB, p.BInA, p.Run)
		if i%10 != 0 {
			continue
		}
		article, err := c.Open(context.Background(), p.A, protocol.Query{Text: "minister"})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(b, "open", article.Document.Name, article.Marks, article.Repeats)
		for _, p := range article.Passages {
			fmt.Fprintln(b, "  passage", p.Span, name(p.Other), p.OtherSpan, p.Words)
		}
	}
}

// TestOneShardAnswersAsMany: neither the number of shards, nor the order in
// which files come, nor in how many goes, changes any answer.
func TestOneShardAnswersAsMany(t *testing.T) {
	n := 120
	if testing.Short() {
		n = 60
	}
	sources := corpusSources(n)
	one := newCorpus(t, 1)
	ingest(t, one, sources)
	want := transcript(t, one)
	if !strings.Contains(want, "pair") || !strings.Contains(want, "passage") || !strings.Contains(want, "choice") {
		t.Fatal("the corpus is too tame to tell anything")
	}
	random := rand.New(rand.NewPCG(1, 2))
	for _, shards := range []int{1, 2, 3, 5} {
		shuffled := append([]protocol.Source(nil), sources...)
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		c := newCorpus(t, shards)
		for len(shuffled) > 0 {
			k := min(1+random.IntN(n/2), len(shuffled))
			ingest(t, c, shuffled[:k])
			shuffled = shuffled[k:]
		}
		if got := transcript(t, c); got != want {
			t.Errorf("%d shards differ from one:\n%s", shards, firstDifference(got, want))
		}
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d:\ngot  %s\nwant %s", i, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}

// TestAllHitsFromSomewhere: an offset and the greatest limit do not add up to
// less than the offset.
func TestAllHitsFromSomewhere(t *testing.T) {
	c := newCorpus(t, 2)
	ingest(t, c, corpusSources(20))
	q := protocol.Query{Text: "the", Fold: protocol.FoldNothing}
	r, err := c.Search(context.Background(), coord.Search{Query: q, Offset: 3, Limit: 1<<32 - 1})
	if err != nil || r.Total < 4 || len(r.Hits) != int(r.Total)-3 {
		t.Errorf("%d of %d hits from the fourth on, %v", len(r.Hits), r.Total, err)
	}
}

func TestEveryFileIsAccountedFor(t *testing.T) {
	sources := corpusSources(20)
	sources = append(sources,
		source("empty.txt", ""), source("blank.txt", " \n\n "), source("binary.bin", "\x00\x01\x02\x03\x00\xff\xfe\x00"),
		source("empty.zip", ""), protocol.Source{Path: "gone.txt", Size: 10, Modified: 1})
	c := newCorpus(t, 2)
	first := ingest(t, c, sources)
	again := ingest(t, c, sources)
	reasons := map[string]protocol.SkipReason{
		"empty.txt": protocol.SkipEmpty, "blank.txt": protocol.SkipBlank, "binary.bin": protocol.SkipBinary,
		"empty.zip": protocol.SkipEmpty, "gone.txt": protocol.SkipUnreadable,
	}
	documents := 0
	for _, e := range first.Entries {
		if e.Skip != reasons[e.Path] {
			t.Errorf("%s: %q, want %q", e.Path, e.Skip, reasons[e.Path])
		}
		if e.Skip == protocol.SkipNone {
			documents++
		}
	}
	if len(first.Entries) != len(sources) || documents != 20 {
		t.Errorf("%d entries and %d documents for %d files", len(first.Entries), documents, len(sources))
	}
	for _, e := range again.Entries {
		want := protocol.SkipKnown
		if e.Path == "gone.txt" {
			want = protocol.SkipUnreadable // it may have come back: it is tried again
		}
		if e.Skip != want {
			t.Errorf("added again, %s: %q, want %q", e.Path, e.Skip, want)
		}
	}
}

func TestTenThousandEmptyFiles(t *testing.T) {
	sources := []protocol.Source{source("a.txt", strings.Repeat("A sentence that stands alone here. ", 20))}
	for i := range 10_000 {
		sources = append(sources, protocol.Source{Path: fmt.Sprintf("empty/%05d.txt", i), Modified: 1, Handle: []byte{}})
	}
	c := newCorpus(t, 2)
	imported := ingest(t, c, sources)
	if len(imported.Entries) != len(sources) {
		t.Errorf("%d entries for %d files", len(imported.Entries), len(sources))
	}
	r, err := c.Search(context.Background(), coord.Search{Query: protocol.Query{Text: "sentence"}, Limit: 5})
	if err != nil || r.Total != 1 {
		t.Errorf("the one article: %d hits, %v", r.Total, err)
	}
}

func TestCancelKeepsWhatWasRead(t *testing.T) {
	sources := corpusSources(300)
	c := newCorpus(t, 2)
	ctx, cancel := context.WithCancel(context.Background())
	imported, err := c.Ingest(ctx, sources, func(p coord.Progress) {
		if p.Documents > 10 {
			cancel()
		}
	})
	if err != nil || !imported.Canceled {
		t.Fatalf("canceled %v, %v", imported.Canceled, err)
	}
	read, stopped := 0, 0
	for _, e := range imported.Entries {
		switch e.Skip {
		case protocol.SkipNone:
			read++
		case protocol.SkipCanceled:
			stopped++
		}
	}
	if read == 0 || stopped == 0 || read+stopped != len(sources) {
		t.Errorf("%d read and %d stopped of %d", read, stopped, len(sources))
	}
	list, err := c.Stories(context.Background(), protocol.StoryPage{Limit: 1})
	if err != nil || int(list.Documents) != read {
		t.Errorf("%d documents listed, %d read, %v", list.Documents, read, err)
	}
	ingest(t, c, sources)
	whole := newCorpus(t, 1)
	ingest(t, whole, sources)
	if got, want := transcript(t, c), transcript(t, whole); got != want {
		t.Errorf("stopped and taken up again differs from all at once:\n%s", firstDifference(got, want))
	}
}

// mortal is a shard that ends when told to.
type mortal struct {
	protocol.Shard
	dead bool
}

func (m *mortal) Call(ctx context.Context, c protocol.Call) ([]byte, error) {
	runtime.Gosched() // so that no shard takes all the files
	if m.dead {
		return nil, protocol.ErrLost
	}
	return m.Shard.Call(ctx, c)
}

func TestLostShardMakesAnswersPartial(t *testing.T) {
	for dies := range 2 { // 0 leads
		shards := []*mortal{{Shard: newShard()}, {Shard: newShard()}}
		c := coord.New([]protocol.Shard{shards[0], shards[1]})
		ingest(t, c, corpusSources(200))
		shards[dies].dead = true
		r, err := c.Search(context.Background(), coord.Search{Query: protocol.Query{Text: "the"}, Limit: 500})
		if err != nil || r.Lost != 1 || r.Documents == 0 || r.Documents >= 200 {
			t.Errorf("shard %d lost: %d documents, lost %d, %v", dies, r.Documents, r.Lost, err)
		}
		list, err := c.Stories(context.Background(), protocol.StoryPage{Limit: 500})
		if err != nil || list.Total == 0 {
			t.Errorf("shard %d lost: %d stories, %v", dies, list.Total, err)
		}
		imported, err := c.Ingest(context.Background(), []protocol.Source{source("late.txt", strings.Repeat("A late arrival in port. ", 30))}, nil)
		if err != nil || len(imported.Entries) != 1 || imported.Entries[0].Skip != protocol.SkipNone {
			t.Errorf("shard %d lost: adding gives %+v, %v", dies, imported.Entries, err)
		}
	}
}

func TestReset(t *testing.T) {
	c := newCorpus(t, 2)
	ingest(t, c, corpusSources(20))
	if err := c.Reset(context.Background()); err != nil {
		t.Fatal(err)
	}
	list, err := c.Stories(context.Background(), protocol.StoryPage{Limit: 5})
	if err != nil || list.Documents != 0 {
		t.Errorf("after reset %d documents, %v", list.Documents, err)
	}
	if n := len(ingest(t, c, corpusSources(20)).Entries); n != 20 {
		t.Errorf("%d files could be added again", n)
	}
}

// stale is an engine of another version.
type stale struct{ protocol.Shard }

func (stale) Call(context.Context, protocol.Call) ([]byte, error) {
	return protocol.Welcome{Version: protocol.Version + 1}.AppendTo(nil), nil
}

func TestGreetRefusesAnotherVersion(t *testing.T) {
	if err := newCorpus(t, 2).Greet(context.Background()); err != nil {
		t.Errorf("same version: %v", err)
	}
	if err := coord.New([]protocol.Shard{stale{}}).Greet(context.Background()); !errors.Is(err, protocol.ErrVersion) {
		t.Errorf("other version: %v", err)
	}
}
