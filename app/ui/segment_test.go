package ui

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"clippings/wasm/protocol"
)

func span(start, end uint32) protocol.Span { return protocol.Span{Start: start, End: end} }

func TestSegments(t *testing.T) {
	for _, c := range []struct {
		name  string
		marks []mark
		want  []segment
	}{
		{"no marks", nil, []segment{{span: span(10, 20)}}},
		{"inside", []mark{{span: span(12, 14)}},
			[]segment{{span: span(10, 12)}, {span: span(12, 14), match: true}, {span: span(14, 20)}}},
		{"reaching out on both sides", []mark{{span: span(0, 99), kind: markShared, ref: 3}},
			[]segment{{span: span(10, 20), shared: []int{3}}}},
		{"touching but not inside", []mark{{span: span(0, 10)}, {span: span(20, 30)}},
			[]segment{{span: span(10, 20)}}},
		{"overlapping of two kinds", []mark{{span: span(10, 15), kind: markShared}, {span: span(13, 17)}},
			[]segment{{span: span(10, 13), shared: []int{0}}, {span: span(13, 15), shared: []int{0}, match: true}, {span: span(15, 17), match: true}, {span: span(17, 20)}}},
		{"the same place in two others, in any order", []mark{{span: span(12, 18), kind: markShared, ref: 2}, {span: span(12, 18), kind: markShared, ref: 1}},
			[]segment{{span: span(10, 12)}, {span: span(12, 18), shared: []int{1, 2}}, {span: span(18, 20)}}},
		{"empty mark", []mark{{span: span(12, 12)}}, []segment{{span: span(10, 20)}}},
	} {
		if got := segments(span(10, 20), c.marks); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %+v, want %+v", c.name, got, c.want)
		}
	}
}

// TestSegmentsAgreeWithEveryByte asks of random marks whether each byte carries
// in its segment exactly the marks that cover it.
func TestSegmentsAgreeWithEveryByte(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		whole := span(r.Uint32N(10), 10+r.Uint32N(30))
		marks := make([]mark, r.IntN(8))
		for i := range marks {
			start := r.Uint32N(50)
			marks[i] = mark{span: span(start, start+r.Uint32N(20)), kind: markKind(r.IntN(2)), ref: r.IntN(3)}
		}
		at := whole.Start
		for _, s := range segments(whole, marks) {
			if s.span.Start != at || s.span.Len() <= 0 {
				t.Fatalf("marks %+v: segment %+v does not follow %d", marks, s, at)
			}
			for b := s.span.Start; b < s.span.End; b++ {
				if want := plainSegment(s.span, b, marks); !reflect.DeepEqual(s, want) {
					t.Fatalf("marks %+v: byte %d is in %+v, want %+v", marks, b, s, want)
				}
			}
			at = s.span.End
		}
		if at != whole.End {
			t.Fatalf("marks %+v: segments end at %d, want %d", marks, at, whole.End)
		}
	}
}

func plainSegment(whole protocol.Span, b uint32, marks []mark) segment {
	s := segment{span: whole}
	for _, m := range marks {
		if b < m.span.Start || b >= m.span.End {
			continue
		}
		switch m.kind {
		case markMatch:
			s.match = true
		case markShared:
			if !slices.Contains(s.shared, m.ref) {
				s.shared = append(s.shared, m.ref)
			}
		}
	}
	slices.Sort(s.shared)
	return s
}
