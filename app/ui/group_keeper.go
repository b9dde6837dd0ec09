package ui

import (
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// keeperOptions say which of several copies is shown first, by the rule's name.
var keeperOptions = []option{
	{"credited", "the one credited to an agency (usual)"}, {"earliest", "the earliest"},
	{"longest", "the longest"}, {"preferred", "that of an outlet I prefer"},
}

const outletBoxID = "grouping-outlet"

func (p *groupingPanel) renderKeeper() app.UI {
	body := []app.UI{
		words("legend", "grouping-name", "Show first"),
		renderSelect(selectField{
			id: "grouping-keeper", label: "Of several copies show first", options: keeperOptions,
			at: p.settings.Keeper.String(), on: p.onKeeper,
		}),
	}
	if p.settings.Keeper == protocol.KeepPreferred {
		body = append(body, p.renderOutlets())
	}
	return elem("fieldset", "grouping-part", body...)
}

// renderOutlets lists the outlets that are preferred, the most first, with a box
// for one more.
func (p *groupingPanel) renderOutlets() app.UI {
	list, known := p.settings.Preferred, p.known()
	note := "In this order. Where none of them has a copy, the usual rule holds."
	if len(list) == 0 {
		note = "Name one. Until then the usual rule holds."
	}
	return elem("div", "outlets",
		elem("ol", "outlets-list", app.Range(list).Slice(func(i int) app.UI {
			n := strconv.Itoa(i)
			return elem("li", "outlet",
				words("span", "outlet-name", list[i]),
				with(words("button", "link link-quiet", "Up"), "type", "button", "id", "outlet-up-"+n, "data-column", n,
					"aria-label", "Prefer "+list[i]+" more").Attr("disabled", i == 0).On("click", p.onOutletUp),
				with(words("button", "link link-quiet", "Remove"), "type", "button", "id", "outlet-remove-"+n, "data-column", n,
					"aria-label", "Remove "+list[i]).On("click", p.onOutletRemove),
			)
		})),
		elem("form", "outlet-more",
			with(words("label", "menu-label", "Prefer also"), "for", outletBoxID),
			elem("div", "outlet-line",
				with(elem("input", "menu-box"), "id", outletBoxID, "type", "text", "list", "grouping-outlets", "autocomplete", "off",
					"aria-describedby", "grouping-outlets-note"),
				with(words("button", "button", "Add"), "type", "submit", "id", "grouping-outlet-add"),
			),
			with(words("p", "slider-hint", note), "id", "grouping-outlets-note"),
		).On("submit", p.onOutletAdd),
		with(elem("datalist", "", app.Range(known).Slice(func(i int) app.UI {
			return with(elem("option", ""), "value", known[i])
		})), "id", "grouping-outlets"),
	)
}

// maxKnown is how many outlets are offered to be picked.
const maxKnown = 60

// known are outlets of the stories that were listed, of those not preferred yet.
func (p *groupingPanel) known() []string {
	var list []string
	for _, page := range p.list.Pages {
		for _, s := range page.Summaries {
			if s.Outlet != "" && !p.prefers(s.Outlet) && !slices.Contains(list, s.Outlet) {
				list = append(list, s.Outlet)
			}
		}
	}
	slices.Sort(list)
	return list[:min(len(list), maxKnown)]
}

func (p *groupingPanel) prefers(outlet string) bool {
	return slices.ContainsFunc(p.settings.Preferred, func(have string) bool { return strings.EqualFold(have, outlet) })
}

func (p *groupingPanel) onKeeper(ctx app.Context, _ app.Event) { p.keep(ctx, chosenValue(ctx)) }

func (p *groupingPanel) keep(ctx app.Context, name string) {
	if k, ok := protocol.KeeperNamed(name); ok {
		p.move(ctx, func(s *protocol.Settings) { s.Keeper = k })
	}
}

func (p *groupingPanel) onOutletAdd(ctx app.Context, e app.Event) {
	e.PreventDefault()
	box := app.Window().GetElementByID(outletBoxID)
	p.prefer(ctx, box.Get("value").String())
	box.Set("value", "")
	focus(box)
}

func (p *groupingPanel) prefer(ctx app.Context, outlet string) {
	outlet = strings.Join(strings.Fields(outlet), " ")
	if outlet != "" && !p.prefers(outlet) {
		p.moveOutlets(ctx, append(slices.Clone(p.settings.Preferred), outlet))
	}
}

func (p *groupingPanel) onOutletUp(ctx app.Context, _ app.Event) {
	i, list := dataInt(ctx, "column"), slices.Clone(p.settings.Preferred)
	if i > 0 && i < len(list) {
		list[i-1], list[i] = list[i], list[i-1]
		p.moveOutlets(ctx, list)
		ctx.Defer(func(app.Context) { focus(app.Window().GetElementByID("outlet-up-" + strconv.Itoa(i-1))) })
	}
}

func (p *groupingPanel) onOutletRemove(ctx app.Context, _ app.Event) {
	if i := dataInt(ctx, "column"); i >= 0 && i < len(p.settings.Preferred) {
		list := p.settings.Preferred
		p.moveOutlets(ctx, slices.Concat(list[:i], list[i+1:]))
		ctx.Defer(func(app.Context) { focus(app.Window().GetElementByID(outletBoxID)) })
	}
}

func (p *groupingPanel) moveOutlets(ctx app.Context, list []string) {
	p.move(ctx, func(s *protocol.Settings) { s.Preferred = list })
}
