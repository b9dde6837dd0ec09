package column

import (
	"cmp"
	"math"
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
// A document counts once for each value it has; none is how many have no value. A
// field without a column has no values.
func (t *Table) Count(docs []uint32, field string) (values []ValueCount, none uint32) {
	at := fieldAt(field)
	if at < 0 || t.Len() == 0 {
		return nil, uint32(len(docs))
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
	return c.values.told(counts), counts[0]
}

// DayCount is how many documents have a date.
type DayCount struct {
	Day       int32 // days since 1970-01-01
	Documents uint32
}

// CountDays is the dates among documents, rising, and how many documents have none.
func (t *Table) CountDays(docs []uint32) (days []DayCount, undated uint32) {
	first, last := int64(math.MaxInt32), int64(math.MinInt32)
	for _, doc := range docs {
		if day := int64(t.days[doc]); day != int64(noDay) {
			first, last = min(first, day), max(last, day)
		}
	}
	if last-first > int64(len(docs))+maxDays {
		return t.sortDays(docs)
	}
	counts := make([]uint32, max(0, last-first+1))
	for _, doc := range docs {
		if day := t.days[doc]; day != noDay {
			counts[int64(day)-first]++
		} else {
			undated++
		}
	}
	for i, n := range counts {
		if n > 0 {
			days = append(days, DayCount{int32(first + int64(i)), n})
		}
	}
	return days, undated
}

// maxDays is the range of days, about 200 years, that has a counter each even for
// few documents; dates beyond are damage, and are sorted.
const maxDays = 1 << 16

// sortDays is CountDays for dates far apart.
func (t *Table) sortDays(docs []uint32) (days []DayCount, undated uint32) {
	sorted := make([]int32, 0, len(docs))
	for _, doc := range docs {
		sorted = append(sorted, t.days[doc])
	}
	slices.Sort(sorted)
	for _, day := range sorted {
		if day == noDay {
			undated++
			continue
		}
		if n := len(days); n == 0 || days[n-1].Day != day {
			days = append(days, DayCount{Day: day})
		}
		days[len(days)-1].Documents++
	}
	return days, undated
}
