package action

import (
	"context"
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// Tables are the tables among the files just given. They wait until the person
// has seen how their columns will be read.
type Tables struct {
	Status  Status // Loading while they are looked at
	Groups  []TableGroup
	Further int // tables beyond those looked at, which are read as guessed
	Version int // counts changes
}

// A TableGroup is tables with the same columns, shown and changed as one.
type TableGroup struct {
	Sources []protocol.Source
	Recipe  protocol.Recipe    // of all of them; its Layout is zero until the person changes it
	Seen    protocol.Previewed // of the first
	Busy    bool               // a change is being looked at
	Err     error
}

// TableChange is another way to read a group of tables.
type TableChange struct {
	Group  int
	Recipe protocol.Recipe
}

const (
	previewRows = 6   // rows shown of a table: enough to know columns by
	maxPreviews = 400 // tables looked at: some milliseconds each
)

// tables is what the desk knows of tables that wait.
type tables struct {
	state  Tables
	recent []latest // of each group
}

// namesTable reports files that may be tables or exports, packed or not.
func namesTable(path string) bool {
	name := strings.ToLower(path[strings.LastIndexByte(path, '/')+1:])
	for _, packing := range []string{".gz", ".bz2", ".xz", ".zst"} {
		name = strings.TrimSuffix(name, packing)
	}
	switch name[strings.LastIndexByte(name, '.')+1:] {
	case "csv", "tsv", "tab", "json", "jsonl", "ndjson":
		return strings.Contains(name, ".")
	}
	return false
}

// setTablesAside takes the tables that the person has not seen yet out of what
// was given, and has them looked at.
func (d *Desk) setTablesAside(ctx app.Context, sources []protocol.Source) []protocol.Source {
	var found []protocol.Source
	rest, further := make([]protocol.Source, 0, len(sources)), 0
	for _, s := range sources {
		switch {
		case !namesTable(s.Path) || s.Recipe.Layout.Kind != "":
			rest = append(rest, s)
		case len(found) == maxPreviews:
			further++
			rest = append(rest, s)
		default:
			found = append(found, s)
		}
	}
	if len(found) == 0 {
		return rest
	}
	t := &d.tables.state
	t.Further += further
	t.Status = Loading
	t.Version++
	ctx.SetState(TablesState, *t)
	ctx.Async(func() {
		seen := make([]protocol.Previewed, len(found))
		errs := make([]error, len(found))
		for i, s := range found {
			seen[i], errs[i] = d.preview(ctx, s)
		}
		ctx.Dispatch(func(ctx app.Context) { d.tablesSeen(ctx, found, seen, errs) })
	})
	return rest
}

func (d *Desk) preview(ctx context.Context, s protocol.Source) (protocol.Previewed, error) {
	engine, err := d.ready(ctx)
	if err != nil {
		return protocol.Previewed{}, err
	}
	return engine.Preview(ctx, s, previewRows)
}

// tablesSeen groups what was looked at. What is no table of articles is brought
// in as it is: the ledger will say why.
func (d *Desk) tablesSeen(ctx app.Context, found []protocol.Source, seen []protocol.Previewed, errs []error) {
	t := &d.tables.state
	var others []protocol.Source
	for i, s := range found {
		if errs[i] != nil || seen[i].Layout.Kind == "" {
			others = append(others, s)
			continue
		}
		alike := slices.IndexFunc(t.Groups, func(g TableGroup) bool { return sameColumns(g.Seen.Layout, seen[i].Layout) })
		if alike < 0 {
			t.Groups = append(t.Groups, TableGroup{Recipe: s.Recipe, Seen: seen[i]})
			alike = len(t.Groups) - 1
		}
		t.Groups[alike].Sources = append(t.Groups[alike].Sources, s)
	}
	t.Status = Ready
	t.Version++
	d.tables.recent = make([]latest, len(t.Groups))
	ctx.SetState(TablesState, *t)
	if len(others) > 0 {
		d.bring(ctx, Batch{Sources: others})
	}
}

// sameColumns reports whether two tables can be shown as one.
func sameColumns(a, b protocol.Layout) bool {
	return a.Kind == b.Kind && a.Delimiter == b.Delimiter && a.Quote == b.Quote && a.Header == b.Header && a.Path == b.Path &&
		slices.EqualFunc(a.Columns, b.Columns, func(x, y protocol.Column) bool { return x.Name == y.Name && x.Field == y.Field })
}

func (d *Desk) handleChangeTable(ctx app.Context, a app.Action) {
	change, ok := a.Value.(TableChange)
	t := &d.tables.state
	if !ok || change.Group < 0 || change.Group >= len(t.Groups) {
		return
	}
	t.Groups = slices.Clone(t.Groups) // views may still draw the old ones
	g := &t.Groups[change.Group]
	g.Recipe, g.Busy, g.Err = change.Recipe, true, nil
	if change.Recipe.Layout.Kind != "" {
		g.Seen.Layout = change.Recipe.Layout
	}
	t.Version++
	ctx.SetState(TablesState, *t)
	first := g.Sources[0]
	first.Recipe = change.Recipe
	ask(ctx, d, &d.tables.recent[change.Group], question[protocol.Previewed]{
		put: func(work context.Context, e Engine) (protocol.Previewed, error) {
			return e.Preview(work, first, previewRows)
		},
		answered: func(ctx app.Context, seen protocol.Previewed, err error) {
			if change.Group >= len(t.Groups) {
				return
			}
			t.Groups = slices.Clone(t.Groups)
			g := &t.Groups[change.Group]
			g.Busy, g.Err = false, err
			if err == nil {
				g.Seen = seen
			}
			t.Version++
			ctx.SetState(TablesState, *t)
		},
	})
}

func (d *Desk) handleBringTables(ctx app.Context, _ app.Action) {
	var batch Batch
	for _, g := range d.tables.state.Groups {
		for _, s := range g.Sources {
			corrections := s.Recipe.Corrections
			s.Recipe = g.Recipe
			s.Recipe.Corrections = corrections
			d.kept.sources[s.Path] = s
			batch.Sources = append(batch.Sources, s)
		}
	}
	d.kept.changes++
	d.noTables(ctx)
	if len(batch.Sources) > 0 {
		d.bring(ctx, batch)
	}
}

// handleLeaveTables leaves them out; the ledger says so.
func (d *Desk) handleLeaveTables(ctx app.Context, _ app.Action) {
	var batch Batch
	for _, g := range d.tables.state.Groups {
		for _, s := range g.Sources {
			batch.Refused = append(batch.Refused, protocol.Entry{Path: s.Path, Bytes: s.Size, Format: g.Seen.Format, Skip: protocol.SkipCanceled})
		}
	}
	d.noTables(ctx)
	if len(batch.Refused) > 0 {
		d.bring(ctx, batch)
	}
}

func (d *Desk) noTables(ctx app.Context) {
	d.tables.state = Tables{Version: d.tables.state.Version + 1}
	ctx.SetState(TablesState, d.tables.state)
}
