package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// stepped is the difference that a key leads to from the one at: round from the
// last to the first.
func stepped(at, by, all int) int {
	switch {
	case all == 0:
		return -1
	case at < 0 && by < 0:
		return all - 1
	case at < 0:
		return 0
	}
	return (at + by + all) % all
}

// stepOf is in which direction a key leads, 0 if in none.
func stepOf(key any) int {
	switch key {
	case "]", "n":
		return +1
	case "[", "p":
		return -1
	}
	return 0
}

// stepper leads from difference to difference and tells which it is.
type stepper struct {
	at    int // -1 for none
	said  string
	prev  app.EventHandler
	next  app.EventHandler
	total int
}

// render draws the two buttons and the count between them.
func (s stepper) render() app.UI {
	count := many(s.total, "difference", "differences")
	if s.at >= 0 {
		count = number(s.at+1) + " of " + number(s.total)
	}
	return markup(`
		<div class=stepper role=group aria-label='Go from difference to difference'>
			<button id=step-back class=tool type=button aria-label='Previous difference' title='Previous difference ([)' aria-keyshortcuts='[' disabled=$ onclick=$>$</button>
			<span class=stepper-count aria-hidden=true>$</span>
			<button id=step-on class=tool type=button aria-label='Next difference' title='Next difference (])' aria-keyshortcuts=']' disabled=$ onclick=$>$</button>
			<p class=unseen role=status aria-live=polite>$</p>
		</div>`, s.total == 0, s.prev, icon(iconBack), count, s.total == 0, s.next, icon(iconNext), s.said)
}

// revealPlace scrolls to a difference.
func revealPlace(n int) {
	if app.IsServer {
		return
	}
	e := app.Window().GetElementByID("place-" + strconv.Itoa(n))
	if !e.Truthy() {
		e = app.Window().GetElementByID("remark-" + strconv.Itoa(n))
	}
	reveal(e, "center")
}
