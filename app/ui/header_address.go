package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// unwritten is the address of what is being typed, before it stands in the address
// bar. It is written when typing rests or the box is left: browsers take each
// change for a navigation within the page, and Chromium then reads the icon of the
// page anew, which together takes some 5 ms a letter.
type unwritten struct {
	to      address
	over    address // that stood in the address bar
	letters int     // typed so far: a rest is over when there is another
	some    bool
}

// writeLater writes an address once typing rests.
func (h *header) writeLater(ctx app.Context, to address) {
	u := &h.unwritten
	if !u.some {
		u.over = currentAddress()
	}
	u.to, u.some = to, true
	u.letters++
	letters := u.letters
	ctx.After(typingPause, func(ctx app.Context) {
		if letters == h.unwritten.letters {
			h.writeAddress()
		}
		ctx.PreventUpdate()
	})
}

// writeAddress writes what was not yet, unless the person has gone elsewhere since.
func (h *header) writeAddress() {
	u := &h.unwritten
	if u.some && currentAddress() == u.over {
		replaceAddress(u.to)
	}
	u.some = false
}
