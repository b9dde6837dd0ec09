package extract

import (
	"strings"
	"unicode/utf8"
)

// FileNameRule is the rule of a day that a file's name gives, see PathDate. A
// container hands it on as a fact, which is used where nothing better is known.
const FileNameRule = "file name"

// PathDate is the day that the path of a file gives, "" if there is none: in the
// name, as 20250703.txt, 2025-07-03_call.txt or ap-20250703-1049.txt, or in the
// folders, as 2025/07/03/call.txt or 2025-07-03/call.txt. A name with two
// different days is of neither. A folder with other words, "export-2025-08-01",
// says when the files were brought together.
func PathDate(path string) string {
	if strings.Contains(path, "://") {
		return "" // a record's web address, which is read as such
	}
	name := strings.LastIndexByte(path, '/') + 1
	if day, found := nameDate(path[name:]); found {
		return day
	}
	for i := range pathForms {
		if start := name - len("/") - pathForms[i]; start >= 0 && (start == 0 || path[start-1] == '/') {
			if day, end := dayAt(path, start); end == name-len("/") {
				return day
			}
		}
	}
	// 2025/07/03.txt: the last folders and the name are the day
	if start := name - len("2025/07/"); start >= 0 && (start == 0 || path[start-1] == '/') {
		if day, end := dayAt(path, start); end > name && !isAlnumAt(path, end) {
			return day
		}
	}
	return ""
}

// pathForms are how long folders of a day are: 2025/07/03, 20250703.
var pathForms = [...]int{len("2025/07/03"), len("20250703")}

// nameDate is the one day in a file's name. found is true also where there are
// several and day is "".
func nameDate(name string) (day string, found bool) {
	for at := 0; at < len(name); {
		if !isDigit(name[at]) {
			at++
			continue
		}
		_, end := number(name, at)
		if startsWord(name, at) {
			if one, after := dayAt(name, at); one != "" {
				if found && one != day {
					return "", true
				}
				day, found, end = one, true, after
			}
		}
		at = end
	}
	return day, found
}

// startsWord reports whether a number at i stands at the start of name, after a
// mark, or after a word that has a letter which no hexadecimal number has:
// "news20250703" and not "ab20250703".
func startsWord(name string, i int) bool {
	start := i
	for start > 0 && isLetterByte(name[start-1]) {
		start--
	}
	if start == i {
		return true
	}
	if start > 0 && isDigit(name[start-1]) {
		return false
	}
	for _, c := range []byte(strings.ToLower(name[start:i])) {
		if c > 'f' {
			return true
		}
	}
	return false
}

// dayAt is the complete day in digits at i, the first of a run of them, and where
// it ends: 20250703, or year, month and day with one mark between them, two digits
// each for the last two. Digits or letters right after it make it something else,
// but for the T of a time.
func dayAt(path string, i int) (day string, end int) {
	year, end := number(path, i)
	switch end - i {
	case 8:
		st, ok := makeStamp(year/10000, year/100%100, year%100, i, end)
		if ok && isWebYear(year/10000) && endsDay(path, end) {
			return st.value, end
		}
	case 4:
		if i+len("2025-07-03") > len(path) || strings.IndexByte("-_./", path[end]) < 0 || path[end] != path[i+len("2025-07")] {
			return "", i
		}
		month, m := number(path, end+1)
		date, d := number(path, m+1)
		st, ok := makeStamp(year, month, date, i, d)
		if ok && m == end+3 && d == m+3 && isWebYear(year) && endsDay(path, d) {
			return st.value, d
		}
	}
	return "", i
}

// endsDay reports whether a day may end at i.
func endsDay(path string, i int) bool {
	if i+1 < len(path) && path[i]|0x20 == 't' && isDigit(path[i+1]) {
		return true
	}
	return !isAlnumAt(path, i)
}

// isAlnumAt reports a letter or digit of ASCII at i, of which hashes and ids are.
func isAlnumAt(s string, i int) bool {
	return i < len(s) && s[i] < utf8.RuneSelf && (isDigit(s[i]) || isLetterByte(s[i]))
}
