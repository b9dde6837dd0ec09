package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
)

// publishedBar tells what collection stands beside the page, how much of it has
// come, and that it can be kept.
type publishedBar struct {
	app.Compo
	Of action.Published

	closed bool
}

// progress is how bringing files in goes. Opening what was published is none of
// that: publishedBar tells of it.
func (s *Shell) progress() app.UI {
	seen := s.seen
	if s.published.Status == action.Ready {
		seen = max(seen, 1)
	}
	return &progress{Counting: s.counting, View: s.at.view, Seen: seen}
}

func (p *publishedBar) Render() app.UI {
	switch {
	case p.closed && p.Of.IsWhole:
		return app.Elem("div").ID("published").Hidden(true)
	case p.Of.Status == action.Loading:
		return p.band(p.renderLoading()...)
	case p.Of.Status == action.Failed:
		return p.band(app.Elem("p").Class("progress-title").Attr("role", "alert").
			Text("The collection of this page could not be opened: " + p.Of.Err.Error()))
	}
	return p.band(p.renderHeld()...)
}

func (p *publishedBar) band(body ...app.UI) app.UI {
	return app.Elem("section").ID("published").Class("progress").Aria("label", "Collection").Body(
		app.Elem("div").Class("progress-in").Body(body...),
	)
}

func (p *publishedBar) renderLoading() []app.UI {
	title := "Opening the collection"
	if p.Of.Title != "" {
		title = "Opening " + p.Of.Title
	}
	bar := app.Elem("progress").Class("progress-bar").Aria("label", title).Attr("max", 1000)
	if p.Of.Bytes > 0 {
		bar.Attr("value", permille(uint64(p.Of.Loaded), uint64(p.Of.Bytes)))
	}
	return []app.UI{
		app.Elem("p").Class("progress-title").Attr("role", "status").Text(title),
		bar,
		app.Elem("p").Class("progress-facts").Text(facts(p.loaded(), many(p.Of.Documents, "document", "documents"))),
	}
}

// loaded is how much has come.
func (p *publishedBar) loaded() string {
	if p.Of.Bytes == 0 {
		return ""
	}
	return size(uint64(p.Of.Loaded)) + " of " + size(uint64(p.Of.Bytes))
}

// coming says what is fetched, and how much that was.
func (p *publishedBar) coming() string {
	switch {
	case p.Of.Err != nil:
		return "The rest could not be fetched: " + p.Of.Err.Error() + ". It is asked for again with the next question."
	case p.Of.IsWhole, p.Of.Bytes == 0: // a single file has it all
		return ""
	}
	return "Texts, and what a search needs, are fetched from this site when you ask for them; so far " + p.loaded()
}

func (p *publishedBar) renderHeld() []app.UI {
	return []app.UI{
		app.Elem("div").Class("progress-line").Body(
			app.Elem("p").Class("progress-title").Text(p.Of.Title),
			app.If(p.Of.Bytes > 0, p.renderKeep), // a single file has all of it
			app.If(p.Of.IsWhole, func() app.UI {
				return app.Elem("button").ID("published-close").Class("button").Attr("type", "button").Text("Close").
					OnClick(func(app.Context, app.Event) { p.closed = true })
			}),
		),
		app.Elem("p").Class("progress-facts").Text(facts(many(p.Of.Documents, "document", "documents"), p.stories())),
		app.Elem("p").Class("progress-facts").Text("What you tag, note, decide and save is kept on this device. Files you add stay on this computer and are gone when the page is closed."),
		app.Elem("p").Class("progress-facts").ID("published-coming").Attr("role", "status").Text(p.coming()),
		app.Elem("p").Class("progress-facts").ID("published-kept").Attr("role", "status").Text(p.kept()),
	}
}

// stories says how many stories several texts tell, if there are any.
func (p *publishedBar) stories() string {
	if p.Of.Stories == 0 {
		return ""
	}
	return many(p.Of.Stories, "story", "stories") + " told by several"
}

func (p *publishedBar) renderKeep() app.UI {
	button := app.Elem("button").ID("published-keep").Class("button").Attr("type", "button").
		Attr("disabled", p.Of.Keeping == action.Loading)
	if p.Of.IsKept {
		return button.Text("Keep it no longer").OnClick(func(ctx app.Context, _ app.Event) { ctx.NewAction(action.ForgetPublished) })
	}
	return button.Text("Keep this collection for offline use, " + size(uint64(p.Of.Bytes))).
		OnClick(func(ctx app.Context, _ app.Event) { ctx.NewAction(action.KeepPublished) })
}

// kept says what came of keeping it.
func (p *publishedBar) kept() string {
	switch {
	case p.Of.Keeping == action.Loading:
		return "Being kept …"
	case p.Of.Keeping == action.Failed:
		return "It could not be kept: " + p.Of.KeepErr.Error()
	case p.Of.IsKept:
		return "Kept on this device: opens without a network."
	}
	return ""
}
