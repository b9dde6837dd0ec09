package protocol

import (
	"slices"
	"testing"
)

func TestCompareRecords(t *testing.T) {
	sorted := []string{"", "1", "2", "10", "10/a", "100", "a", "a/1", "a/2", "a/10", "a~2", "b7x", "b007", "b08", "https://example.org/9?p=1", "https://example.org/10"}
	for i, a := range sorted {
		for j, b := range sorted {
			got := CompareRecords(a, b)
			if i < j && got >= 0 || i > j && got <= 0 || i == j && got != 0 {
				t.Errorf("%q to %q: %d", a, b, got)
			}
		}
	}
	shuffled := slices.Clone(sorted)
	slices.Reverse(shuffled)
	slices.SortFunc(shuffled, CompareRecords)
	if !slices.Equal(shuffled, sorted) {
		t.Errorf("sorted to %q", shuffled)
	}
}
