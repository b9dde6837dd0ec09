package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"clippings/wasm/protocol"
)

// Dir is a store in a folder.
type Dir struct{ path string }

// OpenDir is the store of a folder, which is made if it is not there.
func OpenDir(path string) (*Dir, error) {
	if err := os.MkdirAll(path, 0o755); err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	return &Dir{path: path}, nil
}

// unfinished ends the name of a file that is being written; no name of a store
// ends so.
const unfinished = ".tmp"

// Put implements Store: the bytes are on the disk under another name before they
// take the old ones' place.
func (d *Dir) Put(name string, parts ...[]byte) error {
	if err := checkName(name); err != nil {
		return err
	}
	file, err := os.CreateTemp(d.path, name+"-*"+unfinished)
	if err != nil {
		return putError(err)
	}
	defer os.Remove(file.Name()) // fails, as it should, once it is renamed
	for _, p := range parts {
		if _, err = file.Write(p); err != nil {
			break
		}
	}
	if err == nil {
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err == nil {
		err = os.Rename(file.Name(), filepath.Join(d.path, name))
	}
	return putError(err)
}

// putError is protocol.ErrFull where the disk has no room.
func putError(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG):
		return fmt.Errorf("%w: %s", protocol.ErrFull, err)
	}
	return fmt.Errorf("store: %w", err)
}

// Get implements Store.
func (d *Dir) Get(name string) ([]byte, error) {
	if err := checkName(name); err != nil {
		return nil, err
	}
	b, err := os.ReadFile(filepath.Join(d.path, name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	return b, nil
}

// Delete implements Store.
func (d *Dir) Delete(name string) error {
	if err := checkName(name); err != nil {
		return err
	}
	if err := os.Remove(filepath.Join(d.path, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("store: %w", err)
	}
	return nil
}

// Names implements Store. What an interrupted Put left behind is not listed.
func (d *Dir) Names() ([]string, error) {
	entries, err := os.ReadDir(d.path)
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	var names []string
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), unfinished) && checkName(e.Name()) == nil {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names, nil
}
