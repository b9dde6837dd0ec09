package ui

import (
	"html"
	"slices"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

func mustField(t *testing.T, key string) metaField {
	t.Helper()
	f, ok := fieldOf(key)
	if !ok {
		t.Fatalf("no field %q", key)
	}
	return f
}

func TestTypedValues(t *testing.T) {
	for _, c := range []struct {
		field, text, want string // values joined by "|"
		wrong             bool
	}{
		{"title", "  A  headline\n on two lines ", "A headline on two lines", false},
		{"title", " ", "", false},
		// people
		{"byline", "Ilse Marder; Tomas Quill", "Ilse Marder|Tomas Quill", false},
		{"byline", "Ilse  Marder\n\n Tomas Quill ;", "Ilse Marder|Tomas Quill", false},
		{"byline", "Marder, Ilse", "Marder, Ilse", false},
		{"contributors", ";\n", "", false},
		// dates
		{"date", "2025-07-03", "2025-07-03", false},
		{"date", "2025-07-03T10:49", "2025-07-03T10:49", false},
		{"date", "2025-07-03 10:49", "2025-07-03T10:49", false},
		{"date", "3 July 2025", "2025-07-03", false},
		{"date", "July 3, 2025", "2025-07-03", false},
		{"date", "3 Jul 2025, 10:49", "2025-07-03T10:49", false},
		{"modified", "", "", false},
		{"date", "3/7/2025", "", true}, // or 7 March
		{"date", "2025-02-30", "", true},
		{"date", "yesterday", "", true},
		// languages
		{"lang", "EN", "en", false},
		{"lang", "english", "", true},
		{"lang", "e1", "", true},
	} {
		values, wrong := mustField(t, c.field).typed(c.text)
		if got := strings.Join(values, "|"); got != c.want || (wrong != "") != c.wrong {
			t.Errorf("%s %q: got %q, %q; want %q", c.field, c.text, got, wrong, c.want)
		}
	}
}

// TestTypedUndoesEdit types every field of a document just as it is offered.
func TestTypedUndoesEdit(t *testing.T) {
	m := protocol.Meta{
		Title: "T", Subtitle: "S", Section: "s", Date: "2025-07-03T10:49", Modified: "2025-07-04", Byline: []string{"A B", "C D"},
		Contributors: []string{"E"}, Agency: "AP", Dateline: "KYIV", Outlet: "O", URL: "https://example.org/a", Lang: "en", Tags: []string{"to check", "bridge"},
	}
	for _, f := range metaFields {
		values := f.values(&m)
		if len(values) == 0 {
			t.Errorf("%s has no value", f.key)
		}
		if got, wrong := f.typed(f.edit(values)); !slices.Equal(got, values) || wrong != "" {
			t.Errorf("%s: %q became %q, %q", f.key, values, got, wrong)
		}
	}
}

func TestSuggestions(t *testing.T) {
	doc := &protocol.Document{
		Meta: protocol.Meta{Date: "2025-07-04", Byline: []string{"Ilse Marder", "Tomas Quill"}},
		Facts: []protocol.Fact{
			{Field: "date", Value: "2025-07-04", Rule: "corrected by hand", Trust: protocol.TrustPerson},
			{Field: "date", Value: "2025-07-03", Rule: "posted line"},
			{Field: "date", Value: "2025-07-03", Rule: "url"},
			{Field: "date", Value: "2025-07-04", Rule: "crawl prefix"},
			{Field: "date", Rule: "nothing"},
			{Field: "byline", Value: "Ilse Marder", Rule: "By …"},
			{Field: "byline", Value: "Tomas Quill", Rule: "By …"},
			{Field: "byline", Value: "T. Quill", Rule: "sign-off"},
			{Field: "byline", Value: "I. Marder", Rule: "sign-off"},
		},
	}
	for field, want := range map[string]string{
		"date": "3 July 2025 (posted line)", "byline": "T. Quill and I. Marder (sign-off)", "title": "",
	} {
		f := mustField(t, field)
		var got []string
		for _, s := range f.suggestions(doc) {
			got = append(got, f.show(s.values)+" ("+s.rule+")")
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: %q is offered, want %q", field, got, want)
		}
	}
}

// openReading is the lead's view, as the shell would mount it, and what it shows.
func openReading(t *testing.T, r *room) (*reading, func() string) {
	t.Helper()
	v := &reading{At: address{view: viewReading, doc: fakeID(fakeLead)}}
	take := func() {
		r.loop.ConsumeAll()
		r.do(func(ctx app.Context) {
			var now action.Article
			if ctx.GetState(action.ArticleState, &now); now != v.article { // as when it is observed
				v.article = now
				v.arrange(ctx)
			}
		})
	}
	r.post(action.Read, action.Reading{ID: v.At.doc})
	take()
	return v, func() string {
		take()
		return space.ReplaceAllString(html.UnescapeString(tags.ReplaceAllString(app.HTMLString(v.renderHead()), " ")), " ")
	}
}

func TestCorrectingADate(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	v, head := openReading(t, r)
	if got := head(); !strings.Contains(got, "4 March 2025, 06:10") || strings.Contains(got, "none") {
		t.Errorf("folded, the head shows %q", got)
	}

	f := mustField(t, "date")
	v.onCorrect(f)(r.ctx, app.Event{})
	wantHead(t, head(), "Correct the date", "A day such as 2025-07-03", "Use “3 March 2025” (day in the text)",
		"read in the text · crawl prefix", "3 March 2025: a guess · day in the text", "Contributors none")

	v.save(r.ctx, "4/3/2025")
	wantHead(t, head(), "This is no date.")
	v.save(r.ctx, "1500-01-01") // only the engine knows that this is too early
	wantHead(t, head(), "This is no date.", "Cancel")

	v.save(r.ctx, "2025-03-02")
	got := head()
	wantHead(t, got, "2 March 2025", "corrected by you", "Take back")
	if strings.Contains(got, "Cancel") {
		t.Error("the box is still open")
	}

	v.onTakeBack(f)(r.ctx, app.Event{})
	got = head()
	wantHead(t, got, "4 March 2025, 06:10")
	if strings.Contains(got, "corrected by you") || strings.Contains(got, "Take back") {
		t.Error("the correction is not taken back")
	}
}

func wantHead(t *testing.T, got string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(got, w) {
			t.Errorf("the head does not show %q; it shows:\n%s", w, got)
		}
	}
}

func TestCorrectingPeopleToNone(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	v, head := openReading(t, r)
	v.onCorrect(mustField(t, "byline"))(r.ctx, app.Event{})
	v.save(r.ctx, "")
	got := head()
	wantHead(t, got, "By none", "corrected by you", "stated by the file · og:site_name")
	if n := strings.Count(got, "By Ilse Marder and Tomas Quill"); n != 1 { // in the evidence
		t.Errorf("the byline is there %d times", n)
	}
}

func TestCorrectedHeadlineShowsEverywhere(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.goTo("#/doc/0")
	r.post(keyAction, "e")
	r.sees("Headline", "Second headline", "Contributors", "none", "stated by the file", "text · UTF-8", "Read again…")
	r.post(action.Correct, action.Correcting{ID: fakeID(fakeLead), Path: "pile/0.txt", Correction: protocol.Correction{
		Field: "title", Values: []string{"Night train is back"},
	}})
	r.sees("Night train is back", "Take back", "corrected by you")
	r.goTo("#/files")
	r.sees("Night train is back")
}

func TestCorrectionLostOnTheWayIsSaid(t *testing.T) {
	engine := &fakeEngine{}
	r := open(t, engine)
	r.bring()
	v, head := openReading(t, r)
	v.onCorrect(mustField(t, "outlet"))(r.ctx, app.Event{})
	engine.failing = protocol.ErrLost
	v.save(r.ctx, "Gazette")
	r.loop.ConsumeAll()
	engine.failing = nil
	wantHead(t, head(), "It was not saved. A part of the program broke down", "Cancel")
	v.save(r.ctx, "Gazette")
	wantHead(t, head(), "Outlet Gazette", "corrected by you")
}

// TestNothingChangedIsNoCorrection leaves the box with the value that stood there.
func TestNothingChangedIsNoCorrection(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	v, head := openReading(t, r)
	v.onCorrect(mustField(t, "outlet"))(r.ctx, app.Event{})
	v.save(r.ctx, " Harbour  Gazette ")
	if got := head(); v.correct.open || strings.Contains(got, "corrected by you") {
		t.Errorf("the head shows %q", got)
	}
}
