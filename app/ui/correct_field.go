package ui

import (
	"slices"
	"strings"
	"time"

	"clippings/wasm/protocol"
)

// metaField is a field of protocol.Meta as the page shows and corrects it.
type metaField struct {
	key  string // in protocol.Fact and protocol.Correction
	name string // before its value
	what string // in "Correct …"
	kind fieldKind
}

// fieldKind is what the values of a field look like.
type fieldKind uint8

const (
	kindWords    fieldKind = iota // a few words
	kindText                      // a sentence
	kindSeveral                   // names of people or tags, none to many
	kindDate                      // as in protocol.Meta
	kindLanguage                  // ISO 639-1
)

// metaFields are the fields in the order they are shown.
var metaFields = []metaField{
	{"title", "Headline", "the headline", kindText},
	{"subtitle", "Second headline", "the second headline", kindText},
	{"byline", "By", "the authors", kindSeveral},
	{"contributors", "Contributors", "the contributors", kindSeveral},
	{"outlet", "Outlet", "the outlet", kindWords},
	{"date", "Published", "the date", kindDate},
	{"modified", "Changed", "the date of the last change", kindDate},
	{"agency", "Agency", "the news agency", kindWords},
	{"dateline", "From", "the place", kindWords},
	{"section", "Section", "the section", kindWords},
	{"url", "Address", "the web address", kindWords},
	{"lang", "Language", "the language", kindLanguage},
	{"tags", "Tags", "the tags", kindSeveral},
}

// fieldOf is a field by its key; false if the page knows none of that key.
func fieldOf(key string) (metaField, bool) {
	for _, f := range metaFields {
		if f.key == key {
			return f, true
		}
	}
	return metaField{}, false
}

// values are what m has in the field; none if it has nothing.
func (f metaField) values(m *protocol.Meta) []string {
	switch f.key {
	case "byline":
		return m.Byline
	case "contributors":
		return m.Contributors
	case "tags":
		return m.Tags
	}
	if value := m.Single(f.key); value != nil && *value != "" {
		return []string{*value}
	}
	return nil
}

// show writes values as they are read: "3 July 2025", "A and B"; "" for none.
func (f metaField) show(values []string) string {
	if f.kind == kindDate && len(values) == 1 {
		return moment(values[0])
	}
	return joinNames(values)
}

// edit writes values as they are typed: the other way round is typed.
func (f metaField) edit(values []string) string { return strings.Join(values, "; ") }

// hint says how values are typed; "" if there is nothing to say.
func (f metaField) hint() string {
	switch f.kind {
	case kindDate:
		return "A day such as 2025-07-03, or with the time: 2025-07-03T10:49. Empty: none."
	case kindSeveral:
		return "Several with a semicolon between them, or a line each (Shift+Enter). Empty: none."
	case kindLanguage:
		return "Two letters: en for English, uk for Ukrainian. Empty: none."
	}
	return "Empty: none."
}

// typed reads what was typed. If it cannot be a value of the field, it says what
// would be.
func (f metaField) typed(text string) (values []string, wrong string) {
	if f.kind == kindSeveral {
		for _, name := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '\n' }) {
			if name = strings.Join(strings.Fields(name), " "); name != "" {
				values = append(values, name)
			}
		}
		return values, ""
	}
	value := strings.Join(strings.Fields(text), " ")
	switch {
	case value == "":
		return nil, ""
	case f.kind == kindDate:
		date, ok := typedDate(value)
		if !ok {
			return nil, wrongDate
		}
		value = date
	case f.kind == kindLanguage:
		if value = strings.ToLower(value); len(value) != 2 || !isLetter(value[0]) || !isLetter(value[1]) {
			return nil, "This is no language code. Type two letters, such as en."
		}
	}
	return []string{value}, ""
}

const wrongDate = "This is no date. Type a date such as 2025-07-03."

func isLetter(b byte) bool { return 'a' <= b && b <= 'z' }

// dateForms are the ways to type a day that cannot be mistaken; each may have a
// time behind it.
var dateForms = []string{"2006-01-02", "2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006"}

// typedDate reads a day, and a time if there is one, into the form of
// protocol.Meta.
func typedDate(s string) (string, bool) {
	for _, form := range dateForms {
		if t, err := time.Parse(form, s); err == nil {
			return t.Format("2006-01-02"), true
		}
		for _, clock := range []string{"T15:04", " 15:04", ", 15:04"} {
			if t, err := time.Parse(form+clock, s); err == nil {
				return t.Format("2006-01-02T15:04"), true
			}
		}
	}
	return "", false
}

// suggestion is what the evidence has for a field besides the value in use.
type suggestion struct {
	values []string
	rule   string
}

// suggestions lists them, the likeliest first.
func (f metaField) suggestions(doc *protocol.Document) []suggestion {
	var all []suggestion
	for _, e := range f.evidence(doc) {
		if e.Trust == protocol.TrustPerson || e.Value == "" {
			continue
		}
		// People of one rule stand in one byline.
		n := len(all)
		if f.kind == kindSeveral && n > 0 && all[n-1].rule == e.Rule {
			all[n-1].values = append(all[n-1].values, e.Value)
		} else {
			all = append(all, suggestion{[]string{e.Value}, e.Rule})
		}
	}
	seen, others := []string{f.show(f.values(&doc.Meta))}, all[:0]
	for _, s := range all {
		if shown := f.show(s.values); !slices.Contains(seen, shown) {
			seen, others = append(seen, shown), append(others, s)
		}
	}
	return others
}

// evidence is the facts of the field, the one in use first.
func (f metaField) evidence(doc *protocol.Document) []protocol.Fact {
	var list []protocol.Fact
	for _, e := range doc.Facts {
		if e.Field == f.key {
			list = append(list, e)
		}
	}
	return list
}

// isCorrected reports whether the person gave the field its value.
func (f metaField) isCorrected(doc *protocol.Document) bool {
	for _, e := range doc.Facts {
		if e.Field == f.key && e.Trust == protocol.TrustPerson {
			return true
		}
	}
	return false
}

// trustWords says how sure a fact is.
func trustWords(t protocol.Trust, doc *protocol.Document) string {
	switch t {
	case protocol.TrustPerson:
		return "corrected by you"
	case protocol.TrustCertain:
		if doc.Markup == protocol.MarkupHTML {
			return "stated by the page"
		}
		return "stated by the file"
	case protocol.TrustLikely:
		return "read in the text"
	}
	return "a guess"
}
