package port

import (
	"context"
	"fmt"
	"strings"
	"syscall/js"

	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// WithCollection is a root with the folders of the collection that is published
// beside the page, which the page fetches (web/collection.js). They are not among
// Folders and take nothing. own may be nil: then nothing else is kept.
func WithCollection(own store.Root) store.Root { return withCollection{own} }

type withCollection struct{ own store.Root }

// Open implements store.Root.
func (r withCollection) Open(folder string) (store.Store, error) {
	if folder == protocol.CollectionID || strings.HasPrefix(folder, protocol.CollectionID+"-") {
		return published(folder), nil
	}
	if r.own == nil {
		return nil, protocol.ErrNotKept
	}
	return r.own.Open(folder)
}

// Folders implements store.Root.
func (r withCollection) Folders() ([]string, error) {
	if r.own == nil {
		return nil, nil
	}
	return r.own.Folders()
}

// Remove implements store.Root.
func (r withCollection) Remove(folder string) error {
	if r.own == nil {
		return nil
	}
	return r.own.Remove(folder)
}

// Where implements store.Root.
func (r withCollection) Where() protocol.Keeping {
	if r.own == nil {
		return protocol.KeptNowhere
	}
	return r.own.Where()
}

// Space implements store.Root.
func (r withCollection) Space() (used, quota uint64) {
	if r.own == nil {
		return 0, 0
	}
	return r.own.Space()
}

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
