package search

import "clippings/wasm/internal/index"

// isPlain reports whether a phrase is of words that are one term each in this
// segment, and wanted as they are folded.
func (e *evaluator) isPlain(l *leaf) bool {
	if l.exact {
		return false
	}
	for i := range l.words {
		if !e.set(l.first + i).isOne() {
			return false
		}
	}
	return true
}

// phrase evaluates a plain phrase: documents that hold all of its words, then
// those among these where they stand one after another in one run of a field.
// Positions are read of the rarest word, and of the others only where the words
// so far agree.
func (e *evaluator) phrase(f *found, l *leaf, within []uint32) {
	terms := make([]phraseTerm, 0, l.words)
	for i := range l.words {
		t := e.set(l.first + i).list[0].term
		terms = append(terms, phraseTerm{term: t, offset: uint32(i), df: e.seg.Frequency(t, t+1)})
	}
	sortTerms(terms)
	e.eachPhrase(terms, within, func(doc uint32, starts []uint32) {
		weight := uint32(0)
		for _, s := range starts {
			if field, ok := e.inRun(doc, s, uint32(l.words)); ok && l.scope.has(field) {
				weight = index.Sum(weight, placeWeight(field))
			}
		}
		if weight > 0 {
			f.add(doc, weight)
		}
	})
}

// inRun is the field of n positions from start on, and whether they are in one
// run of it.
func (e *evaluator) inRun(doc, start, n uint32) (index.Field, bool) {
	run, field := e.seg.Run(doc, start)
	if n == 1 {
		return field, true
	}
	end, _ := e.seg.Run(doc, start+n-1)
	return field, end == run
}

// placeWeight is the weight of one place in a field.
func placeWeight(f index.Field) uint32 {
	if f == index.Title {
		return f.Weight() | index.InTitle
	}
	return f.Weight()
}

// phraseTerm is a word of a phrase and its distance from the first.
type phraseTerm struct{ term, offset, df uint32 }

// sortTerms puts the rarest first.
func sortTerms(t []phraseTerm) {
	for i := range t {
		for j := i; j > 0 && t[j].df < t[j-1].df; j-- {
			t[j], t[j-1] = t[j-1], t[j]
		}
	}
}

// eachPhrase calls fn for every document, of those in within or of all, where
// the terms stand at their offsets from one another, with the positions where
// the phrase starts.
func (e *evaluator) eachPhrase(terms []phraseTerm, within []uint32, fn func(doc uint32, starts []uint32)) {
	e.openAll(terms)
	lead := &e.postings[0]
	next := uint32(0)
	for i := 0; ; i++ {
		if within != nil {
			if i == len(within) {
				return
			}
			next = within[i]
		}
		if !lead.Seek(next) {
			return
		}
		doc := lead.Doc()
		if within != nil && doc != next {
			continue
		}
		next = doc + 1
		if !e.seekAll(len(terms), doc) {
			continue
		}
		e.work += 4
		if starts := e.starts(terms); len(starts) > 0 {
			fn(doc, starts)
		}
		if e.tick() {
			return
		}
	}
}

func (e *evaluator) openAll(terms []phraseTerm) {
	for len(e.postings) < len(terms) {
		e.postings = append(e.postings, index.Postings{})
	}
	for i, t := range terms {
		e.postings[i].Open(e.seg, t.term)
	}
}

// seekAll reports whether all terms but the first have doc.
func (e *evaluator) seekAll(n int, doc uint32) bool {
	for i := 1; i < n; i++ {
		if p := &e.postings[i]; !p.Seek(doc) || p.Doc() != doc {
			return false
		}
	}
	return true
}

// starts is where the phrase starts in the document at hand.
func (e *evaluator) starts(terms []phraseTerm) []uint32 {
	e.positions[0] = e.postings[0].AppendPositions(e.positions[0][:0])
	starts := e.positions[0][:0]
	for _, at := range e.positions[0] {
		if at >= terms[0].offset {
			starts = append(starts, at-terms[0].offset)
		}
	}
	for i := 1; i < len(terms) && len(starts) > 0; i++ {
		e.positions[1] = e.postings[i].AppendPositions(e.positions[1][:0])
		starts = keepAt(starts, e.positions[1], terms[i].offset)
	}
	return starts
}

// keepAt keeps the starts that have one of the positions at the offset.
func keepAt(starts, positions []uint32, offset uint32) []uint32 {
	out := starts[:0]
	i := 0
	for _, s := range starts {
		for i < len(positions) && positions[i] < s+offset {
			i++
		}
		if i == len(positions) {
			break
		}
		if positions[i] == s+offset {
			out = append(out, s)
		}
	}
	return out
}
