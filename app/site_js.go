package main

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/ui"
)

// run shows the page. Its addresses are fragments (#/doc/1), so one route
// serves every path the site may stand at.
func run([]string) error {
	app.RouteWithRegexp(".*", func() app.Composer { return ui.NewShell(startEngine) })
	app.RunWhenOnBrowser()
	return nil
}
