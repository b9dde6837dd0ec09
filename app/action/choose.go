package action

import (
	"context"
	"strings"

	"clippings/wasm/protocol"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// maxChoices is how many choices the palette offers: what fits in it
// without scrolling much.
const maxChoices = 12

// Choices are the titles, files, outlets and people that match what was typed in
// the palette.
type Choices struct {
	Status  Status
	Err     error
	Pattern string
	Choices []protocol.Choice
}

func (d *Desk) handleChoose(ctx app.Context, a app.Action) {
	pattern, ok := a.Value.(string)
	if !ok {
		return
	}
	if strings.TrimSpace(pattern) == "" {
		d.choose.stop()
		ctx.SetState(ChoicesState, Choices{Status: Ready})
		return
	}
	q := protocol.QuickOpen{Pattern: pattern, Limit: maxChoices}
	ask(ctx, d, &d.choose, question[[]protocol.Choice]{
		put: func(work context.Context, e Engine) ([]protocol.Choice, error) { return e.QuickOpen(work, q) },
		answered: func(ctx app.Context, list []protocol.Choice, err error) {
			got := Choices{Status: Ready, Pattern: pattern, Choices: list}
			if err != nil {
				got = Choices{Status: Failed, Err: err, Pattern: pattern}
			}
			ctx.SetState(ChoicesState, got)
		},
	})
}
