package action

import (
	"context"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/files"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// Actions upon workspaces: what the person has brought in, found and set, kept
// on this device under a name.
const (
	OpenWorkspace   = "clippings/workspace/open"   // string: ID; "" begins a new one
	RenameWorkspace = "clippings/workspace/name"   // string: name of the one that is open
	RemoveWorkspace = "clippings/workspace/remove" // string: ID
	ListWorkspaces  = "clippings/workspace/list"   // nil
	KeepWorkspace   = "clippings/workspace/keep"   // nil: now, and again if it failed
	ForgetDevice    = "clippings/workspace/forget" // nil: everything that is kept on this device
	HearWorkspace   = "clippings/workspace/heard"  // nil: what was told of opening it has been read
)

// States of workspaces.
const (
	WorkspaceState  = "clippings/state/workspace"  // Workspace
	WorkspacesState = "clippings/state/workspaces" // Workspaces
)

// Workspace is the workspace that is open, and how it is kept:
//
//	start     the one of the last visit is opened, before any question is answered
//	changes   it is kept a moment after the last one, in the background; what was not
//	          kept yet when the page is closed is taken up the next time (unkept)
//	imports   the engine keeps it on the way, too
//	two tabs  the second reads, and takes over when the first is closed
type Workspace struct {
	ID, Name  string
	Opening   bool // what was here is on its way
	Expected  int  // documents that were here
	Keep      KeepStatus
	Err       error // of KeepFailed, or why it could not be opened
	Bytes     uint64
	Documents int // that are kept
	Where     protocol.Keeping
	Lost      []string // files of which something kept was damaged
	Apart     bool     // what was changed here became a workspace of its own: another tab had this one
	Gone      string   // a file that would have to be dropped again to be read again
	Unsaved   bool     // closing the page now would lose something that could be kept
	Opened    int      // counts workspaces opened
}

// KeepStatus tells how far a workspace is kept.
type KeepStatus uint8

const (
	KeptNot       KeepStatus = iota // nothing is there to be kept
	KeptWaiting                     // changed, not kept yet
	KeptSaving                      // being written
	KeptWhole                       // all of it
	KeptFull                        // not since the last change: no room
	KeptNone                        // this browser lets pages keep nothing
	KeptElsewhere                   // another tab keeps it
	KeptFailed                      // for another reason, which Err tells
)

// A Keeper is an engine that keeps what it holds on this device. Engines that are
// none forget all when the page is closed.
type Keeper interface {
	// Save keeps all there is as w, which is brought up to date.
	Save(ctx context.Context, w *coord.Workspace) error
	// KeepTo has imports keep what they have read as w, now and then; nil: not.
	KeepTo(w *coord.Workspace)
	// Reopen takes up a workspace in the place of what there is.
	Reopen(ctx context.Context, id string) (coord.Opened, error)
	// Workspaces lists what is kept.
	Workspaces(ctx context.Context) (coord.WorkspaceList, error)
	// Forget removes a workspace from the device; "" removes all.
	Forget(ctx context.Context, id string) error
}

// Tabs keeps tabs of one browser from writing the same workspace.
type Tabs interface {
	// Hold takes a workspace for this tab, if no other has it.
	Hold(ctx context.Context, id string) (held bool, release func())
	// Await waits until the workspace is this tab's: false if ctx ends before.
	Await(ctx context.Context, id string) (held bool, release func())
	// Persist asks the browser not to clear what is kept when room is short,
	// Persisted whether it has promised that.
	Persist(ctx context.Context) bool
	Persisted(ctx context.Context) bool
}

// workspace is what the desk knows of the one that is open. But for keeper and
// tabs it belongs to the page's goroutine.
type workspace struct {
	keeper  Keeper // nil where nothing can be kept
	tabs    Tabs   // nil where there is one tab only
	state   Workspace
	open    *coord.Workspace
	release func() // lets other tabs have it
	follow  latest // waits for the tab that has it
	page    pageWriter
	changed bool // since it was kept last
	saving  bool
	took    time.Duration                 // to keep it the last time
	turn    uint64                        // counts changes; see unkept
	touched map[string]bool               // files whose corrections are being kept
	drafts  map[place]protocol.Correction // that are being typed or made
	drafted bool                          // drafts are written down where there is no workspace
	typed   int                           // counts changes of what is being typed
	asked   bool                          // the browser was asked to persist
	waits   int                           // counts changes, to wait for the last
	nowhere bool                          // nothing can be kept here
	packing Packing
	waiting []Batch // dropped while it was being opened
	list    Workspaces
	listing latest
}

// lastKey is where the browser keeps which workspace was open last.
const lastKey = "clippings/workspace"

// lastOpen is what is kept there: enough to say at once that something will be
// opened.
type lastOpen struct {
	ID, Name  string
	Documents int
}

func (d *Desk) setUpWorkspace(ctx app.Context) {
	ctx.Handle(Draft, d.handleDraft)
	d.listenForLeave(ctx)
	ctx.Handle(OpenWorkspace, d.handleOpenWorkspace)
	ctx.Handle(RenameWorkspace, d.handleRenameWorkspace)
	ctx.Handle(RemoveWorkspace, d.handleRemoveWorkspace)
	ctx.Handle(ListWorkspaces, d.handleListWorkspaces)
	ctx.Handle(KeepWorkspace, func(ctx app.Context, _ app.Action) { d.keepNow(ctx) })
	ctx.Handle(SaveWorkspaceFile, d.handleSaveWorkspaceFile)
	ctx.Handle(ForgetDevice, d.handleForgetDevice)
	ctx.Handle(HearWorkspace, func(ctx app.Context, _ app.Action) {
		s := &d.workspace.state
		s.Lost, s.Gone, s.Apart = nil, "", false
		if s.Keep != KeptFailed {
			s.Err = nil
		}
		d.showWorkspace(ctx)
	})
	var last lastOpen
	if files.StorageOf(ctx).Get(lastKey, &last) != nil {
		last = lastOpen{}
	}
	d.workspace.state = Workspace{ID: last.ID, Name: last.Name, Expected: last.Documents, Opening: true}
	d.showWorkspace(ctx)
}

func (d *Desk) showWorkspace(ctx app.Context) {
	w := &d.workspace
	w.state.Unsaved = w.losesOnClose()
	ctx.SetState(WorkspaceState, w.state)
}

// losesOnClose reports whether something that could be kept would be lost if the
// page were closed now. What is about to be kept is written down then.
func (w *workspace) losesOnClose() bool {
	switch w.state.Keep {
	case KeptFull, KeptFailed:
		return true
	case KeptElsewhere:
		return w.changed
	}
	return false
}

// keeps reports whether what the person sets goes into the workspace. If not, the
// browser's own storage has it.
func (w *workspace) keeps() bool { return w.keeper != nil && !w.nowhere }

// keepValue keeps a part of what the person has set: in the workspace, or where
// there is none under a key of the browser's own storage.
func (d *Desk) keepValue(ctx app.Context, key string, value any) error {
	if d.workspace.keeps() {
		d.keepSoon(ctx)
		return nil
	}
	return files.StorageOf(ctx).Set(key, value)
}

// noteLast notes which workspace is to be opened the next time. What earlier
// versions kept elsewhere is in it from now on.
func (d *Desk) noteLast(ctx app.Context) {
	s := &d.workspace.state
	if err := files.StorageOf(ctx).Set(lastKey, lastOpen{ID: s.ID, Name: s.Name, Documents: s.Documents}); err != nil {
		app.Log("which workspace was open last is not kept:", err)
	}
	for _, key := range formerKeys {
		files.StorageOf(ctx).Del(key)
	}
}

// formerKeys are those under which the browser's own storage has what is part of
// a workspace.
var formerKeys = []string{correctionsKey, groupingKey, savedKey, historyKey}
