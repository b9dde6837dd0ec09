package ui

import (
	"errors"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// correcting is the correction the person is at.
type correcting struct {
	field  string // "" for none
	open   bool   // its value stands in a box
	saving bool   // it was posted, and has neither been made nor refused
	wrong  string // why it cannot be made
}

// correctInputID is the id of the box a value is corrected in: there is one.
const correctInputID = "correct-input"

func pencilID(field string) string { return "correct-" + field }

// onCorrect turns the value of a field into a box.
func (r *reading) onCorrect(f metaField) app.EventHandler {
	return func(app.Context, app.Event) {
		r.correct = correcting{field: f.key, open: true}
		r.evidence = true
		r.fillInput(f.edit(f.values(&r.page.article.Document.Meta)))
	}
}

// fillInput puts a value into the box once it is drawn, ready to be typed over.
func (r *reading) fillInput(value string) {
	r.drawn(func(app.Context) {
		box := app.Window().GetElementByID(correctInputID)
		if !box.Truthy() {
			return
		}
		box.Set("value", value)
		focus(box)
		box.Call("select")
		reveal(box, "nearest")
	})
}

// drawn calls back in the browser once what has changed is drawn. The context is
// the view's own: what was pressed may be gone by then.
func (r *reading) drawn(f func(app.Context)) {
	if r.later != nil && !app.IsServer {
		r.later(f)
	}
}

func (r *reading) focusDrawn(id string) {
	r.drawn(func(app.Context) { focus(app.Window().GetElementByID(id)) })
}

func (r *reading) onSaveCorrection(ctx app.Context, e app.Event) {
	e.PreventDefault()
	r.save(ctx, inputText())
}

func inputText() string { return app.Window().GetElementByID(correctInputID).Get("value").String() }

// onCorrectKey saves with Enter and leaves with Escape. Shift+Enter begins a line
// in a box that has lines.
func (r *reading) onCorrectKey(ctx app.Context, e app.Event) {
	switch e.Get("key").String() {
	case "Escape":
		e.PreventDefault()
		r.leave()
	case "Enter":
		inBox := e.Get("target").Get("id").String() == correctInputID
		if inBox && !e.Get("shiftKey").Bool() && !e.Get("isComposing").Bool() {
			e.PreventDefault()
			r.save(ctx, inputText())
		}
	}
}

// save makes what was typed the value of the field. None is an answer.
func (r *reading) save(ctx app.Context, text string) {
	f, ok := fieldOf(r.correct.field)
	if !ok || r.correct.saving {
		return
	}
	values, wrong := f.typed(text)
	if r.correct.wrong = wrong; wrong != "" {
		r.focusDrawn(correctInputID)
		return
	}
	if slices.Equal(values, f.values(&r.page.article.Document.Meta)) {
		r.leave()
		return
	}
	r.post(ctx, protocol.Correction{Field: f.key, Values: values})
}

// leave puts the box away and leaves the value as it is.
func (r *reading) leave() {
	r.focusDrawn(pencilID(r.correct.field))
	r.correct = correcting{}
}

func (r *reading) onLeave(app.Context, app.Event) { r.leave() }

// onTakeBack gives a field back what the evidence says.
func (r *reading) onTakeBack(f metaField) app.EventHandler {
	return func(ctx app.Context, _ app.Event) {
		r.correct = correcting{field: f.key}
		r.post(ctx, protocol.Correction{Field: f.key, Revert: true})
	}
}

func (r *reading) onSuggestion(values []string) app.EventHandler {
	return func(ctx app.Context, _ app.Event) {
		if !r.correct.saving {
			r.post(ctx, protocol.Correction{Field: r.correct.field, Values: values})
		}
	}
}

func (r *reading) post(ctx app.Context, c protocol.Correction) {
	doc := &r.page.article.Document
	c.Record = doc.Record
	r.correct.saving, r.correct.wrong = true, ""
	ctx.NewActionWithValue(action.Correct, action.Correcting{ID: doc.ID, Path: doc.Source, Correction: c})
}

// answered takes up what came of a correction and reports whether that is all
// there is to do.
func (r *reading) answered(ctx app.Context) bool {
	a := &r.article
	switch {
	case !r.correct.saving:
		return false
	case a.Refused.Field == r.correct.field:
		r.correct.saving, r.correct.wrong = false, refusal(a.Refused)
		if r.correct.open {
			r.focusDrawn(correctInputID)
		}
		return true
	case a.Status != action.Ready || r.page == nil || a.Answer.Document.ID != r.page.article.Document.ID:
		return false
	}
	r.focusDrawn(pencilID(r.correct.field))
	r.correct = correcting{}
	r.renew(ctx)
	return true
}

// renew shows the same text with other facts. The sheets stay as they are if they
// can: the person sees what was corrected, and nothing else moves.
func (r *reading) renew(ctx app.Context) {
	p := newPage(r.article.Answer, r.At.at)
	if r.whole {
		p.rows = rowsOf(p)
	}
	ctx.Page().SetTitle("%s – Clippings", docName(&r.article.Answer.Document))
	if p.draws(r.page) {
		*r.page = *p
		return
	}
	r.show(p)
}

// draws reports whether the text of p looks as that of another page of the same
// document does: corrected facts may change which lines stand in the head.
func (p *page) draws(other *page) bool {
	a, b := p.article, other.article
	return a.Document.Text == b.Document.Text && len(p.blocks) == len(other.blocks) &&
		(p.title == nil) == (other.title == nil) && (p.subtitle == nil) == (other.subtitle == nil) &&
		len(a.Passages) == len(b.Passages)
}

// refusal says why a correction was not made.
func refusal(c action.CorrectionRefused) string {
	if !errors.Is(c.Err, protocol.ErrField) {
		return "It was not saved. " + reason(c.Err)
	}
	if f, _ := fieldOf(c.Field); f.kind == kindDate {
		return wrongDate
	}
	return "This field cannot have that value."
}
