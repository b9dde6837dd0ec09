package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// preferences is the view of what the person can set.
type preferences struct {
	app.Compo
}

func (p *preferences) Render() app.UI {
	return elem("section", "preferences",
		with(words("h1", "view-title", "Settings"), "tabindex", "-1", "data-focus", "1"), &groupingPanel{})
}
