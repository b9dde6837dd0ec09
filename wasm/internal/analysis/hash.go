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

// normalize works out the term of the current word and its hash. Most words are
// dismissed by one look at the sieve of the variant table and one at their ending.
//
// The hash of a folded word in short is made from whole eight-byte words at fixed
// places, and the steps for the last seven bytes are all taken and then kept or
// not. A length is as good as random, so that branches on it, and calls in
// between, cost a third of the scan under WebAssembly.
func (s *Scanner) normalize() {
	s.state |= hasTerm
	if s.state&isShort == 0 || s.n >= 32 {
		s.normalizeAny()
		return
	}
	b, n := &s.short, s.n
	h, rest := prime5+uint64(n), load(b[shortAt:])
	if n >= 8 {
		h, rest = hashEight(h, rest), load(b[shortAt+8:])
		if n >= 16 {
			h, rest = hashEight(h, rest), load(b[shortAt+16:])
			if n >= 24 {
				h, rest = hashEight(h, rest), load(b[shortAt+24:])
			}
		}
	}
	four, two, one := -uint64(n>>2&1), -uint64(n>>1&1), -uint64(n&1)
	h ^= (h ^ hashFour(h, rest)) & four
	rest >>= 32 & four
	h ^= (h ^ hashByte(hashByte(h, rest), rest>>8)) & two
	rest >>= 16 & two
	h ^= (h ^ hashByte(h, rest)) & one
	h ^= h >> 33
	h *= prime2
	h ^= h >> 29
	h *= prime3
	h ^= h >> 32
	s.hash = h
	if s.variants.sieved(h)|respellBits(load(b[n:])) != 0 {
		s.normalizeShort()
	}
}

func hashEight(h, eight uint64) uint64 {
	h ^= bits.RotateLeft64(eight*prime2, 31) * prime1
	return bits.RotateLeft64(h, 27)*prime1 + prime4
}

func hashFour(h, four uint64) uint64 {
	h ^= uint64(uint32(four)) * prime1
	return bits.RotateLeft64(h, 23)*prime2 + prime3
}

func hashByte(h, b uint64) uint64 {
	return bits.RotateLeft64(h^b&0xFF*prime5, 11) * prime1
}

// normalizeShort is normalize for a word in short that may have a variant.
func (s *Scanner) normalizeShort() {
	if s.n < minVariant {
		return
	}
	w := s.short[shortAt:][:s.n]
	if to, ok := s.variants.find(w, s.hash); ok {
		s.setOther(append(s.other[:0], to...))
		return
	}
	if s.n < minRespelled {
		return
	}
	if spelled, ok := appendRespelled(s.other[:0], w); ok {
		s.setOther(spelled)
	}
}
