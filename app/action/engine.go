package action

import (
	"context"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// Engine is the whole corpus as the page sees it. Its methods block, may be
// called from several goroutines, and end early with the error of their context.
type Engine interface {
	// Ingest reads sources and finds copies and stories. It gives the sources
	// their ordinals. Progress is called as the work proceeds, and not after
	// Ingest has returned.
	Ingest(ctx context.Context, sources []protocol.Source, progress func(coord.Progress)) (coord.Imported, error)
	// Preview tells what a file seems to be, with the first rows of a table.
	Preview(ctx context.Context, source protocol.Source, rows uint32) (protocol.Previewed, error)
	// Amend puts a field of a document right: protocol.ErrField if it cannot
	// have the value.
	Amend(ctx context.Context, id protocol.DocID, c protocol.Correction) error
	// Summaries gives what lists show of documents.
	Summaries(ctx context.Context, ids []protocol.DocID) (coord.Summaries, error)
	// StoriesOf gives a part of the list of the stories of which a document matches
	// q; of all when q is empty.
	StoriesOf(ctx context.Context, q protocol.Query, page protocol.StoryPage) (coord.StoryList, error)
	// Story gives the story that a document is in.
	Story(ctx context.Context, id protocol.DocID) (coord.StoryList, error)
	// Synopsis tells what the texts of a story share and what only one has.
	Synopsis(ctx context.Context, s protocol.Story) (coord.Synopsis, error)
	// Collate tells in what the copies of a document differ from it:
	// protocol.ErrNotFound if it has none.
	Collate(ctx context.Context, base protocol.DocID) (coord.Collation, error)
	// Beside sets two documents side by side.
	Beside(ctx context.Context, a, b protocol.DocID) (coord.Facing, error)
	// Search gives a part of the hits of a query.
	Search(ctx context.Context, s coord.Search) (coord.Results, error)
	// Facets tells what the documents that a query finds have in common.
	Facets(ctx context.Context, q protocol.Query) (coord.Facets, error)
	// Count tells how much a query finds.
	Count(ctx context.Context, q protocol.Query) (coord.Tally, error)
	// Explain tells why a document stands where it stands among the hits of q.
	Explain(ctx context.Context, q protocol.Query, id protocol.DocID) (protocol.Explanation, error)
	// Versions gives the passage of a hit as it stands in what is folded into it.
	Versions(ctx context.Context, q protocol.Query, h coord.Hit) ([]protocol.PassageVersion, error)
	// Suggest tells what may be meant by what is being typed in a query.
	Suggest(ctx context.Context, q protocol.Suggest) (protocol.Suggestions, error)
	// Open gives a document to be read. The matches of q are marked in it.
	Open(ctx context.Context, id protocol.DocID, q protocol.Query) (coord.Article, error)
	// Document gives a document alone, with the matches of q marked.
	Document(ctx context.Context, id protocol.DocID, q protocol.Query) (protocol.Opened, error)
	// Compare tells how two documents are related, and on what grounds.
	Compare(ctx context.Context, a, b protocol.DocID) (coord.Kinship, error)
	// Regroup groups all documents, and those that come later, by other settings
	// and decisions.
	Regroup(ctx context.Context, rules protocol.Regroup) error
	// QuickOpen gives titles, files, outlets and people that hold the letters of q in
	// order.
	QuickOpen(ctx context.Context, q protocol.QuickOpen) ([]protocol.Choice, error)
	// Export hands out documents, or the report of copies.
	Export(ctx context.Context, x coord.Export, out coord.Out) error
	// ExportSize tells how much Export would hand out.
	ExportSize(ctx context.Context, x coord.Export) (coord.ExportSize, error)
	// Reset forgets all documents.
	Reset(ctx context.Context) error
}
