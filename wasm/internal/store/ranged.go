package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"clippings/wasm/protocol"
)

// Ranged is a store whose files can be read in part.
type Ranged interface {
	Store
	// Range reads n bytes of a file, from the one at from on: protocol.ErrCorrupt if
	// it ends before.
	Range(name string, from, n int) ([]byte, error)
}

var errShort = fmt.Errorf("store: a file ends too soon: %w", protocol.ErrCorrupt)

// Range implements Ranged.
func (m *Memory) Range(name string, from, n int) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	b, ok := m.files[name]
	if !ok {
		return nil, ErrNotFound
	}
	if from < 0 || n < 0 || from > len(b) || n > len(b)-from {
		return nil, errShort
	}
	return slices.Clone(b[from : from+n]), nil
}

// Range implements Ranged.
func (d *Dir) Range(name string, from, n int) ([]byte, error) {
	if err := checkName(name); err != nil {
		return nil, err
	}
	file, err := os.Open(filepath.Join(d.path, name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	defer file.Close()
	if info, err := file.Stat(); err != nil || from < 0 || n < 0 || int64(from)+int64(n) > info.Size() {
		return nil, errors.Join(errShort, err)
	}
	b := make([]byte, n)
	_, err = file.ReadAt(b, int64(from))
	if errors.Is(err, io.EOF) && n > 0 {
		return nil, errShort
	}
	return b, err
}

// rangeOf is Range of a store that may not have it.
func rangeOf(s Store, name string, from, n int) ([]byte, error) {
	if r, ok := s.(Ranged); ok {
		return r.Range(name, from, n)
	}
	b, err := s.Get(name)
	if err == nil && (from < 0 || n < 0 || from > len(b) || n > len(b)-from) {
		err = errShort
	}
	if err != nil {
		return nil, err
	}
	return b[from : from+n], nil
}

// Range implements Ranged.
func (f *Faulty) Range(name string, from, n int) ([]byte, error) {
	if f.fails() {
		return nil, ErrFault
	}
	return rangeOf(f.Store, name, from, n)
}

// Range implements Ranged.
func (f *faultyFolder) Range(name string, from, n int) ([]byte, error) {
	if err := f.root.fails(); err != nil {
		return nil, err
	}
	return rangeOf(f.Store, name, from, n)
}
