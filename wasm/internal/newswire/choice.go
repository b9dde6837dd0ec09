package newswire

import "clippings/wasm/internal/record"

// A stated value and the name of the element it stood in.
type stated struct{ text, rule string }

// A choice is what the best name met so far gave for a field.
type choice struct {
	rank   int
	values []stated
}

type fields struct {
	best        map[string]*choice
	titleInside int // the element in the body that is the headline, -1 for none
}

func (f *fields) first(field string) string {
	if c := f.best[field]; c != nil {
		return c.values[0].text
	}
	return ""
}

// maxStated bounds the authors of an article.
const maxStated = 64

func isMany(field string) bool { return field == "byline" }

// add keeps a value if no better name has given one.
func (f *fields) add(u use, text, rule string) {
	c := f.best[u.field]
	switch {
	case c == nil || u.rank < c.rank:
		f.best[u.field] = &choice{rank: u.rank, values: []stated{{text, rule}}}
	case u.rank == c.rank && isMany(u.field) && len(c.values) < maxStated:
		for _, v := range c.values {
			if v.text == text {
				return
			}
		}
		c.values = append(c.values, stated{text, rule})
	}
}

// wanted reports whether a value would be kept, before it is read.
func (f *fields) wanted(u use) bool {
	c := f.best[u.field]
	return c == nil || u.rank < c.rank || u.rank == c.rank && isMany(u.field)
}

// findFields reads the fields of an article outside its body, and the headline
// inside it if there is none outside.
func (r *reader) findFields(b body) *fields {
	f := &fields{best: map[string]*choice{}, titleInside: -1}
	for i := range r.list {
		e := &r.list[i]
		if !b.holds(r, e) {
			for _, u := range usesOf(e.name, i == 0) {
				r.readField(f, u, e)
			}
		}
	}
	if f.best["title"] != nil || len(b.parts) == 0 {
		return f
	}
	for i := range r.list {
		e := &r.list[i]
		if e.parent == b.parts[0] && rankOf(e.name, "title") >= 0 {
			r.readField(f, use{field: "title"}, e)
			if f.best["title"] != nil {
				f.titleInside = i
				return f
			}
		}
	}
	return f
}

// maxValue is what a headline or a name may have; what is longer is something
// else by the same name.
const maxValue = 600

// unreadable puts a date that cannot be read behind all that can.
const unreadable = 1000

// maxSpent bounds how many bytes are read for the fields of one article:
// elements inside each other may all have names of fields. The heads of real
// ones have some kilobytes.
const maxSpent = 1 << 20

func (r *reader) readField(f *fields, u use, e *element) {
	if u.field == "body" || !f.wanted(u) || r.spent > maxSpent {
		return
	}
	text := ""
	if u.attr == "" {
		r.spent += e.end - e.inner
	}
	switch {
	case u.attr != "":
		text = r.attr(e, u.attr)
	case r.spent > maxSpent:
		return
	case u.field == "byline":
		text = r.personIn(e)
	case u.field == "date" || u.field == "modified":
		text = r.dateIn(e)
	case e.name == "topics":
		text = firstOf(r.child(e, " d "), r.valueOf(e))
	case u.field == "dateline":
		text = placeIn(firstOf(r.child(e, " location city "), r.valueOf(e)))
	default:
		text = r.valueOf(e)
	}
	if u.field == "date" || u.field == "modified" {
		if _, ok := record.Date(text); !ok {
			u.rank += unreadable
		}
	}
	if text != "" && len(text) <= maxValue && (u.field != "lang" || languageCode(text) != "") {
		rule := e.name
		if u.attr != "" {
			rule += " " + u.attr
		}
		f.add(u, text, rule)
	}
}
