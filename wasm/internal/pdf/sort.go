package pdf

// sorted sorts s stably by less. The standard library's stable sort is compiled
// anew for each type and takes 5 kB for each of seven; this one takes a tenth.
// Time n log n, memory of one more s.
func sorted[T any](s []T, less func(a, b *T) bool) {
	from, to := s, make([]T, len(s))
	for width := 1; width < len(s); width *= 2 {
		for start := 0; start < len(s); start += 2 * width {
			middle, end := min(start+width, len(s)), min(start+2*width, len(s))
			i, j := start, middle
			for k := start; k < end; k++ {
				if j >= end || i < middle && !less(&from[j], &from[i]) {
					to[k] = from[i]
					i++
				} else {
					to[k] = from[j]
					j++
				}
			}
		}
		from, to = to, from
	}
	if len(s) > 0 && &from[0] != &s[0] {
		copy(s, from)
	}
}

// median is the middle one of v, which is sorted and must not be empty.
func median(v []float64) float64 {
	sorted(v, func(a, b *float64) bool { return *a < *b })
	return v[len(v)/2]
}
