package query

// nearestField is the name of a field that somebody who wrote name may have
// meant, or "". Names of two or three letters resemble too many words.
func nearestField(name string) string {
	best, least := "", 3
	try := func(candidate string) {
		allowed := 1
		switch {
		case len(candidate) < 4:
			return
		case len(candidate) == 4 && candidate[0] != name[0]: // late: is no date:
			return
		case len(candidate) >= 6 && candidate[0] == name[0]:
			allowed = 2
		}
		if len(name) > len(candidate)+allowed || len(candidate) > len(name)+allowed {
			return
		}
		if d := distance(name, candidate); d <= allowed && d < least {
			best, least = candidate, d
		}
	}
	for _, f := range Fields {
		try(f.Name)
	}
	for _, a := range aliases {
		try(a[0])
	}
	return best
}

// distance is how many letters to insert, leave out, change or swap with their
// neighbour make b of a; both have at most maxName letters.
func distance(a, b string) int {
	var before, last, row [maxName + 1]int
	for j := range len(b) + 1 {
		row[j] = j
	}
	for i := range len(a) {
		before, last = last, row
		row[0] = i + 1
		for j := range len(b) {
			cost := last[j]
			if a[i] != b[j] {
				cost++
			}
			row[j+1] = min(cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(b)]
}
