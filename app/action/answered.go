package action

import (
	"context"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Answered is the last question of a kind, and what came of it. When the corpus
// has changed it is Idle again: whoever shows it asks anew.
type Answered[Q comparable, R any] struct {
	Status  Status
	Err     error
	Asked   Q
	Answer  *R  // of Asked when Status is Ready; while Loading, of a question before
	Version int // counts changes, so that each shows
}

// asker asks one kind of question for a desk and keeps its state.
type asker[Q comparable, R any] struct {
	state  string // its name
	put    func(ctx context.Context, e Engine, q Q) (R, error)
	add    func(ctx context.Context, e Engine, answer R) R // if set, completes an answer that is shown already
	recent latest
	now    Answered[Q, R]
}

// handle asks what an action's value says, unless that was asked last and nothing
// has changed since.
func (k *asker[Q, R]) handle(d *Desk) app.ActionHandler {
	return func(ctx app.Context, a app.Action) {
		q, ok := a.Value.(Q)
		if !ok || q == k.now.Asked && k.now.Status != Idle {
			return
		}
		k.now.Status, k.now.Err, k.now.Asked = Loading, nil, q
		k.show(ctx)
		ask(ctx, d, &k.recent, question[R]{
			put: func(work context.Context, e Engine) (R, error) { return k.put(work, e, q) },
			answered: func(ctx app.Context, answer R, err error) {
				k.now.Status, k.now.Answer = Ready, &answer
				if err != nil {
					k.now.Status, k.now.Err, k.now.Answer = Failed, err, nil
				}
				k.show(ctx)
				if err == nil && k.add != nil {
					k.complete(ctx, d, answer)
				}
			},
		})
	}
}

// complete asks for what takes longer once the rest is shown.
func (k *asker[Q, R]) complete(ctx app.Context, d *Desk, answer R) {
	ask(ctx, d, &k.recent, question[R]{
		put: func(work context.Context, e Engine) (R, error) { return k.add(work, e, answer), nil },
		answered: func(ctx app.Context, answer R, _ error) {
			k.now.Answer = &answer
			k.show(ctx)
		},
	})
}

func (k *asker[Q, R]) show(ctx app.Context) {
	k.now.Version++
	ctx.SetState(k.state, k.now)
}

// forget makes the answer void: documents or groups have changed.
func (k *asker[Q, R]) forget(ctx app.Context) {
	if k.now.Status == Idle {
		return
	}
	k.recent.stop()
	k.now.Status = Idle
	k.show(ctx)
}
