package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// renderDialect shows what a group was taken for, each guess to be corrected.
func renderDialect(t *tables, group int) app.UI {
	g := &t.state.Groups[group]
	l := g.Seen.Layout
	parts := []app.UI{app.P().Class("table-kind").Text(kindName(&g.Seen))}
	part := func(name, label string, options []option, at string, on app.EventHandler) {
		parts = append(parts, renderSelect(selectField{
			id: columnID(group, name), label: label, options: options, at: at, on: on, group: group,
		}))
	}
	part("encoding", "Characters", encodingChoices(g.Recipe.Encoding, &g.Seen), g.Recipe.Encoding, t.onEncoding)
	if l.Kind == kindCSV {
		part("delimiter", "Between cells", withByte(delimiters, l.Delimiter), nameOf(l.Delimiter), t.onDelimiter)
		part("quote", "Around cells", withByte(quotes, l.Quote), nameOf(l.Quote), t.onQuote)
		part("header", "First row", headers, headerOf(l.Header), t.onHeader)
	}
	return app.Div().Class("table-dialect").Body(parts...)
}

// renderColumns shows the columns with what they mean, above the first rows.
func renderColumns(t *tables, group int) app.UI {
	g := &t.state.Groups[group]
	columns := g.Seen.Layout.Columns
	return app.Div().Class("table-scroll").TabIndex(0).Attr("role", "group").
		Aria("label", "Columns of "+groupName(g)).Body(
		elem("table", "table",
			elem("caption", "unseen", app.Text("The columns of "+groupName(g)+": what each means, and its first rows")),
			elem("thead", "", elem("tr", "",
				app.Range(columns).Slice(func(i int) app.UI { return t.renderColumnHead(group, i) }),
			)),
			elem("tbody", "", app.Range(g.Seen.Cells).Slice(func(r int) app.UI {
				return renderCells(columns, g.Seen.Cells[r])
			})),
		),
	)
}

func (t *tables) renderColumnHead(group, i int) app.UI {
	g := &t.state.Groups[group]
	c := g.Seen.Layout.Columns[i]
	id := columnID(group, strconv.Itoa(i))
	body := []app.UI{
		app.Span().Class("column-name").Title(c.Name).Text(c.Name),
		renderSelect(selectField{
			id: id, label: "Meaning of " + c.Name, unseen: true, options: fieldOptions, at: meaningOf(c),
			on: t.onField, group: group, column: i,
		}),
	}
	if asksOrder(c, g.Seen.Cells, i) {
		body = append(body, renderSelect(selectField{
			id: id + "-order", label: "Order of day and month in " + c.Name, unseen: true, options: orders,
			at: nameOrder(c.Order), on: t.onOrder, group: group, column: i,
		}))
	}
	if c.Why != "" {
		body = append(body, app.Span().Class("column-why").Title(c.Why).Text(c.Why))
	}
	return elem("th", columnClass(c), body...).Attr("scope", "col")
}

func columnClass(c protocol.Column) string {
	switch meaningOf(c) {
	case "":
		return "column column-out"
	case "body":
		return "column column-text"
	}
	return "column"
}

func renderCells(columns []protocol.Column, cells []string) app.UI {
	return elem("tr", "", app.Range(cells[:min(len(cells), len(columns))]).Slice(func(i int) app.UI {
		return elem("td", columnClass(columns[i]), elem("div", "cell", app.Text(cells[i])).Attr("dir", "auto"))
	}))
}

// columnID is the id of a control: tables-<group>-<column>.
func columnID(group int, what string) string {
	return "tables-" + strconv.Itoa(group) + "-" + what
}

// asksOrder reports whether a column may hold dates such as 03/07/2025, of which
// day and month cannot be told apart.
func asksOrder(c protocol.Column, rows [][]string, i int) bool {
	if c.Field != "date" && c.Field != "modified" {
		return false
	}
	if c.Order != 0 {
		return true
	}
	for _, row := range rows {
		if i < len(row) && isNumericDate(row[i]) {
			return true
		}
	}
	return false
}

// isNumericDate reports one or two digits, a sign, and a digit again.
func isNumericDate(s string) bool {
	n := 0
	for n < len(s) && n < 2 && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n > 0 && n+1 < len(s) && (s[n] == '/' || s[n] == '.' || s[n] == '-') && '0' <= s[n+1] && s[n+1] <= '9'
}
