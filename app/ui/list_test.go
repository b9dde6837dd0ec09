package ui

import (
	"strconv"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
)

func plainList(n int, drawn action.Range) *virtualList {
	return &virtualList{
		ID: "plain", Heights: newHeights(n, 20), drawn: drawn,
		Row: func(i int) app.UI { return app.Elem("p").Text("row " + strconv.Itoa(i)) },
	}
}

func TestListDrawsTheRowsOfItsRange(t *testing.T) {
	for _, c := range []struct {
		n     int
		drawn action.Range
		rows  int
		top   string // height of the first spacer
	}{
		{0, action.Range{}, 0, `height="0"`},
		{5, action.Range{To: 8}, 5, `height="0"`},
		{100, action.Range{From: 8, To: 24}, 16, `height="160"`},
		{100, action.Range{From: 96, To: 112}, 4, `height="1920"`},
	} {
		text := app.HTMLString(plainList(c.n, c.drawn))
		if got := strings.Count(text, "<p>"); got != c.rows {
			t.Errorf("%d rows, range %v: %d are drawn, want %d", c.n, c.drawn, got, c.rows)
		}
		if first := strings.Index(text, c.top); first < 0 || first > strings.Index(text+"list-part\"", `list-part"`) {
			t.Errorf("%d rows, range %v: the first spacer has no %s", c.n, c.drawn, c.top)
		}
	}
}

// TestPartsKeepTheirPosition scrolls down and up by a part at a time: a part must
// stay where it is, but for the few times when all are placed anew.
func TestPartsKeepTheirPosition(t *testing.T) {
	base, moves := 0, 0
	const last = 1000
	for i := range 2 * last {
		first := i
		if i > last {
			first = 2*last - i
		}
		now := rebase(base, first)
		if first < now || first > now+mostEmpty {
			t.Fatalf("part %d has no position from %d on", first, now)
		}
		if now != base {
			base = now
			moves++
		}
	}
	if most := 2*last/(mostEmpty/2) + 1; moves > most {
		t.Errorf("all parts were placed anew %d times, want at most %d", moves, most)
	}
}

func TestMissing(t *testing.T) {
	for _, c := range []struct {
		have, want action.Range
		rows       int
	}{
		{action.Range{}, action.Range{From: 0, To: 12}, 12},
		{action.Range{From: 0, To: 12}, action.Range{From: 4, To: 16}, 4},
		{action.Range{From: 0, To: 12}, action.Range{From: 4, To: 8}, 0},
		{action.Range{From: 0, To: 12}, action.Range{From: 90, To: 100}, 10},
	} {
		if got := missing(c.have, c.want); got != c.rows {
			t.Errorf("missing(%v, %v) = %d, want %d", c.have, c.want, got, c.rows)
		}
	}
}
