package extract

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// weekdayWords are the days from Sunday on, in the languages whose wires name
// the day in the lead: English, German, French, Spanish, Italian, Portuguese,
// Dutch, Scandinavian, Russian, Ukrainian, Polish, Turkish.
var weekdayWords = [7]string{
	"sunday sonntag dimanche domingo domenica zondag söndag søndag воскресенье неділю niedzielę pazar",
	"monday montag lundi lunes lunedì segunda-feira maandag måndag mandag понедельник понеділок poniedziałek pazartesi",
	"tuesday dienstag mardi martes martedì terça-feira dinsdag tisdag tirsdag вторник вівторок wtorek salı",
	"wednesday mittwoch mercredi miércoles mercoledì quarta-feira woensdag onsdag среду середу środę çarşamba",
	"thursday donnerstag jeudi jueves giovedì quinta-feira donderdag torsdag четверг четвер czwartek perşembe",
	"friday freitag vendredi viernes venerdì sexta-feira vrijdag fredag пятницу пʼятницю п'ятницю piątek cuma",
	"saturday samstag sonnabend samedi sábado sabato zaterdag lördag lørdag субботу суботу sobotę cumartesi",
}

var weekdays = sync.OnceValue(func() map[string]int {
	m := make(map[string]int, 96)
	for i, names := range weekdayWords {
		for name := range strings.FieldsSeq(names) {
			m[name] = i
		}
	}
	return m
})

// weekdayIn is the only day of the week that text names, -1 if it names none or
// several.
func weekdayIn(text string) int {
	found := -1
	eachWord(text, func(w string) {
		if day, ok := weekdays()[strings.ToLower(strings.TrimFunc(w, isMark))]; ok {
			if found >= 0 && found != day {
				day = -2
			}
			if found != -2 {
				found = day
			}
		}
	})
	return max(found, -1)
}

func isMark(r rune) bool { return unicode.IsPunct(r) }

// weekdayOf is the day of the week, 0 for Sunday (Zeller's congruence).
func weekdayOf(year, month, day int) int {
	if month < 3 {
		year, month = year-1, month+12
	}
	return (day + 13*(month+1)/5 + year + year/4 - year/100 + year/400 + 6) % 7
}

// dayReach is how many of the article's lines are searched for a day, and
// leadLines how many for the day of the week.
const (
	dayReach  = 80
	leadLines = 3
)

// dayFact infers the day of an article that has no date of its own: a day named
// without a year ("on July 3") that falls on the day of the week the lead names,
// in a year that the text names with a full date, which a picture's caption may
// do. Three things have to agree, and no second day may fit as well.
func (p *page) dayFact() {
	lead := p.leadWeekday()
	year, latest := p.yearNamed()
	if lead < 0 || year == 0 {
		return
	}
	var best protocol.Fact
	line := -1
	for i := p.lo; i < min(p.hi, p.lo+dayReach); i++ {
		l := &p.lines[i]
		if l.role != protocol.RoleBody || l.digits == 0 {
			continue
		}
		for at := 0; at < len(l.text); {
			month, day, start, end := dayAndMonth(l.text, at)
			if end == 0 {
				break
			}
			at = end
			if day > protocol.DaysIn(year, month) || weekdayOf(year, month, day) != lead {
				continue
			}
			value := writeDay(year, month, day)
			if value < latest || line >= 0 && value != best.Value {
				if value >= latest {
					return
				}
				continue
			}
			if line < 0 {
				line = i
				best = protocol.Fact{Field: "date", Value: value, Rule: "day in the text", Span: protocol.Span{Start: uint32(start), End: uint32(end)}}
			}
		}
	}
	if line >= 0 {
		p.lineFact(line, int(best.Span.Start), int(best.Span.End), best)
	}
}

// leadWeekday is the day of the week that the article's first lines name.
func (p *page) leadWeekday() int {
	seen := 0
	for i := p.lo; i < p.hi && seen < leadLines; i++ {
		l := &p.lines[i]
		if l.role != protocol.RoleBody {
			continue
		}
		seen++
		if day := weekdayIn(l.text[:min(len(l.text), maxNote)]); day >= 0 {
			return day
		}
	}
	return -1
}

// yearNamed is the year of the latest full date in the article and the lines
// before it, and that date.
func (p *page) yearNamed() (year int, latest string) {
	for i := 0; i < min(p.hi, len(p.lines)); i++ {
		l := &p.lines[i]
		if l.digits < 4 || l.role == protocol.RoleFurniture || l.role == protocol.RoleRepeat {
			continue
		}
		if st, ok := findDate(l.text); ok && st.value[:len("2025-07-03")] > latest {
			latest = st.value[:len("2025-07-03")]
		}
	}
	if latest != "" {
		year, _ = number(latest, 0)
	}
	return year, latest
}

// dayAndMonth is the first day with the name of a month and no year from at on:
// "July 3", "3 July"; end is 0 where there is none.
func dayAndMonth(text string, at int) (month, day, start, end int) {
	for i := at; i < len(text); {
		c := text[i]
		switch {
		case isDigit(c):
			n, j := number(text, i)
			if j-i <= 2 && n > 0 {
				if m, k := monthAt(text, skipSpaces(text, skipOrdinal(text, j))); m > 0 {
					if year, _ := yearAfter(text, k); year == 0 {
						return m, n, i, k
					}
				}
			}
			i = skipAlnum(text, i)
		case isLetterByte(c):
			if m, j := monthAt(text, i); m > 0 && unicode.IsUpper(firstRune(text[i:])) {
				n, k := number(text, skipSpaces(text, j))
				if year, _ := yearAfter(text, k); year == 0 && n > 0 && n <= 31 && k-j <= 3 {
					return m, n, i, k
				}
			}
			i = skipLetters(text, i)
		default:
			i++
		}
	}
	return 0, 0, 0, 0
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
