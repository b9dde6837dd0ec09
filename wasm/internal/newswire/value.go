package newswire

import (
	"strings"

	"clippings/wasm/internal/markup"
)

// spaced joins the texts of markup, with a space wherever an element begins that
// is not on a word. The elements whose names stand in without, between spaces,
// are left out.
func spaced(raw, without string) string {
	if !markup.HasTags(raw) {
		return markup.TextOf(raw)
	}
	var b strings.Builder
	s := markup.New(raw)
	for k := s.Next(); k != markup.EOF; k = s.Next() {
		switch {
		case k == markup.Text:
			b.WriteString(s.Text())
		case k == markup.Start && strings.Contains(without, " "+s.Local()+" "):
			s.Inner()
		case !markup.IsInline(s.Local()):
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// child is the text of the first element of one of the names inside e.
func (r *reader) child(e *element, names string) string {
	s := markup.New(r.content(e))
	for k := s.Next(); k != markup.EOF; k = s.Next() {
		if k == markup.Start && strings.Contains(names, " "+s.Local()+" ") {
			return markup.Line(spaced(s.Inner(), ""))
		}
	}
	return ""
}

// personIn is the name in an author's element: in parts, as libraries keep it,
// or in the middle of a line with the title of its owner.
func (r *reader) personIn(e *element) string {
	last := r.child(e, " surname lastname last-name ")
	if last != "" {
		return markup.Line(r.child(e, " given-names forename firstname first-name ") + " " + last)
	}
	for _, names := range [...]string{" person ", " name "} {
		if name := r.child(e, names); name != "" {
			return trimName(name)
		}
	}
	return trimName(markup.Line(spaced(r.content(e), " byttl title jobtitle email ")))
}

// trimName drops "By" in front of a name and ", Reuters" behind it.
func trimName(s string) string {
	if len(s) > 3 && strings.EqualFold(s[:3], "by ") {
		s = s[3:]
	}
	if name, rest, ok := strings.Cut(s, ", "); ok && !strings.Contains(rest, " ") && strings.Contains(name, " ") {
		s = name
	}
	return strings.Trim(s, " ,;.")
}

// dateIn is the date in an element, which may hold it in parts.
func (r *reader) dateIn(e *element) string {
	if norm := r.attr(e, "norm"); norm != "" {
		return norm
	}
	if iso := r.attr(e, "iso-8601-date"); iso != "" {
		return iso
	}
	year, month, day := r.child(e, " year "), r.child(e, " month "), r.child(e, " day ")
	switch {
	case year == "":
		return r.valueOf(e)
	case month == "" || day == "":
		return strings.TrimSuffix(year+"-"+month, "-")
	case month[0] >= '0' && month[0] <= '9':
		return year + "-" + month + "-" + day
	}
	return day + " " + month + " " + year
}

// placeIn is the city of a dateline such as "LONDON, July 3 -".
func placeIn(s string) string {
	if i := strings.IndexAny(s, ",(/"); i >= 0 {
		s = s[:i]
	}
	for _, dash := range [...]string{" - ", " – ", " — "} {
		s, _, _ = strings.Cut(s, dash)
	}
	s = strings.Trim(s, " -–—.")
	for i := 0; i < len(s); i++ {
		if '0' <= s[i] && s[i] <= '9' {
			return ""
		}
	}
	return s
}

// valueOf is the text of an element on one line; of an empty one what its
// attributes say instead of it.
func (r *reader) valueOf(e *element) string {
	if text := markup.Line(spaced(r.content(e), "")); text != "" {
		return text
	}
	for _, name := range [...]string{"literal", "formalname", "value", "content"} {
		if text := r.attr(e, name); text != "" {
			return text
		}
	}
	return ""
}
