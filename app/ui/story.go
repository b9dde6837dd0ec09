package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// oneStory is a story: who told what, and when.
//
//	who published when          a time line
//	the texts                   copies of one text, and those that stand alone
//	what all versions say       sentences, names and figures
//	only here                   sentences with no counterpart
//	quotes                      in their different wordings
//
// The first two show at once, the others when the texts have been compared. A
// section is drawn in every frame: all at once would take longer than one has.
type oneStory struct {
	app.Compo
	At address

	now     action.Told
	list    action.Picking // of the list of stories, to go back to
	saved   action.Saved
	before  int             // savings before this view
	made    *action.Telling // what the rest is made of
	row     *storyRow       // the texts
	times   *timeline       // when they were published
	told    *telling        // what they say; nil until they were compared
	acting  string          // the document that is being changed
	opened  map[string]bool // by name of what opens
	most    map[string]int  // how much is drawn of each list, where it is more than at first
	speaker string          // whose quotes are shown; "" for all
	sought  string          // in quotes; in small letters
	drawn   int             // sections
	turns   map[string]int  // changes of each section, so that no other is drawn anew
}

func (v *oneStory) OnMount(ctx app.Context) {
	v.opened, v.most, v.turns = make(map[string]bool), make(map[string]int), make(map[string]int)
	var list action.Stories
	ctx.GetState(action.StoriesState, &list)
	v.list = list.Picking
	ctx.Handle(keyAction, func(ctx app.Context, a app.Action) {
		if a.Value == "b" {
			v.back().follow(ctx)
		}
	})
	ctx.ObserveState(action.SavedState, &v.saved)
	v.before = v.saved.Count
	ctx.ObserveState(action.ToldState, &v.now).OnChange(func() { v.arrived(ctx) })
	v.arrived(ctx)
}

// back is the list as it was left.
func (v *oneStory) back() address {
	return address{view: viewStories, setting: setting{within: v.list.Query.Within}, sort: v.list.Order}
}

func (v *oneStory) OnUpdate(ctx app.Context) { v.ask(ctx) }

// ask asks for what the address names; if it was asked before, nothing happens.
func (v *oneStory) ask(ctx app.Context) { ctx.NewActionWithValue(action.Tell, v.At.doc) }

// arrived makes ready what has come.
func (v *oneStory) arrived(ctx app.Context) {
	v.ask(ctx)
	answer := v.now.Answer
	if answer == nil || v.now.Asked != v.At.doc || v.now.Status != action.Ready || answer == v.made {
		return
	}
	isNew := v.made == nil || v.row == nil
	v.made = answer
	v.row = newStoryRow(answer.Story(), answer.Summaries)
	v.row.letterGroups()
	v.times = newTimeline(v.row)
	v.told = nil
	if answer.Synopsis != nil {
		v.told = newTelling(answer)
	}
	if isNew {
		ctx.Page().SetTitle("%s – Clippings", v.row.title)
	}
	for _, s := range v.sections() {
		v.turns[s.id]++
	}
	drawInTurn(ctx, &v.drawn, func() int { return len(v.sections()) })
}

// section is a part of the view.
type section struct {
	id, name string
	draw     func() []app.UI
}

// sections are the parts there are.
func (v *oneStory) sections() []section {
	list := []section{{"time", "Who published when", v.renderTimes}, {"texts", v.textsName(), v.renderTexts}}
	switch {
	case v.told == nil:
		return append(list, section{"shared", "What the texts share", v.renderComparing})
	case len(v.told.texts) > 1:
		list = append(list, section{"shared", "What all versions say", v.renderShared})
		if len(v.told.names) > 0 {
			list = append(list, section{"names", "Names and figures they share", v.renderNames})
		}
		list = append(list, section{"only", "Only here", v.renderOnly})
	}
	return append(list, section{"quotes", "Quotes", v.renderQuotes})
}

func (v *oneStory) textsName() string {
	switch {
	case len(v.row.groups) > 0 && len(v.row.lone) > 0:
		return "Copies, and texts that stand alone"
	case len(v.row.groups) > 0:
		return "Copies"
	}
	return "The texts"
}

func (v *oneStory) Render() app.UI {
	busy := v.now.Status != action.Ready && v.now.Status != action.Failed
	if v.row == nil || v.now.Status == action.Failed {
		return elem("section", "story", with(words("h1", "view-title", "Story"), "tabindex", "-1", "data-focus", "1"), v.renderWait()).
			ID("one-story").Aria("busy", busy)
	}
	body := []app.UI{v.renderHead()}
	all := v.sections()
	for _, s := range all[:max(1, min(v.drawn, len(all)))] {
		body = append(body, &storyPart{Of: v, Part: s.id, Turn: v.turns[s.id]})
	}
	return elem("section", "story", body...).ID("one-story").Aria("busy", busy).OnClick(v.onPress)
}

// storyPart is a section of a story: a component, so that it is drawn anew alone.
type storyPart struct {
	app.Compo
	Of   *oneStory
	Part string // id of the section
	Turn int
}

func (p *storyPart) Render() app.UI {
	for _, s := range p.Of.sections() {
		if s.id == p.Part {
			id := "story-" + s.id
			parts := append([]app.UI{words("h2", "story-part-name", s.name).ID(id + "-name").TabIndex(-1)}, s.draw()...)
			return elem("section", "story-part", parts...).ID(id).DataSet("part", s.id).Aria("labelledby", id+"-name")
		}
	}
	return app.Elem("section").Hidden(true)
}

func (v *oneStory) renderWait() app.UI {
	if v.now.Status == action.Failed {
		return failure("The story could not be shown", v.now.Err)
	}
	return markup(`<p class=empty role=status>Looking …</p>`)
}

func (v *oneStory) renderHead() app.UI {
	r := v.row
	class := "view-title story-headline"
	if !r.isTitle {
		class += " is-lead"
	}
	all := v.sections()
	return markup(`
		<header class=story-top>
			<p class=crumbs><a class=link href=$>Stories</a></p>
			<h1 class=$ tabindex=-1 data-focus=1 dir=auto>$</h1>
			<p class=view-note role=status>$</p>
			<div class=story-bar>
				<nav class=story-jumps aria-label='Parts of this story'>$</nav>
				<div class=story-saves>
					<button class=button type=button data-open=save-text>Save as text</button>
					<button class=button type=button data-open=save-texts>Save as CSV</button>
					<button class=button type=button data-open=export>Export …</button>
				</div>
			</div>
			<p class='view-note story-saved' role=status>$</p>
		</header>`,
		v.back().String(), class, r.title, v.counts(),
		several(len(all), func(i int) app.UI {
			return markup(`<button class='link link-quiet' type=button data-open=$>$</button>`, "jump-"+all[i].id, all[i].name)
		}),
		savedText(&v.saved, v.before))
}

// counts says how much the story holds.
func (v *oneStory) counts() string {
	r := v.row
	named, outlets := map[string]bool{}, ""
	for i := range r.all {
		if name := r.all[i].Outlet; name != "" {
			named[name] = true
		}
	}
	if len(named) > 0 {
		outlets = many(len(named), "outlet named", "outlets")
	}
	groups := ""
	if n := len(r.groups); n > 0 {
		groups = many(n, "text printed more than once", "texts printed more than once")
	}
	texts := ""
	if r.copies > 0 {
		texts = many(r.texts, "text", "texts")
	}
	return facts(many(r.document, "document", "documents"), texts, groups, outlets, r.days)
}

// renderTexts draws the groups of copies and the lone texts as the list does.
func (v *oneStory) renderTexts() []app.UI {
	at := rowState{shown: v.upTo("texts", openStep), acting: v.acting, more: func(app.Context, app.Event) { v.more("texts", openStep) }}
	// Its decisions name the list's place; the first will do where it is not known.
	return []app.UI{elem("div", "story-texts", v.row.renderOpen(at)).DataSet("story", 0)}
}

func (v *oneStory) renderComparing() []app.UI {
	if v.made.Err != nil {
		return []app.UI{markup(`<p class=view-warning role=alert>The texts could not be compared: $</p>`, reason(v.made.Err))}
	}
	return []app.UI{markup(`<p class=empty role=status>Comparing the texts …</p>`)}
}

// upTo is how much of a list is drawn.
func (v *oneStory) upTo(name string, step int) int { return max(v.most[name], step) }

func (v *oneStory) more(name string, step int) { v.most[name] = v.upTo(name, step) + 2*step }

// renderRest offers what of a list is not drawn yet.
func (v *oneStory) renderRest(name, what string, left int) app.UI {
	if left <= 0 {
		return nil
	}
	return markup(`<p><button class='link story-more' type=button data-open=$>Show $</button></p>`, "more-"+name, number(left)+" more "+plural(left, what, what+"s"))
}

// onPress hears all buttons.
func (v *oneStory) onPress(ctx app.Context, e app.Event) {
	if part := e.Get("target").Call("closest", "[data-part]"); part.Truthy() {
		v.turns[part.Get("dataset").Get("part").String()]++
	}
	if do, doc, to, ok := doneBy(e); ok {
		v.acting = v.row.do(ctx, doing{do: do, doc: doc, to: to}, v.acting)
		return
	}
	b := e.Get("target").Call("closest", "[data-open]")
	if !b.Truthy() {
		ctx.PreventUpdate()
		return
	}
	v.press(ctx, b.Get("dataset").Get("open").String())
}

// press does what a button is named for.
func (v *oneStory) press(ctx app.Context, name string) {
	if part, ok := strings.CutPrefix(name, "jump-"); ok {
		if !app.IsServer {
			v.drawn = len(v.sections())
			ctx.Defer(func(app.Context) {
				target := app.Window().GetElementByID("story-" + part + "-name")
				focus(target)
				reveal(target, "start")
			})
		}
		return
	}
	if list, ok := strings.CutPrefix(name, "more-"); ok {
		v.more(list, storySteps[strings.TrimRight(list, "0123456789")])
		return
	}
	switch name {
	case "save-text":
		ctx.NewActionWithValue(action.SaveText, v.asText())
	case "save-chart":
		ctx.NewActionWithValue(action.SaveText, v.asChart())
	case "save-texts":
		ctx.NewActionWithValue(action.SaveTable, action.Table{Name: "clippings-story.csv", Rows: v.textRows()})
	case "save-quotes":
		ctx.NewActionWithValue(action.SaveTable, action.Table{Name: "clippings-quotes.csv", Rows: v.quoteRows()})
	case "export":
		if v.made != nil {
			q := protocol.Query{Text: filterText("story", v.made.Summaries[v.At.doc].Name)}
			ctx.NewActionWithValue(openExport, exportAsked{q, "This story"})
		}
	default:
		v.opened[name] = !v.opened[name]
	}
}

// storySteps is how many of each list are drawn at first.
var storySteps = map[string]int{"times": 12, "shared": 12, "names": 40, "only": 8, "only-": 3, "quotes": 12}

// letterGroups names the groups of copies, for the time line and the text.
func (r *storyRow) letterGroups() {
	for i, g := range r.groups {
		if g.letter = strconv.Itoa(i + 1); i < 26 {
			g.letter = string(rune('A' + i))
		}
	}
}
