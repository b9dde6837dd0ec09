package pattern

import (
	"sort"
	"unicode"
)

// set is characters: ranges that rise and do not touch.
type set []span

// span is the characters from lo to hi, both among them.
type span struct{ lo, hi rune }

var (
	anyRune = set{{0, unicode.MaxRune}}
	notLine = set{{0, '\n' - 1}, {'\n' + 1, unicode.MaxRune}}
	digits  = set{{'0', '9'}}
	spaces  = set{{'\t', '\n'}, {'\f', '\r'}, {' ', ' '}}
	letters = set{{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}}
	newLine = set{{'\n', '\n'}}
)

// has reports whether r is in the set.
func (s set) has(r rune) bool {
	i := sort.Search(len(s), func(i int) bool { return s[i].hi >= r })
	return i < len(s) && s[i].lo <= r
}

// tidy puts ranges in order and joins those that touch. It works in place.
func (s set) tidy() set {
	sort.Sort(byLow(s))
	n := 0
	for _, r := range s {
		if n > 0 && r.lo <= s[n-1].hi+1 {
			s[n-1].hi = max(s[n-1].hi, r.hi)
			continue
		}
		s[n] = r
		n++
	}
	return s[:n]
}

// byLow puts ranges in the order they begin.
type byLow set

func (s byLow) Len() int           { return len(s) }
func (s byLow) Less(i, j int) bool { return s[i].lo < s[j].lo }
func (s byLow) Swap(i, j int)      { s[i], s[j] = s[j], s[i] }

// negated is all characters that are not in the set.
func (s set) negated() set {
	var out set
	next := rune(0)
	for _, r := range s {
		if r.lo > next {
			out = append(out, span{next, r.lo - 1})
		}
		next = r.hi + 1
	}
	if next <= unicode.MaxRune {
		out = append(out, span{next, unicode.MaxRune})
	}
	return out
}

// folded is the set with all other cases of its characters.
func (s set) folded() set {
	out := append(set(nil), s...)
	for _, r := range s {
		i := sort.Search(len(unicode.CaseRanges), func(i int) bool { return rune(unicode.CaseRanges[i].Hi) >= r.lo })
		for ; i < len(unicode.CaseRanges) && rune(unicode.CaseRanges[i].Lo) <= r.hi; i++ {
			c := &unicode.CaseRanges[i]
			for x := max(rune(c.Lo), r.lo); x <= min(rune(c.Hi), r.hi); x++ {
				out = appendCases(out, x)
			}
		}
		// The one character with another case that is in no such range.
		if r.lo <= 'ß' && 'ß' <= r.hi {
			out = appendCases(out, 'ß')
		}
	}
	return out.tidy()
}

// appendCases appends the other cases of r.
func appendCases(s set, r rune) set {
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		if n := len(s); s[n-1].hi+1 == f {
			s[n-1].hi = f
			continue
		}
		s = append(s, span{f, f})
	}
	return s
}

// ofTable is the characters of a table.
func ofTable(t *unicode.RangeTable) set {
	var out set
	add := func(lo, hi, stride rune) {
		if stride == 1 {
			out = append(out, span{lo, hi})
			return
		}
		for r := lo; r <= hi; r += stride {
			out = append(out, span{r, r})
		}
	}
	for _, r := range t.R16 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	for _, r := range t.R32 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	return out.tidy()
}
