package ui

import (
	"testing"
	"time"
)

func TestNumber(t *testing.T) {
	for n, want := range map[int]string{0: "0", 7: "7", 999: "999", 1000: "1,000", 1234567: "1,234,567", -1234: "-1,234"} {
		if got := number(n); got != want {
			t.Errorf("number(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestSize(t *testing.T) {
	for n, want := range map[uint64]string{0: "0 bytes", 1: "1 byte", 999: "999 bytes", 1000: "1 kB", 88_400: "88 kB", 2_440_000: "2.4 MB", 3_100_000_000: "3.1 GB"} {
		if got := size(n); got != want {
			t.Errorf("size(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestPercentIsWholeOnlyWhenAllIs(t *testing.T) {
	for share, want := range map[float64]string{0: "0", .001: "1", .5: "50", .996: "99", 1: "100"} {
		if got := percent(share); got != want+"\u202f%" {
			t.Errorf("percent(%v) = %q, want %q", share, got, want)
		}
	}
}

func TestLeft(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "", 4 * time.Second: "a few seconds left", 34 * time.Second: "about 30 seconds left",
		61 * time.Second: "about 2 minutes left", 90 * time.Minute: "about 2 hours left",
	} {
		if got := left(d); got != want {
			t.Errorf("left(%v) = %q, want %q", d, got, want)
		}
	}
}

func TestDays(t *testing.T) {
	for _, c := range []struct {
		dates []string
		want  string
	}{
		{nil, ""},
		{[]string{"", "soon"}, ""},
		{[]string{"2025-07-03T10:49"}, "3 Jul 2025"},
		{[]string{"2025-07-05", "", "2025-07-03"}, "3–5 Jul 2025"},
		{[]string{"2025-07-03", "2025-07-03T10:49"}, "3 Jul 2025"},
		{[]string{"2025-07-03T10:49", "2025-07-03", "2025-07-04"}, "3–4 Jul 2025"},
		{[]string{"2025-07-05", "2025-07-03", "2025-07-04", "2025-07-06"}, "3–6 Jul 2025"},
		{[]string{"2025-06-30", "2025-07-02"}, "30 Jun – 2 Jul 2025"},
		{[]string{"2024-12-31", "2025-01-01"}, "31 Dec 2024 – 1 Jan 2025"},
	} {
		if got := days(c.dates); got != c.want {
			t.Errorf("days(%q) = %q, want %q", c.dates, got, c.want)
		}
	}
}

func TestMoment(t *testing.T) {
	for in, want := range map[string]string{
		"2025-07-03": "3 July 2025", "2025-07-03T10:49": "3 July 2025, 10:49", "": "", "July": "July",
	} {
		if got := moment(in); got != want {
			t.Errorf("moment(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestWhereabouts(t *testing.T) {
	for name, want := range map[string]string{
		"storm.txt":                            "storm.txt",
		"sample.zip#harbour-gazette/storm.txt": "harbour-gazette/storm.txt",
		"a/b/harbour-gazette/storm.txt":        "harbour-gazette/storm.txt",
		"sample.zip#storm.txt":                 "storm.txt",
		"mail/pile.mbox#12":                    "mail/pile.mbox#12",
		"":                                     "",
	} {
		if got := whereabouts(name); got != want {
			t.Errorf("whereabouts(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestShortenLeavesOutTheMiddle(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int
		want string
	}{
		{"short", 10, "short"}, {"0123456789", 10, "0123456789"},
		{"wire/storm-ottoline.txt", 18, "wire/stor…line.txt"}, {"a-very-long-folder/storm.txt", 16, "a-ver…/storm.txt"}, {"日本語日本語日本語", 7, "日本…語日本語"},
	} {
		if got := shorten(c.text, c.n); got != c.want {
			t.Errorf("shorten(%q, %d) = %q, want %q", c.text, c.n, got, c.want)
		}
	}
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int
		want string
	}{
		{"short, and whole.", 40, "short, and whole …"}, {"one two three", 8, "one two …"}, {"one two three", 7, "one two …"},
		{"日本語日本語", 7, "日本 …"}, {"", 5, " …"},
	} {
		if got := cut(c.text, c.n); got != c.want {
			t.Errorf("cut(%q, %d) = %q, want %q", c.text, c.n, got, c.want)
		}
	}
}
