package extract

import (
	"testing"

	"clippings/wasm/protocol"
)

func TestDayOfTitle(t *testing.T) {
	for _, c := range []struct{ title, want string }{
		// set off from the words, at either end
		{"《港口新闻》 (20250703)", "2025-07-03"},
		{"港口新闻（2025年7月3日）", "2025-07-03"},
		{"Morning briefing – 3 July 2025", "2025-07-03"},
		{"Morning briefing – Thursday, 3 July 2025", "2025-07-03"},
		{"Evening news, July 3, 2025", "2025-07-03"},
		{"July 3, 2025: The Harbour Report", "2025-07-03"},
		{"Hafen am Abend | 03.07.2025", "2025-07-03"},
		{"[2025-07-03] Harbour log", "2025-07-03"},
		// written as issues are named
		{"News of 2025-07-03", "2025-07-03"},
		{"20250703 Harbour log", "2025-07-03"},
		{"Harbour log 2025-07-03T10:49", "2025-07-03T10:49"},
		// what the story is about
		{"The vote of 3 July 2025 is void", ""},
		{"Ferry to return on 3 July 2025", ""},
		{"3 July 2025 was the hottest day", ""},
		{"Harbour stays closed until 2025-07-03", ""},
		{"Harbour Pilot update 12.4.2017", ""},
		{"Independence – July 4, 1776", ""},
		// stretches of time
		{"Harbour week, 2025-06-30 – 2025-07-04", ""},
		{"Harbour days, 1 – 3 July 2025", ""},
		// no day
		{"Harbour Notes – July 2025", ""},
		{"The year 2025", ""},
		{"Order 20251345", ""},
		{"", ""},
	} {
		if st, ok := dayOfTitle(c.title); ok != (c.want != "") || ok && st.value != c.want {
			t.Errorf("%q: got %q (%v), want %q", c.title, st.value, ok, c.want)
		}
	}
}

// TestTitleDateIsChosen holds that the day of a title is used after what the
// article states and before what is guessed, and that it shows where it stands.
func TestTitleDateIsChosen(t *testing.T) {
	const title = "The Ferry That Sank Is Back At The Quay In The Town, Says Its Office – 3 July 2025"
	file := []protocol.Fact{{Field: "date", Value: "2024-01-02", Rule: FileNameRule}}
	for _, c := range []struct {
		name, text string
		known      []protocol.Fact
		want, rule string
		trust      protocol.Trust
	}{
		{"alone", title + "\n" + prose1 + "\n" + prose2, nil, "2025-07-03", "title", protocol.TrustLikely},
		{"before the file's name", title + "\n" + prose1 + "\n" + prose2, file, "2025-07-03", "title", protocol.TrustLikely},
		{"after a posted line", title + "\nPosted July 5, 2025\n" + prose1 + "\n" + prose2, nil, "2025-07-05", "posted line", protocol.TrustLikely},
		{"from markup", prose1 + "\n" + prose2, []protocol.Fact{{Field: "title", Value: "Harbour log (2025-07-03)", Rule: "title element"}}, "2025-07-03", "title", protocol.TrustLikely},
		{"day or month first", "The Ferry That Sank Is Back At The Quay In The Town, Says Its Office – 03/07/2025\n" + prose1 + "\n" + prose2, nil, "2025-07-03", "title" + guessedOrder, protocol.TrustGuess},
		{"the file's name alone", prose1 + "\n" + prose2, file, "2024-01-02", FileNameRule, protocol.TrustGuess},
		{"after an address", prose1 + "\n" + prose2, append(file, protocol.Fact{Field: "url", Value: "https://gazette.example/2025/07/03/ferry", Rule: "canonical"}), "2025-07-03", "url", protocol.TrustGuess},
	} {
		d := &protocol.Document{Text: c.text}
		Extract(d, Input{Known: c.known})
		got := firstFact(d, "date")
		if d.Date != c.want || got.Rule != c.rule || got.Trust != c.trust {
			t.Errorf("%s: got %q by %q (%v), want %q by %q (%v)", c.name, d.Date, got.Rule, got.Trust, c.want, c.rule, c.trust)
		}
		if d.Title == title && got.Rule == "title" && got.Span.Of(d.Text) != "3 July 2025" {
			t.Errorf("%s: evidence is %q", c.name, got.Span.Of(d.Text))
		}
	}
}

// TestIssueHeading holds that a first heading with a day in it is the title of
// an issue of many stories.
func TestIssueHeading(t *testing.T) {
	const heading = "《港口新闻》 (20250703)"
	text := heading + "\n\n" + prose1 + "\n" + prose2
	at := uint32(len(heading) + 2)
	lines := []Line{
		{Span: protocol.Span{End: uint32(len(heading))}, Hints: HintH1},
		{Span: protocol.Span{Start: at, End: at + uint32(len(prose1))}},
		{Span: protocol.Span{Start: at + uint32(len(prose1)) + 1, End: uint32(len(text))}},
	}
	d := &protocol.Document{Text: text}
	Extract(d, Input{Lines: lines})
	if d.Title != heading || d.Date != "2025-07-03" {
		t.Errorf("got title %q and date %q", d.Title, d.Date)
	}
	for _, c := range []struct {
		heading string
		want    kind
	}{{"Thursday, 3 July 2025", kindDate}, {"London – 3 July 2025", kindDate}, {"Published 3 July 2025", kindDate}, {"Morning briefing – 3 July 2025", kindNone}} {
		l := line{Line: Line{Hints: HintH1}, text: c.heading, repeat: -1}
		l.scan(words())
		if got := kindOf(&l); got != c.want {
			t.Errorf("%q: got kind %d, want %d", c.heading, got, c.want)
		}
	}
}
