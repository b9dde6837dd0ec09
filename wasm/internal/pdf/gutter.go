package pdf

import "math"

// opening is a gap in a row that may lie between columns.
type opening struct {
	x0, x1 float64
	y      float64
	size   float64
	row    int
	before int // index of the span before it
}

const (
	wideGap     = 0.5 // of the type size: narrower gaps are between words
	surelyApart = 6.0 // no word space is so wide
	likelyApart = 2.2 // nor so wide unless a line of a narrow column is set far apart
	inLine      = 4   // rows that must be open at one place for a gap between columns
)

// gutters looks for the gaps between columns in rows of spans.
type gutters struct {
	rows  [][]span
	gaps  []opening
	apart map[[2]int]bool // row and index of the span before the gap
	work  int             // spans looked at
}

// openings finds the gaps between columns: those that are very wide, and those
// that stand one below the other in several rows.
func openings(rows [][]span) map[[2]int]bool {
	g := gutters{rows: rows, apart: map[[2]int]bool{}}
	for r, row := range rows {
		right := math.Inf(-1)
		for i := range row {
			s := &row[i]
			if i > 0 && s.x0-right > wideGap*s.size {
				g.gaps = append(g.gaps, opening{right, s.x0, s.y, s.size, r, i - 1})
			}
			right = max(right, s.x1)
		}
	}
	g.chain()
	return g.apart
}

// strip is what the gaps of a chain share.
type strip struct {
	opening
	gaps []int
}

// maxStrips is how many chains are open at once; a page has few columns.
const maxStrips = 64

// chain follows gaps that share a strip from row to row.
func (g *gutters) chain() {
	var strips []strip
	for i, o := range g.gaps {
		found := -1
		for c := range strips {
			s := &strips[c]
			if min(s.x1, o.x1)-max(s.x0, o.x0) >= 0.45*o.size && s.y-o.y < 3*o.size && s.row != o.row && !g.blocked(s, &o) {
				found = c
				break
			}
		}
		if found < 0 {
			strips = append(strips, strip{opening: o})
			found = len(strips) - 1
		} else {
			s := &strips[found]
			s.x0, s.x1, s.y, s.row = max(s.x0, o.x0), min(s.x1, o.x1), o.y, o.row
		}
		strips[found].gaps = append(strips[found].gaps, i)
		if len(strips) > maxStrips {
			g.part(strips[0].gaps)
			strips = strips[1:]
		}
	}
	for i := range strips {
		g.part(strips[i].gaps)
	}
}

// blocked reports whether text stands in the strip between its last row and o.
func (g *gutters) blocked(s *strip, o *opening) bool {
	for r := s.row + 1; r < o.row; r++ {
		if g.covers(r, max(s.x0, o.x0), min(s.x1, o.x1)) {
			return true
		}
	}
	return false
}

// covers reports whether a span of the row stands across the middle of a gap.
func (g *gutters) covers(r int, x0, x1 float64) bool {
	row := g.rows[r]
	if g.work += len(row) + 1; g.work > maxCompared {
		return true
	}
	middle := (x0 + x1) / 2
	for i := range row {
		if row[i].x0 < middle && row[i].x1 > middle {
			return true
		}
	}
	return false
}

// part records the gaps of a chain that lie between columns.
func (g *gutters) part(chain []int) {
	for _, i := range chain {
		o := &g.gaps[i]
		wide := (o.x1 - o.x0) / o.size
		if len(chain) >= inLine || wide > surelyApart || wide > likelyApart && !g.within(o) {
			g.apart[[2]int{o.row, o.before}] = true
		}
	}
}

// within reports whether a gap lies in a column: the line right above or right
// below runs across it.
func (g *gutters) within(o *opening) bool {
	for _, step := range [...]int{-1, 1} {
		for r := o.row + step; r >= 0 && r < len(g.rows); r += step {
			row := g.rows[r]
			if math.Abs(row[0].y-o.y) > 1.7*o.size {
				break
			}
			if g.covers(r, o.x0, o.x1) {
				return true
			}
		}
	}
	return false
}
