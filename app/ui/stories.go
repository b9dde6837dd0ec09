package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// stories is the list of stories, each opened in place:
//
//	how many there are, how they are sorted
//	filters in force: chips
//	rows                                   what their documents have in common: facets
//
// The address says which are listed and in which order.
type stories struct {
	app.Compo
	At   address
	Busy bool // files are being read

	Shelf *shelf

	list   action.Stories
	narrow bool // facets are shown where there is no column for them
}

// shelf keeps what was made of the list of stories, and what is open in it, while
// the person reads elsewhere.
type shelf struct {
	version  int // of the list the rest belongs to
	picked   action.Picking
	rows     map[int]*storyRow      // by place, made when first drawn
	open     map[int]int            // documents shown of the stories that are open
	opened   map[protocol.DocID]int // the same by document: of lists before this one
	acting   string                 // the document that is being changed
	grouping bool                   // the panel is open
	heights  *heights
}

// storyGuess is how tall a closed story is when its headline takes one line.
const storyGuess = 84

func (s *stories) OnMount(ctx app.Context) {
	ctx.ObserveState(action.StoriesState, &s.list).OnChange(func() {
		s.arrange()
		s.sift(ctx)
	})
	s.arrange()
	s.pick(ctx)
	ctx.NewActionWithValue(action.ListStories, action.Range{To: action.StoryPageLen})
	s.sift(ctx)
}

func (s *stories) OnUpdate(ctx app.Context) { s.pick(ctx) }

// pick lists what the address says, unless that is listed.
func (s *stories) pick(ctx app.Context) {
	p := action.Picking{Query: protocol.Query{Within: s.At.within}, Order: s.At.sort}
	if p != s.list.Picking {
		ctx.NewActionWithValue(action.PickStories, p)
	}
}

// sift asks what the documents listed have in common, once they are there.
func (s *stories) sift(ctx app.Context) {
	if s.list.Status == action.Ready && s.canNarrow() {
		ctx.NewAction(action.SiftStories)
	}
}

// canNarrow reports whether there is a choice.
func (s *stories) canNarrow() bool { return s.list.All > 1 }

func (s *stories) arrange() { s.Shelf.take(s.list) }

// take makes room for the rows of a list. In another list the stories that are
// open stay so, wherever they stand now, and rows are as tall as those before
// until they are drawn.
func (h *shelf) take(list action.Stories) {
	if h.heights != nil && h.version == list.Version {
		return
	}
	if h.opened == nil {
		h.opened = make(map[protocol.DocID]int)
	}
	for i, shown := range h.open {
		if row := h.rows[i]; row != nil {
			h.remember(row, shown)
		}
	}
	old := h.heights
	h.heights = newHeights(list.Total, storyGuess)
	if old != nil && h.picked == list.Picking {
		for i := range min(list.Total, old.len()) {
			h.heights.set(i, storyGuess+old.diff[i])
		}
	}
	h.version, h.picked, h.acting = list.Version, list.Picking, ""
	h.rows = make(map[int]*storyRow)
	h.open = make(map[int]int)
}

// remember notes how many documents of a story are shown.
func (h *shelf) remember(row *storyRow, shown int) {
	for _, id := range row.ids {
		if shown > 0 {
			h.opened[id] = shown
		} else {
			delete(h.opened, id)
		}
	}
}

// row is the row of place i, nil if its story was not fetched yet. Summing a
// story up takes 0.2 ms and more, so it is done for those the person sees.
func (h *shelf) row(list action.Stories, i int) *storyRow {
	row := h.rows[i]
	if row == nil {
		if story, summaries, ok := list.At(i); ok {
			row = newStoryRow(story, summaries)
			h.rows[i] = row
			for _, id := range row.ids {
				if row.document > 1 && h.opened[id] > h.open[i] {
					h.open[i] = h.opened[id]
				}
			}
		}
	}
	return row
}

func (s *stories) Render() app.UI {
	return app.Elem("section").Class("stories", "search").Aria("busy", s.list.Status == action.Loading).Body(
		app.Elem("div").Class("view-head").Body(
			app.Elem("h1").ID("stories-title").Class("view-title").TabIndex(-1).DataSet("focus", 1).Text("Stories"),
			app.If(s.list.All > 0, s.renderCount),
			app.If(s.list.Total > 1, s.renderOrder),
			app.If(s.list.All > 0, s.renderTools),
		),
		s.renderChips(),
		app.If(s.Shelf.grouping && s.list.All > 0, func() app.UI { return &groupingPanel{} }),
		s.renderBody(),
	).OnClick(s.onDo)
}

func (s *stories) renderCount() app.UI {
	l := s.list
	text := many(l.Documents, "document", "documents") + " in " + many(l.Total, "story", "stories")
	if s.At.within != "" {
		text = number(l.Total) + " of " + many(l.All, "story", "stories") + ", " + many(l.Documents, "document", "documents")
	}
	if copies := l.Documents - l.Texts; copies > 0 {
		text += "; " + number(copies) + " of them " + plural(copies, "is a copy", "are copies")
	}
	return app.Elem("p").ID("stories-count").Class("view-note").Attr("role", "status").Text(text)
}

// chips lists the filters in force.
func (s *stories) chips() []chip {
	list := lockedChips(s.At.within)
	for i := range list {
		list[i].stays = true
	}
	return list
}

func (s *stories) renderChips() app.UI {
	list := s.chips()
	if len(list) == 0 {
		return app.Elem("div").Hidden(true)
	}
	return markup(`<div class=story-filters><ul id=chips class=chips aria-label='Filters in force'>$</ul><a class='link link-quiet' href=$>Remove all filters</a></div>`,
		several(len(list), func(i int) app.UI { return list[i].render(i) }),
		address{view: viewStories, sort: s.At.sort}.String())
}

func plural(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}

func (s *stories) renderOrder() app.UI {
	return app.Elem("div").Class("choice").Attr("role", "group").Aria("label", "Order").Body(
		s.orderButton(protocol.NewestFirst, "Newest"),
		s.orderButton(protocol.OldestFirst, "Oldest"),
		s.orderButton(protocol.LargestFirst, "Largest"),
		s.orderButton(protocol.MostCopiedFirst, "Most copied"),
	)
}

func (s *stories) orderButton(o protocol.StoryOrder, name string) app.UI {
	return app.Elem("button").Class("choice-button").Attr("type", "button").Text(name).
		DataSet("order", int(o)).
		Aria("pressed", s.At.sort == o).
		OnClick(func(ctx app.Context, _ app.Event) {
			to := s.At
			to.sort = o
			goSearch(ctx, to)
		}, app.EventScope("order", int(o)))
}

// renderTools draws what opens the facets, where there is no column for them, and
// what says how documents are grouped.
func (s *stories) renderTools() app.UI {
	return elem("div", "story-tools",
		with(button("narrow", "button narrow-open", "Narrow down", s.onNarrow), "aria-expanded", strconv.FormatBool(s.narrow), "aria-controls", facetsID),
		s.renderGrouping(), renderExport())
}

func (s *stories) onNarrow(ctx app.Context, _ app.Event) {
	if s.narrow = !s.narrow; s.narrow && !app.IsServer {
		ctx.Defer(func(app.Context) { focus(app.Window().GetElementByID(facetsID + "-title")) })
	}
}

func (s *stories) renderGrouping() app.UI {
	return with(words("button", "button grouping-open", "Grouping"), "id", "grouping-open", "type", "button",
		"title", "What counts as a copy and as one story, and what you decided",
		"aria-expanded", strconv.FormatBool(s.Shelf.grouping)).On("click", s.onGrouping)
}

func (s *stories) onGrouping(app.Context, app.Event) { s.Shelf.grouping = !s.Shelf.grouping }

func (s *stories) renderBody() app.UI {
	switch {
	case s.list.Status == action.Failed:
		return failure("The stories could not be listed", s.list.Err)
	case s.list.Total > 0 || s.isEmptied():
		return s.renderColumns()
	case s.Busy:
		return app.Elem("p").Class("empty").Text("Stories appear here when the files have been read.")
	case s.list.Status == action.Loading || s.list.Status == action.Idle:
		return app.Elem("p").Class("empty").Attr("role", "status").Text("Looking …")
	}
	return nothingOpen("There are no stories yet.")
}

// isEmptied reports whether filters have left nothing.
func (s *stories) isEmptied() bool { return s.list.Status == action.Ready && s.list.All > 0 }

// renderColumns draws the rows, and beside them what narrows them down. A single
// story has the whole width.
func (s *stories) renderColumns() app.UI {
	var rows app.UI = markup(`<div class=empty><p class=empty-title>No story is left.</p><p>No document meets all of these filters: take one away.</p></div>`)
	if s.list.Total > 0 {
		rows = &virtualList{
			ID: "stories", Label: "Stories", Heights: s.Shelf.heights,
			Row: s.renderRow, OnRange: s.onRange,
		}
	}
	if !s.canNarrow() {
		return elem("div", "stories-alone", rows)
	}
	return elem("div", "search-columns", elem("div", "search-hits", rows), &facets{Of: viewStories, Open: s.narrow})
}

func (s *stories) renderRow(i int) app.UI {
	row := s.Shelf.row(s.list, i)
	if row == nil {
		return app.Elem("div").Class("story-row", "story-blank").Aria("busy", "true").Body(
			app.Elem("p").Class("unseen").Text("Loading"),
		)
	}
	return row.render(rowState{
		place: i, shown: s.Shelf.open[i], acting: s.Shelf.acting, toggle: s.onToggle(i), more: s.onMore(i),
	})
}

func (s *stories) onToggle(i int) app.EventHandler {
	return func(app.Context, app.Event) {
		if s.Shelf.open[i] > 0 {
			delete(s.Shelf.open, i)
			s.Shelf.remember(s.Shelf.rows[i], 0)
		} else {
			s.Shelf.open[i] = openStep
		}
	}
}

func (s *stories) onMore(i int) app.EventHandler {
	return func(app.Context, app.Event) { s.Shelf.open[i] += openStep }
}

// openStep is how many documents of a story are shown at once: drawing one anew
// takes up to 2 ms.
const openStep = 20

func (s *stories) onRange(ctx app.Context, r action.Range) {
	for i := r.From; i < r.To; i++ {
		if _, _, ok := s.list.At(i); !ok {
			ctx.NewActionWithValue(action.ListStories, r)
			return
		}
	}
}

// failure says what could not be done and why.
func failure(what string, err error) app.UI {
	return app.Elem("div").Class("empty").Attr("role", "alert").Body(
		app.Elem("p").Class("empty-title").Text(what+"."),
		app.Elem("p").Text(reason(err)),
	)
}

// nothingOpen is what a view shows before any file was read.
func nothingOpen(text string) app.UI {
	return app.Elem("div").Class("empty").Body(
		app.Elem("p").Class("empty-title").Text(text),
		app.Elem("p").Body(
			app.Elem("a").Class("link").Attr("href", address{}.String()).Text("Add articles"),
			app.Text(" or open the sample collection there."),
		),
	)
}
