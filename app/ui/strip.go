package ui

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// chain is a text in the strip of a story: a filled dot, and a hollow one hung on
// it for every copy.
type chain struct {
	first string // date
	links int    // copies
}

const (
	stripStep = 12 // pixels from dot to dot
	stripGap  = 8  // more between texts
	stripMost = 14 // dots drawn; the count beside the strip tells the rest
)

// strip draws how the texts of a story relate. The words beside it say the same,
// so a screen reader passes over it.
func strip(chains []chain) app.UI {
	var shapes []app.UI
	x, dots := 6, 0
	for i, c := range chains {
		if dots >= stripMost {
			break
		}
		if i > 0 {
			x += stripGap
		}
		links := min(c.links, stripMost-dots-1)
		if links > 0 {
			shapes = append(shapes, svg("path").Class("strip-line").
				Attr("d", fmt.Sprintf("M%d 6h%d", x, links*stripStep)))
		}
		shapes = append(shapes, dot(x, "strip-text", "4"))
		for range links {
			x += stripStep
			shapes = append(shapes, dot(x, "strip-copy", "3.5"))
		}
		x += stripStep
		dots += 1 + links
	}
	width := x - stripStep + 6
	return svg("svg").Class("strip").
		Attr("viewBox", fmt.Sprintf("0 0 %d 12", width)).
		Attr("width", width).Attr("height", 12).
		Aria("hidden", "true").Body(shapes...)
}

func dot(x int, class, radius string) app.UI {
	return svg("circle").Class(class).Attr("cx", x).Attr("cy", 6).Attr("r", radius)
}
