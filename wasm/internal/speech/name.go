package speech

import (
	"strings"
	"unicode/utf8"
)

// name is a name as it stands in the document.
type name struct {
	text   string
	words  int
	weight uint32 // how often it stands, twice as much where no sentence begins
	alive  bool   // a person's
	sex    sex
	next   int32 // with the same last word, -1 behind the last
	last   uint32
	roles  [6]uint32 // tokens that tell what the person is: president, adviser
	nroles int
}

// names are the names of two words and more.
type names struct {
	list    []name
	whole   map[string]int32 // by text
	byLast  map[string]int32
	titled  map[string]sex // single words with Mr or Mrs in front
	persons []int32
}

// maxChain bounds how many names with one last word are looked through.
const maxChain = 8

// run is the name that begins at or behind token i: its tokens [a, b), and
// whether it owns what follows (Putin's). It begins at i or there is none there:
// then a is b.
func (f *finder) run(i, hi int) (a, b int, owns bool) {
	for b = i; b < min(hi, i+8); {
		t := f.tokens[b]
		if !f.isNamePart(t, b > i) || b > i && !f.touches(b) {
			break
		}
		b++
		if t.has(possessive) {
			return i, b, true
		}
		if b < hi && f.word(b) == "of" && b-i > 1 && t.class != office && t.class != title {
			break // Jane Doe of Ohio
		}
		if b+1 < hi && f.isParticle(b) && f.tokens[b+1].has(capital) && f.isNamePart(f.tokens[b+1], true) {
			b++
		} else if b+2 < hi && f.isParticle(b) && f.isParticle(b+1) && f.tokens[b+2].has(capital) {
			b += 2
		}
	}
	return i, b, false
}

// isNamePart reports whether a word can be part of a name.
func (f *finder) isNamePart(t token, inside bool) bool {
	if !t.has(capital) {
		return false
	}
	switch t.class {
	case none, title, office:
		return true
	case aux, say, call, propose, verb:
		return inside || !t.has(first)
	}
	return false
}

// touches reports whether nothing but space, or the point of an initial, stands
// between token i and the one before it.
func (f *finder) touches(i int) bool {
	s := f.text[f.tokens[i-1].end:f.tokens[i].at]
	return s == " " || len(s) <= 3 && strings.Trim(s, ". \n\u00A0") == ""
}

// isParticle reports the small words within names.
func (f *finder) isParticle(i int) bool {
	t := f.tokens[i]
	return listed("of van von der den de del della di da du dos la le bin ibn al el ter zu", f.text[t.at:t.end])
}

// bare is where a run begins without the titles in front.
func (f *finder) bare(a, b int) int {
	n := a
	for i := a; i < b; i++ {
		if f.tokens[i].class == title {
			n = i + 1
			if n+1 < b && f.word(n) == "of" {
				n = min(b, n+2)
			}
		}
	}
	if f.words.nouns && b-n > 2 && !f.isParticle(b-2) {
		n = b - 2
	}
	return n
}

// isAlive reports whether a run, titles left out, can be a person's name.
func (f *finder) isAlive(a, b int) bool {
	a = f.bare(a, b)
	for i := a; i < b; i++ {
		t := f.tokens[i]
		if t.class == office || f.word(i) == "of" {
			return false
		}
	}
	return b-a >= 2
}

// named is the phrase of a name.
func (f *finder) named(a, b int) who {
	w := who{span: f.spanOf(a, b), from: a, to: b, ok: true, isName: true}
	if a > 0 && f.tokens[a-1].class == title {
		w.sex = f.words.find(f.word(a-1), &f.lower).sex
	}
	if a > 0 && f.tokens[a-1].class == det && f.word(a-1) == "the" {
		w.span.Start = f.tokens[a-1].at
		w.from--
	}
	w.alive = f.isAlive(a, b) || f.full(f.textOf(a, b), w.sex) >= 0 && b-a == 1
	return w
}

// word is the text of a token.
//
//go:noinline
func (f *finder) word(i int) string { return f.text[f.tokens[i].at:f.tokens[i].end] }

// textOf is the text of the tokens [a, b).
//
//go:noinline
func (f *finder) textOf(a, b int) string { s := f.spanOf(a, b); return f.text[s.Start:s.End] }

// collect lists the names of the document.
func (f *finder) collect() {
	f.names = names{whole: map[string]int32{}, byLast: map[string]int32{}}
	for i := 0; i < len(f.tokens); {
		a, b, _ := f.run(i, len(f.tokens))
		if b == a {
			i++
			continue
		}
		i = b
		if n := f.bare(a, b); b-n >= 2 {
			f.enter(a, n, b)
		}
	}
}

// enter notes the name [n, b), with titles from a.
func (f *finder) enter(a, n, b int) {
	text := f.textOf(n, b)
	k, ok := f.names.whole[text]
	if !ok {
		k = int32(len(f.names.list))
		e := name{text: text, words: b - n, alive: f.isAlive(n, b), next: -1}
		e.sex = f.words.find(f.word(n), &f.lower).sex
		f.names.whole[text] = k
		last := f.word(b - 1)
		if head, ok := f.names.byLast[last]; ok {
			e.next = head
		}
		f.names.byLast[last] = k
		f.names.list = append(f.names.list, e)
		if e.alive {
			f.names.persons = append(f.names.persons, k)
		}
	}
	e := &f.names.list[k]
	e.weight += 2
	if f.tokens[n].has(first) {
		e.weight--
	}
	f.noteRoles(e, a, b, n)
}

// noteRoles notes what is said about a person beside the name: Kremlin aide X, or
// X, his foreign affairs adviser.
func (f *finder) noteRoles(e *name, a, b, n int) {
	if !e.alive {
		return
	}
	from := a
	for from > 0 && n-from < 6 && (f.tokens[from-1].class == none || f.tokens[from-1].class == title || f.tokens[from-1].class == office) {
		from--
	}
	for i := from; i < n; i++ {
		f.noteRole(e, i)
	}
	if b+1 < len(f.tokens) && f.tokens[b].class == comma {
		for i := b + 1; i < min(len(f.tokens), b+9) && f.isPhrase(f.tokens[i]); i++ {
			if c := f.tokens[i].class; c != det && c != prep {
				f.noteRole(e, i)
			}
		}
	}
}

func (f *finder) noteRole(e *name, i int) {
	if s := f.words.find(f.word(i), &f.lower).sex; s != unknown && e.sex == unknown {
		e.sex = s
	}
	if e.nroles < len(e.roles) {
		e.roles[e.nroles] = uint32(i)
		e.nroles++
	}
}

// full is the longest known name that a short one stands for, -1 for none.
func (f *finder) full(short string, s sex) int32 {
	if k, ok := f.names.whole[short]; ok && strings.Count(short, " ") > 1 {
		return k
	}
	last := short
	if i := strings.LastIndexByte(short, ' '); i >= 0 {
		last = short[i+1:]
	}
	best := int32(-1)
	k, ok := f.names.byLast[last]
	for n := 0; ok && k >= 0 && n < maxChain; n++ {
		e := &f.names.list[k]
		if len(e.text) >= len(short) && strings.HasSuffix(e.text, short) && (s == unknown || e.sex == unknown || e.sex == s) {
			if best < 0 || f.beats(e, &f.names.list[best]) {
				best = k
			}
		}
		k = e.next
	}
	return best
}

// beats prefers people to organisations and what stands more often; the chain
// begins with the latest, so that of two the earlier wins.
func (f *finder) beats(a, b *name) bool {
	if a.alive != b.alive {
		return a.alive
	}
	return a.weight >= b.weight
}

// clean is a phrase without line breaks within.
func clean(s string) string {
	if strings.IndexByte(s, '\n') < 0 || !utf8.ValidString(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}
