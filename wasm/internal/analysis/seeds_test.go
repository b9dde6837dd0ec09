package analysis

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// seedBody returns the body lines of one hand-labelled document, joined.
func seedBody(t *testing.T, folder, id string) string {
	t.Helper()
	labels, err := os.ReadFile(filepath.Join(folder, "truth.json"))
	if err != nil {
		t.Fatal(err)
	}
	var truth struct {
		Documents map[string]struct {
			File  string
			Roles map[string]json.RawMessage `json:"line_roles"`
		}
	}
	if err := json.Unmarshal(labels, &truth); err != nil {
		t.Fatal(err)
	}
	doc := truth.Documents[id]
	var body []int
	if err := json.Unmarshal(doc.Roles["body"], &body); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(folder, doc.File))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(text), "\n")
	var b strings.Builder
	for _, n := range body {
		b.WriteString(lines[n-1])
		b.WriteByte('\n')
	}
	return b.String()
}

// shingleSet is the set of runs of five words, in the form that word gives.
// Courtesy titles are left out of the second form.
func shingleSet(text string, isSecond bool) map[string]bool {
	var s Scanner
	var run []string
	set := map[string]bool{}
	for s.Reset(text); s.Next(); {
		form := string(s.Folded())
		if isSecond {
			if _, ok := s.Compared(); !ok {
				continue
			}
			form = string(s.Term())
		}
		if run = append(run, form); len(run) >= 5 {
			set[strings.Join(run[len(run)-5:], " ")] = true
		}
	}
	return set
}

// shared is the number of common shingles and their share in each set.
func shared(a, b map[string]bool) (n int, ofA, ofB float64) {
	for s := range a {
		if b[s] {
			n++
		}
	}
	return n, float64(n) / float64(len(a)), float64(n) / float64(len(b))
}

// TestSeedContainment holds the second form against what a reference folding
// reached on the two house styles of one wire copy: containment .848 and .622.
func TestSeedContainment(t *testing.T) {
	folder := os.Getenv("CLIPPINGS_SEEDS")
	if folder == "" {
		t.Skip("CLIPPINGS_SEEDS is not set")
	}
	a, b := seedBody(t, folder, "000"), seedBody(t, folder, "001")
	n, ofA, ofB := shared(shingleSet(a, false), shingleSet(b, false))
	t.Logf("first form: %d shared, %.3f / %.3f", n, ofA, ofB)
	n, ofA, ofB = shared(shingleSet(a, true), shingleSet(b, true))
	t.Logf("second form: %d shared, %.3f / %.3f", n, ofA, ofB)
	if math.Abs(ofA-0.848) > 0.03 || math.Abs(ofB-0.622) > 0.03 {
		t.Errorf("containment %.3f / %.3f, want .848 / .622 within .03", ofA, ofB)
	}
}
