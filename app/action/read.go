package action

import (
	"context"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Reading names a document to be read and the query to mark in it.
type Reading struct {
	ID    protocol.DocID
	Query protocol.Query
}

// Article is the document that is open.
type Article struct {
	Status  Status
	Err     error
	Reading Reading        // asked last
	Answer  *coord.Article // of Reading when Status is Ready
	Version int            // counts answers, so that a change shows

	Refused CorrectionRefused // the last correction, if it could not be made
}

// CorrectionRefused is a correction that could not be made.
type CorrectionRefused struct {
	Field string // "" if all were made
	Err   error
}

func (d *Desk) handleRead(ctx app.Context, a app.Action) {
	want, ok := a.Value.(Reading)
	if !ok {
		return
	}
	var now Article
	ctx.GetState(ArticleState, &now)
	now.Status, now.Reading, now.Err, now.Refused = Loading, want, nil, CorrectionRefused{}
	ctx.SetState(ArticleState, now)
	d.remember(ctx, want.Query)
	ask(ctx, d, &d.open, question[coord.Article]{
		put: func(work context.Context, e Engine) (coord.Article, error) {
			return e.Open(work, want.ID, want.Query)
		},
		answered: func(ctx app.Context, article coord.Article, err error) {
			got := Article{Status: Ready, Reading: want, Answer: &article, Version: now.Version + 1}
			if err != nil {
				got.Status, got.Err, got.Answer = Failed, err, nil
			}
			ctx.SetState(ArticleState, got)
		},
	})
}
