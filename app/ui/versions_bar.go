package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
)

// renderBar draws what the text is shown by: it stays in sight.
func (v *versions) renderBar() app.UI {
	minor := "Spelling and punctuation too (" + number(v.page.hidden.all()) + ")"
	return markup(`
		<div class=versions-bar role=group aria-label='How the text is shown'>
			$
			$
			<label class=check><input id=show-changes type=checkbox checked=$ onchange=$/>Changes only</label>
			<label class=check><input id=show-minor type=checkbox checked=$ disabled=$ onchange=$/>$</label>
			<button id=versions-save class='link link-quiet' type=button onclick=$>Save differences as CSV</button>
			<span class=versions-saved role=status>$</span>
		</div>`,
		stepper{at: v.current, said: v.said, prev: v.onPrevious, next: v.onNext, total: len(v.page.differences)}.render(),
		renderSelect(selectField{id: "reference", label: "Reading text", options: v.head.options, at: formatDocID(v.At.doc), on: v.onReference}),
		v.At.changes, v.onChanges, v.At.minor, v.page.hidden.all() == 0 && !v.At.minor, v.onMinor, minor,
		v.onSave, savedText(&v.saved, v.before))
}

func (v *versions) onPrevious(ctx app.Context, _ app.Event) { v.step(ctx, -1) }
func (v *versions) onNext(ctx app.Context, _ app.Event)     { v.step(ctx, +1) }

func (v *versions) onChanges(ctx app.Context, _ app.Event) { v.At.followChanges(ctx) }
func (v *versions) onMinor(ctx app.Context, _ app.Event)   { v.At.followMinor(ctx) }

func (v *versions) onReference(ctx app.Context, _ app.Event) {
	to := v.At
	if id, ok := parseDocID(chosenValue(ctx)); ok {
		to.doc = id
		to.follow(ctx)
	}
}

func (v *versions) onSave(ctx app.Context, _ app.Event) {
	ctx.NewActionWithValue(action.ExportVersions, action.VersionTable{Collation: v.page.answer, Minor: v.At.minor})
}
