package ui

import (
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// facets shows what the documents of a result have in common, beside the hits.
// A value that is pressed goes into the query, or out of it.
type facets struct {
	app.Compo
	Of   view // whose documents: viewStories, or viewSearch
	Open bool // shown where the page is too narrow for a column

	now     action.Facets
	version int                  // of the answer the rest is made of
	list    []facet              // to choose from
	locked  []chip               // of the query
	opened  map[string]facetView // by field
	drawn   int                  // the dates, and then facets: one more in every frame
}

// facetView is how much of a facet is shown.
type facetView struct {
	more   bool
	filter string // values hold it; in small letters
}

const (
	facetsID = "facets"

	fewValues  = 8  // of a facet, at first
	mostValues = 40 // drawn: a value takes 0.1 ms
	findValues = 20 // from so many on there is a box to find one
)

// facetNames are the facets shown and what they are called. Fields the page does
// not know are called by themselves.
var facetNames = []option{
	{"outlet", "Outlet"}, {"agency", "Agency"}, {"place", "Place"}, {"lang", "Language"},
	{"format", "Format"}, {"tag", "Tag"}, {"by", "By"}, {"source", "File"},
}

func (f *facets) OnMount(ctx app.Context) {
	f.opened = make(map[string]facetView)
	ctx.ObserveState(facetState(f.Of), &f.now).OnChange(func() { f.arrived(ctx) })
	f.arrived(ctx)
}

// facetState is the state that tells what the documents of a view have in common.
func facetState(of view) string {
	if of == viewStories {
		return action.SiftedState
	}
	return action.FacetsState
}

func (f *facets) arrived(ctx app.Context) {
	if !f.isKnown() {
		f.drawn = 0 // they go from the page
	}
	if f.now.Status == action.Ready && f.version != f.now.Version {
		f.make()
		refocus(ctx, facetsID+"-title")
		f.drawMore(ctx)
	}
}

// make makes an answer ready to be shown.
func (f *facets) make() {
	f.version, f.list, f.locked = f.now.Version, nil, lockedChips(f.now.Query.Within)
	for _, of := range f.now.Answer.Facets {
		if f.Of == viewStories && of.Field == "by" {
			continue // a story is not by anybody
		}
		c := facet{field: of.Field, name: optionText(facetNames, of.Field), none: of.None}
		for _, v := range of.Values {
			c.values = append(c.values, facetValue{v.Value, showValue(of.Field, v.Value), v.Documents})
		}
		if len(c.values) > 0 {
			f.list = append(f.list, c)
		}
	}
	story := facet{field: "story", name: "Story"}
	for _, s := range f.now.Answer.Stories {
		title, _ := headline(s.Summary)
		story.values = append(story.values, facetValue{s.Summary.Name, title, s.Documents})
	}
	if len(story.values) > 0 && f.Of != viewStories {
		f.list = append(f.list, story)
	}
}

// drawMore draws the dates and the facets in turn. Those drawn stay for the next
// answer, which changes little of them.
func (f *facets) drawMore(ctx app.Context) {
	drawInTurn(ctx, &f.drawn, func() int { return 1 + len(f.list) })
}

// isKnown reports whether there is something to show, be it of an older query.
func (f *facets) isKnown() bool {
	return f.now.Version > 0 && f.now.Status != action.Idle && f.now.Status != action.Failed
}

func (f *facets) Render() app.UI {
	class := "facets"
	if f.Open {
		class += " facets-open"
	}
	if !f.isKnown() {
		return app.Elem("aside").ID(facetsID).Class(class).Aria("label", "Narrow down").Hidden(true)
	}
	var when app.UI = app.Elem("div").Hidden(true)
	if f.drawn > 0 {
		when = &dates{Of: f.Of}
	}
	list := f.list[:max(0, min(len(f.list), f.drawn-1))]
	return app.Elem("aside").ID(facetsID).Class(class).Aria("labelledby", facetsID+"-title").
		Aria("busy", f.now.Status == action.Loading).Body(
		markup(`<div class=facets-head><h2 id=facets-title class=facets-title tabindex=-1>Narrow down</h2><p class=slider-hint>to a value, or with − to all without it</p></div>`),
		when,
		app.Elem("div").Class("facet-list").Body(several(len(list), func(i int) app.UI { return f.renderFacet(list[i]) })...),
	).OnClick(f.onPress)
}

// facet is the values of a field, ready to be shown.
type facet struct {
	field, name string
	values      []facetValue
	none        uint64 // documents without a value
}

// facetValue is a value and how many documents have it.
type facetValue struct {
	value, text string // as in a query, and as it is shown
	documents   uint64
}

// shown are the values of a facet to draw, and how many there are.
func (c *facet) shown(v facetView) (list []facetValue, all int) {
	list = c.values
	if v.filter != "" {
		list = nil
		for _, value := range c.values {
			if strings.Contains(strings.ToLower(value.text), v.filter) {
				list = append(list, value)
			}
		}
	}
	limit := fewValues
	if v.more {
		limit = mostValues
	}
	return list[:min(len(list), limit)], len(list)
}

func (f *facets) renderFacet(c facet) app.UI {
	view := f.opened[c.field]
	values, all := c.shown(view)
	id := "facet-" + c.field
	var none, more app.UI
	// What is not there keeps its place: else the button behind it would be another
	// when it is pressed, without the focus.
	var box, rest app.UI = app.Elem("span").Hidden(true), app.Elem("span").Hidden(true)
	if view.more && len(c.values) > findValues {
		box = markup(`<input id=$ class=facet-box type=search placeholder=$ aria-label=$ autocomplete=off spellcheck=false oninput=$/>`,
			id+"-box", "Find among "+number(len(c.values)), "Find in "+c.name, f.onFilter)
	}
	if c.none > 0 && view.filter == "" {
		none = f.renderValue(c.field, facetValue{noFacet, "none", c.none})
	}
	if len(c.values) > fewValues {
		text := "more"
		if view.more {
			text = "fewer"
		}
		more = markup(`<button id=$ class='link link-quiet facet-more' type=button aria-expanded=$ aria-label=$>$</button>`,
			id+"-more", strconv.FormatBool(view.more), c.name+": "+text, text)
	}
	if view.more && all > len(values) {
		rest = words("p", "facet-rest", "and "+number(all-len(values))+" more: type a part of the name")
	}
	return markup(`<section class=facet data-facet=$ aria-labelledby=$><h3 id=$ class=facet-name>$</h3>$<ul class=facet-values>$$</ul>$$</section>`,
		c.field, id, id, c.name, box, several(len(values), func(i int) app.UI { return f.renderValue(c.field, values[i]) }), none, rest, more)
}

// noFacet is the value of documents that have none.
const noFacet = "none"

// longValue is from how many bytes on a value may not fit in its line.
const longValue = 24

// renderValue draws a value. There are many: each attribute that is not there is
// 20 µs less in a browser, and markup would take three times as long to read.
func (f *facets) renderValue(field string, v facetValue) app.UI {
	in, not := f.chosen(field, v.value)
	press := app.Elem("button").Class("facet-press").Body(
		app.Elem("span").Text(v.text), app.Elem("small").Text(number(v.documents)),
	)
	if len(v.text) > longValue {
		press.Title(v.text)
	}
	exclude := app.Elem("button").Class("facet-not").Aria("label", "Exclude "+v.text).Text("−")
	line := app.Elem("li").DataSet("value", v.value)
	switch {
	case in:
		press.Aria("pressed", "true")
	case not:
		exclude.Aria("pressed", "true")
		line.Class("facet-out")
	}
	return line.Body(press, exclude)
}

// chosen tells whether a value is asked for, or excluded, by the query or what is
// locked.
func (f *facets) chosen(field, value string) (in, not bool) {
	if i := findFilter(f.now.Filters, field, value); i >= 0 {
		return !f.now.Filters[i].Not, f.now.Filters[i].Not
	}
	if i := findChip(f.locked, field, value); i >= 0 {
		return !f.locked[i].not, f.locked[i].not
	}
	return false, false
}

// findChip is the place of the chip for a value, -1 if there is none.
func findChip(list []chip, field, value string) int {
	return slices.IndexFunc(list, func(c chip) bool { return c.field == field && strings.EqualFold(c.value, value) })
}

// findFilter is the place of the filter for a value, -1 if there is none.
func findFilter(list []protocol.QueryFilter, field, value string) int {
	for i := range list {
		if list[i].Field == field && strings.EqualFold(bareValue(list[i].Value), value) {
			return i
		}
	}
	return -1
}

// choose is the address with a value asked for or, if not is true, excluded; what
// was so before is taken back.
func choose(at address, filters []protocol.QueryFilter, field, value string, not bool) address {
	if i := findFilter(filters, field, value); i >= 0 {
		if filters[i].Not == not {
			at.query = cutOut(at.query, filters[i].Span)
		} else {
			at.query = turnIn(at.query, filters[i].Span)
		}
		return at
	}
	locked := lockedChips(at.within)
	if i := findChip(locked, field, value); i >= 0 {
		if locked[i].not == not {
			return locked[i].change(at, chipRemove)
		}
		return locked[i].change(at, chipTurn)
	}
	part := filterText(field, value)
	if value == noFacet {
		part = field + ":none"
	}
	if not {
		part = turned(part)
	}
	return at.with(part)
}

// with is the address with a filter more.
func (a address) with(part string) address {
	if a.view == viewStories {
		a.within = withPart(a.within, part)
	} else {
		a.query = withPart(a.query, part)
	}
	return a
}

// onPress hears the buttons of all values.
func (f *facets) onPress(ctx app.Context, e app.Event) {
	b := e.Get("target").Call("closest", "button")
	if !b.Truthy() {
		ctx.PreventUpdate()
		return
	}
	facet := b.Call("closest", "[data-facet]")
	line := b.Call("closest", "[data-value]")
	switch {
	case !facet.Truthy():
		ctx.PreventUpdate()
	case line.Truthy():
		not := b.Get("classList").Call("contains", "facet-not").Bool() || e.Get("altKey").Bool()
		if at, filters, ok := asked(ctx, f.Of); ok {
			goSearch(ctx, choose(at, filters, fieldIn(facet), line.Get("dataset").Get("value").String(), not))
		}
	default:
		f.toggle(fieldIn(facet))
	}
}

func fieldIn(facet app.Value) string { return facet.Get("dataset").Get("facet").String() }

// toggle shows more values of a facet, or fewer.
func (f *facets) toggle(field string) { f.opened[field] = facetView{more: !f.opened[field].more} }

func (f *facets) onFilter(ctx app.Context, _ app.Event) {
	box := ctx.JSSrc()
	f.filter(fieldIn(box.Call("closest", "[data-facet]")), box.Get("value").String())
}

// filter shows the values of a facet that hold a text.
func (f *facets) filter(field, text string) {
	v := f.opened[field]
	v.filter = strings.ToLower(strings.TrimSpace(text))
	f.opened[field] = v
}

// asked is the address of what a view shows and the filters in force in its query;
// false while another is on its way, since then it is not known where they stand.
func asked(ctx app.Context, of view) (address, []protocol.QueryFilter, bool) {
	if of == viewStories {
		var list action.Stories
		ctx.GetState(action.StoriesState, &list)
		return address{view: viewStories, setting: setting{within: list.Query.Within}, sort: list.Order}, nil, list.Status == action.Ready
	}
	var r action.Results
	ctx.GetState(action.ResultsState, &r)
	q := r.Query
	at := address{view: viewSearch, query: q.Text, setting: setting{within: q.Within, exactly: q.Exactly, fold: q.Fold, order: q.Order}}
	return at, r.Answer.Filters, r.Status == action.Ready
}
