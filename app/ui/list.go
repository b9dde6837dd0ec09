package ui

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
)

// virtualList draws of a long list only the rows near the screen, between two
// spacers as tall as the rest. Rows may differ in height: each is measured once
// it was drawn. The page scrolls, not the list.
//
// 10,000 plain rows take 2.5 s to mount in go-app, so nothing long goes without.
//
// go-app compares children by position: had the rows no place of their own, each
// would be drawn over by another with every turn of the wheel, the one with the
// focus too. So rows come in parts of a few, a part keeps its position as long as
// it can, and parts scrolled away leave an empty element there:
//
//	spacer, empty, empty, part, part, part, spacer
type virtualList struct {
	app.Compo
	ID      string
	Label   string   // for screen readers
	Table   bool     // the rows are those of a table, whose head stands outside
	Heights *heights // kept by the owner, so that a list seen again is as tall as before
	Row     func(i int) app.UI
	// OnRange, if set, is told which rows are drawn, so that their content can be
	// fetched.
	OnRange func(app.Context, action.Range)

	drawn    action.Range
	base     int  // the first part that has a position
	settling bool // a measurement is due
	scroll   app.Func
}

const (
	// firstRows are drawn before the height of the screen is known, and as many
	// anew in one frame unless the screen shows more: a row takes 1 to 2 ms.
	firstRows = 8
	// overscan is how far beyond the screen rows are drawn, in pixels: two turns
	// of the wheel, so that none is seen to appear.
	overscan = 400
	// rowStep is how many rows make a part.
	rowStep = 4
	// mostEmpty parts have a position before those drawn; then all are placed
	// anew, with half as many for the way back. An empty one costs 10 µs.
	mostEmpty = 64
	// settleAfter a change rows are measured: in the frame that drew them the
	// browser would have to lay out the page once more.
	settleAfter = 25 * time.Millisecond
)

// CompoID keeps one list from being turned into another.
func (l *virtualList) CompoID() string { return l.ID }

func (l *virtualList) OnMount(ctx app.Context) {
	if l.drawn == (action.Range{}) {
		l.drawn = action.Range{To: firstRows}
	}
	l.scroll = app.FuncOf(func(app.Value, []app.Value) any {
		if l.visible(overscan) != l.drawn {
			ctx.Dispatch(func(ctx app.Context) { l.look(ctx) })
		}
		return nil
	})
	app.Window().Call("addEventListener", "scroll", l.scroll, map[string]any{"passive": true})
	l.settleLater(ctx)
}

func (l *virtualList) OnDismount() {
	app.Window().Call("removeEventListener", "scroll", l.scroll)
	l.scroll.Release()
}

// OnUpdate measures what the owner changed, once it is drawn.
func (l *virtualList) OnUpdate(ctx app.Context) { l.settleLater(ctx) }

func (l *virtualList) OnResize(ctx app.Context) { l.settleLater(ctx) }

func (l *virtualList) Render() app.UI {
	from, to := max(0, l.drawn.From), min(l.drawn.To, l.Heights.len())
	if to == 0 {
		to = min(firstRows, l.Heights.len())
	}
	l.base = rebase(l.base, from/rowStep)
	body := make([]app.UI, 0, (to-1)/rowStep-l.base+3)
	body = append(body, spacer(l.Heights.top(from)))
	for part := l.base; part*rowStep < to; part++ {
		if part*rowStep < from {
			body = append(body, app.Elem("span").Hidden(true))
			continue
		}
		body = append(body, l.renderPart(part*rowStep, min(to, (part+1)*rowStep)))
	}
	// The last spacer stands apart, or each new part would take its position.
	role := "list"
	if l.Table {
		role = "rowgroup"
	}
	return app.Elem("div").ID(l.ID).Class("list").Attr("role", role).Aria("label", l.Label).Body(
		app.Elem("div").Class("list-parts").Attr("role", "presentation").Body(body...),
		spacer(l.Heights.top(l.Heights.len())-l.Heights.top(to)),
	)
}

// rebase is the first part to have a position when first is the first one drawn.
func rebase(base, first int) int {
	if first < base || first > base+mostEmpty {
		return max(0, first-mostEmpty/2)
	}
	return base
}

func (l *virtualList) renderPart(from, to int) app.UI {
	rows := make([]app.UI, 0, to-from)
	for i := from; i < to; i++ {
		row := app.Elem("div").Class("list-row").DataSet("row", i)
		if l.Table {
			row.Attr("role", "row").Aria("rowindex", i+2)
		} else {
			row.Attr("role", "listitem").Aria("setsize", l.Heights.len()).Aria("posinset", i+1)
		}
		rows = append(rows, row.Body(l.Row(i)))
	}
	return app.Elem("div").Class("list-part").Attr("role", "presentation").Body(rows...)
}

// spacer stands for rows that are not drawn. An SVG's height is an attribute,
// which the content-security policy allows where it forbids inline styles.
func spacer(height int) app.UI {
	return svg("svg").Class("spacer").Attr("height", height).Attr("width", 1).Aria("hidden", "true")
}

// settleLater has the rows drawn measured once the browser has laid them out.
func (l *virtualList) settleLater(ctx app.Context) {
	if l.settling {
		return
	}
	if app.IsServer {
		l.tell(ctx)
		return
	}
	l.settling = true
	ctx.After(settleAfter, l.settle)
}

// settle measures the rows drawn and looks whether they are the right ones.
func (l *virtualList) settle(ctx app.Context) {
	l.settling = false
	rows, news := l.JSValue().Call("querySelectorAll", ".list-row"), false
	for i := range rows.Length() {
		if l.Heights.set(l.drawn.From+i, rows.Index(i).Get("offsetHeight").Int()) {
			news = true
		}
	}
	if !l.look(ctx) && !news {
		ctx.PreventUpdate() // or it would be measured again, and so on
	}
}

// look draws other rows when others are near the screen: first what the screen
// shows, then, a frame later, what is beyond it. It reports whether it did; what
// dispatched it has the list drawn.
func (l *virtualList) look(ctx app.Context) bool {
	now := l.visible(overscan)
	if missing(l.drawn, now) > firstRows {
		now = l.visible(0)
	}
	changed := now != l.drawn
	if changed {
		l.drawn = now
		l.settleLater(ctx)
	}
	l.tell(ctx)
	return changed
}

func (l *virtualList) tell(ctx app.Context) {
	if l.OnRange != nil {
		l.OnRange(ctx, action.Range{From: max(0, l.drawn.From), To: min(l.drawn.To, l.Heights.len())})
	}
}

// visible is the range of rows that are on the screen or so many pixels beyond.
func (l *virtualList) visible(beyond int) action.Range {
	if app.IsServer {
		return l.drawn
	}
	top := l.JSValue().Call("getBoundingClientRect").Get("top").Int()
	_, screen := app.Window().Size()
	from := l.Heights.row(-top-beyond) / rowStep * rowStep
	to := (l.Heights.row(-top+screen+beyond)/rowStep + 1) * rowStep
	return action.Range{From: from, To: to}
}

// missing is how many rows of want are not in have.
func missing(have, want action.Range) int {
	both := min(have.To, want.To) - max(have.From, want.From)
	return want.To - want.From - max(0, both)
}
