package action

import (
	"context"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// handleSiftStories asks what the documents have in common of which the stories
// listed hold one. It is asked of the list that is there, and once.
func (d *Desk) handleSiftStories(ctx app.Context, _ app.Action) {
	f, list := &d.sifted, &d.stories
	if list.Status != Ready || f.Status != Idle && d.facetsOf == list.Version {
		return
	}
	d.facetsOf = list.Version
	f.Status = Loading
	ctx.SetState(SiftedState, *f)
	q := list.Query
	ask(ctx, d, &d.sifting, question[coord.Facets]{
		put: func(work context.Context, e Engine) (coord.Facets, error) { return e.Facets(work, q) },
		answered: func(ctx app.Context, answer coord.Facets, err error) {
			*f = Facets{Status: Ready, Query: q, Answer: answer, Version: f.Version + 1}
			if err != nil {
				*f = Facets{Status: Failed, Err: err, Query: q, Version: f.Version}
			}
			ctx.SetState(SiftedState, *f)
		},
	})
}

// tallied is a part of the list of stories and how many there are in all, if that
// had to be asked.
type tallied struct {
	coord.StoryList
	all int
}

// tally fetches a part of the list and, when only some stories are listed and it is
// not known yet, how many there are.
func (s *Stories) tally(page protocol.StoryPage) func(context.Context, Engine) (tallied, error) {
	q, anew := s.Query, s.Status != Ready
	return func(ctx context.Context, e Engine) (tallied, error) {
		list, err := e.StoriesOf(ctx, q, page)
		t := tallied{StoryList: list, all: int(list.Total)}
		if err != nil || q == (protocol.Query{}) || !anew {
			return t, err
		}
		whole, err := e.StoriesOf(ctx, protocol.Query{}, protocol.StoryPage{})
		t.all = int(whole.Total)
		return t, err
	}
}
