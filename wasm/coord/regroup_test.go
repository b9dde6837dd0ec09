package coord_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// rulesOf makes up settings, and decisions on documents of the corpus.
func rulesOf(r *rand.Rand, sources []protocol.Source) protocol.Regroup {
	rules := protocol.Regroup{Settings: protocol.DefaultSettings()}
	s := &rules.Settings
	s.Jaccard, s.Containment, s.Run = 0.2+0.6*r.Float64(), 0.25+0.5*r.Float64(), uint32(r.IntN(30))
	s.Cosine, s.Days, s.Keeper = 0.02+0.3*r.Float64(), uint32(r.IntN(5)), protocol.Keeper(r.IntN(4))
	s.Preferred = []string{"Herald"}
	name := func() string { return sources[r.IntN(len(sources))].Path }
	for range r.IntN(12) {
		x := protocol.Decision{Kind: protocol.Verdict(r.IntN(5)), A: name()}
		if x.Kind != protocol.Represents {
			x.B = name()
		}
		rules.Decisions = append(rules.Decisions, x)
	}
	return rules
}

// grouped is the transcript of a corpus with what rules change of its stories.
func grouped(t *testing.T, c *coord.Corpus) string {
	t.Helper()
	list, err := c.Stories(context.Background(), protocol.StoryPage{Limit: 10_000})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	name := func(id protocol.DocID) string { return list.Summaries[id].Name }
	for _, s := range list.Stories.Stories {
		fmt.Fprint(&b, "by hand ", s.ByHand, s.Fits)
		for _, g := range s.Groups {
			fmt.Fprint(&b, " ", name(g.Representative), g.ByHand, g.Uncredited)
			for _, m := range g.Members {
				fmt.Fprint(&b, m.ByHand, m.Uncredited)
			}
			for _, o := range g.Origin {
				fmt.Fprint(&b, o.Sign, name(o.Doc), o.Agency)
			}
		}
		fmt.Fprintln(&b)
	}
	return b.String() + transcript(t, c)
}

func regroup(t *testing.T, c *coord.Corpus, rules protocol.Regroup) {
	t.Helper()
	if err := c.Regroup(context.Background(), rules); err != nil {
		t.Fatal(err)
	}
}

// TestRulesHoldForWhatComes: rules make the same of a corpus however many shards
// hold it, and whether they were given before files came or after.
func TestRulesHoldForWhatComes(t *testing.T) {
	n, trials := 80, 4
	if testing.Short() {
		n, trials = 40, 2
	}
	sources := corpusSources(n)
	r := rand.New(rand.NewPCG(1, 5))
	one, three := newCorpus(t, 1), newCorpus(t, 3)
	ingest(t, one, sources)
	ingest(t, three, sources)
	plain := grouped(t, one)
	for range trials {
		rules := rulesOf(r, sources)
		regroup(t, one, rules)
		regroup(t, three, rules)
		want := grouped(t, one)
		if want == plain {
			t.Error("the rules are too tame to tell anything")
		}
		if got := grouped(t, three); got != want {
			t.Errorf("%+v: three shards differ from one:\n%s", rules, firstDifference(got, want))
		}
		later := newCorpus(t, 2)
		half := r.IntN(n)
		ingest(t, later, sources[:half])
		regroup(t, later, rules)
		ingest(t, later, sources[half:])
		if got := grouped(t, later); got != want {
			t.Errorf("%+v: rules given before half the files differ:\n%s", rules, firstDifference(got, want))
		}
	}
	regroup(t, one, protocol.Regroup{Settings: protocol.DefaultSettings()})
	if got := grouped(t, one); got != plain {
		t.Errorf("taken back, it differs from what was:\n%s", firstDifference(got, plain))
	}
}

// TestSearchFoldsByTheNewGroups: a query that all documents match has as many hits
// as there are texts.
func TestSearchFoldsByTheNewGroups(t *testing.T) {
	sources := corpusSources(80)
	c := newCorpus(t, 2)
	ingest(t, c, sources)
	r := rand.New(rand.NewPCG(2, 5))
	seen := map[uint64]bool{}
	for range 8 {
		regroup(t, c, rulesOf(r, sources))
		list, err := c.Stories(context.Background(), protocol.StoryPage{})
		if err != nil {
			t.Fatal(err)
		}
		hits, err := c.Search(context.Background(), coord.Search{Query: protocol.Query{Text: "the"}, Limit: 1})
		if err != nil || hits.Documents != uint64(len(sources)) || hits.Total != uint64(list.Texts) {
			t.Errorf("%d hits in %d documents, which are %d texts, %v", hits.Total, hits.Documents, list.Texts, err)
		}
		seen[hits.Total] = true
	}
	if len(seen) < 2 {
		t.Errorf("every rule makes as many texts: %v", seen)
	}
}

// TestLostLeadIsReplaced: what is left of the corpus is compared anew and grouped
// by the rules that hold.
func TestLostLeadIsReplaced(t *testing.T) {
	sources := corpusSources(200) // more than the lead can ask for at once
	rules := rulesOf(rand.New(rand.NewPCG(3, 5)), sources)
	for _, meanwhile := range []string{"asked", "regrouped"} {
		shards := []*mortal{{Shard: newShard()}, {Shard: newShard()}, {Shard: newShard()}}
		c := coord.New([]protocol.Shard{shards[0], shards[1], shards[2]})
		ingest(t, c, sources)
		if meanwhile == "asked" {
			regroup(t, c, rules)
		}
		shards[0].dead = true
		if meanwhile == "regrouped" {
			regroup(t, c, rules)
		}
		left := left(t, c, sources)
		if len(left) == 0 { // the lead may have had none, if the others were quicker
			t.Fatalf("%d of %d documents are left", len(left), len(sources))
		}
		whole := newCorpus(t, 1)
		ingest(t, whole, left)
		regroup(t, whole, rules)
		if got, want := grouped(t, c), grouped(t, whole); got != want {
			t.Errorf("%s: what is left differs from a corpus of its own:\n%s", meanwhile, firstDifference(got, want))
		}
	}
}

// left is the sources of the documents that are still here.
func left(t *testing.T, c *coord.Corpus, sources []protocol.Source) []protocol.Source {
	t.Helper()
	list, err := c.Stories(context.Background(), protocol.StoryPage{Limit: 10_000})
	if err != nil {
		t.Fatal(err)
	}
	here := map[string]bool{}
	for _, s := range list.Summaries {
		here[s.Name] = true
	}
	var left []protocol.Source
	for _, s := range sources {
		if here[s.Path] {
			left = append(left, s)
		}
	}
	return left
}

// caller tells of every call before it is made, and after.
type caller struct {
	protocol.Shard
	before, after func(protocol.Kind)
}

func (s caller) Call(ctx context.Context, c protocol.Call) ([]byte, error) {
	s.before(c.Kind)
	defer s.after(c.Kind)
	if err := ctx.Err(); err != nil { // as a wire would
		return nil, err
	}
	return s.Shard.Call(ctx, c)
}

// TestRegroupCalledOff: what was found before stays, wherever it is stopped, and
// so do the rules for what comes.
func TestRegroupCalledOff(t *testing.T) {
	sources := corpusSources(60)
	rules := rulesOf(rand.New(rand.NewPCG(4, 5)), sources)
	for _, moment := range []string{"before", "after"} {
		cancel := func() {}
		on := func(when string) func(protocol.Kind) {
			return func(kind protocol.Kind) {
				if kind == protocol.KindRegroup && when == moment {
					cancel()
				}
			}
		}
		c := coord.New([]protocol.Shard{
			answering{caller{newShard(), on("before"), on("after")}}, answering{caller{newShard(), on("before"), on("after")}},
		})
		ingest(t, c, sources[:50])
		want := grouped(t, c)
		ctx, stop := context.WithCancel(context.Background())
		cancel = stop
		if err := c.Regroup(ctx, rules); !errors.Is(err, context.Canceled) {
			t.Fatalf("called off %s: %v", moment, err)
		}
		cancel = func() {}
		if got := grouped(t, c); got != want {
			t.Errorf("called off %s, it differs:\n%s", moment, firstDifference(got, want))
		}
		ingest(t, c, sources[50:])
		whole := newCorpus(t, 1)
		ingest(t, whole, sources)
		if got, want := grouped(t, c), grouped(t, whole); got != want {
			t.Errorf("called off %s, what comes is grouped otherwise:\n%s", moment, firstDifference(got, want))
		}
	}
}

// answering loses an answer that comes after the call was cancelled, as a wire
// does.
type answering struct{ protocol.Shard }

func (s answering) Call(ctx context.Context, c protocol.Call) ([]byte, error) {
	b, err := s.Shard.Call(ctx, c)
	if err == nil && ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return b, err
}

// TestComparisonIsTheEdge: two texts compared when they are read have the figures
// that were found when all were compared.
func TestComparisonIsTheEdge(t *testing.T) {
	c := newCorpus(t, 2)
	ingest(t, c, corpusSources(80))
	pairs, err := c.Pairs(context.Background(), protocol.PairPage{Limit: 100_000})
	if err != nil || len(pairs.Pairs) < 20 {
		t.Fatalf("%d pairs, %v", len(pairs.Pairs), err)
	}
	for _, p := range pairs.Pairs {
		k, err := c.Compare(context.Background(), p.A, p.B)
		if err != nil {
			t.Fatal(err)
		}
		got := k.Pair
		if got.Jaccard != p.Jaccard || got.AInB != p.AInB || got.BInA != p.BInA || p.Run > 0 && got.Run != p.Run {
			t.Errorf("compared %+v, found %+v", got, p)
		}
		if p.Relation.IsCopy() && got.Relation != p.Relation {
			t.Errorf("compared %v, found %v", got.Relation, p.Relation)
		}
		if back, err := c.Compare(context.Background(), p.B, p.A); err != nil || back.Pair.AInB != p.BInA || back.Pair.Run != got.Run {
			t.Errorf("the other way %+v, %v; one way %+v", back.Pair, err, got)
		}
	}
}
