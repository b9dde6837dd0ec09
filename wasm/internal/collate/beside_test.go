package collate

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

// rows is sides in words: the paragraphs of each by number, and marks in brackets.
func rows(here, there *protocol.Document, s protocol.Sides) string {
	var b strings.Builder
	number := func(doc *protocol.Document, spans []protocol.Span) {
		for _, x := range spans {
			for i, p := range doc.Paragraphs {
				if p.Span == x {
					fmt.Fprint(&b, i)
				}
			}
		}
	}
	for _, r := range s.Rows {
		number(here, r.Here)
		b.WriteByte('-')
		number(there, r.There)
		if r.Moved {
			b.WriteString("m")
		}
		for _, m := range r.HereMarks {
			fmt.Fprintf(&b, "[%s]", m.Span.Of(here.Text))
		}
		for _, m := range r.ThereMarks {
			fmt.Fprintf(&b, "{%s}", m.Span.Of(there.Text))
		}
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String())
}

func TestBeside(t *testing.T) {
	const (
		lead  = "The harbour board said on Monday the old quay would close."
		ferry = "Ferries will sail from the new terminal across the bay until spring."
		costs = "Repairs are put at twelve million crowns, a figure the mayor disputes strongly."
		end   = "A vote is due next week."
	)
	for _, c := range []struct {
		name        string
		here, there []string
		want        string
	}{
		{"the same", []string{lead, ferry}, []string{lead, ferry}, "0-0 1-1"},
		{"a word", []string{lead, ferry}, []string{strings.Replace(lead, "Monday", "Tuesday", 1), ferry}, "0-0[Monday]{Tuesday} 1-1"},
		{"each has one alone", []string{lead, costs, end}, []string{lead, ferry, end}, "0-0 1- -1 2-2"},
		{"broken there", []string{lead + " " + ferry, end}, []string{lead, ferry, end}, "0-01 1-2"},
		{"broken here", []string{lead, ferry, end}, []string{lead + " " + ferry, end}, "01-0 2-1"},
		{"moved", []string{lead, ferry, costs, end}, []string{lead, costs, end, ferry}, "0-0 1-3m 2-1 3-2"},
		{"a short one moved", []string{end, lead, ferry}, []string{lead, ferry, end}, "0-2m 1-0 2-1"},
		{"nothing there", []string{lead}, nil, "0-"},
		{"nothing here", nil, []string{lead}, "-0"},
		{"nothing", nil, nil, ""},
		{"marks by paragraph", []string{lead, ferry}, []string{lead + " So it is. " + ferry}, "01-0{So it is.}"},
	} {
		here, there := document(0, strings.Join(c.here, "\n")), document(1, strings.Join(c.there, "\n"))
		s, err := Beside(here, there, never)
		if err != nil {
			t.Fatal(err)
		}
		if got := rows(here, there, s); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// TestHeadlines holds that headlines stand side by side, whatever they say, and that
// furniture is left out.
func TestHeadlines(t *testing.T) {
	here := document(0, "Quay to close\nThe harbour board met on Monday.\nMore videos")
	there := document(1, "Ferries must move\nBy Ann Berg\nThe harbour board met on Tuesday.")
	here.Paragraphs[0].Role, there.Paragraphs[0].Role = protocol.RoleTitle, protocol.RoleTitle
	here.Paragraphs[2].Role, there.Paragraphs[1].Role = protocol.RoleFurniture, protocol.RoleByline
	s, err := Beside(here, there, never)
	if err != nil {
		t.Fatal(err)
	}
	const want = "0-0[Quay to close]{Ferries must move} -1 1-2[Monday]{Tuesday}"
	if got := rows(here, there, s); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if s.Common != 5 {
		t.Errorf("got %d words in common, want 5", s.Common)
	}
}

// TestEveryParagraph holds that each paragraph of both is in one row, those of the
// first in order, and that marks are sorted, apart and within the row.
func TestEveryParagraph(t *testing.T) {
	for seed := range int64(300) {
		rng := rand.New(rand.NewSource(seed))
		base := randomText(rng, 20+rng.Intn(150), []int{3, 50, 2000}[seed%3])
		checkSides(t, document(0, base), document(1, edited(rng, edited(rng, base))))
	}
}

func checkSides(t *testing.T, here, there *protocol.Document) {
	t.Helper()
	s, err := Beside(here, there, never)
	if err != nil {
		t.Fatal(err)
	}
	var left, right []protocol.Span
	for _, r := range s.Rows {
		left, right = append(left, r.Here...), append(right, r.There...)
		checkMarks(t, r.Here, r.HereMarks)
		checkMarks(t, r.There, r.ThereMarks)
	}
	for i, x := range left {
		if i > 0 && x.Start < left[i-1].End {
			t.Fatalf("rows out of order: %v", left)
		}
	}
	seen := map[protocol.Span]int{}
	for _, x := range right {
		seen[x]++
	}
	for _, p := range there.Paragraphs {
		if hasWord(p.Of(there.Text)) && seen[p.Span] != 1 {
			t.Fatalf("%q is in %d rows", p.Of(there.Text), seen[p.Span])
		}
	}
}

func hasWord(s string) bool { return strings.ContainsAny(s, "abcdefghijklmnopqrstuvwxyz") }

func checkMarks(t *testing.T, spans []protocol.Span, marks []protocol.ChangeMark) {
	t.Helper()
	end := uint32(0)
	for _, m := range marks {
		within := false
		for _, s := range spans {
			within = within || s.Start <= m.Span.Start && m.Span.End <= s.End
		}
		if m.Span.Start < end || m.Span.Start >= m.Span.End || !within {
			t.Fatalf("mark %v after %d in %v", m, end, spans)
		}
		end = m.Span.End
	}
}
