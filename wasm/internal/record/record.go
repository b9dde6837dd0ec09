// Package record is what the readers of containers hand on: an article as its
// container holds it, with all that the container says of it, before anybody has
// judged which part of its text is the article.
//
//	feed, newswire, office, mail, table … -> Record -> format -> extract
//
// Readers know bytes and markup; they know nothing of roles, languages or
// documents. That is why they can be tested, fuzzed and replaced one by one.
package record

import "clippings/wasm/protocol"

// Record is one article of a container.
type Record struct {
	Key    string // stable within its container: an identifier, else a number from 1; "" for the only one
	Format string // "rss", "docx", …, lower case, as the ledger shows it
	HTML   bool   // Text is HTML, a page or a part of one
	Text   string // valid UTF-8
	Bytes  int64  // that it took in its container, 0 when unknown

	// Facts is what the container's own fields say, best first within a field.
	// Field is a name of protocol.Meta in lower case, Value clean text, dates in
	// the form of protocol.Meta.Date or as they stood, Rule the name of the
	// container's field ("rss pubDate"), Span empty.
	Facts    []protocol.Fact
	Warnings []string // sentences for the ledger
}

// Add appends a fact that the container states, unless it is blank.
func (r *Record) Add(field, value, rule string) {
	if value != "" {
		r.Facts = append(r.Facts, protocol.Fact{Field: field, Value: value, Rule: rule, Trust: protocol.TrustCertain})
	}
}
