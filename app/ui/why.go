package ui

import (
	"strconv"

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
	return dialog(whyID, "overlay why", onDialogClose,
		elem("div", "help-in",
			with(words("h2", "help-title", "How these two are related"), "id", "why-title", "tabindex", "-1", "data-focus", "1"),
			w.renderBody(),
			elem("div", "settings-ways", button("why-close", "button", "Close", onCloseWhy)),
		),
	).On("click", onBackdrop)
}

func (w *why) renderBody() app.UI {
	switch {
	case w.now.Status == action.Failed:
		return with(words("p", "why-relation", "They could not be compared. "+reason(w.now.Err)), "id", "why-note", "role", "alert")
	case w.kin == nil:
		return with(words("p", "why-relation", "Comparing …"), "id", "why-note", "role", "status")
	}
	k := w.kin
	return with(elem("div", "why-in",
		elem("p", "why-relation", app.Text(kinshipWords(k))).ID("why-note"),
		app.Range(w.yours()).Slice(func(i int) app.UI { return words("p", "why-yours", w.yours()[i]) }),
		elem("div", "why-pair",
			whyText("First", k.Here, nil),
			whyText("Second", k.There, w.renderOther()),
		),
		renderFigures(k),
		w.renderPassages(),
		renderFolded(k.Comparison.Folded),
	), "aria-busy", strconv.FormatBool(w.now.Status == action.Loading))
}

// yours is what the person decided about the two.
func (w *why) yours() []string {
	var list []string
	a, b := w.kin.Here.Name, w.kin.There.Name
	for _, d := range w.kept.Decisions {
		if d.A == a && d.B == b || d.A == b && d.B == a {
			list = append(list, "You said: "+decisionWords(d)+".")
		}
	}
	return list
}

func whyText(place string, doc *protocol.Document, below app.UI) app.UI {
	body := []app.UI{
		words("p", "menu-label", place),
		with(words("a", "why-title", docName(doc)), "href", address{view: viewReading, doc: doc.ID}.String()),
		words("p", "text-facts", facts(outlet(protocol.Summary{Outlet: doc.Outlet, Name: doc.Name}), moment(doc.Date), doc.Agency)),
	}
	if below != nil {
		body = append(body, below)
	}
	return elem("div", "why-text", body...)
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
