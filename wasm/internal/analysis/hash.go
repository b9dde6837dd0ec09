package analysis

import (
	"math/bits"

	"github.com/cespare/xxhash/v2"
)

// Hash is the 64-bit xxHash of a term: the same in every worker, every build
// and every stored file.
func Hash(term []byte) uint64 { return xxhash.Sum64(term) }

// The constants of xxHash (https://github.com/Cyan4973/xxHash, XXH64).
const (
	prime1 = 0x9E3779B185EBCA87
	prime2 = 0xC2B2AE3D27D4EB4F
	prime3 = 0x165667B19E3779F9
	prime4 = 0x85EBCA77C2B2AE63
	prime5 = 0x27D4EB2F165667C5
)

// hashShort is Hash(b[:n]) for n under 32, from whole eight-byte words at fixed
// places: no loop, no check of bounds, and the last bytes of a term are taken out
// of a register, not one by one from memory.
func hashShort(b *shortBuffer, n int) uint64 {
	h := prime5 + uint64(n)
	rest := load(b[0:])
	if n >= 8 {
		h, rest = hashEight(h, rest), load(b[8:])
		if n >= 16 {
			h, rest = hashEight(h, rest), load(b[16:])
			if n >= 24 {
				h, rest = hashEight(h, rest), load(b[24:])
			}
		}
	}
	if n&4 != 0 {
		h ^= uint64(uint32(rest)) * prime1
		h = bits.RotateLeft64(h, 23)*prime2 + prime3
		rest >>= 32
	}
	if n&2 != 0 {
		h = hashByte(hashByte(h, rest), rest>>8)
		rest >>= 16
	}
	if n&1 != 0 {
		h = hashByte(h, rest)
	}
	h ^= h >> 33
	h *= prime2
	h ^= h >> 29
	h *= prime3
	return h ^ h>>32
}

func hashEight(h, eight uint64) uint64 {
	h ^= bits.RotateLeft64(eight*prime2, 31) * prime1
	return bits.RotateLeft64(h, 27)*prime1 + prime4
}

func hashByte(h, b uint64) uint64 {
	return bits.RotateLeft64(h^b&0xFF*prime5, 11) * prime1
}
