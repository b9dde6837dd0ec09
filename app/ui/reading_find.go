package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// Actions between the finder and the text it looks through.
const (
	openFold   = "ui/fold"       // int: the block of a fold to open, -1 for none
	endFinding = "ui/find/close" // protocol.Span: the place found last; nil for none
)

const finderID = "find-in-text"

// openFinder opens the box, or goes back to it.
func (r *reading) openFinder(ctx app.Context) {
	r.finding = true
	r.leaveMatch()
	ctx.Defer(func(app.Context) {
		box := app.Window().GetElementByID(finderID)
		focus(box)
		if box.Truthy() {
			box.Call("select")
		}
	})
}

// handleEndFinding puts the box away; the focus goes to the paragraph that was
// found, or to what opens the box.
func (r *reading) handleEndFinding(ctx app.Context, a app.Action) {
	r.finding = false
	if at, ok := a.Value.(protocol.Span); ok {
		r.goToPlace(ctx, at.Start)
		return
	}
	r.focusDrawn("find-open")
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
	painted int // counts paintings: an older one stops
}

func (f *finder) OnMount(ctx app.Context) { f.take(ctx) }

func (f *finder) OnUpdate(ctx app.Context) { f.take(ctx) }

func (f *finder) OnDismount() {
	f.painted++
	paint(paintAll, 0, nil)
	paint(paintHere, 0, nil)
}

// take looks through another text for the same words.
func (f *finder) take(ctx app.Context) {
	if f.version == f.Version {
		return
	}
	f.version = f.Version
	f.lines, f.folded = f.Page.linesOf(f.Whole), nil
	ctx.Dispatch(func(ctx app.Context) {
		f.fold()
		if f.typed != "" {
			f.find(ctx, f.typed)
		}
	})
}

// fold makes the text ready to be looked through, once.
func (f *finder) fold() {
	if f.folded != nil {
		return
	}
	parts := make([]protocol.Span, len(f.lines))
	for i := range f.lines {
		parts[i] = f.lines[i].span
	}
	f.folded = newFoldedText(f.Page.article.Document.Text, parts)
}

// find looks for words, and goes to the first of them at or after what is seen.
func (f *finder) find(ctx app.Context, typed string) {
	f.fold()
	f.typed, f.hits, f.at = typed, f.folded.all(typed), 0
	f.goTo(ctx)
}

// step goes to the next hit, round and round.
func (f *finder) step(ctx app.Context, by int) {
	if n := len(f.hits); n > 0 {
		f.at = (f.at + by + n) % n
		f.goTo(ctx)
	}
}

// Names of highlights: all that was found, and the place the person is at.
const (
	paintAll  = "found"
	paintHere = "found-here"
)

// goTo shows the hit the person is at, in a fold too.
func (f *finder) goTo(ctx app.Context) {
	f.painted++
	painting := f.painted
	if f.at >= len(f.hits) {
		paint(paintAll, 0, nil)
		paint(paintHere, 0, nil)
		return
	}
	hit := f.hits[f.at]
	i, _ := lineAt(f.lines, hit.Start)
	fold := -1
	if f.lines[i].fold {
		fold = f.lines[i].block
	}
	ctx.NewActionWithValue(openFold, fold)
	show := func(ctx app.Context) {
		element := f.lines[i].element()
		if painting != f.painted || !element.Truthy() {
			return
		}
		nodes := nodesOf(element)
		paint(paintHere, 1, f.Page.rangeOf(nil, &nodes, &f.lines[i], hit))
		reveal(element, "center")
		f.paintAround(ctx, painting)
	}
	ctx.Defer(func(ctx app.Context) { // once the fold is open
		if fold < 0 {
			show(ctx)
			return
		}
		ctx.Dispatch(func(ctx app.Context) { ctx.Defer(show) })
	})
}

const (
	paintAtOnce = 40  // hits, in a frame: some 5 ms
	paintAround = 200 // to each side of the place the person is at: some screens
)

// paintAround marks the hits around the place the person is at.
func (f *finder) paintAround(ctx app.Context, painting int) {
	first, to := max(0, f.at-paintAround), min(f.at+paintAround, len(f.hits))
	var ranges []any
	line, nodes := -1, textNodes{}
	last := protocol.Span{} // of line
	var some func(ctx app.Context)
	some = func(ctx app.Context) {
		if painting != f.painted {
			return
		}
		for n := 0; n < paintAtOnce && first < to; n++ {
			hit := f.hits[first]
			if hit.Start < last.Start || hit.Start >= last.End {
				line, _ = lineAt(f.lines, hit.Start)
				last, nodes = f.lines[line].span, textNodes{}
				if e := f.lines[line].element(); e.Truthy() {
					nodes = nodesOf(e)
				}
			}
			ranges = f.Page.rangeOf(ranges, &nodes, &f.lines[line], hit)
			first++
		}
		if first < to {
			ctx.Dispatch(func(ctx app.Context) { // deferred from here it would be done in the same frame
				ctx.Defer(some)
				ctx.PreventUpdate()
			})
			return
		}
		paint(paintAll, 0, ranges)
	}
	some(ctx)
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

func (f *finder) close(ctx app.Context) {
	if f.at < len(f.hits) {
		ctx.NewActionWithValue(endFinding, f.hits[f.at])
		return
	}
	ctx.NewAction(endFinding)
}
