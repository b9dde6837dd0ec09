package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// openJoin asks with what a document is to be joined; its value is a joinAsked.
const openJoin = "clippings/ui/join"

// joinAsked is a document and what stands next to it.
type joinAsked struct {
	of     protocol.Summary
	others []joinText // of its story
	near   int        // the place of the story in the list
}

// joinText is a text to join with: one document of it, and all that are copies.
type joinText struct {
	protocol.Summary
	group []protocol.DocID
}

// join asks with what a document is to be joined, and as what.
type join struct {
	app.Compo
	Of joinAsked

	story   bool // as one story, not as copies
	typed   string
	choices action.Choices
}

const joinID = "join"

func (j *join) OnMount(ctx app.Context) {
	j.story = len(j.Of.others) == 0
	ctx.ObserveState(action.ChoicesState, &j.choices)
	ctx.NewActionWithValue(action.Choose, "")
	ctx.Defer(func(app.Context) { showDialog(joinID) })
}

func (j *join) Render() app.UI {
	var others app.UI
	if !j.story && len(j.Of.others) > 0 {
		others = markup(`<div><h3 class=menu-label>In this story</h3>$</div>`, j.renderList("join-others", j.offers()))
	}
	return settingsDialog(joinID, "Join with …",
		called(j.Of.of)+". What you say holds whatever the settings are, for the same files another time too, and can be taken back.",
		markup(`
			<div class=join-in>
				<fieldset class=join-as>
					<legend class=menu-label>The two</legend>
					<label class=join-choice><input id=join-copies type=radio name=join-as checked=$ onchange=$/>are copies of one text</label>
					<label class=join-choice><input id=join-story type=radio name=join-as checked=$ onchange=$/>tell one story, each in its own words</label>
				</fieldset>
				$
				<label class=menu-label for=join-box>Any other text, by a few letters of its headline or file</label>
				<input id=join-box class='menu-box join-box' type=text autocomplete=off spellcheck=false oninput=$/>
				$
				<p class=slider-hint role=status>$</p>
				<div class=settings-ways><button id=join-cancel class=button type=button onclick=$>Cancel</button></div>
			</div>`,
			!j.story, j.onCopies, j.story, j.onStory, others, j.onInput,
			j.renderList("join-found", j.found()), j.status(), onCancelJoin))
}

func (j *join) onCopies(app.Context, app.Event) { j.story = false }
func (j *join) onStory(app.Context, app.Event)  { j.story = true }

// joinOffer is a line to pick.
type joinOffer struct {
	id          protocol.DocID
	text, facts string
	group       []protocol.DocID
}

func (j *join) offers() []joinOffer {
	list := make([]joinOffer, 0, len(j.Of.others))
	for _, o := range j.Of.others[:min(len(j.Of.others), sideStep)] {
		title, _ := headline(o.Summary)
		copies := ""
		if n := len(o.group) - 1; n > 0 {
			copies = many(n, "copy", "copies")
		}
		list = append(list, joinOffer{o.ID, title, facts(outlet(o.Summary), day(o.Date), copies), o.group})
	}
	return list
}

// found is what matches the letters typed, apart from the document itself.
func (j *join) found() []joinOffer {
	if j.typed == "" || j.choices.Pattern != j.typed {
		return nil
	}
	var list []joinOffer
	for _, c := range j.choices.Choices {
		isText := c.What == protocol.WhatTitle || c.What == protocol.WhatFile
		if isText && c.ID != j.Of.of.ID {
			list = append(list, joinOffer{id: c.ID, text: c.Text, facts: choiceKind(c)})
		}
	}
	return list
}

func (j *join) status() string {
	switch {
	case j.typed == "" || j.choices.Pattern != j.typed:
		return ""
	case len(j.found()) == 0:
		return "Nothing is called like that."
	}
	return many(len(j.found()), "text is", "texts are") + " called like that."
}

func (j *join) renderList(id string, list []joinOffer) app.UI {
	return markup(`<ul id=$ class=join-list>$</ul>`, id, several(len(list), func(i int) app.UI {
		return markup(`
			<li><button class=join-offer type=button data-doc=$ onclick=$>
				<span class=join-text>$</span><span class=join-facts>$</span>
			</button></li>`, formatDocID(list[i].id), j.onPick, list[i].text, list[i].facts)
	}))
}

func (j *join) onInput(ctx app.Context, _ app.Event) {
	j.typed = strings.TrimSpace(ctx.JSSrc().Get("value").String())
	ctx.NewActionWithValue(action.Choose, j.typed)
}

func (j *join) onPick(ctx app.Context, _ app.Event) {
	if id, ok := parseDocID(ctx.JSSrc().Get("dataset").Get("doc").String()); ok {
		j.pick(ctx, id)
	}
}

// pick joins with the document picked and puts the dialog away.
func (j *join) pick(ctx app.Context, id protocol.DocID) {
	d := action.Deciding{Kind: protocol.AreCopies, A: j.Of.of.ID, B: id, Near: j.Of.near}
	if j.story {
		d.Kind = protocol.SameStory
	}
	for _, o := range j.Of.others {
		if o.ID == id {
			d.Among = o.group
		}
	}
	closeDialog(joinID)
	ctx.NewActionWithValue(action.Decide, d)
}

func onCancelJoin(app.Context, app.Event) { closeDialog(joinID) }
