package ui

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// renderErrors shows what is wrong with the query, at its place.
func (s *search) renderErrors() app.UI {
	text := s.results.Query.Text
	errors := s.results.Answer.Errors
	if s.results.Status != action.Ready || len(errors) == 0 {
		return app.Elem("div").Hidden(true)
	}
	return app.Elem("div").ID("query-errors").Class("query-errors").Attr("role", "status").Body(
		app.Range(errors).Slice(func(i int) app.UI { return queryError(text, errors[i]) }),
	)
}

// queryError shows the query with the fault underlined, what it is, and how it is
// mended.
func queryError(text string, e protocol.QueryError) app.UI {
	start, end := spanIn(text, e.Span)
	fault := text[start:end]
	if fault == "" {
		fault = "\u00a0\u00a0" // underlined, where something is missing
	}
	return app.Elem("div").Class("query-error").Body(
		app.Elem("p").Class("query-text").Body(
			app.Text(text[:start]), app.Elem("strong").Class("query-fault").Text(fault), app.Text(text[end:]),
		),
		app.Elem("p").Text(sentence(e.Message+" (character "+strconv.Itoa(utf8.RuneCountInString(text[:start])+1)+")")+" "+sentence(e.Remedy)),
	)
}

// sentence begins with a capital and ends with a stop; "" stays "".
func sentence(text string) string {
	if text == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + strings.TrimSuffix(text[n:], ".") + "."
}

func (s *search) renderNone() app.UI {
	var own []app.UI
	if s.At.exactly {
		own = append(own, words("li", "", "Forgive spelling: words are looked for only as they are spelt."))
	}
	if len(s.chips()) > 0 {
		own = append(own, words("li", "", "Take a filter away."))
	}
	return markup(`
		<div class=empty>
			<p class=empty-title>No text has all of this.</p>
			<ul class=advice>
				$
				<li>Leave a word out: a text must hold all of them.</li>
				<li>Search for either of two words with <kbd>OR</kbd>.</li>
				<li>End a word early with a star: <kbd>ceasefi*</kbd>.</li>
			</ul>
		</div>`, own)
}

func renderSearchHelp() app.UI {
	return elem("div", "empty empty-wide", words("p", "empty-title", "Type what you are looking for."), renderSyntax())
}
