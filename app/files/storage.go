package files

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Storage is the browser's own storage for small things, as far as it is this site's:
// an origin is shared by all sites of one person (user.github.io/a/, /b/), and each
// keeps its own. A key k stands there as "k /a/".
type Storage struct {
	all   app.BrowserStorage
	place string
}

// StorageOf is the storage of the page.
func StorageOf(ctx app.Context) Storage {
	s := Storage{all: ctx.LocalStorage(), place: "/"}
	if app.IsServer {
		return s
	}
	if place := app.Window().Get("clippings").Get("place"); place.Truthy() {
		s.place = place.String()
	}
	return s
}

func (s Storage) key(k string) string { return k + " " + s.place }

// Get puts what is kept under a key, as JSON, where to points; nothing if there is
// none.
func (s Storage) Get(k string, to any) error { return s.all.Get(s.key(k), to) }

// Set keeps a value as JSON. It fails where the browser keeps nothing, or no more.
func (s Storage) Set(k string, value any) error { return s.all.Set(s.key(k), value) }

// Del removes what is kept under a key.
func (s Storage) Del(k string) { s.all.Del(s.key(k)) }

// Contains reports whether anything is kept under a key.
func (s Storage) Contains(k string) bool { return s.all.Contains(s.key(k)) }

// DelAll removes all that this site keeps under keys that begin so.
func (s Storage) DelAll(prefix string) {
	var ours []string
	s.all.ForEach(func(key string) {
		if strings.HasPrefix(key, prefix) && strings.HasSuffix(key, s.key("")) {
			ours = append(ours, key)
		}
	})
	for _, key := range ours {
		s.all.Del(key)
	}
}

// OnLeave hears when the page is closed or put aside: the last moment in which it
// surely runs. left runs in the browser's event loop, must not wait, and what it has not
// done when it returns may never be done.
func OnLeave(left func()) {
	if app.IsServer {
		return
	}
	app.Window().Get("clippings").Set("onLeave", app.FuncOf(func(app.Value, []app.Value) any {
		left()
		return nil
	}))
}
