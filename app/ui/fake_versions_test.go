package ui

import (
	"context"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// Story knows the two stories of the pile.
func (f *fakeEngine) Story(_ context.Context, id protocol.DocID) (coord.StoryList, error) {
	for i := range 2 {
		story := fakeStory(i)
		list := coord.StoryList{Summaries: coord.Summaries{}, Stories: protocol.Stories{Stories: []protocol.Story{story}}}
		list.Add(&story)
		for _, other := range story.DocIDs() {
			list.Summaries[other] = f.summary(int(other.Source()))
		}
		if _, ok := list.Summaries[id]; ok {
			return list, f.failing
		}
	}
	return coord.StoryList{}, protocol.ErrNotFound
}

func (f *fakeEngine) Synopsis(context.Context, protocol.Story) (coord.Synopsis, error) {
	return given(f, f.synopsis)
}

func (f *fakeEngine) Collate(context.Context, protocol.DocID) (coord.Collation, error) {
	return given(f, f.collation)
}

func (f *fakeEngine) Beside(context.Context, protocol.DocID, protocol.DocID) (coord.Facing, error) {
	return given(f, f.facing)
}

// given is the answer a test has given the engine, if it has.
func given[R any](f *fakeEngine, answer *R) (R, error) {
	var none R
	switch {
	case f.failing != nil:
		return none, f.failing
	case answer == nil:
		return none, protocol.ErrNotFound
	}
	return *answer, nil
}
