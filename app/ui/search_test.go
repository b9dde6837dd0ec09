package ui

import (
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// searched is the search of a link as the page shows it, to be pressed.
func (r *room) searched(link string) *search {
	r.t.Helper()
	r.goTo(link)
	s := &search{At: r.at}
	r.look(s)
	s.arrange()
	return s
}

// look gives a search what the engine answered.
func (r *room) look(s *search) {
	r.do(func(ctx app.Context) {
		ctx.GetState(action.ResultsState, &s.results)
		ctx.GetState(action.CountedState, &s.counted)
		ctx.GetState(action.HitsState, &s.hits)
	})
}

func TestCountIsExact(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	s := r.searched("#/search?q=night")
	if got, want := s.count(), "5 hits in 5 documents, 3 distinct texts"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	s.counted = action.Counted{}
	if got, want := s.count(), "5 documents, 3 distinct texts"; got != want {
		t.Errorf("before the hits are counted: got %q, want %q", got, want)
	}
	s = r.searched("#/search?q=night&fold=none")
	if got, want := s.count(), "5 hits in 5 documents, 3 distinct texts"; got != want {
		t.Errorf("unfolded: got %q, want %q", got, want)
	}
	s.counted.Query.Text = "older"
	if got, want := s.count(), "5 documents"; got != want {
		t.Errorf("unfolded and uncounted: got %q, want %q", got, want)
	}
	s = r.searched("#/search?q=night&fold=stories")
	if got, want := s.count(), "5 hits in 5 documents, 3 distinct texts, 1 story"; got != want {
		t.Errorf("by story: got %q, want %q", got, want)
	}
	s.counted.Answer.Occurrences = 1234
	if got := s.count(); !strings.HasPrefix(got, "1,234 hits in ") {
		t.Errorf("got %q", got)
	}
	s.counted.Answer.Occurrences = 0 // a query of filters alone
	if got := s.count(); !strings.HasPrefix(got, "5 documents, 3 ") {
		t.Errorf("got %q", got)
	}
}

func TestOtherSpellingsAreSaid(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.goTo("#/search?q=nigth")
	r.sees("also: night, nights exact only", "also nighth")
	r.goTo("#/search?q=nigth&exact=yes")
	r.sees("No results", "Only as spelt. Forgive spelling", "Forgive spelling: words are looked for only as they are spelt.")
	r.goTo("#/search?q=train")
	r.sees("also trains, trained exact only")
	r.goTo("#/search?q=night")
	r.seesNot("also", "exact only")
}

func TestSpellingsAreToldApart(t *testing.T) {
	many := strings.Fields("a b c d e f g h i j")
	typos, forms := alsoWords([]coord.Spelling{
		{Word: "zelenksy", Typos: []string{"zelensky"}}, {Word: "bridge", Typos: []string{"brigde"}, Forms: many},
	})
	if want := "zelensky for “zelenksy”; brigde for “bridge”"; typos != want {
		t.Errorf("typos: got %q, want %q", typos, want)
	}
	if want := "a, b, c, d, e, f, g, h and 2 more"; forms != want {
		t.Errorf("forms: got %q, want %q", forms, want)
	}
}

func TestMissingWordsAreSaid(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.goTo("#/search?q=night%20zebra")
	r.sees("No document has all of these words: showing those with some.", "1 word missing")
}

func TestHitsOpenTheirCopies(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	s := r.searched("#/search?q=night")
	press := func(do string) string {
		t.Helper()
		r.do(func(ctx app.Context) {
			if !s.toggle(ctx, do, fakeID(fakeLead)) {
				t.Errorf("%s did nothing", do)
			}
		})
		r.look(s)
		return app.HTMLString(s.renderHit(0))
	}
	open := press(doCopies)
	wantText(t, plain(open), "Sleeper service to the coast is back", "Morning Dispatch", "The passage is not in it.")
	for _, want := range []string{`href="#/doc/1\?q=night"`, `class="why-other"`, `aria-expanded[ >]`} {
		if !regexp.MustCompile(want).MatchString(open) {
			t.Errorf("the copies do not have %s", want)
		}
	}
	if text := plain(press(doCopies)); strings.Contains(text, "Sleeper service") {
		t.Error("the copies do not close")
	}
	wantText(t, plain(press(doPlace)), "Spelt as typed.", "All that is found stands in the headline too.", "Score 2.00", "night 2 times, 1 in the headline")
	if text := plain(press(doPlace)); strings.Contains(text, "Score") {
		t.Error("the reason does not close")
	}
	r.do(func(ctx app.Context) {
		if s.toggle(ctx, "other", fakeID(fakeLead)) || s.toggle(ctx, doPlace, fakeID(77)) {
			t.Error("something was done for what is not there")
		}
	})
}

func TestHitsSayWhatCouldNotBeShown(t *testing.T) {
	v := hitView{Hit: &coord.Hit{Copies: 30}, open: hitParts{copies: true, why: true}}
	for _, c := range []struct {
		status action.Status
		want   []string
	}{
		{action.Loading, []string{"Comparing …", "Finding out …"}},
		{action.Failed, []string{"The copies could not be shown.", "It could not be found out."}},
		{action.Ready, []string{"The copies could not be found.", "Score 0.00"}},
	} {
		v.copies, v.why = action.Copies{Status: c.status, Err: protocol.ErrLost}, action.Explained{Status: c.status, Err: protocol.ErrLost}
		wantText(t, shown(v.render()), c.want...)
	}
	v.copies.Versions = make([]protocol.PassageVersion, 25)
	text := app.HTMLString(v.render())
	if n := strings.Count(text, `class="copy"`); n != mostCopies {
		t.Errorf("%d copies are drawn, want %d", n, mostCopies)
	}
	wantText(t, plain(text), "Show all 31 copies")
}

func TestStoriesFoldedIntoOneHitAreASearch(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.goTo("#/search?q=night&fold=stories")
	r.sees("+2 texts of this story")
	want := `href="#/search?q=night%20story%3A%22pile%2F0.txt%22"`
	if text := html.UnescapeString(r.markup()); !strings.Contains(text, want) {
		t.Errorf("no link %s", want)
	}
}

func TestExplanationInWords(t *testing.T) {
	two := []protocol.PartScore{{Text: "iron", Score: 1}, {Text: "bridge", Score: 1}}
	either := []protocol.PartScore{{Text: "iron", Score: 1}, {Text: "ferry"}}
	for _, c := range []struct {
		x    protocol.Explanation
		want string
	}{
		{protocol.Explanation{Parts: two, Standing: protocol.Standing{Missing: 1, Field: 1}}, "It lacks 1 word of the query. Spelt as typed. Not all stands in the headline."},
		{protocol.Explanation{Parts: two, Standing: protocol.Standing{Typos: 2}, Window: 1}, "All words of the query stand in it. 2 letters are not as typed. Where they come nearest, there is 1 other word between them. All that is found stands in the headline too."},
		{protocol.Explanation{Parts: either}, "Of the query it has “iron”. Spelt as typed. All that"},
		{protocol.Explanation{Parts: two, Window: 0}, "Somewhere they stand side by side."},
		{protocol.Explanation{Parts: two, Window: 12}, "there are 12 other words between them."},
		{protocol.Explanation{Parts: two, Window: 400}, "there are more than 15 other words between them."},
		{protocol.Explanation{Length: 412.3, MeanLength: 380}, "This one has 412 words, each place in the headline or elsewhere weighed; 380 are usual."},
	} {
		if got := strings.Join(standingWords(&c.x), " "); !strings.Contains(got, c.want) {
			t.Errorf("got %q, want %q in it", got, c.want)
		}
	}
	terms := []protocol.TermCount{{Term: "bridges", Form: true, Places: 1}, {Term: "brigde", Edits: 1, Places: 3, Title: 1}}
	if got, want := termWords(terms), "bridges once, another form; brigde 3 times, 1 in the headline, 1 letter off"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := termWords(make([]protocol.TermCount, 9)); !strings.HasSuffix(got, "; and 3 more") {
		t.Errorf("got %q", got)
	}
}

func TestMistakesAreSaidInSentences(t *testing.T) {
	e := protocol.QueryError{Span: protocol.Span{Start: 3, End: 4}, Message: "this parenthesis is not closed", Remedy: "put “)” after the words that belong together"}
	wantText(t, shown(queryError("é (x", e)), "This parenthesis is not closed (character 3). Put “)” after the words that belong together.")
	e = protocol.QueryError{Span: protocol.Span{Start: 90, End: 4}, Message: "Something is missing"}
	wantText(t, shown(queryError("é", e)), "Something is missing (character 2).")
}

func TestSnippetShowsWhereItIsCut(t *testing.T) {
	for _, c := range []struct {
		snippet string
		start   uint32
		want    string
	}{
		{"The bridge is shut.", 0, "The bridge is shut."},
		{"The bridge is shut.", 90, "The bridge is shut."},
		{"was shut on Monday.", 90, "… was shut on Monday."},
		{"iron bridge is shut.", 0, "iron bridge is shut."},
		{"“said Dana, who had", 90, "… “said Dana, who had …"},
		{"“It is shut,” she said. “For good.”", 90, "“It is shut,” she said. “For good.”"},
		{"The bridge, which carries 38,000", 0, "The bridge, which carries 38,000 …"},
		{"It is shut (for good), as", 0, "It is shut (for good), as …"},
		{"橋は閉鎖された。", 0, "橋は閉鎖された。"},
		{"", 0, ""},
	} {
		p := app.Elem("p").Body(snippet(protocol.Snippet{Text: c.snippet, Start: c.start})...)
		if got := strings.TrimSpace(plain(app.HTMLString(p))); got != c.want {
			t.Errorf("snippet(%q, %d) = %q, want %q", c.snippet, c.start, got, c.want)
		}
	}
}

func TestLongQueriesAreShortened(t *testing.T) {
	long := strings.Repeat("ü", 300)
	for _, s := range []string{firstOf(long), lastOf(long)} {
		if !utf8.ValidString(s) || len(s) > mostAround+8 || !strings.Contains(s, "…") {
			t.Errorf("%q", s)
		}
	}
	if firstOf("abc") != "abc" || lastOf("abc") != "abc" {
		t.Error("a short text is shortened")
	}
}
