package ui

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// chosen is why a column means what the person said.
const chosen = "chosen by you"

// change posts another way to read a group.
func (t *tables) change(ctx app.Context, group int, to func(*action.TableGroup) protocol.Recipe) {
	if group < 0 || group >= len(t.state.Groups) {
		return
	}
	recipe := to(&t.state.Groups[group])
	ctx.NewActionWithValue(action.ChangeTable, action.TableChange{Group: group, Recipe: recipe})
}

// withLayout is the recipe of a group, its layout as shown, to be changed.
func withLayout(g *action.TableGroup) protocol.Recipe {
	r := g.Recipe
	r.Layout = g.Seen.Layout
	r.Layout.Columns = slices.Clone(r.Layout.Columns)
	return r
}

func withField(g *action.TableGroup, column int, field string) protocol.Recipe {
	r := withLayout(g)
	if column >= 0 && column < len(r.Layout.Columns) {
		c := &r.Layout.Columns[column]
		c.Field, c.Why = field, chosen
	}
	return r
}

func withOrder(g *action.TableGroup, column int, order byte) protocol.Recipe {
	r := withLayout(g)
	if column >= 0 && column < len(r.Layout.Columns) {
		r.Layout.Columns[column].Order = order
	}
	return r
}

// withDialect cuts the rows in another way. What the columns are is then to be
// found out anew.
func withDialect(g *action.TableGroup, cut func(*protocol.Layout)) protocol.Recipe {
	r := withLayout(g)
	cut(&r.Layout)
	r.Layout.Columns = nil
	return r
}

// withEncoding reads the bytes in another way, so that names of columns change
// too: what the person has said of the cells' ends stays, the rest is found out
// anew.
func withEncoding(g *action.TableGroup, encoding string) protocol.Recipe {
	r := g.Recipe
	r.Encoding = encoding
	r.Layout.Columns = nil
	if r.Layout.Kind != kindCSV {
		r.Layout = protocol.Layout{}
	}
	return r
}

func (t *tables) onField(ctx app.Context, _ app.Event) {
	column, field := dataInt(ctx, "column"), chosenValue(ctx)
	t.change(ctx, dataInt(ctx, "group"), func(g *action.TableGroup) protocol.Recipe { return withField(g, column, field) })
}

func (t *tables) onOrder(ctx app.Context, _ app.Event) {
	column, order := dataInt(ctx, "column"), orderOf(chosenValue(ctx))
	t.change(ctx, dataInt(ctx, "group"), func(g *action.TableGroup) protocol.Recipe { return withOrder(g, column, order) })
}

func (t *tables) onEncoding(ctx app.Context, _ app.Event) {
	name := chosenValue(ctx)
	t.change(ctx, dataInt(ctx, "group"), func(g *action.TableGroup) protocol.Recipe { return withEncoding(g, name) })
}

func (t *tables) onDelimiter(ctx app.Context, _ app.Event) {
	t.onDialect(ctx, func(l *protocol.Layout, value string) { l.Delimiter = byteOf(value) })
}

func (t *tables) onQuote(ctx app.Context, _ app.Event) {
	t.onDialect(ctx, func(l *protocol.Layout, value string) { l.Quote = byteOf(value) })
}

func (t *tables) onHeader(ctx app.Context, _ app.Event) {
	t.onDialect(ctx, func(l *protocol.Layout, value string) { l.Header = value == headerYes })
}

func (t *tables) onDialect(ctx app.Context, set func(*protocol.Layout, string)) {
	value := chosenValue(ctx)
	t.change(ctx, dataInt(ctx, "group"), func(g *action.TableGroup) protocol.Recipe {
		return withDialect(g, func(l *protocol.Layout) { set(l, value) })
	})
}
