package ui

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/app/files"
	"clippings/wasm/protocol"
)

// fakeTable is a CSV file as the engine sees it.
func fakeTable(columns ...protocol.Column) protocol.Previewed {
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = "first " + c.Name
	}
	return protocol.Previewed{
		Format: "csv", Encoding: "windows-1251", How: "content",
		Layout: protocol.Layout{Kind: "csv", Delimiter: ',', Quote: '"', Header: true, Columns: columns},
		Cells:  [][]string{row},
	}
}

var fakeColumns = []protocol.Column{
	{Name: "head", Field: "title", Why: "its name"},
	{Name: "published", Field: "date", Why: "dates"},
	{Name: "words", Field: "body", Why: "running text"},
	{Name: "id", Field: "key", Why: "numbers"},
}

// dropTables drops files that the engine takes for tables.
func dropTables(t *testing.T, seen map[string]protocol.Previewed) *room {
	t.Helper()
	r := open(t, &fakeEngine{tables: seen})
	list := make([]files.Picked, 0, len(seen))
	for _, path := range []string{"a.csv", "b.csv", "c.json"} {
		if _, ok := seen[path]; ok {
			list = append(list, files.Picked{Path: path, Size: 10, Handle: "h"})
		}
	}
	r.do(func(ctx app.Context) { r.shell.bring(ctx, list) })
	return r
}

// dialog is the dialog as it now stands.
func (r *room) dialog() *tables {
	d := &tables{}
	r.do(func(ctx app.Context) { ctx.GetState(action.TablesState, &d.state) })
	return d
}

func TestTablesAreShownBeforeTheyAreRead(t *testing.T) {
	r := dropTables(t, map[string]protocol.Previewed{"a.csv": fakeTable(fakeColumns...)})
	r.sees("Check the columns", "a.csv", "A table of rows and cells", "Cyrillic (windows-1251), told by its content",
		"comma ,", "holds the names", "head", "headline", "article text", "running text", "first words", "Bring in", "Leave out")
	for _, id := range []string{`id="tables"`, `id="tables-0-0"`, `id="tables-0-delimiter"`, `id="tables-bring"`, `scope="col"`, "<caption"} {
		if !strings.Contains(r.markup(), id) {
			t.Errorf("no %s in the dialog", id)
		}
	}
	if n := strings.Count(r.markup(), `class="column column-out"`); n != 2 {
		t.Errorf("%d cells look left out, want head and cell of the numbers", n)
	}
	if len(r.engine.ingested) != 0 {
		t.Error("a table was read before it was checked")
	}
	r.do(func(ctx app.Context) { r.dialog().bring(ctx) })
}

func TestTablesAreBroughtInAsShown(t *testing.T) {
	r := dropTables(t, map[string]protocol.Previewed{"a.csv": fakeTable(fakeColumns...)})
	d := r.dialog()
	r.do(func(ctx app.Context) {
		d.change(ctx, 0, func(g *action.TableGroup) protocol.Recipe { return withField(g, 0, "subtitle") })
	})
	r.sees("second headline", chosen)
	r.do(r.dialog().bring)
	r.seesNot("Check the columns")
	r.sees("Read 6 documents")
	if got := r.engine.ingested; len(got) != 1 || got[0].Recipe.Layout.Columns[0].Field != "subtitle" {
		t.Errorf("read as %+v", got)
	}
}

func TestTablesLeftOutStandInTheLedger(t *testing.T) {
	r := dropTables(t, map[string]protocol.Previewed{"a.csv": fakeTable(fakeColumns...)})
	r.do(r.dialog().leave)
	r.seesNot("Check the columns")
	r.goTo("#/files")
	r.sees("a.csv", protocol.SkipCanceled.Explanation())
	for _, s := range r.engine.ingested {
		t.Errorf("%s was read all the same", s.Path)
	}
}

func TestTableWithoutTextIsNotBroughtIn(t *testing.T) {
	r := dropTables(t, map[string]protocol.Previewed{
		"a.csv":  fakeTable(fakeColumns...),
		"c.json": {Format: "json", Encoding: "utf-8", Layout: protocol.Layout{Kind: "json", Path: "docs", Columns: fakeColumns[:2]}},
	})
	r.sees("Choose the column that holds the article text in c.json", "no article text yet")
	if tag := tagOf(r.markup(), tablesBringID); !strings.Contains(tag, " disabled") {
		t.Errorf("Bring in can be pressed: %s", tag)
	}
	r.do(r.dialog().bring)
	r.sees("Check the columns")

	d := r.dialog()
	d.open = 1
	text := app.HTMLString(d)
	if !strings.Contains(text, "JSON, records in “docs”") || strings.Contains(text, "Between cells") {
		t.Errorf("the JSON file shows as\n%s", text)
	}
	r.do(func(ctx app.Context) {
		d.change(ctx, 1, func(g *action.TableGroup) protocol.Recipe { return withField(g, 1, "body") })
	})
	r.seesNot("Choose the column")
}

// tagOf is the opening tag of the element with an ID. Its attributes come in no
// order.
func tagOf(markup, id string) string {
	at := strings.Index(markup, ` id="`+id+`"`)
	if at < 0 {
		return ""
	}
	start := strings.LastIndexByte(markup[:at], '<')
	return markup[start : at+strings.IndexByte(markup[at:], '>')]
}

func TestTablesWithTheSameColumnsAreOne(t *testing.T) {
	r := dropTables(t, map[string]protocol.Previewed{"a.csv": fakeTable(fakeColumns...), "b.csv": fakeTable(fakeColumns...)})
	r.sees("2 files with the same columns", "Each row of these 2 tables", "The first rows of a.csv")
	if strings.Contains(r.markup(), "table-toggle") {
		t.Error("one group can be folded")
	}
}

func TestColumnTextIsNeverMarkup(t *testing.T) {
	evil := fakeTable(protocol.Column{Name: "<b>name", Field: "body"})
	evil.Cells = [][]string{{"<img src=x onerror=alert(1)>"}, {}}
	r := dropTables(t, map[string]protocol.Previewed{"a.csv": evil})
	r.sees("<b>name", "<img src=x onerror=alert(1)>")
	if strings.Contains(r.markup(), "<img") {
		t.Error("a cell became an element")
	}
}

func TestChangedDialectHasItsColumnsFoundOut(t *testing.T) {
	seen := fakeTable(fakeColumns...)
	g := &action.TableGroup{Seen: seen}
	r := withDialect(g, func(l *protocol.Layout) { l.Delimiter = ';' })
	if r.Layout.Kind != "csv" || r.Layout.Delimiter != ';' || r.Layout.Columns != nil || len(g.Seen.Layout.Columns) != 4 {
		t.Errorf("recipe %+v", r)
	}
	g.Recipe = r
	if r = withEncoding(g, "koi8-r"); r.Encoding != "koi8-r" || r.Layout.Delimiter != ';' {
		t.Errorf("another encoding: %+v", r)
	}
	g.Recipe.Layout.Kind = "json"
	if r = withEncoding(g, ""); r.Layout.Kind != "" {
		t.Errorf("JSON in another encoding keeps names that are no longer there: %+v", r)
	}
	if withOrder(g, 1, 2).Layout.Columns[1].Order != 2 || withField(g, 9, "body").Layout.Columns[0].Field != "title" {
		t.Error("order or field was set on another column")
	}
}

func TestOrderIsAskedOfNumericDatesOnly(t *testing.T) {
	date := protocol.Column{Field: "date"}
	for cell, want := range map[string]bool{"03/07/2025": true, "3.7.25": true, "2025-07-03": false, "3 July": false, "": false, "12": false} {
		if got := asksOrder(date, [][]string{{cell}}, 0); got != want {
			t.Errorf("%q: asks %v, want %v", cell, got, want)
		}
	}
	if asksOrder(protocol.Column{Field: "title"}, [][]string{{"03/07/2025"}}, 0) {
		t.Error("asks for the order of a headline")
	}
}

func TestEveryMeaningHasAName(t *testing.T) {
	for _, f := range protocol.TableFields {
		if !hasOption(fieldOptions, f) {
			t.Errorf("%s has no name", f)
		}
	}
	for _, b := range []byte{0, '\t', ',', ';', '^'} {
		if got := byteOf(nameOf(b)); got != b {
			t.Errorf("%q becomes %q", b, got)
		}
	}
}
