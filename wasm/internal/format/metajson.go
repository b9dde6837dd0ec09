package format

import (
	"strings"

	"clippings/wasm/internal/jsontext"
)

// addJSON reads the article of one JSON-LD script.
func (m *metaReader) addJSON(b []byte) {
	root := jsontext.Parse(string(b))
	m.nodes = addNodes(m.nodes, &root)
	v := articleIn(&root)
	if v == nil || len(m.json) > 0 {
		return
	}
	const rule = "json-ld"
	add := func(field, key string) {
		m.json = addFact(m.json, field, nameIn(v.Get(key)), rule)
	}
	m.name = clean(v.Get("name").Text)
	add("title", "headline")
	add("date", "datePublished")
	add("modified", "dateModified")
	add("outlet", "publisher")
	add("section", "articleSection")
	add("lang", "inLanguage")
	for _, key := range [...]string{"author", "creator"} {
		author := v.Get(key)
		for _, name := range namesIn(author) {
			m.json = addFact(m.json, "byline", name, rule)
		}
		ids := idsIn(author)
		m.authors = append(m.authors, ids[:min(len(ids), maxFacts)]...)
		if !author.IsZero() {
			break
		}
	}
}

// addParsely reads the <meta> that holds all of parse.ly's fields as JSON.
func (m *metaReader) addParsely(content string) {
	v := jsontext.Parse(content)
	for _, f := range [...]struct{ field, key string }{{"title", "title"}, {"date", "pub_date"}, {"section", "section"}, {"url", "link"}} {
		m.tags = addFact(m.tags, f.field, nameIn(v.Get(f.key)), "meta")
	}
	for _, key := range [...]string{"author", "authors"} {
		for _, name := range namesIn(v.Get(key)) {
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
