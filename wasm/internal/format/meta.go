package format

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"clippings/wasm/internal/extract"
	"clippings/wasm/protocol"
)

// A metaReader gathers what a page says about itself outside its text.
type metaReader struct {
	inJSON  bool
	lang    string
	title   string
	name    string     // of the article in JSON-LD, beside its headline
	nodes   []jsonNode // people and organisations of JSON-LD by their @id
	authors []string   // @id of those who wrote the article
	json    []protocol.Fact
	tags    []protocol.Fact // <meta>, <link>
	times   []protocol.Fact // <time>
}

// element reads one <meta>, <link>, <time>, or another element whose itemprop
// comes with its content.
func (m *metaReader) element(tag atom.Atom, a *attributes) {
	switch tag {
	case atom.Link:
		if a.rel == "canonical" {
			m.tags = addFact(m.tags, "url", a.href, "canonical")
		}
	case atom.Time:
		m.time(a)
	case atom.Meta:
		if a.name == "parsely-page" {
			m.addParsely(a.content)
			return
		}
		if m.statement(a.property, a.content) || m.statement(a.name, a.content) {
			return
		}
		fallthrough
	default:
		if f, ok := itemNames[strings.ToLower(a.itemprop)]; ok {
			m.tags = addFact(m.tags, f, a.content, "itemprop")
		}
	}
}

// statement reads the value of one <meta> by its name or property, which may be
// several names with spaces between them, and reports whether one is known.
func (m *metaReader) statement(names, content string) bool {
	for name := range strings.FieldsSeq(names) {
		if rest, ok := strings.CutPrefix(name, "dc:"); ok {
			name = "dc." + rest
		} else if rest, ok := strings.CutPrefix(name, "dcterm"); ok {
			name = "dcterms." + strings.TrimLeft(rest, "s:.")
		}
		if f, ok := metaNames()[name]; ok {
			m.tags = addFact(m.tags, f.field, content, f.rule)
			return true
		}
	}
	return false
}

// time reads a <time>: what says that it is the article's is sure, any other may
// be of a comment or another story.
func (m *metaReader) time(a *attributes) {
	value := a.datetime
	if value == "" {
		value = a.content
	}
	if value == "" || len(m.times) >= 8 {
		return
	}
	about := strings.ToLower(a.class + " " + a.itemprop)
	field, rule := "date", "time element"
	if strings.Contains(about, "modif") || strings.Contains(about, "updat") {
		field = "modified"
	}
	if f, ok := itemNames[strings.ToLower(a.itemprop)]; ok {
		field, rule = f, "itemprop"
	}
	m.times = addFact(m.times, field, value, rule)
}

func (m *metaReader) addTitle(text string) {
	if m.title == "" {
		m.title = clean(text)
	}
}

// addFact appends a fact in the form of its field; a value that cannot be is
// left out.
func addFact(facts []protocol.Fact, field, value, rule string) []protocol.Fact {
	value = clean(value)
	switch field {
	case "date", "modified":
		if date := extract.ParseDate(value); date != "" { // else the extractor knows the text's language
			value = date
		}
	case "byline":
		if strings.Contains(value, "://") || strings.HasPrefix(value, "@") || len(value) > 200 {
			return facts
		}
		for _, name := range extract.SplitNames(strings.TrimPrefix(strings.TrimPrefix(value, "By "), "by ")) {
			facts = append(facts, protocol.Fact{Field: field, Value: name, Rule: rule})
		}
		return facts
	case "lang":
		value = languageCode(value)
	case "url":
		if !strings.HasPrefix(value, "http") {
			return facts
		}
	}
	if value == "" || len(facts) > maxFacts {
		return facts
	}
	return append(facts, protocol.Fact{Field: field, Value: value, Rule: rule})
}

const maxFacts = 64 // of one kind: a page states a field two or three times

// languageCode is the ISO 639-1 part of "en-GB" or "de_DE".
func languageCode(s string) string {
	if len(s) > 2 && s[2] != '-' && s[2] != '_' || len(s) < 2 {
		return ""
	}
	s = strings.ToLower(s[:2])
	if s[0] < 'a' || s[0] > 'z' || s[1] < 'a' || s[1] > 'z' {
		return ""
	}
	return s
}

// clean is a value of markup as text: entities that were escaped twice, white
// space, cut characters and tags taken care of.
func clean(s string) string {
	if len(s) > maxMeta {
		s = s[:maxMeta]
	}
	s = strings.ToValidUTF8(s, "")
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	if strings.Contains(s, "</") {
		s = dropTags(s)
	}
	return strings.Join(strings.Fields(s), " ")
}

func dropTags(s string) string {
	var b strings.Builder
	inTag := false
	for _, r := range s {
		switch {
		case r == '<':
			inTag = true
		case r == '>' && inTag:
			inTag = false
		case !inTag && r != utf8.RuneError:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// facts are all that was gathered, the most trusted first within a field, titles
// without the outlet's name.
func (m *metaReader) facts() []protocol.Fact {
	m.resolve()
	all := append(append(append([]protocol.Fact{}, m.json...), m.tags...), m.times...)
	if m.title != "" {
		all = append(all, protocol.Fact{Field: "title", Value: m.title, Rule: "title element"})
	}
	if code := languageCode(m.lang); code != "" {
		all = append(all, protocol.Fact{Field: "lang", Value: code, Rule: "html lang"})
	}
	outlet := ""
	for _, f := range all {
		if f.Field == "outlet" && outlet == "" {
			outlet = f.Value
		}
	}
	for i := range all {
		if all[i].Field == "title" {
			all[i].Value = cutOutlet(all[i].Value, outlet)
		}
	}
	return all
}
