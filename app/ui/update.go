package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
)

// updateBar tells that a newer version of the page waits. It never comes between:
// while files are read or something is being kept it is not there, and nothing
// happens until the person says so.
type updateBar struct {
	app.Compo
	waits bool // a new version is there
	later bool // the person has put it off
	typed bool // reloading was asked for with something half typed

	importing action.Import
	workspace action.Workspace
}

func (u *updateBar) OnMount(ctx app.Context) {
	ctx.ObserveState(action.ImportState, &u.importing)
	ctx.ObserveState(action.WorkspaceState, &u.workspace)
	if app.IsServer {
		return
	}
	clippings := app.Window().Get("clippings")
	if !clippings.Truthy() {
		return
	}
	onUpdate := func() { ctx.Dispatch(func(app.Context) { u.waits, u.later = true, false }) }
	clippings.Set("onUpdate", app.FuncOf(func(app.Value, []app.Value) any {
		onUpdate()
		return nil
	}))
	if clippings.Get("updateWaits").Truthy() {
		onUpdate()
	}
}

func (u *updateBar) Render() app.UI {
	if !u.waits || u.later || u.isBusy() {
		return app.Elem("div").Hidden(true)
	}
	text, name := "A new version of Clippings is ready. "+u.costs(), "Reload into it"
	if u.typed {
		text, name = "Something here is typed and not yet saved. Reloading would lose it.", "Reload all the same"
	}
	return notice("update", words("p", "", text),
		button("update", "button", name, u.onReload),
		button("update-later", "link link-quiet", "Not now", u.onLater))
}

func (u *updateBar) isBusy() bool {
	w := &u.workspace
	return u.importing.Status == action.Loading || w.Opening || w.Keep == action.KeptWaiting || w.Keep == action.KeptSaving
}

// costs says what becomes of what is open.
func (u *updateBar) costs() string {
	switch {
	case isUnkept(u.workspace.Keep):
		return "Reload when you are done: what is open here is not kept, and would have to be dropped again."
	case u.workspace.Keep == action.KeptWhole:
		return "It opens with all that is here; or by itself, when you next come."
	}
	return "It opens by itself when you next come."
}

// onReload asks once more if the page holds what nothing else does.
func (u *updateBar) onReload(ctx app.Context, _ app.Event) {
	clippings := app.Window().Get("clippings")
	if !u.typed && clippings.Call("hasTyped").Bool() {
		u.typed = true
		return
	}
	clippings.Call("update")
}

func (u *updateBar) onLater(app.Context, app.Event) { u.later, u.typed = true, false }
