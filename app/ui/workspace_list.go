package ui

import (
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/app/files"
	"clippings/wasm/coord"
)

// workspaces lists what is kept on this device: on the first page to open it, and
// in the settings to change it too.
type workspaces struct {
	app.Compo
	Whole bool // with all ways

	now    action.Workspace
	state  action.Workspaces
	file   action.Packing
	naming bool   // the one that is open is being renamed
	asked  string // ID of the one that may be removed
}

const (
	workspaceNameID = "workspace-name"
	workspacesID    = "workspaces-title"
)

func (w *workspaces) OnMount(ctx app.Context) {
	ctx.ObserveState(action.WorkspaceState, &w.now)
	ctx.ObserveState(action.WorkspacesState, &w.state)
	ctx.ObserveState(action.PackingState, &w.file)
	ctx.NewAction(action.ListWorkspaces)
}

// isKept reports whether one of a list is that which is open, and kept.
func (w *workspaces) isKept() bool {
	for i := range w.state.List {
		if w.state.List[i].ID == w.now.ID {
			return true
		}
	}
	return false
}

func (w *workspaces) Render() app.UI {
	list := w.state.List
	if !w.Whole && (len(list) == 0 || len(list) == 1 && w.isKept()) {
		return app.Elem("div").Hidden(true)
	}
	class := "preference workspaces"
	if !w.Whole {
		class = "workspaces workspaces-home"
	}
	return markup(`
		<section class=$ aria-labelledby=workspaces-title>
			<h2 id=workspaces-title class=preference-name tabindex=-1>Your workspaces</h2>
			$
			<ul id=workspaces class=workspace-list>$$</ul>
			<div class=workspace-ways>$</div>
			$
		</section>`, class, w.renderNote(),
		several(len(list), w.renderOne), several(w.damaged(), w.renderDamaged), w.renderWays(), w.renderRest())
}

// renderNote says what a workspace is and what room there is.
func (w *workspaces) renderNote() app.UI {
	if !w.Whole {
		return nil
	}
	text := "Texts, groups, decisions, tags, notes and searches are kept in this browser, on this device, and opened again on the next visit. "
	if w.now.Keep == action.KeptNone {
		text = "This browser lets pages keep nothing, as it does in private windows: all is gone when the page is closed. Save it as a workspace file; dropped on the page, that brings all of it back, with groups, decisions, tags, notes and searches."
	}
	return markup(`<p class=preference-note>$<span id=workspaces-room>$</span></p>`, text, roomWords(&w.now, &w.state))
}

// roomWords says how much room what is kept takes, and how safe it is.
func roomWords(now *action.Workspace, s *action.Workspaces) string {
	if now.Keep == action.KeptNone || s.Status != action.Ready {
		return ""
	}
	text := size(s.Used) + " are used"
	if s.Quota > 0 {
		text = size(s.Used) + " of " + size(s.Quota) + " that this browser allows are used, " + size(s.Quota-min(s.Used, s.Quota)) + " are left"
	}
	if s.Single {
		return text + ". They belong to this file at its place: where it is moved or sent, it opens empty. A workspace file, dropped on the page, brings all of it along."
	}
	text += "; the program itself, kept for use without a network, is counted in."
	if s.Persisted {
		return text + " The browser has promised not to clear it."
	}
	return text + " The browser may clear it when the device is full, and does with the data of this site: save what matters as a file."
}

func (w *workspaces) renderOne(i int) app.UI {
	one := &w.state.List[i]
	open := one.ID == w.now.ID
	documents := one.Documents
	if open {
		documents = max(documents, w.now.Documents)
	}
	name := workspaceName(one.Name)
	about := facts(many(documents, "document", "documents"), size(one.Bytes), "kept "+time.Unix(one.Saved, 0).Format("2 January 2006, 15:04"))
	if open && w.naming {
		return markup(`
			<li class=workspace>
				<form class=saved-line onsubmit=$>
					<label class=unseen for=workspace-name>Name of this workspace</label>
					<input id=workspace-name class='menu-box saved-box' type=text autocomplete=off maxlength=100 value=$/>
					<button class=button type=submit>Rename</button>
				</form>
			</li>`, w.onNamed, name)
	}
	var mark app.UI
	if open {
		mark = words("span", "workspace-open", "open")
	}
	asked := w.asked == one.ID
	return markup(`
		<li class=workspace>
			<div class=workspace-main><p class=workspace-name>$ $</p><p class=workspace-about>$</p></div>
			<div class=workspace-do hidden=$>$</div>
			<div class=forget-ask role=group aria-label=$ hidden=$>
				<p>$</p>
				<div class=forget-ways>$ $</div>
			</div>
		</li>`, name, mark, about, asked, w.waysOf(i, open, name),
		"Remove "+name, !asked, lossWords(documents),
		w.entryButton("button button-main", "Remove", name, i, w.onRemove), w.entryButton("button", "Keep", name, i, w.onSpare))
}

// waysOf are what can be done with a workspace.
func (w *workspaces) waysOf(i int, open bool, name string) (list []app.UI) {
	if !open {
		list = append(list, w.entryButton("link", "Open", name, i, w.onOpen))
	}
	if open && w.Whole {
		list = append(list, w.entryButton("link", "Rename", name, i, w.onRename))
	}
	if w.Whole && !(open && w.now.Keep == action.KeptElsewhere) {
		list = append(list, w.entryButton("link link-quiet", "Remove…", name, i, w.onAsk))
	}
	return list
}

func (w *workspaces) entryButton(class, do, name string, i int, on app.EventHandler) app.UI {
	return markup(`<button class=$ type=button aria-label=$ data-place=$ disabled=$ onclick=$>$</button>`, class, do+" "+name, i, w.now.Opening, on, do)
}

// workspaceName is what a workspace is called.
func workspaceName(name string) string {
	if name == "" {
		return "Without a name"
	}
	return name
}

// lossWords says what is lost with a workspace.
func lossWords(documents int) string {
	return "Remove it from this device? " + many(documents, "document goes", "documents go") +
		" with all tags, notes, corrections, decisions and saved searches. The files on your disk stay as they are."
}

func (w *workspaces) damaged() int {
	if w.Whole {
		return len(w.state.Damaged)
	}
	return 0
}

func (w *workspaces) renderDamaged(i int) app.UI {
	return markup(`
		<li class=workspace>
			<div class=workspace-main><p class=workspace-name>Damaged</p><p class=workspace-about>Nothing of it can be read any more.</p></div>
			<div class=workspace-do>$</div>
		</li>`, w.entryButton("link link-quiet", "Remove", "what is damaged", i, w.onRemoveDamaged))
}

func (w *workspaces) renderWays() []app.UI {
	var list []app.UI
	if w.isKept() {
		list = append(list, with(button("workspace-new", "button", "New workspace", onNewWorkspace), "title", "What is open stays kept"))
	}
	if w.Whole && w.now.ID != "" {
		save := button("workspace-save", "button", "Save workspace as a file", onSaveWorkspace)
		list = append(list, save.Attr("disabled", w.file.Status == action.Loading))
	}
	if w.Whole {
		list = append(list, markup(`
			<label class='file-button button'><input id=workspace-file class=unseen type=file accept='.clippings' onchange=$/><span>Open workspace file</span></label>`, onWorkspaceFile))
	}
	return list
}

func (w *workspaces) renderRest() app.UI {
	if !w.Whole {
		return nil
	}
	return markup(`<div class=workspace-rest><p id=workspace-told class=preference-note role=status>$</p>$</div>`,
		w.told(), &forget{Device: true})
}

// told says what came of forgetting everything, or how a workspace file goes: the
// bar that tells of it, too, may be far above.
func (w *workspaces) told() string {
	if w.state.Forgotten {
		return "Everything was forgotten. A look at the device afterwards found nothing of it left, but the program itself."
	}
	return packingWords(&w.file)
}

func (w *workspaces) at(ctx app.Context) (coord.Workspace, bool) {
	i := dataInt(ctx, "place")
	if i < 0 || i >= len(w.state.List) {
		return coord.Workspace{}, false
	}
	return w.state.List[i], true
}

func (w *workspaces) onOpen(ctx app.Context, _ app.Event) {
	if one, ok := w.at(ctx); ok {
		ctx.NewActionWithValue(action.OpenWorkspace, one.ID)
		address{}.follow(ctx)
	}
}

func (w *workspaces) onRename(ctx app.Context, _ app.Event) {
	w.naming = true
	focusLater(ctx, workspaceNameID)
}

func (w *workspaces) onNamed(ctx app.Context, e app.Event) {
	e.PreventDefault()
	w.naming = false
	ctx.NewActionWithValue(action.RenameWorkspace, app.Window().GetElementByID(workspaceNameID).Get("value").String())
	focusLater(ctx, workspacesID)
}

func (w *workspaces) onAsk(ctx app.Context, _ app.Event) {
	one, _ := w.at(ctx)
	w.asked = one.ID
}

func (w *workspaces) onSpare(ctx app.Context, _ app.Event) {
	w.asked = ""
	focusLater(ctx, workspacesID)
}

func (w *workspaces) onRemove(ctx app.Context, _ app.Event) {
	w.asked = ""
	if one, ok := w.at(ctx); ok {
		ctx.NewActionWithValue(action.RemoveWorkspace, one.ID)
		focusLater(ctx, workspacesID)
	}
}

func (w *workspaces) onRemoveDamaged(ctx app.Context, _ app.Event) {
	if i := dataInt(ctx, "place"); i >= 0 && i < len(w.state.Damaged) {
		ctx.NewActionWithValue(action.RemoveWorkspace, w.state.Damaged[i])
		focusLater(ctx, workspacesID)
	}
}

func onNewWorkspace(ctx app.Context, _ app.Event) {
	ctx.NewActionWithValue(action.OpenWorkspace, "")
	address{}.follow(ctx)
}

func onSaveWorkspace(ctx app.Context, _ app.Event) { ctx.NewAction(action.SaveWorkspaceFile) }

func onWorkspaceFile(ctx app.Context, _ app.Event) { files.FromInput(ctx.JSSrc()) }

// workspaceEntries are the ways of the palette to other workspaces.
func workspaceEntries(now *action.Workspace, list []coord.Workspace) (entries []paletteEntry) {
	for i := range list {
		one := &list[i]
		if id := one.ID; id != now.ID {
			entries = append(entries, paletteEntry{
				kind: "Workspace · " + strconv.Itoa(one.Documents), text: workspaceName(one.Name),
				run: func(ctx app.Context) {
					ctx.NewActionWithValue(action.OpenWorkspace, id)
					address{}.follow(ctx)
				},
			})
		}
	}
	return entries
}
