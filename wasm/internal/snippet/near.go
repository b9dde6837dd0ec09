package snippet

import (
	"math/bits"
	"slices"
)

// nearer finds out which places of parts that count only close together are
// close together: those for which there is a choice of one place for each item,
// at different words of one run, with no more other words from the first to the
// last of them than the slack allows.
type nearer struct {
	matches []match
	kept    []bool    // of matches
	places  [][]int32 // by item: its matches in the run at hand, by position
	ends    []window  // by item: of places, those behind the first word at hand and not too far
	shown   []int     // by item: how many of places have been looked at to be kept
	least   []uint32  // by item: words of its shortest part
	longest []uint32  // by item: words of its longest part
	reach   uint32    // words from the first to the last item, at most
	slack   uint32
	chosen  []int32 // by item: a match, or -1
	steps   int     // that may still be spent on trying choices
}

// window is a range of a list.
type window struct{ from, to int }

// maxSteps bounds the choices that are tried in one document; beyond it, items
// that might be one word are taken for two. Texts written by people need some
// hundreds at most.
const maxSteps = 1 << 16

// keep drops those of the matches that only count close to others and are not.
func (n *nearer) keep(matches []match, m Matcher) []match {
	n.matches, n.steps = matches, maxSteps
	n.kept = append(n.kept[:0], make([]bool, len(matches))...)
	grouped := uint64(0)
	for g := range m.Nears() {
		items, slack := m.Near(g)
		for _, parts := range items {
			grouped |= parts
		}
		n.group(items, m, slack)
	}
	out := matches[:0]
	for i, x := range matches {
		if grouped>>x.part&1 == 0 || n.kept[i] {
			out = append(out, x)
		}
	}
	n.matches = nil
	return out
}

// group looks at one group, run by run.
func (n *nearer) group(items []uint64, m Matcher, slack int) {
	n.begin(items, m, slack)
	var itemOf [64]int8
	for i, parts := range items {
		for ; parts != 0; parts &= parts - 1 {
			itemOf[bits.TrailingZeros64(parts)] = int8(i + 1)
		}
	}
	run := int32(-1)
	for i, x := range n.matches {
		item := int(itemOf[x.part]) - 1
		if item < 0 {
			continue
		}
		if x.run != run {
			n.end()
			run = x.run
		}
		n.places[item] = append(n.places[item], int32(i))
	}
	n.end()
}

func (n *nearer) begin(items []uint64, m Matcher, slack int) {
	n.slack = uint32(max(slack, 0))
	n.reach = n.slack
	n.least, n.longest, n.places = n.least[:0], n.longest[:0], n.places[:0]
	for i, parts := range items {
		least, longest := uint32(64), uint32(0)
		for ; parts != 0; parts &= parts - 1 {
			_, words := m.Part(bits.TrailingZeros64(parts))
			least, longest = min(least, uint32(words)), max(longest, uint32(words))
		}
		n.least, n.longest = append(n.least, least), append(n.longest, longest)
		n.reach += longest
		if i < cap(n.places) {
			n.places = n.places[:i+1]
			n.places[i] = n.places[i][:0]
		} else {
			n.places = append(n.places, nil)
		}
	}
}

// end keeps what is close together in the run, and empties it.
func (n *nearer) end() {
	if n.isComplete() {
		n.ends = append(n.ends[:0], make([]window, len(n.places))...)
		n.shown = append(n.shown[:0], make([]int, len(n.places))...)
		simple := n.isSimple()
		n.eachFirst(func(item int, first int32) {
			switch {
			case !n.slide(item, n.matches[first].at):
			case simple || n.steps <= 0:
				n.keepAll(item, first)
			default:
				n.keepChosen(item, first)
			}
		})
	}
	for i := range n.places {
		n.places[i] = n.places[i][:0]
	}
}

// isComplete reports whether all items stand in the run.
func (n *nearer) isComplete() bool {
	for _, places := range n.places {
		if len(places) == 0 {
			return false
		}
	}
	return len(n.places) > 0
}

// isSimple reports whether any choice of places of different items will do, if
// they are close enough: no word is a place of two items, and all parts of an
// item have the same number of words.
func (n *nearer) isSimple() bool {
	for i := range n.least {
		if n.least[i] != n.longest[i] {
			return false
		}
	}
	simple := true
	last, lastItem := int64(-1), -1
	n.eachFirst(func(item int, first int32) {
		at := int64(n.matches[first].at)
		simple = simple && (at != last || item == lastItem)
		last, lastItem = at, item
	})
	return simple
}

// eachFirst calls fn for all places of all items, by position.
func (n *nearer) eachFirst(fn func(item int, first int32)) {
	var next [64]int
	for {
		best, found := -1, int32(0)
		for i, places := range n.places {
			if next[i] < len(places) && (best < 0 || n.matches[places[next[i]]].at < n.matches[found].at) {
				best, found = i, places[next[i]]
			}
		}
		if best < 0 {
			return
		}
		next[best]++
		fn(best, found)
	}
}

// slide moves the windows of all items but one to the places that begin behind
// the word at from and may end within reach, and reports whether each has some.
func (n *nearer) slide(item int, from uint32) bool {
	all := true
	for i, places := range n.places {
		w := &n.ends[i]
		for w.from < len(places) && n.matches[places[w.from]].at <= from {
			w.from++
		}
		w.to = max(w.to, w.from)
		for w.to < len(places) && n.matches[places[w.to]].at+n.least[i] <= from+n.reach {
			w.to++
		}
		all = all && (i == item || w.from < w.to)
	}
	return all
}

// keepAll keeps the first place and all of other items in their windows.
func (n *nearer) keepAll(item int, first int32) {
	n.kept[first] = true
	for i, w := range n.ends {
		if i == item {
			continue
		}
		for k := max(w.from, n.shown[i]); k < w.to; k++ {
			n.kept[n.places[i][k]] = true
		}
		n.shown[i] = max(n.shown[i], w.to)
	}
}

// keepChosen keeps the first place and those others that some choice with it has.
func (n *nearer) keepChosen(item int, first int32) {
	for i, w := range n.ends {
		if i == item {
			continue
		}
		for _, place := range n.places[i][w.from:w.to] {
			if n.kept[place] && n.kept[first] {
				continue
			}
			n.chosen = append(n.chosen[:0], slices.Repeat([]int32{-1}, len(n.places))...)
			n.chosen[item], n.chosen[i] = first, place
			if n.choose(0, n.matches[first].at) {
				n.keepThose()
			}
		}
	}
	if len(n.places) == 1 {
		n.kept[first] = true
	}
}

// keepThose keeps the places chosen.
func (n *nearer) keepThose() {
	for _, c := range n.chosen {
		if c >= 0 {
			n.kept[c] = true
		}
	}
}

// choose completes the choice from item i on, and reports whether that can be.
func (n *nearer) choose(i int, from uint32) bool {
	if n.steps--; n.steps <= 0 || i == len(n.places) {
		return n.chosenFits(from)
	}
	if n.chosen[i] >= 0 {
		return n.choose(i+1, from)
	}
	w := n.ends[i]
	for _, place := range n.places[i][w.from:w.to] {
		n.chosen[i] = place
		if n.chosenFits(from) && n.choose(i+1, from) {
			return true
		}
	}
	n.chosen[i] = -1
	return false
}

// chosenFits reports whether the places chosen are at different words and close
// enough, with the best that the rest can be if it is part of a choice.
func (n *nearer) chosenFits(from uint32) bool {
	words, end := uint32(0), from
	for i, c := range n.chosen {
		if c < 0 {
			words += n.longest[i]
			continue
		}
		x := &n.matches[c]
		words += uint32(x.words)
		end = max(end, x.at+uint32(x.words))
		for _, other := range n.chosen[:i] {
			if other >= 0 && n.matches[other].at == x.at {
				return false
			}
		}
	}
	return end-from <= words+n.slack
}
