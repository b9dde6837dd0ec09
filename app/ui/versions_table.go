package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
)

// versionStep is how many versions the table shows at first, and more at a time.
const versionStep = 20

func (v *versions) renderTable() app.UI {
	list := v.head.list[:min(len(v.head.list), v.listed)]
	var more app.UI
	if n := len(v.head.list) - len(list); n > 0 {
		more = button("versions-more", "link", "Show "+number(min(n, versionStep))+" more", v.onListMore)
	}
	return markup(`
		<section class=versions-list aria-labelledby=versions-list-name>
			<h2 id=versions-list-name class=side-name>The versions</h2>
			<div class=versions-scroll tabindex=0 role=group aria-labelledby=versions-list-name>
				<table class=versions-table>
					<thead><tr><th scope=col>Outlet</th><th scope=col>Date</th><th scope=col class=is-number>Words</th><th scope=col class=is-number>In common</th><th scope=col class=is-number>Of its words</th><th scope=col class=is-number>Of the reading text</th><th scope=col>Open</th></tr></thead>
					<tbody>$</tbody>
				</table>
			</div>
			$
			<p class=versions-saves><button id=versions-save-list class='link link-quiet' type=button onclick=$>Save as CSV</button></p>
		</section>`, several(len(list), func(i int) app.UI { return v.renderLine(list[i]) }), more, v.onSaveList)
}

// onSaveList saves the table, all of it.
func (v *versions) onSaveList(ctx app.Context, _ app.Event) {
	ctx.NewActionWithValue(action.SaveTable, action.Table{Name: "clippings-versions.csv", Rows: v.listRows()})
}

func (v *versions) listRows() [][]string {
	rows := [][]string{{"outlet", "date", "headline", "words", "in common", "of its words", "of the reading text", "file"}}
	for _, l := range v.head.list {
		share, of := decimal(l.share), decimal(l.of)
		if l.here {
			share, of = "reading text", ""
		}
		rows = append(rows, []string{outlet(l.Summary), l.Date, l.Title, strconv.Itoa(int(l.words)), strconv.Itoa(int(l.common)), share, of, l.Name})
	}
	return rows
}

func (v *versions) onListMore(app.Context, app.Event) { v.listed += versionStep }

func (v *versions) renderLine(l *versionLine) app.UI {
	share, of := percent(l.share), percent(l.of)
	ways := []app.UI{wayTo(address{view: viewReading, doc: l.ID}, "Read", l.name)}
	if l.here {
		share, of = "reading text", ""
	} else {
		to := v.At
		to.doc = l.ID
		ways = append(ways, wayTo(address{view: viewBeside, doc: v.page.answer.Base.ID, other: l.ID}, "Side by side", l.name),
			wayTo(to, "Make it the reading text", l.name))
	}
	return markup(`<tr data-here=$><th scope=row>$</th><td>$</td><td class=is-number>$</td><td class=is-number>$</td><td class=is-number>$</td><td class=is-number>$</td><td class=versions-do>$</td></tr>`,
		strconv.FormatBool(l.here), l.name, day(l.Date), number(l.words), number(l.common), share, of, ways)
}

// wayTo is a link of a list that has one such for each document.
func wayTo(to address, text, name string) app.UI {
	return markup(`<a class='link link-quiet' href=$ aria-label=$>$</a>`, to.String(), text+": "+name, text)
}
