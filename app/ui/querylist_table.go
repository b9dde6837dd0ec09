package ui

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// queryOrder says how the lines of a list are sorted: as they came, or by a
// column.
type queryOrder struct {
	column queryColumn
	back   bool // the other way round
}

// queryColumn is a column of the table.
type queryColumn uint8

const (
	columnPlace queryColumn = iota
	columnQuery
	columnHits
	columnDocuments
	columnTexts
	numQueryColumns
)

var queryColumns = [numQueryColumns]struct{ name, title string }{
	columnPlace: {"No.", "As they came"}, columnQuery: {"Query", "By their letters"},
	columnHits:      {"Hits", "Places where a part of the query stands"},
	columnDocuments: {"Documents", "Documents that match, each copy counted"},
	columnTexts:     {"Distinct texts", "Copies counted once"},
}

// press is the order after the head of a column is pressed. Of counts the
// greatest stand first.
func (o queryOrder) press(c queryColumn) queryOrder {
	if o.column == c {
		return queryOrder{c, !o.back}
	}
	return queryOrder{column: c, back: c >= columnHits}
}

// sort is the value of aria-sort for a column.
func (o queryOrder) sort(c queryColumn) string {
	switch {
	case o.column != c:
		return "none"
	case o.back:
		return "descending"
	}
	return "ascending"
}

// arrange gives the places of the lines in order. Lines that compare alike stay
// as they came; those not counted yet stand behind when it is by a count.
func (o queryOrder) arrange(l *action.QueryList) []int32 {
	places := make([]int32, len(l.Lines))
	for i := range places {
		places[i] = int32(i)
	}
	sign := 1
	if o.back {
		sign = -1
	}
	switch o.column {
	case columnPlace:
		if o.back {
			slices.Reverse(places)
		}
	case columnQuery:
		keys := make([]string, len(l.Lines))
		for i := range keys {
			keys[i] = strings.ToLower(l.Lines[i].Text)
		}
		ordering.By(places, func(a, b int32) int { return sign * strings.Compare(keys[a], keys[b]) })
	default:
		counted := places[:l.Done]
		keys := make([]uint64, l.Done)
		for i := range keys {
			keys[i] = o.column.of(&l.Lines[i])
		}
		ordering.By(counted, func(a, b int32) int { return sign * cmp.Compare(keys[a], keys[b]) })
	}
	return places
}

// of is the count that a column shows of a line.
func (c queryColumn) of(l *action.QueryLine) uint64 {
	hits, documents, texts := l.Counts()
	switch c {
	case columnHits:
		return hits
	case columnDocuments:
		return documents
	}
	return texts
}

func (l *queryList) renderTable() app.UI {
	heads := several(int(numQueryColumns), func(i int) app.UI { return l.renderHead(queryColumn(i)) })
	return with(elem("div", "query-table",
		with(elem("div", "query-row query-heads", heads...), "role", "row", "aria-rowindex", "1"),
		&virtualList{ID: "queries", Label: "Queries", Table: true, Heights: l.Desk.heights, Row: l.renderRow},
	), "role", "table", "aria-label", "Queries and what they find", "aria-rowcount", strconv.Itoa(len(l.list.Lines)+1))
}

func (l *queryList) renderHead(c queryColumn) app.UI {
	o, sign := l.Desk.order, ""
	switch o.sort(c) {
	case "ascending":
		sign = "▲"
	case "descending":
		sign = "▼"
	}
	class := "query-head"
	if c != columnQuery {
		class += " query-number"
	}
	return markup(`
		<div class=$ role=columnheader aria-sort=$>
			<button class=query-sort type=button title=$ data-column=$ onclick=$>$<span class=query-sign aria-hidden=true>$</span></button>
		</div>`, class, o.sort(c), queryColumns[c].title, int(c), l.onSort, queryColumns[c].name, sign)
}

func (l *queryList) onSort(ctx app.Context, _ app.Event) {
	if c := dataInt(ctx, "column"); c >= 0 && c < int(numQueryColumns) {
		l.sortBy(queryColumn(c))
	}
}

func (l *queryList) sortBy(c queryColumn) {
	d := l.Desk
	d.order = d.order.press(c)
	d.heights = newHeights(len(l.list.Lines), queryGuess)
	l.arrange()
}

func (l *queryList) renderRow(i int) app.UI {
	if i >= len(l.Desk.shown) || int(l.Desk.shown[i]) >= len(l.list.Lines) {
		return app.Elem("div")
	}
	place := int(l.Desk.shown[i])
	line := &l.list.Lines[place]
	to := queryAddress(protocol.Query{Text: line.Text, Exactly: l.list.Exactly}).String()
	counted := place < l.list.Done
	count := func(c queryColumn) string {
		switch {
		case !counted:
			return "…"
		case line.Err != nil, c == columnHits && line.Tally.Occurrences == 0 && line.Tally.Documents > 0 && !line.Tally.Some:
			return "–" // filters stand at no place
		}
		return number(c.of(line))
	}
	class := "query-row"
	if counted && line.Err == nil && columnDocuments.of(line) == 0 {
		class += " query-zero"
	}
	return markup(`
		<div class=$ role=presentation>
			<div class='query-number query-place' role=cell>$</div>
			<div class=query-cell role=cell><a class='query-link row-link' href=$>$</a>$</div>
			<div class=query-number role=cell><span class=query-unit>$</span> $</div>
			<div class=query-number role=cell><span class=query-unit>$</span> $</div>
			<div class=query-number role=cell><span class=query-unit>$</span> $</div>
		</div>`, class, number(place+1), to, line.Text, queryRemarks(line, counted),
		queryColumns[columnHits].name, count(columnHits), queryColumns[columnDocuments].name, count(columnDocuments),
		queryColumns[columnTexts].name, count(columnTexts))
}

// queryRemarks say what should be known of a line.
func queryRemarks(l *action.QueryLine, counted bool) []app.UI {
	if !counted {
		return nil
	}
	var list []app.UI
	remark := func(class, text string) { list = append(list, words("p", "query-remark "+class, text)) }
	if l.Err != nil {
		remark("query-wrong", "Not counted. "+reason(l.Err))
		return list
	}
	t := &l.Tally
	for _, e := range t.Errors {
		start, _ := spanIn(l.Text, e.Span)
		remark("query-wrong", "Character "+strconv.Itoa(len([]rune(l.Text[:start]))+1)+": "+sentence(e.Message)+" "+sentence(e.Remedy))
	}
	if t.Some {
		remark("", "No document has all of these words; "+many(t.Documents, "has", "have")+" some.")
	}
	if typos, forms := alsoWords(t.Also); typos != "" {
		remark("", "also: "+facts(typos, forms))
	} else if forms != "" {
		remark("", "also "+forms)
	}
	if t.Lost > 0 {
		remark("query-wrong", "Partial: a part of the program broke down.")
	}
	return list
}
