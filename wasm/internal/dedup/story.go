package dedup

import (
	"cmp"
	"slices"

	"clippings/wasm/protocol"
)

// event is a text on its way into a story: its vector, and the days on which it
// and its copies were published.
type event struct {
	text  uint32
	vec   vector
	first int32 // day, NoDate if not known
	last  int32
}

// cluster is a story in the making.
type cluster struct {
	size  float64 // events in it
	days  float64 // sum of the dates of those that have one
	dated float64
	first int32 // earliest of them
	into  int32 // the cluster it was merged into, itself if none
	terms []termSum
}

// termSum is what the events of a cluster weigh together in one term.
type termSum struct {
	term uint32 // dense number
	sum  float64
}

// storyMaker joins events by average link: an event joins the story with whose
// events its mean cosine is the highest and at least the threshold. With
// vectors of length one that mean is the product with the sum of the story's
// vectors over its size, so no pair need be kept.
//
// Every event of the story counts, which is what keeps weather reports and
// market closings from chaining: each resembles the day before, not the mean of
// the week. And an event must lie within Params.StoryDays of the story's mean
// day, so that the same report a year later is another story.
type storyMaker struct {
	p        *Params
	clusters []cluster
	of       []int32 // by event: its cluster
	numbers  map[uint64]uint32
	where    [][]place // by dense term: the clusters that have it
	scores   []float64 // by cluster, for the one event at hand
	met      []int32
}

// place is the entry of a term in a cluster.
type place struct{ cluster, at int32 }

// stories finds the stories, and numbers them by the canonical order of their
// first text.
func (e *Exchange) stories(in []reader, out [][]byte) error {
	if !e.leads() {
		return nil
	}
	vectors, err := e.readVectors(in)
	if err != nil {
		return err
	}
	events := e.events(vectors)
	m := storyMaker{p: &e.p, numbers: map[uint64]uint32{}}
	if err := m.join(events, e.pace.work); err != nil {
		return err
	}
	if err := m.merge(e.pace.work); err != nil {
		return err
	}
	e.writeStories(events, &m)
	e.writeAssignments(out)
	return nil
}

// events lists the texts that represent themselves, by day, the undated last.
func (e *Exchange) events(vectors []vector) []event {
	l := &e.lead
	events := make([]event, 0, len(vectors))
	at := make([]int32, len(vectors)) // by text, plus one
	for t, vec := range vectors {
		if l.groups.leader[t] == uint32(t) {
			events = append(events, event{text: uint32(t), vec: vec, first: NoDate, last: NoDate})
			at[t] = int32(len(events))
		}
	}
	for i := range l.docs {
		d := &l.docs[i]
		if x := &events[at[l.groups.leader[d.text]]-1]; d.Date != NoDate {
			if x.first == NoDate || d.Date < x.first {
				x.first = d.Date
			}
			x.last = max(x.last, d.Date)
		}
	}
	slices.SortFunc(events, func(x, y event) int {
		return cmp.Or(cmp.Compare(b2i(x.first == NoDate), b2i(y.first == NoDate)),
			cmp.Compare(x.first, y.first), cmp.Compare(x.text, y.text))
	})
	return events
}

// join takes the events one by one into the story they fit best.
func (m *storyMaker) join(events []event, work func(int) error) error {
	for i := range events {
		x := &events[i]
		terms := m.number(x.vec)
		c := m.best(terms, x, -1)
		if c < 0 {
			c = int32(len(m.clusters))
			m.clusters = append(m.clusters, cluster{into: c, first: x.first})
			m.scores = append(m.scores, 0)
		}
		m.of = append(m.of, c)
		m.extend(c, terms, x.first)
		k := &m.clusters[c]
		k.size++
		if x.first != NoDate {
			k.days += float64(x.first)
			k.dated++
		}
		if err := work(8*len(terms) + 16); err != nil {
			return err
		}
	}
	return nil
}

func (m *storyMaker) number(vec vector) []termSum {
	terms := make([]termSum, len(vec))
	for i, x := range vec {
		n, known := m.numbers[x.term]
		if !known {
			n = uint32(len(m.where))
			m.numbers[x.term] = n
			m.where = append(m.where, nil)
		}
		terms[i] = termSum{n, float64(x.weight)}
	}
	return terms
}

// best is the cluster, other than self, to whose events the terms have the
// highest mean cosine that reaches the threshold; -1 if there is none.
func (m *storyMaker) best(terms []termSum, x *event, self int32) int32 {
	for _, t := range terms {
		m.meet(t, x)
	}
	best, top := int32(-1), 0.0
	for _, c := range m.met {
		k := &m.clusters[c]
		score := m.scores[c] / k.size
		m.scores[c] = 0
		if c != self && score >= m.threshold(k, x) && m.isNear(k, x) && (score > top || score == top && c < best) {
			best, top = c, score
		}
	}
	m.met = m.met[:0]
	return best
}

// meet adds the product of one term to every cluster that has it.
func (m *storyMaker) meet(t termSum, x *event) {
	m.walk(t.term, x.first, func(p place) bool {
		if m.scores[p.cluster] == 0 {
			m.met = append(m.met, p.cluster)
		}
		m.scores[p.cluster] += t.sum * m.clusters[p.cluster].terms[p.at].sum
		return true
	})
}

// walk gives the clusters that have the term, the latest first, until they are
// long over on the given day or maxPlaces were looked at.
func (m *storyMaker) walk(term uint32, day int32, do func(place) bool) {
	places := m.where[term]
	for _, p := range slices.Backward(places[max(0, len(places)-maxPlaces):]) {
		k := &m.clusters[p.cluster]
		if day != NoDate && k.first != NoDate && int(day)-int(k.first) > 4*m.p.StoryDays {
			return
		}
		if k.into == p.cluster && !do(p) {
			return
		}
	}
}

// maxPlaces bounds the work where no dates do.
const maxPlaces = 1024

// threshold is the product that a pair of events must reach: more where nothing
// says that they are of the same days.
func (m *storyMaker) threshold(k *cluster, x *event) float64 {
	t := m.p.StoryThreshold * unitWeight * unitWeight
	if x.first == NoDate || k.dated == 0 {
		t *= undatedFactor
	}
	return t
}

const undatedFactor = 1.2

// isNear reports whether the event lies within StoryDays of the cluster's mean
// day, or one of them has no day.
func (m *storyMaker) isNear(k *cluster, x *event) bool {
	if x.first == NoDate || k.dated == 0 {
		return true
	}
	mean, days := k.days/k.dated, float64(m.p.StoryDays)
	return mean-float64(x.last) <= days && float64(x.first)-mean <= days
}

// extend adds terms, of the given day, to a cluster. Where a walk no longer
// reaches a term's entry it gets another, which adds up to the same.
func (m *storyMaker) extend(c int32, terms []termSum, day int32) {
	for _, t := range terms {
		at := int32(-1)
		m.walk(t.term, day, func(p place) bool {
			if p.cluster == c {
				at = p.at
			}
			return at < 0
		})
		k := &m.clusters[c]
		if at >= 0 {
			k.terms[at].sum += t.sum
			continue
		}
		m.where[t.term] = append(m.where[t.term], place{c, int32(len(k.terms))})
		k.terms = append(k.terms, t)
	}
}

// merge joins stories that grew apart because of the order in which their
// events came, by the same rule.
func (m *storyMaker) merge(work func(int) error) error {
	for changed := true; changed; {
		changed = false
		for c := range int32(len(m.clusters)) {
			k := &m.clusters[c]
			if k.into != c {
				continue
			}
			mean := make([]termSum, len(k.terms))
			for i, t := range k.terms {
				mean[i] = termSum{t.term, t.sum / k.size}
			}
			x := event{first: NoDate, last: NoDate}
			if k.dated > 0 {
				x.first = int32(k.days / k.dated)
				x.last = x.first
			}
			if into := m.best(mean, &x, c); into >= 0 {
				m.mergeInto(c, into)
				changed = true
			}
			if err := work(16 * len(mean)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (m *storyMaker) mergeInto(c, into int32) {
	k, to := &m.clusters[c], &m.clusters[into]
	k.into = into
	to.size, to.days, to.dated = to.size+k.size, to.days+k.days, to.dated+k.dated
	if k.first != NoDate && (to.first == NoDate || k.first < to.first) {
		to.first = k.first
	}
	m.extend(into, k.terms, NoDate)
}

// final is the cluster in which an event ended up.
func (m *storyMaker) final(i int) int32 {
	c := m.of[i]
	for m.clusters[c].into != c {
		c = m.clusters[c].into
	}
	return c
}

// writeStories turns clusters into stories of documents.
func (e *Exchange) writeStories(events []event, m *storyMaker) {
	l := &e.lead
	cluster := make([]int32, len(l.byText)) // by text
	for i := range events {
		cluster[events[i].text] = m.final(i)
	}
	members := make([][]int32, len(m.clusters))
	var order []int32 // clusters in canonical order of their first document
	for i := range l.docs {
		c := cluster[l.groups.leader[l.docs[i].text]]
		if members[c] == nil {
			order = append(order, c)
		}
		members[c] = append(members[c], int32(i))
	}
	for _, c := range order {
		if docs := members[c]; len(docs) > 1 {
			e.result.Stories = append(e.result.Stories, e.newStory(docs))
		}
	}
}

func (e *Exchange) newStory(docs []int32) Story {
	l := &e.lead
	slices.SortStableFunc(docs, func(x, y int32) int {
		a, b := l.docs[x].Date, l.docs[y].Date
		return cmp.Or(cmp.Compare(b2i(a == NoDate), b2i(b == NoDate)), cmp.Compare(a, b))
	})
	s := Story{ID: uint32(len(e.result.Stories) + 1), Members: make([]protocol.DocID, len(docs))}
	for i, d := range docs {
		s.Members[i] = l.docs[d].ID
	}
	return s
}
