package action

import (
	"slices"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/files"
	"clippings/wasm/protocol"
)

// groupingKey is where the browser keeps, on this device, how documents are
// grouped.
const groupingKey = "clippings/grouping"

// keptGrouping is what is kept of it.
type keptGrouping struct {
	Settings  *protocol.Settings // nil where the person has set none
	Decisions []Decision
}

// load brings back what was kept on this device. What it does not know there is
// left out: another version of the program may have written it.
func (g *grouping) load(ctx app.Context) {
	var k keptGrouping
	if err := files.StorageOf(ctx).Get(groupingKey, &k); err != nil {
		k = keptGrouping{}
	}
	g.take(k)
	ctx.SetState(GroupingState, g.state)
}

// take puts what was kept in the place of what there is.
func (g *grouping) take(k keptGrouping) {
	g.state.Settings, g.state.Decisions = protocol.DefaultSettings(), nil
	if k.Settings != nil {
		g.state.Settings = sane(*k.Settings)
	}
	for _, d := range k.Decisions {
		if d.Kind <= protocol.Represents {
			g.state.Decisions = append(g.state.Decisions, d)
		}
	}
}

// keepGrouping writes it down, in a task of its own: it takes 10 ms the first
// time.
func (d *Desk) keepGrouping(ctx app.Context) {
	g := &d.grouping
	ctx.After(time.Millisecond, func(ctx app.Context) {
		k := keptGrouping{Decisions: g.state.Decisions}
		if !IsUsual(g.state.Settings) || len(g.state.Settings.Preferred) > 0 {
			k.Settings = &g.state.Settings
		}
		if err := d.keepValue(ctx, groupingKey, k); err != nil {
			app.Log("how documents are grouped is kept until the page is closed only:", err)
		}
		ctx.PreventUpdate()
	})
}

// IsUsual reports whether settings are those the program starts with.
func IsUsual(s protocol.Settings) bool {
	s.Preferred = nil // its keeper prefers no outlet
	return same(s, protocol.DefaultSettings())
}

func same(a, b protocol.Settings) bool {
	return a.Jaccard == b.Jaccard && a.Containment == b.Containment && a.Run == b.Run &&
		a.Cosine == b.Cosine && a.Days == b.Days && a.Keeper == b.Keeper && slices.Equal(a.Preferred, b.Preferred)
}

// Within these, settings make sense: texts of which a quarter is the same are
// hardly near copies, and under a cosine of 0.02 everything is one story.
const (
	MinJaccard = protocol.MinContainment
	MaxRun     = 100
	MinCosine  = 0.02
	MaxCosine  = 0.6
	MaxDays    = 60
	maxOutlets = 100
)

// sane brings settings within what they may be.
func sane(s protocol.Settings) protocol.Settings {
	s.Jaccard = within(s.Jaccard, MinJaccard, 1)
	s.Containment = within(s.Containment, protocol.MinContainment, 1)
	s.Cosine = within(s.Cosine, MinCosine, MaxCosine)
	s.Run, s.Days = min(s.Run, MaxRun), min(s.Days, MaxDays)
	if s.Keeper > protocol.KeepPreferred {
		s.Keeper = protocol.KeepCredited
	}
	s.Preferred = s.Preferred[:min(len(s.Preferred), maxOutlets)]
	return s
}

func within(x, low, high float64) float64 {
	if x >= low {
		return min(x, high)
	}
	return low
}
