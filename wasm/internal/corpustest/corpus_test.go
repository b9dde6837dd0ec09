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

// TestOriginals: they are of the length asked for, and none has a name of another.
func TestOriginals(t *testing.T) {
	names := map[string]bool{}
	for i, d := range Originals(3, 50, 120) {
		if n := len(strings.Fields(d.Text)); n < 120 || n > 220 || d.CopyOf != -1 {
			t.Errorf("document %d has %d words and is a copy of %d", i, n, d.CopyOf)
		}
		names[d.Name] = true
	}
	if len(names) != 50 {
		t.Errorf("%d names for 50 documents", len(names))
	}
}

// TestScripts: sentences are reproducible, full, and of their script; what is
// edited has some of them and not all.
func TestScripts(t *testing.T) {
	for _, s := range Scripts {
		a := s.Sentences(1, 60)
		if !slices.Equal(a, s.Sentences(1, 60)) || slices.Equal(a, s.Sentences(2, 60)) {
			t.Errorf("%s: the seed does not tell which sentences come", s.Lang)
		}
		text := s.Join(a)
		if strings.ContainsRune(text, '%') || strings.Count(text, "\n\n") != 14 {
			t.Errorf("%s: %s", s.Lang, text)
		}
		edited := s.Edited(1, a)
		same := 0
		for _, x := range edited {
			if slices.ContainsFunc(a, func(y string) bool { return Unmarked(y) == x }) {
				same++
			}
		}
		if len(edited) != 50 || same < 20 || same > 45 {
			t.Errorf("%s: %d of %d edited sentences are as they were", s.Lang, same, len(edited))
		}
	}
}
