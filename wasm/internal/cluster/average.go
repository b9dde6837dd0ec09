package cluster

import (
	"cmp"
	"math"
	"slices"

	"clippings/wasm/protocol"
)

// cluster is a story in the making.
type cluster struct {
	size  float64 // events in it
	days  float64 // sum of the dates of those that have one
	dated float64
	into  int32 // the cluster it was merged into, itself if none
}

// storyMaker joins events by average link: an event joins the story with whose
// events its mean cosine is the highest and at least the threshold. With
// vectors of length one that mean is the product with the sum of the story's
// vectors over its size, so no pair need be kept.
//
// Every event of the story counts, which is what keeps weather reports and
// market closings from chaining: each resembles the day before, not the mean of
// the week. And an event must lie within the days set of the story's mean
// day, so that the same report a year later is another story.
type storyMaker struct {
	days     int
	cosine   float64
	clusters []cluster
	of       []int32 // by event: the cluster it joined
	numbers  map[uint64]uint32
	where    [][]place // by dense term: who has it
	scores   []float64 // by cluster, for the one event at hand
	met      []int32
}

// place is what events of a cluster weigh together in a term. A cluster may
// have several places for a term, which add up; they stand in the order of
// their day, that of their first event, the undated last.
type place struct {
	cluster int32
	day     int32
	sum     float64
}

// termSum is a term by its dense number, and what a text or cluster weighs in it.
type termSum struct {
	term uint32
	sum  float64
}

// join takes the events one by one into the story they fit best.
func (m *storyMaker) join(events []event, work func(int) error) error {
	for i := range events {
		x := &events[i]
		terms := m.number(x.vec)
		c, walked := m.best(terms, 1, x, -1)
		if c < 0 {
			c = int32(len(m.clusters))
			m.clusters = append(m.clusters, cluster{into: c})
			m.scores = append(m.scores, 0)
		}
		m.of = append(m.of, c)
		k := &m.clusters[c]
		k.size++
		if x.first != protocol.NoDay {
			k.days += float64(x.first)
			k.dated++
		}
		day := x.first
		if day == protocol.NoDay {
			day = math.MaxInt32
		}
		for _, t := range terms {
			m.put(t, c, day)
		}
		if err := work(walked + 8*len(terms) + 16); err != nil {
			return err
		}
	}
	return nil
}

func (m *storyMaker) number(vec Vector) []termSum {
	terms := make([]termSum, len(vec))
	for i, x := range vec {
		n, known := m.numbers[x.Term]
		if !known {
			n = uint32(len(m.where))
			m.numbers[x.Term] = n
			m.where = append(m.where, nil)
		}
		terms[i] = termSum{n, float64(x.Weight)}
	}
	return terms
}

// put adds an event's weight in a term to a cluster: to a place of the same days
// if there is one among the latest, else to a new one.
func (m *storyMaker) put(t termSum, c, day int32) {
	places := m.where[t.term]
	for i := len(places) - 1; i >= max(0, len(places)-latestPlaces); i-- {
		if p := &places[i]; p.cluster == c && int(day)-int(p.day) <= m.days {
			p.sum += t.sum
			return
		}
	}
	m.where[t.term] = append(places, place{c, day, t.sum})
}

// latestPlaces is how many places put looks through. For one that it misses it
// makes another, and the two add up.
const latestPlaces = 32

// best is the cluster, other than self, to whose events those of the terms,
// so many of them, have the highest mean cosine that reaches the threshold; -1
// if there is none.
func (m *storyMaker) best(terms []termSum, size float64, x *event, self int32) (best int32, walked int) {
	for _, t := range terms {
		walked += m.meet(t, x.first)
	}
	m.foldMerged()
	best, top := int32(-1), 0.0
	for _, c := range m.met {
		k := &m.clusters[c]
		score := m.scores[c] / (k.size * size)
		m.scores[c] = 0
		if c != self && score >= m.threshold(k, x) && m.isNear(k, x) && (score > top || score == top && c < best) {
			best, top = c, score
		}
	}
	m.met = m.met[:0]
	return best, walked
}

// meet adds the product of one term to every cluster that has it on days about
// the given one, the latest first, up to maxPlaces of them. A story's days lie
// within days of its mean, as does an event's that joins it; twice as far
// leaves room for a mean that has moved.
func (m *storyMaker) meet(t termSum, day int32) (walked int) {
	places, span := m.where[t.term], 4*m.days
	if day != protocol.NoDay && len(places) > 0 && int(places[len(places)-1].day)-int(day) > span {
		end, _ := slices.BinarySearchFunc(places, int(day)+span, func(p place, day int) int {
			return cmp.Compare(int(p.day), day)
		})
		places = places[:end]
	}
	places = places[max(0, len(places)-maxPlaces):]
	for i := len(places) - 1; i >= 0; i-- {
		p := &places[i]
		if day != protocol.NoDay && int(day)-int(p.day) > span {
			return len(places) - i
		}
		if m.scores[p.cluster] == 0 {
			m.met = append(m.met, p.cluster)
		}
		m.scores[p.cluster] += t.sum * p.sum
	}
	return len(places)
}

// maxPlaces bounds the work where no dates do.
const maxPlaces = 1024

// foldMerged gives what clusters met that were merged to those they are now
// part of.
func (m *storyMaker) foldMerged() {
	kept := m.met[:0]
	var into []int32
	for _, c := range m.met {
		top := m.top(c)
		if top == c {
			kept = append(kept, c)
			continue
		}
		if m.scores[top] == 0 {
			into = append(into, top)
		}
		m.scores[top] += m.scores[c]
		m.scores[c] = 0
	}
	m.met = append(kept, into...)
}

func (m *storyMaker) top(c int32) int32 {
	for m.clusters[c].into != c {
		c = m.clusters[c].into
	}
	return c
}

// threshold is the product that a pair of events must reach: more where nothing
// says that they are of the same days.
func (m *storyMaker) threshold(k *cluster, x *event) float64 {
	t := m.cosine * UnitWeight * UnitWeight
	if x.first == protocol.NoDay || k.dated == 0 {
		t *= undatedFactor
	}
	return t
}

// undatedFactor: on the same triples without their dates precision is 1.0 from a
// cosine of 0.15.
const undatedFactor = 1.6

// isNear reports whether the event lies within days of the cluster's mean
// day, or one of them has no day.
func (m *storyMaker) isNear(k *cluster, x *event) bool {
	if x.first == protocol.NoDay || k.dated == 0 {
		return true
	}
	mean, days := k.days/k.dated, float64(m.days)
	return mean-float64(x.last) <= days && float64(x.first)-mean <= days
}

// merge joins stories that grew apart because of the order in which their
// events came, by the same rule, over their heaviest terms.
func (m *storyMaker) merge(work func(int) error) error {
	sums := m.sums()
	for c := range int32(len(m.clusters)) {
		k := &m.clusters[c]
		if k.into != c || len(sums[c]) == 0 {
			continue
		}
		x := event{first: protocol.NoDay, last: protocol.NoDay}
		if k.dated > 0 {
			x.first = int32(math.Round(k.days / k.dated))
			x.last = x.first
		}
		into, walked := m.best(sums[c], k.size, &x, c)
		if into >= 0 {
			to := &m.clusters[into]
			k.into = into
			to.size, to.days, to.dated = to.size+k.size, to.days+k.days, to.dated+k.dated
			sums[into] = nil // what it is now was not summed
		}
		if err := work(walked + 16); err != nil {
			return err
		}
	}
	return nil
}

// maxSumTerms is twice what a text has.
const maxSumTerms = 96

// sums is the heaviest terms of each cluster.
func (m *storyMaker) sums() [][]termSum {
	sums := make([][]termSum, len(m.clusters))
	for term, places := range m.where {
		for _, p := range places {
			sums[p.cluster] = append(sums[p.cluster], termSum{uint32(term), p.sum})
		}
	}
	for c, terms := range sums {
		slices.SortFunc(terms, func(a, b termSum) int {
			return cmp.Or(cmp.Compare(b.sum, a.sum), cmp.Compare(a.term, b.term))
		})
		sums[c] = terms[:min(len(terms), maxSumTerms)]
	}
	return sums
}
