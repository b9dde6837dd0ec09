package action

import (
	"context"
	"errors"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// publisher is an engine beside whose page there is a collection of one text.
type publisher struct {
	scripted
	err      error
	rest     error
	unlisted int
}

func (p publisher) OpenCollection(context.Context, []byte) (coord.Opened, error) {
	if p.unlisted > 0 {
		return coord.Opened{Workspace: coord.Workspace{Documents: p.unlisted}}, nil
	}
	return coord.Opened{Entries: []protocol.Entry{{ID: 1, Path: "ferry.txt"}}}, p.err
}

func (p publisher) OpenLedger([]byte) ([]protocol.Entry, error) { return nil, nil }

func (p publisher) PrepareCollection(context.Context) error { return nil }

func (p publisher) FetchCollection(context.Context) error { return p.rest }

func TestPublishedIsOpenedAtStart(t *testing.T) {
	engine := publisher{}
	engine.list = func(context.Context, protocol.StoryPage) (coord.StoryList, error) { return coord.StoryList{}, nil }
	b := setUp(t, engine)
	b.loop.ConsumeAll()
	p := state[Published](b, PublishedState)
	if !p.Is || p.Status != Ready || !p.IsWhole || p.Err != nil {
		t.Errorf("published is %+v", p)
	}
	if ledger := state[Ledger](b, LedgerState); ledger.Read != 1 {
		t.Errorf("%d documents, want 1", ledger.Read)
	}
	if s := state[Import](b, ImportState); s.Status != Ready || s.Runs != 1 {
		t.Errorf("the import is %+v", s)
	}
}

// Documents that no ledger tells of yet lead from the first page too.
func TestPublishedWithoutItsLedger(t *testing.T) {
	engine := publisher{unlisted: 7}
	engine.list = func(context.Context, protocol.StoryPage) (coord.StoryList, error) { return coord.StoryList{}, nil }
	b := setUp(t, engine)
	b.loop.ConsumeAll()
	if s, l := state[Import](b, ImportState), state[Ledger](b, LedgerState); s.Read != 7 || l.Read != 7 {
		t.Errorf("%d and %d documents, want 7", s.Read, l.Read)
	}
}

func TestPublishedThatFails(t *testing.T) {
	gone := errors.New("the host is gone")
	for _, engine := range []publisher{{err: gone}, {rest: gone}} {
		engine.list = func(context.Context, protocol.StoryPage) (coord.StoryList, error) { return coord.StoryList{}, nil }
		b := setUp(t, engine)
		b.loop.ConsumeAll()
		if p := state[Published](b, PublishedState); !errors.Is(p.Err, gone) || p.IsWhole {
			t.Errorf("%+v: published is %+v", engine.rest, p)
		}
	}
}

// A page without a collection shows none.
func TestNothingPublished(t *testing.T) {
	b := setUp(t, scripted{})
	b.loop.ConsumeAll()
	if b.desk.published.Is {
		t.Error("a collection is shown")
	}
}
