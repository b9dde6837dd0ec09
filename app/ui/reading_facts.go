package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// renderFacts draws what is known about the document: in a line or, unfolded,
// every field with its evidence.
func (r *reading) renderFacts() app.UI {
	doc := &r.page.article.Document
	list := r.renderEvidence
	if !r.evidence {
		list = r.renderLine
	}
	open := button("evidence-open", "link", "Where this was found, and corrections", r.onEvidence).
		Aria("expanded", r.evidence).Aria("controls", "facts")
	return elem("div", "",
		list(),
		elem("div", "article-file",
			words("p", "file-name", doc.Name),
			elem("p", "file-form", words("span", "", facts(doc.Format, encodingLabel(doc.Encoding))), app.Text(" "), rereadButton(doc.Source)),
			open,
		),
	).ID("facts").Lang("en")
}

// lineFacts are the fields shown while the others are folded, if they have values.
var lineFacts = []string{"outlet", "date", "modified", "agency", "dateline"}

// renderLine draws the facts that matter most, each with its pencil.
func (r *reading) renderLine() app.UI {
	m := &r.page.article.Document.Meta
	var parts []app.UI
	for _, key := range lineFacts {
		f, _ := fieldOf(key)
		value := f.show(f.values(m))
		if value == "" || key == "modified" && changed(*m) == "" {
			continue
		}
		parts = append(parts, elem("div", "fact", words("dt", "", f.name), elem("dd", "fact-line", words("span", "", value), r.pencil(f))))
	}
	return elem("dl", "facts", parts...)
}

// pencil is the button that corrects a field.
func (r *reading) pencil(f metaField) app.UI {
	return with(elem("button", "pencil", icon(iconPencil)),
		"id", pencilID(f.key), "type", "button", "aria-label", "Correct "+f.what, "title", "Correct "+f.what).
		On("click", r.onCorrect(f), app.EventScope(f.key))
}

// headPencil stands beside what the head shows besides the facts. Unfolded, the
// pencils stand beside the evidence.
func (r *reading) headPencil(key string) app.UI {
	f, ok := fieldOf(key)
	if r.evidence || !ok {
		return app.Elem("span").Hidden(true)
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
	var rows []app.UI
	for _, f := range metaFields {
		rows = append(rows, r.renderField(f))
	}
	for _, e := range doc.Facts { // of no field of protocol.Meta
		if _, ok := fieldOf(e.Field); !ok && e.Field != noteField {
			rows = append(rows, evidenceRow(e.Field, words("p", "evidence-value", e.Value), ground(doc, e, "")))
		}
	}
	return elem("dl", "evidence", rows...).ID("evidence")
}

func evidenceRow(name string, body ...app.UI) app.HTMLElem {
	return elem("div", "evidence-row", words("dt", "", name), elem("dd", "", body...))
}

func (r *reading) renderField(f metaField) app.UI {
	doc := &r.page.article.Document
	inUse := f.show(f.values(&doc.Meta))
	body := []app.UI{nil}
	if r.correct.open && r.correct.field == f.key {
		body[0] = r.renderEditor(f)
	} else {
		body[0] = r.renderValue(f, inUse)
	}
	for _, e := range onceEach(f.evidence(doc)) {
		value := f.show([]string{e.Value})
		if value == inUse || f.kind == kindSeveral && strings.Contains(inUse, value) {
			value = ""
		}
		body = append(body, ground(doc, e, value))
	}
	return with(evidenceRow(f.name, body...), "data-field", f.key)
}

// onceEach leaves out facts read from the same words by the same rule: of a line
// that names two people, for example.
func onceEach(list []protocol.Fact) []protocol.Fact {
	kept := list[:0:0]
next:
	for _, e := range list {
		for _, k := range kept {
			if k.Rule == e.Rule && k.Span == e.Span && k.Trust == e.Trust && (e.Span.Len() > 0 || k.Value == e.Value) {
				continue next
			}
		}
		kept = append(kept, e)
	}
	return kept
}

func (r *reading) renderValue(f metaField, value string) app.UI {
	class := "evidence-value"
	if value == "" {
		class, value = "evidence-none", "none"
	}
	line := []app.UI{words("span", class, value), r.pencil(f)}
	if f.isCorrected(&r.page.article.Document) {
		line = append(line, with(words("button", "link link-quiet evidence-back", "Take back"),
			"id", "revert-"+f.key, "type", "button", "aria-label", "Take back the correction of "+f.what).
			On("click", r.onTakeBack(f), app.EventScope(f.key)))
	}
	if r.correct.field == f.key {
		line = r.appendState(line)
	}
	return elem("div", "evidence-line", line...)
}

// appendState tells why a correction was not made, or that it is being made.
func (r *reading) appendState(body []app.UI) []app.UI {
	if r.correct.wrong != "" {
		body = append(body, with(words("p", "editor-wrong", r.correct.wrong), "id", "correct-wrong", "role", "alert"))
	}
	if r.correct.saving {
		body = append(body, with(words("span", "editor-saving", "Saving …"), "role", "status"))
	}
	return body
}

// ground is one piece of evidence: how sure it is, the rule that read it, and the
// words it was read from. Its value is named if another is in use.
func ground(doc *protocol.Document, e protocol.Fact, value string) app.UI {
	if e.Trust == protocol.TrustPerson {
		return words("p", "evidence-ground evidence-yours", trustWords(e.Trust, doc))
	}
	where := ""
	if e.Span.Len() > 0 {
		where = "“" + strings.Join(strings.Fields(e.Span.Of(doc.Text)), " ") + "”"
	}
	if value != "" {
		value += ": "
	}
	return elem("p", "evidence-ground",
		words("span", "evidence-other", value), app.Text(facts(trustWords(e.Trust, doc), e.Rule, where)))
}

// renderEditor draws the box in which a value is corrected, and what else the
// evidence offers.
func (r *reading) renderEditor(f metaField) app.UI {
	body := []app.UI{
		with(words("label", "unseen", "Correct "+f.what), "for", correctInputID),
		r.renderInput(f),
		words("p", "editor-hint", f.hint()).ID("correct-hint"),
	}
	body = r.appendState(body)
	for _, offer := range f.suggestions(&r.page.article.Document) {
		shown := f.show(offer.values)
		body = append(body, with(words("button", "link editor-offer", "Use “"+shown+"” ("+offer.rule+")"), "type", "button").
			On("click", r.onSuggestion(offer.values), app.EventScope(shown)))
	}
	body = append(body, elem("div", "editor-ways",
		submit("correct-save", "Save"), button("correct-leave", "button", "Cancel", r.onLeave)))
	return elem("form", "editor", body...).On("submit", r.onSaveCorrection).On("keydown", r.onCorrectKey)
}

// renderInput draws the box. It is filled once it stands in the page: go-app
// cannot fill one with nothing.
func (r *reading) renderInput(f metaField) app.UI {
	wrong := strconv.FormatBool(r.correct.wrong != "")
	if f.kind == kindText || f.kind == kindSeveral {
		return with(app.Elem("textarea"), "id", correctInputID, "class", "editor-box", "rows", "2",
			"aria-describedby", "correct-hint", "aria-invalid", wrong)
	}
	return app.Elem("input").ID(correctInputID).Class("editor-box").Attr("type", "text").Attr("autocomplete", "off").Spellcheck(false).
		Attr("aria-describedby", "correct-hint").Attr("aria-invalid", wrong)
}
