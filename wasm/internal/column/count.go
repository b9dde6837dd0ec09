package column

import (
	"cmp"
	"slices"
	"strings"
)

// ValueCount is how many documents have a value.
type ValueCount struct {
	Value     string
	Documents uint32
}

// CompareCounts orders counts as they are told: the most first, then by value.
func CompareCounts(a, b ValueCount) int {
	return cmp.Or(cmp.Compare(b.Documents, a.Documents), strings.Compare(a.Value, b.Value))
}

// Count is the values of a field among documents, in the order of CompareCounts.
// A document counts once for each value it has. A field without a column has none.
func (t *Table) Count(docs []uint32, field string) []ValueCount {
	at := fieldAt(field)
	if at < 0 || t.Len() == 0 {
		return nil
	}
	c := &t.columns[at]
	counts := make([]uint32, len(c.values.texts))
	for _, doc := range docs {
		of := c.of[doc]
		if of&isList == 0 {
			counts[of]++
			continue
		}
		at := of &^ isList
		for _, id := range c.lists[at+1:][:c.lists[at]] {
			counts[id]++
		}
	}
	return t.told(c, counts)
}

// told is counts by value as they are told, without none.
func (t *Table) told(c *column, counts []uint32) []ValueCount {
	var list []ValueCount
	for id, n := range counts {
		if id > 0 && n > 0 {
			list = append(list, ValueCount{c.values.texts[id], n})
		}
	}
	slices.SortFunc(list, CompareCounts)
	return list
}

// DayCount is how many documents have a date.
type DayCount struct {
	Day       int32 // days since 1970-01-01
	Documents uint32
}

// CountDays is the dates among documents, rising, and how many documents have none.
func (t *Table) CountDays(docs []uint32) (days []DayCount, undated uint32) {
	sorted := make([]int32, 0, len(docs))
	for _, doc := range docs {
		if day := t.days[doc]; day == noDay {
			undated++
		} else {
			sorted = append(sorted, day)
		}
	}
	slices.Sort(sorted)
	for _, day := range sorted {
		if n := len(days); n == 0 || days[n-1].Day != day {
			days = append(days, DayCount{Day: day})
		}
		days[len(days)-1].Documents++
	}
	return days, undated
}
