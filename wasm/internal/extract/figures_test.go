package extract

import (
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

// TestFigures holds that the table of results which a wire's article consists of
// is its body, with the note below it and without, and that a ticker is not.
func TestFigures(t *testing.T) {
	const (
		title = "FJORD FERRIES 4TH QTR NET\n\n"
		rows  = "Shr five cts vs four cts\n\nNet 612,340 vs 298,110\n\nYear\n\nShr 21 cts vs 17 cts\n\nNet 2,412,000 vs 1.9 mln\n\n"
		note  = "NOTE: The net of the year includes the sale of the old quay, as the office of the harbour has said."
		lead  = "Fjord Ferries Inc <FJFE.O> and Quay Lines <QULN.O> cut summer fares to 10.5 from 11 crowns. Similar steps by Harbour Transport <HATR.O>\n\nThe fares take effect tomorrow.\n\n"
		five  = "body body body body body"
	)
	for _, c := range []struct {
		name, text string
		headed     int
		want       string
	}{
		{"rows alone", title + rows, 1, "title " + five},
		{"rows and a note", title + rows + note, 1, "title " + five + " body"},
		{"rows and longer prose", title + rows + note + "\n\n" + prose1 + "\n\n" + prose2, 1, "title " + five + " body body body"},
		{"rows below", title + prose1 + "\n\n" + prose2 + "\n\n" + rows + "Reuter", 1, "title body body " + five + " furniture"},
		{"a lead of names", title + lead + prose1 + "\n\n" + prose2, 1, "title body body body body"},
		{"a menu", title + "Harbour\n\nSports\n\nMost read\n\n" + prose1 + "\n\n" + prose2, 1, "title label label furniture body body"},
		{"rows and a note in a plain file", "Fjord Ferries Net Of The Year\n\n" + rows + note, 0, "title " + five + " body"},
		{"a ticker in a plain file", "The Ferry Is Back At The Quay\n\nFJFE 21.50 +0.3%\n\nQULN 11.75 -1.2%\n\n" + prose1 + "\n\n" + prose2 + "\n\n" + prose3, 0, "title label label body body body"},
	} {
		d := &protocol.Document{Text: c.text}
		Extract(d, Input{Headed: c.headed})
		var got []string
		for _, p := range d.Paragraphs {
			got = append(got, p.Role.String())
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: got %q, want %q", c.name, s, c.want)
		}
	}
}
