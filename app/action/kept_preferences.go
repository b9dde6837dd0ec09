package action

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/files"
)

// Preferences are what the person prefers to see. They outlast the page.
type Preferences struct {
	Minor bool // comparisons show differences of spelling and punctuation too
}

const preferencesKey = "clippings/preferences"

func (d *Desk) loadPreferences(ctx app.Context) {
	if err := files.StorageOf(ctx).Get(preferencesKey, &d.kept.preferences); err != nil {
		d.kept.preferences = Preferences{}
	}
	ctx.SetState(PreferencesState, d.kept.preferences)
}

func (d *Desk) handlePrefer(ctx app.Context, a app.Action) {
	p, ok := a.Value.(Preferences)
	before := d.kept.preferences
	if !ok || p == before {
		return
	}
	d.prefer(ctx, p)
	d.note(ctx, step{
		change: Change{Of: OfPreference},
		back:   atOnce(func(ctx app.Context) { d.prefer(ctx, before) }),
		again:  atOnce(func(ctx app.Context) { d.prefer(ctx, p) }),
	})
}

func (d *Desk) prefer(ctx app.Context, p Preferences) {
	d.kept.preferences = p
	ctx.SetState(PreferencesState, p)
	if err := files.StorageOf(ctx).Set(preferencesKey, p); err != nil {
		app.Log("preferences are kept until the page is closed only:", err)
	}
}
