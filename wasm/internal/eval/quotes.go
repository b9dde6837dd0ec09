package eval

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"clippings/wasm/protocol"
)

// quoteTruth is what truth.json says of the quotations in a folder of articles.
type quoteTruth struct {
	Documents map[string]struct {
		File   string
		Quotes []quoteLabel
	}
}

// quoteLabel is one quotation. Lines count from 1.
type quoteLabel struct {
	Line     int
	Text     string
	Speaker  string
	OnBehalf string `json:"on_behalf_of"` // whose words the speaker reports
	Via      string
}

// quoteScore is what was found of the labelled quotations.
type quoteScore struct {
	labelled, found, right int
	speakers, chains       int // of right: the speaker, the speaker or whom he reports
	misses                 []string
}

// runQuotes measures who says what on articles whose quotations are labelled. A
// quotation is right if its text is, but for the marks and points at its ends.
func runQuotes(ctx context.Context, w io.Writer, dir string) error {
	b, err := os.ReadFile(filepath.Join(dir, "truth.json"))
	if err != nil {
		return err
	}
	var truth quoteTruth
	if err := json.Unmarshal(b, &truth); err != nil {
		return fmt.Errorf("eval: truth.json: %w", err)
	}
	c, err := buildFolder(ctx, dir, func(name string) bool { return strings.HasSuffix(name, ".txt") })
	if err != nil {
		return err
	}
	var s quoteScore
	for _, k := range slices.Sorted(maps.Keys(truth.Documents)) {
		t := truth.Documents[k]
		opened, err := c.document(ctx, t.File)
		if err != nil {
			return err
		}
		s.add(k, &opened, t.Quotes)
	}
	precision, recall := share(s.right, s.found), share(s.right, s.labelled)
	fmt.Fprintf(w, "spans      F1 %.4f (precision %.4f, recall %.4f) of %d\n", share(2*s.right, s.found+s.labelled), precision, recall, s.labelled)
	fmt.Fprintf(w, "speakers   %.4f; with chains %.4f\n", share(s.speakers, s.labelled), share(s.chains, s.labelled))
	for _, m := range s.misses {
		fmt.Fprintln(w, "    "+m)
	}
	return nil
}

// add compares one document.
func (s *quoteScore) add(key string, opened *protocol.Opened, labels []quoteLabel) {
	text := opened.Document.Text
	taken := make([]bool, len(labels))
	s.labelled += len(labels)
	for _, speech := range opened.Speeches {
		for _, p := range speech.Parts {
			s.found++
			line := 1 + strings.Count(text[:p.Start], "\n")
			i := slices.IndexFunc(labels, func(l quoteLabel) bool { return l.Line == line && bareQuote(l.Text) == bareQuote(p.Of(text)) })
			if i < 0 || taken[i] {
				s.misses = append(s.misses, fmt.Sprintf("%s line %d: not labelled, %d bytes", key, line, p.Len()))
				continue
			}
			taken[i] = true
			s.right++
			s.judge(key, labels[i], speech)
		}
	}
	for i, l := range labels {
		if !taken[i] {
			s.misses = append(s.misses, fmt.Sprintf("%s line %d: not found", key, l.Line))
		}
	}
}

// judge compares who is said to have spoken. In a chain, where one tells what
// another says, the labels name either; both are counted.
func (s *quoteScore) judge(key string, l quoteLabel, got protocol.Speech) {
	same := got.Speaker == l.Speaker
	if same {
		s.speakers++
	}
	if same || l.OnBehalf == got.Speaker && l.Speaker == got.Via || l.Via == got.Speaker && l.Via != "" {
		s.chains++
	}
	if !same {
		s.misses = append(s.misses, fmt.Sprintf("%s line %d: by %q via %q, want %q", key, l.Line, got.Speaker, got.Via, l.Speaker))
	}
}

func bareQuote(s string) string { return strings.Trim(s, "“”‘’\"'., ") }
