package action

import (
	"context"
	"errors"
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/files"
	"clippings/wasm/protocol"
)

// forgetUnheld removes a workspace that no other tab has open: protocol.ErrInUse
// if one does.
func forgetUnheld(ctx context.Context, keeper Keeper, tabs Tabs, id string) error {
	if tabs != nil {
		held, release := tabs.Hold(ctx, id)
		defer release()
		if !held {
			return protocol.ErrInUse
		}
	}
	return keeper.Forget(ctx, id)
}

// handleForgetDevice forgets everything that is kept on this device, in all
// workspaces and beside them, and looks whether anything is left. The program
// itself stays: what the service worker has is no one's.
func (d *Desk) handleForgetDevice(ctx app.Context, _ app.Action) {
	w := &d.workspace
	if d.bringing.state.Status == Loading {
		return
	}
	d.forgetStorage(ctx)
	if !w.keeps() {
		d.handleStartOver(ctx, app.Action{})
		d.forgetSettings(ctx)
		w.list.Forgotten = true
		w.list.Version++
		ctx.SetState(WorkspacesState, w.list)
		return
	}
	w.changed = false
	d.change(ctx, func(work context.Context, o *opening) {
		err := o.forgetAll(work)
		o.begin(work)
		o.err = err
	})
}

// forgetAll removes every workspace and lists what is left.
func (o *opening) forgetAll(ctx context.Context) error {
	list, err := o.keeper.Workspaces(ctx)
	for i := range list.Workspaces { // none that another tab is about to write again
		err = errors.Join(err, forgetUnheld(ctx, o.keeper, o.tabs, list.Workspaces[i].ID))
	}
	if err == nil {
		err = o.keeper.Forget(ctx, "")
	}
	if err == nil {
		list, err = o.keeper.Workspaces(ctx)
	}
	if err != nil {
		return err
	}
	if n := len(list.Workspaces); n > 0 {
		return fmt.Errorf("%d of the workspaces are still there", n)
	}
	o.forgot = true
	return nil
}

// ownKeys begin all keys of the browser's own storage that are ours.
const ownKeys = "clippings/"

// forgetStorage empties what the browser's own storage has of ours.
func (d *Desk) forgetStorage(ctx app.Context) {
	files.StorageOf(ctx).DelAll(ownKeys)
	d.kept.limits, d.kept.preferences = protocol.Limits{}, Preferences{}
	ctx.SetState(LimitsState, d.kept.limits)
	ctx.SetState(PreferencesState, d.kept.preferences)
}
