package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// openWhy asks how two documents are related; its value is a whyAsked.
const openWhy = "clippings/ui/why"

// whyAsked names two documents, and others that the second can be changed for.
type whyAsked struct {
	a, b  protocol.DocID
	among []protocol.Summary
}

// why tells how two documents are related and shows on what grounds.
type why struct {
	app.Compo
	Of whyAsked

	now     action.Why
	kept    action.Grouping
	version int // of the answer the rest was made of
	kin     *action.Kin
	shown   []passageView // as far as they are shown
}

const whyID = "why"

func (w *why) OnMount(ctx app.Context) {
	ctx.GetState(action.GroupingState, &w.kept)
	ctx.ObserveState(action.WhyState, &w.now).OnChange(w.arrived)
	ctx.NewActionWithValue(action.Compare, action.Comparing{A: w.Of.a, B: w.Of.b})
	ctx.Defer(func(app.Context) {
		showDialog(whyID)
		focus(app.Window().GetElementByID(whyID + "-title"))
	})
}

// arrived makes an answer ready to be shown.
func (w *why) arrived() {
	a := w.now
	if a.Status != action.Ready || a.Version == w.version || a.Asked.A != w.Of.a || a.Asked.B != w.Of.b {
		return
	}
	w.version, w.kin, w.shown = a.Version, a.Answer, nil
	w.more()
}

// whyStep is how many passages are shown at once.
const whyStep = 12

// more makes further passages ready.
func (w *why) more() {
	all := w.kin.Comparison.Passages
	for _, p := range all[len(w.shown):min(len(all), len(w.shown)+whyStep)] {
		w.shown = append(w.shown, newPassageView(w.kin, p))
	}
}

func (w *why) onMore(app.Context, app.Event) { w.more() }

func (w *why) Render() app.UI {
	return dialog(whyID, "overlay why", onDialogClose, markup(`
		<div class=help-in>
			<div class=why-top>
				<h2 id=why-title class=help-title tabindex=-1 data-focus=1>How these two are related</h2>
				<button class=tool type=button aria-label=Close title='Close (Esc)' onclick=$>$</button>
			</div>
			$
			<div class=settings-ways><button id=why-close class=button type=button onclick=$>Close</button></div>
		</div>`, onCloseWhy, icon(iconClose), w.renderBody(), onCloseWhy)).On("click", onBackdrop)
}

func (w *why) renderBody() app.UI {
	switch {
	case w.now.Status == action.Failed:
		return markup(`<p id=why-note class=why-relation role=alert>They could not be compared. $</p>`, reason(w.now.Err))
	case w.kin == nil:
		return markup(`<p id=why-note class=why-relation role=status>Comparing …</p>`)
	}
	k := w.kin
	return markup(`
		<div class=why-in aria-busy=$>
			<p id=why-note class=why-relation>$</p>
			<p class=why-yours>$</p>
			<div class=why-pair>$$</div>
			<p><a id=why-beside class=link href=$>Side by side</a></p>
			$$$
		</div>`,
		w.now.Status == action.Loading, kinshipWords(k), w.yours(),
		whyText("First", k.Here, nil), whyText("Second", k.There, w.renderOther()),
		address{view: viewBeside, doc: k.Here.ID, other: k.There.ID}.String(), renderFigures(k), w.renderPassages(), renderFolded(k.Comparison.Folded))
}

// yours is what the person decided about the two.
func (w *why) yours() string {
	text := ""
	a, b := w.kin.Here.Name, w.kin.There.Name
	for _, d := range w.kept.Decisions {
		if d.A == a && d.B == b || d.A == b && d.B == a {
			text += "You said: " + decisionWords(d) + ". "
		}
	}
	return text
}

func whyText(place string, doc *protocol.Document, below app.UI) app.UI {
	where := doc.Outlet
	if where == "" && doc.Title != "" { // else it goes by its file's name already
		where = outlet(protocol.Summary{Name: doc.Name})
	}
	return markup(`
		<div class=why-text>
			<p class=menu-label>$</p>
			<a class=why-title href=$>$</a>
			<p class=text-facts>$</p>
			$
		</div>`,
		place, address{view: viewReading, doc: doc.ID}.String(), docName(doc),
		facts(where, moment(doc.Date), doc.Agency), below)
}

// maxOther is how many documents of a story the second can be changed for.
const maxOther = 100

// renderOther offers the others of the story in the place of the second.
func (w *why) renderOther() app.UI {
	var options []option
	for _, s := range w.Of.among[:min(len(w.Of.among), maxOther)] {
		if s.ID != w.Of.a {
			title, _ := headline(s)
			options = append(options, option{formatDocID(s.ID), facts(outlet(s), title)})
		}
	}
	if len(options) < 2 {
		return nil
	}
	return renderSelect(selectField{id: "why-other", label: "Another in its place", options: options, at: formatDocID(w.Of.b), on: w.onOther})
}

func (w *why) onOther(ctx app.Context, _ app.Event) {
	if id, ok := parseDocID(chosenValue(ctx)); ok {
		w.Of.b = id
		ctx.NewActionWithValue(openWhy, w.Of)
		ctx.NewActionWithValue(action.Compare, action.Comparing{A: w.Of.a, B: w.Of.b})
	}
}

func onCloseWhy(app.Context, app.Event) { closeDialog(whyID) }
