package ui

import (
	"context"
	"errors"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/app/files"
	"clippings/wasm/protocol"
)

// room is a page under test: the shell, its engine, and a person's hands.
type room struct {
	t      *testing.T
	shell  *Shell
	engine *fakeEngine
	loop   app.TestEngine
	ctx    app.Context
	at     address
}

func open(t *testing.T, engine *fakeEngine) *room {
	t.Helper()
	r := &room{t: t, engine: engine, loop: app.NewTestEngine()}
	r.shell = NewShell(func(ctx context.Context) (action.Engine, error) {
		r.ctx = ctx.(app.Context)
		return engine, nil
	})
	r.shell.where = func() address { return r.at }
	if err := r.loop.Load(r.shell); err != nil {
		t.Fatal(err)
	}
	r.loop.ConsumeAll()
	return r
}

// goTo follows a link.
func (r *room) goTo(link string) {
	r.t.Helper()
	r.at = parseAddress(strings.TrimPrefix(link, "#"))
	r.do(r.shell.OnNav)
}

// do has something happen on the page's goroutine and lets all of it come to
// rest.
func (r *room) do(what func(app.Context)) {
	r.ctx.Dispatch(what)
	r.loop.ConsumeAll()
}

func (r *room) post(name string, value any) {
	r.do(func(ctx app.Context) { ctx.NewActionWithValue(name, value) })
}

// bring drops a file.
func (r *room) bring() {
	r.do(func(ctx app.Context) {
		r.shell.bring(ctx, []files.Picked{{Path: "pile/0.txt", Size: 10, Handle: "h"}})
	})
}

var (
	tags  = regexp.MustCompile(`<[^>]*>`)
	space = regexp.MustCompile(`\s+`)
)

// markup is what the page is made of.
func (r *room) markup() string { return app.HTMLString(r.shell) }

// text is what stands on the page.
func (r *room) text() string {
	return plain(r.markup())
}

// plain is what markup says.
func plain(markup string) string {
	return space.ReplaceAllString(html.UnescapeString(tags.ReplaceAllString(markup, " ")), " ")
}

func (r *room) sees(want ...string) {
	r.t.Helper()
	text := r.text()
	for _, w := range want {
		if !strings.Contains(text, w) {
			r.t.Errorf("the page does not show %q; it shows:\n%s", w, text)
		}
	}
}

func (r *room) seesNot(unwanted ...string) {
	r.t.Helper()
	text := r.text()
	for _, w := range unwanted {
		if strings.Contains(text, w) {
			r.t.Errorf("the page shows %q", w)
		}
	}
}

func TestEmptyPageSaysWhatToDo(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.sees("Drop articles", "Choose files", "Choose a folder", "Open the sample collection", "Nothing leaves this computer", "web pages")
	r.goTo("#/stories")
	r.sees("There are no stories yet.", "Add articles")
	r.goTo("#/files")
	r.sees("No files have been read yet.")
}

func TestFromFilesToAText(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.sees("Read 6 documents; 3 files were left out.")

	r.goTo("#/stories")
	r.sees("6 documents in 2 stories; 2 of them are copies",
		"Night train returns", "3 texts · 2 copies", "4–6 Mar 2025", "Harbour Gazette · Morning Dispatch · Valley Courier · and 2 more")
	r.seesNot("Shown first")

	r.goTo("#/doc/0")
	r.sees("By Ilse Marder and Tomas Quill", "4 March 2025, 06:10", "in 3 others",
		"Edited copy: 85\u202f% of its wording stands here", "2 lines of page furniture")
	r.seesNot("Share this article", "menu: short lines")
}

func TestStoryOpensInPlace(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	list := &stories{Shelf: &shelf{}}
	r.do(func(ctx app.Context) { ctx.GetState(action.StoriesState, &list.list) })
	list.arrange()
	list.onToggle(0)(r.ctx, app.Event{})
	row := html.UnescapeString(app.HTMLString(list.renderRow(0)))
	for _, want := range []string{"Shown first: credited to NW", "85\u202f% of its wording stands in the text above",
		"Exact copy", "Told in their own words", "longest run 101 words", "Took the sleeper on its second night"} {
		if !strings.Contains(row, want) {
			t.Errorf("the open story does not show %q", want)
		}
	}
	list.onToggle(0)(r.ctx, app.Event{})
	if strings.Contains(app.HTMLString(list.renderRow(0)), "Shown first") {
		t.Error("the story does not close")
	}
}

func TestSearchMarksMatchesAndCountsCopies(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.goTo("#/search?q=night")
	r.sees("5 hits in 5 documents, 3 distinct texts", "+2 copies", "Harbour Gazette")
	if !strings.Contains(r.markup(), `<mark class="match">`) {
		t.Error("no match is marked")
	}
	r.goTo("#/doc/0?q=night")
	r.sees("Results for “night”", "1 of 3")
}

func TestSearchWithoutResultGivesAdvice(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.goTo("#/search?q=zebra")
	r.sees("No results", "No text has all of this.")
}

func TestSearchShowsWhatIsWrongWhereItIs(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.goTo("#/search?q=night%20(")
	r.sees("This parenthesis is never closed (character 7). Add ) or take it out.")
}

func TestFileTheBrowserWouldNotOpenIsInTheLedger(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.do(func(ctx app.Context) {
		r.shell.bring(ctx, []files.Picked{{Path: "gone.txt", Problem: "it is no longer there"}})
	})
	r.goTo("#/files")
	r.sees("gone.txt", "it is no longer there", protocol.SkipUnreadable.Explanation())
}

func TestStartingOverAsksFirst(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.goTo("#/files")
	r.sees("Forget these files…")
	f := &forget{Files: 9}
	f.onAsk(r.ctx, app.Event{})
	if text := app.HTMLString(f); !strings.Contains(text, "forget-asking") ||
		!strings.Contains(text, "Forget all that was read from 9 files, with tags") {
		t.Errorf("it asks %s", text)
	}
	f.onKeep(r.ctx, app.Event{})
	r.sees("9 records from 9 files")
	r.post(action.StartOver, nil)
	r.sees("No files have been read yet.")

	r.goTo("#/")
	r.bring()
	r.sees("Read 6 documents") // the outcome shows as it did the first time
}

func TestTextIsNeverMarkup(t *testing.T) {
	engine := &fakeEngine{}
	r := open(t, engine)
	r.bring()
	saved := fakeSummaries[fakeLead].Title
	defer func() { fakeSummaries[fakeLead].Title = saved }()
	fakeSummaries[fakeLead].Title = `<img src=x onerror=alert(1)>`
	r.post(action.PickStories, action.Picking{Order: protocol.LargestFirst})
	r.goTo("#/stories")
	r.sees(`<img src=x onerror=alert(1)>`)
	if strings.Contains(r.markup(), "<img") {
		t.Error("a title became an element")
	}
}

func TestTextThatIsNotThere(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.goTo("#/doc/77")
	r.sees("This text cannot be shown.", "There is no such text")
}

func TestErrorsAreSaid(t *testing.T) {
	engine := &fakeEngine{}
	r := open(t, engine)
	r.bring()
	engine.failing = protocol.ErrLost
	r.goTo("#/search?q=night")
	r.sees("The search did not work.", "for want of memory")
	engine.failing = nil
	r.goTo("#/search?q=train")
	r.sees("2 distinct texts")
}

func TestEngineThatDoesNotStart(t *testing.T) {
	loop := app.NewTestEngine()
	shell := NewShell(func(context.Context) (action.Engine, error) { return nil, errors.New("no workers here") })
	if err := loop.Load(shell); err != nil {
		t.Fatal(err)
	}
	loop.ConsumeAll()
	if text := app.HTMLString(shell); !strings.Contains(text, "did not start: no workers here") {
		t.Errorf("the page shows %s", text)
	}
}

func TestPaletteFindsTextsAndCommands(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.post(showOverlay, overlayPalette)
	r.sees("Stories", "Theme: dark", "Keyboard shortcuts")
	r.post(action.Choose, "loaf")
	p := &palette{typed: "loaf"}
	r.do(func(ctx app.Context) { ctx.GetState(action.ChoicesState, &p.choices) })
	if list := p.entries(); len(list) != 1 || list[0].text != "Bakers agree on a price for the long loaf" {
		t.Errorf("entries = %+v", list)
	}
}

func TestHelpListsKeys(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.post(showOverlay, overlayHelp)
	r.sees("Keyboard", "Ctrl K", "show or fold page furniture")
}

// TestStoppedComparisonSaysSo, and offers to make up for it.
func TestStoppedComparisonSaysSo(t *testing.T) {
	p := &progress{state: action.Import{Status: action.Ready, Runs: 1, Read: 7, Canceled: true, Partial: true}}
	wantText(t, shown(p), "Stopped. Read 7 documents.", "stand in no story yet", "Find copies and stories now")
	p.state.Partial = false
	if text := shown(p); strings.Contains(text, "no story yet") {
		t.Errorf("all is compared: %s", text)
	}
}

// TestLongListsDrawFewRows holds the page to what it can mount in a frame.
func TestLongListsDrawFewRows(t *testing.T) {
	r := open(t, &fakeEngine{more: 100_000})
	r.bring()
	r.goTo("#/stories")
	r.sees("100,006 documents")
	if n := strings.Count(r.markup(), "story-row"); n == 0 || n > 2*firstRows {
		t.Errorf("%d rows are drawn", n)
	}
}
