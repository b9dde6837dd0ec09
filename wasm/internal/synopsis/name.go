package synopsis

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// maxRun is the number of words of the longest name.
const maxRun = 4

// token is a word of a sentence as names are looked for.
type token struct {
	hash       uint64
	start, end uint32 // in the text
	shape      shape
}

type shape uint8

const (
	small   shape = iota // or left out of names for another reason
	capital              // begins with a capital
	opening              // does so where every word would
	figure
)

// name is a name or figure under count.
type name struct {
	words   []uint64
	texts   uint32
	times   uint32
	alone   uint32 // times that it was a whole run
	last    int    // text that had it last
	span    protocol.Span
	first   uint32 // number of the text that span is of
	isDigit bool
}

// namer counts the names of a story.
type namer struct {
	*story
	within map[uint64]bool // words that have a capital where not every word would
	found  map[uint64]*name
	tokens []token
}

// names are the names and figures of at least half of the texts. A name that is
// part of a longer one in as many texts is told as that.
func (s *story) names() ([]protocol.SharedName, error) {
	n := namer{story: s, within: map[uint64]bool{}, found: map[uint64]*name{}}
	for _, pass := range []func(int){n.learn, n.count} {
		for i := range s.sentences {
			if i%32 == 0 {
				if err := s.yield(); err != nil {
					return nil, err
				}
			}
			n.read(i)
			pass(i)
		}
	}
	return n.tell(), nil
}

// read makes the tokens of a sentence.
func (n *namer) read(i int) {
	o := &n.sentences[i]
	text := n.texts[o.text].doc.Text
	piece := o.span.Of(text)
	n.tokens = n.tokens[:0]
	n.scan.Reset(piece)
	before := uint32(0)
	for n.scan.Next() {
		start, end := n.scan.Start(), n.scan.End()
		hash, ok := n.scan.Compared()
		t := token{hash: hash, start: o.span.Start + start, end: o.span.Start + end}
		if ok && !n.isTitle(hash) {
			t.shape = shapeOf(piece[start:end], len(n.tokens) == 0 || opens(piece[before:start]))
		}
		n.tokens = append(n.tokens, t)
		before = end
	}
}

// shapeOf is the shape of a word. One capital alone is an initial.
func shapeOf(printed string, first bool) shape {
	r, _ := utf8.DecodeRuneInString(printed)
	switch {
	case unicode.IsDigit(r):
		return figure
	case !unicode.IsUpper(r):
		return small
	case first:
		return opening
	}
	return capital
}

// opens reports whether what stands between two words makes the second begin with
// a capital, whatever it is.
func opens(between string) bool { return strings.ContainsAny(between, ":\"“„«‘") }

// isTitle reports function words, which are no part of a name, and titles, which
// are none that tells who it is.
func (n *namer) isTitle(hash uint64) bool {
	id, ok := n.ids[hash]
	return ok && n.story.words[id].kind&(isLittle|isTitle) != 0
}

// learn notes which words have a capital of their own.
func (n *namer) learn(int) {
	for _, t := range n.tokens {
		if t.shape == capital {
			n.within[t.hash] = true
		}
	}
}

// count counts the names of a sentence.
func (n *namer) count(i int) {
	for at := 0; at < len(n.tokens); {
		end := n.runEnd(i, at)
		if end == at {
			at++
			continue
		}
		n.countRun(i, at, end)
		at = end
	}
}

// runEnd is behind the run of capitals that begins at a token, or at a figure its
// unit.
func (n *namer) runEnd(i, at int) int {
	t := n.tokens[at]
	switch {
	case t.shape == small:
		return at
	case t.shape == opening && !n.within[t.hash] && !(at+1 < len(n.tokens) && n.tokens[at+1].shape == capital && n.gap(i, at) == " "):
		return at
	case t.shape == figure:
		return at + 1
	}
	end := at + 1
	for end < len(n.tokens) && (n.tokens[end].shape == capital || n.tokens[end].shape == figure) {
		if gap := n.gap(i, end-1); gap != " " && gap != "-" && gap != ". " {
			break
		}
		if end++; n.tokens[end-1].shape == figure {
			break
		}
	}
	return end
}

// gap is what stands behind a token, up to the next.
func (n *namer) gap(i, at int) string {
	text := n.texts[n.sentences[i].text].doc.Text
	return text[n.tokens[at].end:n.tokens[at+1].start]
}

// countRun counts a run and what of it may be a name by itself: some words in a
// row, or the last, a surname.
func (n *namer) countRun(i, at, end int) {
	for from := at; from < end; from++ {
		for to := from + 1; to <= min(end, from+maxRun); to++ {
			whole := from == at && to == end
			if to-from > 1 || whole || to == end || n.gap(i, from) == "-" || n.tokens[from].shape == figure {
				n.add(i, n.tokens[from:to], whole)
			}
		}
	}
}

// add counts a name.
func (n *namer) add(i int, tokens []token, whole bool) {
	key := uint64(len(tokens))
	for _, t := range tokens {
		key = key*0x9E3779B97F4A7C15 + t.hash
	}
	o := n.found[key]
	if o == nil {
		o = &name{last: -1, first: ^uint32(0)}
		for _, t := range tokens {
			o.words = append(o.words, t.hash)
		}
		o.isDigit = len(tokens) == 1 && tokens[0].shape == figure
		n.found[key] = o
	}
	o.times++
	if whole {
		o.alone++
	}
	text := n.sentences[i].text
	if o.last != text {
		o.last = text
		o.texts++
	}
	if number := n.texts[text].number; number < o.first {
		o.first = number
		o.span = protocol.Span{Start: tokens[0].start, End: tokens[len(tokens)-1].end}
	}
}

// tell picks the names to tell of.
func (n *namer) tell() []protocol.SharedName {
	var list []*name
	for _, o := range n.found {
		if o.texts > 1 && 2*int(o.texts) >= len(n.texts) && n.isTelling(o) {
			list = append(list, o)
		}
	}
	ordering.By(list, func(a, b *name) int {
		return cmp.Or(cmp.Compare(b.texts, a.texts), cmp.Compare(len(b.words), len(a.words)),
			cmp.Compare(b.times, a.times), slices.Compare(a.words, b.words))
	})
	taken := n.take(list)
	ordering.By(taken, func(a, b *name) int {
		return cmp.Or(cmp.Compare(b.texts, a.texts), cmp.Compare(b.times, a.times))
	})
	out := make([]protocol.SharedName, 0, len(taken))
	for _, o := range taken {
		out = append(out, protocol.SharedName{Text: n.printed(o), In: o.texts})
	}
	return out
}

// isTelling reports whether a single word is more than the rest of a longer name,
// and a figure more than a digit.
func (n *namer) isTelling(o *name) bool {
	switch {
	case o.isDigit:
		return o.span.Len() > 1
	case len(o.words) > 1:
		return true
	}
	return o.alone > 0
}

// maxNames is the number of names that are told of.
const maxNames = 100

// take leaves out names that hold one that was taken, or are held by it, which is
// then met as often; and those of which each word is in one, such as Marsh-Oduya
// talks.
func (n *namer) take(list []*name) []*name {
	var taken []*name
	words := map[uint64]bool{}
	for _, o := range list {
		at := slices.IndexFunc(taken, func(t *name) bool { return holds(t.words, o.words) || holds(o.words, t.words) })
		if at >= 0 {
			taken[at].times = max(taken[at].times, o.times)
			continue
		}
		if len(taken) == maxNames || !slices.ContainsFunc(o.words, func(w uint64) bool { return !words[w] }) {
			continue
		}
		for _, w := range o.words {
			words[w] = true
		}
		taken = append(taken, o)
	}
	return taken
}

// holds reports whether b is part of a, in a row.
func holds(a, b []uint64) bool {
	for i := 0; i+len(b) <= len(a); i++ {
		if slices.Equal(a[i:i+len(b)], b) {
			return true
		}
	}
	return false
}

// printed is a name as the first text that has it writes it, without the
// possessive.
func (n *namer) printed(o *name) string {
	at := slices.IndexFunc(n.texts, func(t text) bool { return t.number == o.first })
	printed := o.span.Of(n.texts[at].doc.Text)
	for _, tail := range []string{"’s", "'s", "’", "'"} {
		printed = strings.TrimSuffix(printed, tail)
	}
	return strings.Join(strings.Fields(printed), " ")
}
