package dedup

import "clippings/wasm/internal/shingle"

// fingerprint is the 128-bit hash of a word sequence; equal fingerprints are
// taken for equal texts.
type fingerprint [2]uint64

func fingerprintOf(terms []uint64) fingerprint {
	a, b := uint64(len(terms)), ^uint64(len(terms))
	for _, t := range terms {
		a = a*shingle.Base + t
		a ^= a >> 29 // so that the two halves do not lie in one lattice
		b = (b ^ t) * shingle.Base2
		b ^= b >> 32
	}
	return fingerprint{shingle.Mix(a), shingle.Mix(b)}
}
