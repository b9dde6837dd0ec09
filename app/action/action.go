// Package action is what the person can do: bring files in, look at stories,
// say what belongs together, search, open a text. Views post an action by name;
// a Desk carries it out with the engine, away from the goroutine that draws, and
// writes what came of it into a state, which views observe:
//
//	ui (a click) -> action -> Desk -> Engine ... -> state -> ui (what is shown)
//
// States are plain values. A newer request of one kind ends the older: what is
// shown always answers the last question asked.
package action

// Actions, by the name under which views post them, and their values.
const (
	Bring        = "clippings/bring"        // Batch: files to read
	ChangeTable  = "clippings/table"        // TableChange: another way to read a table that waits
	BringTables  = "clippings/table/bring"  // nil: the tables that wait, as they are shown
	LeaveTables  = "clippings/table/leave"  // nil: none of them
	Reread       = "clippings/reread"       // Rereading
	Correct      = "clippings/correct"      // Correcting
	Limit        = "clippings/limits"       // protocol.Limits, for files brought in from now on
	ExportLedger = "clippings/ledger/save"  // []protocol.Entry: those to save as CSV
	CopyLedger   = "clippings/ledger/copy"  // []protocol.Entry: those to copy as a table
	CancelBring  = "clippings/bring/cancel" // nil
	FindCopies   = "clippings/bring/copies" // nil: finish what was stopped
	ListStories  = "clippings/stories"      // Range
	PickStories  = "clippings/stories/pick" // Picking: which of them, in which order
	SiftStories  = "clippings/stories/sift" // nil: what those listed have in common
	Find         = "clippings/search"       // protocol.Query
	FindShown    = "clippings/search/shown" // protocol.Query: as Find, unless it was asked last, while typing or not
	FindMore     = "clippings/search/more"  // nil: the next hits of the query shown
	ShowCopies   = "clippings/hit/copies"   // coord.Hit: what is folded into a hit shown
	Explain      = "clippings/hit/why"      // protocol.DocID: of a hit shown
	Read         = "clippings/read"         // Reading
	Choose       = "clippings/choose"       // string: letters typed in the palette
	Regroup      = "clippings/group"        // protocol.Settings
	Decide       = "clippings/group/decide" // Deciding
	TakeBack     = "clippings/group/back"   // protocol.Decision
	Compare      = "clippings/compare"      // Comparing
	Tell         = "clippings/story"        // protocol.DocID: a document of the story
	Collate      = "clippings/versions"     // protocol.DocID: the reading text
	Face         = "clippings/beside"       // Comparing: to be set side by side

	ExportVersions = "clippings/versions/save" // VersionTable: to save as CSV

	Suggest       = "clippings/suggest"        // protocol.Suggest: what stands in the search box
	Remember      = "clippings/history"        // protocol.Query: it was followed
	ForgetHistory = "clippings/history/forget" // nil
	SaveSearch    = "clippings/saved"          // KeptSearch: to save, or to call otherwise
	DropSearch    = "clippings/saved/drop"     // protocol.Query: not to be saved any more
	CountQueries  = "clippings/queries"        // Querying
	ResumeQueries = "clippings/queries/resume" // nil: those not counted yet
	StopQueries   = "clippings/queries/stop"   // nil
	ForgetQueries = "clippings/queries/forget" // nil
	ExportQueries = "clippings/queries/save"   // []int32: places of the lines to save as CSV

	SaveTable = "clippings/save/table" // Table
	SaveText  = "clippings/save/text"  // Text

	Prefer    = "clippings/prefer" // Preferences
	Forget    = "clippings/forget" // Kept: what is kept on this device
	Undo      = "clippings/undo"   // nil: the last change, and again the one before
	Redo      = "clippings/redo"   // nil: what was undone last
	StartOver = "clippings/reset"  // nil
)

// States, by the name under which views observe them, and their types.
const (
	EngineState  = "clippings/state/engine"  // Starting
	ImportState  = "clippings/state/import"  // Import
	TablesState  = "clippings/state/tables"  // Tables
	LimitsState  = "clippings/state/limits"  // protocol.Limits
	SavedState   = "clippings/state/saved"   // Saved: what came of saving or copying
	LedgerState  = "clippings/state/ledger"  // Ledger
	StoriesState = "clippings/state/stories" // Stories
	SiftedState  = "clippings/state/sifted"  // Facets: of the stories listed
	ResultsState = "clippings/state/results" // Results
	CountedState = "clippings/state/counted" // Counted
	FacetsState  = "clippings/state/facets"  // Facets
	HitsState    = "clippings/state/hits"    // Hits
	ArticleState = "clippings/state/article" // Article
	ChoicesState = "clippings/state/choices" // Choices

	GroupingState = "clippings/state/grouping" // Grouping
	WhyState      = "clippings/state/why"      // Why
	ToldState     = "clippings/state/told"     // Told
	VersionsState = "clippings/state/versions" // Versions
	FacingState   = "clippings/state/facing"   // Facing

	SuggestedState = "clippings/state/suggested" // Suggested
	SearchesState  = "clippings/state/searches"  // Searches
	QueriesState   = "clippings/state/queries"   // QueryList

	ChangesState     = "clippings/state/changes"     // Changes
	PreferencesState = "clippings/state/preferences" // Preferences
	KeepingState     = "clippings/state/keeping"     // Keeping
)

// Status tells how far an answer has come.
type Status uint8

const (
	Idle    Status = iota // never asked
	Loading               // asked, not answered; what stands there is of the question before
	Ready                 // answered
	Failed                // not answered; Err says why
)

// Starting tells whether the engine has started.
type Starting struct {
	Status Status
	Err    error
}
