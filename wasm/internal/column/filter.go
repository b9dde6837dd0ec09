package column

import (
	"bytes"
	"sort"
	"strings"

	"clippings/wasm/internal/query"
)

// None is the text of a filter for the documents that have no value.
const None = "none"

// Filter is the set of documents that match a node of kind query.Filter. For a
// field of which Has says no, and for a filter without text, it is empty.
func (t *Table) Filter(n *query.Node) Bits {
	set := NewBits(t.Len())
	if n.Field == Date {
		t.filterDays(set, n)
		return set
	}
	if field := fieldAt(n.Field); field >= 0 && t.Len() > 0 {
		c := &t.columns[field]
		matched := make([]bool, len(c.values.texts))
		c.values.match(matched, newWanted(field, n))
		matched[0] = !n.Exact && strings.EqualFold(strings.TrimSpace(n.Text), None)
		c.mark(set, matched)
	}
	return set
}

// filterDays puts in the documents of a range of days.
func (t *Table) filterDays(set Bits, n *query.Node) {
	from, to := n.From, n.To
	if n.Text == None {
		from, to = noDay, noDay
	} else {
		from = max(from, noDay+1)
	}
	for doc, day := range t.days {
		if from <= day && day <= to {
			set.Add(uint32(doc))
		}
	}
}

// mark puts in the documents that have one of the matched values.
func (c *column) mark(set Bits, matched []bool) {
	for doc, of := range c.of {
		if of&isList == 0 {
			if matched[of] {
				set.Add(uint32(doc))
			}
			continue
		}
		at := of &^ isList
		for _, id := range c.lists[at+1:][:c.lists[at]] {
			if matched[id] {
				set.Add(uint32(doc))
				break
			}
		}
	}
}

// wanted is what a filter looks for in the readings of values: one of patterns.
type wanted struct {
	patterns [][]byte
	first    bool // where a value's readings begin
}

// newWanted makes the patterns of a filter; none for a filter without text.
func newWanted(field int, n *query.Node) wanted {
	text := strings.TrimSpace(n.Text)
	name := names[field]
	if name == Lang && len(text) > 2 && (text[2] == '-' || text[2] == '_') {
		text = text[:2] // en-GB
	}
	var r reader
	r.read(text)
	w := wanted{first: n.Exact, patterns: r.patterns(n.Open && !n.Exact)}
	if n.Exact {
		w.patterns = w.patterns[:min(1, len(w.patterns))] // the folded one
	}
	if n.Exact || name == Agency || name == Lang || name == Format {
		for i, p := range w.patterns {
			p = append([]byte{readingEnd}, p...)
			if p[len(p)-1] == ' ' {
				p = append(p, readingEnd)
			}
			w.patterns[i] = p
		}
	}
	return w
}

// match notes the values in which a pattern stands. All readings are one text, so
// that a search of it is a search of all values.
func (v *values) match(matched []bool, w wanted) {
	for _, p := range w.patterns {
		id := 0
		for at := 0; ; {
			i := bytes.Index(v.readings[at:], p)
			if i < 0 {
				break
			}
			start := at + i
			if p[0] == readingEnd {
				start++
			}
			id += sort.Search(len(v.from)-id-1, func(n int) bool { return int(v.from[id+n+1]) > start })
			matched[id] = matched[id] || !w.first || int(v.from[id]) == start
			if id+1 == len(v.from) {
				break
			}
			at = int(v.from[id+1]) - 1
		}
	}
}
