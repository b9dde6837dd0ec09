package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
)

// keptLine says in the header, in few words, whether what is here is kept on this
// device, and leads to where more is said of it.
type keptLine struct {
	app.Compo
	now action.Workspace
	all action.Workspaces
}

func (k *keptLine) OnMount(ctx app.Context) {
	ctx.ObserveState(action.WorkspaceState, &k.now)
	ctx.ObserveState(action.WorkspacesState, &k.all)
}

func (k *keptLine) Render() app.UI {
	class := "kept"
	if isUnkept(k.now.Keep) {
		class = "kept kept-not"
	}
	var name app.UI
	if len(k.all.List) > 1 && k.now.Name != "" {
		name = words("span", "kept-name", k.now.Name)
	}
	return markup(`<a class=kept-line href=$ title=$>$<p id=kept class=$ role=status>$</p></a>`,
		address{view: viewSettings}.String(), facts(k.now.Name, "Your workspaces"), name, class, keepWords(&k.now))
}

// isUnkept reports that what is here will be lost with the page.
func isUnkept(k action.KeepStatus) bool {
	return k == action.KeptFull || k == action.KeptNone || k == action.KeptFailed || k == action.KeptElsewhere
}

// keepWords says how far a workspace is kept.
func keepWords(w *action.Workspace) string {
	switch w.Keep {
	case action.KeptWaiting, action.KeptSaving:
		return "Saving\u00a0…"
	case action.KeptWhole:
		return "Kept on this device"
	case action.KeptFull:
		return "Not kept: no room is left"
	case action.KeptElsewhere:
		return "Open in another tab"
	case action.KeptNone, action.KeptFailed:
		return "Not kept"
	}
	return ""
}

// workspaceNotices are bars about what is kept that the person must know of.
type workspaceNotices struct {
	app.Compo
	Documents int // that are open

	now    action.Workspace
	closed action.KeepStatus // about this the person has been told
}

func (n *workspaceNotices) OnMount(ctx app.Context) {
	ctx.ObserveState(action.WorkspaceState, &n.now).OnChange(n.warn)
}

func (n *workspaceNotices) OnUpdate(app.Context) { n.warn() }

// warn has the browser ask before the page is closed, as long as that would lose
// something.
func (n *workspaceNotices) warn() {
	if clippings := app.Window().Get("clippings"); clippings.Truthy() {
		clippings.Set("unsaved", n.now.Unsaved || n.now.Keep == action.KeptNone && n.Documents > 0)
	}
}

func (n *workspaceNotices) Render() app.UI {
	return elem("div", "notices", n.list()...)
}

func (n *workspaceNotices) list() (list []app.UI) {
	w := &n.now
	if text := n.keepText(); text != "" && n.closed != w.Keep {
		list = append(list, notice("kept", words("p", "", text), app.If(w.Keep == action.KeptFull || w.Keep == action.KeptNone, func() app.UI {
			return button("keep-file", "button", "Save as a file", onSaveWorkspace)
		}), app.If(w.Keep == action.KeptFailed || w.Keep == action.KeptFull, func() app.UI {
			return button("keep-again", "button", "Try again", onKeepAgain)
		}), button("", "link link-quiet", "Close", n.onClose)))
	}
	if w.Apart {
		list = append(list, heardNotice("The other tab is closed. What you changed here is kept as “"+w.Name+"”; what that tab kept stands beside it under Settings."))
	}
	if w.Err != nil && w.Keep != action.KeptFailed && w.Keep != action.KeptFull {
		list = append(list, heardNotice("What was kept here could not be opened wholly. "+reason(w.Err)))
	}
	if len(w.Lost) > 0 {
		list = append(list, heardNotice("Something kept on this device was damaged. Drop "+fileNames(w.Lost)+" again to have all of it."))
	}
	if w.Gone != "" {
		list = append(list, heardNotice("“"+w.Gone+"” is not at hand any more: a browser lets go of files when the page is closed. Drop it again, and it will be read as you have set now."))
	}
	return list
}

// heardNotice is a notice that has been read when it is closed.
func heardNotice(text string) app.UI {
	return notice("kept", words("p", "", text), button("", "link link-quiet", "Close", onHeard))
}

// keepText says what can be done where nothing is kept.
func (n *workspaceNotices) keepText() string {
	switch n.now.Keep {
	case action.KeptFull:
		return "No room is left on this device. " + n.keptOf() + " Save all of it as a file, which opens on any machine. Or make room: remove a workspace that you no longer need under Settings, or files of other programs, and try again."
	case action.KeptNone:
		if n.Documents > 0 {
			return "This browser lets pages keep nothing, as in private windows: when the page is closed, only what you saved as a file is left."
		}
	case action.KeptElsewhere:
		return "Open in another tab, which keeps it. What you change here is kept once that tab is closed, as a workspace of its own."
	case action.KeptFailed:
		return "What is here could not be kept. " + reason(n.now.Err)
	}
	return ""
}

// keptOf says how much of what is here is kept, and what becomes of the rest.
func (n *workspaceNotices) keptOf() string {
	kept := n.now.Documents
	switch {
	case kept == 0:
		return "Nothing of what is open is kept: it is here until the page is closed."
	case kept < n.Documents:
		return "Kept: " + number(kept) + " of " + many(n.Documents, "document", "documents") + ". The others are here until the page is closed."
	}
	return "The documents are kept; what you have changed last may be gone when the page is closed."
}

// mostNames is how many files a sentence names.
const mostNames = 5

// fileNames lists paths in a sentence.
func fileNames(paths []string) string {
	var names []string
	for _, p := range paths[:min(len(paths), mostNames)] {
		names = append(names, "“"+p+"”")
	}
	if more := len(paths) - mostNames; more > 0 {
		names = append(names, many(more, "other file", "other files"))
	}
	return joinNames(names)
}

func (n *workspaceNotices) onClose(app.Context, app.Event) { n.closed = n.now.Keep }

func onHeard(ctx app.Context, _ app.Event) { ctx.NewAction(action.HearWorkspace) }

func onKeepAgain(ctx app.Context, _ app.Event) { ctx.NewAction(action.KeepWorkspace) }

// openingWorkspace stands in the place of a view until what was here is back.
func openingWorkspace() app.UI {
	return markup(`
		<section class=home aria-busy=true>
			<div class=masthead>
				<h1 class=masthead-name tabindex=-1 data-focus=1>Clippings</h1>
				<p id=opening class=masthead-line role=status>Opening what you had here …</p>
			</div>
		</section>`)
}
