package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// warningsShown is how many warnings of an entry are shown; most have one.
const warningsShown = 3

func entryRow(e *protocol.Entry) app.UI {
	if e.Skip != protocol.SkipNone {
		return skippedRow(e)
	}
	return app.Article().Class("entry").DataSet("entry", "read").Body(
		app.P().Class("entry-sign").Text("Read"),
		app.Div().Class("entry-main").Body(
			app.A().Class("row-link", "entry-path").Href(address{view: viewReading, doc: e.ID}.String()).Text(entryName(e)),
			app.P().Class("entry-facts").Text(facts(e.Title, e.Format, e.Encoding, many(e.Words, "word", "words"))),
			renderWarnings(e.Warnings),
		),
		entrySide(e),
	)
}

func skippedRow(e *protocol.Entry) app.UI {
	return app.Article().Class("entry", "entry-skipped").DataSet("entry", "skipped").Body(
		app.P().Class("entry-sign").Text("Left out"),
		app.Div().Class("entry-main").Body(
			app.P().Class("row-link", "entry-path").TabIndex(-1).Text(entryName(e)),
			app.If(e.Detail != "" || e.Format != "", func() app.UI {
				return app.P().Class("entry-facts").Text(facts(e.Format, e.Detail))
			}),
			app.P().Class("entry-why").Text(e.Skip.Explanation()),
			renderWarnings(e.Warnings),
		),
		entrySide(e),
	)
}

// renderWarnings draws what a reader must know of an entry, such as that its
// characters were damaged.
func renderWarnings(list []string) app.UI {
	if len(list) == 0 {
		return app.Div().Hidden(true)
	}
	shown := list[:min(len(list), warningsShown)]
	return app.Ul().Class("entry-warnings").Body(
		app.Range(shown).Slice(func(i int) app.UI {
			return app.Li().Class("entry-warning").Body(
				icon(iconWarning), app.Span().Class("unseen").Text("Warning: "), app.Span().Text(shown[i]),
			)
		}),
		app.If(len(shown) < len(list), func() app.UI {
			return app.Li().Class("entry-warning").Text("and " + many(len(list)-len(shown), "other warning", "other warnings"))
		}),
	)
}

// entrySide is the size and the way to read the file again.
func entrySide(e *protocol.Entry) app.UI {
	return app.Div().Class("entry-side").Body(
		app.P().Class("entry-size").Text(size(e.Bytes)),
		app.If(mayReadAgain(e), func() app.UI { return rereadButton(e.Path) }),
	)
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
	return app.Button().Class("link", "link-quiet", "reread").Type("button").Text("Read again…").
		Aria("label", "Read again… "+path).Title("With another encoding, or as one article").
		OnClick(func(ctx app.Context, _ app.Event) {
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
