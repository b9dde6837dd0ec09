package ui

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// renderFacts draws what is known about the document: in a line or, unfolded,
// every field with its evidence.
func (r *reading) renderFacts() app.UI {
	doc := &r.page.article.Document
	return app.Div().ID("facts").Lang("en").Body(
		app.If(!r.evidence, func() app.UI {
			return app.Dl().Class("facts").Body(
				r.fact("outlet", doc.Outlet),
				r.fact("date", moment(doc.Date)),
				r.fact("modified", changed(doc.Meta)),
				r.fact("agency", doc.Agency),
				r.fact("dateline", doc.Dateline),
			)
		}).Else(r.renderEvidence),
		app.Div().Class("article-file").Body(
			app.P().Class("file-name").Text(doc.Name),
			app.P().Class("file-form").Body(
				app.Span().Text(facts(doc.Format, encodingLabel(doc.Encoding))), app.Text(" "),
				rereadButton(doc.Source),
			),
			app.Button().ID("evidence-open").Class("link").Type("button").
				Aria("expanded", r.evidence).Aria("controls", "facts").
				Text("Where this was found, and corrections").OnClick(r.onEvidence),
		),
	)
}

// fact draws a fact in the line of them, with the pencil to correct it.
func (r *reading) fact(key, value string) app.UI {
	f, ok := fieldOf(key)
	if value == "" || !ok {
		return app.Div().Hidden(true)
	}
	return app.Div().Class("fact").Body(
		app.Dt().Text(f.name),
		app.Dd().Class("fact-line").Body(app.Span().Text(value), r.pencil(f)),
	)
}

// pencil is the button that corrects a field.
func (r *reading) pencil(f metaField) app.UI {
	return app.Button().ID(pencilID(f.key)).Class("pencil").Type("button").
		Aria("label", "Correct "+f.what).Title("Correct "+f.what).
		OnClick(r.onCorrect(f), app.EventScope(f.key)).
		Body(icon(iconPencil))
}

// headPencil stands beside what the head shows besides the facts. Unfolded, the
// pencils stand beside the evidence.
func (r *reading) headPencil(key string) app.UI {
	f, ok := fieldOf(key)
	if r.evidence || !ok {
		return app.Span().Hidden(true)
	}
	return r.pencil(f)
}

func (r *reading) onEvidence(app.Context, app.Event) { r.toggleEvidence() }

// toggleEvidence folds and unfolds the fields. What was being typed is left.
func (r *reading) toggleEvidence() {
	r.evidence = !r.evidence
	if !r.correct.saving {
		r.correct = correcting{}
	}
}

// renderEvidence lists every field with what it was read from.
func (r *reading) renderEvidence() app.UI {
	doc := &r.page.article.Document
	others := otherFacts(doc)
	return app.Dl().ID("evidence").Class("evidence").Body(
		app.Range(metaFields).Slice(func(i int) app.UI { return r.renderField(metaFields[i]) }),
		app.Range(others).Slice(func(i int) app.UI {
			return app.Div().Class("evidence-row").Body(
				app.Dt().Text(others[i].Field),
				app.Dd().Body(app.P().Class("evidence-value").Text(others[i].Value), ground(doc, others[i], "")),
			)
		}),
	)
}

// otherFacts are those of no field of protocol.Meta.
func otherFacts(doc *protocol.Document) []protocol.Fact {
	var list []protocol.Fact
	for _, e := range doc.Facts {
		if _, ok := fieldOf(e.Field); !ok {
			list = append(list, e)
		}
	}
	return list
}

func (r *reading) renderField(f metaField) app.UI {
	doc := &r.page.article.Document
	grounds := onceEach(f.evidence(doc))
	inUse := f.show(f.values(&doc.Meta))
	isOpen := r.correct.open && r.correct.field == f.key
	return app.Div().Class("evidence-row").DataSet("field", f.key).Body(
		app.Dt().Text(f.name),
		app.Dd().Body(
			app.If(isOpen, func() app.UI { return r.renderEditor(f) }).
				Else(func() app.UI { return r.renderValue(f, inUse) }),
			app.Range(grounds).Slice(func(i int) app.UI {
				value := f.show([]string{grounds[i].Value})
				if value == inUse || f.kind == kindPeople && strings.Contains(inUse, value) {
					value = ""
				}
				return ground(doc, grounds[i], value)
			}),
		),
	)
}

// onceEach leaves out facts read from the same words by the same rule: of a line
// that names two people, for example.
func onceEach(list []protocol.Fact) []protocol.Fact {
	kept := list[:0:0]
	for _, e := range list {
		if !slices.ContainsFunc(kept, func(k protocol.Fact) bool {
			return k.Rule == e.Rule && k.Span == e.Span && k.Trust == e.Trust && (e.Span.Len() > 0 || k.Value == e.Value)
		}) {
			kept = append(kept, e)
		}
	}
	return kept
}

func (r *reading) renderValue(f metaField, value string) app.UI {
	is := r.correct.field == f.key
	return app.Div().Class("evidence-line").Body(
		app.If(value == "", func() app.UI { return app.Span().Class("evidence-none").Text("none") }).
			Else(func() app.UI { return app.Span().Class("evidence-value").Text(value) }),
		r.pencil(f),
		app.If(f.isCorrected(&r.page.article.Document), func() app.UI {
			return app.Button().ID("revert-"+f.key).Class("link", "link-quiet", "evidence-back").Type("button").
				Text("Take back").Aria("label", "Take back the correction of "+f.what).
				OnClick(r.onTakeBack(f), app.EventScope(f.key))
		}),
		app.If(is && r.correct.saving, renderSaving),
		app.If(is && r.correct.wrong != "", r.renderWrong),
	)
}

// ground is one piece of evidence: how sure it is, the rule that read it, and the
// words it was read from. Its value is named if another is in use.
func ground(doc *protocol.Document, e protocol.Fact, value string) app.UI {
	if e.Trust == protocol.TrustPerson {
		return app.P().Class("evidence-ground", "evidence-yours").Text(trustWords(e.Trust, doc))
	}
	where := ""
	if e.Span.Len() > 0 {
		where = "“" + strings.Join(strings.Fields(e.Span.Of(doc.Text)), " ") + "”"
	}
	return app.P().Class("evidence-ground").Body(
		app.If(value != "", func() app.UI { return app.Span().Class("evidence-other").Text(value + ": ") }),
		app.Text(facts(trustWords(e.Trust, doc), e.Rule, where)),
	)
}

// renderEditor draws the box in which a value is corrected, and what else the
// evidence offers.
func (r *reading) renderEditor(f metaField) app.UI {
	offers := f.suggestions(&r.page.article.Document)
	return app.Form().Class("editor").OnSubmit(r.onSaveCorrection).OnKeyDown(r.onCorrectKey).Body(
		app.Label().Class("unseen").For(correctInputID).Text("Correct "+f.what),
		r.renderInput(f),
		app.P().ID("correct-hint").Class("editor-hint").Text(f.hint()),
		app.If(r.correct.wrong != "", r.renderWrong),
		app.Range(offers).Slice(func(i int) app.UI {
			shown := f.show(offers[i].values)
			return app.Button().Class("link", "editor-offer").Type("button").
				Text("Use “"+shown+"” ("+offers[i].rule+")").
				OnClick(r.onSuggestion(offers[i].values), app.EventScope(shown))
		}),
		app.Div().Class("editor-ways").Body(
			app.Button().ID("correct-save").Class("button", "button-main").Type("submit").Text("Save"),
			app.Button().ID("correct-leave").Class("button").Type("button").Text("Cancel").OnClick(r.onLeave),
			app.If(r.correct.saving, renderSaving),
		),
	)
}

// renderInput draws the box. It is filled once it stands in the page: go-app
// cannot fill one with nothing.
func (r *reading) renderInput(f metaField) app.UI {
	if f.kind == kindText || f.kind == kindPeople {
		return app.Textarea().ID(correctInputID).Class("editor-box").Rows(2).
			Aria("describedby", "correct-hint").Aria("invalid", r.correct.wrong != "")
	}
	box := app.Input().ID(correctInputID).Class("editor-box").Type("text").AutoComplete(false).Spellcheck(false).
		Aria("describedby", "correct-hint").Aria("invalid", r.correct.wrong != "")
	if f.kind == kindDate {
		box.Placeholder("2025-07-03")
	}
	return box
}

func (r *reading) renderWrong() app.UI {
	return app.P().ID("correct-wrong").Class("editor-wrong").Attr("role", "alert").Text(r.correct.wrong)
}

func renderSaving() app.UI {
	return app.Span().Class("editor-saving").Attr("role", "status").Text("Saving …")
}
