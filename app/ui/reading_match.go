package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// matchesOf lists the places of a text that the query was found at, in the order
// of the text: words that stand next to each other are one place.
func matchesOf(text string, marks []protocol.Span) []protocol.Span {
	var list []protocol.Span
	for _, m := range marks {
		if n := len(list) - 1; n >= 0 && isGap(text, list[n].End, m.Start) {
			list[n].End = max(list[n].End, m.End)
			continue
		}
		list = append(list, m)
	}
	return list
}

// stepMatch goes to the next place the query was found at, or the one before,
// round and round; at first to the first, or the last.
func (r *reading) stepMatch(ctx app.Context, by int) {
	n := len(r.page.matches)
	if n == 0 {
		return
	}
	switch {
	case r.match == 0 && by < 0:
		r.match = n
	case r.match == 0:
		r.match = 1
	default:
		r.match = 1 + (r.match-1+by+n)%n
	}
	r.goToSpan(ctx, r.page.matches[r.match-1])
}

func (r *reading) onMatch(ctx app.Context, _ app.Event) { r.stepMatch(ctx, +1) }

// leaveMatch forgets which match the person is at.
func (r *reading) leaveMatch() {
	if r.match > 0 {
		r.match = 0
		paint(paintHere, 0, nil)
	}
}

// renderMatches says how many matches there are, or at which the person is;
// pressed, it leads to the next.
func (r *reading) renderMatches() app.UI {
	n := len(r.page.matches)
	text := many(n, "match", "matches")
	if r.match > 0 {
		text = "match " + strconv.Itoa(r.match) + " of " + number(n)
	}
	return markup(`<span class=reuse-part><i class='reuse-sign reuse-sign-tick'></i><span role=status>
		<button id=match-next class='link link-quiet' type=button title='Next match ( ] )' aria-keyshortcuts=']' onclick=$>$</button></span> (ticks below)</span>`, r.onMatch, text)
}
