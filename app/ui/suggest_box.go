package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// How the search box and the list under it work together.

// watchOffers hears what may be offered.
func (h *header) watchOffers(ctx app.Context) {
	h.offers.close()
	ctx.ObserveState(action.SearchesState, &h.searches).OnChange(func() {
		if text, ok := typedIn(searchBox()); ok && text == "" {
			h.offers = recent(h.searches)
		}
	})
	ctx.ObserveState(action.SuggestedState, &h.suggested).OnChange(func() {
		if text, ok := typedIn(searchBox()); ok && text != "" && text == h.suggested.Asked.Text {
			h.offers = suggested(h.suggested)
		}
	})
}

func searchBox() app.Value { return app.Window().GetElementByID(searchID) }

// typedIn is what stands in the box, if it has the focus.
func typedIn(box app.Value) (string, bool) {
	if !box.Truthy() || !box.Equal(app.Window().Get("document").Get("activeElement")) {
		return "", false
	}
	return box.Get("value").String(), true
}

// offer asks what may be meant by what stands in the box.
func (h *header) offer(ctx app.Context, text string, cursor int) {
	if text == "" || !mayBeOffered(text[:cursor]) {
		h.dismiss(ctx)
		if text == "" {
			h.offers = recent(h.searches)
		}
		return
	}
	h.asking = true
	ctx.NewActionWithValue(action.Suggest, protocol.Suggest{Text: text, Cursor: uint32(cursor), Limit: mostOffered})
}

// dismiss closes the list, and waits for no answer.
func (h *header) dismiss(ctx app.Context) {
	h.offers.close()
	if h.asking {
		h.asking = false
		ctx.NewActionWithValue(action.Suggest, protocol.Suggest{})
	}
}

// cursorOf is where the caret stands, in bytes of the text of the box.
func cursorOf(box app.Value, text string) int {
	if at := box.Get("selectionStart"); at.Type() == app.TypeNumber {
		return bytesBefore(text, at.Int())
	}
	return len(text)
}

// onEnterBox shows kept searches in an empty box.
func (h *header) onEnterBox(ctx app.Context, _ app.Event) {
	if ctx.JSSrc().Get("value").String() == "" && len(h.offers.list) == 0 {
		h.offers = recent(h.searches)
	}
}

func (h *header) onLeaveBox(ctx app.Context, _ app.Event) {
	h.writeAddress()
	h.dismiss(ctx)
}

// onOffer takes the line that was pressed.
func (h *header) onOffer(ctx app.Context, e app.Event) {
	line := e.Get("target").Call("closest", "[data-offer]")
	if !line.Truthy() {
		return
	}
	if i, err := strconv.Atoi(line.Get("dataset").Get("offer").String()); err == nil {
		h.take(ctx, i)
	}
}

// onListKey answers keys while the list is open, and reports whether it did.
func (h *header) onListKey(ctx app.Context, e app.Event) bool {
	o := &h.offers
	if len(o.list) == 0 {
		return false
	}
	switch key := e.Get("key").String(); {
	case key == "ArrowDown":
		o.step(+1)
	case key == "ArrowUp":
		o.step(-1)
	case key == "Escape":
		h.dismiss(ctx)
	case (key == "Enter" || key == "Tab" && !e.Get("shiftKey").Bool()) && o.at >= 0:
		h.take(ctx, o.at)
	case key == "ArrowLeft" || key == "ArrowRight" || key == "Home" || key == "End" || key == "Enter":
		h.dismiss(ctx)
		return false
	default:
		return false
	}
	e.PreventDefault()
	if o.at >= 0 {
		ctx.Defer(func(app.Context) { reveal(app.Window().GetElementByID(offerID(o.at)), "nearest") })
	}
	return true
}

// take does what a line of the list stands for: it is put into the query, or
// searched for.
func (h *header) take(ctx app.Context, i int) {
	o := h.offers
	if i < 0 || i >= len(o.list) {
		return
	}
	h.offers.close()
	box, line := searchBox(), o.list[i]
	if line.put == "" {
		h.write(box, line.search.Query.Text, len(line.search.Query.Text))
		queryAddress(line.search.Query).follow(ctx)
		return
	}
	if box.Truthy() && box.Get("value").String() != o.asked {
		return // typed on meanwhile
	}
	text, cursor := o.put(o.asked, line)
	h.write(box, text, cursor)
	h.search(ctx, text, isTyping(text, utf16Len(text[:cursor])))
	h.offer(ctx, text, cursor)
}

// write sets the text of the box and the caret in it.
func (h *header) write(box app.Value, text string, cursor int) {
	if !box.Truthy() {
		return
	}
	at := utf16Len(text[:cursor])
	box.Set("value", text)
	box.Call("setSelectionRange", at, at)
	// What was written shows its end, as what is typed does.
	box.Set("scrollLeft", box.Get("scrollWidth"))
}
