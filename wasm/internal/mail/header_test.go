package mail

import (
	"slices"
	"testing"
)

func TestWords(t *testing.T) {
	cases := []struct{ in, want string }{
		{"Ferry returns", "Ferry returns"},
		{"=?utf-8?Q?Caf=C3=A9_am_See?=", "Café am See"},
		{"=?ISO-8859-1?b?Q2Fm6Q==?= am =?utf-8?q?See?=", "Café am See"},
		{"=?utf-8?Q?two?= =?utf-8?Q?_words?=", "two words"},
		{"=?utf-8?B?w?= =?utf-8?B?w6k=?=", "é"},                // a digit that is none
		{"=?utf-8?Q?caf=C3?= =?UTF-8?Q?=A9?=", "café"},         // split inside a character
		{"=?utf-8*en?Q?hello?=", "hello"},                      // RFC 2231
		{"a=?utf-8?Q?b?=c", "abc"},                             // inside a word
		{"=?utf-8?Q?with blank?=", "with blank"},               // against the standard
		{"=?windows-1251?Q?=CF=E0=F0=EE=EC?=", "Паром"},        // another charset
		{"=?utf-8?Q?=3F?=", "?"},                               // a question mark
		{"=?utf-8?X?abc?=", "=?utf-8?X?abc?="},                 // no such encoding
		{"=?utf-8?Q?never closed", "=?utf-8?Q?never closed"},   // no end
		{"a =? b ?= c", "a =? b ?= c"},                         // no word at all
		{"tabs\tand \x01 controls", "tabs and controls"},       // cleaned
		{"raw \xc3\xa9", "raw é"},                              // bytes nobody declared
		{"=?iso-2022-jp?B?GyRCJFUkJyRqITwbKEI=?=", "ふぇりー"},     // escapes
		{"=?utf-8?Q??= x", "x"},                                // nothing
		{"=?utf-8?Q?a?= =?iso-8859-1?Q?=E9?=", "aé"},           // two charsets
		{"Re: [list] =?utf-8?B?RmVycnk?=", "Re: [list] Ferry"}, // no padding
	}
	for _, c := range cases {
		if got := decodeWords([]byte(c.in), decodeTest); got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}

func TestHeader(t *testing.T) {
	h, body := cutHeader([]byte("Subject: one\r\n two\r\nSubject: second\r\nBroken : x\r\nFrom: a\r\nline without indent\r\nEmpty:\r\nEmpty: later\r\n\r\nBody: x\r\n"))
	for name, want := range map[string]string{"subject": "one two", "BROKEN": "x", "from": "a line without indent", "empty": "later", "body": ""} {
		if got := h.ascii(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	if string(body) != "Body: x\r\n" {
		t.Errorf("body %q", body)
	}
	for _, c := range []struct{ in, header, body string }{
		{"\r\nText", "", "Text"},
		{"no field\n\nText", "", "no field\n\nText"},
		{"A: b", "A: b", ""},
		{"", "", ""},
	} {
		if h, body := cutHeader([]byte(c.in)); string(h) != c.header || string(body) != c.body {
			t.Errorf("%q: got %q and %q", c.in, h, body)
		}
	}
}

func TestParameters(t *testing.T) {
	cases := []struct{ in, word, name, want string }{
		{`text/HTML; charset="utf-8"`, "text/html", "charset", "utf-8"},
		{`text/plain; CHARSET = us-ascii (plain)`, "text/plain", "charset", "us-ascii (plain)"},
		{`attachment; filename="a;b\"c.txt"`, "attachment", "filename", `a;b"c.txt`},
		{`attachment; filename=My file.pdf; size=3`, "attachment", "filename", "My file.pdf"},
		{`attachment; filename="never closed`, "attachment", "filename", "never closed"},
		{`attachment; filename*=utf-8'en'F%C3%A4hre.txt; filename=x`, "attachment", "filename", "Fähre.txt"},
		{`attachment; filename*0*=iso-8859-1''F%E4h; filename*1="re.txt"`, "attachment", "filename", "Fähre.txt"},
		{`attachment; filename*1=b; filename*0=a; filename*3=d`, "attachment", "filename", "ab"},
		{`attachment; filename="=?utf-8?Q?F=C3=A4hre?="`, "attachment", "filename", "Fähre"},
		{`attachment; filename*99999999999=a`, "attachment", "filename", ""},
		{`; ; =x;`, "", "", "x"},
		{``, "", "charset", ""},
	}
	for _, c := range cases {
		m := parseMedia([]byte(c.in))
		if got := m.text(c.name, decodeTest); m.word != c.word || got != c.want {
			t.Errorf("%s: got %q %q", c.in, m.word, got)
		}
	}
}

func TestSenders(t *testing.T) {
	cases := []struct {
		in   string
		want []string
	}{
		{`Anna Ås <anna@a.example>`, []string{"Anna Ås"}},
		{`"Ås, Anna" <anna@a.example>, Bo <bo@a.example>`, []string{"Ås, Anna", "Bo"}},
		{`=?utf-8?Q?=C3=85s,_Anna?= <anna@a.example>`, []string{"Ås, Anna"}},
		{`anna@a.example (Anna Ås)`, []string{"Anna Ås"}},
		{`anna@a.example`, []string{"anna@a.example"}},
		{`<anna@a.example>`, []string{"anna@a.example"}},
		{`"'Anna' via Desk" <desk@a.example>`, []string{"'Anna' via Desk"}},
		{`"'Anna'" <desk@a.example>`, []string{"Anna"}},
		{`a <a@b>, a <a@b>,,`, []string{"a"}},
		{``, nil},
		{`<`, nil},
		{`"open <a@b>`, []string{"open"}},
	}
	for _, c := range cases {
		if got := senders([]byte(c.in), decodeTest); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.in, got, c.want)
		}
	}
}

func TestDate(t *testing.T) {
	cases := []struct{ in, want string }{
		{"Wed, 21 Mar 2018 14:14:32 -0800", "2018-03-21T14:14"},
		{"Wed, 21 Mar 2018 14:14:32 -0800 (PST)", "2018-03-21T14:14"},
		{"21 Mar 2018 14:14", "2018-03-21T14:14"},
		{"15 Apr 92 16:46:49 GMT", "1992-04-15T16:46"},
		{"Fri, 3 Jan 03 09:05:00 EST", "2003-01-03T09:05"},
		{"Mon, 3 Jan 100 09:05:00 +0000", "2000-01-03T09:05"}, // programs of 2000
		{"Fri Mar 10 2006 13:40:00 GMT+0100", "2006-03-10T13:40"},
		{"Mon Jun 01 10:00:00 2009", "2009-06-01T10:00"},
		{"Mon Jun 05 12:00:00 +0000 2017", "2017-06-05T12:00"},
		{"Wednesday, 21-Mar-18 14:14:32 GMT", "2018-03-21T14:14"},
		{"2018-03-21T14:14:32Z", "2018-03-21T14:14"},
		{"2018-03-21 14:14:32.5 +0100", "2018-03-21T14:14"},
		{"2018/03/21", "2018-03-21"},
		{"21.03.2018 14:14", "2018-03-21T14:14"},
		{"March 21, 2018 2:14 PM", "2018-03-21T14:14"},
		{"March 21, 2018 12:14 AM", "2018-03-21T00:14"},
		{"March 21, 2018 2:14PM", "2018-03-21T14:14"},
		{"Sept 1 2018", "2018-09-01"},
		{"Wed, 31 Feb 2018 14:14:32", ""},
		{"Thu, 01 Jan 1970 00:00:00 +0000", ""}, // a clock that was never set
		{"29 Feb 2000 25:00", "2000-02-29"},
		{"29 Feb 1999", ""},
		{"today", ""},
		{"", ""},
	}
	for _, c := range cases {
		if got := parseDate(c.in); got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}
