package coord

import "clippings/wasm/protocol"

// Progress tells how far bringing files in has come.
type Progress struct {
	Phase     Phase
	Bytes     uint64 // read so far
	Total     uint64 // bytes of all files given
	Files     uint32 // finished so far
	AllFiles  uint32
	Documents uint32 // found so far
	Skipped   uint32 // files and records left out so far
	Path      string // a file being read
}

// Phase is what bringing in is busy with.
type Phase uint8

const (
	Reading   Phase = iota // files are read, cleaned and indexed
	Comparing              // copies and stories are found
)

// Imported tells what came of bringing files in.
type Imported struct {
	Entries  []protocol.Entry // one a document and one a file or record left out, sorted by path and record
	Replaced []string         // paths of files that were here and were read anew: older entries of theirs no longer hold
	Canceled bool             // stopped by the person: what was read until then is kept
	Lost     int              // shards lost on the way

	// Uncompared: finding copies and stories was stopped; what was read stands in
	// none yet.
	Uncompared bool
}

// Summaries holds what a list shows of each document by its ID.
type Summaries map[protocol.DocID]protocol.Summary

// StoryList is a part of the list of stories with what to show of it.
type StoryList struct {
	protocol.Stories
	Summaries Summaries
}

// Search is a query and the part of its results that is wanted.
type Search struct {
	Query  protocol.Query
	Offset uint32
	Limit  uint32
}

// Results are a part of the hits of a search. The counts are exact and of the
// whole result.
type Results struct {
	Query     protocol.Query
	Hits      []Hit
	Total     uint64 // hits: a group of copies is one
	Documents uint64 // that match, copies counted each
	Errors    []protocol.QueryError
	Lost      int // shards that could not answer: the result is partial
}

// Hit is a document that matches, with its excerpt. Of a group of copies the
// best is the hit.
type Hit struct {
	protocol.Excerpt
	Score  float64
	Copies uint32 // other documents of its group that match too
}

// Article is a document opened to be read, with what it shares with others.
type Article struct {
	protocol.Opened
	Relatives protocol.Relatives
	Passages  []protocol.Passage
	Summaries Summaries // of all documents that Relatives and Passages name
}

// Kinship is all that is known of two documents.
type Kinship struct {
	Pair       protocol.Pair // with the final relation
	Comparison protocol.Comparison
	SameStory  bool
}
