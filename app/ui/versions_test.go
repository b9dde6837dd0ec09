package ui

import (
	"strings"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// placeOfWords is where words stand in a text.
func placeOfWords(t *testing.T, text, words string) protocol.Span {
	t.Helper()
	at := strings.Index(text, words)
	if at < 0 {
		t.Fatalf("no %q in the text", words)
	}
	return protocol.Span{Start: uint32(at), End: uint32(at + len(words))}
}

// fakeCollation is the fake group collated: a place of words, one of spelling, one
// of added words, a stretch left out and one moved.
func fakeCollation(t *testing.T, f *fakeEngine) *coord.Collation {
	text, paragraphs := fakeText(fakeLead)
	a := &coord.Collation{Group: fakeStory(0).Groups[0], Summaries: coord.Summaries{}}
	a.Base.ID, a.Base.Text, a.Base.Paragraphs, a.Base.Title, a.Base.Lang = fakeID(fakeLead), text, paragraphs, fakeSummaries[fakeLead].Title, "en"
	a.Base.Outlet, a.Base.Date = fakeSummaries[fakeLead].Outlet, fakeSummaries[fakeLead].Date
	for i := range 3 {
		a.Summaries[fakeID(i)] = f.summary(i)
	}
	a.Words = 200
	a.Witnesses = []protocol.Witness{{ID: fakeID(fakeEdit), Words: 150, Common: 120}, {ID: fakeID(fakeExact), Words: 200, Common: 200}}
	after := placeOfWords(t, text, "all 212 berths").End
	a.Places = []protocol.Place{
		{Span: placeOfWords(t, text, "capital"), Variants: []protocol.Variant{
			{Change: protocol.ChangeWords, Text: "city", Witnesses: []uint32{0}}, {Change: protocol.ChangeSpelling, Text: "Capital", Witnesses: []uint32{1}}}},
		{Span: protocol.Span{Start: after, End: after}, Variants: []protocol.Variant{{Change: protocol.ChangeWords, Text: "<b>or so</b>", Witnesses: []uint32{0, 1}}}},
		{Span: placeOfWords(t, text, "inspection"), Variants: []protocol.Variant{{Change: protocol.ChangeSpelling, Text: "inspexion", Witnesses: []uint32{0}}}},
		{Span: placeOfWords(t, text, "asleep,"), Variants: []protocol.Variant{{Change: protocol.ChangePunctuation, Text: "asleep", Witnesses: []uint32{1}}}},
		{Span: placeOfWords(t, text, "a third"), Variants: []protocol.Variant{{Change: protocol.ChangeWords, Witnesses: []uint32{1}}}},
	}
	from, to := placeOfWords(t, text, "“People told us"), placeOfWords(t, text, "less sure.")
	a.Gaps = []protocol.Gap{{Span: protocol.Span{Start: from.Start, End: to.End}, Witnesses: []uint32{0}}}
	a.Moves = []protocol.Move{{Span: placeOfWords(t, text, "The next departure is on Thursday."), Witness: 1, There: protocol.Span{Start: 3, End: 9}}}
	return a
}

// collatedRoom is the view of all versions of the fake group.
func collatedRoom(t *testing.T, link string) *room {
	t.Helper()
	engine := &fakeEngine{}
	engine.collation = fakeCollation(t, engine)
	r := open(t, engine)
	r.bring()
	r.goTo(link)
	return r
}

func TestVersionsShowWhereTheyDiffer(t *testing.T) {
	r := collatedRoom(t, "#/versions/0")
	r.sees("All versions", "3 versions · 5 places differ; 1 in spelling only, 1 in punctuation only · 1 passage left out in some · 1 passage moved",
		"Night train returns to the coast after eleven years Harbour Gazette, Valley Courier", "Sleeper service to the coast is back Morning Dispatch",
		"Nearest to it: Valley Courier, the same words. Farthest: Morning Dispatch, 69\u202f% the same.",
		"capital city Morning Dispatch", "Added: <b>or so</b> Morning Dispatch , Valley Courier", "a third left out Valley Courier",
		"Left out in Morning Dispatch", "3 paragraphs", "Stands elsewhere in Valley Courier", "Show it there", "Spelling and punctuation too (2)")
	r.seesNot("inspexion", "Share this article", "By Ilse Marder")
	markup := r.markup()
	for _, want := range []string{`class="place place-words"`, `class="place place-words place-caret"`, `version-left`, `#/beside/0/1`, `#/doc/2?at=3-9`} {
		if !strings.Contains(markup, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if strings.Contains(markup, "<b>") {
		t.Error("a text became an element")
	}
}

// TestVersionsListIsSaved holds that the table is saved whole, the reading text first.
func TestVersionsListIsSaved(t *testing.T) {
	engine := &fakeEngine{}
	collation := fakeCollation(t, engine)
	names := make([]string, len(collation.Witnesses)+1)
	v := &versions{head: newVersionHead(&collated{answer: collation, names: names})}
	rows := v.listRows()
	if len(rows) != len(names)+1 || rows[1][5] != "reading text" || rows[1][0] != "Harbour Gazette" || len(rows[2]) != len(rows[0]) || rows[2][5] == "" {
		t.Errorf("%q", rows)
	}
}

func TestVersionsWithMinorChanges(t *testing.T) {
	r := collatedRoom(t, "#/versions/0?minor=yes")
	r.sees("inspection inspexion spelling Morning Dispatch", "asleep, asleep punctuation Valley Courier", "Capital spelling Valley Courier")
}

func TestVersionsFoldWhatAllShare(t *testing.T) {
	r := collatedRoom(t, "#/versions/0?show=changes")
	r.sees("1 paragraph all versions share", "2 paragraphs all versions share", "city")
	r.seesNot("The line lost its night train", "Departure")
}

func TestVersionsStep(t *testing.T) {
	r := collatedRoom(t, "#/versions/0")
	r.sees("5 differences")
	r.post(keyAction, "]")
	r.sees("1 of 5", "Difference 1 of 5: “capital”; “city” in Morning Dispatch")
	r.post(keyAction, "n")
	r.sees("Difference 2 of 5: Nothing here; “<b>or so</b>” in Morning Dispatch, Valley Courier")
	r.post(keyAction, "p")
	r.post(keyAction, "[")
	r.sees("Difference 5 of 5: “The next departure is on Thursday.” stands elsewhere in Valley Courier")
	r.post(goDifference, 2)
	r.sees("Difference 3 of 5: ““People told us they would … the coast are less sure.” is left out in Morning Dispatch")
}

func TestVersionsOfAReadingTextWithoutCopies(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.goTo("#/versions/5")
	r.sees("There is nothing to compare.", "Read it")
	r.engine.failing = protocol.ErrLost
	r.goTo("#/versions/0")
	r.sees("The versions could not be compared.", "for want of memory")
}
