package store

import (
	"errors"
	"sync/atomic"
)

// ErrFault is the error that Faulty gives.
var ErrFault = errors.New("store: fault put in by a test")

// Faulty is a store whose operations fail from the At-th on, counted from 1, as
// those of a full or broken disk do. 0 never fails.
type Faulty struct {
	Store
	At    int64
	count atomic.Int64
}

// fails reports whether the next operation does.
func (f *Faulty) fails() bool { return f.count.Add(1) >= f.At && f.At > 0 }

// Operations is how many were asked for.
func (f *Faulty) Operations() int64 { return f.count.Load() }

// Put implements Store.
func (f *Faulty) Put(name string, parts ...[]byte) error {
	if f.fails() {
		return ErrFault
	}
	return f.Store.Put(name, parts...)
}

// Get implements Store.
func (f *Faulty) Get(name string) ([]byte, error) {
	if f.fails() {
		return nil, ErrFault
	}
	return f.Store.Get(name)
}

// Delete implements Store.
func (f *Faulty) Delete(name string) error {
	if f.fails() {
		return ErrFault
	}
	return f.Store.Delete(name)
}

// Names implements Store.
func (f *Faulty) Names() ([]string, error) {
	if f.fails() {
		return nil, ErrFault
	}
	return f.Store.Names()
}
