package extract

import (
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

// firstFact is the fact of a field that was used, zero if there is none.
func firstFact(d *protocol.Document, field string) protocol.Fact {
	for _, f := range d.Facts {
		if f.Field == field {
			return f
		}
	}
	return protocol.Fact{}
}

func TestDateIsChosen(t *testing.T) {
	known := func(trust protocol.Trust, rule, value string) []protocol.Fact {
		return []protocol.Fact{{Field: "date", Value: value, Rule: rule, Trust: trust}}
	}
	for _, c := range []struct {
		name, text string
		known      []protocol.Fact
		want, rule string
		trust      protocol.Trust
	}{
		{"posted", "Posted July 3, 2025\n", nil, "2025-07-03", "posted line", protocol.TrustLikely},
		{"order guessed, day first", "Posted 03/07/2025\n", nil, "2025-07-03", "posted line, order of day and month guessed", protocol.TrustGuess},
		{"order guessed, month first", "Posted 07/03/2025 10:49 AM\n", nil, "2025-07-03T10:49", "posted line, order of day and month guessed", protocol.TrustGuess},
		{"order by another date", "Posted 07/03/2025\nUpdated 07/13/2025\n", nil, "2025-07-03", "posted line, order of day and month guessed", protocol.TrustGuess},
		{"a column that is sure", "Posted July 3, 2025\n", known(protocol.TrustCertain, "column “date”", "Fri, 04 Jul 2025 10:00:00 GMT"), "2025-07-04T10:00", "column “date”", protocol.TrustCertain},
		{"a column that is likely", "Posted July 3, 2025\n", known(protocol.TrustLikely, "column “day”", "2025-07-04"), "2025-07-03", "posted line", protocol.TrustLikely},
		{"a column alone", "", known(protocol.TrustLikely, "column “day”", "4.7.2025"), "2025-07-04", "column “day”", protocol.TrustLikely},
		{"a column of other things", "", known(protocol.TrustCertain, "column “date”", "last week"), "", "column “date”", protocol.TrustGuess},
		{"a person", "Posted July 3, 2025\n", known(protocol.TrustPerson, "reader", "2024-01-02"), "2024-01-02", "reader", protocol.TrustPerson},
		{"url", "", []protocol.Fact{{Field: "url", Value: "https://gazette.example/2025/07/03/ferry", Rule: "canonical"}}, "2025-07-03", "url", protocol.TrustGuess},
		{"no url", "", []protocol.Fact{{Field: "url", Value: "https://gazette.example/2025/77/03/ferry-20253", Rule: "canonical"}}, "", "", protocol.TrustGuess},
		{"a caption's date is none", "FILE – The ferry at the quay, May 23, 2025. (Photo/Marta Olsen)\n", nil, "", "", protocol.TrustGuess},
		{"an age is none", "Updated 2 hours ago\n", nil, "", "", protocol.TrustGuess},
		{"another digit's line", "٣ يوليو ٢٠٢٥\n", nil, "2025-07-03", "date line", protocol.TrustLikely},
	} {
		d := &protocol.Document{Text: "The Ferry Is Back At The Quay\n" + c.text + prose1 + "\n" + prose2}
		Extract(d, Input{Known: c.known})
		got := firstFact(d, "date")
		if d.Date != c.want || got.Rule != c.rule || got.Trust != c.trust {
			t.Errorf("%s: got %q by %q (%v), want %q by %q (%v)", c.name, d.Date, got.Rule, got.Trust, c.want, c.rule, c.trust)
		}
	}
}

// TestDayInText holds that a day is inferred only where weekday, day and year
// agree and nothing else fits.
func TestDayInText(t *testing.T) {
	const caption = "FILE – The ferry at the quay, May 23, 2025. (Photo/Marta Olsen)"
	lead := strings.Replace(prose1, "is back", "was back on Thursday", 1)
	for _, c := range []struct{ name, text, want string }{
		{"all agree", caption + "\n" + lead + "\n" + prose2 + "\nThe office had said on July 3 that it would be back by the evening of that day.", "2025-07-03"},
		{"no year", lead + "\n" + prose2 + "\nThe office had said on July 3 that it would be back by the evening of that day.", ""},
		{"another weekday", caption + "\n" + lead + "\n" + prose2 + "\nThe office had said on July 4 that it would be back by the evening of that day.", ""},
		{"before the year's date", caption + "\n" + lead + "\n" + prose2 + "\nThe office had said on May 1 that it would be back by the evening of that day.", ""},
		{"two days fit", caption + "\n" + lead + "\n" + prose2 + "\nThe office had said on July 3 and again on July 10 that it would be back by the evening.", ""},
		{"no weekday", caption + "\n" + prose1 + "\n" + prose2 + "\nThe office had said on July 3 that it would be back by the evening of that day.", ""},
	} {
		d := &protocol.Document{Text: c.text}
		Extract(d, Input{})
		if got := firstFact(d, "date"); d.Date != c.want || got.Trust != protocol.TrustGuess {
			t.Errorf("%s: got %q (%v), want %q", c.name, d.Date, got.Trust, c.want)
		}
	}
}

func TestWeekdayOf(t *testing.T) {
	for _, c := range []struct{ year, month, day, want int }{{2025, 7, 3, 4}, {2024, 2, 29, 4}, {2000, 1, 1, 6}, {1900, 3, 1, 4}, {2026, 11, 21, 6}} {
		if got := weekdayOf(c.year, c.month, c.day); got != c.want {
			t.Errorf("%d-%d-%d: got %d, want %d", c.year, c.month, c.day, got, c.want)
		}
	}
}
