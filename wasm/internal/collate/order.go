package collate

import "slices"

// sortBy sorts by a key, and leaves in order what has the same. A sort made for each
// type would be 8 kB of program each.
func sortBy[T any](list []T, key func(*T) uint32) {
	was := slices.Clone(list)
	for i, k := range order(len(list), func(i int) uint32 { return key(&was[i]) }) {
		list[i] = was[uint32(k)]
	}
}

// order is numbers below n by their keys, in the lower half of each.
func order(n int, key func(int) uint32) []uint64 {
	keys := make([]uint64, n)
	for i := range keys {
		keys[i] = uint64(key(i))<<32 | uint64(i)
	}
	slices.Sort(keys)
	return keys
}
