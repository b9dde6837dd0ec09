package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// keptPlace is the paragraph at the top of the window, to stand there again when
// the text is shown in another way or by another version.
type keptPlace struct {
	shown *collated
	block int
	top   float64 // in the window
}

// barBottom is where the text begins below what stays in sight, in pixels.
const barBottom = 120

// keepPlace notes what stands at the top of the window, if the person has begun to
// read.
func keepPlace(shown *collated) keptPlace {
	if shown == nil || app.IsServer || scrolled() == 0 {
		return keptPlace{}
	}
	list := app.Window().Get("document").Call("querySelectorAll", "#text [data-block]")
	for i := range list.Length() {
		box := list.Index(i).Call("getBoundingClientRect")
		if box.Get("bottom").Float() > barBottom {
			block, err := strconv.Atoi(list.Index(i).Get("dataset").Get("block").String())
			if err != nil || block >= len(shown.blocks) {
				return keptPlace{}
			}
			return keptPlace{shown, block, box.Get("top").Float()}
		}
	}
	return keptPlace{}
}

// restore scrolls to where the paragraph stands now.
func (k keptPlace) restore(now *collated) {
	if k.shown == nil || app.IsServer {
		return
	}
	block := now.counterpart(k.shown, k.block)
	for _, r := range now.rows {
		if r.from <= block && block < r.to {
			block = r.from
		}
	}
	e := app.Window().Get("document").Call("querySelector", `#text [data-block="`+strconv.Itoa(block)+`"]`)
	if e.Truthy() {
		app.Window().Call("scrollBy", 0, e.Call("getBoundingClientRect").Get("top").Float()-k.top)
	}
}

// counterpart is the paragraph of c that has most words of one of another reading
// text; of those that have as many, the one that stands as far down.
func (c *collated) counterpart(of *collated, block int) int {
	if of.answer == c.answer {
		return block
	}
	wanted := strings.Fields(of.blocks[block].span.Of(of.answer.Base.Text))
	far := block * len(c.blocks) / len(of.blocks)
	best, most := 0, -1
	for i, b := range c.blocks {
		has := map[string]bool{}
		for _, w := range strings.Fields(b.span.Of(c.answer.Base.Text)) {
			has[w] = true
		}
		n := 0
		for _, w := range wanted {
			if has[w] {
				n++
			}
		}
		if n > most || n == most && max(i-far, far-i) < max(best-far, far-best) {
			best, most = i, n
		}
	}
	return best
}
