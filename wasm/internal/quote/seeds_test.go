package quote

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

// labels are what people found in one document. Lines count from 1.
type labels struct {
	File  string
	Roles struct {
		Body, Caption, Bullet, Heading []int
	} `json:"line_roles"`
	Quotes, NotQuotes []label
}

type label struct {
	Line int
	Text string
}

// bare is a label without marks and without the point that houses put inside
// them or outside.
func bare(s string) string { return strings.Trim(s, "“”‘’\"'.,") }

// readLabels reads the labels of the folder CLIPPINGS_SEEDS.
func readLabels(t *testing.T) (folder string, documents map[string]labels) {
	t.Helper()
	folder = os.Getenv("CLIPPINGS_SEEDS")
	if folder == "" {
		t.Skip("CLIPPINGS_SEEDS names no folder of labelled articles")
	}
	b, err := os.ReadFile(filepath.Join(folder, "truth.json"))
	if err != nil {
		t.Fatal(err)
	}
	var truth struct{ Documents map[string]labels }
	if err := json.Unmarshal([]byte(strings.ReplaceAll(string(b), `"not_quotes"`, `"NotQuotes"`)), &truth); err != nil {
		t.Fatal(err)
	}
	return folder, truth.Documents
}

// TestSeeds reads every line of the labelled articles that has a quotation as a
// paragraph, and every line of their bodies.
func TestSeeds(t *testing.T) {
	folder, documents := readLabels(t)
	labelled, covered, wrong, long, right := 0, 0, 0, 0, 0
	for id, d := range documents {
		b, err := os.ReadFile(filepath.Join(folder, d.File))
		if err != nil {
			t.Fatal(err)
		}
		found := quotesByLine(string(b))
		for _, q := range d.Quotes {
			labelled++
			if has(found[q.Line], q.Text) {
				covered++
			} else {
				t.Logf("%s: line %d: quotation not found", id, q.Line)
			}
		}
		for _, q := range d.NotQuotes {
			if has(found[q.Line], q.Text) {
				wrong++
			}
		}
		for _, line := range d.Roles.Body {
			for _, s := range found[line] {
				if len(strings.Fields(s)) < 4 {
					continue
				}
				long++
				if isLabelled(d.Quotes, line, s) {
					right++
				} else if !isLabelled(d.NotQuotes, line, s) {
					t.Logf("%s: line %d: %d bytes not labelled", id, line, len(s))
				}
			}
		}
	}
	recall := float64(covered) / float64(labelled)
	t.Logf("recall %.3f of %d quotations; precision %.3f of %d in bodies with four words and more; %d names and headings in marks found",
		recall, labelled, float64(right)/float64(max(long, 1)), long, wrong)
	if recall < 0.95 {
		t.Errorf("recall %.3f is under 0.95", recall)
	}
}

// quotesByLine is what stands in marks in each line, from 1.
func quotesByLine(text string) map[int][]string {
	found := map[int][]string{}
	for i, line := range strings.Split(text, "\n") {
		for _, s := range Spans(nil, line, []protocol.Paragraph{{Span: protocol.Span{End: uint32(len(line))}}}) {
			found[i+1] = append(found[i+1], s.Of(line))
		}
	}
	return found
}

func has(found []string, text string) bool {
	for _, s := range found {
		if bare(s) == bare(text) {
			return true
		}
	}
	return false
}

func isLabelled(labels []label, line int, s string) bool {
	for _, q := range labels {
		if q.Line == line && bare(q.Text) == bare(s) {
			return true
		}
	}
	return false
}
