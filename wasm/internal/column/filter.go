package column

import (
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
		matched := make([]uint8, len(c.values.texts))
		c.values.match(matched, newWanted(field, n))
		if !n.Exact && strings.EqualFold(strings.TrimSpace(n.Text), None) {
			matched[0] = 1
		}
		c.mark(set, matched)
	}
	return set
}

// filterDays puts in the documents of a range of days.
func (t *Table) filterDays(set Bits, n *query.Node) {
	from, to := int64(max(n.From, noDay+1)), int64(n.To)
	if n.Text == None {
		from, to = int64(noDay), int64(noDay)
	}
	if from > to {
		return
	}
	span := uint64(to - from)
	for i := range set {
		var w uint64
		for j, day := range t.days[64*i : min(64*i+64, len(t.days))] {
			if uint64(int64(day)-from) <= span {
				w |= 1 << (j & 63)
			}
		}
		set[i] = w
	}
}

// mark puts in the documents that have one of the matched values, 64 at a time.
func (c *column) mark(set Bits, matched []uint8) {
	for i := range set {
		of := c.of[64*i : min(64*i+64, len(c.of))]
		if len(c.lists) == 0 {
			set[i] = markSingle(of, matched)
		} else {
			set[i] = c.markSeveral(of, matched)
		}
	}
}

// markSingle is the bits of up to 64 documents without lists. Most values do not
// match, so that the branch is cheap.
func markSingle(of []uint32, matched []uint8) (w uint64) {
	for j, id := range of {
		if matched[id] != 0 {
			w |= 1 << (j & 63)
		}
	}
	return w
}

// markSeveral is the bits of up to 64 documents.
func (c *column) markSeveral(of []uint32, matched []uint8) (w uint64) {
	for j, id := range of {
		if id&isList == 0 && matched[id] != 0 || id&isList != 0 && c.has(id, matched) {
			w |= 1 << (j & 63)
		}
	}
	return w
}

// has reports whether a list holds a matched value.
func (c *column) has(list uint32, matched []uint8) bool {
	at := list &^ isList
	for _, id := range c.lists[at+1:][:c.lists[at]] {
		if matched[id] != 0 {
			return true
		}
	}
	return false
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
	r.read(field, text)
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
