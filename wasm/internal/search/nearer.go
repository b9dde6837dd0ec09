package search

import "clippings/wasm/ordering"

// nearer finds the places of a Near in one document.
type nearer struct {
	slack uint32
	items []nearItem
	work  int

	reach  uint32      // from a start to the rightmost end
	even   bool        // each item has one length
	near   []nearPlace // within reach of the start at hand, by start
	starts []uint32
	best   []int32
	next   []int32
}

func newNearer(l *leaf) *nearer {
	n := &nearer{slack: l.slack, reach: l.slack, items: make([]nearItem, len(l.items)), even: true}
	for _, it := range l.items {
		most := 0
		for _, r := range it {
			most = max(most, r.words)
			n.even = n.even && r.words == it[0].words
		}
		n.reach += uint32(most)
	}
	n.best, n.next = make([]int32, 1<<len(l.items)), make([]int32, 1<<len(l.items))
	return n
}

// nearItem is the places of one item in a document; their code is their words.
type nearItem struct {
	places []place
	runs   []int
	from   int // the first place at or after the start at hand
}

// nearPlace is a place within reach.
type nearPlace struct{ start, words, item uint32 }

func (p nearPlace) end() uint32 { return p.start + p.words }

// enter takes the places of a document off the front of each list, and reports
// whether all items have any.
func (n *nearer) enter(all [][]place, doc int) bool {
	whole := true
	for i := range all {
		it, k := &n.items[i], 0
		for k < len(all[i]) && all[i][k].doc() == doc {
			k++
		}
		it.from = 0
		it.places, all[i] = all[i][:k], all[i][k:]
		whole = whole && k > 0
	}
	return whole
}

// find is the starts, rising.
func (n *nearer) find() []uint32 {
	n.starts, n.work = n.starts[:0], 0
	for {
		start, run, ok := n.nextStart()
		if !ok {
			return n.starts
		}
		if n.look(start, run, start+n.reach) && n.fits(start) {
			n.starts = append(n.starts, start)
		}
		for i := range n.items {
			it := &n.items[i]
			for it.from < len(it.places) && it.places[it.from].position() <= start {
				it.from++
			}
		}
	}
}

// nextStart is the first start that is left, unless an item has no place any more.
func (n *nearer) nextStart() (start uint32, run int, ok bool) {
	start = ^uint32(0)
	for i := range n.items {
		it := &n.items[i]
		if it.from == len(it.places) {
			return 0, 0, false
		}
		if at := it.places[it.from].position(); at < start {
			start, run = at, it.runs[it.from]
		}
	}
	return start, run, true
}

// look collects the places of the run from start on that end by limit, and
// reports whether all items have any. Of places of one item and length the first
// few will do: one for each item that could want the same position.
func (n *nearer) look(start uint32, run int, limit uint32) bool {
	n.near = n.near[:0]
	for i := range n.items {
		it := &n.items[i]
		before := len(n.near)
		for k := it.from; k < len(it.places) && it.runs[k] == run; k++ {
			p := nearPlace{it.places[k].position(), it.places[k].code(), uint32(i)}
			if p.start > limit {
				break
			}
			if p.end() <= limit && n.countAlike(before, p.words) < len(n.items) {
				n.near = append(n.near, p)
			}
			n.work++
		}
		if len(n.near) == before {
			return false
		}
	}
	ordering.By(n.near, func(a, b nearPlace) int { return int(a.start) - int(b.start) })
	n.work += 8 * len(n.near)
	return true
}

func (n *nearer) countAlike(from int, words uint32) int {
	count := 0
	for _, p := range n.near[from:] {
		if p.words == words {
			count++
		}
	}
	return count
}

// fits reports whether a place can be chosen for each item, one of them at start.
// Where lengths differ, which words belong to items depends on the choice, so every
// end is tried.
func (n *nearer) fits(start uint32) bool {
	if n.even {
		return n.choose(start, start+n.reach) >= 0
	}
	tried := uint32(0)
	for _, p := range n.near {
		end := p.end()
		if end == tried {
			continue
		}
		tried = end
		if words := n.choose(start, end); words >= 0 && int64(end-start)-int64(words) <= int64(n.slack) {
			return true
		}
	}
	return false
}

// choose is the most words of a choice of places that end by limit, with one at
// start; -1 if there is no choice. best[m] is the most words with which the items
// of the set m have places so far.
func (n *nearer) choose(start, limit uint32) int32 {
	all := 1<<len(n.items) - 1
	for m := range n.best {
		n.best[m] = -1
	}
	for i := 0; i < len(n.near); {
		at := n.near[i].start
		copy(n.next, n.best)
		for ; i < len(n.near) && n.near[i].start == at; i++ {
			p := n.near[i]
			if p.end() > limit {
				continue
			}
			if at == start {
				n.next[1<<p.item] = max(n.next[1<<p.item], int32(p.words))
				continue
			}
			n.extend(p, all)
		}
		n.best, n.next = n.next, n.best
	}
	n.work += len(n.near) * (all + 1) / 8
	return n.best[all]
}

// extend adds a place to all choices of places before that lack its item.
func (n *nearer) extend(p nearPlace, all int) {
	bit := 1 << p.item
	for m := range all + 1 {
		if m&bit == 0 && n.best[m] >= 0 {
			n.next[m|bit] = max(n.next[m|bit], n.best[m]+int32(p.words))
		}
	}
}
