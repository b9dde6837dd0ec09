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
	var lines, copies, texts []byte // paths: three elements, not one a dot
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
			lines = fmt.Appendf(lines, "M%d 6h%d", x, links*stripStep)
		}
		texts = appendDot(texts, x, 4)
		for range links {
			x += stripStep
			copies = appendDot(copies, x, 3.5)
		}
		x += stripStep
		dots += 1 + links
	}
	width := x - stripStep + 6
	return svg("svg").Class("strip").
		Attr("viewBox", fmt.Sprintf("0 0 %d 12", width)).
		Attr("width", width).Attr("height", 12).
		Aria("hidden", "true").Body(
		app.If(len(copies) > 0, func() app.UI { return svg("path").Class("strip-line").Attr("d", string(lines)) }),
		app.If(len(copies) > 0, func() app.UI { return svg("path").Class("strip-copy").Attr("d", string(copies)) }),
		svg("path").Class("strip-text").Attr("d", string(texts)),
	)
}

// appendDot draws a circle around (x, 6) as two arcs.
func appendDot(path []byte, x int, radius float64) []byte {
	return fmt.Appendf(path, "M%g 6a%g %g 0 1 0 %g 0a%g %g 0 1 0 %g 0",
		float64(x)-radius, radius, radius, 2*radius, radius, radius, -2*radius)
}
