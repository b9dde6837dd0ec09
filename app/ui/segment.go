package ui

import (
	"slices"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// mark is something to show on a stretch of text. Marks may overlap.
type mark struct {
	span protocol.Span
	kind markKind
	ref  int // which of its kind: the index of a passage
}

// markKind says what a mark means.
type markKind uint8

const (
	markMatch  markKind = iota // a match of the query
	markShared                 // stands in another document
	markSpeech                 // somebody is quoted
	markFact                   // a fact was read here
)

// segment is a piece of text all of whose characters carry the same marks.
type segment struct {
	span   protocol.Span
	match  bool
	shared []int // refs of the shared passages it is part of, ascending
	speech int   // 1 more than the ref of what is quoted, 0 for nothing
	fact   int   // 1 more than the ref of the fact read here, 0 for none
}

// segments cuts span where a mark begins or ends. The pieces are in order, not
// empty, and cover span exactly. Marks may be in any order and reach out of
// span. Cost: sorting the marks, and for each piece the marks that reach it.
func segments(span protocol.Span, marks []mark) []segment {
	inside := make([]mark, 0, len(marks))
	cuts := []uint32{span.Start, span.End}
	for _, m := range marks {
		m.span.Start = max(m.span.Start, span.Start)
		m.span.End = min(m.span.End, span.End)
		if m.span.Start < m.span.End {
			inside = append(inside, m)
			cuts = append(cuts, m.span.Start, m.span.End)
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	ordering.By(inside, func(a, b mark) int { return int(a.span.Start) - int(b.span.Start) })

	pieces := make([]segment, 0, len(cuts)-1)
	var open []mark // that have begun
	for i := 0; i+1 < len(cuts); i++ {
		start := cuts[i]
		for len(inside) > 0 && inside[0].span.Start <= start {
			open = append(open, inside[0])
			inside = inside[1:]
		}
		open = slices.DeleteFunc(open, func(m mark) bool { return m.span.End <= start })
		pieces = append(pieces, piece(protocol.Span{Start: start, End: cuts[i+1]}, open))
	}
	return pieces
}

// piece makes the segment that carries all the marks of open.
func piece(span protocol.Span, open []mark) segment {
	s := segment{span: span}
	for _, m := range open {
		switch m.kind {
		case markMatch:
			s.match = true
		case markShared:
			s.shared = append(s.shared, m.ref)
		case markSpeech:
			s.speech = m.ref + 1
		case markFact:
			s.fact = m.ref + 1
		}
	}
	slices.Sort(s.shared)
	s.shared = slices.Compact(s.shared)
	return s
}

// covered is the share of span that marks of a kind cover, 0 to 1.
func covered(pieces []segment, is func(segment) bool) float64 {
	all, has := 0, 0
	for _, p := range pieces {
		all += p.span.Len()
		if is(p) {
			has += p.span.Len()
		}
	}
	if all == 0 {
		return 0
	}
	return float64(has) / float64(all)
}
