package main

import (
	"slices"
	"syscall/js"

	"clippings/wasm/internal/store"
)

// files is a store outside of the engine's memory: a Map of JavaScript, from names
// to arrays of bytes.
type files struct{ js.Value }

// Put implements store.Store.
func (f files) Put(name string, parts ...[]byte) error {
	whole := slices.Concat(parts...)
	array := js.Global().Get("Uint8Array").New(len(whole))
	js.CopyBytesToJS(array, whole)
	f.Call("set", name, array)
	return nil
}

// Get implements store.Store.
func (f files) Get(name string) ([]byte, error) {
	array := f.Call("get", name)
	if array.IsUndefined() {
		return nil, store.ErrNotFound
	}
	b := make([]byte, array.Length())
	js.CopyBytesToGo(b, array)
	return b, nil
}

// Delete implements store.Store.
func (f files) Delete(name string) error {
	f.Call("delete", name)
	return nil
}

// Names implements store.Store.
func (f files) Names() ([]string, error) {
	keys := js.Global().Get("Array").Call("from", f.Call("keys"))
	names := make([]string, keys.Length())
	for i := range names {
		names[i] = keys.Index(i).String()
	}
	slices.Sort(names)
	return names, nil
}
