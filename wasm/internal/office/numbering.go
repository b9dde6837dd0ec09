package office

import (
	"strconv"
	"strings"

	"clippings/wasm/internal/markup"
)

// maxLevels is how many levels a list has in Word.
const maxLevels = 9

// A listLevel says how the entries of one level of a list are numbered.
type listLevel struct {
	format  string // "decimal", "upperRoman", "bullet", …
	pattern string // "%1.%2)": the numbers of levels 1 and 2
	start   int
	restart int  // the level after which it starts again: -1 for the one above
	legal   bool // all numbers in digits
}

// An abstractList is what lists of one look share, their counters too.
type abstractList struct {
	levels [maxLevels]listLevel
	counts [maxLevels]int
	begun  [maxLevels]bool
}

// A list is a list of the document: an abstract one, with levels of its own.
type list struct {
	abstract *abstractList
	levels   map[int]listLevel
	starts   map[int]int // where levels start when first used in this list
}

// A numbering counts the entries of the lists of a document, in their order.
type numbering struct {
	lists map[string]*list
}

// readNumbering reads word/numbering.xml. See ECMA-376 part 1, section 17.9.
func readNumbering(xml string) *numbering {
	n := &numbering{lists: map[string]*list{}}
	abstracts := map[string]*abstractList{}
	s := markup.New(xml)
	var abstract *abstractList
	var open *list
	level := 0
	for k := s.Next(); k != markup.EOF; k = s.Next() {
		name := s.Local()
		if k == markup.End {
			switch name {
			case "abstractnum":
				abstract = nil
			case "num":
				open = nil
			}
			continue
		}
		if k != markup.Start {
			continue
		}
		switch name {
		case "abstractnum":
			abstract = newAbstractList()
			if len(abstracts) < maxTables {
				abstracts[attr(s, "abstractNumId")] = abstract
			}
		case "num":
			open = &list{levels: map[int]listLevel{}, starts: map[int]int{}}
			if len(n.lists) < maxTables {
				n.lists[attr(s, "numId")] = open
			}
		case "abstractnumid":
			if open != nil {
				open.abstract = abstracts[attr(s, "val")]
			}
		case "lvloverride":
			level = min(max(number(attr(s, "ilvl"), 0), 0), maxLevels-1)
		case "startoverride":
			if open != nil {
				open.starts[level] = number(attr(s, "val"), 0)
			}
		case "lvl":
			level = min(max(number(attr(s, "ilvl"), 0), 0), maxLevels-1)
			l := readLevel(s)
			switch {
			case open != nil:
				open.levels[level] = l
			case abstract != nil:
				abstract.levels[level] = l
			}
		}
	}
	return n
}

func newAbstractList() *abstractList {
	a := &abstractList{}
	for i := range a.levels {
		a.levels[i] = listLevel{format: "none", start: 1, restart: -1}
	}
	return a
}

// maxPattern bounds the text around a number: it is repeated for every entry.
const maxPattern = 60

// readLevel reads the element w:lvl on which the scanner stands.
func readLevel(s *markup.Scanner) listLevel {
	l := listLevel{format: "decimal", start: 0, restart: -1}
	in := markup.New(s.Inner())
	for k := in.Next(); k != markup.EOF; k = in.Next() {
		if k != markup.Start {
			continue
		}
		switch in.Local() {
		case "fallback":
			in.Inner()
		case "start":
			l.start = number(attr(in, "val"), 0)
		case "numfmt":
			l.format = attr(in, "val")
			if custom := attr(in, "format"); l.format == "custom" {
				l.format = custom
			}
		case "lvltext":
			l.pattern = attr(in, "val")
			if len(l.pattern) > maxPattern {
				l.pattern = ""
			}
		case "lvlrestart":
			l.restart = number(attr(in, "val"), -1)
		case "islgl":
			l.legal = isOn(attr(in, "val"))
		}
	}
	return l
}

// level is how one level of the list is numbered.
func (l *list) level(i int) listLevel {
	if own, ok := l.levels[i]; ok {
		return own
	}
	return l.abstract.levels[i]
}

// label counts one more entry and returns its number as it stands on the page,
// "" for a bullet or an entry of no list.
func (n *numbering) label(at listPlace) string {
	l := n.lists[at.id]
	if l == nil || l.abstract == nil || at.level < 0 || at.level >= maxLevels {
		return ""
	}
	l.count(at.level)
	level := l.level(at.level)
	if level.format == "bullet" || level.format == "none" && !strings.Contains(level.pattern, "%") {
		return ""
	}
	return l.expand(level)
}

// count moves the counter of a level on and starts those below it again.
func (l *list) count(i int) {
	a := l.abstract
	if start, ok := l.starts[i]; ok {
		delete(l.starts, i)
		a.counts[i], a.begun[i] = start, true
	} else if !a.begun[i] {
		a.counts[i], a.begun[i] = l.level(i).start, true
	} else {
		a.counts[i]++
	}
	for above := range i {
		if !a.begun[above] {
			a.counts[above], a.begun[above] = l.level(above).start, true
		}
	}
	for below := i + 1; below < maxLevels; below++ {
		if r := l.level(below).restart; r == -1 || r > i {
			a.begun[below] = false
		}
	}
}

// expand puts the numbers into the pattern of a level.
func (l *list) expand(level listLevel) string {
	var out []byte
	for i := 0; i < len(level.pattern); i++ {
		c := level.pattern[i]
		if c != '%' || i+1 >= len(level.pattern) || level.pattern[i+1] < '1' || level.pattern[i+1] > '9' {
			out = append(out, c)
			continue
		}
		i++
		at := int(level.pattern[i] - '1')
		format := l.level(at).format
		if level.legal && format != "none" {
			format = "decimal"
		}
		out = append(out, formatNumber(l.abstract.counts[at], format)...)
	}
	return string(out)
}

// formatNumber writes a number in one of Word's formats; those of other scripts
// in digits.
func formatNumber(n int, format string) string {
	switch format {
	case "none", "bullet":
		return ""
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter":
		return strings.ToUpper(letters(n))
	case "lowerLetter":
		return letters(n)
	case "ordinal":
		return strconv.Itoa(n) + ordinalEnd(n)
	case "decimalZero":
		if 0 <= n && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "decimalEnclosedParen":
		return "(" + strconv.Itoa(n) + ")"
	case "decimalEnclosedFullstop":
		return strconv.Itoa(n) + "."
	}
	if digits, ok := customDigits(n, format); ok {
		return digits
	}
	return strconv.Itoa(n)
}

// customDigits follows a format such as "001, 002, 003, ...".
func customDigits(n int, format string) (string, bool) {
	sample, _, ok := strings.Cut(format, ",")
	if !ok || len(sample) > 8 || strings.Trim(sample, "0123456789") != "" {
		return "", false
	}
	digits := strconv.Itoa(n)
	return strings.Repeat("0", max(len(sample)-len(digits), 0)) + digits, true
}

// letters counts a, b, … z, aa, bb, … as Word does.
func letters(n int) string {
	if n < 1 || n > 26*30 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n < 1 || n >= 4000 {
		return strconv.Itoa(n)
	}
	out := ""
	for _, d := range [...]struct {
		value int
		text  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.value; n -= d.value {
			out += d.text
		}
	}
	return out
}

func ordinalEnd(n int) string {
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			return "st"
		case 2:
			return "nd"
		case 3:
			return "rd"
		}
	}
	return "th"
}
