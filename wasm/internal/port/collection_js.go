package port

import (
	"context"
	"fmt"
	"syscall/js"

	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// Collection is what is published beside the page, which the page fetches
// (web/collection.js). Nothing can be put there.
func Collection() store.Root { return collection{} }

type collection struct{}

// Open implements store.Root.
func (collection) Open(folder string) (store.Store, error) { return published(folder), nil }

// Folders implements store.Root: none is a workspace.
func (collection) Folders() ([]string, error) { return nil, nil }

// Remove implements store.Root.
func (collection) Remove(string) error { return protocol.ErrNotKept }

// Where implements store.Root.
func (collection) Where() protocol.Keeping { return protocol.KeptNowhere }

// Space implements store.Root.
func (collection) Space() (used, quota uint64) { return 0, 0 }

// published is a folder of the collection.
type published string

// fetch gets a part of a file. It waits for the page, which waits for the host.
func (f published) fetch(name string, part int) (js.Value, error) {
	return await(js.Global().Call("fromCollection", string(f)+"/"+name, part), fetchError)
}

// Begin implements store.Parted.
func (f published) Begin(name string) (*store.Parts, error) {
	front, err := f.fetch(name, 0)
	if err != nil {
		return nil, err
	}
	return store.NewParts(toGo(front.Get("bytes")), front.Get("size").Int(), front.Get("block").Int(), func(block int) ([]byte, error) {
		b, err := f.fetch(name, block+1)
		if err != nil {
			return nil, err
		}
		return toGo(b.Get("bytes")), nil
	}), nil
}

// Get implements store.Store.
func (f published) Get(name string) ([]byte, error) {
	p, err := f.Begin(name)
	if err == nil {
		err = p.All(context.Background())
	}
	if err != nil {
		return nil, err
	}
	return p.Bytes(), nil
}

// Put implements store.Store.
func (f published) Put(string, ...[]byte) error { return protocol.ErrNotKept }

// Delete implements store.Store.
func (f published) Delete(string) error { return protocol.ErrNotKept }

// Names implements store.Store.
func (f published) Names() ([]string, error) { return nil, nil }

func fetchError(thrown js.Value) error {
	return fmt.Errorf("port: the collection: %s", thrown.Get("message").String())
}
