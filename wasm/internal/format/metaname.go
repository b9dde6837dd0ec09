package format

import (
	"strings"
	"sync"
)

// A metaName is the field that a <meta> states, and the rule its fact carries.
type metaName struct{ field, rule string }

// metaFields lists by field the names and properties of <meta> that state it:
// those of Open Graph and Twitter cards, Dublin Core, parse.ly, Sailthru,
// Chartbeat, Google Scholar and of content systems.
var metaFields = [...]struct{ field, rule, names string }{
	{"title", "og:title", "og:title twitter:title"},
	{"title", "meta", "dc.title dcterms.title headline hdl sailthru.title parsely-title citation_title weibo:article:title"},
	{"outlet", "og:site_name", "og:site_name"},
	{"outlet", "meta", "dc.publisher dcterms.publisher application-name citation_journal_title publisher"},
	{"date", "meta", `article:published_time og:published_time og:article:published_time article:published article.published datepublished date pubdate publishdate publish-date publish_date
		publication_date publication-date date_published originalpublicationdate dc.date dc.date.issued dc.date.created dcterms.created dcterms.date dcterms.issued dcterms.available sailthru.date
		parsely-pub-date citation_publication_date citation_date citation_online_date ptime cxenseparse:recs:publishtime cxenseparse:publishtime bt:pubdate rnews:datepublished article_date_original
		date.release displaydate weibo:article:create_at shareaholic:article_published_time`},
	{"modified", "meta", "article:modified_time og:updated_time og:article:modified_time datemodified last-modified dcterms.modified dc.date.modified lastmod utime bt:moddate article:updated_time shareaholic:article_modified_time revised eomportal-lastupdate"},
	{"byline", "dc:creator", "dc.creator dc.contributor.author dcterms.creator"},
	{"byline", "meta", "author authors byl byline article:author article:author_name og:article:author article.author creator parsely-author sailthru.author citation_author bt:author cxenseparse:author rnews:author"},
	{"section", "meta", "article:section og:article:section section parsely-section sailthru.section"},
	{"url", "og:url", "og:url"},
	{"url", "meta", "parsely-link"},
	{"lang", "meta", "dc.language dcterms.language content-language og:locale language"},
}

var metaNames = sync.OnceValue(func() map[string]metaName {
	m := make(map[string]metaName, 128)
	for _, f := range metaFields {
		for name := range strings.FieldsSeq(f.names) {
			m[name] = metaName{f.field, f.rule}
		}
	}
	return m
})

// itemNames are the fields of microdata, lower case.
var itemNames = map[string]string{"headline": "title", "datepublished": "date", "datecreated": "date", "datemodified": "modified", "author": "byline", "creator": "byline", "articlesection": "section", "inlanguage": "lang"}
