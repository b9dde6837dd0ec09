package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// theme is the choice of light and dark.
type theme string

const (
	themeSystem theme = "system"
	themeLight  theme = "light"
	themeDark   theme = "dark"
)

// themeKey is where the choice is kept in localStorage, as a JSON string.
// web/theme.js reads it before the first paint.
const themeKey = "clippings.theme"

func loadTheme(ctx app.Context) theme {
	var t theme
	if err := ctx.LocalStorage().Get(themeKey, &t); err != nil {
		return themeSystem
	}
	switch t {
	case themeLight, themeDark:
		return t
	}
	return themeSystem
}

// next is the theme that a press of the button leads to.
func (t theme) next() theme {
	switch t {
	case themeSystem:
		return themeLight
	case themeLight:
		return themeDark
	}
	return themeSystem
}

func (t theme) icon() string {
	switch t {
	case themeLight:
		return iconSun
	case themeDark:
		return iconMoon
	}
	return iconScreen
}

// applyTheme shows it: style.css looks at data-theme.
func applyTheme(t theme) {
	root := app.Window().Get("document").Get("documentElement")
	if t == themeSystem {
		root.Call("removeAttribute", "data-theme")
		return
	}
	root.Call("setAttribute", "data-theme", string(t))
}

// setTheme shows and remembers it. Where nothing can be kept it holds until the
// page is closed.
func setTheme(ctx app.Context, t theme) {
	applyTheme(t)
	if err := ctx.LocalStorage().Set(themeKey, t); err != nil {
		app.Log("clippings: the theme is not remembered:", err)
	}
	ctx.SetState(themeState, t)
}

// themeState holds the theme.
const themeState = "ui/state/theme"
