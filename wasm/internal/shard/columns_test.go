package shard

import "testing"

func TestIsNamed(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"a/b c.txt", "a/b c.txt", true},
		{"a/b c.txt", "a/b  c.txt", false},
		{`the "big" one.txt`, "the big one.txt", true},
		{`the "big" one.txt`, "the  big  one.txt", true},
		{`the “big”.txt`, "the big .txt", true},
		{`the "big" one.txt`, "the bigone.txt", false},
	} {
		if got := isNamed(c.name, c.text); got != c.want {
			t.Errorf("isNamed(%q, %q) = %v", c.name, c.text, got)
		}
	}
}
