package collate

import (
	"slices"

	"clippings/wasm/protocol"
)

// pairShare is what part of the shorter paragraph's words two must have in common,
// in hundredths, to stand side by side: rewritten paragraphs have 40 and more,
// others on the same matter less than 30.
const pairShare = 35

// part is a paragraph: its tokens, and its role.
type part struct {
	from, to int32
	words    int32
	role     protocol.Role
	span     protocol.Span
}

// side is a document and to which row each of its paragraphs belongs.
type side struct {
	text
	parts []part
	of    []int32 // part by token
	row   []int32 // by part, -1 for none
}

// parted cuts what was read into its paragraphs.
func parted(doc *protocol.Document, t text) side {
	s := side{text: t, of: make([]int32, len(t.tokens))}
	for i, t := range t.tokens {
		p := doc.Paragraphs[t.paragraph]
		if n := len(s.parts); n == 0 || s.parts[n-1].span != p.Span {
			s.parts = append(s.parts, part{from: int32(i), role: p.Role, span: p.Span})
			s.row = append(s.row, -1)
		}
		last := len(s.parts) - 1
		s.of[i] = int32(last)
		s.parts[last].to = int32(i) + 1
	}
	for i := range s.parts {
		s.parts[i].words = words(t.tokens[s.parts[i].from:s.parts[i].to])
	}
	return s
}

// facing is two documents being set side by side.
type facing struct {
	here, there side
	align       aligner
	rows        []row
}

// row is paragraphs of both.
type row struct {
	here, there []int32
	moved       bool
}

// Beside sets two documents side by side. yield is called at least every few
// milliseconds of work; its error ends the work and is returned.
func Beside(here, there *protocol.Document, yield func() error) (protocol.Sides, error) {
	r := reader{yield: yield}
	f := facing{align: aligner{yield: yield}}
	for _, s := range []struct {
		doc  *protocol.Document
		side *side
	}{{here, &f.here}, {there, &f.there}} {
		read, err := r.read(s.doc, protocol.Role.IsArticle)
		if err != nil {
			return protocol.Sides{}, err
		}
		*s.side = parted(s.doc, read)
	}
	if err := f.pair(); err != nil {
		return protocol.Sides{}, err
	}
	return f.sides()
}

// pair finds which paragraphs belong side by side.
func (f *facing) pair() error {
	w, err := f.align.compare(&f.here.text, &f.there.text)
	if err != nil {
		return err
	}
	inMove := func(r run) bool {
		return slices.ContainsFunc(w.moves, func(m moved) bool { return m.a0 <= r.a && r.a < m.a1 })
	}
	f.join(f.shares(slices.DeleteFunc(w.runs, inMove)), false)
	f.headlines(protocol.RoleTitle)
	f.headlines(protocol.RoleSubtitle)
	for _, m := range w.moves {
		f.join(f.shares(m.runs), true)
	}
	f.equal()
	return nil
}

// share is how many words a paragraph of each have in common.
type share struct{ here, there, words int32 }

// shares counts the words that runs give pairs of paragraphs.
func (f *facing) shares(runs []run) []share {
	var list []share
	for _, r := range runs {
		for k := range r.n {
			if !f.here.tokens[r.a+k].isWord() {
				continue
			}
			p, q := f.here.of[r.a+k], f.there.of[r.b+k]
			if n := len(list); n > 0 && list[n-1].here == p && list[n-1].there == q {
				list[n-1].words++
			} else {
				list = append(list, share{p, q, 1})
			}
		}
	}
	return list
}

// join puts paragraphs side by side that have enough in common.
func (f *facing) join(shares []share, moved bool) {
	for _, s := range shares {
		p, q := &f.here.row[s.here], &f.there.row[s.there]
		if s.words*100 < pairShare*min(f.here.parts[s.here].words, f.there.parts[s.there].words) {
			continue
		}
		switch {
		case *p < 0 && *q < 0:
			f.put(s.here, s.there, moved)
		case *p < 0 && f.rows[*q].moved == moved && isNext(f.rows[*q].here, s.here):
			*p = *q
			f.rows[*q].here = append(f.rows[*q].here, s.here)
		case *q < 0 && f.rows[*p].moved == moved && isNext(f.rows[*p].there, s.there):
			*q = *p
			f.rows[*p].there = append(f.rows[*p].there, s.there)
		}
	}
}

// isNext reports whether a paragraph follows those of a row.
func isNext(parts []int32, p int32) bool { return parts[len(parts)-1] == p-1 }

// put makes a row of two paragraphs.
func (f *facing) put(here, there int32, moved bool) {
	f.here.row[here], f.there.row[there] = int32(len(f.rows)), int32(len(f.rows))
	f.rows = append(f.rows, row{[]int32{here}, []int32{there}, moved})
}

// headlines puts the headlines side by side, though they have no word in common.
func (f *facing) headlines(role protocol.Role) {
	is := func(p part) bool { return p.role == role }
	p, q := slices.IndexFunc(f.here.parts, is), slices.IndexFunc(f.there.parts, is)
	if p >= 0 && q >= 0 && f.here.row[p] < 0 && f.there.row[q] < 0 && !f.crosses(int32(p), int32(q)) {
		f.put(int32(p), int32(q), false)
	}
}

// crosses reports whether a row of these paragraphs would cross another.
func (f *facing) crosses(p, q int32) bool {
	return slices.ContainsFunc(f.rows, func(r row) bool {
		return !r.moved && (r.here[0] < p) != (r.there[0] < q)
	})
}

// equal puts side by side what stands elsewhere word for word, though it is short.
func (f *facing) equal() {
	at := map[uint64]int32{}
	for p, x := range f.here.parts {
		if f.here.row[p] < 0 && x.words > 0 {
			at[hashOf(f.here.tokens[x.from:x.to])] = int32(p)
		}
	}
	for q, y := range f.there.parts {
		p, ok := at[hashOf(f.there.tokens[y.from:y.to])]
		if ok && f.there.row[q] < 0 && f.here.row[p] < 0 {
			f.put(p, int32(q), f.crosses(p, int32(q)))
		}
	}
}

// sides puts the rows in order and marks what differs in them.
func (f *facing) sides() (out protocol.Sides, err error) {
	var order []row
	q := int32(0)
	alone := func(end int32) { // paragraphs that only the other has
		for ; q < end; q++ {
			if f.there.row[q] < 0 {
				order = append(order, row{there: []int32{q}})
			}
		}
	}
	for p, at := range f.here.row {
		r := row{here: []int32{int32(p)}}
		if at >= 0 {
			if r = f.rows[at]; int(r.here[0]) != p {
				continue
			}
			if !r.moved {
				alone(r.there[0])
			}
		}
		order = append(order, r)
	}
	alone(int32(len(f.there.parts)))
	out.Rows = make([]protocol.SideRow, len(order))
	for i := range order {
		common, err := f.mark(&out.Rows[i], &order[i])
		if err != nil {
			return out, err
		}
		out.Common += common
	}
	return out, nil
}

// gather is the tokens of some paragraphs, and where these stand.
func (s *side) gather(parts []int32) (t text, spans []protocol.Span) {
	t.string = s.string
	for _, p := range parts {
		t.tokens = append(t.tokens, s.tokens[s.parts[p].from:s.parts[p].to]...)
		spans = append(spans, s.parts[p].span)
	}
	return t, spans
}

// mark fills a row, marks what differs in it and counts the words that do not.
func (f *facing) mark(out *protocol.SideRow, r *row) (common uint32, err error) {
	c := Collator{witnesses: make([]witness, 1)}
	w, there := &c.witnesses[0], text{}
	c.base, out.Here = f.here.gather(r.here)
	there, out.There = f.there.gather(r.there)
	if out.Moved = r.moved; len(r.here) == 0 || len(r.there) == 0 {
		return 0, nil
	}
	if err := f.align.inOrder(&c.base, &there, nil); err != nil {
		return 0, err
	}
	w.take(&f.align, &there)
	for _, e := range c.edits(nil, 0) {
		from, to := within(e.first, e.last)
		c.reading = w.reading(c.reading[:0], e.first, e.last)
		change := c.change(w, from, to)
		out.HereMarks = appendMarks(out.HereMarks, c.base.tokens[from:to], change)
		out.ThereMarks = appendMarks(out.ThereMarks, c.read, change)
	}
	return w.common, nil
}

// appendMarks marks tokens in a row, those of each paragraph by themselves.
func appendMarks(dst []protocol.ChangeMark, tokens []token, change protocol.Change) []protocol.ChangeMark {
	for i := range tokens {
		if t := &tokens[i]; i > 0 && !t.has(opens) {
			dst[len(dst)-1].Span.End = t.End
		} else {
			dst = append(dst, protocol.ChangeMark{Span: t.Span, Change: change})
		}
	}
	return dst
}
