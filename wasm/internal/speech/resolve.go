package speech

// resolve is who a phrase means, as the document names them in full. The
// sentence begins at token lo.
func (f *finder) resolve(w who, lo int) string {
	switch {
	case !w.ok:
		return ""
	case w.pronoun:
		return f.antecedent(w, lo)
	case w.isName:
		from := w.from
		for from < w.to && f.tokens[from].at < w.span.Start {
			from++
		}
		if k := f.full(f.nameOf(w), w.sex); k >= 0 {
			e := &f.names.list[k]
			if e.alive || e.text == f.nameOf(w) {
				if e.alive {
					return clean(e.text)
				}
			}
		}
		return clean(w.span.Of(f.text))
	}
	if k := f.roleOf(w); k >= 0 {
		return clean(f.names.list[k].text)
	}
	return clean(w.span.Of(f.text))
}

// nameOf is a name without its article.
func (f *finder) nameOf(w who) string {
	s := w.span.Of(f.text)
	if len(s) > 4 && s[:4] == "the " {
		return s[4:]
	}
	return s
}

// antecedent is whom a pronoun means: the subject of its sentence, else the
// person the text was about.
func (f *finder) antecedent(w who, lo int) string {
	if w.isThing {
		if s := f.subject(lo, w.from); s.ok && !s.pronoun {
			return f.resolve(s, lo)
		}
		return ""
	}
	if s := f.subject(lo, w.from); s.ok && !s.pronoun && s.alive && f.agrees(s, w.sex) {
		return f.resolve(s, lo)
	}
	if f.topic.ok && f.agrees(f.topic, w.sex) {
		return f.topic.resolved
	}
	return ""
}

// agrees reports whether he or she can mean a person.
func (f *finder) agrees(w who, s sex) bool {
	if w.sex != unknown && w.sex != s {
		return false
	}
	if w.pronoun {
		return w.sex == s || w.sex == unknown
	}
	text := w.resolved
	if text == "" {
		text = f.nameOf(w)
	}
	k := f.full(text, unknown)
	if k < 0 {
		return true
	}
	e := &f.names.list[k]
	return e.sex == unknown || e.sex == s
}

// maxPersons bounds how many people a description is compared with.
const maxPersons = 48

// roleOf is the person that a description means (the Kremlin adviser), -1 if
// nobody is so described.
func (f *finder) roleOf(w who) int32 {
	if w.isName || w.pronoun || w.to-w.from < 2 || f.tokens[w.from].class != det || !f.isDefinite(w.from) {
		return -1
	}
	head := w.to - 1
	if f.tokens[head].class != title {
		return -1
	}
	best, score := int32(-1), 0
	people := f.names.persons
	for _, k := range people[:min(len(people), maxPersons)] {
		e := &f.names.list[k]
		s := 0
		for i := w.from + 1; i <= head; i++ {
			if f.isRole(e, i) {
				s++
				if i == head {
					s += 2
				}
			}
		}
		if s > score || s == score && s > 0 && e.text == f.topic.resolved {
			best, score = k, s
		}
	}
	if score >= 3 || score >= 1 && f.isLeader(head) {
		return best
	}
	return -1
}

// isDefinite reports the article of something known.
func (f *finder) isDefinite(i int) bool {
	switch f.word(i) {
	case "the", "The", "der", "die", "das", "Der", "Die", "le", "la", "Le", "La", "el", "El", "il", "Il", "o", "O", "a", "A", "de", "De", "l":
		return f.word(i) != "a" && f.word(i) != "A" || f.words.inverts
	}
	return false
}

// isLeader reports a word for whoever leads, by whatever title.
func (f *finder) isLeader(i int) bool {
	return listed("leader politician chief head", f.word(i))
}

func (f *finder) isRole(e *name, i int) bool {
	for _, r := range e.roles[:e.nroles] {
		a, b := f.word(int(r)), f.word(i)
		if len(a) == len(b) && equalFold(a, b) {
			return true
		}
	}
	return false
}

// equalFold compares all but the case of the first letter.
func equalFold(a, b string) bool {
	return a[1:] == b[1:] && a[0]|0x20 == b[0]|0x20
}
