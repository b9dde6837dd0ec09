package ui

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
)

func (s *Shell) OnNav(ctx app.Context) {
	if to := s.where(); to != s.at {
		s.goTo(ctx, to)
	}
	s.back = false
}

// currentAddress reads the address from the location.
func currentAddress() address { return parseAddress(app.Window().URL().EscapedFragment()) }

// goTo shows another view, where it was left if the person comes back to it.
func (s *Shell) goTo(ctx app.Context, to address) {
	s.scrolls[s.at.String()] = scrolled()
	if s.at.view != viewHome && s.at.view != to.view && s.importing.Status == action.Ready {
		s.seen = s.importing.Runs
	}
	same := s.at.view == to.view && (to.view == viewSearch || to.view == viewStories || to.view.hasApparatus())
	if to.view == viewSearch || to.view == viewReading && to.isSought() {
		s.set = to.setting
	}
	s.at, s.overlay = to, overlayNone
	y := 0
	if s.back {
		y = s.scrolls[to.String()]
	}
	ctx.Page().SetTitle(pageTitle(to))
	if same {
		return
	}
	ctx.Defer(func(ctx app.Context) {
		scrollTo(y)
		focusMain()
		s.restore(ctx, place{to, y}, restoreTries)
	})
}

// place is how far a view was scrolled.
type place struct {
	at address
	y  int
}

const (
	restoreEvery = 50 * time.Millisecond
	restoreTries = 40 // two seconds: then the person has scrolled already
)

// restore scrolls to where a view was left, once what it shows has come: a frame
// later at the earliest, when it knows whether it has to wait.
func (s *Shell) restore(ctx app.Context, to place, tries int) {
	if to.y == 0 || tries == 0 {
		return
	}
	ctx.After(restoreEvery, func(ctx app.Context) {
		ctx.Defer(func(ctx app.Context) {
			if s.at != to.at {
				return
			}
			if !isBusy() {
				scrollTo(to.y)
			}
			if isBusy() || scrolled() < to.y-1 {
				s.restore(ctx, to, tries-1)
			}
		})
	})
}
