package action

import (
	"context"
	"errors"
	"fmt"
	"strings"
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

// TestVisitComesBack: what a visitor has set holds at the next visit, in the engine
// too, and half a note.
func TestVisitComesBack(t *testing.T) {
	fields, decisions := map[string]string{}, 0
	engine := publisher{}
	engine.list = func(context.Context, protocol.StoryPage) (coord.StoryList, error) { return coord.StoryList{}, nil }
	engine.amend = func(_ context.Context, id protocol.DocID, c protocol.Correction) error {
		fields[fmt.Sprint(id, " ", c.Field)] = strings.Join(c.Values, ",")
		return nil
	}
	engine.regroup = func(_ context.Context, r protocol.Regroup) error {
		decisions = len(r.Decisions)
		return nil
	}
	b := setUp(t, engine)
	b.post(Correct, Correcting{ID: 1, Path: "ferry.txt", Correction: protocol.Correction{Field: "tags", Values: []string{"sea"}}})
	b.post(SaveSearch, KeptSearch{Name: "trains", Query: protocol.Query{Text: "train"}})
	b.loop.ConsumeAll()
	b.desk.changeDecisions(b.ctx, Change{Of: OfDecision}, []Decision{{Decision: protocol.Decision{Kind: protocol.NotCopies, A: "a", B: "b"}}}, 0)
	b.loop.ConsumeAll()
	b.post(Draft, Correcting{ID: 1, Path: "ferry.txt", Correction: protocol.Correction{Field: "note", Values: []string{"half"}}})
	b.loop.ConsumeAll()
	for range 2 {
		clear(fields)
		decisions = 0
		b = b.again(t, engine)
		if fields["1 tags"] != "sea" || fields["1 note"] != "half" || decisions != 1 {
			t.Errorf("the engine has %v and %d decisions", fields, decisions)
		}
		if s := state[Searches](b, SearchesState); len(s.Saved) != 1 {
			t.Errorf("searches: %+v", s)
		}
	}
	b.post(Correct, Correcting{ID: 1, Path: "ferry.txt", Correction: protocol.Correction{Field: "tags", Revert: true}})
	b.loop.ConsumeAll()
	clear(fields)
	if b.again(t, engine); len(fields) != 1 {
		t.Errorf("what was taken back is there again: %v", fields)
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
