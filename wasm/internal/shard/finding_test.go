package shard

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"clippings/wasm/internal/cluster"
	"clippings/wasm/protocol"
)

// loneTexts is evidence of documents that have nothing in common, each on its day.
func loneTexts(days ...int32) *cluster.Evidence {
	ev := &cluster.Evidence{}
	for i, day := range days {
		ev.Docs = append(ev.Docs, cluster.Doc{
			ID: protocol.NewDocID(uint32(len(days)-i), 0), Name: fmt.Sprintf("%06d", i), Day: day, Minute: cluster.NoMinute, Text: uint32(i),
		})
		ev.Shingles = append(ev.Shingles, 100)
	}
	return ev
}

func noWork(int) error { return nil }

// showing is a shard that leads with findings made of evidence.
func showing(t *testing.T, ev *cluster.Evidence, rules protocol.Regroup) *Shard {
	t.Helper()
	s := New(fromMemory())
	s.evidence = ev
	if _, err := s.regroup(context.Background(), rules); err != nil {
		t.Fatal(err)
	}
	if _, err := s.assign(context.Background(), protocol.Assign{}); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestStoryOrders: ties are in canonical order, undated stories last of those by
// date.
func TestStoryOrders(t *testing.T) {
	ev := loneTexts(5, protocol.NoDay, -3, 5, 0, protocol.NoDay, 9, 2, 7)
	ev.Edges = []cluster.Edge{{A: 4, B: 7, Common: 95, Run: 90, Cohesion: cluster.WholeCohesion}}
	s := showing(t, ev, protocol.Regroup{Settings: protocol.DefaultSettings()})
	first := func(story protocol.Story) int {
		doc, _ := s.found.lookup.Doc(story.DocIDs()[0])
		return int(doc)
	}
	for order, want := range [][]int{
		protocol.NewestFirst:  {6, 8, 0, 3, 4, 2, 1, 5}, // 4 with 7, of day 2
		protocol.OldestFirst:  {2, 4, 0, 3, 8, 6, 1, 5},
		protocol.LargestFirst: {4, 0, 1, 2, 3, 5, 6, 8},
	} {
		for from := range want {
			q := protocol.StoryPage{Order: protocol.StoryOrder(order), Offset: uint32(from), Limit: 3}
			answer, err := s.storyPage(context.Background(), q)
			var got []int
			for _, story := range answer.Stories {
				got = append(got, first(story))
			}
			if part := want[from:min(from+3, len(want))]; err != nil || !slices.Equal(got, part) {
				t.Errorf("order %d from %d: %v, want %v, %v", order, from, got, part, err)
			}
			if answer.Total != 8 || answer.Documents != 9 || answer.Texts != 8 || answer.Groups != 1 {
				t.Errorf("counts %+v", answer)
			}
		}
	}
	if _, err := s.storyPage(context.Background(), protocol.StoryPage{Order: numOrders}); err != protocol.ErrCorrupt {
		t.Errorf("an order that is none: %v", err)
	}
}

// TestRelated: every document finds its own story, and its pairs the closest first.
func TestRelated(t *testing.T) {
	ev := loneTexts(1, 2, 30, 4)
	ev.Edges = []cluster.Edge{
		{A: 0, B: 1, Common: 12, Cohesion: cluster.WholeCohesion},
		{A: 0, B: 2, Common: 60, Run: 50, Cohesion: cluster.WholeCohesion},
		{A: 0, B: 3, Common: 95, Run: 50, Cohesion: cluster.WholeCohesion},
	}
	s := showing(t, ev, protocol.Regroup{Settings: protocol.DefaultSettings()})
	for i := range ev.Docs {
		answer, err := s.related(context.Background(), protocol.Related{ID: ev.Docs[i].ID})
		if err != nil || !slices.Contains(answer.Story.DocIDs(), ev.Docs[i].ID) {
			t.Errorf("document %d is in %+v, %v", i, answer.Story, err)
		}
	}
	answer, _ := s.related(context.Background(), protocol.Related{ID: ev.Docs[0].ID})
	var got []protocol.Relation
	for _, p := range answer.Pairs {
		got = append(got, p.Relation)
	}
	if want := []protocol.Relation{protocol.RelationNear, protocol.RelationContained, protocol.RelationRelated}; !slices.Equal(got, want) {
		t.Errorf("relations %v", got)
	}
	if answer, err := s.related(context.Background(), protocol.Related{ID: 999}); err != nil || len(answer.Pairs) > 0 {
		t.Errorf("of a document that is not here: %+v, %v", answer, err)
	}
}

// TestRegroupedIsShownOnceAssigned also holds that a lead keeps what it shows when
// a grouping is called off.
func TestRegroupedIsShownOnceAssigned(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	ev := loneTexts(1, 2)
	ev.Edges = []cluster.Edge{{A: 0, B: 1, Common: 60, Run: 50, Cohesion: cluster.WholeCohesion}}
	s := showing(t, ev, protocol.Regroup{Settings: protocol.DefaultSettings()})
	strict := protocol.Regroup{Settings: protocol.DefaultSettings()}
	strict.Settings.Containment, strict.Settings.Run = 0.9, 80
	groups := func() uint32 {
		answer, err := s.storyPage(ctx, protocol.StoryPage{})
		if err != nil {
			t.Fatal(err)
		}
		return answer.Groups
	}
	grouping, err := s.regroup(ctx, strict)
	if err != nil || len(grouping.Documents) != 0 || groups() != 1 {
		t.Errorf("before it is assigned: %+v, %d groups shown, %v", grouping, groups(), err)
	}
	if _, err := s.assign(ctx, protocol.Assign{}); err != nil || groups() != 0 {
		t.Errorf("assigned: %d groups shown, %v", groups(), err)
	}
	off, stop := context.WithCancel(ctx)
	stop()
	if _, err := s.regroup(off, protocol.Regroup{Settings: protocol.DefaultSettings()}); err != context.Canceled || groups() != 0 {
		t.Errorf("called off: %d groups shown, %v", groups(), err)
	}
}

// BenchmarkFindings is what a threshold that is moved costs beside clustering.
func BenchmarkFindings(b *testing.B) {
	days := make([]int32, 100_000)
	for i := range days {
		days[i] = int32(i * 7 % 400)
	}
	ev := loneTexts(days...)
	clustering := &cluster.Clustering{GroupOf: make([]uint32, len(days))}
	for i := range ev.Docs {
		clustering.Stories = append(clustering.Stories, protocol.Story{Lone: []protocol.DocID{ev.Docs[i].ID}, Day: days[i]})
	}
	lookup, err := ev.NewLookup(noWork)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := newFindings(lookup, protocol.DefaultSettings(), clustering, noWork); err != nil {
			b.Fatal(err)
		}
	}
}
