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
			app.Text(lastOf(text[:start])), app.Elem("strong").Class("query-fault").Text(firstOf(fault)), app.Text(firstOf(text[end:])),
		),
		app.Elem("p").Text(sentence(e.Message+" (character "+strconv.Itoa(utf8.RuneCountInString(text[:start])+1)+")")+" "+sentence(e.Remedy)),
	)
}

// mostAround is how many bytes of a query are shown on either side of a mistake.
const mostAround = 160

// firstOf is a text, or its beginning if it is long.
func firstOf(text string) string {
	if len(text) <= mostAround {
		return text
	}
	n := mostAround
	for !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n] + " …"
}

// lastOf is a text, or its end if it is long.
func lastOf(text string) string {
	if len(text) <= mostAround {
		return text
	}
	n := len(text) - mostAround
	for !utf8.RuneStart(text[n]) {
		n++
	}
	return "… " + text[n:]
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
	if len(s.results.Answer.Errors) > 0 && len(own) == 0 {
		return markup(`<div class=empty><p class=empty-title>No text has all of this.</p></div>`)
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
