package table

import "testing"

func TestParseDate(t *testing.T) {
	for _, c := range []struct {
		text  string
		order Order
		want  string
	}{
		// ISO 8601 and its relatives
		{"2025-07-03", 0, "2025-07-03"},
		{"2025-07-03T10:49:00Z", 0, "2025-07-03T10:49"},
		{"2025-07-03T10:49:00.123+02:00", 0, "2025-07-03T10:49"},
		{"2025-07-03 00:00:00", 0, "2025-07-03"},
		{"2025-07-03 00:00:01", 0, "2025-07-03T00:00"},
		{"2025/07/03 22:05", 0, "2025-07-03T22:05"},
		{"2025.7.3", 0, "2025-07-03"},
		{"20250703", 0, "2025-07-03"},
		{"20250703104900", 0, "2025-07-03T10:49"},
		{"20250703T104900Z", 0, "2025-07-03T10:49"},
		// since 1970
		{"1751539740", 0, "2025-07-03T10:49"},
		{"1751539740.0", 0, "2025-07-03T10:49"},
		{"1751539740123", 0, "2025-07-03T10:49"},
		{"1751539740123456", 0, "2025-07-03T10:49"},
		{"951782400", 0, "2000-02-29"},
		// names of months
		{"Thu, 03 Jul 2025 10:49:00 GMT", 0, "2025-07-03T10:49"},
		{"Thu Jul  3 10:49:00 +0000 2025", 0, ""},
		{"July 3, 2025", 0, "2025-07-03"},
		{"Jul. 3rd, 2025 at 7:17 p.m. ET", 0, "2025-07-03T19:17"},
		{"10:49 AM, July 3, 2025", 0, "2025-07-03T10:49"},
		{"3 Jul 2025", 0, "2025-07-03"},
		{"03-Jul-25", 0, "2025-07-03"},
		{"3. Juli 2025", 0, "2025-07-03"},
		{"mardi 1er juillet 2025 à 14h39", 0, "2025-07-01T14:39"},
		{"3 de julio de 2025", 0, "2025-07-03"},
		{"3 июля 2025, 10:49", 0, "2025-07-03T10:49"},
		{"2025年7月3日 10:49", 0, "2025-07-03T10:49"},
		{"2025년 7월 3일", 0, "2025-07-03"},
		// day and month
		{"03.07.2025", 0, "2025-07-03"},
		{"03.07.25 08:05", 0, "2025-07-03T08:05"},
		{"03/07/2025", OrderUnknown, ""},
		{"03/07/2025", DayFirst, "2025-07-03"},
		{"03/07/2025 10:49", MonthFirst, "2025-03-07T10:49"},
		{"13/07/2025", 0, "2025-07-13"},
		{"07/13/2025", 0, "2025-07-13"},
		{"07/07/2025", 0, "2025-07-07"},
		{"3/7/25", DayFirst, "2025-07-03"},
		// none
		{"", 0, ""}, {"2025", 0, ""}, {"2025-13-03", 0, ""}, {"2025-02-29", 0, ""}, {"two days ago", 0, ""}, {"12345", 0, ""}, {"99999999", 0, ""}, {"May 2025", 0, ""},
	} {
		if got := parseDate(c.text, c.order); got != c.want {
			t.Errorf("%q, order %d: got %q want %q", c.text, c.order, got, c.want)
		}
	}
}

func TestValues(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Ann Lee", "Ann Lee"},
		{"By Ann Lee and Bo Ray", "Ann Lee|Bo Ray"},
		{"Ann Lee; Bo Ray | Cy Day", "Ann Lee|Bo Ray|Cy Day"},
		{"Lee, Ann", "Lee, Ann"},
		{"Ann Lee, Bo Ray and Cy Day", "Ann Lee|Bo Ray|Cy Day"},
		{"['Ann Lee', \"Bo O'Ray\"]", "Ann Lee|Bo O'Ray"},
		{"['']", ""},
		{"Ann Lee; Ann Lee", "Ann Lee"},
	} {
		got := ""
		for i, n := range splitNames(c.text) {
			if i > 0 {
				got += "|"
			}
			got += n
		}
		if got != c.want {
			t.Errorf("names of %q: got %q want %q", c.text, got, c.want)
		}
	}
	for text, want := range map[string]string{"en": "en", "EN-us": "en", "eng": "en", "German": "de", "deutsch": "de", "zh_CN": "zh", "中文": "zh", "kazakh": "kk", "xx": "", "en fr": "", "klingon": ""} {
		if got := langCode(text); got != want {
			t.Errorf("language %q: got %q want %q", text, got, want)
		}
	}
	for text, want := range map[string]bool{"<p>One</p>": true, "One<br/>two": true, "a <b>c</b> d": true, "1 < 2 and 3 > 2": false, "<3": false, "<name@example.org>": false, "see <a href=x>here</a>": true, "<!DOCTYPE html><x>": true, "<": false, "": false} {
		if got := looksHTML([]byte(text)); got != want {
			t.Errorf("HTML %q: got %v", text, got)
		}
	}
	for text, want := range map[string]string{"AT&amp;T said &#8220;no&#x201d;": "AT&T said “no”", "a & b; c": "a & b; c", "&#;&#x;&bogus;&": "&#;&#x;&bogus;&", "&#99999999;": "&#99999999;", "R&amp;amp;D": "R&amp;D", "&lt;p&gt;": "<p>"} {
		if got := decodeEntities(text); got != want {
			t.Errorf("entities %q: got %q want %q", text, got, want)
		}
	}
}
