package ui

import (
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// groupingPanel is how documents are grouped: the settings, and what the person
// decided. What is moved is shown at once in the list below it.
type groupingPanel struct {
	app.Compo
	Whole bool // with what was decided; else it only leads there

	now      action.Grouping
	list     action.Stories
	settings protocol.Settings // as the panel shows them
	moved    int               // counts moves
	waiting  bool              // a move has not been posted yet
	decided  int               // decisions shown
	parts    int               // drawn so far
}

// moveWait is how long a slider must rest until the list is made anew: shorter
// than a person waits for, longer than from one step of a drag to the next.
const moveWait = 150 * time.Millisecond

func (p *groupingPanel) OnMount(ctx app.Context) {
	p.decided = decidedStep
	ctx.ObserveState(action.StoriesState, &p.list)
	ctx.ObserveState(action.GroupingState, &p.now).OnChange(p.arrived)
	p.arrived()
	drawInTurn(ctx, &p.parts, func() int { return groupingParts })
}

// groupingParts are drawn in turn.
const groupingParts = 4

// arrived takes up settings, unless the person is just moving one.
func (p *groupingPanel) arrived() {
	if !p.waiting {
		p.settings = p.now.Settings
	}
}

func (p *groupingPanel) Render() app.UI {
	return markup(`
		<section id=grouping class=grouping aria-labelledby=grouping-title aria-busy=$>
			<h2 id=grouping-title class=grouping-title>What counts as a copy, and as one story</h2>
			<p class=grouping-note>Nothing is read again: the list changes at once. All figures count runs of five words that both texts have, exactly.</p>
			<div class=grouping-parts>$</div>
			<div class=grouping-foot>
				<p id=grouping-result class=grouping-result role=status>$</p>
				<button id=grouping-back class='link link-quiet' type=button disabled=$ onclick=$>Set back to the usual</button>
			</div>
		</section>`,
		p.busy(), several(p.parts, p.renderPart), p.result(), action.IsUsual(p.settings), p.onBack)
}

func (p *groupingPanel) renderPart(i int) app.UI {
	switch i {
	case 0:
		return p.renderSliders("Copies", sliders[:3])
	case 1:
		return p.renderSliders("Stories", sliders[3:])
	case 2:
		return p.renderKeeper()
	}
	if !p.Whole {
		return p.renderToDecided()
	}
	return p.renderDecided()
}

func (p *groupingPanel) busy() bool {
	return p.waiting || p.now.Status == action.Loading || p.list.Status == action.Loading
}

// result says what came of the settings. It stays as it is until it is known
// anew.
func (p *groupingPanel) result() string {
	if p.now.Status == action.Failed {
		return "The texts could not be grouped. " + reason(p.now.Err)
	}
	l := p.list
	if l.Total == 0 && l.Status != action.Ready {
		return "" // not known yet
	}
	return many(l.Total, "story", "stories") + ", " + many(l.Groups, "group of copies", "groups of copies") + ", " +
		many(l.Documents, "document", "documents")
}

func (p *groupingPanel) renderSliders(name string, list []slider) app.UI {
	return markup(`<fieldset class=grouping-part><legend class=grouping-name>$</legend>$</fieldset>`, name,
		several(len(list), func(i int) app.UI { return list[i].render(&p.settings, p.onSlide, p.onNumber) }))
}

// onSlide hears a slider on its way.
func (p *groupingPanel) onSlide(ctx app.Context, _ app.Event) { p.onMoved(ctx) }

// onNumber hears the box beside it, and shows there what was made of the number.
func (p *groupingPanel) onNumber(ctx app.Context, _ app.Event) {
	if s := p.onMoved(ctx); s != nil {
		ctx.JSSrc().Set("value", strconv.Itoa(s.get(&p.settings)))
	}
}

func (p *groupingPanel) onMoved(ctx app.Context) *slider {
	i := dataInt(ctx, "column")
	n, err := strconv.Atoi(ctx.JSSrc().Get("value").String())
	if i < 0 || i >= len(sliders) {
		return nil
	}
	s := &sliders[i]
	if err == nil {
		p.move(ctx, func(to *protocol.Settings) { s.set(to, max(s.low, min(n, s.high))) })
	}
	return s
}

// move changes the settings; the list follows when they rest.
func (p *groupingPanel) move(ctx app.Context, change func(*protocol.Settings)) {
	change(&p.settings)
	p.moved++
	p.waiting = true
	moved := p.moved
	ctx.After(moveWait, func(ctx app.Context) {
		if p.moved == moved {
			p.post(ctx)
		}
	})
}

func (p *groupingPanel) post(ctx app.Context) {
	p.waiting = false
	ctx.NewActionWithValue(action.Regroup, p.settings)
}

func (p *groupingPanel) onBack(ctx app.Context, _ app.Event) {
	preferred := p.settings.Preferred
	p.settings = protocol.DefaultSettings()
	p.settings.Preferred = preferred // a list that took work: unused, but there
	p.moved++
	p.post(ctx)
}
