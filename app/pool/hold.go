package pool

import (
	"context"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Hold takes a workspace for this tab alone, so that no two write to it: whoever
// does not hold it may open it but saves nothing. It is held until release is
// called or the page is gone, however it ends. Held is false if another tab has
// the workspace, or ctx was cancelled; release is never nil and may be called
// more than once.
//
// Like Start, Hold must not be called on the goroutine of go-app's events.
func Hold(ctx context.Context, id string) (held bool, release func()) { return hold(ctx, id, false) }

// Await is Hold that waits until no other tab has the workspace: false only if
// ctx was cancelled. The other tab may have changed it, so that it has to be
// opened anew.
func Await(ctx context.Context, id string) (held bool, release func()) { return hold(ctx, id, true) }

func hold(ctx context.Context, id string, wait bool) (bool, func()) {
	if app.IsServer {
		return true, func() {}
	}
	return settle(ctx, app.Window().Get("clippings").Call("hold", "clippings-workspace-"+id, wait))
}

// settle waits for what web/boot.js answers: a function that lets go, or null.
func settle(ctx context.Context, answer app.Value) (bool, func()) {
	letGo, err := await(ctx, answer)
	if err != nil { // nobody waits any more; what comes is given back
		answer.Then(func(letGo app.Value) {
			if letGo.Truthy() {
				letGo.Invoke()
			}
		})
		return false, func() {}
	}
	if !letGo.Truthy() {
		return false, func() {}
	}
	return true, func() { letGo.Invoke() }
}

// Persist asks the browser not to remove what is kept on this device when room
// runs short, and reports whether it will not. Some browsers ask the person,
// others decide by how the site is used; asked again they may decide otherwise.
func Persist(ctx context.Context) bool { return persistence(ctx, "persist") }

// Persisted reports what Persist has been answered before, without asking.
func Persisted(ctx context.Context) bool { return persistence(ctx, "persisted") }

func persistence(ctx context.Context, method string) bool {
	if app.IsServer {
		return false
	}
	storage := app.Window().Get("navigator").Get("storage")
	if !storage.Truthy() || !storage.Get(method).Truthy() {
		return false
	}
	answer, err := await(ctx, storage.Call(method))
	return err == nil && answer.Truthy()
}
