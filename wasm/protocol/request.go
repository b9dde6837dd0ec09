package protocol

import "context"

// Version is the version of the wire format. Two halves of the program that do
// not agree on it do not talk: the page asks the person to reload.
//
// History:
//
//	1: ingest, exchange, stories, search, documents, passages, quick-open.
//	2: recipes, parts, previews, corrections, removal; trust in facts, contributors.
//	3: settings, decisions, origins; comparisons of wording; relations in another order.
//	4: plans, standings, facets, suggestions, explanations, versions of a passage; tags; stories told to all shards.
//	5: collations, texts side by side, synopses, speeches; narrowed lists of stories; notes.
//	6: workspaces kept on the device; exports; collections that come in parts.
const Version = 6

// Kind says what a request asks. The values are part of the wire format:
// append, never renumber.
type Kind uint8

const (
	KindHello Kind = iota + 1
	KindIngest
	KindExchange
	KindStoryPage
	KindRelated
	KindPairPage
	KindSummaries
	KindSearchStats
	KindSearchTop
	KindSnippets
	KindOpen
	KindWords
	KindShared
	KindQuickOpen
	KindReset
	KindPreview
	KindAmend
	KindRemove
	KindUnpack
	KindUnpackNext
	KindRecounts
	KindRegroup
	KindAssign
	KindFacets
	KindExplain
	KindVersions
	KindSuggest
	KindTexts
	KindCollate
	KindBeside
	KindSynopsis
	KindMatching
	KindNarrow
	KindKeep
	KindSettle
	KindReopen
	KindWorkspaces
	KindForgetKept
	KindExport
	KindReport
	KindRest
	KindPack
	KindTakeIn
	numKinds
)

var kindNames = [numKinds]string{
	"", "hello", "ingest", "exchange", "story page", "related", "pair page", "summaries",
	"search stats", "search top", "snippets", "open", "words", "shared", "quick-open", "reset",
	"preview", "amend", "remove", "unpack", "unpack next", "recounts", "regroup", "assign",
	"facets", "explain", "versions", "suggest",
	"texts", "collate", "beside", "synopsis", "matching", "narrow",
	"keep", "settle", "reopen", "workspaces", "forget kept",
	"export", "report", "rest", "pack", "take in",
}

// String is the kind's name for messages to people.
func (k Kind) String() string {
	if k > 0 && k < numKinds {
		return kindNames[k]
	}
	return "unknown"
}

// Request is a question whose answer is an R: the type of the question fixes
// the type of the answer when the program is compiled.
type Request[R any] interface {
	Kind() Kind
	// AppendTo appends the request's binary form to b.
	AppendTo(b []byte) []byte
	// DecodeResponse reads the answer. It never panics; errors are ErrCorrupt.
	DecodeResponse(b []byte) (R, error)
}

// Response is the answer's side of the same contract.
type Response interface {
	AppendTo(b []byte) []byte
}

// Progress tells how far a request has come.
type Progress struct {
	Bytes     uint64 // of the sources read so far
	Documents uint32 // found so far
	Skipped   uint32 // files and records left out so far
	Path      string // the source being read
}

// Call is a request on its way to a shard.
type Call struct {
	Kind  Kind
	Body  []byte // the request's binary form; the shard may keep it
	Files []File // handles that travel beside it
	// Progress is told how far the work has come. It may be nil.
	Progress func(Progress)
}

// Shard holds a part of the corpus and answers calls about it. It is
// implemented in process by the engine and, for a worker, by rpc.Client.
//
// A shard answers one phase of a question for its own documents; package coord
// makes whole answers from many shards. Calls may run concurrently.
type Shard interface {
	// Call answers in the binary form that the request's DecodeResponse reads.
	// Errors can be tested with errors.Is against the sentinels of this package
	// and context.Canceled.
	Call(ctx context.Context, c Call) ([]byte, error)
}

// Do asks a shard and decodes its answer.
func Do[R any](ctx context.Context, s Shard, q Request[R]) (R, error) {
	return DoProgress(ctx, s, q, nil)
}

// DoProgress is Do for long work: progress, if not nil, is called as it
// proceeds, never after DoProgress has returned.
func DoProgress[R any](ctx context.Context, s Shard, q Request[R], progress func(Progress)) (R, error) {
	c := Call{Kind: q.Kind(), Body: q.AppendTo(nil), Progress: progress}
	if f, ok := q.(interface{ Files() []File }); ok {
		c.Files = f.Files()
	}
	b, err := s.Call(ctx, c)
	if err != nil {
		var none R
		return none, err
	}
	return q.DecodeResponse(b)
}
