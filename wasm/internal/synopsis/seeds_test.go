package synopsis

import (
	"slices"
	"strings"
	"testing"
)

// TestSeedsTell holds what a person finds in the labelled articles: who is quoted
// on root causes, what all five tell, and that the copy has nothing of its own.
func TestSeedsTell(t *testing.T) {
	docs := readSeeds(t)
	p := mustOf(t, docs)
	checkSound(t, docs, p)
	rooted, speaker := 0, ""
	for _, s := range p.Sayings {
		for _, w := range s.Wordings {
			if strings.Contains(w.Text, "root causes") && textsOf(s) > rooted {
				rooted, speaker = textsOf(s), s.Speaker
			}
		}
	}
	if rooted < 3 || speaker != "Yuri Ushakov" {
		t.Errorf("root causes: %d texts, said by %q", rooted, speaker)
	}
	if n := len(p.Shared); n < 25 || len(p.Shared[0].In) != 5 {
		t.Errorf("%d statements, the first of %d texts", n, len(p.Shared[0].In))
	}
	if n := len(p.Only[0].Sentences); n != 0 {
		t.Errorf("the shortened copy has %d sentences of its own", n)
	}
	var names []string
	for _, n := range p.Names {
		if int(n.In) == len(docs) {
			names = append(names, n.Text)
		}
	}
	for _, want := range []string{"Vladimir Putin", "Donald Trump", "Yuri Ushakov", "Kyiv"} {
		if !slices.Contains(names, want) {
			t.Errorf("%q is not among the names of all: %q", want, names)
		}
	}
}
