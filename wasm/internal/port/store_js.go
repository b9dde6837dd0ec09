package port

import (
	"fmt"
	"strings"
	"syscall/js"

	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// Root is where this browser keeps workspaces, nil if nowhere. It waits for the
// browser, as all methods of what it returns do: meanwhile the worker hears
// messages. What happens there stands in web/store.js.
func Root() store.Root {
	if !js.Global().Get("openRoot").Truthy() {
		return nil
	}
	r, err := await(js.Global().Call("openRoot"), keepError)
	if err != nil || !r.Truthy() {
		return nil
	}
	return root{r}
}

type root struct{ js js.Value }

// call waits for a method of the root.
func (r root) call(method string, args ...any) (js.Value, error) {
	return await(r.js.Call(method, args...), keepError)
}

// Open implements store.Root. The folder is made by the first Put; what is no
// name fails at first use.
func (r root) Open(name string) (store.Store, error) {
	if r.Where() == protocol.KeptFiles {
		return ranged{folder{r, name}}, nil
	}
	return folder{r, name}, nil // a database gives whole files alone
}

// Folders implements store.Root.
func (r root) Folders() ([]string, error) { return r.list("folders") }

// Remove implements store.Root.
func (r root) Remove(name string) error {
	_, err := r.call("remove", name)
	return err
}

// Where implements store.Root.
func (r root) Where() protocol.Keeping {
	if r.js.Get("kind").String() == "files" {
		return protocol.KeptFiles
	}
	return protocol.KeptDatabase
}

// Space implements store.Root.
func (r root) Space() (used, quota uint64) {
	pair, err := r.call("space")
	if err != nil {
		return 0, 0
	}
	return uint64(pair.Index(0).Float()), uint64(pair.Index(1).Float())
}

func (r root) list(method string, args ...any) ([]string, error) {
	names, err := r.call(method, args...)
	if err != nil || names.Length() == 0 {
		return nil, err
	}
	return strings.Split(names.Call("join", "/").String(), "/"), nil // which is part of no name
}

type folder struct {
	root
	name string
}

// Put implements store.Store.
func (f folder) Put(name string, parts ...[]byte) error {
	values := make([]any, len(parts))
	for i, p := range parts {
		values[i] = toJS(p)
	}
	_, err := f.call("put", f.name, name, values)
	return err
}

// Get implements store.Store.
func (f folder) Get(name string) ([]byte, error) {
	return f.get(f.name, name)
}

func (f folder) get(args ...any) ([]byte, error) {
	b, err := f.call("get", args...)
	if err != nil {
		return nil, err
	}
	if b.IsNull() {
		return nil, store.ErrNotFound
	}
	return toGo(b), nil
}

type ranged struct{ folder }

// Range implements store.Ranged.
func (f ranged) Range(name string, from, n int) ([]byte, error) { return f.get(f.name, name, from, n) }

// Delete implements store.Store.
func (f folder) Delete(name string) error {
	_, err := f.call("delete", f.name, name)
	return err
}

// Names implements store.Store.
func (f folder) Names() ([]string, error) { return f.list("names", f.name) }

// keepError tells what the browser has thrown: ErrFull, ErrInUse, or ErrCorrupt for a
// file that is damaged.
func keepError(thrown js.Value) error {
	text := thrown.Get("message").String()
	switch thrown.Get("name").String() {
	case "QuotaExceededError":
		return fmt.Errorf("%w: %s", protocol.ErrFull, text)
	case "NoModificationAllowedError":
		return fmt.Errorf("%w: %s", protocol.ErrInUse, text)
	case "DataError", "NotReadableError":
		return fmt.Errorf("%w: %s", protocol.ErrCorrupt, text)
	}
	return fmt.Errorf("port: keeping: %s", text)
}
