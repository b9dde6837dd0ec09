package search

import (
	"slices"

	"clippings/wasm/internal/index"
)

// phrase evaluates a leaf of several words: documents that hold all of them,
// then those among these where they stand one after another in one run of a
// field. Positions are read of the rarest word, and of the others only where
// the words so far agree.
func (e *evaluator) phrase(f *found, l *leaf, within []uint32) {
	words := l.words
	last := words[len(words)-1]
	if last.prefix {
		words = words[:len(words)-1]
	}
	terms := make([]phraseTerm, 0, len(words))
	for i, w := range words {
		t, ok := e.seg.Find(w.term)
		if !ok {
			return
		}
		terms = append(terms, phraseTerm{term: t, offset: uint32(i), df: e.seg.Frequency(t, t+1)})
	}
	sortTerms(terms)
	var ends *prefixEnds
	if last.prefix {
		ends = &prefixEnds{offset: uint32(len(words))}
		candidates := e.sets.get()
		e.eachPhrase(terms, within, func(doc uint32, _ []uint32) { candidates = append(candidates, doc) })
		ends.read(e, last, candidates)
		e.sets.put(candidates)
	}
	e.eachPhrase(terms, within, func(doc uint32, starts []uint32) {
		if ends != nil {
			starts = ends.keep(doc, starts)
		}
		if weight := e.phraseWeight(doc, starts, uint32(len(l.words))); weight > 0 {
			f.add(doc, weight)
		}
	})
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
	for len(e.postings) < len(terms) {
		e.postings = append(e.postings, index.Postings{})
	}
	for i, t := range terms {
		e.postings[i].Open(e.seg, t.term)
	}
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

// phraseWeight is the summed weight of the places of a phrase of n words that
// lie in one run of a field, and InTitle.
func (e *evaluator) phraseWeight(doc uint32, starts []uint32, n uint32) uint32 {
	weight := uint32(0)
	for _, s := range starts {
		run, field := e.seg.Run(doc, s)
		if end, _ := e.seg.Run(doc, s+n-1); end == run {
			weight += field.Weight()
			if field == index.Title {
				weight |= index.InTitle
			}
		}
	}
	return weight
}

// prefixEnds is where, in some documents, words with a certain beginning
// stand: the last word of a phrase being typed.
type prefixEnds struct {
	offset uint32
	docs   []uint32
	places [][]uint32
	i      int
}

// read finds the places in the candidates of all terms the word stands for.
func (p *prefixEnds) read(e *evaluator, w word, candidates []uint32) {
	p.docs = append([]uint32(nil), candidates...)
	p.places = make([][]uint32, len(candidates))
	if len(candidates) == 0 {
		return
	}
	from, to := e.seg.Range(w.folded)
	for t := from; t < to; t++ {
		p.readTerm(e, t)
	}
	if t, ok := e.seg.Find(w.term); ok && (t < from || t >= to) {
		p.readTerm(e, t)
	}
	for _, places := range p.places {
		slices.Sort(places)
	}
}

func (p *prefixEnds) readTerm(e *evaluator, term uint32) {
	in := &e.postings[0]
	in.Open(e.seg, term)
	e.work += int(in.Frequency())
	if e.tick() {
		return
	}
	for i, d := range p.docs {
		if !in.Seek(d) {
			return
		}
		if in.Doc() == d {
			p.places[i] = in.AppendPositions(p.places[i])
		}
	}
}

// keep keeps the starts of a phrase that end in such a word. Documents must
// rise from call to call.
func (p *prefixEnds) keep(doc uint32, starts []uint32) []uint32 {
	for p.i < len(p.docs) && p.docs[p.i] < doc {
		p.i++
	}
	if p.i == len(p.docs) || p.docs[p.i] != doc {
		return nil
	}
	return keepAt(starts, p.places[p.i], p.offset)
}
