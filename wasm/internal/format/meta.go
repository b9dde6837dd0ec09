package format

import (
	"html"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"clippings/wasm/internal/extract"
	"clippings/wasm/protocol"
)

// A metaReader gathers what a page says about itself outside its text.
type metaReader struct {
	inJSON bool
	lang   string
	title  string
	json   []protocol.Fact
	tags   []protocol.Fact // <meta>, <link>
	times  []protocol.Fact // <time>
}

// metaNames tells which field a <meta> name or property states, and the rule
// its fact carries.
var metaNames = map[string]struct{ field, rule string }{
	"og:title": {"title", "og:title"}, "twitter:title": {"title", "og:title"}, "dc.title": {"title", "meta"}, "dcterms.title": {"title", "meta"}, "headline": {"title", "meta"}, "sailthru.title": {"title", "meta"}, "parsely-title": {"title", "meta"},
	"og:site_name": {"outlet", "og:site_name"}, "dc.publisher": {"outlet", "meta"}, "application-name": {"outlet", "meta"}, "citation_journal_title": {"outlet", "meta"}, "publisher": {"outlet", "meta"},
	"article:published_time": {"date", "meta"}, "og:published_time": {"date", "meta"}, "datepublished": {"date", "meta"}, "date": {"date", "meta"}, "pubdate": {"date", "meta"}, "publishdate": {"date", "meta"}, "publish-date": {"date", "meta"}, "publication_date": {"date", "meta"},
	"dc.date": {"date", "meta"}, "dc.date.issued": {"date", "meta"}, "dcterms.created": {"date", "meta"}, "dcterms.date": {"date", "meta"}, "dcterms.issued": {"date", "meta"}, "sailthru.date": {"date", "meta"}, "parsely-pub-date": {"date", "meta"}, "article.published": {"date", "meta"}, "citation_publication_date": {"date", "meta"}, "ptime": {"date", "meta"}, "cxenseparse:recs:publishtime": {"date", "meta"},
	"article:modified_time": {"modified", "meta"}, "og:updated_time": {"modified", "meta"}, "datemodified": {"modified", "meta"}, "last-modified": {"modified", "meta"}, "dcterms.modified": {"modified", "meta"}, "lastmod": {"modified", "meta"}, "utime": {"modified", "meta"},
	"author": {"byline", "meta"}, "byl": {"byline", "meta"}, "byline": {"byline", "meta"}, "dc.creator": {"byline", "meta"}, "dcterms.creator": {"byline", "meta"}, "article:author": {"byline", "meta"}, "article:author_name": {"byline", "meta"}, "parsely-author": {"byline", "meta"}, "sailthru.author": {"byline", "meta"}, "citation_author": {"byline", "meta"},
	"article:section": {"section", "meta"}, "section": {"section", "meta"}, "parsely-section": {"section", "meta"},
	"og:url": {"url", "og:url"}, "dc.language": {"lang", "meta"}, "content-language": {"lang", "meta"}, "og:locale": {"lang", "meta"},
}

// element reads one <meta>, <link> or <time>.
func (m *metaReader) element(tag atom.Atom, a *attributes) {
	switch tag {
	case atom.Meta:
		for _, name := range [...]string{a.property, a.name, strings.ToLower(a.itemprop)} {
			if f, ok := metaNames[name]; ok && name != "" {
				m.tags = addFact(m.tags, f.field, a.content, f.rule)
				return
			}
		}
	case atom.Link:
		if a.rel == "canonical" {
			m.tags = addFact(m.tags, "url", a.href, "canonical")
		}
	case atom.Time:
		if a.datetime != "" && len(m.times) < 8 {
			field := "date"
			if strings.Contains(strings.ToLower(a.class+a.itemprop), "modif") || strings.Contains(strings.ToLower(a.class), "updat") {
				field = "modified"
			}
			m.times = addFact(m.times, field, a.datetime, "time element")
		}
	}
}

func (m *metaReader) addTitle(text string) {
	if m.title == "" {
		m.title = clean(text)
	}
}

// addJSON reads the article of one JSON-LD script.
func (m *metaReader) addJSON(b []byte) {
	v, ok := parseJSON(string(b)).article()
	if !ok || len(m.json) > 0 {
		return
	}
	const rule = "json-ld"
	add := func(field, key string) {
		x := v.get(key)
		m.json = addFact(m.json, field, x.name(), rule)
	}
	add("title", "headline")
	add("date", "datePublished")
	add("modified", "dateModified")
	add("outlet", "publisher")
	add("section", "articleSection")
	add("lang", "inLanguage")
	author := v.get("author")
	for _, name := range author.names() {
		m.json = addFact(m.json, "byline", name, rule)
	}
}

// addFact appends a fact in the form of its field; a value that cannot be is
// left out.
func addFact(facts []protocol.Fact, field, value, rule string) []protocol.Fact {
	value = clean(value)
	switch field {
	case "date", "modified":
		value = extract.ParseDate(value)
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
