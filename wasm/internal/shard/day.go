package shard

import (
	"clippings/wasm/internal/dedup"
	"clippings/wasm/protocol"
)

// dayOf is a document's date, in the form of protocol.Meta, in days since
// 1970-01-01; dedup.NoDate where there is none.
func dayOf(date string) int32 {
	const form = "0000-00-00"
	if len(date) < len(form) {
		return dedup.NoDate
	}
	var n [3]int // year, month, day
	part := 0
	for i := range len(form) {
		switch c := date[i]; {
		case form[i] == '-' && c == '-':
			part++
		case form[i] == '0' && '0' <= c && c <= '9':
			n[part] = 10*n[part] + int(c-'0')
		default:
			return dedup.NoDate
		}
	}
	if n[0] < 1 || n[1] < 1 || n[1] > 12 || n[2] < 1 || n[2] > protocol.DaysIn(n[0], n[1]) {
		return dedup.NoDate
	}
	return days(n[0], n[1], n[2])
}

// days counts from 1970-01-01 in the Gregorian calendar. Years begin in March,
// so that the leap day is a year's last. After Hinnant, "chrono-compatible
// low-level date algorithms" (https://howardhinnant.github.io/date_algorithms.html);
// package time would do, but reading a date with it is 14 kB of the download.
func days(year, month, day int) int32 {
	if month <= 2 {
		year--
	}
	era := year / 400
	yearOfEra := year - era*400
	dayOfYear := (153*((month+9)%12)+2)/5 + day - 1
	dayOfEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
	return int32(era*146097 + dayOfEra - 719468)
}
