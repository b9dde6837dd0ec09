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
	var outlets app.UI
	if p.settings.Keeper == protocol.KeepPreferred {
		outlets = p.renderOutlets()
	}
	return markup(`<fieldset class=grouping-part><legend class=grouping-name>Show first</legend>$$</fieldset>`,
		renderSelect(selectField{
			id: "grouping-keeper", label: "Of several copies show first", options: keeperOptions,
			at: p.settings.Keeper.String(), on: p.onKeeper,
		}), outlets)
}

// renderOutlets lists the outlets that are preferred, the most first, with a box
// for one more.
func (p *groupingPanel) renderOutlets() app.UI {
	list, known := p.settings.Preferred, p.known()
	note := "In this order. Where none of them has a copy, the usual rule holds."
	if len(list) == 0 {
		note = "Name one. Until then the usual rule holds."
	}
	return markup(`
		<div class=outlets>
			<ol class=outlets-list>$</ol>
			<form class=outlet-more onsubmit=$>
				<label class=menu-label for=grouping-outlet>Prefer also</label>
				<div class=outlet-line>
					<input id=grouping-outlet class=menu-box type=text list=grouping-outlets autocomplete=off aria-describedby=grouping-outlets-note/>
					<button id=grouping-outlet-add class=button type=submit>Add</button>
				</div>
				<p id=grouping-outlets-note class=slider-hint>$</p>
			</form>
			<datalist id=grouping-outlets>$</datalist>
		</div>`,
		several(len(list), p.renderOutlet), p.onOutletAdd, note,
		several(len(known), func(i int) app.UI { return markup(`<option value=$/>`, known[i]) }))
}

func (p *groupingPanel) renderOutlet(i int) app.UI {
	name := p.settings.Preferred[i]
	return markup(`
		<li class=outlet>
			<span class=outlet-name>$</span>
			<button id=$ class='link link-quiet' type=button data-column=$ aria-label=$ disabled=$ onclick=$>Up</button>
			<button class='link link-quiet' type=button data-column=$ aria-label=$ onclick=$>Remove</button>
		</li>`,
		name,
		"outlet-up-"+strconv.Itoa(i), i, "Up: prefer "+name+" more", i == 0, p.onOutletUp,
		i, "Remove "+name, p.onOutletRemove)
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
