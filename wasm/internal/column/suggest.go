package column

import "clippings/wasm/internal/query"

// Suggest is the values of a field of which a word begins with what is typed, with
// the documents of the whole shard that have them, in the order of CompareCounts.
// Typed words but the last are whole and stand before it, as with a filter that is
// Open; of agency, lang and format the value itself begins so. Nothing typed is
// every value.
func (t *Table) Suggest(field, typed string) []ValueCount {
	at := fieldAt(field)
	if at < 0 || t.Len() == 0 {
		return nil
	}
	c := &t.columns[at]
	w := newWanted(at, &query.Node{Text: typed, Open: true})
	if len(w.patterns) == 0 {
		return c.values.told(c.values.documents)
	}
	matched := make([]uint8, len(c.values.texts))
	c.values.match(matched, w)
	counts := make([]uint32, len(matched))
	for id, ok := range matched {
		if ok == 1 {
			counts[id] = c.values.documents[id]
		}
	}
	return c.values.told(counts)
}

// NumValues is how many numbers of values a field has: 0 to NumValues-1. A value
// keeps its number, and new ones get the next.
func (t *Table) NumValues(field string) int {
	at := fieldAt(field)
	if at < 0 {
		return 0
	}
	return len(t.columns[at].values.texts)
}

// Value is a value by its number, and how many documents have it: none may, and
// none has number 0, which is no value.
func (t *Table) Value(field string, number int) (text string, documents uint32) {
	if number < 0 || number >= t.NumValues(field) {
		return "", 0
	}
	v := &t.columns[fieldAt(field)].values
	return v.texts[number], v.documents[number]
}
