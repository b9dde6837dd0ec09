package shard

import (
	"context"
	"fmt"
	"io"
	"sync"
	"sync/atomic"

	"clippings/wasm/internal/cluster"
	"clippings/wasm/internal/column"
	"clippings/wasm/internal/dedup"
	"clippings/wasm/internal/format"
	"clippings/wasm/internal/index"
	"clippings/wasm/internal/search"
	"clippings/wasm/internal/stem"
	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// File is an open source.
type File interface {
	io.ReaderAt
	io.Closer
	Size() int64
}

// Options are what a shard needs from the place it runs in.
type Options struct {
	// Open opens the file a handle stands for. The error is shown to the
	// person.
	Open func(protocol.File) (File, error)
	// Pause lets messages in, the cancelling of the work under way among them.
	// It is called every few milliseconds of work.
	Pause func()
	// Unpacker reads formats that are not part of this program; nil where all are.
	Unpacker *format.Unpacker
	// Params tell which pairs are kept; zero means dedup.DefaultParams.
	Params dedup.Params
	// Root is where workspaces are kept; nil where nothing can be.
	Root store.Root
	// Collection has what is published beside the page; nil: it is in Root.
	Collection store.Root
}

// Shard holds documents and answers calls about them. It is safe for several
// goroutines: files are added a document at a time between other calls.
type Shard struct {
	opts Options

	// writing is held while documents are added, made searchable or replaced,
	// which takes long and lets others in. It is taken before mu, never within.
	// The slice docs, columns, index and feeder are changed with both held.
	writing sync.Mutex
	kept    *keeping // what is written where, used with writing held

	mu       sync.RWMutex
	opening  *reopening // a workspace on its way; nil for none
	arriving *arriving  // what of a collection has not come yet; nil for nothing
	docs     []document
	byID     map[protocol.DocID]uint32
	index    *index.Index
	feeder   *search.Feeder
	columns  *column.Table  // what is known of each document
	langs    stem.Languages // those of all documents
	places   []place        // of each document compared so far, where it belongs
	exchange *comparison
	step     uint32            // of the exchange, the next one expected
	choices  choices           // for quick-open
	evidence *cluster.Evidence // what the last exchange found, at the lead
	past     past              // of the last exchange, at the lead
	found    *findings         // what was made of it, as it is shown
	next     *findings         // what was made of it since, until all shards know of it

	query     atomic.Pointer[parsed] // the last one asked
	exporting exporting              // which documents the export under way hands out
	packed    packed                 // workspace files on their way
	searching sync.Mutex             // held, within mu, while searcher works
	searcher  *search.Searcher
}

// place is where a document belongs among others.
type place struct {
	group   uint32 // its group of copies, 0 for none
	story   uint32 // its story, 0 if that has no other document
	isFirst bool   // of its group, it is the one that is shown
}

// New returns an empty shard.
func New(opts Options) *Shard {
	if opts.Params == (dedup.Params{}) {
		opts.Params = dedup.DefaultParams()
	}
	s := &Shard{opts: opts}
	s.clear()
	return s
}

func (s *Shard) clear() {
	if s.opening != nil {
		s.opening.giveUp(context.Canceled)
	}
	s.docs, s.places, s.kept, s.opening, s.arriving = nil, nil, nil, nil, nil
	s.byID = map[protocol.DocID]uint32{}
	s.index, s.columns, s.langs = index.New(), &column.Table{}, 0
	s.feeder = search.NewFeeder(s.index)
	s.searcher = search.New(s.index)
	s.exchange, s.step, s.choices = nil, 0, choices{}
	s.evidence, s.past, s.found, s.next = nil, past{}, &findings{}, nil
}

// handlers answer calls by kind. A kind without one is protocol.ErrUnknown.
var handlers = map[protocol.Kind]func(*Shard, context.Context, protocol.Call) ([]byte, error){
	protocol.KindHello:       handle(protocol.DecodeHello, (*Shard).hello),
	protocol.KindReset:       handle(protocol.DecodeReset, (*Shard).reset),
	protocol.KindIngest:      (*Shard).ingestCall,
	protocol.KindPreview:     (*Shard).previewCall,
	protocol.KindAmend:       handle(protocol.DecodeAmend, (*Shard).amend),
	protocol.KindRemove:      handle(protocol.DecodeRemove, (*Shard).remove),
	protocol.KindExchange:    handle(protocol.DecodeExchange, (*Shard).exchangeStep),
	protocol.KindRecounts:    handle(protocol.DecodeRecounts, (*Shard).recounts),
	protocol.KindRegroup:     handle(protocol.DecodeRegroup, (*Shard).regroup),
	protocol.KindAssign:      handle(protocol.DecodeAssign, (*Shard).assign),
	protocol.KindStoryPage:   handle(protocol.DecodeStoryPage, (*Shard).storyPage),
	protocol.KindRelated:     handle(protocol.DecodeRelated, (*Shard).related),
	protocol.KindPairPage:    handle(protocol.DecodePairPage, (*Shard).pairPage),
	protocol.KindSummaries:   handle(protocol.DecodeSummaries, (*Shard).summaries),
	protocol.KindSearchStats: handle(protocol.DecodeSearchStats, (*Shard).searchStats),
	protocol.KindSearchTop:   handle(protocol.DecodeSearchTop, (*Shard).searchTop),
	protocol.KindFacets:      handle(protocol.DecodeFacets, (*Shard).facets),
	protocol.KindExplain:     handle(protocol.DecodeExplain, (*Shard).explain),
	protocol.KindSuggest:     handle(protocol.DecodeSuggest, (*Shard).suggest),
	protocol.KindSnippets:    handle(protocol.DecodeSnippets, (*Shard).snippets),
	protocol.KindOpen:        handle(protocol.DecodeOpen, (*Shard).open),
	protocol.KindVersions:    handle(protocol.DecodeVersions, (*Shard).versions),
	protocol.KindWords:       handle(protocol.DecodeWords, (*Shard).words),
	protocol.KindShared:      handle(protocol.DecodeShared, (*Shard).shared),
	protocol.KindQuickOpen:   handle(protocol.DecodeQuickOpen, (*Shard).quickOpen),
	protocol.KindTexts:       handle(protocol.DecodeTexts, (*Shard).texts),
	protocol.KindMatching:    handle(protocol.DecodeMatching, (*Shard).matching),
	protocol.KindNarrow:      handle(protocol.DecodeNarrow, (*Shard).narrow),
	protocol.KindCollate:     handle(protocol.DecodeCollate, (*Shard).collate),
	protocol.KindBeside:      handle(protocol.DecodeBeside, (*Shard).beside),
	protocol.KindSynopsis:    handle(protocol.DecodeSynopsis, (*Shard).synopsis),
	protocol.KindExport:      handle(protocol.DecodeExport, (*Shard).export),
	protocol.KindReport:      handle(protocol.DecodeReport, (*Shard).report),
	protocol.KindKeep:        handle(protocol.DecodeKeep, (*Shard).keep),
	protocol.KindSettle:      handle(protocol.DecodeSettle, (*Shard).settle),
	protocol.KindReopen:      handle(protocol.DecodeReopen, (*Shard).reopen),
	protocol.KindWorkspaces:  handle(protocol.DecodeWorkspaces, (*Shard).workspaces),
	protocol.KindRest:        handle(protocol.DecodeRest, (*Shard).rest),
	protocol.KindForgetKept:  handle(protocol.DecodeForgetKept, (*Shard).forgetKept),
	protocol.KindPack:        handle(protocol.DecodePackWorkspace, (*Shard).pack),
	protocol.KindTakeIn:      handle(protocol.DecodeTakeIn, (*Shard).takeIn),
}

// handle joins a request's decoder and the method that answers it.
func handle[Q any, R protocol.Response](
	decode func([]byte) (Q, error), answer func(*Shard, context.Context, Q) (R, error),
) func(*Shard, context.Context, protocol.Call) ([]byte, error) {
	return func(s *Shard, ctx context.Context, c protocol.Call) ([]byte, error) {
		q, err := decode(c.Body)
		if err != nil {
			return nil, err
		}
		if err := s.await(ctx, q); err != nil {
			return nil, err
		}
		r, err := complete(ctx, s, func() (R, error) { return answer(s, ctx, q) })
		if err != nil {
			return nil, err
		}
		return r.AppendTo(nil), nil
	}
}

// Call implements protocol.Shard.
func (s *Shard) Call(ctx context.Context, c protocol.Call) ([]byte, error) {
	h := handlers[c.Kind]
	if h == nil {
		return nil, fmt.Errorf("shard: kind %d: %w", c.Kind, protocol.ErrUnknown)
	}
	b, err := h(s, ctx, c)
	if err != nil {
		return nil, fmt.Errorf("shard: %s: %w", c.Kind, err)
	}
	return b, nil
}

func (s *Shard) hello(context.Context, protocol.Hello) (protocol.Welcome, error) {
	return protocol.Welcome{Version: protocol.Version}, nil
}

func (s *Shard) reset(context.Context, protocol.Reset) (protocol.Done, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.clear()
	return protocol.Done{}, nil
}

// yield is what long loops call: it lets messages in and reports whether the
// work was cancelled.
func (s *Shard) yield(ctx context.Context) func() error {
	return func() error {
		s.opts.Pause()
		return ctx.Err()
	}
}
