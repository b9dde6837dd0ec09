package split

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func never() error { return nil }

// story is some fifty words of prose about ferry number n.
func story(n int) string {
	return fmt.Sprintf("The ferry number %d is back at the quay in Bergen, the harbour office said on Monday.\n\n"+
		"It was raised in May and has been painted since, and it will carry passengers again from the first week of June, "+
		"when the summer timetable begins and the islands wait for their visitors.\n\n", n)
}

// export joins three stories as form says: %[1]d is the number, %[2]s the text.
func export(form string) string {
	var b strings.Builder
	for n := 1; n <= 3; n++ {
		fmt.Fprintf(&b, form, n, story(n))
	}
	return b.String()
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name, text string
		parts      int
		why        string
	}{
		// Exports.
		{"crawl", export("date 2025-07-0%[1]d Ferry returns %[2]s"), 3, "a line such as “date 2025-07-01 Ferry returns The ferry…” stands before each"},
		{"numbered", export("Document %[1]d of 3\n\n%[2]s"), 3, "a line such as “Document 1 of 3” stands before each"},
		{"numbered first", export("%[1]d of 3 DOCUMENTS\n\nThe Bergen Courier\n%[2]s"), 3, "a line such as “1 of 3 DOCUMENTS” stands before each"},
		{"German", export("Dokument %[1]d von 3\n%[2]s"), 3, "a line such as “Dokument 1 von 3” stands before each"},
		{"after a list", "Search: ferry\n3 results\n\n" + export("Document %[1]d of 3\n\n%[2]s"), 3, "a line such as “Document 1 of 3” stands before each"},
		{"end", export("Ferry %[1]d\n%[2]sEnd of Document\n"), 3, "a line such as “End of Document” stands after each"},
		{"access number", export("Ferry\n%[2]sDocument FERRY0002025070%[1]del730000p\n\n"), 3, "a line such as “Document FERRY00020250701el730000p” stands after each"},
		{"labelled", export("HEADLINE: Ferry %[1]d\nDATE: 3 July\n%[2]s"), 3, "a line such as “HEADLINE: Ferry 1” stands before each"},
		{"rules", export("%[2]s____________________\n"), 3, "a line of “_” stands after each"},
		{"CRLF", strings.ReplaceAll(export("Document %[1]d of 3\n\n%[2]s"), "\n", "\r\n"), 3, "a line such as “Document 1 of 3” stands before each"},
		// One article.
		{"empty", "", 0, ""},
		{"one", story(1), 0, ""},
		{"one of a crawl", "date 2025-07-03 " + story(1), 0, ""},
		{"a date in prose", story(1) + "date 2025-07-03 was a Thursday.\n" + story(2), 0, ""},
		{"contents", "Document 1 of 3\nFerry\nDocument 2 of 3\nBridge\nDocument 3 of 3\n" + story(1), 0, ""},
		{"counting wrong", "Document 1 of 3\n" + story(1) + "Document 3 of 3\n" + story(2), 0, ""},
		{"one rule", story(1) + "----------------\n" + story(2) + "----------------\n" + story(3), 0, ""},
	} {
		got, err := Find(c.text, never)
		if err != nil || len(got.Parts) != c.parts || got.Why != c.why {
			t.Errorf("%s: got %d parts, %q, %v; want %d, %q", c.name, len(got.Parts), got.Why, err, c.parts, c.why)
		}
		check(t, c.text, got)
	}
}

// check holds a split to its promise: parts are in order and cover the text.
func check(t *testing.T, text string, s Split) {
	t.Helper()
	at := uint32(0)
	for _, p := range s.Parts {
		if p.Start != at || p.End <= p.Start {
			t.Fatalf("part %v after %d", p, at)
		}
		at = p.End
	}
	if len(s.Parts) > 0 && int(at) != len(text) {
		t.Fatalf("parts end at %d of %d", at, len(text))
	}
}

func TestYield(t *testing.T) {
	stop := errors.New("stop")
	if _, err := Find(strings.Repeat(story(1), 5000), func() error { return stop }); err != stop {
		t.Errorf("got %v", err)
	}
}

// TestSeedsAreWhole holds that single articles stay whole.
func TestSeedsAreWhole(t *testing.T) {
	dir := os.Getenv("CLIPPINGS_SEEDS")
	if dir == "" {
		t.Skip("CLIPPINGS_SEEDS is not set")
	}
	names, _ := filepath.Glob(filepath.Join(dir, "*.txt"))
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if s, _ := Find(string(b), never); len(s.Parts) > 0 {
			t.Errorf("%s: %d parts, %s", filepath.Base(name), len(s.Parts), s.Why)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add(export("Document %[1]d of 3\n\n%[2]s"))
	f.Add(export("%[2]s____________________\n"))
	f.Add(export("date 2025-07-0%[1]d x\u00e9 %[2]s"))
	f.Fuzz(func(t *testing.T, text string) {
		s, err := Find(text, never)
		if err != nil {
			t.Fatal(err)
		}
		check(t, text, s)
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat(story(1), 1000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := Find(text, never); err != nil {
			b.Fatal(err)
		}
	}
}
