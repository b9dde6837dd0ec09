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
	menus := []selectField{
		{id: "encoding", label: "Characters", options: encodingChoices(g.Recipe.Encoding, &g.Seen), at: g.Recipe.Encoding, on: t.onEncoding},
		{id: "delimiter", label: "Between cells", options: withByte(delimiters, l.Delimiter), at: nameOf(l.Delimiter), on: t.onDelimiter},
		{id: "quote", label: "Around cells", options: withByte(quotes, l.Quote), at: nameOf(l.Quote), on: t.onQuote},
		{id: "header", label: "First row", options: headers, at: headerOf(l.Header), on: t.onHeader},
	}
	if l.Kind != kindCSV {
		menus = menus[:1]
	}
	parts := []app.UI{words("p", "table-kind", kindName(&g.Seen))}
	for _, m := range menus {
		m.id, m.group = columnID(group, m.id), group
		parts = append(parts, renderSelect(m))
	}
	return elem("div", "table-dialect", parts...)
}

// renderColumns shows the columns with what they mean, above the first rows.
func renderColumns(t *tables, group int) app.UI {
	g := &t.state.Groups[group]
	columns := g.Seen.Layout.Columns
	return with(elem("div", "table-scroll",
		elem("table", "table",
			words("caption", "unseen", "The columns of "+groupName(g)+": what each means, and its first rows"),
			elem("thead", "", elem("tr", "",
				app.Range(columns).Slice(func(i int) app.UI { return t.renderColumnHead(group, i) }),
			)),
			elem("tbody", "", app.Range(g.Seen.Cells).Slice(func(r int) app.UI {
				return renderCells(columns, g.Seen.Cells[r])
			})),
		),
	), "tabindex", "0", "role", "group", "aria-label", "Columns of "+groupName(g))
}

func (t *tables) renderColumnHead(group, i int) app.UI {
	g := &t.state.Groups[group]
	c := g.Seen.Layout.Columns[i]
	id := columnID(group, strconv.Itoa(i))
	body := []app.UI{
		with(words("span", "column-name", c.Name), "title", c.Name),
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
		body = append(body, with(words("span", "column-why", c.Why), "title", c.Why))
	}
	return with(elem("th", columnClass(c), body...), "scope", "col")
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
		return elem("td", columnClass(columns[i]), with(words("div", "cell", cells[i]), "dir", "auto"))
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
