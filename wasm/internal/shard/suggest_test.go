package shard

import (
	"context"
	"testing"

	"clippings/wasm/internal/column"
	"clippings/wasm/protocol"
)

func TestSuggest(t *testing.T) {
	s := New(Options{})
	for _, outlet := range []string{"The Bay Star", "The Bay Star", "Harbour", "Bayside Weekly"} {
		s.columns.Append(column.Row{Outlet: outlet, Day: protocol.NoDay})
	}
	for _, c := range []struct {
		text   string
		cursor int
		want   []string
		start  uint32
	}{
		{"ferry outl", 10, []string{"outlet:"}, 6},
		{"ferry", 5, nil, 0},
		{"ferry outlet:ba", 15, []string{`="The Bay Star"`, `="Bayside Weekly"`}, 13},
		{"outlet:har", 10, []string{"Harbour"}, 7},
		{"is:u", 4, []string{"unique", "untitled"}, 3},
		{"-outlet:har", 11, []string{"Harbour"}, 8},
	} {
		got, err := s.suggest(context.Background(), protocol.Suggest{Text: c.text, Cursor: uint32(c.cursor), Limit: 9})
		if err != nil {
			t.Fatal(err)
		}
		var texts []string
		for _, x := range got.List {
			texts = append(texts, x.Text)
		}
		if len(texts) != len(c.want) {
			t.Errorf("%q: %q, want %q", c.text, texts, c.want)
			continue
		}
		for i := range texts {
			if texts[i] != c.want[i] {
				t.Errorf("%q: %q, want %q", c.text, texts, c.want)
			}
		}
		if len(c.want) > 0 && (got.Replace.Start != c.start || int(got.Replace.End) != len(c.text)) {
			t.Errorf("%q: replaces %v", c.text, got.Replace)
		}
	}
}
