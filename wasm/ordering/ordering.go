// Package ordering sorts with little code. A slices.SortFunc of another type is 18 kB of the
// program, of which 3 are left when it is compressed; By is a tenth of that.
//
// It is a merge sort of runs of a few put in order by insertion: elements that compare
// the same stay as they stand, and what is in order already costs a comparison for each.
package ordering

// small is how many are put in order by insertion.
const small = 10

// By puts s in order by compare, which is negative if a comes before b. What
// compares the same stays as it stands. It needs memory for half of s, none for a few.
func By[T any](s []T, compare func(a, b T) int) {
	for i := 1; i < len(s); i++ {
		e, j := s[i], i
		for ; j%small > 0 && compare(e, s[j-1]) < 0; j-- {
			s[j] = s[j-1]
		}
		s[j] = e
	}
	var left []T
	for width := small; width < len(s); width *= 2 {
		for at := width; at < len(s); at += 2 * width {
			if compare(s[at], s[at-1]) >= 0 {
				continue
			}
			// The part on the left is merged from a copy with what is right of it.
			left = append(left[:0], s[at-width:at]...)
			to, right, end := at-width, at, min(at+width, len(s))
			for i := 0; i < len(left); to++ {
				if right < end && compare(s[right], left[i]) < 0 {
					s[to] = s[right]
					right++
				} else {
					s[to] = left[i]
					i++
				}
			}
		}
	}
}
