package files

import (
	"context"
	"errors"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Published is a collection that was published beside the page.
type Published struct {
	Title     string
	Documents int
	Stories   int   // of several documents
	Shards    int   // that it needs at least
	Bytes     int64 // to be fetched, for all of it
	IsKept    bool  // for use offline
}

// FindPublished asks for the collection beside the page: nil if there is none. It
// waits for the host, so it must not be called on the goroutine of go-app's events.
func FindPublished(ctx context.Context) (*Published, error) {
	if !hasPublished() {
		return nil, nil
	}
	about, err := settled(ctx, published().Call("about"))
	if err != nil {
		return nil, err
	}
	number := func(key string) int {
		if v := about.Get(key); v.Truthy() {
			return v.Int()
		}
		return 0
	}
	return &Published{
		Title: about.Get("title").String(), Documents: number("documents"), Stories: number("stories"),
		Shards: number("shards"), Bytes: int64(number("bytes")), IsKept: about.Get("isKept").Truthy(),
	}, nil
}

// PublishedFile fetches "corpus", what opens the collection, or "ledger", what is in
// it: nil if there is none.
func PublishedFile(ctx context.Context, name string) ([]byte, error) {
	if !hasPublished() {
		return nil, nil
	}
	answer, err := settled(ctx, published().Call("file", name))
	if err != nil {
		return nil, err
	}
	array := answer.Get("bytes")
	b := make([]byte, array.Get("byteLength").Int())
	app.CopyBytesToGo(b, array)
	return b, nil
}

// OnPublished hears how many bytes of the collection have come. heard runs in the
// browser's event loop and must not wait.
func OnPublished(heard func(bytes int64)) {
	if !hasPublished() {
		return
	}
	published().Set("onLoad", app.FuncOf(func(_ app.Value, args []app.Value) any {
		heard(int64(args[0].Float()))
		return nil
	}))
}

// ShownPublished says that what is seen first of the collection, and what questions
// need, has come: what is less urgent may be fetched.
func ShownPublished() {
	if hasPublished() {
		published().Call("hasShown")
	}
}

// ClosePublished says that nothing more is wanted of the collection: the page may ask
// its host for nothing from then on.
func ClosePublished() {
	if hasPublished() {
		published().Call("close")
	}
}

// KeepPublished keeps the collection for use offline.
func KeepPublished(ctx context.Context) error {
	why, err := settled(ctx, published().Call("keep"))
	if err == nil && why.String() != "" {
		err = errors.New(why.String())
	}
	return err
}

// ForgetPublished has it kept no longer.
func ForgetPublished(ctx context.Context) error {
	_, err := settled(ctx, published().Call("forget"))
	return err
}

func published() app.Value { return app.Window().Get("clippings").Get("collection") }

func hasPublished() bool {
	return !app.IsServer && app.Window().Get("clippings").Truthy() && published().Truthy()
}

// settled waits for a promise that is never broken; the error is what it says.
func settled(ctx context.Context, promise app.Value) (app.Value, error) {
	came := make(chan app.Value, 1)
	promise.Then(func(v app.Value) { came <- v })
	select {
	case v := <-came:
		if v.Type() == app.TypeObject && v.Get("error").Truthy() {
			return nil, errors.New(v.Get("error").String())
		}
		return v, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
