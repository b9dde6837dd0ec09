package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
)

// renderTools draws what the entries shown are chosen, sorted and saved with.
func (l *ledger) renderTools() app.UI {
	find := app.Elem("input").ID("ledger-find").Class("find-box").Attr("type", "search").
		Attr("placeholder", "Name, headline or reason").Attr("autocomplete", "off").Spellcheck(false).OnInput(l.onInput)
	save := button("ledger-save", "button", "Save as CSV", l.onSave)
	copied := button("ledger-copy", "button", "Copy", l.onCopy).Title("To be pasted into a spreadsheet")
	return with(elem("div", "ledger-tools",
		elem("div", "ledger-find",
			icon(iconSearch),
			with(words("label", "unseen", "Show files with these words in name, headline or reason"), "for", "ledger-find"),
			find,
		),
		with(elem("div", "choice",
			l.filterButton(showAll, "All"),
			l.filterButton(showRead, "Read"),
			l.filterButton(showSkipped, "Left out"),
			l.filterButton(showWarned, "With warnings"),
		), "role", "group", "aria-label", "Which files"),
		renderSelect(selectField{
			id: "ledger-format", label: "Format", unseen: true, options: l.formatOptions(), at: l.view.format, on: l.onFormat,
		}),
		renderSelect(selectField{
			id: "ledger-order", label: "Order", unseen: true, options: orderOptions(), at: strconv.Itoa(l.view.order), on: l.onOrder,
		}),
		elem("div", "ledger-ways", save, copied, renderExport()),
		with(words("p", "ledger-shown", facts(l.shownText(), savedText(&l.saved, l.savings))), "id", "ledger-shown", "role", "status"),
	), "role", "group", "aria-label", "Which files, and what to do with the list")
}

func (l *ledger) filterButton(f ledgerFilter, name string) app.UI {
	return with(elem("button", "choice-button", app.Text(name+" "), words("span", "choice-count", number(l.tally.byFilter[f]))),
		"type", "button", "data-filter", strconv.Itoa(int(f)), "aria-pressed", strconv.FormatBool(l.view.show == f)).
		On("click", func(ctx app.Context, _ app.Event) {
			l.view.show = f
			l.arrange(ctx)
		}, app.EventScope("filter", int(f)))
}

func (l *ledger) formatOptions() []option {
	list := []option{{"", "any format"}}
	for _, t := range l.tally.formats {
		name := t.name
		if name == noFormat {
			name = "unknown"
		}
		list = append(list, option{t.name, name + " (" + number(t.count) + ")"})
	}
	return list
}

func orderOptions() []option {
	list := make([]option, len(ledgerOrders))
	for i, o := range ledgerOrders {
		list[i] = option{strconv.Itoa(i), o.name}
	}
	return list
}

// shownText says how many entries are shown, if not all are.
func (l *ledger) shownText() string {
	if l.heights == nil || len(l.shown) == len(l.entries) {
		return ""
	}
	return number(len(l.shown)) + " of " + number(len(l.entries)) + " shown"
}

func (l *ledger) onInput(ctx app.Context, _ app.Event) {
	l.look(ctx, ctx.JSSrc().Get("value").String())
}

func (l *ledger) onFormat(ctx app.Context, _ app.Event) {
	l.view.format = chosenValue(ctx)
	l.arrange(ctx)
}

func (l *ledger) onOrder(ctx app.Context, _ app.Event) {
	if order, err := strconv.Atoi(chosenValue(ctx)); err == nil && order >= 0 && order < len(ledgerOrders) {
		l.view.order = order
		l.arrange(ctx)
	}
}

func (l *ledger) onSave(ctx app.Context, _ app.Event) { l.hand(ctx, action.ExportLedger) }

func (l *ledger) onCopy(ctx app.Context, _ app.Event) { l.hand(ctx, action.CopyLedger) }

// hand gives the entries shown to an action, one at a time. The buttons are not
// disabled meanwhile: the one with the focus would lose it.
func (l *ledger) hand(ctx app.Context, name string) {
	if l.saved.Status != action.Loading {
		ctx.NewActionWithValue(name, l.chosen())
	}
}
