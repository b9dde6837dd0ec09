package deflate

import (
	"cmp"
	"math/bits"
	"slices"
)

// codes are how long the code of each symbol of a block is, and how that is told.
type codes struct {
	main, far []uint8
	head      []run   // of the lengths of both
	lengths   []uint8 // of the codes in which head is told
}

// A run is how lengths of codes are told: itself, or a sign for several
// (RFC 1951, 3.2.7).
type run struct{ symbol, extra uint8 }

const (
	runBefore = 16 // the one before, 3 to 6 times more
	runZeros  = 17 // 3 to 10 zeros
	runMore   = 18 // 11 to 138 zeros
	runs      = 19

	maxCode    = 15
	maxRunCode = 7
)

// runExtra is how many extra bits signs have.
var runExtra = [runs]int{runBefore: 2, runZeros: 3, runMore: 7}

// runOrder is the order in which the lengths of the codes of runs are told.
var runOrder = [runs]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

func codesOf(c *counts) codes {
	out := codes{main: codeLengths(c.main[:], maxCode), far: codeLengths(c.far[:], maxCode)}
	out.main = out.main[:max(lastUsed(out.main), endSymbol)+1]
	out.far = out.far[:lastUsed(out.far)+1]
	out.head = runsOf(slices.Concat(out.main, out.far))
	var often [runs]uint32
	for _, r := range out.head {
		often[r.symbol]++
	}
	out.lengths = codeLengths(often[:], maxRunCode)
	return out
}

func lastUsed(lengths []uint8) int {
	last := 0
	for i, n := range lengths {
		if n > 0 {
			last = i
		}
	}
	return last
}

// toldRuns is how many lengths of codes of runs must be told.
func (c *codes) toldRuns() int {
	n := runs
	for n > 4 && c.lengths[runOrder[n-1]] == 0 {
		n--
	}
	return n
}

// size is how many bits a block takes, extra bits apart.
func (c *codes) size(of *counts) uint64 {
	size := uint64(3 + 5 + 5 + 4 + 3*c.toldRuns())
	for _, r := range c.head {
		size += uint64(c.lengths[r.symbol]) + uint64(runExtra[r.symbol])
	}
	for i, n := range c.main {
		size += uint64(n) * uint64(of.main[i])
	}
	for i, n := range c.far {
		size += uint64(n) * uint64(of.far[i])
	}
	return size
}

// runsOf tells lengths of codes shortly.
func runsOf(lengths []uint8) []run {
	var out []run
	for i := 0; i < len(lengths); {
		n := 1
		for i+n < len(lengths) && lengths[i+n] == lengths[i] {
			n++
		}
		length := lengths[i]
		i += n
		if length > 0 {
			out, n = append(out, run{symbol: length}), n-1
		}
		for n > 0 {
			switch {
			case length == 0 && n >= 11:
				k := min(n, 138)
				out, n = append(out, run{runMore, uint8(k - 11)}), n-k
			case length == 0 && n >= 3:
				k := min(n, 10)
				out, n = append(out, run{runZeros, uint8(k - 3)}), n-k
			case length > 0 && n >= 3:
				k := min(n, 6)
				out, n = append(out, run{runBefore, uint8(k - 3)}), n-k
			default:
				out, n = append(out, run{symbol: length}), n-1
			}
		}
	}
	return out
}

// package merging: a node of a list is a symbol, or two nodes of the list before.
type node struct {
	weight      uint64
	symbol      int // -1 for two
	left, right int
}

// codeLengths gives each symbol that occurs the length of its code, such that all
// together are shortest and none is longer than longest (Larmore and Hirschberg, "A
// Fast Algorithm for Optimal Length-Limited Huffman Codes", 1990). Two symbols
// at least get one: some programs do not take a code of one.
func codeLengths(often []uint32, longest int) []uint8 {
	var symbols []node
	for i, n := range often {
		if n > 0 {
			symbols = append(symbols, node{weight: uint64(n), symbol: i})
		}
	}
	for i := 0; len(symbols) < 2; i++ {
		if often[i] == 0 {
			symbols = append(symbols, node{symbol: i})
		}
	}
	slices.SortStableFunc(symbols, func(a, b node) int { return cmp.Compare(a.weight, b.weight) })
	lists := make([][]node, longest)
	for level := range lists {
		lists[level] = symbols
		if level > 0 {
			lists[level] = joinPairs(symbols, lists[level-1])
		}
	}
	lengths := make([]uint8, len(often))
	var count func(level, i int)
	count = func(level, i int) {
		n := lists[level][i]
		if n.symbol >= 0 {
			lengths[n.symbol]++
			return
		}
		count(level-1, n.left)
		count(level-1, n.right)
	}
	for i := range 2*len(symbols) - 2 {
		count(longest-1, i)
	}
	return lengths
}

// joinPairs merges the symbols with the pairs of nodes of the list before.
func joinPairs(symbols, before []node) []node {
	out := make([]node, 0, len(symbols)+len(before)/2)
	for pair := 0; len(symbols) > 0 || pair+1 < len(before); {
		if pair+1 < len(before) {
			weight := before[pair].weight + before[pair+1].weight
			if len(symbols) == 0 || weight < symbols[0].weight {
				out = append(out, node{weight, -1, pair, pair + 1})
				pair += 2
				continue
			}
		}
		out, symbols = append(out, symbols[0]), symbols[1:]
	}
	return out
}

// canonical is the code of each symbol, its first bit lowest (RFC 1951, 3.2.2).
func canonical(lengths []uint8) []uint16 {
	var next [maxCode + 2]uint16 // by length: how many are shorter by one, then the code
	for _, n := range lengths {
		if n > 0 {
			next[n+1]++
		}
	}
	for n := 1; n < len(next); n++ {
		next[n] = (next[n] + next[n-1]) << 1
	}
	out := make([]uint16, len(lengths))
	for i, n := range lengths {
		if n > 0 {
			out[i] = bits.Reverse16(next[n]) >> (16 - n)
			next[n]++
		}
	}
	return out
}
