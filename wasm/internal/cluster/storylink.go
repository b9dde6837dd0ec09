package cluster

import (
	"cmp"
	"slices"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// link is two events, by their place among the events, and how like each other
// they are: the cosine, less where one of them has no day.
type link struct {
	a, b  int32 // a before b
	score float32
}

// wholeScore is the sum of products of two events marked by the same. Products
// lose their last bits, so that no sum overflows.
const (
	wholeScore = UnitWeight * UnitWeight >> scoreShift
	scoreShift = 2
)

// undatedFactor is what a cosine is divided by where nothing says that two are of
// the same days: on triples of reports without their dates precision is 1.0 from
// a cosine of 0.15, with them from 0.1.
const undatedFactor = 1.6

const (
	// floorShare is the share of the threshold under which a link is taken for
	// none.
	floorShare = 0.3
	maxFloor   = 0.05

	// Work and memory where a corpus likens everything to everything: postings
	// walked for an event, links it has with those before it, and all links. The
	// latest postings of the rarest terms and the strongest links are kept. On
	// 80,000 articles an event walks 4,000 and has 40.
	maxWalk       = 4096
	maxEventLinks = 128
	maxLinks      = 1 << 22
)

// linker finds the links between events that lie within days of each other.
// Every term has the list of the events that it marks, to which each event is
// added when it has met those before it.
type linker struct {
	events  []event
	vectors *Vectors
	days    int
	floor   float64 // score of a link

	places []place
	head   []uint32 // by term: where its places begin that are not too old
	from   []uint32 // by term
	end    []uint32 // by term
	scores []uint32 // by event
	near   []int32  // events that the one at hand has a link with
	links  []link
}

// place is an event that a term marks.
type place struct {
	event  int32
	weight uint16
}

func newLinker(events []event, vectors *Vectors, s *protocol.Settings) *linker {
	l := &linker{events: events, vectors: vectors, days: int(min(s.Days, maxDays))}
	l.floor = min(floorShare*threshold(s), maxFloor)
	l.scores = make([]uint32, len(events))
	return l
}

// maxDays keeps sums of days within their type.
const maxDays = 1 << 20

// threshold is the mean cosine that joins, of those that tell anything apart.
func threshold(s *protocol.Settings) float64 {
	if !(s.Cosine > minCosine) {
		return minCosine
	}
	return min(s.Cosine, 1)
}

const minCosine = 0.02

// index makes room for the events of each term.
func (l *linker) index(work func(int) error) error {
	counts := make([]uint32, len(l.vectors.count)+1)
	for i := range l.events {
		terms, _ := l.vectors.of(l.events[i].text)
		for _, t := range terms {
			counts[t+1]++
		}
		if err := work(len(terms)); err != nil {
			return err
		}
	}
	for t := 1; t < len(counts); t++ {
		counts[t] += counts[t-1]
	}
	l.from, l.head, l.end = counts, slices.Clone(counts), slices.Clone(counts)
	l.places = make([]place, counts[len(counts)-1])
	return nil
}

// all finds the links of all events, which are sorted by day, the undated last.
func (l *linker) all(work func(int) error) ([]link, error) {
	if err := l.index(work); err != nil {
		return nil, err
	}
	for i := range l.events {
		walked := l.meet(int32(i))
		if len(l.links) > maxLinks {
			walked += len(l.links)
			l.drop()
		}
		if err := work(walked + 64); err != nil {
			return nil, err
		}
	}
	return l.links, nil
}

// meet links an event with those before it.
func (l *linker) meet(i int32) (walked int) {
	x := &l.events[i]
	floor := uint32(l.floor * l.whole(x))
	terms, weights := l.vectors.of(x.text)
	for k, t := range terms {
		places := l.recent(t, x)
		places = places[max(0, len(places)-(maxWalk-walked)):]
		walked += len(places)
		l.add(places, uint32(weights[k]), floor)
	}
	l.keep(i)
	l.forget(i, walked)
	for k, t := range terms {
		l.places[l.end[t]] = place{i, weights[k]}
		l.end[t]++
	}
	return walked
}

// recent is the events that a term marks on days that are not too long before
// those of another.
func (l *linker) recent(t uint32, x *event) []place {
	if x.first == protocol.NoDay {
		return l.places[l.from[t]:l.end[t]]
	}
	for l.head[t] < l.end[t] && int(l.events[l.places[l.head[t]].event].first) < int(x.first)-l.days {
		l.head[t]++
	}
	return l.places[l.head[t]:l.end[t]]
}

// add adds the products of one term up, and notes whom they bring to the floor.
func (l *linker) add(places []place, weight, floor uint32) {
	scores := l.scores
	for _, p := range places {
		before := scores[p.event]
		sum := before + weight*uint32(p.weight)>>scoreShift
		scores[p.event] = sum
		if before < floor && sum >= floor {
			l.near = append(l.near, p.event)
		}
	}
}

// keep files the links of an event, the strongest if they are many.
func (l *linker) keep(i int32) {
	if len(l.near) > maxEventLinks {
		ordering.By(l.near, func(a, b int32) int {
			if c := cmp.Compare(l.scores[b], l.scores[a]); c != 0 {
				return c
			}
			return cmp.Compare(a, b)
		})
		l.near = l.near[:maxEventLinks]
	}
	for _, a := range l.near {
		if l.events[a].isIssue(&l.events[i]) {
			continue
		}
		score := float64(l.scores[a]) / l.whole(&l.events[i])
		l.links = append(l.links, link{a, i, float32(score)})
	}
	l.near = l.near[:0]
}

// whole is the sum of products of an event with one before it that makes a score
// of 1. If one of them is dated, the one before is.
func (l *linker) whole(x *event) float64 {
	if x.first == protocol.NoDay {
		return wholeScore * undatedFactor
	}
	return wholeScore
}

// forget sets the scores back to zero in the cheaper of two ways.
func (l *linker) forget(i int32, walked int) {
	if walked > int(i)/32 {
		clear(l.scores[:i])
		return
	}
	x := &l.events[i]
	terms, _ := l.vectors.of(x.text)
	for _, t := range terms {
		for _, p := range l.recent(t, x) {
			l.scores[p.event] = 0
		}
	}
}

// drop raises the floor so that half of the links go.
func (l *linker) drop() {
	scores := make([]float32, len(l.links))
	for i := range l.links {
		scores[i] = l.links[i].score
	}
	ordering.By(scores, cmp.Compare)
	median := scores[len(scores)/2]
	l.floor = float64(median)
	l.links = slices.DeleteFunc(l.links, func(x link) bool { return x.score <= median })
}
