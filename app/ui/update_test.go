package ui

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
)

func TestUpdateNeverComesBetween(t *testing.T) {
	kept := action.Workspace{Keep: action.KeptWhole}
	tests := []struct {
		name string
		bar  updateBar
		want string // "" for no bar
	}{
		{"nothing waits", updateBar{}, ""},
		{"nothing is open", updateBar{waits: true}, "by itself when you next come"},
		{"all is kept", updateBar{waits: true, workspace: kept}, "with all that is here"},
		{"nothing is kept", updateBar{waits: true, workspace: action.Workspace{Keep: action.KeptNone}}, "would have to be dropped again"},
		{"files are read", updateBar{waits: true, workspace: kept, importing: action.Import{Status: action.Loading}}, ""},
		{"a workspace is opened", updateBar{waits: true, workspace: action.Workspace{Opening: true}}, ""},
		{"a change is being kept", updateBar{waits: true, workspace: action.Workspace{Keep: action.KeptSaving}}, ""},
		{"a change waits to be kept", updateBar{waits: true, workspace: action.Workspace{Keep: action.KeptWaiting}}, ""},
		{"put off", updateBar{waits: true, later: true, workspace: kept}, ""},
		{"something is typed", updateBar{waits: true, typed: true, workspace: kept}, "Reload all the same"},
	}
	for _, test := range tests {
		html := app.HTMLString(test.bar.Render())
		if isThere := strings.Contains(html, "update-later"); isThere != (test.want != "") || !strings.Contains(html, test.want) {
			t.Errorf("%s: want %q in %s", test.name, test.want, html)
		}
	}
}
