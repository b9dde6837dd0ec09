package format

import (
	"slices"

	"clippings/wasm/internal/extract"
	"clippings/wasm/protocol"
)

// withFileDate adds the day that the file's name gives, the weakest guess there
// is. It is of the file as it was dropped or, for a member, as it stands in its
// archive: the archive's own name is of all its members. Only a document that is
// all its file has this fact; rows of a table, messages of a mailbox and the
// articles of an export do not, for theirs is the name of a collection.
func withFileDate(facts []protocol.Fact, e Entry) []protocol.Fact {
	path := e.Record
	if path == "" {
		path = e.Source
	}
	day := extract.PathDate(path)
	if day == "" {
		return facts
	}
	return append(slices.Clip(facts), protocol.Fact{Field: "date", Value: day, Rule: extract.FileNameRule})
}

// withoutFileDate is facts for the parts of a file that holds several documents.
func withoutFileDate(facts []protocol.Fact) []protocol.Fact {
	return slices.DeleteFunc(slices.Clone(facts), func(f protocol.Fact) bool { return f.Rule == extract.FileNameRule })
}
