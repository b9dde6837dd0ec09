package search

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/index"
	"clippings/wasm/internal/query"
)

// plainNode is a part of a query as the plain evaluator reads it.
type plainNode struct {
	kind     query.Kind // And, Or, Not, Filter, or Word for a leaf
	filter   *query.Node
	leaf     *plainLeaf
	children []*plainNode
}

// plainLeaf is a part of the query that has places.
type plainLeaf struct {
	items    [][]plainRow // one of one row, but for a Near
	near     bool
	slack    int
	field    string // "" for the article
	excluded bool
	text     *regexp.Regexp // of an expression over the text
}

type plainRow struct {
	atoms []*plainAtom
	exact bool
}

// plainAtom is a word of the query.
type plainAtom struct {
	number  int // in the statistics
	means   func(term string) bool
	whole   string // the term, if it is a whole word or the beginning of one
	begins  bool
	vague   bool // fewer than three letters of it are known
	many    bool // stands for terms of which Postings counts
	surface string
	lookup  string
	edits   int
	aside   bool
	others  map[string]plainOther // what else stands for it, by the plan
}

// plainOther is a term that stands for a word.
type plainOther struct {
	scale uint32
	edits uint8
}

// plainReader reads a query tree.
type plainReader struct {
	atoms    []*plainAtom
	leaves   []*plainLeaf
	field    string
	excluded bool
}

func (p *plainReader) read(n *query.Node) *plainNode {
	if n == nil {
		return nil
	}
	switch n.Kind {
	case query.And, query.Or:
		return p.join(n.Kind, n.Children)
	case query.Field:
		was := p.field
		p.field = n.Field
		out := p.join(query.And, n.Children)
		p.field = was
		return out
	case query.Not:
		was := p.excluded
		p.excluded = true
		c := p.join(query.And, n.Children)
		p.excluded = was
		if c == nil {
			return nil
		}
		return &plainNode{kind: query.Not, children: []*plainNode{c}}
	case query.Filter:
		return &plainNode{kind: query.Filter, filter: n}
	}
	l := &plainLeaf{field: p.field, excluded: p.excluded}
	switch n.Kind {
	case query.Near:
		l.near, l.slack = true, n.Slack
		for _, c := range n.Children {
			alternatives := []*query.Node{c}
			if c.Kind == query.Or {
				alternatives = c.Children
			}
			var it []plainRow
			for _, a := range alternatives {
				it = append(it, p.row(a, true))
			}
			l.items = append(l.items, it)
		}
	case query.Regex:
		if strings.Contains(n.Text, `\s`) {
			l.text = regexp.MustCompile("(?i)" + n.Text)
		}
		re := regexp.MustCompile("^(?i:" + n.Text + ")$")
		a := p.atom(&plainAtom{means: re.MatchString, many: true, vague: n.Text == "[ab]+" || n.Text == `2\d+`})
		if l.text != nil {
			a.means = func(term string) bool { return strings.Contains(term, "talk") }
		}
		l.items = [][]plainRow{{{atoms: []*plainAtom{a}}}}
	default:
		r := p.row(n, false)
		if len(r.atoms) == 0 {
			return nil
		}
		l.items = [][]plainRow{{r}}
	}
	p.leaves = append(p.leaves, l)
	return &plainNode{kind: query.Word, leaf: l}
}

func (p *plainReader) join(k query.Kind, children []*query.Node) *plainNode {
	out := &plainNode{kind: k}
	for _, c := range children {
		if n := p.read(c); n != nil {
			out.children = append(out.children, n)
		}
	}
	if len(out.children) == 0 {
		return nil
	}
	return out
}

func (p *plainReader) atom(a *plainAtom) *plainAtom {
	a.number, a.aside = len(p.atoms), p.field == "furniture"
	p.atoms = append(p.atoms, a)
	return a
}

func (p *plainReader) row(n *query.Node, near bool) plainRow {
	r := plainRow{exact: n.Exact}
	if n.Kind == query.Pattern {
		re := strings.NewReplacer(`\*`, ".*", `\?`, ".").Replace(regexp.QuoteMeta(analysis.Fold(n.Text)))
		pattern := regexp.MustCompile("^" + re + "$")
		r.atoms = append(r.atoms, p.atom(&plainAtom{means: pattern.MatchString, many: true, vague: !regexp.MustCompile(`[^*?]{3}`).MatchString(n.Text)}))
		return r
	}
	type word struct {
		surface, term, folded string
		start, end            uint32
	}
	var words []word
	var s analysis.Scanner
	for s.Reset(n.Text); s.Next(); {
		words = append(words, word{n.Text[s.Start():s.End()], string(s.Term()), string(s.Folded()), s.Start(), s.End()})
	}
	for i, w := range words {
		last := i == len(words)-1
		a := p.atom(&plainAtom{})
		switch {
		case n.Exact:
			a.means, a.surface, a.whole = func(t string) bool { return t == w.folded }, w.surface, w.folded
		case analysis.IsUnspaced([]byte(w.folded)):
			tiedHead := i > 0 && words[i-1].end == w.start
			tiedTail := !last && words[i+1].start == w.end
			a.whole, a.many = w.term, true
			a.means = func(t string) bool {
				return strings.Contains(t, w.folded) && (!tiedHead || strings.HasPrefix(t, w.folded)) && (!tiedTail || strings.HasSuffix(t, w.folded))
			}
		case last && (n.Kind == query.Prefix || n.Open):
			a.whole, a.begins, a.many = w.term, true, true
			a.means = func(t string) bool { return t == w.term || strings.HasPrefix(t, w.folded) }
			a.vague = utf8.RuneCountInString(w.folded) < 3
			if n.Kind == query.Prefix && len(words) == 1 && utf8.RuneCountInString(w.folded) >= 3 && !p.excluded && p.field != "furniture" && !near {
				a.lookup = w.folded
			}
		default:
			a.whole = w.term
			a.means = func(t string) bool { return t == w.term }
			if n.Kind == query.Word && len(words) == 1 && !p.excluded && p.field != "furniture" && (!near || n.Edits > 0) {
				a.lookup, a.edits = w.term, n.Edits
			}
		}
		r.atoms = append(r.atoms, a)
	}
	return r
}

// stands is how an atom stands in a word: for each of its forms the scale and the
// edits; none if it does not.
func (a *plainAtom) stands(w *testWord) (found []plainOther) {
	if a.aside != (w.field == index.Furniture) {
		return nil
	}
	for _, f := range w.forms {
		if a.means(f) {
			found = append(found, plainOther{scale: 4})
		} else if o, ok := a.others[f]; ok {
			found = append(found, o)
		}
	}
	if a.surface != "" && a.surface != w.surface {
		return nil
	}
	return found
}

// plainPlace is where a leaf stands in a document.
type plainPlace struct {
	at, words uint32
	plainOther
	field index.Field
	run   int
}

// places is where a leaf stands; a word once for each form that does.
func (l *plainLeaf) places(d *testDoc) (out []plainPlace) {
	switch {
	case l.text != nil:
		return l.textPlaces(d)
	case l.near:
		return l.nearPlaces(d)
	}
	return l.items[0][0].places(d, l.field)
}

func (r *plainRow) places(d *testDoc, field string) (out []plainPlace) {
	n := len(r.atoms)
	for i := 0; i+n <= len(d.words); i++ {
		w := &d.words[i]
		if field != "" && w.field.String() != field || field == "" && w.field == index.Furniture {
			continue
		}
		ok := true
		var found []plainOther
		for j, a := range r.atoms {
			v := &d.words[i+j]
			found = a.stands(v)
			ok = ok && len(found) > 0 && v.run == w.run && v.position == w.position+uint32(j)
		}
		if !ok {
			continue
		}
		if n > 1 {
			found = []plainOther{{scale: 4}}
		}
		for _, o := range found {
			out = append(out, plainPlace{w.position, uint32(n), o, w.field, w.run})
		}
	}
	return out
}

// nearPlaces tries every choice of places.
func (l *plainLeaf) nearPlaces(d *testDoc) (out []plainPlace) {
	var items [][]plainPlace
	for _, it := range l.items {
		var all []plainPlace
		for _, r := range it {
			all = append(all, r.places(d, l.field)...)
		}
		items = append(items, all)
	}
	starts := map[uint32]plainPlace{}
	var try func(chosen []plainPlace)
	try = func(chosen []plainPlace) {
		if len(chosen) < len(items) {
			for _, p := range items[len(chosen)] {
				if !slices.ContainsFunc(chosen, func(c plainPlace) bool { return c.at == p.at || c.run != p.run }) {
					try(append(chosen[:len(chosen):len(chosen)], p))
				}
			}
			return
		}
		first, end, words := chosen[0], uint32(0), uint32(0)
		for _, p := range chosen {
			if p.at < first.at {
				first = p
			}
			end, words = max(end, p.at+p.words), words+p.words
		}
		if int(end-first.at)-int(words) <= l.slack {
			starts[first.at] = plainPlace{first.at, 1, plainOther{scale: 4}, first.field, first.run}
		}
	}
	try(nil)
	for _, w := range d.words {
		if p, ok := starts[w.position]; ok {
			out = append(out, p)
		}
	}
	return out
}

// textPlaces is the words that matches begin in or before.
func (l *plainLeaf) textPlaces(d *testDoc) (out []plainPlace) {
	for _, p := range d.paragraphs {
		f, ok := FieldOf(p.Role)
		if !ok || l.field != "" && f.String() != l.field || l.field == "" && f == index.Furniture {
			continue
		}
		for _, m := range l.text.FindAllStringIndex(p.Of(d.text), -1) {
			at := p.Start + uint32(m[0])
			var s analysis.Scanner
			for s.Reset(d.text); s.Next() && s.End() <= at; {
			}
			if pl := (plainPlace{s.Position(), 1, plainOther{scale: 4}, f, 0}); len(out) == 0 || out[len(out)-1].at != pl.at {
				out = append(out, pl)
			}
		}
	}
	return out
}
