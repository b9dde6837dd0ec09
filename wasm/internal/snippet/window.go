package snippet

import (
	"math/bits"
	"slices"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// core is a stretch between two matches, around which an excerpt is cut.
type core struct {
	protocol.Span
	block int32
}

// minWindow is the room that an excerpt of several must have, in bytes: a word of
// the query and some on either side.
const minWindow = 40

// choose finds the stretches to cut around, by rising start: the fewest that show
// the most parts of the query in so much room.
func (k *Maker) choose(room uint32, most int) []core {
	all := uint64(0)
	for _, m := range k.s.matches {
		if m.block >= 0 {
			all |= 1 << m.part
		}
	}
	best, bestParts := k.best[:0], 0
	for n := 1; n <= most && all != 0; n++ {
		if n > 1 && room/uint32(n) < minWindow {
			break
		}
		cores, shown := k.pick(room/uint32(n), n)
		if parts := bits.OnesCount64(shown); parts > bestParts {
			best, bestParts = append(best[:0], cores...), parts
		}
		if shown == all {
			break
		}
	}
	ordering.By(best, func(a, b core) int { return compareSpans(a.Span, b.Span) })
	k.best = best
	return best
}

// pick takes up to most windows, each for the parts that those before it do not
// show: from running text as long as that has some.
func (k *Maker) pick(size uint32, most int) (cores []core, shown uint64) {
	cores = k.cores[:0]
	for len(cores) < most {
		c, parts := k.roomy(size, shown, false)
		if parts&^shown == 0 {
			c, parts = k.roomy(size, shown, true)
		}
		if parts&^shown == 0 {
			break
		}
		cores, shown = append(cores, c), shown|parts
	}
	k.cores = cores
	return cores, shown
}

// roomy finds a window that leaves a third of the room for what is around it,
// unless one that takes all shows more.
func (k *Maker) roomy(size uint32, shown uint64, aside bool) (core, uint64) {
	best, parts := k.window(size-size/3, shown, aside)
	wide, more := k.window(size, shown, aside)
	if bits.OnesCount64(more&^shown) > bits.OnesCount64(parts&^shown) {
		return wide, more
	}
	return best, parts
}

// window finds the stretch from one match to another, no longer than size if
// there are several, with the most parts of the query that are not shown yet,
// then the most parts, then the most matches, then the first.
func (k *Maker) window(size uint32, shown uint64, aside bool) (best core, parts uint64) {
	matches := k.s.matches
	clear(k.counts[:])
	var set uint64
	var score, bestScore [3]int
	left, from, to := 0, 0, 0
	n := 0
	for right, r := range matches {
		if r.block < 0 || k.s.blocks[r.block].aside != aside {
			continue
		}
		for left < right && (matches[left].block != r.block || r.End-matches[left].Start > size) {
			if l := matches[left]; l.block >= 0 && k.s.blocks[l.block].aside == aside {
				n--
				if k.counts[l.part]--; k.counts[l.part] == 0 {
					set &^= 1 << l.part
				}
			}
			left++
		}
		n++
		k.counts[r.part]++
		set |= 1 << r.part
		score = [3]int{bits.OnesCount64(set &^ shown), bits.OnesCount64(set), n}
		if slices.Compare(score[:], bestScore[:]) > 0 {
			bestScore, from, to, parts = score, left, right+1, set
		}
	}
	if parts == 0 {
		return core{}, 0
	}
	best = core{matches[from].Span, matches[from].block}
	for _, m := range matches[from:to] {
		best.End = max(best.End, m.End)
	}
	return best, parts
}

// join makes one of stretches, by rising start, that overlap, or that stand in
// one sentence or close to each other if there is room for what is between.
func (k *Maker) join(text string, cores []core, room uint32) []core {
	used := uint32(0)
	for _, c := range cores {
		used += uint32(c.Len())
	}
	out := cores[:0]
	for _, c := range cores {
		if len(out) == 0 || out[len(out)-1].block != c.block {
			out = append(out, c)
			continue
		}
		last := &out[len(out)-1]
		if c.Start <= last.End {
			last.End = max(last.End, c.End)
			continue
		}
		gap := protocol.Span{Start: last.End, End: c.Start}
		if used+uint32(gap.Len()) > room || gap.Len() > minWindow && endsSentence(gap.Of(text)) {
			out = append(out, c)
			continue
		}
		used += uint32(gap.Len())
		last.End = c.End
	}
	return out
}

// layOut cuts excerpts around the stretches, which share the room.
func (k *Maker) layOut(text string, cores []core, room uint32) []protocol.Span {
	out := make([]protocol.Span, 0, len(cores))
	block := int32(-1)
	for i, c := range cores {
		in := k.s.blocks[c.block].Span
		joins := c.block == block
		if joins {
			in.Start = max(in.Start, out[len(out)-1].End)
		}
		if i+1 < len(cores) && cores[i+1].block == c.block {
			in.End = min(in.End, cores[i+1].Start)
		}
		s := widen(text, in, c.Span, room/uint32(len(cores)-i))
		block = c.block
		if joins {
			last := &out[len(out)-1]
			if gap := s.Start - last.End; gap+uint32(s.Len()) <= room && Trim(text, protocol.Span{Start: last.End, End: s.Start}).Len() < minGap {
				last.End = s.End
				room -= gap + uint32(s.Len())
				continue
			}
		}
		room -= uint32(s.Len())
		out = append(out, s)
	}
	return out
}

// minGap is the text in bytes that must be left out between two excerpts: a dash
// in its place would save nothing.
const minGap = 12
