package search

import "slices"

// nearPlaces is where a Near starts in some documents: at a place of one of its
// items from where, to the right and within one run of a field, a place can be
// chosen for each of the others, no two of them starting at one position, with
// no more than slack words between that belong to none.
func (e *evaluator) nearPlaces(l *leaf, docs []uint32) []place {
	n := newNearer(l)
	all := make([][]place, len(l.items))
	for i, it := range l.items {
		for _, r := range it {
			for _, p := range e.rowPlaces(r, l.scope, docs) {
				all[i] = append(all[i], p.spot()|place(r.words))
			}
		}
		slices.Sort(all[i])
		all[i] = slices.Compact(all[i])
		e.work += 8 * len(all[i])
	}
	var out []place
	for i := range docs {
		if e.tick() {
			break
		}
		if n.enter(all, i) {
			e.findRuns(n, docs[i])
			for _, s := range n.find() {
				out = append(out, newPlace(i, s, scaleOwn))
			}
			e.work += n.work
		}
	}
	return out
}

// findRuns tells of each place which run it is in.
func (e *evaluator) findRuns(n *nearer, doc uint32) {
	for i := range n.items {
		it := &n.items[i]
		it.runs = it.runs[:0]
		for _, p := range it.places {
			run, _ := e.seg.Run(doc, p.position())
			it.runs = append(it.runs, run)
		}
	}
}
