package shard

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"clippings/wasm/internal/cluster"
	"clippings/wasm/internal/column"
	"clippings/wasm/protocol"
)

// titled is a shard of documents that have titles, outlets and people, and nothing
// else.
func titled(rows ...[3]string) *Shard {
	s := New(Options{Pause: func() {}})
	for i, row := range rows {
		id := protocol.NewDocID(uint32(i), 0)
		s.byID[id] = uint32(i)
		s.docs = append(s.docs, document{title: row[0], info: cluster.Doc{ID: id, Name: fmt.Sprintf("%03d", i)}})
		s.columns.Append(column.Row{Outlet: row[1], By: strings.Fields(row[2])})
	}
	return s
}

// choose is what a shard offers, a line each.
func choose(t *testing.T, s *Shard, q protocol.QuickOpen) string {
	t.Helper()
	answer, err := s.quickOpen(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, c := range answer.Choices {
		fmt.Fprintln(&b, []string{"title", "file", "outlet", "person"}[c.What], c.ID.Source(), c.Text, c.Documents)
	}
	return b.String()
}

func TestQuickOpenOffersAllKinds(t *testing.T) {
	s := titled(
		[3]string{"Zola reads at the harbour", "Zolling Post", "Zola Ruiz"},
		[3]string{"", "Zolling Post", "Ana Zola"},
		[3]string{"Storm", "", ""},
	)
	for _, c := range []struct{ typed, want string }{
		{"zol", "person 0 Zola 2\noutlet 0 Zolling Post 2\ntitle 0 Zola reads at the harbour 1\n"},
		{"001", "file 1 001 1\n"},
		{"storm", "title 2 Storm 1\n"},
		{"", ""},
	} {
		if got := choose(t, s, protocol.QuickOpen{Pattern: c.typed, Limit: 9}); got != c.want {
			t.Errorf("%q finds\n%swant\n%s", c.typed, got, c.want)
		}
	}
}

func TestQuickOpenKeepsUp(t *testing.T) {
	s := titled([3]string{"Ferry", "Anchor", "Ana"})
	q := protocol.QuickOpen{Pattern: "an", Limit: 9}
	if got, want := choose(t, s, q), "person 0 Ana 1\noutlet 0 Anchor 1\n"; got != want {
		t.Errorf("%swant\n%s", got, want)
	}
	s.docs = append(s.docs, document{title: "Andes", info: cluster.Doc{ID: 7}})
	s.columns.Append(column.Row{Outlet: "Anvil"})
	s.columns.Set(0, column.Row{Outlet: "Post", By: []string{"Ana"}})
	if got, want := choose(t, s, q), "person 0 Ana 1\ntitle 0 Andes 1\noutlet 0 Anvil 1\n"; got != want {
		t.Errorf("%swant\n%s", got, want)
	}
}

// TestQuickOpenLeavesRoomForTexts: outlets and people are a quarter each at most.
func TestQuickOpenLeavesRoomForTexts(t *testing.T) {
	var rows [][3]string
	for i := range 20 {
		rows = append(rows, [3]string{fmt.Sprintf("A harbour of many ships, %d", i), fmt.Sprintf("Harbour %d", i), fmt.Sprintf("Harbour%d", i)})
	}
	got := choose(t, titled(rows...), protocol.QuickOpen{Pattern: "harbour", Limit: 8})
	for what, want := range map[string]int{"title": 8, "outlet": 2, "person": 2, "file": 0} {
		if n := strings.Count("\n"+got, "\n"+what); n != want {
			t.Errorf("%d of kind %s, want %d", n, what, want)
		}
	}
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		text string
		max  int
		want string
	}{
		{"whole text", 20, "whole text"},
		{"cut between words", 12, "cut between"},
		{"exactly here now", 12, "exactly"},
		{"ünbrökenwörd", 4, "ünb"},
		{"ü", 1, ""},
		{"", 5, ""},
	} {
		if got := cut(c.text, c.max); got != c.want {
			t.Errorf("cut(%q, %d) = %q, want %q", c.text, c.max, got, c.want)
		}
	}
}
