package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// overlay is what lies over the view.
type overlay uint8

const (
	overlayNone overlay = iota
	overlayPalette
	overlayHelp
	overlayLimits
	overlayReread
	overlayJoin
	overlayWhy
	overlaySaved
	overlayExport
)

func (s *Shell) handleOverlay(_ app.Context, a app.Action) {
	if o, ok := a.Value.(overlay); ok {
		s.overlay = o
	}
}

func (s *Shell) handleReread(_ app.Context, a app.Action) {
	if path, ok := a.Value.(string); ok {
		s.overlay, s.again = overlayReread, path
	}
}

func (s *Shell) handleJoin(_ app.Context, a app.Action) {
	if asked, ok := a.Value.(joinAsked); ok {
		s.overlay, s.joining = overlayJoin, asked
	}
}

func (s *Shell) handleWhy(_ app.Context, a app.Action) {
	if asked, ok := a.Value.(whyAsked); ok {
		s.overlay, s.asking = overlayWhy, asked
	}
}

// handleExport offers what was asked for, else what the view shows.
func (s *Shell) handleExport(_ app.Context, a app.Action) {
	asked, ok := a.Value.(exportAsked)
	if !ok {
		asked = exportedHere(s.at)
	}
	s.overlay, s.exported = overlayExport, asked
}

func (s *Shell) renderOverlay() app.UI {
	switch s.overlay {
	case overlayPalette:
		return &palette{}
	case overlayHelp:
		return &help{}
	case overlayLimits:
		return &settings{}
	case overlayReread:
		return &reread{Path: s.again}
	case overlayJoin:
		return &join{Of: s.joining}
	case overlayWhy:
		return &why{Of: s.asking}
	case overlaySaved:
		return &saved{At: s.at}
	case overlayExport:
		return &export{Here: s.exported}
	}
	return app.Elem("div").Hidden(true)
}
