package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
)

// beside is two documents side by side, paragraph by paragraph.
type beside struct {
	app.Compo
	At address

	now     action.Facing
	version int // of the answer that page was made of
	page    *facedPage
	made    int // pages
	sheets  sheets
	current int    // the difference the person stands on, -1 for none
	said    string // of it
}

func (v *beside) OnMount(ctx app.Context) {
	v.current = -1
	ctx.Handle(keyAction, func(ctx app.Context, a app.Action) { v.step(ctx, stepOf(a.Value)) })
	ctx.Handle(goDifference, func(ctx app.Context, a app.Action) {
		if n, ok := a.Value.(int); ok && v.page != nil && n < len(v.page.differs) {
			v.goTo(ctx, n)
		}
	})
	ctx.ObserveState(action.FacingState, &v.now).OnChange(func() { v.ask(ctx) })
	v.ask(ctx)
}

func (v *beside) OnUpdate(ctx app.Context) { v.ask(ctx) }

func (v *beside) asked() action.Comparing { return action.Comparing{A: v.At.doc, B: v.At.other} }

// ask asks for what the address names and takes in what was answered; if it was
// asked before, nothing happens.
func (v *beside) ask(ctx app.Context) {
	ctx.NewActionWithValue(action.Face, v.asked())
	v.arrange(ctx)
}

// arrange makes the answer ready to be shown, anew if it is to be shown otherwise.
func (v *beside) arrange(ctx app.Context) {
	n := v.now
	if n.Status != action.Ready || n.Asked != v.asked() {
		return
	}
	if v.page != nil && v.version == n.Version && v.page.showing == v.At.apparatus {
		return
	}
	v.made++
	v.version, v.page = n.Version, newFacedPage(v.made, n.Answer, v.At.apparatus)
	v.current, v.said = -1, ""
	v.sheets.begin(v.page)
	ctx.Page().SetTitle("%s – side by side – Clippings", docName(&n.Answer.Here))
	v.sheets.draw(ctx, func(app.Context) {})
}

// step leads to the next difference or the one before.
func (v *beside) step(ctx app.Context, by int) {
	if by != 0 && v.page != nil {
		v.goTo(ctx, stepped(v.current, by, len(v.page.differs)))
	}
}

func (v *beside) goTo(ctx app.Context, n int) {
	v.current = n
	if n < 0 {
		v.said = ""
		return
	}
	v.said = "Difference " + number(n+1) + " of " + number(len(v.page.differs)) + ": " + v.page.tell(n)
	ctx.Defer(func(app.Context) { revealPlace(n) })
}

func (v *beside) Render() app.UI {
	busy := v.now.Status == action.Loading || v.page != nil && !v.sheets.done
	return markup(`<section id=beside class=beside aria-busy=$>$</section>`, busy, v.renderBody())
}

func (v *beside) renderBody() []app.UI {
	title := markup(`<h1 class=view-title tabindex=-1 data-focus=1>Side by side</h1>`)
	switch {
	case v.now.Status == action.Failed:
		return []app.UI{title, failure("The two could not be compared", v.now.Err)}
	case v.page == nil || v.page.answer.Here.ID != v.At.doc && v.page.answer.There.ID != v.At.other && v.page.answer.Here.ID != v.At.other:
		return []app.UI{title, markup(`<p class=empty role=status>Comparing …</p>`)}
	}
	return []app.UI{
		v.renderWays(),
		markup(`<header class=view-head>$<p id=beside-count class=view-note role=status>$</p></header>`, title, v.page.counts()),
		v.renderHeads(),
		markup(`<div class=beside-stays>$<p class=beside-names aria-hidden=true><span>$</span><span>$</span></p></div>`, v.renderBar(), v.page.names[0], v.page.names[1]),
		markup(`<div id=text class=beside-text>$</div>`, v.sheets.render(v.page.rowOf(v.current), v.current)),
	}
}
