package ui

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// What can be done with a document of an opened story. A story may show a hundred
// documents: their buttons have no handlers of their own, but say by data-do and
// data-doc what they are for, and the view hears all of them.
const (
	doWhy        = "why"         // say how it is related to data-to
	doChange     = "change"      // show or hide the four below
	doFirst      = "first"       // show it first of its copies
	doNotCopy    = "not-copy"    // take it out of its group
	doOtherStory = "other-story" // take it, with its copies, out of the story
	doJoin       = "join"        // join it with another
)

// doButton is a button for one of these. Its whole name tells the document.
func doButton(do, text string, of *protocol.Summary) app.HTMLElem {
	doc := formatDocID(of.ID)
	return markup(`<button id=$ class='link link-quiet text-do' type=button data-do=$ data-doc=$ aria-label=$>$</button>`,
		do+"-"+doc, do, doc, text+" "+called(*of), text).(app.HTMLElem)
}

// renderWays draws what can be done with a document.
func (r *storyRow) renderWays(t textPlace, acting string) []app.UI {
	var ways []app.UI
	if to, ok := r.whyTo(t); ok {
		name := "Why one story?"
		if t.group >= 0 && t.i > 0 {
			name = "Why a copy?"
		}
		ways = append(ways,
			doButton(doWhy, name, &t.summary).Attr("data-to", formatDocID(to)),
			besideLink(to, &t.summary))
	}
	open := acting == formatDocID(t.summary.ID)
	ways = append(ways, doButton(doChange, "Change", &t.summary).Attr("aria-expanded", open))
	if open {
		ways = append(ways, r.renderChanges(t)...)
	}
	return ways
}

// besideLink leads to a document set beside another.
func besideLink(left protocol.DocID, right *protocol.Summary) app.UI {
	return markup(`<a class='link link-quiet text-do' href=$ aria-label=$>Side by side</a>`,
		address{view: viewBeside, doc: left, other: right.ID}.String(), "Side by side: "+called(*right))
}

func (r *storyRow) renderChanges(t textPlace) []app.UI {
	var list []app.UI
	if t.group >= 0 && t.i > 0 {
		list = append(list, doButton(doFirst, "Show first", &t.summary), doButton(doNotCopy, "Not a copy", &t.summary))
	}
	if r.texts > 1 {
		list = append(list, doButton(doOtherStory, "Not this story", &t.summary))
	}
	return append(list, doButton(doJoin, "Join with …", &t.summary))
}

// whyTo is the document to explain a relation with: of a copy the one that is
// shown first, of a text another of its story.
func (r *storyRow) whyTo(t textPlace) (protocol.DocID, bool) {
	if t.group >= 0 && t.i > 0 {
		return r.groups[t.group].texts[0].summary.ID, true
	}
	for _, g := range r.groups {
		if leader := g.texts[0]; leader != t.textView {
			return leader.summary.ID, true
		}
	}
	for _, l := range r.lone {
		if l != t.textView {
			return l.summary.ID, true
		}
	}
	return 0, false
}

// leaders are the texts of the story, one document of each.
func (r *storyRow) leaders() []protocol.Summary {
	list := make([]protocol.Summary, 0, r.texts)
	for _, g := range r.groups {
		list = append(list, g.texts[0].summary)
	}
	for _, l := range r.lone {
		list = append(list, l.summary)
	}
	return list
}

// group is the documents of the group that a document is in, the representative
// first; itself if it has no copies.
func (r *storyRow) group(id protocol.DocID) []protocol.DocID {
	for _, g := range r.groups {
		if slices.ContainsFunc(g.texts, func(t *textView) bool { return t.summary.ID == id }) {
			ids := make([]protocol.DocID, 0, len(g.texts))
			for _, t := range g.texts {
				ids = append(ids, t.summary.ID)
			}
			return ids
		}
	}
	return []protocol.DocID{id}
}

// onDo hears the buttons of all documents.
func (s *stories) onDo(ctx app.Context, e app.Event) {
	if pressChip(ctx, e, s.chips(), s.At) {
		return
	}
	do, doc, to, ok := doneBy(e)
	if !ok {
		ctx.PreventUpdate()
		return
	}
	place := e.Get("target").Call("closest", "[data-story]")
	i, err := strconv.Atoi(place.Get("dataset").Get("story").String())
	if err == nil {
		s.do(ctx, doing{do: do, place: i, doc: doc, to: to})
	}
}

// doneBy is what the button that was pressed is for.
func doneBy(e app.Event) (do string, doc, to protocol.DocID, ok bool) {
	b := e.Get("target").Call("closest", "[data-do]")
	if !b.Truthy() {
		return "", 0, 0, false
	}
	data := b.Get("dataset")
	doc, ok = parseDocID(data.Get("doc").String())
	to, _ = parseDocID(data.Get("to").String())
	return data.Get("do").String(), doc, to, ok
}

// doing is something to do with a document of the story in a place.
type doing struct {
	do      string
	place   int
	doc, to protocol.DocID
}

func (s *stories) do(ctx app.Context, d doing) {
	if row := s.Shelf.row(s.list, d.place); row != nil {
		s.Shelf.acting = row.do(ctx, d, s.Shelf.acting)
	}
}

// do does it, and returns which document is being changed from then on; acting is
// which one was before.
func (r *storyRow) do(ctx app.Context, d doing, acting string) string {
	if !slices.Contains(r.ids, d.doc) {
		return acting
	}
	switch d.do {
	case doWhy:
		ctx.NewActionWithValue(openWhy, whyAsked{a: d.doc, b: d.to, among: r.all})
	case doChange:
		if id := formatDocID(d.doc); acting != id {
			return id
		}
		return ""
	case doJoin:
		ctx.NewActionWithValue(openJoin, r.joining(d.doc, d.place))
	default:
		if decision, ok := r.deciding(d); ok {
			ctx.NewActionWithValue(action.Decide, decision)
			return ""
		}
	}
	return acting
}

// deciding is the decision that a button stands for.
func (r *storyRow) deciding(d doing) (action.Deciding, bool) {
	group := r.group(d.doc)
	of := action.Deciding{A: d.doc, B: group[0], Among: group, Near: d.place}
	switch d.do {
	case doFirst:
		of.Kind = protocol.Represents
		of.B = d.doc
		return of, true
	case doNotCopy:
		of.Kind = protocol.NotCopies
		return of, group[0] != d.doc
	case doOtherStory:
		of.Kind, of.Among = protocol.OtherStory, r.ids
		for _, other := range r.leaders() {
			if other.ID != group[0] {
				of.B = other.ID
				return of, true
			}
		}
	}
	return of, false
}

// joining is what can be joined with a document of the story.
func (r *storyRow) joining(doc protocol.DocID, place int) joinAsked {
	asked := joinAsked{near: place}
	own := r.group(doc)
	for _, s := range r.all {
		if s.ID == doc {
			asked.of = s
		}
	}
	for _, leader := range r.leaders() {
		if leader.ID != own[0] {
			asked.others = append(asked.others, joinText{leader, r.group(leader.ID)})
		}
	}
	return asked
}
