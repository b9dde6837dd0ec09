package pdf

import "math"

// piece is a glyph in the coordinates of its own direction of writing: x grows
// along the line and y upwards, across it.
type piece struct {
	text   string
	x0, x1 float64
	y      float64
	size   float64
	font   *font
	gap    bool // white space stands before it
	mark   bool // artifact
}

// A span is pieces that stand one after the other on one line.
type span struct {
	pieces []piece
	x0, x1 float64
	y      float64
	size   float64
}

const (
	spaceGap = 0.1 // of the type size, over what is usual in the line: a wider gap is a space
	joinGap  = 0.8 // a wider gap may lie between columns
	maxTurns = 8   // directions of writing on one page
)

// turned groups a page's glyphs by direction of writing, the most used first,
// and turns each group so that it reads from left to right.
func turned(glyphs []glyph) [][]piece {
	type group struct {
		angle  int
		pieces []piece
	}
	var groups []group
	for i := range glyphs {
		g := &glyphs[i]
		angle := degrees(g.dx, g.dy)
		at := 0
		for at < len(groups) && groups[at].angle != angle {
			at++
		}
		if at == len(groups) {
			if len(groups) == maxTurns {
				continue
			}
			groups = append(groups, group{angle: angle})
		}
		sin, cos := math.Sincos(float64(angle) * math.Pi / 180)
		x, y := g.x*cos+g.y*sin, g.y*cos-g.x*sin
		groups[at].pieces = append(groups[at].pieces, piece{
			text: g.text, x0: x, x1: x + g.width, y: y, size: g.size, font: g.font, mark: g.artifact, gap: g.isSpace(),
		})
	}
	sorted(groups, func(a, b *group) bool { return len(a.pieces) > len(b.pieces) })
	out := make([][]piece, len(groups))
	for i := range groups {
		out[i] = groups[i].pieces
	}
	return out
}

// degrees is the direction in whole degrees, upright if it is nearly so.
func degrees(dx, dy float64) int {
	d := int(math.Round(math.Atan2(dy, dx) * 180 / math.Pi))
	if d < 0 {
		d += 360
	}
	for upright := 0; upright <= 360; upright += 90 {
		if d > upright-4 && d < upright+4 {
			return upright % 360
		}
	}
	return d
}

// spans joins pieces that follow each other in the order they were shown. It
// keeps and changes pieces.
func spans(pieces []piece) []span {
	var out []span
	var s *span
	gap, start, n := false, 0, 0
	for i := range pieces {
		p := &pieces[i]
		if p.gap {
			gap = true
			continue
		}
		join := s != nil && follows(s, p)
		if !join {
			out = append(out, span{x0: p.x0, x1: p.x1, y: p.y, size: p.size})
			s, start = &out[len(out)-1], n
		}
		s.x1 = max(s.x1, p.x1)
		s.size = max(s.size, p.size)
		p.gap = gap
		pieces[n] = *p // spaces drop out, so n is at most i
		n++
		s.pieces = pieces[start:n:n]
		gap = false
	}
	return out
}

// follows reports whether p comes next on the line of s.
func follows(s *span, p *piece) bool {
	size := min(s.size, p.size)
	return math.Abs(p.y-s.y) < 0.1*size && p.x0-s.x1 < joinGap*size && p.x0-s.x1 > -0.35*size && p.x0 >= s.x0 &&
		max(s.size, p.size) < 1.3*size
}
