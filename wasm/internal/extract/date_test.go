package extract

import "testing"

func TestParseDate(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// ISO 8601 and its relatives
		{"2025-07-03", "2025-07-03"},
		{"2025-07-03T10:49:00Z", "2025-07-03T10:49"},
		{"2025-07-03T10:49:00.000+02:00", "2025-07-03T10:49"},
		{"2025-07-03 22:05", "2025-07-03T22:05"},
		{"2025/07/03", "2025-07-03"},
		{"20250703", "2025-07-03"},
		{"as of 2025-13-03", ""},
		{"2025-02-29", ""},
		{"2024-02-29", "2024-02-29"},
		// a month's name
		{"July 3, 2025", "2025-07-03"},
		{"Posted July 3, 2025 10:49 am.", "2025-07-03T10:49"},
		{"Last Updated July 3, 2025 2:39 pm.", "2025-07-03T14:39"},
		{"on July 4, 2025, 7:17 AM", "2025-07-04T07:17"},
		{"3 July 2025", "2025-07-03"},
		{"the 3rd of July 2025", "2025-07-03"},
		{"Thu, 03 Jul 2025 10:49:00 GMT", "2025-07-03T10:49"},
		{"Sept. 5, 2024 at 12:30 a.m.", "2024-09-05T00:30"},
		{"12 noon on May 1, 2024", "2024-05-01"},
		{"03-Jul-2025", "2025-07-03"},
		{"May 2025", ""},
		{"He may 3, 2025", "2025-05-03"}, // no reader can tell either
		{"June 31, 2025", ""},
		// German, French, Spanish
		{"3. Juli 2025, 14.39 Uhr", "2025-07-03T14:39"},
		{"Donnerstag, 3. März 2024 um 08:05 Uhr", "2024-03-03T08:05"},
		{"3 juillet 2025 à 14h39", "2025-07-03T14:39"},
		{"le 1er août 2023", "2023-08-01"},
		{"3 de julio de 2025", "2025-07-03"},
		// numbers alone: only where the order is certain
		{"03.07.2025", "2025-07-03"},
		{"3.7.2025 10:49 Uhr", "2025-07-03T10:49"},
		{"07/03/2025", ""},
		{"13/07/2025", "2025-07-13"},
		{"07/13/2025", "2025-07-13"},
		{"07/07/2025", "2025-07-07"},
		// no dates
		{"", ""},
		{"1h ago", ""},
		{"2:30", ""},
		{"vote 12-11-2 on the bill", ""},
		{"version 1.2.2025.3", "2025-02-01"},
		{"tel. 2025-555-0199", ""},
		{"in 2025 some 300 people", ""},
		{"July 4 in 10 cities", ""},
	} {
		if got := ParseDate(c.text); got != c.want {
			t.Errorf("ParseDate(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

// FuzzDate holds that a date found lies in the text and is of the stated form.
func FuzzDate(f *testing.F) {
	for _, s := range []string{"July 3, 2025 10:49 am", "3. Juli 2025, 14.39 Uhr", "2025-07-03T10:49:00Z", "1er août 2023", "\u00a0\xff3 de julio de 2025"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		st, ok := findDate(text)
		if !ok {
			return
		}
		if st.start < 0 || st.end > len(text) || st.start >= st.end {
			t.Fatalf("%q: [%d,%d)", text, st.start, st.end)
		}
		if n := len(st.value); n != len("2025-07-03") && n != len("2025-07-03T10:49") {
			t.Fatalf("%q: %q", text, st.value)
		}
	})
}
