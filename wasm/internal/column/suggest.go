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
