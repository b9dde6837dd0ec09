package format

import (
	"strings"
)

// addJSON reads the article of one JSON-LD script.
func (m *metaReader) addJSON(b []byte) {
	root := parseJSON(string(b))
	m.nodes = root.named(m.nodes)
	v, ok := root.article()
	if !ok || len(m.json) > 0 {
		return
	}
	const rule = "json-ld"
	add := func(field, key string) {
		x := v.get(key)
		m.json = addFact(m.json, field, x.name(), rule)
	}
	title, name := v.get("headline"), v.get("name")
	m.name = clean(name.text)
	m.json = addFact(m.json, "title", title.name(), rule)
	add("date", "datePublished")
	add("modified", "dateModified")
	add("outlet", "publisher")
	add("section", "articleSection")
	add("lang", "inLanguage")
	for _, key := range [...]string{"author", "creator"} {
		author := v.get(key)
		for _, name := range author.names() {
			m.json = addFact(m.json, "byline", name, rule)
		}
		ids := author.ids()
		m.authors = append(m.authors, ids[:min(len(ids), maxFacts)]...)
		if author.keys != nil || author.list != nil || author.text != "" {
			break
		}
	}
}

// addParsely reads the <meta> that holds all of parse.ly's fields as JSON.
func (m *metaReader) addParsely(content string) {
	v := parseJSON(content)
	for _, f := range [...]struct{ field, key string }{{"title", "title"}, {"date", "pub_date"}, {"section", "section"}, {"url", "link"}} {
		x := v.get(f.key)
		m.tags = addFact(m.tags, f.field, x.name(), "meta")
	}
	for _, key := range [...]string{"author", "authors"} {
		x := v.get(key)
		for _, name := range x.names() {
			m.tags = addFact(m.tags, "byline", name, "meta")
		}
	}
}

// resolve puts names to the authors that JSON-LD gives by @id, and takes the name
// of the article for its title where that is the page's and the headline is not:
// encyclopedias write a description there.
func (m *metaReader) resolve() {
	for _, id := range m.authors {
		for _, n := range m.nodes {
			if n.id == id {
				m.json = addFact(m.json, "byline", n.name, "json-ld")
				break
			}
		}
	}
	m.authors = nil
	for i := range m.json {
		if f := &m.json[i]; f.Field == "title" && m.name != "" && !isWithin(f.Value, m.title) && strings.HasPrefix(m.title, m.name) {
			f.Value = m.name
		}
	}
}

// isWithin reports whether title holds part, case aside.
func isWithin(part, title string) bool {
	return strings.Contains(strings.ToLower(title), strings.ToLower(part))
}
