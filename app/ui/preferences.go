package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// preferences is the view of what the person can set, and of what is kept of it on
// this device:
//
//	how documents are grouped, with what was decided by hand
//	how differences of spelling are shown
//	light and dark
//	limits of reading
//	what is kept here, and how it is forgotten
//
// What is changed holds at once and can be undone.
type preferences struct {
	app.Compo
	theme    theme
	now      action.Preferences
	limits   protocol.Limits
	grouping action.Grouping
	searches action.Searches
	keeping  action.Keeping
	parts    int // drawn so far
}

// preferenceParts are drawn in turn.
const preferenceParts = 3

func (p *preferences) OnMount(ctx app.Context) {
	p.theme = loadTheme(ctx)
	ctx.ObserveState(themeState, &p.theme)
	ctx.ObserveState(action.PreferencesState, &p.now)
	ctx.ObserveState(action.LimitsState, &p.limits)
	ctx.ObserveState(action.GroupingState, &p.grouping)
	ctx.ObserveState(action.SearchesState, &p.searches)
	ctx.ObserveState(action.KeepingState, &p.keeping)
	drawInTurn(ctx, &p.parts, func() int { return preferenceParts })
}

func (p *preferences) Render() app.UI {
	return markup(`
		<section class=preferences aria-busy=$>
			<div class=view-head>
				<h1 class=view-title tabindex=-1 data-focus=1>Settings</h1>
				<p class=view-note>They hold at once, are kept in this browser, on this device, and go nowhere else. $ Z undoes a change.</p>
			</div>
			$$$
		</section>`, p.parts < preferenceParts, commandKey(), &workspaces{Whole: true}, &groupingPanel{Whole: true}, several(p.parts, p.renderPart))
}

func (p *preferences) renderPart(i int) app.UI {
	switch i {
	case 0:
		return p.renderSpelling()
	case 1:
		return p.renderLimits()
	}
	return p.renderKept()
}

// renderSpelling draws what is chosen between a few.
func (p *preferences) renderSpelling() app.UI {
	theme := p.theme
	if theme == "" {
		theme = themeSystem
	}
	return elem("div", "preference-pair",
		p.renderChoice(choiceOf{
			id: "spelling", name: "Differences of spelling",
			note: "British and American spelling, names from another alphabet, titles such as Mr, and punctuation: texts that differ in these alone are still one wording. Each comparison can also be set by itself.",
			list: []option{{"fold", "Fold away in comparisons"}, {"show", "Show in comparisons"}},
			at:   map[bool]string{false: "fold", true: "show"}[p.now.Minor], on: p.onSpelling,
		}),
		p.renderChoice(choiceOf{
			id: "theme", name: "Light and dark",
			list: []option{{string(themeSystem), "As the system"}, {string(themeLight), "Light"}, {string(themeDark), "Dark"}},
			at:   string(theme), on: p.onTheme,
		}),
	)
}

// choiceOf is one of a few, all of them in sight.
type choiceOf struct {
	id, name, note string
	list           []option
	at             string
	on             app.EventHandler
}

func (p *preferences) renderChoice(c choiceOf) app.UI {
	return markup(`
		<fieldset id=$ class=preference aria-describedby=$>
			<legend class=preference-name>$</legend>
			<p id=$ class=preference-note>$</p>
			$
		</fieldset>`,
		"preference-"+c.id, "preference-"+c.id+"-note", c.name, "preference-"+c.id+"-note", c.note,
		several(len(c.list), func(i int) app.UI {
			o := c.list[i]
			return markup(`<label class=preference-choice><input type=radio name=$ value=$ checked=$ onchange=$/> $</label>`,
				c.id, o.value, o.value == c.at, c.on, o.text)
		}))
}

func (p *preferences) onSpelling(ctx app.Context, _ app.Event) {
	p.spell(ctx, ctx.JSSrc().Get("value").String() == "show")
}

func (p *preferences) spell(ctx app.Context, minor bool) {
	now := p.now
	now.Minor = minor
	ctx.NewActionWithValue(action.Prefer, now)
}

func (p *preferences) onTheme(ctx app.Context, _ app.Event) {
	setTheme(ctx, theme(ctx.JSSrc().Get("value").String()))
}

// renderLimits lists the limits of reading; they are set in a dialog, as they
// hold together.
func (p *preferences) renderLimits() app.UI {
	usual := protocol.DefaultLimits
	return markup(`
		<section class=preference aria-labelledby=preference-limits>
			<h2 id=preference-limits class=preference-name>How much is read of a file</h2>
			<p class=preference-note>Limits keep one damaged or hostile file from taking all the memory. What they leave out is told under <a class=link href=$>Files</a>.</p>
			<dl class=preference-facts>$</dl>
			<p>$</p>
		</section>`, address{view: viewLedger}.String(),
		several(len(limitFields), func(i int) app.UI {
			f := limitFields[i]
			value, note := *f.of(&p.limits), ""
			if value == 0 {
				value, note = *f.of(&usual), " (usual)"
			}
			return markup(`<div class=preference-fact><dt>$</dt><dd>$ $$</dd></div>`,
				f.label, limitWords(float64(value)/float64(f.one)), f.unit, note)
		}),
		button("limits-open", "button", "Change limits …", onLimits))
}

// limitWords writes a limit: "4,194,304", "0.5".
func limitWords(n float64) string {
	if n >= 1 {
		return number(int(n))
	}
	return strconv.FormatFloat(n, 'f', -1, 64)
}
