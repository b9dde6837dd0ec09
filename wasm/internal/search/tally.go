package search

// tally counts the places of all parts of the query in docs: different positions
// of a word, starts of a phrase.
func (e *evaluator) tally(docs []uint32) uint64 {
	n := 0
	e.q.scored(func(_ int, l *leaf) {
		e.chunks(docs, func(docs []uint32) { n += countSpots(e.leafPlaces(l, docs)) })
	})
	return uint64(n)
}

// countSpots is how many different positions places have, which are sorted.
func countSpots(places []place) int {
	n := 0
	for i, p := range places {
		if i == 0 || p.spot() != places[i-1].spot() {
			n++
		}
	}
	return n
}
