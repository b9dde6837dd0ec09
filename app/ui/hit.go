package ui

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// What can be done with a hit: data-do of its buttons.
const (
	doCopies = "copies" // show what is folded into it
	doPlace  = "place"  // tell why it stands where it stands
)

func (s *search) renderHit(i int) app.UI {
	if i >= len(s.results.Answer.Hits) {
		return app.Elem("div")
	}
	h := &s.results.Answer.Hits[i]
	v := hitView{Hit: h, place: i, at: s.At, fold: s.results.Answer.Query.Fold, open: s.opened[h.Summary.ID]}
	v.copies, v.why = s.hits.Copies[h.Summary.ID], s.hits.Whys[h.Summary.ID]
	return v.render()
}

// hitView is a hit and how it is shown.
type hitView struct {
	*coord.Hit
	place  int
	at     address
	fold   protocol.Fold // by which it was found
	open   hitParts
	copies action.Copies
	why    action.Explained
}

func (v hitView) render() app.UI {
	title, class := marked(v.Summary.Title, v.Title), "row-link hit-title"
	if v.Summary.Title == "" {
		text, _ := headline(v.Summary)
		title, class = []app.UI{app.Text(text)}, class+" is-lead"
	}
	parts := make([]app.UI, 0, 6)
	parts = append(parts, elem("h2", "hit-head", with(elem("a", class, title...), "href", v.at.found(v.Summary.ID).String())))
	for _, s := range v.Snippets {
		parts = append(parts, elem("p", "hit-snippet", snippet(s)...))
	}
	parts = append(parts, elem("div", "hit-facts",
		words("span", "", facts(outlet(v.Summary), day(v.Summary.Date), v.Summary.Agency, v.missing())),
		v.renderFolded(), v.button(doPlace, "Why here?", v.open.why)))
	if v.open.copies {
		parts = append(parts, v.renderCopies())
	}
	if v.open.why {
		parts = append(parts, v.renderPlace())
	}
	return elem("article", "hit", parts...)
}

// missing says how many words of the query the hit lacks; "" if none.
func (v hitView) missing() string {
	if v.Missing == 0 {
		return ""
	}
	return many(int(v.Missing), "word", "words") + " missing"
}

// renderFolded tells how much is folded into the hit: copies open in place, the
// texts of a story are a search of their own.
func (v hitView) renderFolded() app.UI {
	switch {
	case v.Copies == 0:
		return nil
	case v.fold == protocol.FoldStories:
		to := v.at
		to.fold = protocol.FoldCopies
		to.query = withPart(to.query, filterText("story", v.Summary.Name))
		return markup(`<a class='hit-copies link-quiet' href=$>$</a>`, to.String(), "+"+many(v.Copies, "text", "texts")+" of this story")
	}
	return v.button(doCopies, "+"+many(v.Copies, "copy", "copies"), v.open.copies).Class("hit-copies")
}

// button is one that opens a part of the hit. Its whole name tells the document.
func (v hitView) button(do, text string, open bool) app.HTMLElem {
	return with(words("button", "link link-quiet hit-do", text), "data-do", do, "data-doc", formatDocID(v.Summary.ID),
		"aria-expanded", strconv.FormatBool(open), "aria-label", text+" "+called(v.Summary))
}

// onDo hears the buttons of all hits and chips.
func (s *search) onDo(ctx app.Context, e app.Event) {
	if s.onChip(ctx, e) {
		return
	}
	do, doc, _, ok := doneBy(e)
	if !ok || !s.toggle(ctx, do, doc) {
		ctx.PreventUpdate()
	}
}

// toggle opens or closes a part of a hit, and asks for what stands there.
func (s *search) toggle(ctx app.Context, do string, doc protocol.DocID) bool {
	i := s.results.Place(doc)
	if i < 0 {
		return false
	}
	open := s.opened[doc]
	switch do {
	case doCopies:
		if open.copies = !open.copies; open.copies {
			ctx.NewActionWithValue(action.ShowCopies, s.results.Answer.Hits[i])
		}
	case doPlace:
		if open.why = !open.why; open.why {
			ctx.NewActionWithValue(action.Explain, doc)
		}
	default:
		return false
	}
	s.opened[doc] = open
	return true
}

// snippet is the excerpt of a hit, with a sign where it was cut out of a sentence.
func snippet(s protocol.Snippet) []app.UI { return excerpt(s, marked(s.Text, s.Matches)) }

// excerpt adds to the parts of a snippet the signs where it was cut.
func excerpt(s protocol.Snippet, parts []app.UI) []app.UI {
	if s.Start > 0 && beginsInside(s.Text) {
		parts = append([]app.UI{app.Text("… ")}, parts...)
	}
	if endsInside(s.Text) {
		parts = append(parts, app.Text(" …"))
	}
	return parts
}

// beginsInside reports whether text seems to begin within a sentence: with a
// small letter, or with what stands between words. What stood before it is not
// known, so a name within a sentence passes for a beginning.
func beginsInside(text string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, "“”‘’\"'«»([ "))
	return unicode.IsLower(first) || strings.ContainsRune(",;:–—-.)…", first)
}

// endsInside reports whether text ends before its sentence does.
func endsInside(text string) bool {
	text = strings.TrimRight(text, "“”‘’\"'«»)] \n\t")
	last, _ := utf8.DecodeLastRuneInString(text)
	return text != "" && !strings.ContainsRune(".!?…。！？", last)
}
