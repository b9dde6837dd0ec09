package action

import (
	"context"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// Comparing names two documents to be compared.
type Comparing struct{ A, B protocol.DocID }

// Why tells all about two documents: how they are related, and on what grounds.
type Why struct {
	Status  Status
	Err     error
	Asked   Comparing
	Answer  *Kin // of Asked when Status is Ready
	Version int  // counts answers, so that a change shows
}

// Kin is two documents and what they have in common.
type Kin struct {
	coord.Kinship
	Here, There *protocol.Document
}

func (d *Desk) handleCompare(ctx app.Context, a app.Action) {
	want, ok := a.Value.(Comparing)
	if !ok {
		return
	}
	var now Why
	ctx.GetState(WhyState, &now)
	ctx.SetState(WhyState, Why{Status: Loading, Asked: want, Version: now.Version})
	ask(ctx, d, &d.why, question[*Kin]{
		put: func(work context.Context, e Engine) (*Kin, error) { return compare(work, e, want) },
		answered: func(ctx app.Context, kin *Kin, err error) {
			got := Why{Status: Ready, Asked: want, Answer: kin, Version: now.Version + 1}
			if err != nil {
				got.Status, got.Err, got.Answer = Failed, err, nil
			}
			ctx.SetState(WhyState, got)
		},
	})
}

func compare(ctx context.Context, e Engine, want Comparing) (*Kin, error) {
	kinship, err := e.Compare(ctx, want.A, want.B)
	if err != nil {
		return nil, err
	}
	here, err := e.Document(ctx, want.A, protocol.Query{})
	if err != nil {
		return nil, err
	}
	there, err := e.Document(ctx, want.B, protocol.Query{})
	return &Kin{Kinship: kinship, Here: &here.Document, There: &there.Document}, err
}
