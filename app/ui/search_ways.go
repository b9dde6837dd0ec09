package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// hitOrders and hitFolds are the menus, by the names of an address.
var (
	hitOrders = []option{
		{orderNames[protocol.BestFirst], "Best first"},
		{orderNames[protocol.LatestFirst], "Newest first"},
		{orderNames[protocol.EarliestFirst], "Oldest first"},
		{orderNames[protocol.LongestFirst], "Longest first"},
		{orderNames[protocol.ShortestFirst], "Shortest first"},
	}
	hitFolds = []option{
		{foldNames[protocol.FoldCopies], "Copies as one"},
		{foldNames[protocol.FoldNothing], "Each document"},
		{foldNames[protocol.FoldStories], "Stories as one"},
	}
)

// renderWays draws how the hits are sorted and folded.
func (s *search) renderWays() app.UI {
	return markup(`<div class=search-ways>$$$$</div>`,
		renderSelect(selectField{id: "order", label: "Sort", unseen: true, options: hitOrders, at: orderNames[s.At.order], on: s.onOrder}),
		renderSelect(selectField{id: "fold", label: "What is one hit", unseen: true, options: hitFolds, at: foldNames[s.At.fold], on: s.onFold}),
		with(button("narrow", "button narrow-open", "Narrow down", s.onNarrow), "aria-expanded", strconv.FormatBool(s.narrow), "aria-controls", facetsID),
		renderExport())
}

func (s *search) onOrder(ctx app.Context, _ app.Event) {
	to := s.At
	to.order = protocol.HitOrder(placeOf(orderNames, chosenValue(ctx)))
	s.goTo(ctx, to)
}

func (s *search) onFold(ctx app.Context, _ app.Event) {
	to := s.At
	to.fold = protocol.Fold(placeOf(foldNames, chosenValue(ctx)))
	s.goTo(ctx, to)
}

// onNarrow shows the facets above the hits, where the page is too narrow for a
// column.
func (s *search) onNarrow(ctx app.Context, _ app.Event) {
	s.narrow = !s.narrow
	if s.narrow {
		ctx.Defer(func(app.Context) { focus(app.Window().GetElementByID(facetsID + "-title")) })
	}
}
