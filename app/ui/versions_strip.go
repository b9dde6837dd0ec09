package ui

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// The strip is drawn in its own units and stretched to the height of the window.
const (
	stripTall = 1000
	stripWide = 16
)

// textLen is how much text is shown, in bytes.
func (c *collated) textLen() int {
	n := 0
	for _, b := range c.blocks {
		n += b.span.Len()
	}
	return n
}

// edgeStrip is where the differences stand on the strip, worked out once.
type edgeStrip struct {
	tops               [][2]int // of each: its start and its height
	ticks, minor, bars string   // paths
}

func (c *collated) drawEdge() {
	c.edge.tops = c.tops()
	ticks, minor, bars := c.paths(c.edge.tops)
	c.edge.ticks, c.edge.minor, c.edge.bars = string(ticks), string(minor), string(bars)
}

// tops is where each difference stands on the strip: its start and its height.
func (c *collated) tops() [][2]int {
	all := max(1, c.textLen())
	starts := make([]int, len(c.blocks))
	for i := 1; i < len(c.blocks); i++ {
		starts[i] = starts[i-1] + c.blocks[i-1].span.Len()
	}
	at := func(block int, pos uint32) int {
		b := c.blocks[block].span
		return (starts[block] + int(min(max(pos, b.Start), b.End)-b.Start)) * stripTall / all
	}
	list := make([][2]int, len(c.differences))
	for i, d := range c.differences {
		top := at(d.block, d.span.Start)
		list[i] = [2]int{top, max(1, at(d.block+d.blocks-1, d.span.End)-top)}
	}
	return list
}

// paths draws the ticks: words over the whole width, lesser changes over half of
// it, stretches left out or moved as bars at the edge.
func (c *collated) paths(tops [][2]int) (ticks, minor, bars []byte) {
	for i, d := range c.differences {
		y := tops[i][0]
		switch {
		case d.kind != differsPlace:
			bars = fmt.Appendf(bars, "M0 %dh4v%dh-4z", y, max(3, tops[i][1]))
		case d.change == protocol.ChangeWords:
			ticks = fmt.Appendf(ticks, "M5 %dh11", y)
		default:
			minor = fmt.Appendf(minor, "M10 %dh6", y)
		}
	}
	return ticks, minor, bars
}

// renderStrip draws where in the text the differences are. The keys lead to each
// of them too, so a screen reader passes over it.
func (v *versions) renderStrip() app.UI {
	edge := &v.page.edge
	var current app.UI
	if v.current >= 0 {
		current = svg("path").Class("edge-on").Attr("d", fmt.Sprintf("M0 %dh16", edge.tops[v.current][0]))
	}
	return elem("div", "edge", svg("svg").Class("edge-strip").
		Attr("viewBox", fmt.Sprintf("0 -4 %d %d", stripWide, stripTall+8)).Attr("preserveAspectRatio", "none").Body(
		svg("path").Class("edge-bar").Attr("d", edge.bars),
		svg("path").Class("edge-minor").Attr("d", edge.minor),
		svg("path").Class("edge-tick").Attr("d", edge.ticks),
		current,
	)).Aria("hidden", "true").On("click", v.onStrip)
}

// onStrip leads to the difference nearest to where the strip was pressed.
func (v *versions) onStrip(ctx app.Context, e app.Event) {
	box := ctx.JSSrc().Call("getBoundingClientRect")
	height := box.Get("height").Float()
	if height > 0 {
		y := (e.Get("clientY").Float() - box.Get("top").Float()) / height * stripTall
		v.goTo(ctx, v.page.nearestTo(int(y)))
	}
}

// nearestTo is the difference nearest to a height of the strip, -1 if there is
// none.
func (c *collated) nearestTo(y int) int {
	best, gap := -1, 0
	for i, t := range c.edge.tops {
		d := max(t[0]-y, y-t[0])
		if best < 0 || d < gap {
			best, gap = i, d
		}
	}
	return best
}
