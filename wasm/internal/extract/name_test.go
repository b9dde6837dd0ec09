package extract

import (
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

func TestParseByline(t *testing.T) {
	for _, c := range []struct{ text, names, agency, date string }{
		{"By Marta Olsen", "Marta Olsen", "", ""},
		{"by Marta Olsen and Piet de Groot", "Marta Olsen; Piet de Groot", "", ""},
		{"By MARTA OLSEN and J.P. O'NEIL", "Marta Olsen; J.P. O'Neil", "", ""},
		{"By Marta Olsen, The Associated Press", "Marta Olsen", "AP", ""},
		{"By Marta Olsen, Staff Writer", "Marta Olsen", "", ""},
		{"By Marta Olsen | Harbour Gazette", "Marta Olsen", "", ""},
		{"By Marta Olsen, Piet de Groot & Ann Lee", "Marta Olsen; Piet de Groot; Ann Lee", "", ""},
		{"By Reuters Staff", "", "Reuters", ""},
		{"By AFP", "", "AFP", ""},
		{"By Marta Olsen, Northern Wire", "Marta Olsen", "Northern Wire", ""},
		{"By Marta Olsen and Piet Lie, Northern Wire, Port Elma", "Marta Olsen; Piet Lie", "Northern Wire", ""},
		{"By Northern Wire", "", "Northern Wire", ""},
		{"By Harbour Gazette Staff", "", "", ""},
		{"By Marta Olsen, Harbour Gazette", "Marta Olsen", "", ""},
		{"Von Marta Olsen", "Marta Olsen", "", ""},
		{"Par Marta Olsen", "Marta Olsen", "", ""},
		{"Posted by seagull7 on March 2, 2024", "seagull7", "", "2024-03-02"},
		{"Quote from marta on July 4, 2025, 7:17 AM", "marta", "", "2025-07-04T07:17"},
		{"by Marta Olsen on Monday, 5 May 2025", "Marta Olsen", "", "2025-05-05"},
		{"Author: Marta Olsen", "Marta Olsen", "", ""},
		{"By Marta Olsen March 18 at 12:22 PM Follow @olsen", "Marta Olsen", "", ""},
		{"by Marta Olsen22 hours ago", "Marta Olsen", "", ""},
	} {
		b, ok := parseByline(c.text)
		if !ok || strings.Join(b.names, "; ") != c.names || b.agency != c.agency || b.date.value != c.date {
			t.Errorf("%q: got %v %q %q %q, want %q %q %q", c.text, ok, b.names, b.agency, b.date.value, c.names, c.agency, c.date)
		}
	}
	for _, text := range []string{
		"By the time he arrived, the ferry had left.", "By Thursday the harbour was open again.", "By comparison, Oslo has three.", "By 2030 the port will have doubled.",
		"By now", "By", "by", "Quote from the minister's speech that nobody in the whole wide room understood", "Von der Leyen sprach am Montag.", "Bypass works begin",
	} {
		if b, ok := parseByline(text); ok {
			t.Errorf("%q: got names %q agency %q, want none", text, b.names, b.agency)
		}
	}
}

func TestAreNames(t *testing.T) {
	for text, want := range map[string]bool{"Marta Olsen": true, "Marta Olsen and Jan Lie": true, "Marta Olsen | Baynews": true, "Baynews": false, "Staff Writer": false, "Northern Wire": false, "Harbour Gazette": false, "The harbour office": false, "": false} {
		if got := areNames(text); got != want {
			t.Errorf("areNames(%q) = %v", text, got)
		}
	}
}

// TestKnownByline holds that what markup gives as author is a person only if it
// names one.
func TestKnownByline(t *testing.T) {
	for _, c := range []struct{ author, byline, agency, outlet string }{
		{"Marta Olsen", "Marta Olsen", "", ""},
		{"Reuters", "", "Reuters", ""},
		{"Northern Wire", "", "Northern Wire", ""},
		{"Harbour Gazette", "", "", "Harbour Gazette"},
		{"Staff", "", "", ""},
		{"Our Foreign Staff", "", "", ""},
		{"Web Desk", "", "", ""},
		{"admin", "", "", ""},
		{"Quayside", "Quayside", "", ""},
	} {
		d := &protocol.Document{Text: prose1 + "\n" + prose2}
		Extract(d, Input{Known: []protocol.Fact{{Field: "byline", Value: c.author, Rule: "meta"}}})
		if got := strings.Join(d.Byline, "; "); got != c.byline || d.Agency != c.agency || d.Outlet != c.outlet {
			t.Errorf("%q: got byline %q agency %q outlet %q, want %q %q %q", c.author, got, d.Agency, d.Outlet, c.byline, c.agency, c.outlet)
		}
	}
}

func TestAgencyNamed(t *testing.T) {
	for name, want := range map[string]string{
		"AP": "AP", "The Associated Press": "AP", "associated press": "AP", "Reuters": "Reuters", "dpa": "dpa", "AFP": "AFP", "Xinhua": "Xinhua",
		"Tt": "", "pa": "", "spa": "", "Harbour Gazette": "", "": "", "A": "",
	} {
		if got := agencyNamed(name); got != want {
			t.Errorf("agencyNamed(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestParseDateline(t *testing.T) {
	for _, c := range []struct{ text, city, agency string }{
		{"MOSCOW (AP) — The talks went on.", "Moscow", "AP"},
		{"KYIV, Ukraine (AP) — The talks went on.", "Kyiv", "AP"},
		{"LONDON, July 3 (Reuters) - The talks went on.", "London", "Reuters"},
		{"(Reuters) - The talks went on.", "", "Reuters"},
		{"Berlin (dpa) - Die Gespräche dauern an.", "Berlin", "dpa"},
		{"Berlin (dpa/mz) – Die Gespräche dauern an.", "Berlin", "dpa"},
		{"NEW YORK (AP) -- The talks went on.", "New York", "AP"},
		{"BEIJING, Nov. 24 (Xinhua) -- The talks went on.", "Beijing", "Xinhua"},
		{"WASHINGTON — The talks went on.", "Washington", ""},
		{"PORT ELMA (NW) — The talks went on.", "Port Elma", "NW"},
		{"HALLING (kd) - Die Gespräche dauern an.", "Halling", "kd"},
		{"Halling (kd) – Die Gespräche dauern an.", "Halling", "kd"},
		{"PORTLAND (OR) — The talks went on.", "Portland", ""},
		{"SAINT-DENIS — The talks went on.", "Saint-denis", ""},
	} {
		d, ok := parseDateline(c.text)
		if !ok || d.city != c.city || d.agency != c.agency {
			t.Errorf("%q: got %v %q %q, want %q %q", c.text, ok, d.city, d.agency, c.city, c.agency)
		}
	}
	for _, text := range []string{
		"The mayor (AP) — no relation — spoke.", "Smoke rises (Fire Service via AP)", "NATO said on Monday — again — that it would.", "He said — quietly — no.",
		"Marta Olsen (MVP) – she was on the ice for an hour – left.", "Jan Lie (SPD) – der Bürgermeister – ging.", "Halle (Saale) – die Stadt – wächst.", "Halling (red) - Die Gespräche dauern an.",
		"“Never (AP) — never,” he said.", "The port (built 1902) — is old.", "", "—",
	} {
		if d, ok := parseDateline(text); ok {
			t.Errorf("%q: got city %q agency %q, want none", text, d.city, d.agency)
		}
	}
}

func TestCrawlPrefix(t *testing.T) {
	for _, c := range []struct {
		text, date string
		n          int
	}{
		{" date 2025-07-03 The harbour", "2025-07-03", 16},
		{"date: 2025-07-03 The harbour", "2025-07-03", 16},
		{"2025-07-03 The harbour", "2025-07-03", 10},
		{"2025-07-03\nThe harbour", "", 0},
		{"date 2025-07-03", "", 0},
		{"dates 2025-07-03 The", "", 0},
		{"date 2025-7-3 The harbour", "", 0},
		{"Update 2025-07-03 The harbour", "", 0},
		{"", "", 0},
	} {
		if n, date := crawlPrefix(c.text); n != c.n || date != c.date {
			t.Errorf("crawlPrefix(%q) = %d %q, want %d %q", c.text, n, date, c.n, c.date)
		}
	}
}

func TestParseSlug(t *testing.T) {
	s := parseSlug("Ferry Returns To Service/ Baynews/ BERGEN/ M. Olsen/ Evening Edition/ The ferry is back.")
	if s.title != "Ferry Returns To Service" || s.outlet != "Baynews" || s.city != "Bergen" || s.author != "M. Olsen" {
		t.Errorf("got %+v", s)
	}
}
