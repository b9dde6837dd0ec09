package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// Actions between the finder and the text it looks through.
const (
	openFold   = "ui/fold"       // int: the block of a fold to open, -1 for none
	endFinding = "ui/find/close" // nil
)

const finderID = "find-in-text"

// openFinder opens the box, or goes back to it.
func (r *reading) openFinder(ctx app.Context) {
	r.finding = true
	ctx.Defer(func(app.Context) {
		box := app.Window().GetElementByID(finderID)
		focus(box)
		if box.Truthy() {
			box.Call("select")
		}
	})
}

func (r *reading) handleOpenFold(_ app.Context, a app.Action) {
	r.open, _ = a.Value.(int)
}

func (r *reading) renderFinder() app.UI {
	if !r.finding {
		return app.Elem("div").Hidden(true)
	}
	return &finder{Page: r.page, Version: r.version, Whole: r.whole}
}

// finder looks for words in the text that is open. What it finds is painted over
// the text, which stays as it is drawn.
type finder struct {
	app.Compo
	Page    *page
	Version int
	Whole   bool

	version int // of the page the rest is about
	lines   []textLine
	folded  *foldedText
	typed   string
	hits    []protocol.Span
	at      int // the hit gone to
	all     painter
	one     painter
	painted int // counts paintings: an older one stops
}

func (f *finder) OnMount(ctx app.Context) {
	f.all, f.one = painter{name: "found"}, painter{name: "found-here"}
	f.take(ctx)
}

func (f *finder) OnUpdate(ctx app.Context) { f.take(ctx) }

func (f *finder) OnDismount() {
	f.all.clear()
	f.one.clear()
}

// take looks through another text for the same words.
func (f *finder) take(ctx app.Context) {
	if f.version == f.Version {
		return
	}
	f.version = f.Version
	f.lines, f.folded = f.Page.linesOf(f.Whole), nil
	if f.typed != "" {
		ctx.Dispatch(func(ctx app.Context) { f.find(ctx, f.typed) })
	}
}

// find looks for words, and goes to the first of them at or after what is seen.
func (f *finder) find(ctx app.Context, typed string) {
	if f.folded == nil {
		parts := make([]protocol.Span, len(f.lines))
		for i := range f.lines {
			parts[i] = f.lines[i].span
		}
		f.folded = newFoldedText(f.Page.article.Document.Text, parts)
	}
	f.typed, f.hits, f.at = typed, f.folded.all(typed), 0
	f.paint(ctx)
	f.goTo(ctx)
}

// step goes to the next hit, round and round.
func (f *finder) step(ctx app.Context, by int) {
	if n := len(f.hits); n > 0 {
		f.at = (f.at + by + n) % n
		f.goTo(ctx)
	}
}

// goTo shows the hit the person is at, in a fold too.
func (f *finder) goTo(ctx app.Context) {
	f.one.clear()
	if f.at >= len(f.hits) {
		return
	}
	hit := f.hits[f.at]
	i, _ := lineAt(f.lines, hit.Start)
	fold := -1
	if f.lines[i].fold {
		fold = f.lines[i].block
	}
	ctx.NewActionWithValue(openFold, fold)
	show := func(ctx app.Context) { // once the fold is open
		element := f.lines[i].element()
		if !element.Truthy() {
			return
		}
		nodes := nodesOf(element)
		f.one.add(f.rangeOf(&nodes, i, hit))
		reveal(element, "center")
	}
	ctx.Defer(func(ctx app.Context) {
		show(ctx)
		if fold >= 0 {
			ctx.Dispatch(func(ctx app.Context) { ctx.Defer(func(ctx app.Context) { show(ctx); f.paint(ctx) }) })
		}
	})
}

func (f *finder) rangeOf(nodes *textNodes, line int, hit protocol.Span) app.Value {
	text, start := f.Page.article.Document.Text, f.lines[line].span.Start
	a := utf16Len(text[start:hit.Start])
	return nodes.span(a, a+utf16Len(hit.Of(text)))
}

// paintAtOnce is how many hits are painted in a frame, at some 20 microseconds
// each.
const paintAtOnce = 400

// paint marks all hits, some in each frame.
func (f *finder) paint(ctx app.Context) {
	f.painted++
	f.all.clear()
	f.paintFrom(ctx, 0, f.painted)
}

func (f *finder) paintFrom(ctx app.Context, first, painting int) {
	if app.IsServer || first >= len(f.hits) {
		return
	}
	ctx.Defer(func(ctx app.Context) {
		if painting != f.painted {
			return
		}
		line, nodes := -1, textNodes{}
		to := min(first+paintAtOnce, len(f.hits))
		for _, hit := range f.hits[first:to] {
			if i, _ := lineAt(f.lines, hit.Start); i != line {
				line, nodes = i, textNodes{}
				if e := f.lines[i].element(); e.Truthy() {
					nodes = nodesOf(e)
				}
			}
			f.all.add(f.rangeOf(&nodes, line, hit))
		}
		f.paintFrom(ctx, to, painting)
	})
}

func (f *finder) Render() app.UI {
	return markup(`<form class=finder role=search aria-label='Find in this text' onsubmit=$>
		<label class=unseen for=find-in-text>Find in this text</label>
		<input id=find-in-text class=finder-box type=text autocomplete=off spellcheck=false placeholder='Find in this text' oninput=$ onkeydown=$/>
		<output class=finder-count role=status>$</output>
		<button id=find-previous class=tool type=button aria-label='Previous place' title='Previous place (Shift+Enter)' onclick=$>$</button>
		<button id=find-next class=tool type=submit aria-label='Next place' title='Next place (Enter)'>$</button>
		<button id=find-close class=tool type=button aria-label='Close the box' title='Close (Esc)' onclick=$>$</button>
	</form>`, f.onSubmit, f.onInput, f.onKey, f.count(), f.onPrevious, icon(iconBack), icon(iconNext), f.onClose, icon(iconClose))
}

// count says how many there are: "3 of 17".
func (f *finder) count() string {
	switch {
	case f.typed == "":
		return ""
	case len(f.hits) == 0:
		return "Not in this text"
	}
	return strconv.Itoa(f.at+1) + " of " + number(len(f.hits))
}

func (f *finder) onInput(ctx app.Context, _ app.Event) {
	f.find(ctx, ctx.JSSrc().Get("value").String())
}

func (f *finder) onSubmit(ctx app.Context, e app.Event) {
	e.PreventDefault()
	f.step(ctx, +1)
}

func (f *finder) onPrevious(ctx app.Context, _ app.Event) { f.step(ctx, -1) }

func (f *finder) onKey(ctx app.Context, e app.Event) {
	switch key := e.Get("key").String(); {
	case key == "Escape":
		e.PreventDefault()
		f.close(ctx)
	case key == "Enter" && e.Get("shiftKey").Bool():
		e.PreventDefault()
		f.step(ctx, -1)
	default:
		ctx.PreventUpdate()
	}
}

func (f *finder) onClose(ctx app.Context, _ app.Event) { f.close(ctx) }

// close puts the box away; the focus goes back to where it was opened.
func (f *finder) close(ctx app.Context) {
	ctx.NewAction(endFinding)
	ctx.Defer(func(app.Context) { focus(app.Window().GetElementByID("find-open")) })
}
