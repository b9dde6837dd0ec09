// Package shard is one worker's part of the corpus. It implements
// protocol.Shard: it brings files in, keeps their documents, and answers each
// phase of a question about them by calling the packages that know how: format
// and extract read, analysis splits words, index and search find them, snippet
// quotes them, dedup compares.
//
// Documents are kept packed, in the form in which they cross to the page, and
// are numbered from 0 in the order they came. Everything else is derived from
// them: the index as they come, the comparison afresh in every exchange, and with
// it the lines that are furniture because they recur (recur.go). Those are laid
// over the packed form when a document is opened, never written into it.
package shard
