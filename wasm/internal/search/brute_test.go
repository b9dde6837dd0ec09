package search

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/index"
	"clippings/wasm/internal/query"
	"clippings/wasm/protocol"
)

// testDoc is a document with its words as a plain evaluator wants them.
type testDoc struct {
	name       string
	group      uint32
	text       string
	paragraphs []protocol.Paragraph
	words      []testWord
	length     uint32
}

type testWord struct {
	term, folded string
	position     uint32
	field        index.Field
	run          int
}

func (w *testWord) has(q testQueryWord) bool {
	if w.term == q.term || w.folded == q.term {
		return true
	}
	return q.prefix && (strings.HasPrefix(w.term, q.folded) || strings.HasPrefix(w.folded, q.folded))
}

type testQueryWord struct {
	term, folded string
	prefix       bool
}

var testVocabulary = strings.Fields("a b c ab abc ac ba peace peaceful talks talk Kiev Kyiv programme program programs café cafe naïve 日本 don't a-b 2025")

var testRoles = []protocol.Role{
	protocol.RoleTitle, protocol.RoleBody, protocol.RoleBody, protocol.RoleBody, protocol.RoleCaption,
	protocol.RoleFurniture, protocol.RoleByline, protocol.RoleSubtitle, protocol.RoleRepeat,
}

func newTestDoc(r *rand.Rand, n int) testDoc {
	d := testDoc{name: fmt.Sprintf("%03d", r.IntN(1000)) + fmt.Sprint(n)}
	if r.IntN(3) == 0 {
		d.group = 1 + uint32(r.IntN(5))
	}
	for range r.IntN(5) {
		start := len(d.text)
		for range 1 + r.IntN(12) {
			// Low numbers far more often than high ones.
			d.text += testVocabulary[min(r.IntN(len(testVocabulary)), r.IntN(len(testVocabulary)))] + " "
		}
		p := protocol.Paragraph{Role: testRoles[r.IntN(len(testRoles))]}
		p.Span = protocol.Span{Start: uint32(start), End: uint32(len(d.text) - 1)}
		d.paragraphs = append(d.paragraphs, p)
		d.text += "\n"
	}
	d.read()
	return d
}

// read finds the indexed words of the document.
func (d *testDoc) read() {
	var s analysis.Scanner
	s.Reset(d.text)
	run := -1
	for s.Next() {
		for _, p := range d.paragraphs {
			f, ok := FieldOf(p.Role)
			if !ok || s.Start() < p.Start || s.Start() >= p.End {
				continue
			}
			if run < 0 || d.words[len(d.words)-1].field != f {
				run++
			}
			w := testWord{string(s.Term()), string(s.Folded()), s.Position(), f, run}
			if f == index.Furniture {
				w.term, w.folded = "\x01"+w.term, "\x01"+w.folded
			} else {
				d.length += f.Weight()
			}
			d.words = append(d.words, w)
		}
	}
}

// brute evaluates queries by looking at every word of every document.
type brute struct{ docs []testDoc }

func queryWords(n *query.Node) []testQueryWord {
	var s analysis.Scanner
	s.Reset(n.Text)
	var out []testQueryWord
	for s.Next() {
		out = append(out, testQueryWord{term: string(s.Term()), folded: string(s.Folded())})
	}
	if len(out) > 0 {
		out[len(out)-1].prefix = n.Kind == query.Prefix || n.Open
	}
	return out
}

// match reports whether the document matches, and whether the node says
// anything at all.
func (d *testDoc) match(n *query.Node) (matches, says bool) {
	switch n.Kind {
	case query.And, query.Or:
		matches = n.Kind == query.And
		for _, c := range n.Children {
			if m, s := d.match(c); s {
				says = true
				if n.Kind == query.And {
					matches = matches && m
				} else {
					matches = matches || m
				}
			}
		}
		return matches && says, says
	case query.Not:
		m, s := d.match(n.Children[0])
		return !m && s, s
	}
	words := queryWords(n)
	return len(words) > 0 && d.weight(words) > 0, len(words) > 0
}

// titled reports whether the title alone matches, exclusions aside.
func (d *testDoc) titled(n *query.Node) bool {
	switch n.Kind {
	case query.And, query.Or:
		any, all := false, true
		for _, c := range n.Children {
			if c.Kind != query.Not && Compile(c).root != nil && len(Compile(c).conjuncts()) > 0 {
				m, _ := d.match(c)
				m = (m || n.Kind == query.And) && d.titled(c)
				any, all = any || m, all && m
			}
		}
		if n.Kind == query.Or {
			return any
		}
		return all
	}
	title := testDoc{}
	for _, w := range d.words {
		if w.field == index.Title {
			title.words = append(title.words, w)
		}
	}
	return title.weight(queryWords(n)) > 0
}

// weight is the summed weight of the places where the words stand in a row, for
// one word of its occurrences; a place where both forms of a word begin as the
// query does counts for both, as they are two terms of the index.
func (d *testDoc) weight(words []testQueryWord) uint32 {
	sum := uint32(0)
	for i, w := range d.words {
		if len(words) == 1 {
			sum += uint32(d.terms(w, words[0])) * w.field.Weight()
			continue
		}
		if i+len(words) > len(d.words) {
			break
		}
		ok := true
		for j, q := range words {
			v := d.words[i+j]
			ok = ok && v.has(q) && v.run == w.run && v.position == w.position+uint32(j)
		}
		if ok {
			sum += w.field.Weight()
		}
	}
	return sum
}

// terms is how many terms of the index at the word's position the query's word
// stands for.
func (d *testDoc) terms(w testWord, q testQueryWord) int {
	n := 0
	forms := []string{w.term}
	if w.folded != w.term {
		forms = append(forms, w.folded)
	}
	for _, f := range forms {
		if f == q.term || q.prefix && strings.HasPrefix(f, q.folded) {
			n++
		}
	}
	return n
}

func (b *brute) stats() (st protocol.Stats) {
	st.Documents = uint64(len(b.docs))
	for _, d := range b.docs {
		st.Length += uint64(d.length)
	}
	return st
}

// frequency is the number of documents times terms that a word stands for.
func (b *brute) frequency(q testQueryWord) uint64 {
	n := 0
	for _, d := range b.docs {
		terms := map[string]bool{}
		for _, w := range d.words {
			for _, f := range []string{w.term, w.folded} {
				if f == q.term || q.prefix && strings.HasPrefix(f, q.folded) {
					terms[f] = true
				}
			}
		}
		n += len(terms)
	}
	return uint64(n)
}

// score adds up the parts of the query in their order.
func (b *brute) score(d *testDoc, n *query.Node, st *protocol.Stats) (parts []float64) {
	switch n.Kind {
	case query.And, query.Or:
		for _, c := range n.Children {
			if m, _ := d.match(c); n.Kind == query.Or && !m {
				continue
			}
			parts = append(parts, b.score(d, c, st)...)
		}
		return parts
	case query.Not:
		return nil
	}
	words := queryWords(n)
	if len(words) == 0 {
		return nil
	}
	idf := 0.0
	for _, w := range words {
		idf += idfOf(st, b.frequency(w))
	}
	wg := weigherOf(st).in(scaleOwn)
	if w := d.weight(words); w > 0 {
		parts = append(parts, wg.score(idf, w, d.length))
	}
	if len(words) == 1 && words[0].prefix {
		whole := words[0]
		whole.prefix = false
		if w := d.weight([]testQueryWord{whole}); w > 0 {
			parts = append(parts, wg.score(idfOf(st, b.frequency(whole)), w, d.length))
		}
	}
	return parts
}

// top is what Top should answer; Doc is the number in b.docs.
func (b *brute) top(n *query.Node, opts Options) Result {
	var r Result
	if n == nil {
		return r
	}
	st := b.stats()
	var hits []Hit
	counts := map[uint32]uint32{}
	for i := range b.docs {
		d := &b.docs[i]
		if m, _ := d.match(n); !m {
			continue
		}
		r.Documents++
		h := Hit{Doc: uint32(i), Name: d.name}
		if opts.Group != nil {
			h.Group = opts.Group(h.Doc)
		}
		counts[h.Group]++
		sum := 0.0
		for _, s := range b.score(d, n, &st) {
			sum += s
		}
		h.Score, h.Gap, h.Field = sum, protocol.NoGap, 1
		if d.titled(n) && len(Compile(n).conjuncts()) > 0 {
			h.Field = 0
		}
		hits = append(hits, h)
	}
	slices.SortFunc(hits, compareHits)
	seen := map[uint32]bool{}
	for _, h := range hits {
		if h.Group != 0 && seen[h.Group] {
			continue
		}
		seen[h.Group] = true
		if len(r.Hits) < opts.K {
			r.Hits = append(r.Hits, h)
		}
	}
	r.Singles = uint64(counts[0])
	for g := uint32(1); g < 10; g++ {
		if counts[g] > 0 {
			r.Groups = append(r.Groups, GroupCount{g, counts[g]})
		}
	}
	return r
}

func randomQuery(r *rand.Rand, depth int) string {
	words := func(n int) string {
		w := make([]string, n)
		for i := range w {
			w[i] = testVocabulary[r.IntN(len(testVocabulary))]
		}
		return strings.Join(w, " ")
	}
	switch n := r.IntN(12); {
	case n < 4 || depth == 0:
		return words(1 + r.IntN(2))
	case n < 6:
		return `"` + words(1+r.IntN(3)) + `"`
	case n == 6:
		w := words(1)
		return w[:1+r.IntN(len(w))] + "*"
	case n == 7:
		return "-" + randomQuery(r, depth-1)
	case n == 8:
		return randomQuery(r, depth-1) + " OR " + randomQuery(r, depth-1)
	case n == 9:
		return "(" + randomQuery(r, depth-1) + ") " + randomQuery(r, depth-1)
	case n == 10:
		return randomQuery(r, depth-1) + " AND NOT " + randomQuery(r, depth-1)
	}
	return randomQuery(r, depth-1) + " " + randomQuery(r, depth-1)
}

func noYield() error { return nil }
