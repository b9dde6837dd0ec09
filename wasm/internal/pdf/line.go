package pdf

import "math"

// line is what stands side by side in one column on one baseline.
type line struct {
	pieces []piece
	x0, x1 float64
	y      float64
	size   float64 // of most of its pieces
	bold   bool
	mark   bool // all of it is an artifact
	text   string
	first  float64 // width of the first word and the space after it
}

// top and bottom are how far the letters reach.
func (s *span) top() float64    { return s.y + 0.7*s.size }
func (s *span) bottom() float64 { return s.y - 0.2*s.size }

// rows groups spans by baseline, from the top; those of a row are sorted by x.
func rows(all []span) [][]span {
	sorted(all, func(a, b *span) bool { return a.y > b.y || a.y == b.y && a.x0 < b.x0 })
	var out [][]span
	var main []span // the tallest of each row
	for _, s := range all {
		found := -1
		for i := len(out) - 1; i >= max(0, len(out)-4) && found < 0; i-- {
			m := &main[i]
			overlap := min(s.top(), m.top()) - max(s.bottom(), m.bottom())
			if overlap >= 0.6*0.9*min(s.size, m.size) && max(s.size, m.size) < 2*min(s.size, m.size) ||
				math.Abs(s.y-m.y) < 0.1*min(s.size, m.size) && max(s.size, m.size) < initialSize*min(s.size, m.size) {
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
		sorted(r, func(a, b *span) bool { return a.x0 < b.x0 })
	}
	return out
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
	if len(spans) == 1 {
		l.pieces = spans[0].pieces
		l.space()
		l.measure()
		return l
	}
	var last *span
	for i := range spans {
		s := &spans[i]
		if last != nil && doubled(last, s) {
			continue
		}
		l.pieces = append(l.pieces, s.pieces...)
		l.x1 = max(l.x1, s.x1)
		last = s
	}
	l.space()
	l.measure()
	return l
}

// maxTracking is how far apart letters may be set, in type sizes.
const maxTracking = 0.6

// space finds the spaces that are only gaps. What is usual between the letters
// of the line is its tracking: a heading may be set s p a c e d o u t.
func (l *line) space() {
	gaps := make([]float64, 0, 256)
	at := func(i int) float64 { // from the end of the piece before
		return (l.pieces[i].x0 - l.pieces[i-1].x1) / min(l.pieces[i].size, l.pieces[i-1].size)
	}
	for i := 1; i < len(l.pieces); i++ {
		if g := at(i); g < maxTracking && !l.pieces[i].gap && l.pieces[i].text != "." {
			gaps = append(gaps, g)
		}
	}
	usual := 0.0
	if len(gaps) >= 5 {
		if m := median(gaps); m > 0.05 {
			usual = m * 1.3
		}
	}
	for i := 1; i < len(l.pieces); i++ {
		l.pieces[i].gap = l.pieces[i].gap || at(i) > usual+spaceGap
	}
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
	l.size = median(sizes)
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
