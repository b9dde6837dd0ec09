package port

import (
	"errors"
	"slices"
	"syscall/js"
	"testing"

	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// fakeRoot stands for web/store.js: folders in memory, and what fails for names
// that say so. The browser tests hold what the true one does.
const fakeRoot = `
globalThis.openRoot = async () => ({
  kind: "files",
  held: new Map(),
  async put(folder, name, parts) {
    if (name === "full") throw new DOMException("too much", "QuotaExceededError");
    if (name === "taken") throw new DOMException("locked", "NoModificationAllowedError");
    if (name === "odd") throw new TypeError("odd name");
    if (!this.held.has(folder)) this.held.set(folder, new Map());
    this.held.get(folder).set(name, new Uint8Array(await new Blob(parts).arrayBuffer()));
  },
  async get(folder, name) {
    if (name === "torn") throw new DOMException("ends too soon", "DataError");
    return this.held.get(folder)?.get(name) ?? null;
  },
  async delete(folder, name) { this.held.get(folder)?.delete(name); },
  async names(folder) { return [...this.held.get(folder)?.keys() ?? []].sort(); },
  async folders() { return [...this.held.keys()].sort(); },
  async remove(folder) { this.held.delete(folder); },
  async space() { return [3, 5e9]; },
});`

func openRoot(t *testing.T) store.Root {
	t.Helper()
	js.Global().Get("Function").New(fakeRoot).Invoke()
	t.Cleanup(func() { js.Global().Delete("openRoot") })
	root := Root()
	if root == nil {
		t.Fatal("there is no root")
	}
	return root
}

func TestRootKeepsFiles(t *testing.T) {
	root := openRoot(t)
	s, err := root.Open("w1-0")
	if err != nil {
		t.Fatal(err)
	}
	if names, err := s.Names(); err != nil || len(names) != 0 {
		t.Errorf("an empty folder holds %q, %v", names, err)
	}
	if _, err := s.Get("a"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("Get of nothing: %v", err)
	}
	for _, err := range []error{
		s.Put("b", []byte("one"), nil, []byte("two")), s.Put("a"), s.Put("gone", []byte("x")), s.Delete("gone"), s.Delete("never"),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if b, err := s.Get("b"); err != nil || string(b) != "onetwo" {
		t.Errorf("Get = %q, %v", b, err)
	}
	if b, err := s.Get("a"); err != nil || len(b) != 0 {
		t.Errorf("Get of an empty file = %q, %v", b, err)
	}
	if names, err := s.Names(); err != nil || !slices.Equal(names, []string{"a", "b"}) {
		t.Errorf("Names() = %q, %v", names, err)
	}
	if folders, err := root.Folders(); err != nil || !slices.Equal(folders, []string{"w1-0"}) {
		t.Errorf("Folders() = %q, %v", folders, err)
	}
	if used, quota := root.Space(); used != 3 || quota != 5e9 || root.Where() != protocol.KeptFiles {
		t.Errorf("%d of %d bytes in %v", used, quota, root.Where())
	}
	if err := root.Remove("w1-0"); err != nil {
		t.Fatal(err)
	}
	if folders, err := root.Folders(); err != nil || len(folders) != 0 {
		t.Errorf("Folders() = %q, %v after all are removed", folders, err)
	}
}

func TestRootTellsFailuresApart(t *testing.T) {
	s, err := openRoot(t).Open("w1")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]error{"full": protocol.ErrFull, "taken": protocol.ErrInUse} {
		if err := s.Put(name, []byte("text")); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", name, err, want)
		}
	}
	if _, err := s.Get("torn"); !errors.Is(err, protocol.ErrCorrupt) {
		t.Errorf("a damaged file: %v", err)
	}
	if err := s.Put("odd", []byte("text")); err == nil {
		t.Error("no error for an odd name")
	}
}

func TestNoRoot(t *testing.T) {
	if Root() != nil {
		t.Error("a root without store.js")
	}
	for _, made := range []string{"async () => null", "async () => { throw new Error('no') }"} {
		js.Global().Set("openRoot", js.Global().Call("eval", made))
		if Root() != nil {
			t.Errorf("a root of %s", made)
		}
	}
	js.Global().Delete("openRoot")
}
