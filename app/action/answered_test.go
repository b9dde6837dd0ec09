package action

import (
	"context"
	"errors"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// collator is an engine that counts how often it was asked to collate.
type collator struct {
	scripted
	asked *[]protocol.DocID
	err   error
}

func (c collator) Collate(_ context.Context, base protocol.DocID) (coord.Collation, error) {
	*c.asked = append(*c.asked, base)
	return coord.Collation{Base: protocol.Document{ID: base}}, c.err
}

// TestAnswersAreKept holds that a question is put once until something changes.
func TestAnswersAreKept(t *testing.T) {
	var asked []protocol.DocID
	b := setUp(t, collator{asked: &asked})
	put := func(id protocol.DocID) {
		b.post(Collate, id)
		b.loop.ConsumeAll()
	}
	put(doc(3))
	put(doc(3))
	got := state[Versions](b, VersionsState)
	if got.Status != Ready || got.Answer.Base.ID != doc(3) || len(asked) != 1 {
		t.Fatalf("asked %v, got %+v", asked, got)
	}
	put(doc(4))
	b.ctx.Dispatch(b.desk.refreshOthers)
	b.loop.ConsumeAll()
	if got := state[Versions](b, VersionsState); got.Status != Idle {
		t.Errorf("after a change the answer is still %v", got.Status)
	}
	put(doc(4))
	if len(asked) != 3 {
		t.Errorf("asked %v, want 3, 4, 4", asked)
	}
}

// TestFailureIsToldOnce holds that what failed is not put again and again.
func TestFailureIsToldOnce(t *testing.T) {
	var asked []protocol.DocID
	b := setUp(t, collator{asked: &asked, err: protocol.ErrNotFound})
	put := func(id protocol.DocID) {
		b.post(Collate, id)
		b.loop.ConsumeAll()
	}
	put(doc(3))
	put(doc(3))
	got := state[Versions](b, VersionsState)
	if got.Status != Failed || !errors.Is(got.Err, protocol.ErrNotFound) || got.Answer != nil || len(asked) != 1 {
		t.Errorf("asked %v, got %+v", asked, got)
	}
}
