package ui

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/app/files"
)

// dates shows when the documents of a result were published, and lets a part of
// that time be chosen: by dragging over the bars, or with two handles.
type dates struct {
	app.Compo
	Of view // whose documents, as of facets

	now      action.Facets
	version  int // of the answer the rest is made of
	bars     []bar
	from, to int // chosen: bars[from:to]
	dragged  int // the bar a drag began on; -1 when there is none
	table    bool
}

func (d *dates) OnMount(ctx app.Context) {
	d.dragged = -1
	ctx.ObserveState(facetState(d.Of), &d.now).OnChange(func() {
		d.arrived()
		ctx.Defer(func(app.Context) { d.placeHandles() })
	})
	d.arrived()
}

// placeHandles puts the handles where they belong: a browser that is told the
// value before the range cuts it off at the range of before.
func (d *dates) placeHandles() {
	if app.IsServer || len(d.bars) < 2 {
		return
	}
	for id, at := range map[string]int{datesFrom: d.from, datesTo: d.to} {
		if handle := app.Window().GetElementByID(id); handle.Truthy() {
			handle.Set("max", len(d.bars))
			handle.Set("value", at)
		}
	}
}

// datesFrom and datesTo are the ids of the handles.
const datesFrom, datesTo = "dates-from", "dates-to"

// arrived makes an answer ready to be drawn.
func (d *dates) arrived() {
	if d.version == d.now.Version || d.now.Status != action.Ready {
		return
	}
	d.version = d.now.Version
	d.bars = barsOf(d.now.Answer.Days)
	d.from, d.to, d.dragged = 0, len(d.bars), -1
}

// isChosen reports whether a part of the time is chosen.
func (d *dates) isChosen() bool { return d.from > 0 || d.to < len(d.bars) }

func (d *dates) Render() app.UI {
	if len(d.bars) == 0 && d.now.Answer.Undated == 0 {
		return app.Elem("div").Hidden(true)
	}
	var chart, undated, anytime app.UI
	if len(d.bars) > 0 {
		chart = d.renderChart()
	}
	if n := d.now.Answer.Undated; n > 0 {
		undated = button("undated", "link link-quiet", "Undated: "+number(n), d.onUndated)
	}
	if d.isFiltered() {
		anytime = button("anytime", "link link-quiet", "Any date", d.onAnytime)
	}
	return markup(`<section class='facet dates' aria-labelledby=facet-date><h3 id=facet-date class=facet-name>Date</h3>$<p class=dates-ways>$$</p></section>`,
		chart, undated, anytime)
}

// isFiltered reports whether the query asks for dates.
func (d *dates) isFiltered() bool {
	for _, f := range d.now.Filters {
		if f.Field == "date" && !f.Not {
			return true
		}
	}
	return d.Of == viewStories && slices.ContainsFunc(lockedChips(d.now.Query.Within), chip.isDate)
}

func (d *dates) renderChart() app.UI {
	if len(d.bars) == 1 {
		return words("p", "dates-span", d.bars[0].name()+": "+many(d.bars[0].documents, "document", "documents"))
	}
	at := across(d.bars[d.from:d.to])
	text := at.name() + ": " + many(at.documents, "document", "documents")
	var do app.UI
	if d.isChosen() {
		do = submit("dates-only", "Only these")
	}
	return markup(`
		<form class=dates-form onsubmit=$>
			<div class=dates-chart>
				$
				$$
			</div>
			<p class=dates-span role=status>$</p>
			$
			<details class=dates-table ontoggle=$><summary class='link link-quiet'>as a table</summary>$</details>
			<p class=dates-saves><button class='link link-quiet' type=button onclick=$>Save as SVG</button><button class='link link-quiet' type=button onclick=$>as CSV</button></p>
		</form>`,
		d.onOnly, d.renderBars(),
		d.renderHandle(datesFrom, "From", d.from, d.bars[d.from].from, d.onFrom),
		d.renderHandle(datesTo, "To", d.to, d.bars[d.to-1].to, d.onTo),
		text, do, d.onTable, d.renderTable(), d.onSaveChart, d.onSaveTable)
}

// chartHeight is how tall the highest bar is, in pixels.
const chartHeight = 56

// renderBars draws the bars as two paths: those chosen and the others.
func (d *dates) renderBars() app.UI {
	most := uint64(1)
	for _, b := range d.bars {
		most = max(most, b.documents)
	}
	var in, out []byte
	for i, b := range d.bars {
		if b.documents == 0 {
			continue
		}
		h := max(2, float64(b.documents)*chartHeight/float64(most)) // one document can be seen
		path := &out
		if d.from <= i && i < d.to {
			path = &in
		}
		*path = fmt.Appendf(*path, "M%g %dv%.1fh.84v%.1fz", float64(i)+.08, chartHeight, -h, h)
	}
	chart := with(svg("svg").Class("dates-bars").Body(
		with(svg("rect").Class("dates-chosen"), "x", strconv.Itoa(d.from), "y", "0", "width", strconv.Itoa(d.chosenWidth()), "height", strconv.Itoa(chartHeight)),
		with(svg("path").Class("dates-out"), "d", "M0 0"+string(out)),
		with(svg("path").Class("dates-in"), "d", "M0 0"+string(in)),
	), "viewBox", fmt.Sprintf("0 0 %d %d", len(d.bars), chartHeight),
		"preserveAspectRatio", "none", "height", strconv.Itoa(chartHeight), "aria-hidden", "true")
	for name, on := range map[string]app.EventHandler{
		"pointerdown": d.onPress, "pointermove": d.onDrag, "pointerup": d.onDrop, "pointercancel": d.onCancel,
	} {
		chart.On(name, on)
	}
	return chart
}

// chosenWidth is how many bars have the ground of what is chosen: when all are,
// it would say nothing.
func (d *dates) chosenWidth() int {
	if !d.isChosen() {
		return 0
	}
	return d.to - d.from
}

// renderHandle draws one end of what is chosen: it stands between two bars.
func (d *dates) renderHandle(id, name string, at int, day int32, on app.EventHandler) app.UI {
	return markup(`<input id=$ class=dates-handle type=range min=0 max=$ step=1 value=$ aria-label=$ aria-valuetext=$ oninput=$/>`,
		id, len(d.bars), at, name, dayTime(day).Format("2 January 2006"), on)
}

func (d *dates) onFrom(ctx app.Context, _ app.Event) {
	box := ctx.JSSrc()
	d.moveFrom(intValue(box))
	box.Set("value", d.from)
}

func (d *dates) onTo(ctx app.Context, _ app.Event) {
	box := ctx.JSSrc()
	d.moveTo(intValue(box))
	box.Set("value", d.to)
}

// moveFrom and moveTo leave one bar at least between the handles.
func (d *dates) moveFrom(at int) { d.from = max(0, min(at, d.to-1)) }
func (d *dates) moveTo(at int)   { d.to = min(len(d.bars), max(at, d.from+1)) }

func intValue(box app.Value) int {
	n, _ := strconv.Atoi(box.Get("value").String())
	return n
}

// barUnder is the bar below the pointer.
func (d *dates) barUnder(chart app.Value, e app.Event) int {
	box := chart.Call("getBoundingClientRect")
	width := box.Get("width").Float()
	if width <= 0 {
		return 0
	}
	x := e.Get("clientX").Float() - box.Get("left").Float()
	return max(0, min(int(x*float64(len(d.bars))/width), len(d.bars)-1))
}

func (d *dates) onPress(ctx app.Context, e app.Event) {
	if e.Get("button").Int() != 0 {
		return
	}
	e.PreventDefault()
	chart := ctx.JSSrc()
	chart.Call("setPointerCapture", e.Get("pointerId"))
	d.dragged = d.barUnder(chart, e)
	d.dragTo(d.dragged)
}

func (d *dates) onDrag(ctx app.Context, e app.Event) {
	if d.dragged < 0 {
		ctx.PreventUpdate()
		return
	}
	if !d.dragTo(d.barUnder(ctx.JSSrc(), e)) {
		ctx.PreventUpdate() // go-app draws the whole page anew
	}
}

// dragTo chooses the bars from the one the drag began on, and reports whether
// they are others.
func (d *dates) dragTo(at int) bool {
	from, to := d.from, d.to
	d.from, d.to = min(d.dragged, at), max(d.dragged, at)+1
	return d.from != from || d.to != to
}

func (d *dates) onDrop(ctx app.Context, _ app.Event) {
	if d.dragged < 0 {
		ctx.PreventUpdate()
		return
	}
	d.dragged = -1
	d.apply(ctx)
}

func (d *dates) onCancel(app.Context, app.Event) { d.from, d.to, d.dragged = 0, len(d.bars), -1 }

func (d *dates) onOnly(ctx app.Context, e app.Event) {
	e.PreventDefault()
	d.apply(ctx)
}

// apply puts the days chosen into the query.
func (d *dates) apply(ctx app.Context) {
	if at, filters, ok := asked(ctx, d.Of); ok && d.isChosen() {
		goSearch(ctx, chooseDates(at, filters, d.chosen().dateText()))
	}
}

// chosen is the time chosen.
func (d *dates) chosen() bar { return across(d.bars[d.from:d.to]) }

func (d *dates) onUndated(ctx app.Context, _ app.Event) {
	if at, filters, ok := asked(ctx, d.Of); ok {
		goSearch(ctx, chooseDates(at, filters, "date:none"))
	}
}

func (d *dates) onAnytime(ctx app.Context, _ app.Event) {
	if at, filters, ok := asked(ctx, d.Of); ok {
		goSearch(ctx, chooseDates(at, filters, ""))
	}
}

func (d *dates) onTable(ctx app.Context, _ app.Event) { d.table = ctx.JSSrc().Get("open").Bool() }

// renderTable tells the bars in words, once it is opened.
func (d *dates) renderTable() app.UI {
	if !d.table {
		return nil
	}
	return markup(`
		<table class=dates-rows>
			<thead><tr><th scope=col>Date</th><th scope=col>Documents</th></tr></thead>
			<tbody>$</tbody>
		</table>`,
		several(len(d.bars), func(i int) app.UI {
			return markup(`<tr><th scope=row>$</th><td class=figure>$</td></tr>`, d.bars[i].name(), number(d.bars[i].documents))
		}))
}

// onSaveTable saves the figures of the chart.
func (d *dates) onSaveTable(ctx app.Context, _ app.Event) {
	rows := [][]string{{"from", "to", "date", "documents"}}
	for _, b := range d.bars {
		rows = append(rows, []string{isoDay(b.from), isoDay(b.to), b.name(), strconv.FormatUint(b.documents, 10)})
	}
	ctx.NewActionWithValue(action.SaveTable, action.Table{Name: "clippings-dates.csv", Rows: rows})
}

// onSaveChart saves the chart as it looks.
func (d *dates) onSaveChart(app.Context, app.Event) {
	// It can fail only where there is no window.
	_ = files.SaveChart(app.Window().Get("document").Call("querySelector", ".dates-bars"), "clippings-dates.svg")
}
