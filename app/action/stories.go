package action

import (
	"clippings/wasm/coord"
	"clippings/wasm/protocol"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// StoryPageLen is how many stories are fetched at once: two to three screens.
const StoryPageLen = 50

// Stories is the list of stories as far as it was fetched.
type Stories struct {
	Status Status
	Err    error
	Picking
	All       int // stories, those that are not listed too
	Total     int // stories listed
	Documents int
	Texts     int // distinct texts
	Groups    int // groups of copies
	// Pages holds what was fetched, by number: page n begins at story
	// n*StoryPageLen. It is shared and only grows while Version stays.
	Pages   map[int]coord.StoryList
	Version int // of the list: what was known of another is void
	Loaded  int // pages fetched, so that a change shows
}

// Picking says which stories are listed and in which order.
type Picking struct {
	Query protocol.Query // those of which a document matches; all when it is empty
	Order protocol.StoryOrder
}

// At is a story by its place in the list; false when it was not fetched yet.
func (s Stories) At(i int) (protocol.Story, coord.Summaries, bool) {
	page, ok := s.Pages[i/StoryPageLen]
	if !ok || i%StoryPageLen >= len(page.Stories.Stories) {
		return protocol.Story{}, nil, false
	}
	return page.Stories.Stories[i%StoryPageLen], page.Summaries, true
}

// Range is a part of a list, half open.
type Range struct{ From, To int }

func (d *Desk) handleListStories(ctx app.Context, a app.Action) {
	want, ok := a.Value.(Range)
	if !ok {
		return
	}
	if d.stories.Status == Idle {
		d.refreshStories(ctx, 0)
		return
	}
	if d.stories.Status != Ready {
		return
	}
	for n := want.From / StoryPageLen; n*StoryPageLen < min(want.To, d.stories.Total); n++ {
		if _, have := d.stories.Pages[n]; !have {
			d.fetchStories(ctx, n)
			return // the next comes when this one has: views ask again
		}
	}
}

func (d *Desk) handlePickStories(ctx app.Context, a app.Action) {
	p, ok := a.Value.(Picking)
	if !ok || p == d.stories.Picking {
		return
	}
	d.stories.Picking = p
	if d.stories.Status != Idle {
		d.refreshStories(ctx, 0)
	}
}

// refreshStories begins the list anew, with the part around a story. What stands
// there stays until the answer.
func (d *Desk) refreshStories(ctx app.Context, near int) {
	d.stories.Status = Loading
	ctx.SetState(StoriesState, d.stories)
	d.fetchStories(ctx, near/StoryPageLen)
}

func (d *Desk) fetchStories(ctx app.Context, n int) {
	page := protocol.StoryPage{
		Order: d.stories.Order, Offset: uint32(n * StoryPageLen), Limit: StoryPageLen,
	}
	ask(ctx, d, &d.pages, question[tallied]{
		put: d.stories.tally(page),
		answered: func(ctx app.Context, list tallied, err error) {
			d.stories = d.stories.with(n, list, err)
			ctx.SetState(StoriesState, d.stories)
		},
	})
}

// with is the list with one more page, or with none but this one when the list
// is begun anew.
func (s Stories) with(n int, list tallied, err error) Stories {
	if err != nil {
		s.Status, s.Err = Failed, err
		return s
	}
	if s.Status != Ready {
		s.Pages = make(map[int]coord.StoryList)
		s.Version++
		s.All = list.all
	}
	s.Status, s.Err = Ready, nil
	s.Total, s.Documents = int(list.Total), int(list.Documents)
	s.Texts, s.Groups = int(list.Texts), int(list.Groups)
	s.Pages[n] = list.StoryList
	s.Loaded = len(s.Pages)
	return s
}
