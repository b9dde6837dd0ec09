package ui

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

func (v *oneStory) OnPreRender(ctx app.Context) { v.OnMount(ctx) }

// sentenceOf is where a text of the pile holds some words.
func sentenceOf(t *testing.T, text int, words string) protocol.Sentence {
	t.Helper()
	return protocol.Sentence{Text: uint32(text), Span: spanInDoc(t, []int{fakeLead, fakeOwn, fakeForum}[text], words)}
}

func spanInDoc(t *testing.T, doc int, words string) protocol.Span {
	t.Helper()
	text, _ := fakeText(doc)
	at := strings.Index(text, words)
	if at < 0 {
		t.Fatalf("document %d does not hold %q", doc, words)
	}
	return protocol.Span{Start: uint32(at), End: uint32(at + len(words))}
}

// fakeSynopsis is what the first story of the pile says.
func fakeSynopsis(t *testing.T, f *fakeEngine) *coord.Synopsis {
	t.Helper()
	s := &coord.Synopsis{}
	for _, i := range []int{fakeLead, fakeOwn, fakeForum} {
		text, _ := fakeText(i)
		s.Texts = append(s.Texts, protocol.Document{ID: fakeID(i), Text: text, Meta: protocol.Meta{Lang: "en"}})
	}
	const both = "Four towns along the valley have since paid for two new ones out of their own budgets"
	s.Shared = []protocol.Statement{
		{In: []protocol.Sentence{sentenceOf(t, 0, both), sentenceOf(t, 1, both)}},
		{In: []protocol.Sentence{sentenceOf(t, 0, "The first sleeper"), {Text: 1, Span: protocol.Span{Start: 9, End: 999_999}}}}, // beyond the text
	}
	s.Names = []protocol.SharedName{{Text: "Port Alder", In: 3}, {Text: "212 berths", In: 2}}
	s.Only = []protocol.OnlyHere{
		{Text: 0, Sentences: []protocol.Span{
			spanInDoc(t, fakeLead, "Hoteliers on the coast are less sure."),
			spanInDoc(t, fakeLead, "The next departure is on Thursday."),
			spanInDoc(t, fakeLead, "Departure 21:40, arrival 06:10"),
			spanInDoc(t, fakeLead, "212 berths, four to a compartment"),
		}, Of: 11},
		{Text: 1, Of: 7},
	}
	said := sentenceOf(t, 0, "People told us they would rather sleep than queue")
	s.Sayings = []protocol.Saying{
		{Speaker: "Marta Ohlin", Sure: true, Wordings: []protocol.Wording{
			{Text: "People told us they would rather sleep than queue", In: []protocol.Sentence{said}},
			{Text: "People said they would rather sleep than wait", In: []protocol.Sentence{sentenceOf(t, 1, "People told us")}},
		}},
		{Wordings: []protocol.Wording{{Text: "the warm ones", In: []protocol.Sentence{sentenceOf(t, 2, "the warm ones")}}}},
	}
	return s
}

// told is the view of the first story as the page would mount it.
func tellStory(t *testing.T, engine *fakeEngine) (*room, *oneStory) {
	t.Helper()
	r := open(t, engine)
	r.bring()
	v := &oneStory{At: address{view: viewStory, doc: fakeID(fakeEdit)}}
	r.do(v.OnMount)
	r.post(action.Tell, fakeID(fakeEdit))
	r.do(func(ctx app.Context) {
		ctx.GetState(action.ToldState, &v.now)
		v.arrived(ctx)
	})
	v.drawn = 99
	return r, v
}

func TestStoryTellsWhatItsTextsSay(t *testing.T) {
	engine := &fakeEngine{}
	engine.synopsis = fakeSynopsis(t, engine)
	_, v := tellStory(t, engine)
	text := shown(v)
	wantText(t, text,
		"Night train returns to the coast after eleven years", "5 documents", "3 texts", "4–6 Mar 2025",
		"Who published when", "Harbour Gazette", "4 Mar 2025, 06:10", "5 Mar 2025",
		"Text A: 3 printings of one text", "Compare all 3 versions", "Side by side",
		"Keeps 44\u202f% of it, leaves out or rewords 56\u202f%", "Told in their own words",
		"What all versions say", "In 2 of 3 texts", "Four towns along the valley", "Harbour Gazette, City Ledger",
		"Port Alder", "Only here", "Only Harbour Gazette has 4 sentences of its 11.", "Hoteliers on the coast", "Show 1 more sentence",
		"Nothing: a counterpart was found for all it says.",
		"Marta Ohlin", "In 2 texts, in 2 wordings", "Not named", "the warm ones", "2 quotes")
	wantNoText(t, text, "212 berths, four", "The first sleeper to leave the capital for the coast since 2014 departed on Monday evening with", "Comparing")
	html := app.HTMLString(v)
	for _, want := range []string{`href="#/versions/0"`, `href="#/beside/0/1"`, `href="#/doc/3?at=`} {
		if !strings.Contains(html, want) {
			t.Errorf("no link %s", want)
		}
	}
	if !strings.Contains(html, `class="wording-own">said<`) || !strings.Contains(html, `class="wording-own">wait<`) {
		t.Error("the words of a second wording are not marked")
	}
}

func TestStoryOpensAndFinds(t *testing.T) {
	engine := &fakeEngine{}
	engine.synopsis = fakeSynopsis(t, engine)
	r, v := tellStory(t, engine)
	press := func(name string) string {
		r.do(func(ctx app.Context) { v.press(ctx, name) })
		return shown(v)
	}
	if n := strings.Count(press("shared-0"), "Four towns along the valley"); n != 3 {
		t.Errorf("the sentence opened stands there %d times, want 3", n)
	}
	wantText(t, press("more-only-0"), "212 berths, four to a compartment")
	wantText(t, press("time-table"), "4 March", "A, shown first", "A, a copy", "alone")
	v.find("  RATHER sleep ")
	text := shown(v)
	wantText(t, text, "1 of 2 quotes", "rather sleep")
	wantNoText(t, text, "the warm ones")
	if !strings.Contains(app.HTMLString(v), `<mark class="match">rather sleep</mark>`) {
		t.Error("what is looked for is not marked")
	}
	v.find("")
	v.speaker = unnamed
	wantText(t, shown(v), "1 of 2 quotes", "the warm ones")
	if rows := v.quoteRows(); len(rows) != 2 || rows[1][2] != "" || rows[1][5] != "the warm ones" {
		t.Errorf("rows of the quotes shown = %q", rows)
	}
	v.speaker = ""
	if rows := v.quoteRows(); len(rows) != 4 || rows[1][1] != "Marta Ohlin" || rows[1][2] != "named" || rows[1][6] != "Harbour Gazette" {
		t.Errorf("rows of all quotes = %q", rows)
	}
	if rows := v.textRows(); len(rows) != 6 || rows[2][0] != "A" || rows[2][1] != "copy" {
		t.Errorf("rows of the documents = %q", rows)
	}
	v.told.quotes[0].sure = false
	wantText(t, shown(v), "Probably Marta Ohlin")
	if rows := v.quoteRows(); rows[1][1] != "Marta Ohlin" || rows[1][2] != "probable" {
		t.Errorf("rows of a quote whose speaker is inferred = %q", rows)
	}
	all := strings.Join(v.asText().Lines, "\n")
	wantText(t, all, "Only here", "Hoteliers on the coast", "“People told us", "Text A: 3 printings")
}

// TestStoryChart holds that the time line is saved as a drawing that is whole, whatever
// its texts are called.
func TestStoryChart(t *testing.T) {
	_, v := tellStory(t, &fakeEngine{})
	v.row.title = "Night \"train\" <script>alert(1)</script> & \x00coast"
	chart := v.asChart()
	text := strings.Join(chart.Lines, "\n")
	var circles int
	for d := xml.NewDecoder(strings.NewReader(text)); ; {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%v in %s", err, text)
		}
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "circle" {
			circles++
		} else if ok && e.Name.Local == "script" {
			t.Error("a title became markup")
		}
	}
	if circles != len(v.times.all) || !strings.Contains(text, "Harbour Gazette") || chart.Type != "image/svg+xml" {
		t.Errorf("%d of %d marks in %s", circles, len(v.times.all), text)
	}
}

// TestStoryShowsWithoutSynopsis holds that texts that could not be compared are shown.
func TestStoryShowsWithoutSynopsis(t *testing.T) {
	_, v := tellStory(t, &fakeEngine{})
	text := shown(v)
	wantText(t, text, "Text A: 3 printings of one text", "The texts could not be compared:")
	wantNoText(t, text, "Only here", "What all versions say")
}

func TestStoryThatIsNotThere(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.goTo("#/story/77")
	r.sees("The story could not be shown")
}

// TestStoryIsChangedHere holds that a copy can be taken out of its group in the view.
func TestStoryIsChangedHere(t *testing.T) {
	r, v := tellStory(t, &fakeEngine{})
	act := func(do string, doc int) {
		r.do(func(ctx app.Context) { v.acting = v.row.do(ctx, doing{do: do, doc: fakeID(doc)}, v.acting) })
	}
	act(doChange, fakeEdit)
	wantText(t, shown(v), "Not a copy", "Show first", "Not this story", "Join with")
	act(doNotCopy, fakeEdit)
	if list := r.rules().Decisions; len(list) != 1 || list[0].Kind != protocol.NotCopies {
		t.Errorf("decisions = %+v", list)
	}
	if v.acting != "" {
		t.Error("the text is still being changed")
	}
}
