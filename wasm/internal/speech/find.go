package speech

import (
	"strings"

	"clippings/wasm/internal/quote"
	"clippings/wasm/protocol"
)

// reach is how many tokens are looked at on each side of a quotation. It bounds
// the work on a text without points; sentences of news have 60 words at most.
const reach = 100

// finder reads one document.
type finder struct {
	text   string
	words  *lexicon
	tokens []token
	lower  []byte
	names  names

	topic  who // the person that the sentence before was about
	spoken who // who spoke last in this paragraph
	out    []protocol.Speech
	parts  []protocol.Span // of all speeches, one after another
	opened []bool          // by quotation: goes on from the paragraph before
}

// Find lists what a document quotes, sorted by where it stands; no two spans
// overlap. Headings and list entries are read as the running text is, what is
// printed twice is not. Linear in the text.
func Find(doc *protocol.Document) []protocol.Speech {
	f := finder{text: doc.Text, words: lexiconOf(doc.Lang)}
	read := make([]protocol.Paragraph, 0, len(doc.Paragraphs))
	for _, p := range doc.Paragraphs {
		switch {
		case p.Role == protocol.RoleHeading || p.Role == protocol.RoleBullet:
			p.Role = protocol.RoleBody
		case p.Role == protocol.RoleRepeat:
			continue
		}
		read = append(read, p)
	}
	quotes := quote.Spans(nil, doc.Text, read)
	if len(quotes) == 0 {
		return nil
	}
	f.opened = make([]bool, 0, len(quotes))
	f.scanAll(read, quotes)
	f.collect()
	f.tell()
	return f.out
}

// scanAll makes tokens of all paragraphs whose names count.
func (f *finder) scanAll(read []protocol.Paragraph, quotes []protocol.Span) {
	at, open := uint32(0), false
	for _, p := range read {
		s := protocol.Span{Start: max(p.Start, at), End: min(p.End, uint32(len(f.text)))}
		if s.Start >= s.End {
			continue
		}
		at = s.End
		n := 0
		for n < len(quotes) && quotes[n].End <= s.End {
			n++
		}
		if !p.Role.IsRunning() && p.Role != protocol.RoleCaption {
			quotes = quotes[n:]
			continue
		}
		for i, q := range quotes[:n] {
			goesOn := open && i == 0 && len(strings.TrimSpace(f.text[s.Start:q.Start])) <= 4
			f.opened = append(f.opened, goesOn)
		}
		if n > 0 {
			open = len(strings.TrimSpace(f.text[quotes[n-1].End:s.End])) == 0
		} else {
			open = false
		}
		f.scan(s, quotes[:n])
		quotes = quotes[n:]
	}
}

// tell goes through the sentences.
func (f *finder) tell() {
	lo, nth := 0, 0
	for i := 0; i < len(f.tokens); i++ {
		if f.tokens[i].class != stop {
			continue
		}
		if f.tokens[i].has(soft) && f.isAsked(i) {
			f.tokens[i].class = comma
			continue
		}
		nth = f.sentence(lo, i, nth)
		lo = i + 1
		if f.tokens[i].has(final) {
			f.spoken = who{}
		}
	}
}

// isAsked reports whether the sentence behind a soft stop says who spoke.
func (f *finder) isAsked(i int) bool {
	c := f.beside(i-1, min(len(f.tokens), i+12))
	return c.ok
}

// sentence judges the quotations in the tokens [lo, hi), of which the nth of the
// document is the first, and returns the number of the next.
func (f *finder) sentence(lo, hi, nth int) int {
	var last who
	for i := lo; i < hi; i++ {
		if f.tokens[i].class == quoted {
			if w, ok := f.judge(place{max(lo, i-reach), i, min(hi, i+reach), lo, hi}, f.opened[nth]); ok {
				last = w
			}
			nth++
		}
	}
	if last.isNamed() {
		f.topic, f.spoken = last, last
		return nth
	}
	if s := f.subject(lo, min(hi, lo+reach)); s.ok {
		if s.resolved = f.resolve(s, lo); s.isNamed() && s.alive {
			f.topic = s
		}
		if last.ok {
			f.spoken = last
		} else if f.speaks(lo, min(hi, lo+reach)) && f.topic.ok {
			f.spoken = f.topic
		}
	}
	return nth
}

// speaks reports whether a sentence has a verb of saying.
func (f *finder) speaks(lo, hi int) bool {
	for _, t := range f.tokens[lo:hi] {
		if t.class == say && !t.has(capital) {
			return true
		}
	}
	return false
}

// place is a quotation at a token in its sentence, of which [lo, hi) is looked
// at.
type place struct{ lo, at, hi, start, end int }

// judge decides whether a quotation is a speech and whose.
func (f *finder) judge(p place, goesOn bool) (who, bool) {
	q := f.tokens[p.at]
	span := protocol.Span{Start: q.at, End: q.end}
	if goesOn && len(f.out) > 0 {
		s := &f.out[len(f.out)-1]
		s.Parts = append(s.Parts, span)
		return f.topic, true
	}
	c := f.claim(p)
	look := f.look(p)
	if !c.ok && !look.whole && look.words < 4 || !c.near && look.name || look.called {
		return who{}, false
	}
	whole := look.whole && p.at == p.start
	if !c.ok && whole && f.goesOnAfter(p) {
		s := &f.out[len(f.out)-1]
		s.Parts = append(s.Parts, span)
		return f.spoken, true
	}
	speech := protocol.Speech{}
	w := c.who
	if c.ok {
		w.resolved = f.resolve(w, p.lo)
		speech.Named, speech.Sure = w.span, c.verb && !w.pronoun && w.resolved != ""
		if v := c.via; v.ok {
			if v.resolved = f.resolve(v, p.lo); v.resolved != w.resolved {
				speech.Via = v.resolved
			}
		}
	} else {
		w = f.guess(whole)
	}
	speech.Speaker = w.resolved
	if c.ok && f.joins(p, w) {
		s := &f.out[len(f.out)-1]
		s.Parts = append(s.Parts, span)
		return w, true
	}
	f.parts = append(f.parts, span)
	n := len(f.parts)
	speech.Parts = f.parts[n-1 : n : n]
	f.out = append(f.out, speech)
	return w, w.resolved != ""
}

// goesOnAfter reports whether a sentence that is all quotation follows one that
// ends with who spoke: “A,” she said. “B.”
func (f *finder) goesOnAfter(p place) bool {
	if p.start < 2 || len(f.out) == 0 || f.tokens[p.start-1].has(final) || !f.spoken.ok {
		return false
	}
	last := f.out[len(f.out)-1]
	end := last.Parts[len(last.Parts)-1].End
	for i := p.start - 2; i >= max(0, p.start-reach); i-- {
		switch t := f.tokens[i]; {
		case t.class == quoted:
			return t.end == end
		case t.class == stop:
			return false
		}
	}
	return false
}

// joins reports whether a quotation goes on with the one before it in its
// sentence: “A,” she said, “b.”
func (f *finder) joins(p place, w who) bool {
	if len(f.out) == 0 {
		return false
	}
	last := f.out[len(f.out)-1]
	if last.Speaker != w.resolved || w.resolved == "" {
		return false
	}
	end := last.Parts[len(last.Parts)-1].End
	says := false
	for i := p.at - 1; i >= p.lo; i-- {
		switch t := f.tokens[i]; t.class {
		case quoted:
			return says && t.end == end && f.look(place{p.lo, i, p.hi, p.start, p.end}).words >= 3
		case say:
			says = true
		case link:
			return false
		}
	}
	return false
}

// guess is who spoke where the sentence does not tell.
func (f *finder) guess(whole bool) who {
	if f.spoken.ok {
		return f.spoken
	}
	if whole {
		return f.topic
	}
	return who{}
}
