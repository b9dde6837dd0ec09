package ui

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// storyRow is a story as the list shows it.
type storyRow struct {
	title    string
	isTitle  bool
	lead     protocol.DocID
	outlets  string
	days     string
	texts    int
	copies   int
	groups   []groupView
	lone     []protocol.Summary
	chains   []chain
	document int
}

// groupView is a group of copies.
type groupView struct {
	representative protocol.Summary
	why            string
	members        []memberView
}

// memberView is a copy and how it relates to its representative.
type memberView struct {
	summary protocol.Summary
	pair    protocol.Pair
}

// maxOutlets are named in a row; the others are counted.
const maxOutlets = 3

func newStoryRow(s protocol.Story, summaries coord.Summaries) *storyRow {
	row := &storyRow{texts: s.Texts(), document: s.Documents()}
	row.copies = row.document - row.texts
	var all []protocol.Summary
	for _, g := range s.Groups {
		v := groupView{representative: summaries[g.Representative], why: g.Why}
		all = append(all, v.representative)
		for _, p := range g.Members {
			v.members = append(v.members, memberView{summary: summaries[p.A], pair: p.Pair})
			all = append(all, summaries[p.A])
		}
		row.groups = append(row.groups, v)
		row.chains = append(row.chains, chain{first: v.representative.Date, links: len(g.Members)})
	}
	slices.SortStableFunc(row.groups, func(a, b groupView) int { return len(b.members) - len(a.members) })
	for _, id := range s.Lone {
		row.lone = append(row.lone, summaries[id])
		all = append(all, summaries[id])
		row.chains = append(row.chains, chain{first: summaries[id].Date})
	}
	slices.SortStableFunc(row.lone, byDate)
	slices.SortStableFunc(row.chains, func(a, b chain) int { return cmp.Compare(b.links, a.links) })
	row.describe(all)
	return row
}

// byDate sorts the earliest first, and what has no date last.
func byDate(a, b protocol.Summary) int {
	if (a.Date == "") != (b.Date == "") {
		return cmp.Compare(b.Date, a.Date)
	}
	return cmp.Compare(a.Date, b.Date)
}

// describe sums the documents of a story up.
func (r *storyRow) describe(all []protocol.Summary) {
	lead := r.leading(all)
	r.lead = lead.ID
	r.title, r.isTitle = headline(lead)
	var dates, outlets []string
	for _, s := range all {
		dates = append(dates, s.Date)
		name := outlet(s)
		if len(all) > 1 {
			name = shorten(name, amongLen)
		}
		if !slices.Contains(outlets, name) {
			outlets = append(outlets, name)
		}
	}
	r.days = days(dates)
	if r.days == "" {
		r.days = "No date"
	}
	if n := len(outlets) - maxOutlets; n > 1 {
		outlets = append(outlets[:maxOutlets:maxOutlets], "and "+strconv.Itoa(n)+" more")
	}
	r.outlets = facts(outlets...)
}

// leading is the document a story goes by: the representative of its largest
// group, else its earliest lone text, but one with a headline if there is any.
func (r *storyRow) leading(all []protocol.Summary) protocol.Summary {
	order := make([]protocol.Summary, 0, len(all))
	for _, g := range r.groups {
		order = append(order, g.representative)
	}
	order = append(append(order, r.lone...), all...)
	for _, s := range order {
		if s.Title != "" {
			return s
		}
	}
	if len(order) == 0 {
		return protocol.Summary{}
	}
	return order[0]
}

// render draws the row of place i with so many of its documents shown, 0 when it
// is closed. Several documents open in place; a single one is a link to its text.
func (r *storyRow) render(i, shown int, toggle, more app.EventHandler) app.UI {
	open := shown > 0
	classes := []string{"story-row"}
	if open {
		classes = append(classes, "story-is-open")
	}
	return app.Article().Class(classes...).DataSet("story", i).Body(
		app.P().Class("story-days").Text(r.days),
		app.Div().Class("story-main").Body(
			app.H2().Class("story-head").Body(r.renderTitle(i, open, toggle)),
			app.P().Class("story-outlets").Text(r.outlets),
		),
		app.Div().Class("story-count").Body(
			app.P().Text(r.count()),
			strip(r.chains),
		),
		app.If(open, func() app.UI { return r.renderOpen(i, shown, more) }),
	)
}

func (r *storyRow) renderTitle(i int, open bool, toggle app.EventHandler) app.UI {
	class := "story-title"
	if !r.isTitle {
		class = "story-title is-lead"
	}
	if r.document == 1 {
		return app.A().Class("row-link", class).Href(address{view: viewReading, doc: r.lead}.String()).Text(r.title)
	}
	return app.Button().Class("row-link", class).Type("button").
		Aria("expanded", open).
		Aria("controls", "story-"+strconv.Itoa(i)).
		OnClick(toggle, app.EventScope("story", i)).
		Body(app.Text(r.title))
}

// count says how many texts and copies there are.
func (r *storyRow) count() string {
	if r.document == 1 {
		return "1 text"
	}
	if r.copies == 0 {
		return many(r.texts, "text", "texts")
	}
	return facts(many(r.texts, "text", "texts"), many(r.copies, "copy", "copies"))
}
