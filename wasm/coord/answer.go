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

	// NotKept is why the import is not kept to its end in the workspace that KeepTo
	// named: nil, or what Save says. What was kept until then is there.
	NotKept error

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
	Total     uint64 // hits: documents folded into one are one
	Documents uint64 // that match, each counted
	Errors    []protocol.QueryError
	Filters   []protocol.QueryFilter // in force, of Query.Text
	Also      []Spelling             // what else was searched for
	Some      bool                   // no document has all of the words: these have some
	Lost      int                    // shards that could not answer: the result is partial
}

// Spelling is a word of a query and how else it was searched.
type Spelling struct {
	Word  string
	Forms []string // other forms of the same word, the most frequent first
	Typos []string // words it may be a slip for, the nearest first
}

// Hit is a document that matches, with its excerpt. Of those folded into one the
// best is the hit.
type Hit struct {
	protocol.Excerpt
	protocol.Standing
	Group  uint32 // number of what it is folded into, 0 for nothing
	Copies uint32 // other documents folded into it that match too
}

// Tally is how much a query finds.
type Tally struct {
	Occurrences uint64 // places where a part of the query stands
	Documents   uint64
	Texts       uint64 // copies counted once
	Errors      []protocol.QueryError
	Also        []Spelling
	Some        bool
	Lost        int
}

// Facets is what the documents of a result have in common. Counts are of
// documents, copies counted each.
type Facets struct {
	Facets  []protocol.Facet // values by falling count
	Days    []protocol.DayCount
	Undated uint64
	Stories []StoryCount // those with the most documents
}

// StoryCount is a story and how many of its documents are in a result. A search
// for story:"NAME", with the name of its Summary, finds all of them.
type StoryCount struct {
	Number    uint32
	Summary   protocol.Summary // of its first document
	Documents uint64
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

// Collation is what copies of a text differ in.
type Collation struct {
	protocol.Collation
	Base      protocol.Document // the reading text
	Group     protocol.Group
	Summaries Summaries // of the group
	Left      int       // copies that were left out, there being too many
}

// Facing is two documents side by side.
type Facing struct {
	Here, There protocol.Document
	protocol.Sides
	Among []protocol.Summary // of the story of Here, itself first: what either can be changed for
}

// Synopsis is what the texts of a story have in common and what only one has.
type Synopsis struct {
	protocol.Parallels
	Texts []protocol.Document // as Parallels numbers them
	Left  int                 // texts that were left out, there being too many
}
