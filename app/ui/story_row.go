package ui

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/coord"
	"clippings/wasm/ordering"
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
	groups   []*groupView
	lone     []*textView
	chains   []chain
	document int
	unknown  int                // of the documents, which the list of a large story leaves out
	ids      []protocol.DocID   // of all its documents
	all      []protocol.Summary // of those known
	notes    []string           // about the whole story
}

// groupView is a group of copies.
type groupView struct {
	texts  []*textView // the representative first
	note   string      // where the text comes from
	letter string      // in the view of its story
}

// textView is a document of a story and what is said of it.
type textView struct {
	summary    protocol.Summary
	note       string
	member     *protocol.Member // of a copy: its note is made when it is shown
	uncredited bool
	fit        float64 // of a text; copies have that of their representative
}

// maxOutlets are named in a row; the others are counted.
const maxOutlets = 3

func newStoryRow(s protocol.Story, summaries coord.Summaries) *storyRow {
	row := &storyRow{texts: s.Texts(), document: s.Documents(), ids: s.DocIDs()}
	row.copies = row.document - row.texts
	fit := func(i int) float64 {
		if i < len(s.Fits) {
			return s.Fits[i]
		}
		return 1
	}
	row.all = make([]protocol.Summary, 0, len(row.ids))
	for _, id := range row.ids {
		if summary, ok := summaries[id]; ok {
			row.all = append(row.all, summary)
		}
	}
	row.unknown = row.document - len(row.all)
	for i, g := range s.Groups {
		v := newGroupView(g, summaries, fit(i))
		if v == nil {
			continue
		}
		row.groups = append(row.groups, v)
		row.chains = append(row.chains, chain{first: v.texts[0].summary.Date, links: len(g.Members)})
	}
	for i, id := range s.Lone {
		if _, ok := summaries[id]; !ok {
			continue
		}
		row.lone = append(row.lone, &textView{summary: summaries[id], fit: fit(len(s.Groups) + i)})
		row.chains = append(row.chains, chain{first: summaries[id].Date})
	}
	ordering.By(row.groups, func(a, b *groupView) int { return len(b.texts) - len(a.texts) })
	ordering.By(row.lone, func(a, b *textView) int { return byDate(a.summary, b.summary) })
	ordering.By(row.chains, func(a, b chain) int { return cmp.Compare(b.links, a.links) })
	row.describe(row.all)
	row.noteFits()
	if s.ByHand {
		row.notes = append(row.notes, "You changed what belongs to this story.")
	}
	return row
}

// newGroupView is nil where a list of a large story leaves the group out.
func newGroupView(g protocol.Group, names coord.Summaries, fit float64) *groupView {
	if _, ok := names[g.Representative]; !ok {
		return nil
	}
	v := &groupView{texts: []*textView{{
		summary: names[g.Representative], note: "Shown first: " + g.Why, uncredited: g.Uncredited, fit: fit,
	}}}
	dates := []string{names[g.Representative].Date}
	for i := range g.Members {
		m := &g.Members[i]
		if _, ok := names[m.A]; !ok {
			continue
		}
		v.texts = append(v.texts, &textView{summary: names[m.A], member: m, uncredited: m.Uncredited})
		dates = append(dates, names[m.A].Date)
	}
	v.note = joinSentences(days(dates), originWords(g.Origin, names), weakestWords(g, names))
	return v
}

// joinSentences puts what is not empty one after the other, each with its stop.
func joinSentences(list ...string) string {
	text := ""
	for _, s := range list {
		if s != "" {
			text += " " + strings.TrimSuffix(s, ".") + "."
		}
	}
	return strings.TrimPrefix(text, " ")
}

// noteFits says of each of several texts how well it fits, and which does least.
func (r *storyRow) noteFits() {
	if r.texts < 2 {
		return
	}
	var least *textView
	note := func(v *textView) {
		if v.note != "" {
			v.note += ". "
		}
		v.note += fitWords(v.fit)
		if least == nil || v.fit < least.fit {
			least = v
		}
	}
	for _, g := range r.groups {
		note(g.texts[0])
	}
	for _, l := range r.lone {
		note(l)
	}
	if r.texts > 2 && r.unknown == 0 {
		r.notes = append(r.notes, "Fits least into this story: "+called(least.summary)+", "+likeness(least.fit)+" of 100 alike.")
	}
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
	if r.unknown > 0 {
		outlets = append(outlets, "of the first "+number(len(all))+" documents")
	}
	r.outlets = facts(outlets...)
}

// leading is the document a story goes by: the representative of its largest
// group, else its earliest lone text, but one with a headline if there is any.
func (r *storyRow) leading(all []protocol.Summary) protocol.Summary {
	order := append(r.leaders(), all...)
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

// rowState is how a row is shown, and what answers in it.
type rowState struct {
	place        int
	shown        int    // documents; 0 when the story is closed
	acting       string // the document that is being changed
	toggle, more app.EventHandler
}

// known is how many documents the row has something to show of.
func (r *storyRow) known() int { return r.document - r.unknown }

// address leads to the story; a single text is the story.
func (r *storyRow) address() address {
	if r.document == 1 {
		return address{view: viewReading, doc: r.lead}
	}
	return address{view: viewStory, doc: r.lead}
}

// render draws the row. Its headline leads to the story; the count beside it opens
// what the story holds in place.
func (r *storyRow) render(at rowState) app.UI {
	open := at.shown > 0
	classes := []string{"story-row"}
	if open {
		classes = append(classes, "story-is-open")
	}
	class := "row-link story-title"
	if !r.isTitle {
		class += " is-lead"
	}
	return app.Elem("article").Class(classes...).DataSet("story", at.place).Body(
		app.Elem("p").Class("story-days").Text(r.days),
		app.Elem("div").Class("story-main").Body(
			app.Elem("h2").Class("story-head").Body(
				app.Elem("a").Class(class).Attr("href", r.address().String()).Dir("auto").Text(r.title),
			),
			app.Elem("p").Class("story-outlets").Text(r.outlets),
		),
		app.Elem("div").Class("story-count").Body(
			r.renderToggle(at.place, open, at.toggle),
			strip(r.chains),
		),
		app.If(open, func() app.UI { return r.renderOpen(at) }),
	)
}

func (r *storyRow) renderToggle(i int, open bool, toggle app.EventHandler) app.UI {
	if r.document == 1 {
		return app.Elem("p").Text(r.count())
	}
	what := ": show the texts of "
	if open {
		what = ": fold the texts of "
	}
	return app.Elem("button").Class("story-toggle").Attr("type", "button").
		Aria("expanded", open).
		Aria("controls", "story-"+strconv.Itoa(i)).
		OnClick(toggle, app.EventScope("story", i)).
		Body(app.Text(r.count()), words("span", "unseen", what+r.title))
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
