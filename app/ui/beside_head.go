package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

func (v *beside) renderWays() app.UI {
	here := v.page.answer.Here.ID
	return markup(`
		<nav class=ways aria-label='Around these two'>
			<a id=back class=way href=$>$<span>The story</span></a>
			<a class=way href=$><span>All versions of the left text</span></a>
		</nav>`,
		address{view: viewStory, doc: here}.String(), icon(iconBack), address{view: viewVersions, doc: here, apparatus: v.At.apparatus}.String())
}

// renderBar draws what the two are shown by: it stays in sight.
func (v *beside) renderBar() app.UI {
	hidden := v.page.hidden.all()
	return markup(`
		<div class=versions-bar role=group aria-label='How the two are shown'>
			$
			<label class=check><input id=show-changes type=checkbox checked=$ onchange=$/>Changes only</label>
			<label class=check><input id=show-minor type=checkbox checked=$ disabled=$ onchange=$/>$</label>
			<button id=beside-swap class='link link-quiet' type=button onclick=$>Swap sides</button>
			<button id=beside-why class='link link-quiet' type=button onclick=$>Why are these related?</button>
		</div>`,
		stepper{at: v.current, said: v.said, prev: v.onPrevious, next: v.onNext, total: len(v.page.differs)}.render(),
		v.At.changes, v.onChanges, v.At.minor, hidden == 0 && !v.At.minor, v.onMinor,
		"Spelling and punctuation too ("+number(hidden)+")", v.onSwap, v.onWhy)
}

func (v *beside) onPrevious(ctx app.Context, _ app.Event) { v.step(ctx, -1) }
func (v *beside) onNext(ctx app.Context, _ app.Event)     { v.step(ctx, +1) }

func (v *beside) onChanges(ctx app.Context, _ app.Event) { v.At.followChanges(ctx) }
func (v *beside) onMinor(ctx app.Context, _ app.Event)   { v.At.followMinor(ctx) }

func (v *beside) onSwap(ctx app.Context, _ app.Event) {
	to := v.At
	to.doc, to.other = to.other, to.doc
	to.follow(ctx)
}

func (v *beside) onWhy(ctx app.Context, _ app.Event) {
	ctx.NewActionWithValue(openWhy, whyAsked{a: v.At.doc, b: v.At.other, among: v.page.answer.Among})
}

// renderHeads draws what stands on either side: it stays in sight.
func (v *beside) renderHeads() app.UI {
	a := v.page.answer
	return markup(`<div class=beside-heads>$$</div>`,
		v.renderSideHead(&a.Here, "Left text", selectField{id: "left", at: formatDocID(a.Here.ID), on: v.onLeft}),
		v.renderSideHead(&a.There, "Right text", selectField{id: "right", at: formatDocID(a.There.ID), on: v.onRight}))
}

func (v *beside) renderSideHead(doc *protocol.Document, label string, field selectField) app.UI {
	field.label, field.unseen, field.options = label, true, v.options(doc)
	var choose app.UI
	if len(field.options) > 1 {
		choose = renderSelect(field)
	}
	return markup(`
		<div class=beside-head>
			<p class=beside-title><a href=$ dir=auto lang=$>$</a></p>
			<p class=beside-facts>$</p>
			$
		</div>`,
		address{view: viewReading, doc: doc.ID}.String(), doc.Lang, docName(doc),
		facts(publisher(summaryOf(doc)), moment(doc.Date), doc.Agency), choose)
}

// options offers the documents of the story in the place of one.
func (v *beside) options(doc *protocol.Document) []option {
	list := v.page.answer.Among
	var options []option
	for _, s := range list[:min(len(list), maxOther)] {
		title, _ := headline(s)
		options = append(options, option{formatDocID(s.ID), facts(publisher(s), day(s.Date), title)})
	}
	if !hasOption(options, formatDocID(doc.ID)) {
		options = append(options, option{formatDocID(doc.ID), facts(publisher(summaryOf(doc)), docName(doc))})
	}
	return options
}

func (v *beside) onLeft(ctx app.Context, _ app.Event) {
	to := v.At
	if id, ok := parseDocID(chosenValue(ctx)); ok {
		to.doc = id
		to.follow(ctx)
	}
}

func (v *beside) onRight(ctx app.Context, _ app.Event) {
	to := v.At
	if id, ok := parseDocID(chosenValue(ctx)); ok {
		to.other = id
		to.follow(ctx)
	}
}
