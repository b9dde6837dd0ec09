package pdf

// block is lines that stand one below the other in one column, from the top.
type block struct {
	lines          []line
	x0, x1, y0, y1 float64 // y0 is the bottom
}

// pitch is the distance from line to line that is usual on the page, in type
// sizes: 1.2 for most, 2 for a manuscript.
func pitch(lines []line) float64 {
	var count [40]int
	for i := range lines[:min(len(lines), maxLines)] {
		if j := nextBelow(lines, i, 3); j >= 0 {
			d := (lines[i].y - lines[j].y) / lines[i].size
			count[min(int(d*10), 39)] += len(lines[i].pieces)
		}
	}
	best := 12
	for i, n := range count {
		if n > count[best] {
			best = i
		}
	}
	return float64(best)/10 + 0.05
}

// nextBelow is the nearest line under i that stands under it, within reach type
// sizes; -1 when there is none. Lines are sorted from the top.
func nextBelow(lines []line, i int, reach float64) int {
	l := &lines[i]
	for j := i + 1; j < min(len(lines), i+maxLines) && l.y-lines[j].y <= reach*l.size; j++ {
		if l.y-lines[j].y > 0.3*l.size && overlaps(l.x0, l.x1, lines[j].x0, lines[j].x1) {
			return j
		}
	}
	return -1
}

func overlaps(a0, a1, b0, b1 float64) bool { return a0 < b1 && b0 < a1 }

const (
	maxCompared = 20_000_000 // pairs of lines that one page may make us compare: a tenth of a second
	maxLines    = 4000       // of a page, from which the usual distance is learned
)

// blocks joins lines where one, and only one, stands right below another.
func blocks(lines []line) []block {
	sorted(lines, func(a, b *line) bool { return a.y > b.y || a.y == b.y && a.x0 < b.x0 })
	usual := pitch(lines)
	above := make([]int, len(lines)) // the line right above, -1 for none, -2 for several
	below := make([]int, len(lines))
	for i := range lines {
		above[i], below[i] = -1, -1
	}
	link := func(side []int, i, j int) {
		if side[i] != -1 {
			j = -2
		}
		side[i] = j
	}
	work := 0
	for i := range lines {
		l := &lines[i]
		near := -1.0 // of the row right below
		for j := i + 1; j < len(lines) && work < maxCompared; j++ {
			work++
			m := &lines[j]
			d := l.y - m.y
			if d > max(1.6, 1.35*usual)*max(l.size, m.size) || near >= 0 && d > near+0.6*l.size {
				break
			}
			if d < 0.4*min(l.size, m.size) || !overlaps(l.x0, l.x1, m.x0, m.x1) {
				continue
			}
			if near < 0 {
				near = d
			}
			link(below, i, j)
			link(above, j, i)
		}
	}
	return gather(lines, above, below)
}

// gather makes blocks of lines that are each other's only neighbours.
func gather(lines []line, above, below []int) []block {
	at := make([]int, len(lines)) // the block of each line
	var out []block
	for i := range lines {
		l := lines[i]
		if a := above[i]; a >= 0 && below[a] == i && alike(&lines[a], &l) {
			b := &out[at[a]]
			b.lines = append(b.lines, l)
			b.x0, b.x1, b.y0 = min(b.x0, l.x0), max(b.x1, l.x1), l.y-0.2*l.size
			at[i] = at[a]
			continue
		}
		at[i] = len(out)
		out = append(out, block{[]line{l}, l.x0, l.x1, l.y - 0.2*l.size, l.y + 0.7*l.size})
	}
	return out
}

// alike reports whether two lines can be of one text.
func alike(a, b *line) bool {
	return max(a.size, b.size) < 1.15*min(a.size, b.size) && a.mark == b.mark
}

// maxOrdered is how many blocks are put in order by their places to each other,
// which grows with the cube of their number.
const maxOrdered = 300

// order puts blocks in reading order: one comes before another that it stands
// above of, if they share a column, or that it stands to the left of, unless a
// third one lies between them and across both (T. Breuel, "High performance
// document layout analysis", 2003).
func order(all []block, rightToLeft bool) []block {
	sorted(all, func(a, b *block) bool {
		if a.y1 != b.y1 {
			return a.y1 > b.y1
		}
		return !rightToLeft && a.x0 < b.x0 || rightToLeft && a.x1 > b.x1
	})
	n := len(all)
	if n > maxOrdered {
		return all
	}
	waits := make([]int, n) // how many must come before
	then := make([][]int, n)
	for i := range all {
		for j := range all {
			if i != j && comesBefore(all, i, j, rightToLeft) {
				then[i] = append(then[i], j)
				waits[j]++
			}
		}
	}
	out := make([]block, 0, n)
	done := make([]bool, n)
	for len(out) < n {
		next := -1
		for i := range all {
			if !done[i] && (next < 0 || waits[i] < waits[next]) {
				next = i // in a circle the one that waits for fewest
			}
		}
		done[next] = true
		out = append(out, all[next])
		for _, j := range then[next] {
			waits[j]--
		}
	}
	return out
}

// comesBefore reports whether block i is read before block j.
func comesBefore(all []block, i, j int, rightToLeft bool) bool {
	a, b := &all[i], &all[j]
	if overlaps(a.x0, a.x1, b.x0, b.x1) {
		return a.y0+a.y1 > b.y0+b.y1
	}
	if (a.x1 <= b.x0) == rightToLeft {
		return false
	}
	high, low := max(a.y1, b.y1), min(a.y0, b.y0)
	for k := range all {
		c := &all[k]
		if k == i || k == j || c.y1 > high || c.y0 < low {
			continue
		}
		middle := (c.y0 + c.y1) / 2
		between := middle < max(a.y0, b.y0) && middle > min(a.y1, b.y1)
		if between && overlaps(c.x0, c.x1, a.x0, a.x1) && overlaps(c.x0, c.x1, b.x0, b.x1) {
			return a.y0 >= middle
		}
	}
	return true
}
