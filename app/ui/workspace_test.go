package ui

import (
	"strings"
	"testing"

	"clippings/app/action"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// TestWorkspaceSaysWhatIsKept: where something may be lost, a sentence says what and
// what can be done.
func TestWorkspaceSaysWhatIsKept(t *testing.T) {
	for _, c := range []struct {
		keep action.KeepStatus
		want string
	}{
		{action.KeptWhole, ""},
		{action.KeptSaving, ""},
		{action.KeptNone, "only what you saved as a file is left"},
		{action.KeptElsewhere, "a workspace of its own"},
		{action.KeptFull, "remove a workspace"},
		{action.KeptFailed, "could not be kept"},
	} {
		n := &workspaceNotices{Documents: 1, now: action.Workspace{Keep: c.keep}}
		if got := n.keepText(); !strings.Contains(got, c.want) || (got == "") != (c.want == "") {
			t.Errorf("%d: says %q, want %q", c.keep, got, c.want)
		}
	}
}

func TestWorkspaceSaysWhatRoomThereIs(t *testing.T) {
	all := action.Workspaces{Status: action.Ready, Used: 8e6, Quota: 1e9}
	single, sure := all, all
	single.Single, sure.Persisted = true, true
	for _, c := range []struct {
		now  action.Workspace
		all  action.Workspaces
		want string
	}{
		{action.Workspace{}, all, "8.0 MB of 1.0 GB that this browser allows are used, 992.0 MB are left; the program itself"},
		{action.Workspace{}, sure, "has promised not to clear it"},
		{action.Workspace{}, single, "where it is moved or sent, it opens empty"},
		{action.Workspace{Keep: action.KeptNone}, all, ""},
		{action.Workspace{}, action.Workspaces{}, ""},
	} {
		if got := roomWords(&c.now, &c.all); !strings.Contains(got, c.want) || (got == "") != (c.want == "") {
			t.Errorf("%+v: says %q, want %q", c.now, got, c.want)
		}
	}
}

func TestWorkspaceFileSaysWhyNot(t *testing.T) {
	for err, want := range map[error]string{
		coord.ErrNoFile: "no workspace file", coord.ErrFileNewer: "a newer version", coord.ErrFileDamaged: "damaged",
		protocol.ErrFull: "No room is left", protocol.ErrOrder: "Something is being read", action.ErrFirstSave: "kept nowhere",
	} {
		if got := packingReason(err); !strings.Contains(got, want) {
			t.Errorf("%v: says %q, want %q", err, got, want)
		}
	}
}
