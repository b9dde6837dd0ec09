package office

import (
	"strconv"
	"strings"

	"clippings/wasm/internal/markup"
)

// readListStyle reads the element text:list-style on which the scanner stands.
// See OpenDocument part 3, sections 16.30 to 16.34.
func (r *odtReader) readListStyle(s *markup.Scanner) {
	name, style := s.Attr("style:name"), newAbstractList()
	in := markup.New(s.Inner())
	for k := in.Next(); k != markup.EOF; k = in.Next() {
		if k != markup.Start || in.Name() != "text:list-level-style-number" {
			continue
		}
		if level := number(in.Attr("text:level"), 0) - 1; level >= 0 && level < maxLevels {
			style.levels[level] = odtLevel(in, level)
		}
	}
	if len(r.listStyles) < maxTables {
		r.listStyles[name] = style
	}
}

// odtLevel reads one level of a list style.
func odtLevel(s *markup.Scanner, level int) listLevel {
	l := listLevel{format: "none", start: number(s.Attr("text:start-value"), 1), restart: -1}
	switch s.Attr("style:num-format") {
	case "":
		return l
	case "a":
		l.format = "lowerLetter"
	case "A":
		l.format = "upperLetter"
	case "i":
		l.format = "lowerRoman"
	case "I":
		l.format = "upperRoman"
	default:
		l.format = "decimal"
	}
	shown := min(max(number(s.Attr("text:display-levels"), 1), 1), level+1)
	var numbers []string
	for i := level + 2 - shown; i <= level+1; i++ {
		numbers = append(numbers, "%"+strconv.Itoa(i))
	}
	l.pattern = s.Attr("style:num-prefix") + strings.Join(numbers, ".") + s.Attr("style:num-suffix")
	if len(l.pattern) > maxPattern {
		l.pattern = ""
	}
	return l
}

// startList begins a list, or one inside an entry. An outermost one counts from
// the start unless it says that it goes on.
func (r *odtReader) startList() {
	if r.lists++; r.lists > 1 {
		return
	}
	name := r.s.Attr("text:style-name")
	style := r.listStyles[name]
	if style == nil {
		r.list = nil
		return
	}
	if r.s.Attr("text:continue-numbering") != "true" && r.s.Attr("text:continue-list") == "" {
		style.counts, style.begun = [maxLevels]int{}, [maxLevels]bool{}
	}
	r.list = &list{abstract: style, starts: map[int]int{}}
}

// startEntry begins an entry, whose first paragraph gets its number.
func (r *odtReader) startEntry() {
	r.entry = r.list != nil
	if start := r.s.Attr("text:start-value"); start != "" && r.entry {
		r.list.starts[r.lists-1] = number(start, 1)
	}
}

// takeLabel is the number of the entry that the open paragraph begins, "" if it
// begins none or one with a bullet.
func (r *odtReader) takeLabel() string {
	if !r.entry || r.lists < 1 || r.lists > maxLevels {
		return ""
	}
	r.entry = false
	level := r.lists - 1
	r.list.count(level)
	if r.list.level(level).format == "none" {
		return ""
	}
	return r.list.expand(r.list.level(level)) + " "
}
