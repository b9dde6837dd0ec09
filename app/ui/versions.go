package ui

import (
	"errors"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// versions is all versions of a text in one: a reading text, the places where the
// others differ from it boxed, and what each of them has there beside it.
type versions struct {
	app.Compo
	At address

	now     action.Versions
	saved   action.Saved
	before  int // savings before this view
	version int // of the answer that page was made of
	page    *collated
	head    *versionHead
	made    int // pages
	sheets  sheets
	current int    // the difference the person stands on, -1 for none
	said    string // of it
	titles  int    // headlines shown
	listed  int    // versions listed
}

func (v *versions) OnMount(ctx app.Context) {
	v.current, v.titles, v.listed = -1, titleStep, versionStep
	ctx.GetState(action.SavedState, &v.saved)
	v.before = v.saved.Count
	ctx.ObserveState(action.SavedState, &v.saved)
	ctx.Handle(keyAction, func(ctx app.Context, a app.Action) { v.step(ctx, stepOf(a.Value)) })
	ctx.Handle(goDifference, v.handleGo)
	ctx.ObserveState(action.VersionsState, &v.now).OnChange(func() { v.ask(ctx) })
	v.ask(ctx)
}

func (v *versions) OnUpdate(ctx app.Context) { v.ask(ctx) }

// ask asks for what the address names and takes in what was answered; if it was
// asked before, nothing happens.
func (v *versions) ask(ctx app.Context) {
	ctx.NewActionWithValue(action.Collate, v.At.doc)
	v.arrange(ctx)
}

// arrange makes the answer ready to be shown, anew if it is to be shown otherwise.
func (v *versions) arrange(ctx app.Context) {
	n := v.now
	if n.Status != action.Ready || n.Asked != v.At.doc {
		return
	}
	if v.page != nil && v.version == n.Version && v.page.showing == v.At.apparatus {
		return
	}
	v.made++
	page := newCollated(v.made, n.Answer, v.At.apparatus)
	kept := keepPlace(v.page)
	v.current, v.said = page.sameDifference(v.page, v.current), ""
	if v.version != n.Version {
		v.head = newVersionHead(page)
	}
	v.version, v.page = n.Version, page
	v.sheets.begin(page)
	ctx.Page().SetTitle("%s – all versions – Clippings", docName(&n.Answer.Base))
	v.sheets.draw(ctx, func(app.Context) { kept.restore(page) })
}

// step leads to the next difference or the one before.
func (v *versions) step(ctx app.Context, by int) {
	if by != 0 && v.page != nil {
		v.goTo(ctx, stepped(v.current, by, len(v.page.differences)))
	}
}

func (v *versions) handleGo(ctx app.Context, a app.Action) {
	if n, ok := a.Value.(int); ok && v.page != nil && n < len(v.page.differences) {
		v.goTo(ctx, n)
	}
}

// goTo marks a difference, tells it and scrolls to it.
func (v *versions) goTo(ctx app.Context, n int) {
	v.current = n
	if n < 0 {
		v.said = ""
		return
	}
	v.said = "Difference " + number(n+1) + " of " + number(len(v.page.differences)) + ": " + v.page.tell(&v.page.differences[n])
	ctx.Defer(func(app.Context) { revealPlace(n) })
}

func (v *versions) Render() app.UI {
	busy := v.now.Status == action.Loading || v.page != nil && !v.sheets.done
	return markup(`<section id=versions class=versions aria-busy=$>$</section>`, busy, v.renderBody())
}

func (v *versions) renderBody() []app.UI {
	title := markup(`<h1 class=view-title tabindex=-1 data-focus=1>All versions</h1>`)
	switch {
	case v.now.Status == action.Failed && errors.Is(v.now.Err, protocol.ErrNotFound):
		return []app.UI{title, v.renderAlone()}
	case v.now.Status == action.Failed:
		return []app.UI{title, failure("The versions could not be compared", v.now.Err)}
	case v.page == nil || !v.isOfGroup():
		return []app.UI{title, markup(`<p class=empty role=status>Comparing …</p>`)}
	}
	var table app.UI // drawn when there is time
	if v.sheets.done {
		table = v.renderTable()
	}
	return []app.UI{
		v.renderWays(), v.renderHead(title), v.renderBar(),
		markup(`<div class=versions-columns><article id=text class=versions-text>$</article>$</div>`,
			v.sheets.render(v.page.rowOf(v.current), v.current), v.renderStrip()),
		elem("div", "", table),
	}
}

// isOfGroup reports whether what is shown until the answer comes is at least of
// the same group.
func (v *versions) isOfGroup() bool {
	return slices.Contains(v.page.answer.Group.DocIDs(), v.At.doc)
}

func (v *versions) renderAlone() app.UI {
	return markup(`
		<div class=empty role=alert>
			<p class=empty-title>There is nothing to compare.</p>
			<p>No copy of this text is among the files that are open. <a class=link href=$>Read it</a></p>
		</div>`, address{view: viewReading, doc: v.At.doc}.String())
}
