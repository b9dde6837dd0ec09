package action

import (
	"context"
	"time"

	"clippings/wasm/protocol"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Suggested is what may be meant by what stands in the search box at the caret.
type Suggested struct {
	Asked  protocol.Suggest
	Answer protocol.Suggestions
}

// suggestRest is how long the keys must rest until suggestions are asked for:
// the search of the same key is with the engine by then, and goes first.
const suggestRest = 40 * time.Millisecond

// handleSuggest asks for suggestions. An empty text ends the question before and
// takes its answer away.
func (d *Desk) handleSuggest(ctx app.Context, a app.Action) {
	want, ok := a.Value.(protocol.Suggest)
	if !ok {
		return
	}
	work, current := d.suggest.next()
	if want.Text == "" {
		ctx.SetState(SuggestedState, Suggested{})
		return
	}
	ctx.After(suggestRest, func(ctx app.Context) {
		if !current() {
			return
		}
		ctx.Async(func() {
			list, err := d.suggestions(work, want)
			ctx.Dispatch(func(ctx app.Context) {
				if current() && err == nil { // without suggestions nothing is lost
					ctx.SetState(SuggestedState, Suggested{Asked: want, Answer: list})
				}
			})
		})
	})
}

func (d *Desk) suggestions(ctx context.Context, q protocol.Suggest) (protocol.Suggestions, error) {
	engine, err := d.ready(ctx)
	if err != nil {
		return protocol.Suggestions{}, err
	}
	return engine.Suggest(ctx, q)
}
