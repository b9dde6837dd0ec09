package cluster

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"clippings/wasm/protocol"
)

// testTerm is a term of a made vector.
type testTerm struct {
	term   uint64
	weight uint16
}

// vectorsOf numbers made vectors.
func vectorsOf(texts [][]testTerm) Vectors {
	var n Numberer
	for _, text := range texts {
		for _, x := range text {
			n.Count(x.term)
		}
	}
	n.Number()
	for _, text := range texts {
		for _, x := range text {
			n.Term(x.term, x.weight)
		}
		n.EndText()
	}
	return n.Vectors()
}

// randomVectors are of few terms, so that many texts are alike.
func randomVectors(r *rand.Rand, texts int) Vectors {
	all := make([][]testTerm, texts)
	for i := range all {
		for term := range uint64(4) {
			if r.IntN(2) == 0 {
				all[i] = append(all[i], testTerm{term, uint16(20000 + r.IntN(20000))})
			}
		}
	}
	return vectorsOf(all)
}

// newsVectors are of up to so many terms each, the rarer by far the more, as the words
// that mark news are; texts of one event in ten share half of theirs.
func newsVectors(r *rand.Rand, texts, terms int) Vectors {
	all := make([][]testTerm, texts)
	for i := range all {
		weight := math.Sqrt(1 / float64(terms))
		for k := range terms {
			term := uint64(float64(10*texts) * math.Pow(r.Float64(), 3))
			if other := i - 10; k%2 == 0 && i%10 < 3 && other >= 0 && k < len(all[other]) {
				term = all[other][k].term
			}
			if slices.ContainsFunc(all[i], func(x testTerm) bool { return x.term == term }) {
				continue
			}
			all[i] = append(all[i], testTerm{term, uint16(weight * UnitWeight * (0.5 + r.Float64()))})
		}
	}
	return vectorsOf(all)
}

// lone is evidence of texts without copies on random days, every tenth undated
// if days are more than none.
func lone(r *rand.Rand, v Vectors, days int) *Evidence {
	ev := &Evidence{Vectors: v}
	for i := range len(v.from) - 1 {
		d := Doc{ID: protocol.NewDocID(uint32(i), 0), Name: fmt.Sprintf("%06d", i), Day: protocol.NoDay, Text: uint32(i)}
		if days > 0 && r.IntN(10) > 0 {
			d.Day = int32(r.IntN(days))
		}
		ev.Docs = append(ev.Docs, d)
		ev.Shingles = append(ev.Shingles, 100)
	}
	return ev
}

// eventsOf is the events of lone texts and their places, in the order in which
// stories take them.
func (ev *Evidence) eventsOf() []event {
	var events []event
	for i := range ev.Docs {
		events = append(events, event{node: int32(i), text: uint32(i), first: ev.Docs[i].Day, last: ev.Docs[i].Day})
	}
	slices.SortStableFunc(events, func(x, y event) int {
		key := func(e event) int64 {
			if e.first == protocol.NoDay {
				return math.MaxInt64
			}
			return int64(e.first)
		}
		switch a, b := key(x), key(y); {
		case a < b:
			return -1
		case a > b:
			return 1
		}
		return 0
	})
	return events
}

// plainStories is average link by its definition: all pairs, again and again.
func plainStories(events []event, v *Vectors, s *protocol.Settings) [][]int {
	score := func(x, y event) float64 {
		a, wa := v.of(x.text)
		b, wb := v.of(y.text)
		sum := 0.0
		for i, t := range a {
			if k := slices.Index(b, t); k >= 0 {
				sum += float64(wa[i]) * float64(wb[k]) / (UnitWeight * UnitWeight)
			}
		}
		if x.first == protocol.NoDay || y.first == protocol.NoDay {
			sum /= undatedFactor
		}
		return sum
	}
	var stories [][]int
	for i := range events {
		stories = append(stories, []int{i})
	}
	for {
		best, at, with := threshold(s), -1, -1
		for b := range stories {
			for a := range b {
				sum := 0.0
				for _, x := range stories[a] {
					for _, y := range stories[b] {
						sum += score(events[x], events[y])
					}
				}
				mean := sum / float64(len(stories[a])*len(stories[b]))
				if mean >= best && daysApart(events, slices.Concat(stories[a], stories[b])) <= int(s.Days) {
					best, at, with = mean, a, b
				}
			}
		}
		if at < 0 {
			return stories
		}
		stories[at] = slices.Concat(stories[at], stories[with])
		slices.Sort(stories[at])
		stories = slices.Delete(stories, with, with+1)
	}
}

// daysApart is how many days the events that have one lie apart at most.
func daysApart(events []event, of []int) int {
	first, last := math.MaxInt, math.MinInt
	for _, i := range of {
		if day := events[i].first; day != protocol.NoDay {
			first, last = min(first, int(day)), max(last, int(day))
		}
	}
	if first > last {
		return 0
	}
	return last - first
}

// TestStoriesAreAverageLink compares stories with those of the definition, where
// every link counts.
func TestStoriesAreAverageLink(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	joined := 0
	for range 60 {
		v := newsVectors(r, 2+r.IntN(40), 6)
		ev := lone(r, v, r.IntN(8))
		s := protocol.Settings{Cosine: 0.1 + 0.4*r.Float64(), Days: uint32(r.IntN(5))}
		events := ev.eventsOf()
		l := newLinker(events, &ev.Vectors, &s)
		l.floor = 1e-6
		links, err := l.all(noWork)
		if err != nil {
			t.Fatal(err)
		}
		j := newJoiner(events, &s)
		if err := j.join(links, noWork); err != nil {
			t.Fatal(err)
		}
		byTop := map[int32][]int{}
		for i := range events {
			byTop[top(j.into, int32(i))] = append(byTop[top(j.into, int32(i))], i)
		}
		var got [][]int
		for _, story := range byTop {
			got = append(got, story)
		}
		want := plainStories(events, &ev.Vectors, &s)
		byFirst := func(a, b []int) int { return a[0] - b[0] }
		slices.SortFunc(got, byFirst)
		slices.SortFunc(want, byFirst)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%d texts, %+v: got %v, want %v", len(events), s, got, want)
		}
		joined += len(events) - len(got)
	}
	if joined < 100 {
		t.Errorf("only %d texts were joined", joined)
	}
}

// TestStoriesLieWithinDays: no two first days of a story's texts lie further
// apart, and who has no day may be in any.
func TestStoriesLieWithinDays(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, days := range []uint32{0, 1, 3, 10} {
		ev := lone(r, newsVectors(r, 600, 8), 30)
		c := cluster1(t, ev, protocol.Settings{Jaccard: 1, Containment: 1, Cosine: 0.05, Days: days})
		day := map[protocol.DocID]int32{}
		for i := range ev.Docs {
			day[ev.Docs[i].ID] = ev.Docs[i].Day
		}
		largest := 0
		for _, story := range c.Stories {
			var events []event
			var of []int
			for i, id := range story.DocIDs() {
				events, of = append(events, event{first: day[id]}), append(of, i)
			}
			largest = max(largest, len(of))
			if apart := daysApart(events, of); apart > int(days) {
				t.Errorf("%d days: a story lasts %d", days, apart)
			}
		}
		if largest < 2 {
			t.Errorf("%d days: no story has two texts", days)
		}
	}
}

// TestIssuesAreNotOneStory: texts of one series, however alike, are one story only
// on one day or where a day is not known.
func TestIssuesAreNotOneStory(t *testing.T) {
	alike := [][]testTerm{{{1, 60000}, {2, 20000}}, {{1, 60000}, {2, 20000}}}
	for _, c := range []struct {
		name    string
		series  [2]uint64
		days    [2]int32
		stories int
	}{
		{"issues", [2]uint64{7, 7}, [2]int32{10, 11}, 2},
		{"of two series", [2]uint64{7, 8}, [2]int32{10, 11}, 1},
		{"of none", [2]uint64{0, 0}, [2]int32{10, 11}, 1},
		{"on one day", [2]uint64{7, 7}, [2]int32{10, 10}, 1},
		{"undated", [2]uint64{7, 7}, [2]int32{10, protocol.NoDay}, 1},
	} {
		ev := &Evidence{Shingles: []uint32{90, 80}, Vectors: vectorsOf(alike)}
		for i := range uint32(2) {
			ev.Docs = append(ev.Docs, Doc{ID: protocol.NewDocID(i, 0), Day: c.days[i], Series: c.series[i], Minute: NoMinute, Text: i})
		}
		if got := cluster1(t, ev, protocol.DefaultSettings()); len(got.Stories) != c.stories {
			t.Errorf("%s: %d stories, want %d", c.name, len(got.Stories), c.stories)
		}
	}
}

// TestStoriesAtExtremes holds that work stays bounded whatever the settings are
// and however alike texts are.
func TestStoriesAtExtremes(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, c := range []struct {
		name  string
		ev    *Evidence
		units int // of work for a text, at most
	}{
		{"news", lone(r, newsVectors(r, 500, 40), 20), 2 * maxWalk},
		{"undated", lone(r, newsVectors(r, 500, 40), 0), 2 * maxWalk},
		{"all alike", lone(r, randomVectors(r, 500), 5), 4 * maxWalk},
	} {
		for _, cosine := range []float64{0, 0.11, 1, math.NaN()} {
			for _, days := range []uint32{0, 3, math.MaxUint32} {
				work := 0
				s := protocol.Settings{Jaccard: 1, Containment: 1, Cosine: cosine, Days: days}
				got, err := c.ev.Cluster(s, nil, func(n int) error { work += n; return nil })
				if err != nil || len(got.Stories) == 0 {
					t.Fatal(err)
				}
				if work > c.units*len(c.ev.Docs) {
					t.Errorf("%s, cosine %v, %d days: %d units of work a text", c.name, cosine, days, work/len(c.ev.Docs))
				}
			}
		}
	}
}

// TestFits compares fits with the mean of all cosines.
func TestFits(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	v := newsVectors(r, 50, 6)
	f := fitter{vectors: &v}
	for _, texts := range [][]uint32{{3}, {0, 10}, {1, 11, 21, 31, 5}, {7, 8, 9}} {
		for i, got := range f.fits(texts) {
			want := 0.0
			for k, other := range texts {
				a, wa := v.of(texts[i])
				b, wb := v.of(other)
				for m, term := range a {
					for n, with := range b {
						if k != i && term == with {
							want += float64(wa[m]) * float64(wb[n]) / (UnitWeight * UnitWeight) / float64(len(texts)-1)
						}
					}
				}
			}
			if len(texts) == 1 {
				want = 1
			}
			if math.Abs(got-min(want, 1)) > 1e-9 {
				t.Errorf("%v: text %d fits %v, want %v", texts, texts[i], got, want)
			}
		}
	}
}

// BenchmarkStories finds the stories of texts of 60 terms.
func BenchmarkStories(b *testing.B) {
	for _, c := range []struct{ texts, days int }{{10_000, 0}, {10_000, 30}, {40_000, 30}} {
		r := rand.New(rand.NewPCG(9, 10))
		ev := lone(r, newsVectors(r, c.texts, 60), c.days)
		b.Run(fmt.Sprintf("texts=%d/days=%d", c.texts, c.days), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := ev.Cluster(protocol.DefaultSettings(), nil, noWork); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
