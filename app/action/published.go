package action

import (
	"context"
	"sync"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/files"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// Actions upon the collection that was published beside the page.
const (
	KeepPublished   = "clippings/published/keep"   // nil: for use offline
	ForgetPublished = "clippings/published/forget" // nil: not any more
	ListPublished   = "clippings/published/list"   // nil: what files it is made of, if that has not come
)

// PublishedState is the name of the state Published.
const PublishedState = "clippings/state/published"

// Published is the collection beside the page, which is opened by itself:
//
//	Loading  what the list of stories is made of is fetched
//	Ready    the list is there; for every question what it needs comes
//	IsWhole  all has come: a small one does at once, any other when the visitor adds
//	         files, which are compared with it
type Published struct {
	files.Published
	Is      bool // there is one
	Status  Status
	Err     error
	Loaded  int64 // bytes that have come
	IsWhole bool
	Listing Status // of what files it is made
	ListErr error
	Keeping Status
	KeepErr error
}

// A Publisher is an engine that opens what was published beside the page.
type Publisher interface {
	// OpenCollection takes up a collection by the file that tells of it.
	OpenCollection(ctx context.Context, file []byte) (coord.Opened, error)
	// OpenLedger tells what is in it, by the file that lists that.
	OpenLedger(file []byte) ([]protocol.Entry, error)
	// PrepareCollection has come what all questions need.
	PrepareCollection(ctx context.Context) error
	// FetchCollection has all of it come that has not yet.
	FetchCollection(ctx context.Context) error
}

// wholeBytes is up to what size a collection comes whole without being asked for:
// the page needs its host no more then. Over a slow line of 1.6 Mbit/s that is 20
// seconds, after the list is shown.
const wholeBytes = 4 << 20

func (d *Desk) setUpPublished(ctx app.Context) {
	ctx.Handle(KeepPublished, func(ctx app.Context, _ app.Action) {
		d.keepPublished(ctx, files.KeepPublished, true)
	})
	ctx.Handle(ListPublished, func(ctx app.Context, _ app.Action) {
		if p := &d.published; p.Is && p.Status == Ready && (p.Listing == Idle || p.Listing == Failed) {
			ctx.Async(func() { _ = d.listPublished(ctx) })
		}
	})
	ctx.Handle(ForgetPublished, func(ctx app.Context, _ app.Action) {
		d.keepPublished(ctx, files.ForgetPublished, false)
	})
}

// openPublished opens the collection, if the engine that has started is for one.
// What is brought in meanwhile waits, as it does during an import.
func (d *Desk) openPublished(ctx app.Context) {
	engine, ok := d.engine.(Publisher)
	if !ok {
		return
	}
	now := time.Now()
	d.bringing.state = Import{Status: Loading, Started: now, Now: now}
	d.bringing.cancel = func() {}
	d.published = Published{Is: true, Status: Loading}
	d.hearPublished(ctx)
	first := protocol.StoryPage{Order: d.stories.Order, Limit: StoryPageLen}
	ctx.Async(func() {
		about, err := files.FindPublished(ctx)
		if err == nil && about != nil {
			ctx.Dispatch(func(ctx app.Context) {
				d.published.Published = *about
				d.showPublished(ctx)
			})
		}
		var opened coord.Opened
		var file []byte
		if err == nil {
			file, err = files.PublishedFile(ctx, "corpus")
		}
		if err == nil {
			opened, err = engine.OpenCollection(ctx, file)
		}
		ctx.Dispatch(func(ctx app.Context) { d.openedPublished(ctx, opened, err) })
		if err != nil {
			files.ClosePublished()
			return
		}
		_, _ = d.engine.StoriesOf(ctx, protocol.Query{}, first) // what is seen comes before the rest
		_ = engine.PrepareCollection(ctx)                       // whatever did not come is asked for by the first question
		d.takeUpVisit(ctx)
		files.ShownPublished()
		if about == nil || about.Bytes <= wholeBytes {
			d.wholePublished(ctx, engine)
		}
	})
}

// wholePublished has all of the collection come. It must not be called on the
// goroutine of go-app's events.
func (d *Desk) wholePublished(ctx app.Context, engine Publisher) {
	err := engine.FetchCollection(ctx)
	if err == nil {
		files.ClosePublished()
	}
	ctx.Dispatch(func(ctx app.Context) {
		d.published.IsWhole, d.published.Err = err == nil, err
		d.showPublished(ctx)
	})
}

// listPublished has come what files the collection is made of, unless it is here. It
// must not be called on the goroutine of go-app's events.
func (d *Desk) listPublished(ctx app.Context) error {
	engine, ok := d.engine.(Publisher)
	if !ok || !d.published.Is {
		return nil
	}
	d.listing.Lock()
	defer d.listing.Unlock()
	if d.listing.done {
		return nil
	}
	d.toldListing(ctx, Loading, nil)
	file, err := files.PublishedFile(ctx, "ledger")
	var entries []protocol.Entry
	if err == nil && file != nil {
		entries, err = engine.OpenLedger(file)
	}
	if err != nil {
		d.toldListing(ctx, Failed, err)
		return err
	}
	ctx.Dispatch(func(ctx app.Context) {
		d.bringing.ledger = d.bringing.ledger.with(entries)
		ctx.SetState(LedgerState, d.bringing.ledger)
	})
	d.listing.done = true
	d.toldListing(ctx, Ready, nil)
	return nil
}

// listing is held while what files a collection is made of is fetched.
type listing struct {
	sync.Mutex
	done bool
}

func (d *Desk) toldListing(ctx app.Context, s Status, err error) {
	ctx.Dispatch(func(ctx app.Context) {
		d.published.Listing, d.published.ListErr = s, err
		d.showPublished(ctx)
	})
}

// addedPublished follows what was brought in, for which all has come.
func (d *Desk) addedPublished(ctx app.Context) {
	engine, ok := d.engine.(Publisher)
	if !ok || !d.published.Is || d.published.IsWhole || d.published.Status != Ready {
		return
	}
	ctx.Async(func() { d.wholePublished(ctx, engine) })
}

// hearPublished shows what has come, now and then.
func (d *Desk) hearPublished(ctx app.Context) {
	d.showPublished(ctx)
	var last time.Time
	files.OnPublished(func(bytes int64) {
		if now := time.Now(); now.Sub(last) > progressEvery {
			last = now
			ctx.Dispatch(func(ctx app.Context) {
				d.published.Loaded = bytes
				d.showPublished(ctx)
			})
		}
	})
}

func (d *Desk) openedPublished(ctx app.Context, opened coord.Opened, err error) {
	p := &d.published
	p.Status, p.Err = Ready, nil
	if err != nil {
		p.Status, p.Err = Failed, err
	}
	d.showPublished(ctx)
	if err == nil && len(opened.Entries) == 0 {
		d.bringing.unlisted = opened.Workspace.Documents
	}
	d.ingested(ctx, coord.Imported{Entries: opened.Entries}, err)
}

func (d *Desk) showPublished(ctx app.Context) { ctx.SetState(PublishedState, d.published) }

// keepPublished has the collection kept for use offline, or not any more.
func (d *Desk) keepPublished(ctx app.Context, do func(context.Context) error, kept bool) {
	p := &d.published
	if p.Keeping == Loading {
		return
	}
	p.Keeping, p.KeepErr = Loading, nil
	d.showPublished(ctx)
	ctx.Async(func() {
		err := do(ctx)
		ctx.Dispatch(func(ctx app.Context) {
			if p.Keeping = Ready; err != nil {
				p.Keeping, p.KeepErr = Failed, err
			} else {
				p.IsKept = kept
			}
			d.showPublished(ctx)
		})
	})
}
