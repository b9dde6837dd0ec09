package speech

// claim is what a sentence says about who spoke.
type claim struct {
	who  who
	via  who
	ok   bool
	near bool // the verb stands beside the quotation
	verb bool // there is a verb, not a colon only
}

// claim looks for who spoke, the surest ways first.
func (f *finder) claim(p place) claim {
	left := f.ahead(p)
	if left.near {
		return left
	}
	if c := f.beside(p.at, p.hi); c.ok {
		return c
	}
	if c := f.behind(p); c.ok {
		return c
	}
	if left.ok {
		return left
	}
	return f.introduced(p)
}

// beside looks for “…,” said X; “…,” X said; “…,” according to X.
func (f *finder) beside(at, hi int) claim {
	r := at + 1
	for r < hi && f.isGap(r) {
		r++
	}
	if r >= hi {
		return claim{}
	}
	switch t := f.tokens[r]; {
	case t.class == source:
		if w, _ := f.right(r, hi); w.ok {
			return claim{who: w, ok: true, near: true, verb: true}
		}
	case f.words.inverts && t.class == aux, t.class == say && !t.has(participle) && (!t.has(needing) || f.words.inverts):
		v := r
		for v < hi && f.tokens[v].class == aux {
			v++
		}
		if v < hi && f.tokens[v].class == say {
			if w, end := f.right(v, hi); w.ok {
				return claim{who: w, ok: true, near: true, verb: true, via: f.passed(end, hi)}
			}
		}
	case t.class == link && f.word(r) != "which" && f.word(r) != "as", t.class == prep:
		return claim{}
	}
	for v := r; v < min(hi, r+30); v++ {
		switch t := f.tokens[v]; {
		case t.class == quoted, t.class == colon, t.class == stop:
			return claim{}
		case t.class == say && f.isVerb(v, r):
			w, from := f.left(v, r)
			if !w.ok || !f.isClear(r, from) || f.followedByThat(v, hi) && v+1 < hi && f.tokens[at].end+1 >= f.tokens[r].at {
				return claim{}
			}
			return claim{who: w, ok: true, near: true, verb: true, via: f.passed(v+1, hi)}
		}
	}
	return claim{}
}

// isClear reports whether nothing but gaps and which stands in [r, from).
func (f *finder) isClear(r, from int) bool {
	for ; r < from; r++ {
		if !f.isGap(r) && f.tokens[r].class != link && f.tokens[r].class != aux {
			return false
		}
	}
	return true
}

// isGap reports what may stand between a quotation and who spoke it.
func (f *finder) isGap(i int) bool {
	c := f.tokens[i]
	return c.class == comma || c.class == dash || c.class == stop && c.has(soft)
}

func (f *finder) followedByThat(v, hi int) bool {
	return v+1 < hi && f.tokens[v+1].class == link && f.word(v+1) == "that"
}

// passed is who passed a saying on, told from token i: X said, according to Y.
func (f *finder) passed(i, hi int) who {
	for hi = min(hi, i+6); i < hi; i++ {
		switch f.tokens[i].class {
		case source:
			w, _ := f.right(i, hi)
			return w
		case quoted, say, stop:
			return who{}
		}
	}
	return who{}
}

// behind looks for who spoke at the end of the sentence: the “…” of it, X said.
func (f *finder) behind(p place) claim {
	for v := p.at + 1; v < p.hi; v++ {
		t := f.tokens[v]
		if t.class == source && !t.has(capital) {
			if w, _ := f.right(v, p.hi); w.ok {
				return claim{who: w, ok: true, verb: true}
			}
		}
		if t.class != say || t.has(participle) || !f.isVerb(v, p.at+1) {
			continue
		}
		if f.isGap(v - 1) {
			if w, _ := f.right(v, p.hi); w.ok && !t.has(needing) {
				return claim{who: w, ok: true, verb: true}
			}
		}
		w, from := f.left(v, p.at+1)
		if !w.ok || from <= p.at || !f.isAside(from-1) || !f.closes(v, p.hi) {
			continue
		}
		return claim{who: w, ok: true, verb: true, via: f.passed(v+1, p.hi)}
	}
	return claim{}
}

// isAside reports whether a clause that says who spoke may begin behind i.
func (f *finder) isAside(i int) bool {
	t := f.tokens[i]
	return f.isGap(i) || t.class == quoted || t.class == link && (f.word(i) == "as" || f.word(i) == "which")
}

// closes reports whether a verb of saying has nothing to say behind it.
func (f *finder) closes(v, hi int) bool {
	if v+1 >= hi || f.tokens[v].has(needing) {
		return !f.followedByThat(v+1, hi)
	}
	switch t := f.tokens[v+1]; t.class {
	case stop, comma, dash, prep, when, source, aux:
		return true
	}
	return false
}

// ahead looks for a verb of saying in front of the quotation. A verb that says
// something in between gives way to one farther left, and so does a name that
// something is given.
func (f *finder) ahead(p place) claim {
	var weak, found claim
	for v := p.at - 1; v >= p.lo; v-- {
		t := f.tokens[v]
		switch t.class {
		case say, call, propose, source:
		case quoted:
			if found.ok { // a saying of its own stands between
				return found
			}
			continue
		default:
			continue
		}
		w := f.speakerOf(v, p)
		if !w.ok {
			continue
		}
		c := claim{who: w, ok: true, near: f.governs(v, p.at), verb: true}
		switch {
		case found.ok && t.class != say && t.class != source: // a phone call
		case found.ok:
			if w.same(found.who) || f.tokens[max(found.who.from-1, 0)].class == link && f.isCoordinate(found.who.from-1) || w.pronoun {
				return found
			}
			found.via = w
			return found
		case t.class == propose, t.class == source, t.class == call && (w.isThing || f.isBehindPrep(v+2, v+1)):
			if !weak.ok {
				weak = c
			}
		default:
			if found = c; t.has(participle) { // its subject is the sentence's: no chain
				return found
			}
		}
	}
	if !found.ok {
		return weak
	}
	if weak.ok && weak.who.isSource {
		found.via = weak.who
	}
	return found
}

// isCoordinate reports and, but, while: what sets two sayings side by side.
func (f *finder) isCoordinate(i int) bool {
	if i < 0 {
		return false
	}
	return listed("and but while und aber et mais y pero e ma mas en maar и а но та й", f.text[f.tokens[i].at:f.tokens[i].end])
}

// speakerOf is whose saying a verb in front of a quotation is.
func (f *finder) speakerOf(v int, p place) who {
	t := f.tokens[v]
	if t.class == source {
		w, _ := f.right(v, p.at)
		w.isSource = true
		return w
	}
	if v+1 < p.at && f.tokens[v+1].class == by {
		if t.class != call && !f.governs(v, p.at) { // the deal announced by her
			return who{}
		}
		w, _ := f.right(v+1, p.at)
		return w
	}
	if !f.isVerb(v, p.lo) {
		return who{}
	}
	infinitive := v > p.lo && f.tokens[v-1].class == prep
	if t.has(participle) || infinitive {
		return f.subject(p.lo, v)
	}
	w, _ := f.left(v, p.lo)
	if w.ok && f.isOwned(w, v) { // her old claims
		return who{}
	}
	if !w.ok && f.words.inverts {
		w, _ = f.right(v, p.at)
	}
	return w
}

// isVerb reports whether a word that can be a verb of saying is one here: not a
// name, nor a noun behind an article, nor what was said to the subject.
func (f *finder) isVerb(v, lo int) bool {
	t := f.tokens[v]
	if t.has(capital) && !t.has(first) {
		return false
	}
	if v == lo || f.words.inverts {
		return true
	}
	prev := f.tokens[v-1]
	switch {
	case t.has(base) && prev.class == none && f.text[prev.end-1] != 's':
		return false
	case prev.has(possessive), prev.class == det:
		return false
	case prev.class == prep:
		return f.word(v-1) == "to"
	case prev.class == being:
		return t.has(participle)
	}
	return true
}

// isOwned reports a phrase that is somebody's, and so part of one with the noun
// behind it.
func (f *finder) isOwned(w who, v int) bool {
	if w.isName || w.pronoun || f.text[f.tokens[v].end-1] != 's' {
		return false
	}
	for i := w.from; i < w.to; i++ {
		if f.tokens[i].has(possessive) {
			return true
		}
	}
	return false
}

// governs reports whether little stands between a verb and the quotation: that,
// a comma, whom it was told.
func (f *finder) governs(v, at int) bool {
	if at-v > 6 {
		return false
	}
	for i := v + 1; i < at; i++ {
		switch f.tokens[i].class {
		case stop, quoted, say, verb, being:
			return false
		case comma, dash:
			if i != at-1 {
				return false
			}
		}
	}
	return true
}

// introduced is the subject of a sentence that ends with a colon before the
// quotation.
func (f *finder) introduced(p place) claim {
	if p.at <= p.lo || f.tokens[p.at-1].class != colon {
		return claim{}
	}
	w := f.subject(p.lo, p.at-1)
	return claim{who: w, ok: w.ok, near: true}
}
