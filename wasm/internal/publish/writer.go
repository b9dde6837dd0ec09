package publish

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// Writer is the root that a collection is written to, in a site. Its folders only
// take files: nothing is read back and nothing removed. Close ends it.
type Writer struct {
	site  string
	front Front

	mu    sync.Mutex
	files map[string]File
}

// A Front tells how many bytes of a file are needed to open it, and whether what
// follows is needed in parts.
type Front func(name string, b []byte) (front int, isParted bool)

// blockSize is the bytes of a part, inflated: 20 texts. As it is served it comes in
// a quarter of a second at a megabit a second; with half of that, 100,000 articles
// would be 14,000 files.
const blockSize = 64 << 10

// Create begins a collection in the folder of a site, which is made if it is not
// there. A collection that is there stays whole until Close.
func Create(site string, front Front) (*Writer, error) {
	if err := os.MkdirAll(filepath.Join(site, Folder), 0o755); err != nil {
		return nil, fmt.Errorf("publish: %w", err)
	}
	return &Writer{site: site, front: front, files: map[string]File{}}, nil
}

// Put writes a file of a folder. Safe for several goroutines.
func (w *Writer) Put(folder, name string, parts ...[]byte) error {
	file, err := w.split(name, slices.Concat(parts...))
	if err != nil {
		return fmt.Errorf("publish: %s: %w", name, err)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.files[folder+"/"+name] = file
	return nil
}

// split writes a file as one or in parts.
func (w *Writer) split(name string, b []byte) (file File, err error) {
	file.Size = int64(len(b))
	front, isParted := w.front(name, b)
	if !isParted || len(b)-front <= blockSize {
		front = len(b)
	}
	if file.Name, err = w.write(&file, b[:front]); err != nil || front == len(b) {
		return file, err
	}
	file.Front, file.Block = int64(front), blockSize
	var list []byte
	for block := range slices.Chunk(b[front:], blockSize) {
		name, err := w.write(&file, block)
		if err != nil {
			return file, err
		}
		file.Blocks = append(file.Blocks, name)
		list = append(list, strings.TrimSuffix(name, ".gz")...)
	}
	file.List, err = w.write(&file, list)
	return file, err
}

// write writes bytes under the name that they give and adds them to what is served.
func (w *Writer) write(file *File, b []byte) (name string, err error) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write(b); err != nil {
		return "", err
	}
	if err := z.Close(); err != nil {
		return "", err
	}
	name = sumOf(b)[:nameLen] + ".gz"
	file.Served += int64(packed.Len())
	return name, os.WriteFile(filepath.Join(w.site, Folder, name), packed.Bytes(), 0o644)
}

// Close writes the list of the files, removes those of a collection that was here
// before, and tells the page of the site. x says what Writer cannot know. That there
// is no page yet is ErrNoPage; all else is done then.
func (w *Writer) Close(x Index) (Index, error) {
	x.Version, x.Files, x.Bytes = Version, w.files, 0
	served := map[string]bool{Name: true}
	for _, f := range x.Files {
		x.Bytes += f.Served
		for _, name := range f.served() {
			served[name] = true
		}
	}
	b, err := x.encode()
	if err != nil {
		return x, err
	}
	dir := filepath.Join(w.site, Folder)
	if err := os.WriteFile(filepath.Join(dir, Name), b, 0o644); err != nil {
		return x, fmt.Errorf("publish: %w", err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return x, fmt.Errorf("publish: %w", err)
	}
	for _, e := range entries {
		if !served[e.Name()] && strings.HasSuffix(e.Name(), ".gz") {
			if err := os.Remove(filepath.Join(dir, e.Name())); err != nil {
				return x, fmt.Errorf("publish: %w", err)
			}
		}
	}
	return x, markSite(w.site)
}

// errWriteOnly is what a folder says that is asked for something.
var errWriteOnly = errors.New("publish: a collection that is being written is not read")

// Open implements store.Root.
func (w *Writer) Open(folder string) (store.Store, error) { return writerFolder{w, folder}, nil }

// Folders implements store.Root.
func (w *Writer) Folders() ([]string, error) { return nil, nil }

// Remove implements store.Root.
func (w *Writer) Remove(string) error { return errWriteOnly }

// Where implements store.Root.
func (w *Writer) Where() protocol.Keeping { return protocol.KeptFiles }

// Space implements store.Root.
func (w *Writer) Space() (used, quota uint64) { return 0, 0 }

// writerFolder is a folder of a collection that is being written.
type writerFolder struct {
	*Writer
	folder string
}

// Put implements store.Store.
func (f writerFolder) Put(name string, parts ...[]byte) error {
	return f.Writer.Put(f.folder, name, parts...)
}

// Get implements store.Store.
func (f writerFolder) Get(string) ([]byte, error) { return nil, errWriteOnly }

// Delete implements store.Store.
func (f writerFolder) Delete(string) error { return errWriteOnly }

// Names implements store.Store: none is there before.
func (f writerFolder) Names() ([]string, error) { return nil, nil }

// ErrNoPage is that a site has a collection but no page to show it.
var ErrNoPage = errors.New("publish: this folder holds no page yet: ./build.sh publish makes both")

// The word in the head of the page that tells of a collection, as the build leaves
// it and as it is with one.
const (
	unmarked = `<meta name="clippings-collection" content="">`
	marked   = `<meta name="clippings-collection" content="` + Folder + "/" + Name + `">`
)

// markSite tells the page of the collection, and the service worker of the sum that
// the page has then.
func markSite(site string) error {
	page, err := os.ReadFile(filepath.Join(site, "index.html"))
	if errors.Is(err, fs.ErrNotExist) {
		return ErrNoPage
	}
	if err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	if bytes.Contains(page, []byte(marked)) {
		return nil
	}
	told := bytes.Replace(page, []byte(unmarked), []byte(marked), 1)
	if slices.Equal(told, page) {
		return fmt.Errorf("publish: the page in %s is of another version: build it anew", site)
	}
	worker, err := os.ReadFile(filepath.Join(site, "sw.js"))
	if err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	worker = bytes.Replace(worker, []byte(sumOf(page)), []byte(sumOf(told)), 1)
	if err := os.WriteFile(filepath.Join(site, "sw.js"), worker, 0o644); err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	if err := os.WriteFile(filepath.Join(site, "index.html"), told, 0o644); err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	return nil
}

// sumOf is how the service worker knows a file: see sw.js.
func sumOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
