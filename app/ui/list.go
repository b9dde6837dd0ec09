package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
)

// virtualList draws of a long list only the rows near the screen, between two
// spacers as tall as the rest. Rows may differ in height: each is measured once
// it was drawn. The page scrolls, not the list.
//
// 10,000 plain rows take 2.5 s to mount in go-app, so nothing long goes without.
type virtualList struct {
	app.Compo
	ID      string
	Label   string   // for screen readers
	Heights *heights // kept by the owner, so that a list seen again is as tall as before
	Row     func(i int) app.UI
	// OnRange, if set, is told which rows are drawn, so that their content can be
	// fetched.
	OnRange func(app.Context, action.Range)

	drawn  action.Range
	scroll app.Func
}

const (
	// firstRows are drawn before the height of the screen is known.
	firstRows = 12
	// overscan is how far beyond the screen rows are drawn, in pixels: two turns
	// of the wheel, so that none is seen to appear.
	overscan = 400
	// rowStep: ranges begin and end at a multiple of it, so that scrolling by a
	// row does not redraw all of them.
	rowStep = 4
)

// CompoID keeps one list from being turned into another.
func (l *virtualList) CompoID() string { return l.ID }

func (l *virtualList) OnMount(ctx app.Context) {
	if l.drawn == (action.Range{}) {
		l.drawn = action.Range{To: firstRows}
	}
	l.scroll = app.FuncOf(func(app.Value, []app.Value) any {
		if l.visible() != l.drawn {
			ctx.Dispatch(l.look)
		}
		return nil
	})
	app.Window().Call("addEventListener", "scroll", l.scroll, map[string]any{"passive": true})
	ctx.Defer(l.settle)
}

func (l *virtualList) OnDismount() {
	app.Window().Call("removeEventListener", "scroll", l.scroll)
	l.scroll.Release()
}

// OnUpdate measures what the owner changed, once it is drawn.
func (l *virtualList) OnUpdate(ctx app.Context) { ctx.Defer(l.settle) }

func (l *virtualList) OnResize(ctx app.Context) { ctx.Defer(l.settle) }

func (l *virtualList) Render() app.UI {
	from, to := max(0, l.drawn.From), min(l.drawn.To, l.Heights.len())
	if to == 0 {
		to = min(firstRows, l.Heights.len())
	}
	body := make([]app.UI, 0, to-from+2)
	body = append(body, spacer(l.Heights.top(from)))
	for i := from; i < to; i++ {
		body = append(body, app.Div().
			Class("list-row").
			DataSet("row", i).
			Attr("role", "listitem").
			Aria("setsize", l.Heights.len()).
			Aria("posinset", i+1).
			Body(l.Row(i)))
	}
	body = append(body, spacer(l.Heights.top(l.Heights.len())-l.Heights.top(to)))
	return app.Div().ID(l.ID).Class("list").Attr("role", "list").Aria("label", l.Label).Body(body...)
}

// spacer stands for rows that are not drawn. An SVG's height is an attribute,
// which the content-security policy allows where it forbids inline styles.
func spacer(height int) app.UI {
	return svg("svg").Class("spacer").Attr("height", height).Attr("width", 1).Aria("hidden", "true")
}

// settle measures the rows drawn and looks whether they are the right ones.
func (l *virtualList) settle(ctx app.Context) {
	if app.IsServer {
		l.tell(ctx)
		return
	}
	rows := l.JSValue().Get("children")
	for i := 1; i < rows.Length()-1; i++ {
		l.Heights.set(l.drawn.From+i-1, rows.Index(i).Get("offsetHeight").Int())
	}
	l.look(ctx)
}

// look draws other rows when others are near the screen.
func (l *virtualList) look(ctx app.Context) {
	if now := l.visible(); now != l.drawn {
		l.drawn = now
		ctx.Update()
		ctx.Defer(l.settle)
	}
	l.tell(ctx)
}

func (l *virtualList) tell(ctx app.Context) {
	if l.OnRange != nil {
		l.OnRange(ctx, action.Range{From: max(0, l.drawn.From), To: min(l.drawn.To, l.Heights.len())})
	}
}

// visible is the range of rows near the screen.
func (l *virtualList) visible() action.Range {
	if app.IsServer {
		return l.drawn
	}
	top := l.JSValue().Call("getBoundingClientRect").Get("top").Int()
	_, screen := app.Window().Size()
	from := l.Heights.row(-top-overscan) / rowStep * rowStep
	to := (l.Heights.row(-top+screen+overscan)/rowStep + 1) * rowStep
	return action.Range{From: from, To: to}
}
