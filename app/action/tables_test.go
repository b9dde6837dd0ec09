package action

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// archive is an engine that knows tables by their path, and notes what it reads.
type archive struct {
	scripted
	tables map[string]protocol.Previewed
	read   []protocol.Source
}

func newArchive(tables map[string]protocol.Previewed) *archive {
	a := &archive{tables: tables}
	a.scripted.preview = func(_ context.Context, s protocol.Source, _ uint32) (protocol.Previewed, error) {
		seen, ok := a.tables[s.Path]
		if !ok {
			return seen, errors.New("no such file")
		}
		if s.Recipe.Layout.Kind != "" {
			seen.Layout = s.Recipe.Layout
		}
		return seen, nil
	}
	a.scripted.ingest = func(_ context.Context, sources []protocol.Source, _ func(coord.Progress)) (coord.Imported, error) {
		a.read = append(a.read, sources...)
		return coord.Imported{}, nil
	}
	return a
}

func (a *archive) paths() []string {
	var list []string
	for _, s := range a.read {
		list = append(list, s.Path)
	}
	return list
}

func csvOf(columns ...string) protocol.Previewed {
	l := protocol.Layout{Kind: "csv", Delimiter: ',', Quote: '"', Header: true}
	for _, c := range columns {
		l.Columns = append(l.Columns, protocol.Column{Name: c, Field: c})
	}
	return protocol.Previewed{Format: "csv", Layout: l}
}

func sources(paths ...string) Batch {
	var b Batch
	for _, p := range paths {
		b.Sources = append(b.Sources, protocol.Source{Path: p, Size: 9})
	}
	return b
}

func TestTablesWaitAndTheRestIsRead(t *testing.T) {
	a := newArchive(map[string]protocol.Previewed{
		"a.csv": csvOf("title", "body"), "b.CSV.gz": csvOf("title", "body"), "c.csv": csvOf("body"),
		"config.json": {Format: "json", Detail: "no text in it"},
	})
	b := setUp(t, a)
	b.post(Bring, sources("a.csv", "note.txt", "b.CSV.gz", "c.csv", "config.json", "gone.jsonl", "csv"))
	b.loop.ConsumeAll()
	got := state[Tables](b, TablesState)
	if got.Status != Ready || len(got.Groups) != 2 || len(got.Groups[0].Sources) != 2 || got.Groups[1].Sources[0].Path != "c.csv" {
		t.Errorf("tables %+v", got)
	}
	read := a.paths()
	slices.Sort(read)
	if want := "[config.json csv gone.jsonl note.txt]"; fmt.Sprint(read) != want {
		t.Errorf("read %v, want %s: what is no table is read at once", read, want)
	}
}

func TestAChangeIsOfAllTablesOfItsGroup(t *testing.T) {
	a := newArchive(map[string]protocol.Previewed{"a.csv": csvOf("title", "body"), "b.csv": csvOf("title", "body"), "c.csv": csvOf("body")})
	b := setUp(t, a)
	b.post(Bring, sources("a.csv", "b.csv", "c.csv"))
	b.loop.ConsumeAll()
	before := state[Tables](b, TablesState)
	recipe := protocol.Recipe{Encoding: "koi8-r", Layout: csvOf("subtitle", "body").Layout}
	for _, group := range []int{-1, 2} {
		b.post(ChangeTable, TableChange{Group: group, Recipe: recipe}) // there is none
	}
	b.post(ChangeTable, TableChange{Group: 0, Recipe: recipe})
	b.loop.ConsumeAll()
	now := state[Tables](b, TablesState)
	if g := now.Groups[0]; g.Busy || g.Err != nil || g.Seen.Layout.Columns[0].Field != "subtitle" || now.Version <= before.Version {
		t.Errorf("group %+v", g)
	}
	if before.Groups[0].Seen.Layout.Columns[0].Field != "title" {
		t.Error("the groups that views may draw were changed")
	}
	b.post(BringTables, nil)
	b.loop.ConsumeAll()
	if len(a.read) != 3 || !a.read[0].Recipe.Same(recipe) || !a.read[1].Recipe.Same(recipe) || a.read[2].Recipe.Encoding != "" {
		t.Errorf("read %+v", a.read)
	}
	if left := state[Tables](b, TablesState); len(left.Groups) != 0 {
		t.Errorf("%d groups still wait", len(left.Groups))
	}
	b.post(Bring, sources("a.csv")) // as the person said before, without asking
	b.loop.ConsumeAll()
	if left := state[Tables](b, TablesState); len(left.Groups) != 0 || len(a.read) != 4 || !a.read[3].Recipe.Same(recipe) {
		t.Errorf("the same table again: %d groups, read %+v", len(left.Groups), a.read[3:])
	}
}

func TestAFailedChangeSaysWhy(t *testing.T) {
	a := newArchive(map[string]protocol.Previewed{"a.csv": csvOf("body")})
	b := setUp(t, a)
	b.post(Bring, sources("a.csv"))
	b.loop.ConsumeAll()
	delete(a.tables, "a.csv")
	b.post(ChangeTable, TableChange{Recipe: protocol.Recipe{Encoding: "big5"}})
	b.loop.ConsumeAll()
	if g := state[Tables](b, TablesState).Groups[0]; g.Busy || g.Err == nil || len(g.Seen.Layout.Columns) != 1 {
		t.Errorf("group %+v: want the reason, and what was seen before", g)
	}
}

func TestTablesLeftOutAreAccountedFor(t *testing.T) {
	a := newArchive(map[string]protocol.Previewed{"a.csv": csvOf("body"), "b.csv": csvOf("body")})
	b := setUp(t, a)
	b.post(Bring, sources("a.csv", "b.csv"))
	b.loop.ConsumeAll()
	b.post(LeaveTables, nil)
	b.post(LeaveTables, nil)
	b.loop.ConsumeAll()
	l := state[Ledger](b, LedgerState)
	if l.Skipped != 2 || l.Entries[0].Skip != protocol.SkipCanceled || len(a.read) != 0 {
		t.Errorf("ledger %+v, read %v", l, a.paths())
	}
}

func TestOnlySomeTablesAreLookedAt(t *testing.T) {
	many := map[string]protocol.Previewed{}
	var batch Batch
	for i := range maxPreviews + 5 {
		path := fmt.Sprintf("%03d.csv", i)
		many[path] = csvOf("body")
		batch.Sources = append(batch.Sources, protocol.Source{Path: path})
	}
	a := newArchive(many)
	b := setUp(t, a)
	b.post(Bring, batch)
	b.loop.ConsumeAll()
	got := state[Tables](b, TablesState)
	if got.Further != 5 || len(got.Groups) != 1 || len(got.Groups[0].Sources) != maxPreviews || len(a.read) != 5 {
		t.Errorf("%d further, %d groups, %d read", got.Further, len(got.Groups), len(a.read))
	}
}
