// Package export writes documents, and what was found out about their copies, in
// the forms in which people take them away. It makes bytes of what it is given and
// knows nothing of where that comes from or goes to:
//
//	a document -> Documents.Append -> a line of JSON, a row of CSV, a text, Markdown
//	           -> FileName            what the file of one document is called
//	a group and what its copies differ in -> Report -> rows of CSV, sections of a page
//
// The same documents give the same bytes: nothing depends on the clock, the shard,
// or the order in which files were brought in. Texts are hostile: what would be
// calculated in a spreadsheet, be markup in a page, or lead out of a folder is made
// harmless, each in the way of its form.
//
//   - JSON lines: https://jsonlines.org, RFC 8259; the members are those of
//     "clippings ingest", so that the output can be brought in again.
//   - CSV: RFC 4180, with a byte order mark, by which spreadsheets know UTF-8.
//   - Markdown: https://spec.commonmark.org, with front matter in YAML 1.2, whose
//     quoted strings are those of JSON.
//   - names of files: https://learn.microsoft.com/windows/win32/fileio/naming-a-file,
//     which forbids most.
//
// All is linear in the text.
package export
