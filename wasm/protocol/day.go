package protocol

// DaysIn is how many days a month of the Gregorian calendar has; month is 1 to
// 12. It tells which dates Meta.Date can hold, without package time, which is
// 14 kB of the download.
func DaysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}
