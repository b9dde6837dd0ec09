// Package store is where a shard keeps its files: named runs of bytes that are
// written whole, and read whole or in part (Ranged).
//
//	Memory   in this process: tests, and where nothing can be kept
//	Dir      a folder
//	Faulty   another store that fails at a given operation: tests
//
// A file is replaced at once: whoever is interrupted while writing leaves the old
// one. So a set of files is made safe by writing, as the last of them, one that
// names the others.
package store

import (
	"errors"
	"maps"
	"slices"
	"sync"
)

// ErrNotFound is the error of Get for a name that is not there.
var ErrNotFound = errors.New("store: no such file")

// Store keeps files. Names are of small letters, digits and "-", at most 64 of
// them. Implementations are safe for concurrent use.
type Store interface {
	// Put writes a file, given in parts, in the place of one of the same name.
	Put(name string, parts ...[]byte) error
	// Get reads a file. The bytes are the caller's.
	Get(name string) ([]byte, error)
	// Delete removes a file. That it is not there is no error.
	Delete(name string) error
	// Names lists all files, sorted.
	Names() ([]string, error)
}

// errName is the error for a name that is not one.
var errName = errors.New("store: not a name of a file")

const maxName = 64

func checkName(name string) error {
	if name == "" || len(name) > maxName {
		return errName
	}
	for _, c := range []byte(name) {
		if c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z') {
			return errName
		}
	}
	return nil
}

// Memory is a store that lasts as long as the process. The zero value is empty and
// ready.
type Memory struct {
	mu    sync.Mutex
	files map[string][]byte
}

// Put implements Store.
func (m *Memory) Put(name string, parts ...[]byte) error {
	if err := checkName(name); err != nil {
		return err
	}
	whole := slices.Concat(parts...)
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.files == nil {
		m.files = map[string][]byte{}
	}
	m.files[name] = whole
	return nil
}

// Get implements Store.
func (m *Memory) Get(name string) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	b, ok := m.files[name]
	if !ok {
		return nil, ErrNotFound
	}
	return slices.Clone(b), nil
}

// Delete implements Store.
func (m *Memory) Delete(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.files, name)
	return nil
}

// Names implements Store.
func (m *Memory) Names() ([]string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Sorted(maps.Keys(m.files)), nil
}

// Size is how many bytes the files take together.
func (m *Memory) Size() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	sum := 0
	for _, b := range m.files {
		sum += len(b)
	}
	return sum
}
