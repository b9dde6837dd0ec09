package search

import (
	"clippings/wasm/internal/index"
	"clippings/wasm/protocol"
)

// An occurrence of a word weighs more than that of another form of it, and that
// more than a compound of which it is a part. Weights are whole numbers so that
// sums of them do not depend on the order of adding.
const (
	scaleOwn  = 4
	scaleForm = 2 // and of a misspelling of one edit
	scalePart = 1 // and of one of two
)

// termSet is the terms of a segment that an atom means.
type termSet struct {
	from, to uint32 // all of these, as typed
	list     []meant
	even     bool  // all weigh the same:
	scale    uint8 // so much
	away     uint8 // the farthest of any
}

// meant is a term that an atom means.
type meant struct {
	term  uint32
	scale uint8
	away  uint8
}

// How far a term is from a word as typed: not at all, another form of it, or twice
// the edits of a misspelling.
const (
	awayForm = 1
	awayEdit = 2
	mostAway = maxEdits * awayEdit
)

// awayOf is how far an expansion is.
func awayOf(e *protocol.Expansion) uint8 {
	if e.Edits == 0 {
		return awayForm
	}
	return min(e.Edits, maxEdits) * awayEdit
}

// scaleOf is what an expansion weighs.
func scaleOf(e *protocol.Expansion) uint8 {
	if e.Edits > 1 || e.Part {
		return scalePart
	}
	return scaleForm
}

// terms finds what the atom means in a segment, with the expansions that the
// plan has of it. worked is told how many terms were looked at.
func (a *atom) terms(seg *index.Segment, plan *protocol.WordStats, worked func(n int) error) (termSet, error) {
	s := termSet{scale: scaleOwn}
	err := a.own(seg, &s, worked)
	if err != nil || a.lookup == "" || plan == nil {
		s.settle()
		return s, err
	}
	for away := uint8(awayForm); away <= mostAway; away++ {
		for i := range plan.Expansions {
			e := &plan.Expansions[i]
			if awayOf(e) != away {
				continue
			}
			if t, ok := seg.Find([]byte(e.Term)); ok && (t < s.from || t >= s.to) {
				s.list = append(s.list, meant{term: t, scale: scaleOf(e), away: away})
			}
		}
	}
	s.settle()
	return s, nil
}

// own finds the terms that are meant as typed.
func (a *atom) own(seg *index.Segment, s *termSet, worked func(n int) error) error {
	if a.kind == whole || a.kind == prefix {
		t, ok := seg.Find(a.term)
		if a.kind == prefix {
			s.from, s.to = seg.Range(a.begin)
			ok = ok && (t < s.from || t >= s.to)
		}
		if ok {
			s.list = append(s.list, meant{term: t, scale: scaleOwn})
		}
		return nil
	}
	return a.eachTerm(seg, func(t uint32) { s.list = append(s.list, meant{term: t, scale: scaleOwn}) }, worked)
}

// eachTerm goes through the dictionary for the terms that match.
func (a *atom) eachTerm(seg *index.Segment, found func(t uint32), worked func(n int) error) error {
	from, to := seg.Article()
	if len(a.begin) > 0 {
		from, to = seg.Range(a.begin)
	}
	const pause = 1024
	work := 8 * pause
	if a.kind == expression {
		work *= 16
	}
	for t := from; t < to; t++ {
		if a.matches(seg.Term(t)) {
			found(t)
		}
		if (t-from)%pause == pause-1 {
			if err := worked(work); err != nil {
				return err
			}
		}
	}
	return nil
}

// settle works out what all terms of the set have in common.
func (s *termSet) settle() {
	s.even = true
	if len(s.list) > 0 {
		s.scale = s.list[0].scale
	}
	if s.from < s.to {
		s.scale = scaleOwn
	}
	for _, m := range s.list {
		s.even = s.even && m.scale == s.scale
		s.away = max(s.away, m.away)
	}
}

// isOne reports whether the set is one term, as typed.
func (s *termSet) isOne() bool {
	return s.from == s.to && len(s.list) == 1 && s.scale == scaleOwn && s.away == 0
}

// size is the number of terms.
func (s *termSet) size() int { return int(s.to-s.from) + len(s.list) }

func (s *termSet) isEmpty() bool { return s.from == s.to && len(s.list) == 0 }

// frequency is the number of postings of all terms.
func (s *termSet) frequency(seg *index.Segment) uint64 {
	n := uint64(seg.Frequency(s.from, s.to))
	for _, m := range s.list {
		n += uint64(seg.Frequency(m.term, m.term+1))
	}
	return n
}

// each calls fn for all terms.
func (s *termSet) each(fn func(m meant)) {
	for t := s.from; t < s.to; t++ {
		fn(meant{term: t, scale: scaleOwn})
	}
	for _, m := range s.list {
		fn(m)
	}
}
