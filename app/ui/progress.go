package ui

import (
	"math"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/coord"
)

// progress shows how bringing files in goes, and what came of it, in a band
// under the header.
type progress struct {
	app.Compo
	Counting int // files found in folders still being walked
	View     view
	Seen     int // the import whose outcome was seen in a view left since

	state  action.Import
	closed int // the import whose outcome was put away
}

func (p *progress) OnMount(ctx app.Context) { ctx.ObserveState(action.ImportState, &p.state) }

func (p *progress) Render() app.UI {
	switch {
	case p.state.Status == action.Loading:
		return p.renderWork()
	case p.Counting > 0:
		return p.band("progress-counting", app.Elem("p").Class("progress-title").Attr("role", "status").
			Text("Looking through folders: "+many(p.Counting, "file", "files")+" so far"))
	case p.state.Status == action.Failed:
		return p.renderFailure()
	case p.state.Status == action.Ready && max(p.closed, p.Seen) < p.state.Runs:
		return p.renderOutcome()
	}
	return app.Elem("div").ID("import").Hidden(true)
}

func (p *progress) band(class string, body ...app.UI) app.UI {
	return app.Elem("section").ID("import").Class("progress", class).Aria("label", "Reading files").Body(
		app.Elem("div").Class("progress-in").Body(body...),
	)
}

func (p *progress) renderWork() app.UI {
	s := p.state.Progress
	bar := app.Elem("progress").Class("progress-bar").Aria("label", p.title()).Attr("max", 1000)
	if s.Phase == coord.Reading {
		bar.Attr("value", permille(s.Bytes, s.Total))
	}
	return p.band("progress-work",
		app.Elem("div").Class("progress-line").Body(
			app.Elem("p").Class("progress-title").Text(p.title()),
			app.Elem("button").ID("cancel").Class("button").Attr("type", "button").Text("Stop").OnClick(onCancel),
		),
		bar,
		app.Elem("p").Class("progress-facts").Body(
			app.Text(facts(
				size(s.Bytes)+" of "+size(s.Total),
				many(s.Documents, "document", "documents"),
				leftOut(int(s.Skipped)),
				left(p.state.Left()),
				waiting(p.state.Waiting),
			)),
		),
		app.Elem("p").Class("progress-path").Aria("hidden", "true").Text(s.Path),
		// Said aloud in tenths only, or it would never stop talking.
		app.Elem("p").Class("unseen").Attr("role", "status").Text(p.spoken()),
	)
}

func (p *progress) title() string {
	s := p.state.Progress
	if s.Phase == coord.Comparing {
		return "Finding copies and stories among " + many(s.Documents, "document", "documents")
	}
	return "Reading " + number(min(s.Files+1, s.AllFiles)) + " of " + many(s.AllFiles, "file", "files")
}

func (p *progress) spoken() string {
	s := p.state.Progress
	if s.Phase == coord.Comparing {
		return "Finding copies and stories"
	}
	return "Reading files, " + strconv.Itoa(permille(s.Bytes, s.Total)/100*10) + " percent done"
}

// permille is the share of the work done, 0 to 1000.
func permille(done, all uint64) int {
	if all == 0 {
		return 0
	}
	return int(math.Round(1000 * min(1, float64(done)/float64(all))))
}

func leftOut(n int) string {
	if n == 0 {
		return ""
	}
	return number(n) + " left out"
}

func waiting(n int) string {
	if n == 0 {
		return ""
	}
	return many(n, "more file waits", "more files wait")
}

func (p *progress) renderOutcome() app.UI {
	s := p.state
	verb := "Read "
	if s.Canceled {
		verb = "Stopped. Read "
	}
	text := verb + many(s.Read, "document", "documents")
	if s.Skipped > 0 {
		text += "; " + many(s.Skipped, "file was", "files were") + " left out"
	}
	body := []app.UI{app.Elem("p").Class("progress-title").Attr("role", "status").Text(text + ".")}
	if s.Lost > 0 {
		body = append(body, app.Elem("p").Class("progress-lost").Text("A part of the program broke down on the way, "+
			"most likely for want of memory. What it had read is missing: add those files again in smaller parts."))
	}
	if s.Partial {
		body = append(body, app.Elem("p").Class("progress-lost").Body(
			app.Text("They can be searched and read, but stand in no story yet: finding copies was stopped. "),
			button("find-copies", "link", "Find copies and stories now", onFindCopies),
		))
	}
	body = append(body, app.Elem("div").Class("progress-ways").Body(
		app.If(p.View != viewLedger, func() app.UI {
			return app.Elem("a").Class("link").Attr("href", address{view: viewLedger}.String()).Text("See every file")
		}),
		app.Elem("button").ID("import-close").Class("tool").Attr("type", "button").Aria("label", "Close this message").
			OnClick(p.onClose).Body(icon(iconClose)),
	))
	return p.band("progress-done", app.Elem("div").Class("progress-line").Body(body...))
}

func (p *progress) renderFailure() app.UI {
	return p.band("progress-failed", app.Elem("p").Class("progress-title").Attr("role", "alert").
		Text("The files could not be read: "+p.state.Err.Error()+". Reload the page and add them again."))
}

func (p *progress) onClose(app.Context, app.Event) { p.closed = p.state.Runs }

func onFindCopies(ctx app.Context, _ app.Event) { ctx.NewAction(action.FindCopies) }

func onCancel(ctx app.Context, _ app.Event) { ctx.NewAction(action.CancelBring) }
