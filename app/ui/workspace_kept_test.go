package ui

import (
	"strings"
	"testing"

	"clippings/app/action"
)

// TestNoRoomIsTold: the person hears how much is kept, what becomes of the rest, and
// what can be done.
func TestNoRoomIsTold(t *testing.T) {
	for want, n := range map[string]workspaceNotices{
		"Nothing of what is open is kept":                                             {Documents: 5, now: action.Workspace{Keep: action.KeptFull}},
		"Kept: 2,000 of 5,000 documents. The others are here until":                   {Documents: 5000, now: action.Workspace{Keep: action.KeptFull, Documents: 2000}},
		"what you have changed last may be gone when the page is closed. Save all of": {Documents: 5, now: action.Workspace{Keep: action.KeptFull, Documents: 5}},
	} {
		if got := n.keepText(); !strings.Contains(got, want) || !strings.Contains(got, "Remove a workspace") && !strings.Contains(got, "remove a workspace") {
			t.Errorf("%+v: %q, want %q", n.now, got, want)
		}
	}
}
