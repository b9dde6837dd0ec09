package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

const iconStar = "M8 2l1.8 3.9 4.2.5-3.1 2.9.8 4.2L8 11.4l-3.7 2.1.8-4.2L2 6.4l4.2-.5z"

// renderStar draws the button that saves the search shown.
func (h *header) renderStar() app.UI {
	at := address{view: h.View, query: h.Query, setting: h.Setting}
	if h.View != viewSearch || !at.isSought() {
		return app.Elem("span").Hidden(true)
	}
	isSaved, name := h.searches.Find(at.find()) >= 0, "Save this search"
	if isSaved {
		name = "This search is saved"
	}
	return markup(`<button id=star class='tool star' type=button title=$ aria-label=$ aria-pressed=$ onclick=$>$</button>`,
		name, name, strconv.FormatBool(isSaved), onSaved, icon(iconStar))
}

func onSaved(ctx app.Context, _ app.Event) { ctx.NewActionWithValue(showOverlay, overlaySaved) }

// saved lists the searches kept on this device, and saves the one shown.
type saved struct {
	app.Compo
	At address

	state   action.Searches
	renamed protocol.Query      // whose name is being changed
	dropped []action.KeptSearch // since the list was opened
	later   func(func(app.Context))
}

const (
	savedID      = "saved"
	savedNameID  = "saved-name"
	savedOtherID = "saved-other"
	savedTitleID = "saved-title"
)

func (s *saved) OnMount(ctx app.Context) {
	ctx.ObserveState(action.SearchesState, &s.state)
	s.later = ctx.Defer
	ctx.Defer(func(app.Context) { showDialog(savedID) })
	s.goTo(savedNameID)
}

// goTo moves the focus once what has changed is drawn; in a box, its text is
// ready to be written over. What was pressed may be gone by then.
func (s *saved) goTo(id string) {
	if s.later == nil {
		return
	}
	s.later(func(app.Context) {
		box := app.Window().GetElementByID(id)
		focus(box)
		if box.Truthy() && box.Get("select").Truthy() {
			box.Call("select")
		}
	})
}

func (s *saved) Render() app.UI {
	return dialog(savedID, "overlay saved", onDialogClose,
		elem("div", "saved-in",
			with(words("h2", "help-title", "Saved searches"), "id", savedTitleID, "tabindex", "-1"),
			s.renderForm(),
			s.renderList(),
			s.renderHistory(),
			with(words("p", "saved-note", s.note()), "id", "saved-note"),
			markup(`<form class=saved-foot method=dialog><button class=button type=submit>Close</button></form>`),
		),
	).On("click", onBackdrop)
}

func (s *saved) note() string {
	if s.state.Failed {
		return "This browser keeps nothing for pages: these searches last until the page is closed."
	}
	return "They are kept in this browser, on this device, and go nowhere else."
}

// here is the search shown, if there is one.
func (s *saved) here() (protocol.Query, bool) {
	return s.At.sought().find(), s.At.isSought()
}

// renderForm saves the search shown.
func (s *saved) renderForm() app.UI {
	q, ok := s.here()
	if !ok {
		return app.Elem("div").Hidden(true)
	}
	name, label, do := queryName(q), "Save this search as", "Save"
	if i := s.state.Find(q); i >= 0 {
		name, label, do = s.state.Saved[i].Name, "This search is saved as", "Call it this"
	}
	return markup(`
		<form class=saved-form onsubmit=$>
			<label class=menu-label for=saved-name>$</label>
			<div class=saved-line>
				<input id=saved-name class='menu-box saved-box' type=text autocomplete=off maxlength=200 value=$/>
				<button id=saved-save class='button button-main' type=submit>$</button>
			</div>
		</form>`, s.onSave, label, name, do)
}

func (s *saved) renderList() app.UI {
	list := s.state.Saved
	if len(list)+len(s.dropped) == 0 {
		if s.At.isSought() {
			return app.Elem("div").Hidden(true)
		}
		return words("p", "saved-none", "Nothing is saved yet. The star beside the search box saves what is searched for.")
	}
	return elem("ul", "saved-list", append(
		several(len(list), func(i int) app.UI { return s.renderSaved(i) }),
		several(len(s.dropped), func(i int) app.UI { return s.renderDropped(i) })...,
	)...)
}

func (s *saved) renderSaved(i int) app.UI {
	k := &s.state.Saved[i]
	if k.Query == s.renamed {
		return markup(`
			<li class=saved-entry>
				<form class=saved-line onsubmit=$>
					<label class=unseen for=saved-other>Name</label>
					<input id=saved-other class='menu-box saved-box' type=text autocomplete=off maxlength=200 value=$/>
					<button class=button type=submit>Rename</button>
				</form>
			</li>`, s.onRenamed, k.Name)
	}
	about := queryAbout(k.Query)
	if k.Name == queryName(k.Query) {
		about = settingWords(k.Query)
	}
	return markup(`
		<li class=saved-entry>
			<a class=saved-go href=$>$</a> <span class=saved-about>$</span>
			<span class=saved-ways>$ $</span>
		</li>`, queryAddress(k.Query).String(), k.Name, about,
		s.entryButton("Rename", k.Name, i, s.onRename), s.entryButton("Delete", k.Name, i, s.onDrop))
}

func (s *saved) entryButton(do, name string, i int, on app.EventHandler) app.HTMLElem {
	return markup(`<button class='link saved-do' type=button aria-label=$ data-place=$ onclick=$>$</button>`, do+" "+name, i, on, do).(app.HTMLElem)
}

// renderDropped offers to take a deletion back.
func (s *saved) renderDropped(i int) app.UI {
	k := &s.dropped[i]
	return markup(`
		<li class='saved-entry saved-dropped'>
			<span class=saved-go>$</span> <span class=saved-about>deleted</span>
			<span class=saved-ways>$</span>
		</li>`, k.Name, with(s.entryButton("Put back", k.Name, i, s.onPutBack), "id", backID(i)))
}

func (s *saved) renderHistory() app.UI {
	list := s.state.History
	if len(list) == 0 {
		return app.Elem("div").Hidden(true)
	}
	return markup(`
		<section class=saved-history aria-labelledby=saved-before>
			<div class=saved-head>
				<h3 id=saved-before class=help-name>Searched before</h3>
				<button id=saved-forget class='link saved-do' type=button onclick=$>Forget history</button>
			</div>
			<ul class='saved-list saved-past'>$</ul>
		</section>`, s.onForget,
		several(len(list), func(i int) app.UI {
			q := list[i].Query
			return markup(`<li class=saved-entry><a class=saved-go href=$>$</a> <span class=saved-about>$</span></li>`,
				queryAddress(q).String(), queryName(q), settingWords(q))
		}))
}

// queryAbout says what a saved search is.
func queryAbout(q protocol.Query) string { return facts(queryName(q), settingWords(q)) }

// settingWords says how a search is set, if not as usual.
func settingWords(q protocol.Query) string {
	a := queryAddress(q)
	exactly, fold, order := "", "", ""
	if q.Exactly {
		exactly = "as spelt"
	}
	if q.Fold != 0 {
		fold = optionText(hitFolds, foldNames[a.fold])
	}
	if q.Order != 0 {
		order = optionText(hitOrders, orderNames[a.order])
	}
	return facts(exactly, fold, order)
}

func (s *saved) onSave(ctx app.Context, e app.Event) {
	e.PreventDefault()
	q, _ := s.here()
	s.save(ctx, action.KeptSearch{Name: app.Window().GetElementByID(savedNameID).Get("value").String(), Query: q})
	closeDialog(savedID)
}

func (s *saved) save(ctx app.Context, k action.KeptSearch) {
	s.dropped = without(s.dropped, k.Query)
	ctx.NewActionWithValue(action.SaveSearch, k)
}

func (s *saved) onRename(ctx app.Context, _ app.Event) {
	if i := dataInt(ctx, "place"); i >= 0 && i < len(s.state.Saved) {
		s.renamed = s.state.Saved[i].Query
		s.goTo(savedOtherID)
	}
}

func (s *saved) onRenamed(ctx app.Context, e app.Event) {
	e.PreventDefault()
	name := app.Window().GetElementByID(savedOtherID).Get("value").String()
	s.save(ctx, action.KeptSearch{Name: name, Query: s.renamed})
	s.renamed = protocol.Query{}
	s.goTo(savedTitleID)
}

func (s *saved) onDrop(ctx app.Context, _ app.Event) { s.drop(ctx, dataInt(ctx, "place")) }

func (s *saved) drop(ctx app.Context, i int) {
	if i < 0 || i >= len(s.state.Saved) {
		return
	}
	k := s.state.Saved[i]
	s.dropped = append(without(s.dropped, k.Query), k)
	ctx.NewActionWithValue(action.DropSearch, k.Query)
	s.goTo(backID(len(s.dropped) - 1))
}

// backID is the id of the button that takes a deletion back.
func backID(i int) string { return "saved-back-" + strconv.Itoa(i) }

func (s *saved) onPutBack(ctx app.Context, _ app.Event) {
	if i := dataInt(ctx, "place"); i >= 0 && i < len(s.dropped) {
		s.save(ctx, s.dropped[i])
		s.goTo(savedTitleID)
	}
}

// without is a list of searches without one.
func without(list []action.KeptSearch, q protocol.Query) []action.KeptSearch {
	var rest []action.KeptSearch
	for _, k := range list {
		if k.Query != q {
			rest = append(rest, k)
		}
	}
	return rest
}

func (s *saved) onForget(ctx app.Context, _ app.Event) {
	ctx.NewAction(action.ForgetHistory)
	s.goTo(savedTitleID)
}
