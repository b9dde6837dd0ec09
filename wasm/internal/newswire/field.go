package newswire

import (
	"strings"
	"sync"
)

// fieldNames says which elements hold which field, the best name first. An
// attribute follows an @. The names are those of the formats named in the package
// comment, of the TREC collections, and of exports in a few languages.
const fieldNames = `
key @newid docno @guid @itemid doc-id@id-string publicidentifier newsitemid article-id pmid docid doc_id articleid article_id document-id an id accessionnumber @id
title hl1 headline head-line hedline article-title articletitle article_title title hed hl titel titre titulo título titolo ti headline1 ht subject@title head
subtitle hl2 subheadline subheading subheadline1 subhead sub-headline deck standfirst kicker subtitle untertitel abstract summary description
body body.content inlinexml inlinedata datacontent articlebody article_body bodytext body_text fulltext full_text full-text articletext article_text newstext maintext body text content story story_text texte texto testo inhalt abstracttext abstract leadpara lp description summary
date date.issue@norm date.release@norm firstcreated versioncreated pubdata@date.publication story.date@norm publishdate publish_date publisheddate published_date published publicationdate publication_date datepublished date_published pubdate pub_date pub-date datetime date datum fecha data dateid date_time dd published_at created_at timestamp contentcreated creationdate created thisrevisioncreated date1 pubdate1 dateline@date @date
modified contentmodified versioncreated thisrevisioncreated updated modified lastmodified last_modified date_modified updated_at
byline byline by author authors byl contrib writer journalist creator autor auteur author_name au
dateline dateline located
outlet pubdata@name journal-title publication publication_name source outlet newspaper journal provider publisher site medium so paper
agency distributor creditline credit agency
url url link permalink article_url weburl canonical_url uri
lang @xml:lang language@formalname language@tag language lang
section pubdata@position.section section fixture@fix-id category desk rubrik rubrique topics topic subject slugline
`

// A use of an element's name: what field it holds, and how good a name for that
// it is, 0 being the best.
type use struct {
	field string
	rank  int
	attr  string
}

var uses = sync.OnceValue(func() map[string][]use {
	m := map[string][]use{}
	for line := range strings.SplitSeq(fieldNames, "\n") {
		field, names, _ := strings.Cut(line, " ")
		for rank, name := range strings.Fields(names) {
			name, attr, _ := strings.Cut(strings.ToLower(name), "@")
			m[name] = append(m[name], use{field, rank, attr})
		}
	}
	return m
})

// usesOf are the fields that an element of the name may hold; those of any
// article's own element go by the empty name.
func usesOf(name string, first bool) []use {
	if first {
		return uses()[""]
	}
	return uses()[name]
}
