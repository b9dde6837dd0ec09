package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// crawlPrefix is the length of "date 2025-07-03 " at the start of text, which
// some crawlers glue to the first line, white space on both sides included, and
// the date; 0 if there is none.
func crawlPrefix(text string) (n int, date string) {
	i := 0
	for spaceLen(text, i) > 0 {
		i += spaceLen(text, i)
	}
	if hasPrefixFold(text[i:], "date") {
		i += len("date")
		if i < len(text) && text[i] == ':' {
			i++
		}
		for i < len(text) && text[i] == ' ' {
			i++
		}
	}
	if i+10 >= len(text) || !isDigit(text[i]) {
		return 0, ""
	}
	year, _ := number(text, i)
	st, ok := isoDate(text, i, year)
	if !ok || st.end != i+10 || text[i+4] != '-' || spaceLen(text, st.end) == 0 || text[st.end] == '\n' || text[st.end] == '\r' {
		return 0, ""
	}
	return st.end, st.value
}

// A dateline is the city and agency an article's first line opens with.
type dateline struct {
	city   string
	agency string
	end    int // bytes, the dash included
}

// maxDateline is how far into a line its dash may stand: city, country, day,
// agency.
const maxDateline = 90

// parseDateline reads "MOSCOW (AP) — ", "LONDON, July 3 (Reuters) - ", "BERLIN
// (dpa) - ", "(Reuters) - ", "WASHINGTON — ", "Kyiv, Ukraine (AP) —". An agency
// that is not known is its code as written. Without an agency in brackets the
// city must be in capitals and the dash a long one.
func parseDateline(t string) (dateline, bool) {
	if d, ok := foreignDateline(t); ok {
		return d, true
	}
	head := t[:min(len(t), maxDateline)]
	dash, size := dashAt(head)
	if dash < 0 {
		return dateline{}, false
	}
	d := dateline{end: dash + size}
	place := strings.TrimRight(head[:dash], " .\u00a0") // "Madrid, 3 jul (EFE).-"
	if strings.HasSuffix(place, ")") {
		open := strings.LastIndexByte(place, '(')
		if open < 0 {
			return dateline{}, false
		}
		code := place[open+1 : len(place)-1]
		place = strings.TrimRight(place[:open], " \u00a0")
		if d.agency = bracketAgency(code); d.agency == "" && isCode(code, place) {
			d.agency = code
		}
		if d.agency == "" && !(isPlaceCode(code) && isCapitals(cityOf(place))) {
			return dateline{}, false
		}
	} else if !isCapitals(cityOf(place)) {
		return dateline{}, false
	}
	if place == "" {
		return d, d.agency != ""
	}
	city := cityOf(place)
	if city == "" || !isPlace(city) {
		return dateline{}, false
	}
	d.city = titlePlace(city)
	return d, true
}

// dashAt is the first dash that can end a dateline: long, doubled, or short
// between spaces after a bracket.
func dashAt(head string) (at, size int) {
	for i := 0; i < len(head); i++ {
		switch c := head[i]; {
		case c == '"' || c == '?' || c == '!':
			return -1, 0
		case c == '-' && i+1 < len(head) && head[i+1] == '-':
			return i, len("--")
		case c == '-' && i > 1 && (head[i-1] == ' ' && head[i-2] == ')' || head[i-1] == ')' || head[i-1] == '.' && head[i-2] == ')'),
			c == ':' && i > 1 && head[i-1] == ')':
			return i, len("-")
		case c == 0xE2 && i+2 < len(head): // a long dash or a quotation mark
			switch head[i : i+3] {
			case "—", "–", "―":
				return i, len("—")
			case "“":
				return -1, 0
			}
		}
	}
	return -1, 0
}

// bracketAgency reads "AP", "dpa/mz", "Reuters Life!", "Xinhua".
func bracketAgency(s string) string {
	if code := agencyNamed(s); code != "" {
		return code
	}
	if i := strings.IndexAny(s, "/-, "); i > 0 {
		return agencyNamed(s[:i])
	}
	return ""
}

// isCode reports the code of an agency that is not known by name, after a city:
// two to five letters of one case that mean nothing else in brackets. Capitals
// need a city in capitals: "Jane Roe (MVP) – " is a person.
func isCode(code, place string) bool {
	if len(code) < 2 || len(code) > 5 || place == "" || isPlaceCode(code) || isOneOf(code, notAgencies) {
		return false
	}
	upper, lower := 0, 0
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case 'A' <= c && c <= 'Z':
			upper++
		case 'a' <= c && c <= 'z':
			lower++
		default:
			return false
		}
	}
	return lower == 0 && isCapitals(cityOf(place)) || upper == 0
}

// isPlaceCode reports capitals in brackets that say where a city is.
func isPlaceCode(code string) bool { return isOneOf(code, placeCodes) }

// isOneOf reports whether word is one of a list's, between white space.
func isOneOf(word, list string) bool {
	if word == "" || strings.ContainsAny(word, " \n\t") {
		return false
	}
	for at := 0; ; {
		i := strings.Index(list[at:], word)
		if i < 0 {
			return false
		}
		start, end := at+i, at+i+len(word)
		if (start == 0 || isListSpace(list[start-1])) && (end == len(list) || isListSpace(list[end])) {
			return true
		}
		at = start + 1
	}
}

func isListSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

// What stands in brackets after a city or a name and is no agency: states and
// countries, and then parties, rivers, and the marks of an editor's own desk.
const (
	placeCodes = `AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR
		AB BC MB NB NL NS NT NU ON PE QC SK YT NSW QLD VIC TAS ACT UK GB USA US UAE EU UN DRC SAR ROC PRC GDR FRG DDR BRD USSR NRW`
	notAgencies = `GOP DEM REP IND LAB CON SNP DUP CDU CSU SPD FDP AFD BSW SPÖ FPÖ SVP ODER MAIN SAALE SPREE HARZ ELBE INN RUHR WESER
		red eb pm lok ps vgl ca bzw sic wp pop est aka nee alias`
)

// cityOf is the first part of a place: "KYIV" of "KYIV, Ukraine, July 3".
func cityOf(place string) string {
	if i := strings.IndexByte(place, ','); i >= 0 {
		place = place[:i]
	}
	for i := range place { // "القاهرة 3 يوليو"
		if _, n := digitAt(place, i); n > 0 {
			place = place[:i]
			break
		}
	}
	return strings.TrimSpace(place)
}

// isPlace reports up to four words in capitals or with a capital, no digits.
func isPlace(s string) bool {
	count, ok := 0, true
	eachWord(s, func(w string) {
		count++
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && !isParticle(w) && !isWide(r) && !unicode.Is(unicode.Lo, r) {
			ok = false
		}
		for i := 0; i < len(w); i++ {
			if isDigit(w[i]) || w[i] == ':' {
				ok = false
			}
		}
	})
	return ok && count >= 1 && count <= 4 && len(s) <= 40
}

// isCapitals reports a word of two capitals or more and no small letter.
func isCapitals(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 3
}

// titlePlace writes "NEW YORK" as "New York"; a place not in capitals stays.
func titlePlace(s string) string {
	if !isCapitals(s) {
		return s
	}
	if !strings.Contains(s, " ") {
		r, n := utf8.DecodeRuneInString(s)
		return string(r) + strings.ToLower(s[n:])
	}
	return titleName(s)
}
