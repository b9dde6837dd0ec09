package files

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// chartStyles are what the style sheet gives to the parts of a chart.
var chartStyles = [...]string{"fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "vector-effect", "opacity", "font-family", "font-size", "font-weight"}

// SaveChart hands the person a chart of the page, an <svg>, as a file that looks the
// same without the page's style sheet.
func SaveChart(chart app.Value, name string) error {
	if app.IsServer || !chart.Truthy() {
		return nil
	}
	window := app.Window()
	copied := chart.Call("cloneNode", true)
	parts, bare := chart.Call("querySelectorAll", "*"), copied.Call("querySelectorAll", "*")
	for i := range parts.Length() {
		look, style := window.Call("getComputedStyle", parts.Index(i)), bare.Index(i).Get("style")
		for _, property := range chartStyles {
			style.Call("setProperty", property, look.Call("getPropertyValue", property).String())
		}
	}
	box := chart.Call("getBoundingClientRect")
	copied.Call("setAttribute", "xmlns", "http://www.w3.org/2000/svg")
	copied.Call("setAttribute", "width", box.Get("width").Float())
	copied.Call("setAttribute", "height", box.Get("height").Float())
	copied.Call("removeAttribute", "aria-hidden")
	text := window.Get("XMLSerializer").New().Call("serializeToString", copied).String()
	return Save(name, "image/svg+xml", []byte(text))
}
