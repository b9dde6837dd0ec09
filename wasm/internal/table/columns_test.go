package table

import (
	"strings"
	"testing"
)

func TestColumnsOfAKnownDialect(t *testing.T) {
	head := []byte("Titel;Inhalt\nDie Brücke, neu;\"" + prose(400) + "\"\nDer Markt;\"" + prose(500) + "\"\n")
	for _, c := range []struct {
		name string
		l    Layout
		want string
	}{
		{"as it is", Layout{Delimiter: ';', Quote: '"', Header: true}, "body=Inhalt title=Titel"},
		{"its names taken for a row", Layout{Delimiter: ';', Quote: '"'}, "body=column 2"},
		{"another delimiter", Layout{Delimiter: '|', Quote: '"', Header: true}, "body=Titel;Inhalt"},
		{"no marks", Layout{Delimiter: ';', Header: true}, "body=Inhalt"},
	} {
		got := Columns(head, c.l, "a.csv")
		if mapped(got) != c.want && !strings.HasPrefix(mapped(got), c.want+" ") {
			t.Errorf("%s: columns %s, want %s", c.name, mapped(got), c.want)
		}
		if got.Delimiter != c.l.Delimiter || got.Quote != c.l.Quote || got.Header != c.l.Header {
			t.Errorf("%s: the dialect became %+v", c.name, got)
		}
	}
	if got := Columns(nil, Layout{Delimiter: ';'}, "a.csv"); len(got.Columns) != 0 {
		t.Errorf("an empty file has columns: %+v", got)
	}
	json := []byte(`[{"title":"A","text":"` + prose(300) + `"}]`)
	if got := mapped(Columns(json, Layout{Kind: JSON}, "a.json")); got != "body=text" {
		t.Errorf("JSON: columns %s", got)
	}
}
