package shard

import (
	"clippings/wasm/internal/cluster"
	"clippings/wasm/protocol"
)

// dayOf is a document's date, in the form of protocol.Meta, in days since
// 1970-01-01; protocol.NoDay where there is none.
func dayOf(date string) int32 {
	const form = "0000-00-00"
	if len(date) < len(form) {
		return protocol.NoDay
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
			return protocol.NoDay
		}
	}
	if n[0] < 1 || n[1] < 1 || n[1] > 12 || n[2] < 1 || n[2] > protocol.DaysIn(n[0], n[1]) {
		return protocol.NoDay
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

// minuteOf is the minute of the day of a document's date, in the form of
// protocol.Meta; cluster.NoMinute where there is none.
func minuteOf(date string) int16 {
	const form = "0000-00-00T00:00"
	if dayOf(date) == protocol.NoDay || len(date) != len(form) || date[10] != 'T' || date[13] != ':' {
		return cluster.NoMinute
	}
	number := func(s string) int16 {
		if s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9' {
			return cluster.NoMinute
		}
		return int16(s[0]-'0')*10 + int16(s[1]-'0')
	}
	hour, minute := number(date[11:13]), number(date[14:])
	if hour < 0 || hour > 23 || minute < 0 || minute > 59 {
		return cluster.NoMinute
	}
	return hour*60 + minute
}
