package eval

import (
	"math"
	"testing"
)

func TestAgree(t *testing.T) {
	for _, c := range []struct {
		name         string
		truth, found [][]string
		pair, cube   float64
	}{
		{"the same", [][]string{{"a", "b"}, {"c"}}, [][]string{{"c"}, {"b", "a"}}, 1, 1},
		{"none found", [][]string{{"a", "b"}}, [][]string{{"a"}, {"b"}}, 0, 2.0 / 3},
		{"all in one", [][]string{{"a", "b"}, {"c", "d"}}, [][]string{{"a", "b", "c", "d"}}, 0.5, 2.0 / 3},
		{"left out is alone", [][]string{{"a", "b"}, {"c"}}, [][]string{{"a", "b"}}, 1, 1},
	} {
		got := Agree(c.truth, c.found)
		if math.Abs(got.PairF1-c.pair) > 1e-9 || math.Abs(got.CubeF1-c.cube) > 1e-9 {
			t.Errorf("%s: %v, want pair %.3f, cube %.3f", c.name, got, c.pair, c.cube)
		}
	}
}
