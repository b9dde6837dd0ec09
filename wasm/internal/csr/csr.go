// Package csr holds many short slices in two: compressed sparse rows.
package csr

// Rows holds a slice for each key from 0 on, in 4 bytes a key and its values.
type Rows[T any] struct {
	from []uint32 // by key: where its values begin
	val  []T
}

// New makes rows of what each gives in two equal rounds, keeping its order within
// a key.
func New[T any](keys int, each func(put func(key uint32, val T))) Rows[T] {
	r := Rows[T]{from: make([]uint32, keys+2)}
	total := 0
	each(func(key uint32, _ T) { r.from[key+2]++; total++ })
	for k := 2; k < len(r.from); k++ {
		r.from[k] += r.from[k-1]
	}
	r.val = make([]T, total)
	each(func(key uint32, val T) { r.val[r.from[key+1]] = val; r.from[key+1]++ })
	r.from = r.from[:keys+1]
	return r
}

// Of is the values of a key.
func (r *Rows[T]) Of(key uint32) []T { return r.val[r.from[key]:r.from[key+1]] }

// Len is the number of all values.
func (r *Rows[T]) Len() int { return len(r.val) }
