package shard

import (
	"testing"
	"time"

	"clippings/wasm/protocol"
)

// TestDayOf holds every day of 800 years to package time.
func TestDayOf(t *testing.T) {
	for at := time.Date(1600, 1, 1, 0, 0, 0, 0, time.UTC); at.Year() < 2400; at = at.AddDate(0, 0, 1) {
		if got, want := dayOf(at.Format("2006-01-02T15:04")), int32(at.Unix()/86400); got != want {
			t.Fatalf("%s is day %d, want %d", at.Format(time.DateOnly), got, want)
		}
	}
	for _, none := range []string{"", "2025", "2025-07", "2025-02-29", "2025-00-01", "2025-13-01", "2025-04-31", "2025-07-00", "2025/07/03", "20x5-07-03", "2025-07-3T", "0000-01-01"} {
		if got := dayOf(none); got != protocol.NoDay {
			t.Errorf("%q is day %d", none, got)
		}
	}
}

func TestMinuteOf(t *testing.T) {
	for date, want := range map[string]int16{
		"2025-07-03T00:00": 0, "2025-07-03T10:49": 649, "2025-07-03T23:59": 1439,
		"2025-07-03": -1, "2025-07-03T24:00": -1, "2025-07-03T1x:00": -1, "2025-02-30T10:00": -1, "": -1,
	} {
		if got := minuteOf(date); got != want {
			t.Errorf("%q: minute %d, want %d", date, got, want)
		}
	}
}

func TestSeriesOf(t *testing.T) {
	same := func(a, b string) bool { return seriesOf(a, "Gazette") == seriesOf(b, "Gazette") }
	for _, c := range [][2]string{
		{"Evening news (20230101)", "Evening News (20230102)"}, {"Letters", "LETTERS"}, {"Tides, 3.7.2025", "Tides, 4.7.2025"},
	} {
		if !same(c[0], c[1]) {
			t.Errorf("%q and %q are of two series", c[0], c[1])
		}
	}
	for _, c := range [][2]string{{"Three dead in blast", "Five dead in blast"}, {"3 dead in blast", "5 dead in blast"}, {"Letters", ""}} {
		if same(c[0], c[1]) {
			t.Errorf("%q and %q are of one series", c[0], c[1])
		}
	}
	if seriesOf("Letters", "Gazette") == seriesOf("Letters", "Ledger") || seriesOf(" 2025 ", "Gazette") != 0 {
		t.Error("outlets do not count, or a title of a year does")
	}
}
