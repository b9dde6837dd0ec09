package store

import "sync/atomic"

// FaultyRoot is a root whose operations, and those of its stores, fail from the
// At-th on, counted from 1 through all of them, with Err: a device that is full,
// or gone. 0 never fails.
type FaultyRoot struct {
	Root
	At    int64
	Err   error // nil is ErrFault
	count atomic.Int64
}

// Operations is how many were asked for.
func (f *FaultyRoot) Operations() int64 { return f.count.Load() }

func (f *FaultyRoot) fails() error {
	switch {
	case f.count.Add(1) < f.At || f.At == 0:
		return nil
	case f.Err != nil:
		return f.Err
	}
	return ErrFault
}

// Open implements Root.
func (f *FaultyRoot) Open(folder string) (Store, error) {
	if err := f.fails(); err != nil {
		return nil, err
	}
	s, err := f.Root.Open(folder)
	return &faultyFolder{s, f}, err
}

// Folders implements Root.
func (f *FaultyRoot) Folders() ([]string, error) {
	if err := f.fails(); err != nil {
		return nil, err
	}
	return f.Root.Folders()
}

// Remove implements Root.
func (f *FaultyRoot) Remove(folder string) error {
	if err := f.fails(); err != nil {
		return err
	}
	return f.Root.Remove(folder)
}

// faultyFolder is a store of a FaultyRoot.
type faultyFolder struct {
	Store
	root *FaultyRoot
}

// Put implements Store.
func (f *faultyFolder) Put(name string, parts ...[]byte) error {
	if err := f.root.fails(); err != nil {
		return err
	}
	return f.Store.Put(name, parts...)
}

// Get implements Store.
func (f *faultyFolder) Get(name string) ([]byte, error) {
	if err := f.root.fails(); err != nil {
		return nil, err
	}
	return f.Store.Get(name)
}

// Delete implements Store.
func (f *faultyFolder) Delete(name string) error {
	if err := f.root.fails(); err != nil {
		return err
	}
	return f.Store.Delete(name)
}

// Names implements Store.
func (f *faultyFolder) Names() ([]string, error) {
	if err := f.root.fails(); err != nil {
		return nil, err
	}
	return f.Store.Names()
}
