package cluster

import (
	"slices"

	"clippings/wasm/protocol"
)

// joiner joins events into stories by average link: the two stories whose events
// have the highest mean cosine become one, again and again, until no two reach
// the threshold or all that do would last longer than the days set.
//
// Every pair of events counts, which is what keeps weather reports and market
// closings from chaining: each resembles the day before, not the mean of the
// week. Sums of cosines are additive, so two stories that become one only add
// their links up; a link that was too weak to be noted counts as none.
type joiner struct {
	days      int
	threshold float64
	stories   []growing
	into      []int32 // by story: the one it was joined to, itself if none
	queue     []joinable
	sums      []float64 // by story: with the one at hand
	met       []int32
	looked    int // neighbours
}

// maxLooked bounds the work where a corpus likens everything to everything; what
// is left then stays apart. 80,000 articles that share sentences take 2 % of it.
const maxLooked = 1 << 28

// growing is a story in the making.
type growing struct {
	size        int32
	first, last int32 // day, protocol.NoDay if no event has one
	near        []neighbour
}

// neighbour is a story, or what became part of one, and the sum of the scores of
// links with it. Every sum stands with both of the two.
type neighbour struct {
	story int32
	sum   float32
}

// joinable is two stories, the sum of their links, and the mean score they had
// when they had so many events together.
type joinable struct {
	score float64
	sum   float64
	a, b  int32
	size  int32
}

func newJoiner(events []event, s *protocol.Settings) *joiner {
	j := &joiner{days: int(min(s.Days, maxDays)), threshold: threshold(s)}
	j.stories, j.into = make([]growing, len(events)), make([]int32, len(events))
	j.sums = make([]float64, len(events))
	for i := range events {
		j.into[i] = int32(i)
		j.stories[i] = growing{size: 1, first: events[i].first, last: events[i].first}
	}
	return j
}

// join does so with the links of the events.
func (j *joiner) join(links []link, work func(int) error) error {
	links, err := j.within(links, work)
	if err != nil {
		return err
	}
	if err := j.file(links, work); err != nil {
		return err
	}
	for i := range j.stories {
		for _, n := range j.stories[i].near {
			if n.story > int32(i) {
				j.propose(int32(i), n.story, float64(n.sum))
			}
		}
		if err := work(16 + 2*len(j.stories[i].near)); err != nil {
			return err
		}
	}
	for len(j.queue) > 0 && j.looked < maxLooked {
		before := j.looked
		j.take(j.pop())
		if err := work(2 * (j.looked - before)); err != nil {
			return err
		}
	}
	return nil
}

// take makes two stories one, unless they have changed: if they have grown, what
// they are now comes back into the queue. If links were added to theirs, it was
// put there with those, which come before this.
func (j *joiner) take(x joinable) {
	j.looked += 8
	switch {
	case j.into[x.a] != x.a || j.into[x.b] != x.b:
	case x.size != j.stories[x.a].size+j.stories[x.b].size:
		j.propose(x.a, x.b, x.sum)
	case j.fit(x.a, x.b):
		j.merge(x.a, x.b)
	}
}

// within drops the links between events that no chain of links that reach the
// threshold connects: those can be in no story together, as no mean is more than
// the highest of what it is of.
func (j *joiner) within(links []link, work func(int) error) ([]link, error) {
	part := make([]int32, len(j.stories))
	for i := range part {
		part[i] = int32(i)
	}
	err := eachPart(links, work, func(x link) {
		if float64(x.score) >= j.threshold {
			part[top(part, x.b)] = top(part, x.a)
		}
	})
	if err != nil {
		return nil, err
	}
	kept := links[:0]
	err = eachPart(links, work, func(x link) {
		if top(part, x.a) == top(part, x.b) {
			kept = append(kept, x)
		}
	})
	return kept, err
}

// eachPart does something with every link, and tells of the work by the part.
func eachPart(links []link, work func(int) error, do func(x link)) error {
	for part := range slices.Chunk(links, 1<<14) {
		for _, x := range part {
			do(x)
		}
		if err := work(4 * len(part)); err != nil {
			return err
		}
	}
	return nil
}

// top follows what became part of what to its end, and shortens the way.
func top(into []int32, i int32) int32 {
	for into[i] != i {
		into[i] = into[into[i]]
		i = into[i]
	}
	return i
}

// file puts every link with both of its events.
func (j *joiner) file(links []link, work func(int) error) error {
	count := make([]int, len(j.stories))
	err := eachPart(links, work, func(x link) {
		count[x.a]++
		count[x.b]++
	})
	if err != nil {
		return err
	}
	all := make([]neighbour, 2*len(links))
	for i, n := range count {
		j.stories[i].near, all = all[:0:n], all[n:]
	}
	return eachPart(links, work, func(x link) {
		a, b := &j.stories[x.a], &j.stories[x.b]
		a.near = append(a.near, neighbour{x.b, x.score})
		b.near = append(b.near, neighbour{x.a, x.score})
	})
}

// fit reports whether two stories lie within the days together.
func (j *joiner) fit(a, b int32) bool {
	first, last := j.daysOf(a, b)
	return int(last)-int(first) <= j.days
}

// daysOf is the first and last day of two stories together.
func (j *joiner) daysOf(a, b int32) (first, last int32) {
	x, y := &j.stories[a], &j.stories[b]
	switch {
	case x.first == protocol.NoDay:
		return y.first, y.last
	case y.first == protocol.NoDay:
		return x.first, x.last
	}
	return min(x.first, y.first), max(x.last, y.last)
}

// propose queues two stories, with the sum of their links, if they may become one.
func (j *joiner) propose(a, b int32, sum float64) {
	x, y := &j.stories[a], &j.stories[b]
	score := sum / (float64(x.size) * float64(y.size))
	if score >= j.threshold && j.fit(a, b) {
		j.push(joinable{score, sum, min(a, b), max(a, b), x.size + y.size})
	}
}

// merge makes two stories one, the one with fewer links part of the other, and
// proposes it to those that the fewer are with: for others it is less like them
// than before.
func (j *joiner) merge(a, b int32) {
	if len(j.stories[a].near) < len(j.stories[b].near) {
		a, b = b, a
	}
	x, y := &j.stories[a], &j.stories[b]
	j.into[b] = a
	j.add(a, y.near)
	gained := len(j.met)
	j.add(a, x.near)
	x.size += y.size
	x.first, x.last = j.daysOf(a, b)
	x.near, y.near = x.near[:0], nil
	for i, c := range j.met {
		sum := j.sums[c]
		j.sums[c] = 0
		x.near = append(x.near, neighbour{c, float32(sum)})
		if i < gained {
			j.propose(a, c, sum)
		}
	}
	j.met = j.met[:0]
}

// add adds sums up by what the stories are part of by now, which is not a.
func (j *joiner) add(a int32, near []neighbour) {
	j.looked += len(near)
	for _, n := range near {
		c := top(j.into, n.story)
		if c == a {
			continue
		}
		if j.sums[c] == 0 {
			j.met = append(j.met, c)
		}
		j.sums[c] += float64(n.sum)
	}
}

// comesBefore orders the queue: the most alike first, then the earlier.
func (x *joinable) comesBefore(y *joinable) bool {
	if x.score != y.score {
		return x.score > y.score
	}
	return pairOf(x.a, x.b) < pairOf(y.a, y.b)
}

func pairOf(a, b int32) uint64 { return uint64(a)<<32 | uint64(b) }

func (j *joiner) push(x joinable) {
	j.queue = append(j.queue, x)
	q, i := j.queue, len(j.queue)-1
	for i > 0 && x.comesBefore(&q[(i-1)/2]) {
		q[i], i = q[(i-1)/2], (i-1)/2
	}
	q[i] = x
}

func (j *joiner) pop() joinable {
	q := j.queue
	first, x := q[0], q[len(q)-1]
	q = q[:len(q)-1]
	j.queue = q
	i := 0
	for 2*i+1 < len(q) {
		child := 2*i + 1
		if child+1 < len(q) && q[child+1].comesBefore(&q[child]) {
			child++
		}
		if !q[child].comesBefore(&x) {
			break
		}
		q[i], i = q[child], child
	}
	if len(q) > 0 {
		q[i] = x
	}
	return first
}
