package speech

import (
	"strings"

	"clippings/wasm/protocol"
)

// who is a phrase that names somebody.
type who struct {
	span     protocol.Span
	from, to int // tokens
	ok       bool
	pronoun  bool
	isThing  bool // it, they
	isName   bool
	isSource bool // after "according to"
	alive    bool // a person's name
	sex      sex
	resolved string // who it is, in full
}

func (w who) isNamed() bool { return w.ok && w.resolved != "" }

func (w who) same(v who) bool { return w.span == v.span }

// left is the subject that stands in front of the verb at v, not before lo, and
// the token it begins with.
func (f *finder) left(v, lo int) (who, int) {
	i := v - 1
	for i >= lo && f.isSkipped(i, lo) {
		i--
	}
	if i < lo {
		return who{}, lo
	}
	t := f.tokens[i]
	switch {
	case t.class == comma || t.class == dash:
		return f.apposed(i, lo)
	case t.class == thing && f.isRelative(t):
		for i--; i >= lo && f.isGap(i); i-- {
		}
		return f.chunk(i+1, lo)
	}
	return f.chunk(i+1, lo)
}

// isSkipped reports what may stand between a subject and its verb.
func (f *finder) isSkipped(i, lo int) bool {
	t := f.tokens[i]
	switch t.class {
	case aux:
		return !t.has(capital) || t.has(first)
	case being:
		return true
	case when:
		return true
	case prep: // on Tuesday
		return f.tokens[i+1].class == when
	case none:
		n := t.end - t.at
		return n > 4 && !t.has(capital) && f.text[t.end-2:t.end] == "ly" && i > lo
	}
	return false
}

func (f *finder) isRelative(t token) bool {
	return listed("who qui quien quem кто который которая хто який яка", f.text[t.at:t.end])
}

// apposed is the subject in front of an aside that ends with the comma at i:
// Smith, who lives in Leeds, said.
func (f *finder) apposed(i, lo int) (who, int) {
	end, spare, at := i, who{}, lo
	for j := i - 1; j >= max(lo, i-30); j-- {
		switch t := f.tokens[j]; t.class {
		case quoted, stop, colon:
			return spare, at
		case comma, dash:
			if j+1 < end {
				if a, b, _ := f.run(j+1, i); b == end && a == j+1 && end == i && f.isAlive(a, b) {
					return f.named(a, b), j + 1
				}
			}
			w, from := f.chunk(j, lo)
			if !w.ok || !w.isName && f.tokens[w.from].class != det || f.isBehindPrep(w.from, lo) {
				continue
			}
			if w.alive || !w.isName {
				return w, from
			}
			if !spare.ok || spare.from > lo && f.tokens[spare.from-1].class == comma {
				spare, at = w, from
			}
		}
	}
	return spare, at
}

func (f *finder) isBehindPrep(i, lo int) bool {
	return i > lo && (f.tokens[i-1].class == prep || f.tokens[i-1].class == by)
}

// chunk is the phrase that ends before token end.
func (f *finder) chunk(end, lo int) (who, int) {
	a := end
	for a > max(lo, end-24) {
		t := f.tokens[a-1]
		if t.class == person || t.class == thing {
			a--
			break
		}
		if !f.isPhrase(t) || t.class == prep && f.isMoment(a-1) {
			break
		}
		a--
	}
	return f.head(a, end)
}

// isMoment reports prepositions that lead clauses too: after she said.
func (f *finder) isMoment(i int) bool {
	return listed("after before since until", f.word(i))
}

// isPhrase reports the words of which phrases that name somebody are made.
func (f *finder) isPhrase(t token) bool {
	switch t.class {
	case none, title, office, det, prep, when:
		return true
	case aux, say, call, propose, verb:
		return t.has(capital) && !t.has(first)
	}
	return false
}

// head is whom the phrase [a, b) names.
func (f *finder) head(a, b int) (who, int) {
	for a < b && (f.tokens[a].class == prep || f.tokens[a].class == when) {
		if a = f.lastDet(a, b); a >= b {
			return who{}, b
		}
	}
	if a >= b {
		return who{}, b
	}
	switch t := f.tokens[b-1]; t.class {
	case person, thing:
		e := f.words.find(f.text[t.at:t.end], &f.lower)
		return who{span: f.spanOf(b-1, b), from: b - 1, to: b, ok: true, pronoun: true, isThing: t.class == thing, sex: e.sex}, b - 1
	}
	end := a
	for end < b {
		if x, y, _ := f.run(end, b); x == end && y > end {
			end = y
			continue
		}
		if c := f.tokens[end].class; (c == prep || c == comma || c == dash || c == when) && end > a {
			break
		}
		end++
	}
	for x := a; x < end; x++ {
		if s, y, _ := f.run(x, end); s == x && y == end {
			n := f.bare(x, y)
			if f.words.nouns && y == n+1 && x > a && f.tokens[x-1].class == det {
				break // der Sprecher des Ministeriums: a noun
			}
			if n < y {
				w := f.named(n, y)
				w.from = a
				return w, a
			}
			break
		}
	}
	return who{span: f.spanOf(a, min(b, end+9)), from: a, to: end, ok: f.isNoun(end - 1)}, a
}

// isNoun reports whether a phrase can end with the word.
func (f *finder) isNoun(i int) bool {
	t := f.tokens[i]
	if t.class != none && t.class != title && t.class != office {
		return false
	}
	c := f.text[t.at]
	return c < '0' || c > '9'
}

// lastDet is where the last phrase in [a, b) begins, b if there is none.
func (f *finder) lastDet(a, b int) int {
	for i := b - 1; i > a; i-- {
		switch f.tokens[i].class {
		case det, person, thing:
			return i
		case none, title, office:
		default:
			if i+1 < b {
				return i + 1
			}
			return b
		}
	}
	return a + 1
}

// right is whom the phrase behind token v names, and where it ends.
func (f *finder) right(v, hi int) (who, int) {
	a := v + 1
	for a < hi && (f.tokens[v].class == source && f.tokens[a].class == prep || f.tokens[a].class == aux && f.words.inverts) {
		a++
	}
	b := a
	for b < min(hi, a+16) {
		t := f.tokens[b]
		if b == a && (t.class == person || t.class == thing) {
			b++
			break
		}
		if !f.isPhrase(t) || t.class == when || b == a && t.class == prep || b > a && t.class == det && f.tokens[b-1].has(capital) && !f.words.nouns {
			break
		}
		b++
	}
	if b == a {
		return who{}, b
	}
	w, _ := f.head(a, b)
	if w.ok && !w.isName && !w.pronoun && b+1 < hi && f.tokens[b].class == comma { // the minister, Jane Doe
		if x, y, _ := f.run(b+1, hi); x == b+1 && y > x && f.isAlive(x, y) {
			return f.named(x, y), y
		}
	}
	return w, b
}

// subject is whom a sentence is about: the first phrase that no preposition
// leads.
func (f *finder) subject(lo, hi int) who {
	led, spare := false, who{}
	for i := lo; i < hi; i++ {
		t := f.tokens[i]
		switch t.class {
		case prep, by:
			led = true
		case comma, dash, link, aux, being, say, call, propose, verb, quoted, colon:
			if led = false; t.has(capital) && !t.has(first) {
				break
			}
			continue
		case person, thing:
			if t.class == person {
				return f.pronounAt(i)
			}
			continue
		}
		if led {
			continue
		}
		a, b, owns := f.run(i, hi)
		if b == a {
			if t.class == det {
				if w, ok := f.described(i, hi); ok {
					return w
				}
			}
			continue
		}
		if f.isDoing(t) && b == a+1 {
			led = true
			continue
		}
		if n := f.bare(a, b); !owns && n < b {
			w := f.nameIn(n, b, hi)
			if w.alive || !t.has(first) || spare.ok { // "Perhaps" looks like a name
				return w
			}
			if b >= hi || f.tokens[b].class != prep { // Close to thirty
				spare = w
			}
		}
		i = b - 1
	}
	return spare
}

// isDoing reports the participle a sentence begins with: Speaking in Leeds, she.
func (f *finder) isDoing(t token) bool {
	s := f.text[t.at:t.end]
	return t.has(first) && (strings.HasSuffix(s, "ing") || strings.HasSuffix(s, "ed"))
}

// nameIn is the name [a, b), or the person's behind it that it only describes:
// Kremlin aide Jane Doe.
func (f *finder) nameIn(a, b, hi int) who {
	w := f.named(a, b)
	if w.alive {
		return w
	}
	e := b
	for e < min(hi, b+6) && f.isPhrase(f.tokens[e]) && f.tokens[e].class != prep && f.tokens[e].class != det {
		e++
	}
	if v, _ := f.head(a, e); v.isName && v.alive {
		return v
	}
	return w
}

func (f *finder) pronounAt(i int) who {
	t := f.tokens[i]
	e := f.words.find(f.text[t.at:t.end], &f.lower)
	return who{span: f.spanOf(i, i+1), from: i, to: i + 1, ok: true, pronoun: true, sex: e.sex}
}

// described is the phrase that begins with the article at i, if it stands for a
// person named elsewhere or holds a person's name.
func (f *finder) described(i, hi int) (who, bool) {
	b := i + 1
	for b < min(hi, i+10) && f.isPhrase(f.tokens[b]) && f.tokens[b].class != prep {
		b++
		if f.tokens[b-1].class == title && b < hi && !f.tokens[b].has(capital) && f.tokens[b].class != title {
			break
		}
	}
	w, _ := f.head(i, b)
	if !w.ok || w.isName && w.alive {
		return w, w.ok
	}
	if n := f.roleOf(w); n >= 0 {
		w.alive = true
		return w, true
	}
	return w, false
}
