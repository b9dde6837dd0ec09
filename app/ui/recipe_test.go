package ui

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

func TestLimitsAreReadInUnits(t *testing.T) {
	now := protocol.Limits{MaxFile: 5 << 20, MaxExpanded: 1 << 29}
	f := newLimitForm("limits", limitFields, now)
	if f.typed[0] != "5" || f.typed[3] != "0.5" || f.typed[1] != "" {
		t.Errorf("boxes show %q", f.typed)
	}
	for _, c := range []struct {
		typed string
		want  int64
		ok    bool
	}{
		{"", 0, true}, {"0", 0, true}, {"64", 64 << 20, true}, {"1.5", 3 << 19, true}, {"1,000", 1000 << 20, true},
		{"-3", 0, false}, {"many", 0, false}, {"1e99", 0, false}, {"NaN", 0, false}, {"2001", 0, false},
	} {
		f.typed[0] = c.typed
		got, err := f.limits()
		if (err == nil) != c.ok || c.ok && (got.MaxFile != c.want || got.MaxExpanded != now.MaxExpanded) {
			t.Errorf("%q: %+v, %v", c.typed, got, err)
		}
	}
}

func TestLimitsAreSetForWhatComes(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.post(showOverlay, overlayLimits)
	r.sees("Limits", "Largest document", "MB, usually 32", "Archives in archives", "Set back")
	s := &settings{form: newLimitForm("limits", limitFields, protocol.Limits{})}
	s.form.typed[2] = "none"
	r.do(s.save)
	if text := app.HTMLString(s); !strings.Contains(text, "Archives in archives: give a number from 0 to 32") {
		t.Errorf("a wrong number is not told: %s", text)
	}
	s.form.typed[2] = "3"
	r.do(s.save)
	r.bring()
	if got := r.engine.ingested; len(got) != 1 || got[0].Recipe.Limits.MaxDepth != 3 {
		t.Errorf("read with %+v", got)
	}
}

func TestFileIsReadAgainInAnotherWay(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.post(openReread, "pile/0.txt")
	r.sees("Read again", "pile/0.txt is read anew", "Cyrillic (windows-1251)", "One article, even if it looks like several")
	d := &reread{Path: "pile/0.txt", encoding: "koi8-r", whole: true, form: newLimitForm("reread", limitFields[:3], protocol.Limits{})}
	d.form.typed[0] = "1"
	r.do(d.read)
	got := r.engine.ingested[len(r.engine.ingested)-1]
	if len(r.engine.ingested) != 2 || got.Path != "pile/0.txt" ||
		!got.Recipe.Same(protocol.Recipe{Encoding: "koi8-r", Whole: true, Limits: protocol.Limits{MaxFile: 1 << 20}}) {
		t.Errorf("read again as %+v", got.Recipe)
	}
	r.post(action.Reread, "not a file")
	r.post(openReread, 3)
}
