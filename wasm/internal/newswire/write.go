package newswire

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"clippings/wasm/internal/markup"
	"clippings/wasm/internal/record"
)

// write makes a record of the article at hand, [start, end) of the text.
func (r *reader) write(start, end int, cut bool) error {
	r.closeAll(end)
	r.n++
	b := r.findBody()
	f := r.findFields(b)
	rec := record.Record{Format: r.format, Bytes: int64(end - start)}
	rec.Key = r.key(f.first("key"))
	var err error
	if rec.Text, rec.HTML, err = r.bodyText(b, f.titleInside); err != nil {
		return err
	}
	f.addTo(&rec, r.kind)
	if !hasLetter(rec.Text, rec.HTML) || r.isBrief(b) {
		rec.Text, rec.HTML = f.first("title"), false
		warning := "Only the headline of this article is there."
		if rec.Text == "" {
			warning = "This article has neither a headline nor a text."
		}
		rec.Warnings = append(rec.Warnings, warning)
	}
	if cut {
		rec.Warnings = append(rec.Warnings, "The file ends inside this article, so some of it may be missing.")
	}
	if r.guessed && r.n == 1 {
		rec.Warnings = append(rec.Warnings, r.howGuessed(b, f))
	}
	return r.emit(rec)
}

// hasLetter reports whether there is anything to read.
func hasLetter(text string, html bool) bool {
	if html {
		text = markup.TextOf(text)
	}
	return strings.IndexFunc(text, unicode.IsLetter) >= 0
}

// howGuessed says which element was taken for what.
func (r *reader) howGuessed(b body, f *fields) string {
	say := fmt.Sprintf("This XML is of no known make: each <%s> was taken for an article", r.article)
	if t := f.best["title"]; t != nil {
		say += fmt.Sprintf(", its headline from <%s>", t.values[0].rule)
	}
	if len(b.parts) > 0 {
		say += fmt.Sprintf(", its text from <%s>", r.list[b.parts[0]].name)
	}
	return say + "."
}

// maxKey is longer than identifiers are.
const maxKey = 300

// key makes an identifier unique in the file; an article without one gets its
// number.
func (r *reader) key(id string) string {
	if len(id) > maxKey {
		id = strings.ToValidUTF8(id[:maxKey], "")
	}
	if id == "" {
		id = strconv.Itoa(r.n)
	}
	key := id
	for r.keys[key] > 0 {
		r.keys[id]++
		key = id + "~" + strconv.Itoa(r.keys[id])
	}
	r.keys[key]++
	return key
}

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

// addTo adds the facts in the order of protocol.Meta.
func (f *fields) addTo(rec *record.Record, k kind) {
	for _, field := range [...]string{"title", "subtitle", "section", "date", "modified", "byline", "agency", "dateline", "outlet", "url", "lang"} {
		c := f.best[field]
		if c == nil || field == "modified" && f.first("date") == c.values[0].text {
			continue
		}
		for _, v := range c.values {
			rule := k.format + " " + v.rule
			switch field {
			case "date", "modified":
				rec.AddDate(field, v.text, rule)
			case "lang":
				rec.Add(field, languageCode(v.text), rule)
			case "url":
				if strings.HasPrefix(v.text, "http") {
					rec.Add(field, v.text, rule)
				}
			default:
				rec.Add(field, v.text, rule)
			}
		}
	}
	if k.article == "reuters" {
		rec.Add("agency", "Reuters", "reuters sgml")
		rec.Add("outlet", "Reuters", "reuters sgml")
		rec.Add("lang", "en", "reuters sgml")
	}
}

// languageCode is the ISO 639-1 part of "en-GB" or "de_DE".
func languageCode(s string) string {
	s = strings.ToLower(s)
	if len(s) < 2 || len(s) > 2 && s[2] != '-' && s[2] != '_' || s[0] < 'a' || s[0] > 'z' || s[1] < 'a' || s[1] > 'z' {
		return ""
	}
	return s[:2]
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
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
