package pdf

import (
	"cmp"
	"math"
	"slices"
)

// line is what stands side by side in one column on one baseline.
type line struct {
	pieces []piece
	x0, x1 float64
	y      float64
	size   float64 // of most of its pieces
	bold   bool
	mark   bool // all of it is an artifact
	above  int  // lines that this one stands right below, counted to two
	below  int
	text   string
	first  float64 // width of the first word and the space after it
}

// top and bottom are how far the letters reach.
func (s *span) top() float64    { return s.y + 0.7*s.size }
func (s *span) bottom() float64 { return s.y - 0.2*s.size }

// rows groups spans by baseline, from the top; those of a row are sorted by x.
func rows(all []span) [][]span {
	slices.SortStableFunc(all, func(a, b span) int {
		return cmp.Or(cmp.Compare(b.y, a.y), cmp.Compare(a.x0, b.x0))
	})
	var out [][]span
	var main []span // the tallest of each row
	for _, s := range all {
		found := -1
		for i := len(out) - 1; i >= max(0, len(out)-4) && found < 0; i-- {
			m := &main[i]
			overlap := min(s.top(), m.top()) - max(s.bottom(), m.bottom())
			if overlap >= 0.6*0.9*min(s.size, m.size) && max(s.size, m.size) < 2*min(s.size, m.size) || math.Abs(s.y-m.y) < 0.1*min(s.size, m.size) {
				found = i
			}
		}
		if found < 0 {
			out, main = append(out, nil), append(main, s)
			found = len(out) - 1
		}
		out[found] = append(out[found], s)
		if s.size > main[found].size {
			main[found] = s
		}
	}
	for _, r := range out {
		slices.SortStableFunc(r, func(a, b span) int { return cmp.Compare(a.x0, b.x0) })
	}
	return out
}

// opening is a gap in a row that may lie between columns.
type opening struct {
	x0, x1 float64
	y      float64
	size   float64
	row    int
	before int // index of the span before it
	chain  int // openings above and below that it is in line with
}

const (
	surelyApart = 2.2 // of the type size: no word space is so wide
	inLine      = 4   // rows that must be open at one place for a gap between columns
)

// openings finds the gaps between columns: those that are very wide, and those
// that stand one below the other in several rows.
func openings(all [][]span) map[[2]int]bool {
	var gaps []opening
	for r, row := range all {
		right := math.Inf(-1)
		for i := range row {
			s := &row[i]
			if i > 0 && s.x0-right > 0.5*s.size {
				gaps = append(gaps, opening{x0: right, x1: s.x0, y: s.y, size: s.size, row: r, before: i - 1, chain: 1})
			}
			right = max(right, s.x1)
		}
	}
	apart := map[[2]int]bool{}
	var chains [][]int // indexes into gaps, that share a strip
	strips := []opening{}
	for i, g := range gaps {
		found := -1
		for c := range strips {
			s := &strips[c]
			shared := min(s.x1, g.x1) - max(s.x0, g.x0)
			if shared >= 0.45*g.size && s.y-g.y < 3*g.size && s.row != g.row {
				found = c
				break
			}
		}
		if found < 0 {
			strips, chains = append(strips, g), append(chains, nil)
			found = len(strips) - 1
		} else {
			s := &strips[found]
			s.x0, s.x1, s.y, s.row = max(s.x0, g.x0), min(s.x1, g.x1), g.y, g.row
		}
		chains[found] = append(chains[found], i)
		if len(strips) > 64 { // the oldest can hardly be met again
			part(apart, gaps, chains[0])
			strips, chains = strips[1:], chains[1:]
		}
	}
	for _, c := range chains {
		part(apart, gaps, c)
	}
	return apart
}

// part records the gaps of a chain that is long enough, and those so wide that
// they need none.
func part(apart map[[2]int]bool, gaps []opening, chain []int) {
	for _, i := range chain {
		g := &gaps[i]
		if len(chain) >= inLine || g.x1-g.x0 > surelyApart*g.size {
			apart[[2]int{g.row, g.before}] = true
		}
	}
}

// lines makes lines of spans.
func lines(all []span) []line {
	grid := rows(all)
	apart := openings(grid)
	var out []line
	for r, row := range grid {
		start := 0
		for i := range row {
			if i == len(row)-1 || apart[[2]int{r, i}] {
				out = append(out, newLine(row[start:i+1]))
				start = i + 1
			}
		}
	}
	return out
}

// newLine joins the spans of one line, dropping what is printed twice to look
// bold.
func newLine(spans []span) line {
	l := line{x0: spans[0].x0, x1: spans[0].x1, mark: true}
	var last *span
	for i := range spans {
		s := &spans[i]
		if last != nil && doubled(last, s) {
			continue
		}
		if last != nil {
			s.pieces[0].gap = s.pieces[0].gap || s.x0-l.x1 > spaceGap*min(s.size, last.size)
		}
		l.pieces = append(l.pieces, s.pieces...)
		l.x1 = max(l.x1, s.x1)
		last = s
	}
	l.measure()
	return l
}

// doubled reports whether b repeats a at nearly the same place.
func doubled(a, b *span) bool {
	if math.Abs(a.x0-b.x0) > 0.25*a.size || math.Abs(a.y-b.y) > 0.25*a.size || len(a.pieces) != len(b.pieces) {
		return false
	}
	for i := range a.pieces {
		if a.pieces[i].text != b.pieces[i].text {
			return false
		}
	}
	return true
}

// measure sets what the whole line looks like from its pieces.
func (l *line) measure() {
	bold := 0
	sizes := make([]float64, 0, 256)
	for i := range l.pieces {
		p := &l.pieces[i]
		sizes = append(sizes, p.size)
		if p.font.isBold() {
			bold++
		}
		l.mark = l.mark && p.mark
	}
	l.bold = 2*bold > len(l.pieces)
	slices.Sort(sizes)
	l.size = sizes[len(sizes)/2]
	l.y = l.pieces[0].y
	for i := range l.pieces {
		if p := &l.pieces[i]; p.size >= l.size*0.95 && p.size <= l.size*1.05 {
			l.y = p.y
			break
		}
	}
	l.first = l.x1 - l.x0
	for i := range l.pieces {
		if i > 0 && l.pieces[i].gap {
			l.first = l.pieces[i].x0 - l.x0
			break
		}
	}
}
