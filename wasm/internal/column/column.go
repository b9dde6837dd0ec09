package column

import "slices"

// column is the values of one field.
type column struct {
	values values
	of     []uint32 // by document: the number of its value, 0 for none; or isList and the place of a list
	lists  []uint32 // lists of values: their number, then they
}

const (
	// isList marks the place of a list among the numbers of values.
	isList = 1 << 31
	// maxSeveral is how many values a document keeps of a field. A byline of
	// more is damage.
	maxSeveral = 1000
)

// enter is what stands for a row's values of the field at a place of names. The
// document counts for each.
func (c *column) enter(field int, r *Row) uint32 {
	if c.values.byText == nil {
		c.values.begin()
	}
	if field < firstSeveral {
		return c.count(c.values.id(field, *r.value(field)))
	}
	start := len(c.lists)
	c.lists = append(c.lists, 0)
	for _, text := range *r.several(field) {
		id := c.values.id(field, text)
		if id == 0 || slices.Contains(c.lists[start+1:], id) || len(c.lists)-start > maxSeveral {
			continue
		}
		c.lists = append(c.lists, c.count(id))
	}
	list := c.lists[start+1:]
	if len(list) > 1 {
		c.lists[start] = uint32(len(list))
		return isList | uint32(start)
	}
	c.lists = c.lists[:start]
	if len(list) == 0 {
		return 0
	}
	return list[0]
}

// count takes note of one more document with the value.
func (c *column) count(id uint32) uint32 {
	if id != 0 {
		c.values.documents[id]++
	}
	return id
}

// leave undoes the counting of enter.
func (c *column) leave(of uint32) {
	var one [1]uint32
	for _, id := range c.ids(of, &one) {
		c.values.documents[id]--
	}
}

// ids is the values that a number of a document stands for. one is where to put
// a single one.
func (c *column) ids(of uint32, one *[1]uint32) []uint32 {
	switch {
	case of == 0:
		return nil
	case of&isList == 0:
		one[0] = of
		return one[:]
	}
	at := of &^ isList
	return c.lists[at+1:][:c.lists[at]]
}
