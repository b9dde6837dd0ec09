package eval

import (
	"math/bits"
	"math/rand/v2"
	"slices"
)

// MinHash with locality-sensitive hashing, as large collections are commonly
// deduplicated, to compare the program with: Broder 1997, "On the resemblance
// and containment of documents"; Indyk and Motwani 1998. The numbers are those of
// FineWeb (Penedo et al. 2024, "The FineWeb Datasets", appendix E): 5-word
// shingles, 112 hashes in 14 bands of 8 rows. Two texts meet if all rows of a
// band are the same, which two of Jaccard J do with probability 1-(1-J^8)^14:
// 0.77 at 0.75, 0.05 at 0.5, 0.005 at 0.37. What meets is taken for a copy
// without being looked at, and copies of copies are one cluster.
const (
	lshBands = 14
	lshRows  = 8
)

// mersenne is the prime 2^61-1, modulo which hashes are computed.
const mersenne = 1<<61 - 1

// signature is the least value of each hash over a text's shingles.
type signature [lshBands * lshRows]uint64

// minHash is a family of hashes x -> (a*x + b) mod 2^61-1.
type minHash struct{ a, b signature }

// newMinHash draws the family, the same in every run.
func newMinHash() *minHash {
	m, random := &minHash{}, rand.New(rand.NewPCG(1, 2))
	for i := range m.a {
		m.a[i], m.b[i] = 1+random.Uint64N(mersenne-1), random.Uint64N(mersenne)
	}
	return m
}

// sign makes the signature of a text. One of fewer words than a shingle has one
// of them all.
func (m *minHash) sign(words []uint64) (s signature) {
	for i := range s {
		s[i] = mersenne
	}
	for i := range max(1, len(words)-shingleLen+1) {
		x := hashWords(words[i:min(i+shingleLen, len(words))])
		for k := range s {
			s[k] = min(s[k], affine(m.a[k], x, m.b[k]))
		}
	}
	return s
}

// hashWords is a number below 2^61-1 for words in a row: FNV-1a with words for
// bytes, and its bits spread.
func hashWords(words []uint64) uint64 {
	h := uint64(14695981039346656037)
	for _, w := range words {
		h = (h ^ w) * 1099511628211
		h ^= h >> 32
	}
	h *= 0x9e3779b97f4a7c15
	return (h ^ h>>29) % mersenne
}

// affine is (a*x + b) mod 2^61-1 for numbers below it.
func affine(a, x, b uint64) uint64 {
	hi, lo := bits.Mul64(a, x)
	sum := (lo & mersenne) + (lo>>61 | hi<<3) // 2^61 is 1
	sum = (sum & mersenne) + sum>>61 + b
	sum = (sum & mersenne) + sum>>61
	if sum >= mersenne {
		sum -= mersenne
	}
	return sum
}

// sketched is what MinHash finds among texts.
type sketched struct {
	pairs    map[namePair]bool
	clusters [][]string // of two texts and more
}

// sketch finds the texts that meet in a band, by name. Texts without words meet
// nothing.
func sketch(names []string, words map[string][]uint64) sketched {
	m := newMinHash()
	signatures := make([]signature, len(names))
	for i, name := range names {
		signatures[i] = m.sign(words[name])
	}
	found := sketched{pairs: map[namePair]bool{}}
	parent := make([]int, len(names))
	for i := range parent {
		parent[i] = i
	}
	for band := range lshBands {
		buckets := map[[lshRows]uint64][]int{}
		for i, name := range names {
			if len(words[name]) == 0 {
				continue
			}
			key := [lshRows]uint64(signatures[i][band*lshRows:])
			for _, j := range buckets[key] {
				found.pairs[pairOf(names[j], name)] = true
				parent[root(parent, i)] = root(parent, j)
			}
			buckets[key] = append(buckets[key], i)
		}
	}
	found.clusters = components(names, parent)
	return found
}

// root is the text that stands for those joined with text i.
func root(parent []int, i int) int {
	for parent[i] != i {
		parent[i] = parent[parent[i]]
		i = parent[i]
	}
	return i
}

func components(names []string, parent []int) (clusters [][]string) {
	of := map[int][]string{}
	for i, name := range names {
		r := root(parent, i)
		of[r] = append(of[r], name)
	}
	for _, c := range of {
		if len(c) > 1 {
			slices.Sort(c)
			clusters = append(clusters, c)
		}
	}
	slices.SortFunc(clusters, slices.Compare[[]string])
	return clusters
}
