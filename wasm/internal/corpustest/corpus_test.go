package corpustest

import (
	"slices"
	"strings"
	"testing"
)

func TestCorpusIsReproducible(t *testing.T) {
	long, short := Corpus(7, 120), Corpus(7, 60)
	if !slices.Equal(long[:60], short) {
		t.Error("the first 60 documents depend on how many are asked for")
	}
	if slices.Equal(Corpus(8, 60), short) {
		t.Error("another seed gives the same documents")
	}
}

func TestCorpusShape(t *testing.T) {
	docs := Corpus(1, 300)
	words, copies := 0, 0
	names := map[string]bool{}
	for i, d := range docs {
		words += len(strings.Fields(d.Text))
		names[d.Name] = true
		if d.CopyOf < 0 {
			continue
		}
		copies++
		if d.CopyOf >= i || docs[d.CopyOf].CopyOf >= 0 {
			t.Errorf("document %d is a copy of %d, which is no earlier original", i, d.CopyOf)
		}
	}
	if mean := words / len(docs); mean < 380 || mean > 450 {
		t.Errorf("%d words a document, want about 425", mean)
	}
	if share := copies * 100 / len(docs); share < 15 || share > 25 {
		t.Errorf("%d %% copies, want about 20", share)
	}
	if len(names) != len(docs) {
		t.Errorf("%d names for %d documents", len(names), len(docs))
	}
}

// shingles are the runs of five words.
func shingles(text string) map[string]bool {
	words, set := strings.Fields(text), map[string]bool{}
	for i := 0; i+5 <= len(words); i++ {
		set[strings.Join(words[i:i+5], " ")] = true
	}
	return set
}

// containment is the share of the smaller set that is in the other.
func containment(a, b map[string]bool) float64 {
	if len(b) < len(a) {
		a, b = b, a
	}
	n := 0
	for s := range a {
		if b[s] {
			n++
		}
	}
	return float64(n) / float64(len(a))
}

func TestCopiesStandOut(t *testing.T) {
	docs := Corpus(3, 60)
	sets := make([]map[string]bool, len(docs))
	for i, d := range docs {
		sets[i] = shingles(d.Text)
	}
	for i, d := range docs {
		for j := range i {
			c := containment(sets[i], sets[j])
			isKin := d.CopyOf == j || d.CopyOf >= 0 && d.CopyOf == docs[j].CopyOf
			if !isKin && c > 0.05 {
				t.Errorf("unrelated documents %d and %d share %.2f", j, i, c)
			}
			if d.CopyOf == j && c < 0.4 {
				t.Errorf("copy %d shares only %.2f with its original", i, c)
			}
		}
	}
}

func BenchmarkCorpus(b *testing.B) {
	for b.Loop() {
		Corpus(1, 100)
	}
}
