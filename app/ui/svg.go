package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// svg makes an element of a drawing. Every element needs the namespace.
func svg(tag string) app.HTMLElem {
	return app.Elem(tag).XMLNS("http://www.w3.org/2000/svg")
}

// icon draws one of a few signs in the colour of the text around it. It says
// nothing to a screen reader: the control it stands in has a name.
func icon(path string) app.UI {
	return svg("svg").Class("icon").Attr("viewBox", "0 0 16 16").Aria("hidden", "true").Body(
		svg("path").Attr("d", path),
	)
}

// Paths of the icons: strokes on a 16-pixel grid.
const (
	iconSearch  = "M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9M10.4 10.4l3.6 3.6"
	iconAdd     = "M8 3v10M3 8h10"
	iconClose   = "M4 4l8 8M12 4l-8 8"
	iconNext    = "M6 3l5 5l-5 5"
	iconBack    = "M10 3l-5 5l5 5"
	iconOpen    = "M3 6l5 5l5-5"
	iconSun     = "M8 5a3 3 0 1 1 0 6a3 3 0 0 1 0-6M8 1v1.5M8 13.5v1.5M1 8h1.5M13.5 8h1.5M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1"
	iconMoon    = "M13 9.5a5.5 5.5 0 0 1-6.5-6.5a5.5 5.5 0 1 0 6.5 6.5"
	iconWarning = "M8 2.5l6 11h-12zM8 6.5v3.5M8 11.7v.3"
	iconPencil  = "M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3zM9 4.7l2.3 2.3"
	iconScreen  = "M2 3h12v8h-12zM6 14h4M8 11v3"
)
