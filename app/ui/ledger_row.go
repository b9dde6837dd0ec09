package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// warningsShown is how many warnings of an entry are shown; most have one.
const warningsShown = 3

func entryRow(e *protocol.Entry) app.UI {
	var name, why app.UI
	sign, kind, class, told := "Read", "read", "entry", facts(e.Title, e.Format, e.Encoding, many(e.Words, "word", "words"))
	if e.Skip == protocol.SkipNone {
		name = with(words("a", "row-link entry-path", entryName(e)), "href", address{view: viewReading, doc: e.ID}.String())
		why = app.Text("")
	} else {
		sign, kind, class, told = "Left out", "skipped", "entry entry-skipped", facts(e.Format, e.Detail)
		name = with(words("p", "row-link entry-path", entryName(e)), "tabindex", "-1")
		why = words("p", "entry-why", e.Skip.Explanation())
	}
	main := []app.UI{name, words("p", "entry-facts", told), why}
	side := []app.UI{words("p", "entry-size", size(e.Bytes))}
	if mayReadAgain(e) {
		side = append(side, rereadButton(e.Path))
	}
	return with(elem("article", class,
		words("p", "entry-sign", sign),
		elem("div", "entry-main", appendWarnings(main, e.Warnings)...),
		elem("div", "entry-side", side...),
	), "data-entry", kind)
}

// appendWarnings draws what a reader must know of an entry, such as that its
// characters were damaged.
func appendWarnings(body []app.UI, list []string) []app.UI {
	for _, w := range list[:min(len(list), warningsShown)] {
		body = append(body, elem("p", "entry-warning",
			icon(iconWarning), words("span", "unseen", "Warning: "), words("span", "", w)))
	}
	if more := len(list) - warningsShown; more > 0 {
		body = append(body, words("p", "entry-warning", "and "+many(more, "other warning", "other warnings")))
	}
	return body
}

// mayReadAgain reports an entry that may turn out otherwise if its file is read
// in another way.
func mayReadAgain(e *protocol.Entry) bool {
	switch e.Skip {
	case protocol.SkipUnreadable, protocol.SkipSystem, protocol.SkipEmpty:
		return false
	}
	return true
}

// rereadButton asks how a file is to be read again.
func rereadButton(path string) app.UI {
	return with(words("button", "link link-quiet reread", "Read again…"),
		"type", "button", "aria-label", "Read again… "+path, "title", "With another encoding, or as one article").
		On("click", func(ctx app.Context, _ app.Event) {
			ctx.NewActionWithValue(openReread, path)
		}, app.EventScope(path))
}

// entryName is the path of the file and, of several, the record in it.
func entryName(e *protocol.Entry) string {
	if e.Record == "" {
		return e.Path
	}
	return e.Path + " # " + e.Record
}
