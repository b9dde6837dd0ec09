package publish

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// Reader reads the collection of a site as the page does.
type Reader struct {
	Index
	site string
}

// Open opens the collection of a site.
func Open(site string) (*Reader, error) {
	x, err := ReadIndex(site)
	r := &Reader{x, site}
	for name, f := range x.Files {
		if f.List == "" || err != nil || f.Block <= 0 {
			continue
		}
		var list []byte
		blocks := (f.Size - f.Front + f.Block - 1) / f.Block
		if list, err = r.inflated(f.List, nameLen*blocks); err == nil {
			f.Blocks = listed(list)
			x.Files[name] = f
		}
	}
	return r, err
}

// Get reads a file of a folder: store.ErrNotFound if there is none.
func (r *Reader) Get(folder, name string) ([]byte, error) {
	f, ok := r.Files[folder+"/"+name]
	if !ok {
		return nil, store.ErrNotFound
	}
	var whole []byte
	for i := range f.names() {
		b, err := r.read(f, i)
		if err != nil {
			return nil, err
		}
		whole = append(whole, b...)
	}
	return whole, nil
}

// read reads one of the files that a file is served as.
func (r *Reader) read(f File, i int) ([]byte, error) {
	return r.inflated(f.names()[i], f.length(i))
}

// inflated reads a file that is served, of a length.
func (r *Reader) inflated(name string, length int64) ([]byte, error) {
	packed, err := os.ReadFile(filepath.Join(r.site, Folder, filepath.Base(name)))
	if err != nil {
		return nil, fmt.Errorf("publish: %w", err)
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("publish: %s: %w", name, err)
	}
	b, err := io.ReadAll(io.LimitReader(z, length+1))
	if err != nil || int64(len(b)) != length {
		return nil, fmt.Errorf("publish: %s: %w", name, protocol.ErrCorrupt)
	}
	return b, nil
}

// Root is the collection as shards read it: its folders take nothing.
func (r *Reader) Root() store.Root { return readerRoot{r} }

type readerRoot struct{ *Reader }

// Open implements store.Root.
func (r readerRoot) Open(folder string) (store.Store, error) {
	return readerFolder{r.Reader, folder}, nil
}

// Folders implements store.Root: none is a workspace.
func (r readerRoot) Folders() ([]string, error) { return nil, nil }

// Remove implements store.Root.
func (r readerRoot) Remove(string) error { return protocol.ErrNotKept }

// Where implements store.Root.
func (r readerRoot) Where() protocol.Keeping { return protocol.KeptNowhere }

// Space implements store.Root.
func (r readerRoot) Space() (used, quota uint64) { return 0, 0 }

// readerFolder is a folder of a collection.
type readerFolder struct {
	*Reader
	folder string
}

// Put implements store.Store: a collection is not changed.
func (f readerFolder) Put(string, ...[]byte) error { return protocol.ErrNotKept }

// Get implements store.Store.
func (f readerFolder) Get(name string) ([]byte, error) { return f.Reader.Get(f.folder, name) }

// Begin implements store.Parted.
func (f readerFolder) Begin(name string) (*store.Parts, error) {
	file, ok := f.Files[f.folder+"/"+name]
	if !ok {
		return nil, store.ErrNotFound
	}
	front, err := f.read(file, 0)
	if err != nil {
		return nil, err
	}
	return store.NewParts(front, int(file.Size), int(file.Block), func(block int) ([]byte, error) {
		return f.read(file, block+1)
	}), nil
}

// Delete implements store.Store: a collection is not changed.
func (f readerFolder) Delete(string) error { return protocol.ErrNotKept }

// Names implements store.Store.
func (f readerFolder) Names() ([]string, error) { return nil, nil }
