package store

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"clippings/wasm/protocol"
)

// Root is a place that holds stores by name, its folders.
type Root interface {
	// Open is the store of a folder, which is made if it is not there. Its name is
	// one as those of files.
	Open(folder string) (Store, error)
	// Folders lists all folders, sorted.
	Folders() ([]string, error)
	// Remove removes a folder with all its files. That it is not there is no error.
	Remove(folder string) error
	// Where says what kind of place it is.
	Where() protocol.Keeping
	// Space tells how many bytes are used and may be, 0 where nobody tells.
	Space() (used, quota uint64)
}

// MemoryRoot holds its folders as long as the process lasts. The zero value is
// empty and ready.
type MemoryRoot struct {
	mu      sync.Mutex
	folders map[string]*Memory
}

// Open implements Root.
func (r *MemoryRoot) Open(folder string) (Store, error) {
	if err := checkName(folder); err != nil {
		return nil, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.folders == nil {
		r.folders = map[string]*Memory{}
	}
	m, ok := r.folders[folder]
	if !ok {
		m = &Memory{}
		r.folders[folder] = m
	}
	return m, nil
}

// Folders implements Root.
func (r *MemoryRoot) Folders() ([]string, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Sorted(maps.Keys(r.folders)), nil
}

// Remove implements Root.
func (r *MemoryRoot) Remove(folder string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.folders, folder)
	return nil
}

// Where implements Root.
func (r *MemoryRoot) Where() protocol.Keeping { return protocol.KeptNowhere }

// Space implements Root.
func (r *MemoryRoot) Space() (used, quota uint64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, m := range r.folders {
		used += uint64(m.Size())
	}
	return used, 0
}

// DirRoot holds its folders in a folder of the disk.
type DirRoot struct{ path string }

// OpenDirRoot is the root in a folder, which is made when it is first needed.
func OpenDirRoot(path string) *DirRoot { return &DirRoot{path: path} }

// Open implements Root.
func (r *DirRoot) Open(folder string) (Store, error) {
	if err := checkName(folder); err != nil {
		return nil, err
	}
	return OpenDir(filepath.Join(r.path, folder))
}

// Folders implements Root.
func (r *DirRoot) Folders() ([]string, error) {
	entries, err := os.ReadDir(r.path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("store: %w", err)
	}
	var folders []string
	for _, e := range entries {
		if e.IsDir() && checkName(e.Name()) == nil {
			folders = append(folders, e.Name())
		}
	}
	return folders, nil // ReadDir sorts
}

// Remove implements Root.
func (r *DirRoot) Remove(folder string) error {
	if err := checkName(folder); err != nil {
		return err
	}
	if err := os.RemoveAll(filepath.Join(r.path, folder)); err != nil {
		return fmt.Errorf("store: %w", err)
	}
	return nil
}

// Where implements Root.
func (r *DirRoot) Where() protocol.Keeping { return protocol.KeptFiles }

// Space implements Root: of a disk, only what its own files take is told.
func (r *DirRoot) Space() (used, quota uint64) {
	_ = filepath.WalkDir(r.path, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return nil
		}
		if info, err := entry.Info(); err == nil {
			used += uint64(info.Size())
		}
		return nil
	})
	return used, 0
}
