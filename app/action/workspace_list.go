package action

import (
	"context"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/files"
	"clippings/wasm/coord"
	"clippings/wasm/ordering"
)

// Workspaces are those kept on this device.
type Workspaces struct {
	Status    Status
	Err       error
	List      []coord.Workspace // the one kept last first; without their pages
	Damaged   []string          // IDs of those of which nothing can be read
	Used      uint64            // bytes that this site keeps here, the program too
	Quota     uint64            // bytes it may keep; 0 where the browser does not tell
	Persisted bool              // the browser has promised not to clear it
	Single    bool              // this page is a file of its own on a disk
	Forgotten bool              // everything was forgotten, and nothing was left when looked for
	Version   int               // counts changes
}

// has reports whether a workspace is listed, under its name.
func (l *Workspaces) has(w *coord.Workspace) bool {
	for i := range l.List {
		if l.List[i].ID == w.ID {
			return l.List[i].Name == w.Name
		}
	}
	return false
}

func (d *Desk) handleListWorkspaces(ctx app.Context, _ app.Action) { d.listWorkspaces(ctx) }

// listed is what came of listing.
type listed struct {
	coord.WorkspaceList
	persisted bool
}

func (d *Desk) listWorkspaces(ctx app.Context) {
	w := &d.workspace
	if !w.keeps() {
		return
	}
	keeper, tabs := w.keeper, w.tabs
	ask(ctx, d, &w.listing, question[listed]{
		put: func(work context.Context, _ Engine) (got listed, err error) {
			got.WorkspaceList, err = keeper.Workspaces(work)
			got.persisted = tabs != nil && tabs.Persisted(work)
			return got, err
		},
		answered: func(ctx app.Context, got listed, err error) {
			l := &w.list
			l.Status, l.Err = Ready, err
			if err == nil {
				l.List, l.Damaged, l.Persisted = got.Workspaces, got.Damaged, got.persisted
				l.Used, l.Quota = got.Used, got.Quota
				l.Single = app.Window().URL().Scheme == "file"
				ordering.By(l.List, func(a, b coord.Workspace) int { return int(min(max(b.Saved-a.Saved, -1), 1)) })
				for i := range l.List {
					l.List[i].Page = nil
				}
			} else {
				l.Status = Failed
			}
			l.Version++
			ctx.SetState(WorkspacesState, *l)
		},
	})
}

func (d *Desk) handleOpenWorkspace(ctx app.Context, a app.Action) {
	id, ok := a.Value.(string)
	if !ok || id != "" && id == d.workspace.state.ID {
		return
	}
	d.change(ctx, func(work context.Context, o *opening) {
		if id == "" {
			o.begin(work)
		} else {
			o.reopen(work, id)
		}
	})
}

// maxName is how many bytes a name of a workspace may have.
const maxName = 200

func (d *Desk) handleRenameWorkspace(ctx app.Context, a app.Action) {
	name, ok := a.Value.(string)
	name = strings.Join(strings.Fields(name), " ")
	w := &d.workspace
	if !ok || name == "" || len(name) > maxName || w.open == nil || name == w.open.Name {
		return
	}
	set := func(to string) way {
		return atOnce(func(ctx app.Context) {
			w.open.Name, w.state.Name = to, to
			d.showWorkspace(ctx)
			d.keepSoon(ctx)
		})
	}
	before := w.open.Name
	set(name)(ctx, func(app.Context, error) {})
	d.note(ctx, step{change: Change{Of: OfWorkspace, Name: name}, back: set(before), again: set(name)})
}

// handleRemoveWorkspace removes a workspace from the device. In the place of the
// one that is open a new one is begun.
func (d *Desk) handleRemoveWorkspace(ctx app.Context, a app.Action) {
	if id, ok := a.Value.(string); ok {
		d.removeWorkspace(ctx, id)
	}
}

func (d *Desk) removeWorkspace(ctx app.Context, id string) {
	w := &d.workspace
	if id == "" || w.keeper == nil {
		return
	}
	files.StorageOf(ctx).Del(unkeptKey + id)
	if id == w.state.ID {
		if w.state.Keep == KeptElsewhere {
			return
		}
		w.changed = false
		d.change(ctx, func(work context.Context, o *opening) {
			err := o.keeper.Forget(work, id)
			o.begin(work)
			o.err = err
		})
		return
	}
	keeper, tabs := w.keeper, w.tabs
	ctx.Async(func() {
		err := forgetUnheld(ctx, keeper, tabs, id)
		ctx.Dispatch(func(ctx app.Context) {
			if err != nil {
				w.state.Err = err
				d.showWorkspace(ctx)
			}
			d.listWorkspaces(ctx)
			if w.changed { // perhaps for want of room
				d.keepSoon(ctx)
			}
		})
	})
}

// askToPersist asks the browser once not to clear what is kept, when that would
// be a loss.
func (d *Desk) askToPersist(ctx app.Context) {
	w := &d.workspace
	if w.tabs == nil || w.asked || w.state.Documents <= worthKeeping {
		return
	}
	w.asked = true
	tabs := w.tabs
	ctx.Async(func() {
		persisted := tabs.Persisted(ctx) || tabs.Persist(ctx)
		ctx.Dispatch(func(ctx app.Context) {
			w.list.Persisted = persisted
			w.list.Version++
			ctx.SetState(WorkspacesState, w.list)
		})
	})
}

// worthKeeping is up to how many documents a workspace is no loss: they are
// dropped again in a moment.
const worthKeeping = 50
