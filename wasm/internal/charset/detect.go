package charset

import (
	"math"
	"sync"
	"unicode/utf8"
)

// A candidate is an encoding that bytes may be written in.
type candidate struct {
	name    string
	prior   int // half bits: how rare it is on the web and in newsrooms
	writing writing
	native  bool // it is for a script other than Latin
}

// candidates are tried in this order; of two that need the same the first is taken.
var candidates = [...]candidate{
	{name: "windows-1252"},
	{name: "windows-1250", prior: 4},
	{name: "windows-1251", prior: 4, native: true},
	{name: "gb18030", prior: 4, writing: inSimplified, native: true},
	{name: "shift_jis", prior: 4, writing: inJapanese, native: true},
	{name: "euc-jp", prior: 4, writing: inJapanese, native: true},
	{name: "euc-kr", prior: 4, writing: inKorean, native: true},
	{name: "big5", prior: 4, writing: inTraditional, native: true},
	{name: "iso-8859-2", prior: 6},
	{name: "windows-1254", prior: 6},
	{name: "windows-1253", prior: 6, native: true},
	{name: "iso-8859-7", prior: 7, native: true},
	{name: "windows-1255", prior: 6, native: true},
	{name: "iso-8859-8", prior: 10, native: true},
	{name: "windows-1256", prior: 6, native: true},
	{name: "iso-8859-6", prior: 10, native: true},
	{name: "koi8-r", prior: 6, native: true},
	{name: "windows-1257", prior: 8},
	{name: "windows-874", prior: 6, native: true},
	{name: "iso-8859-15", prior: 10},
	{name: "iso-8859-5", prior: 10, native: true},
	{name: "koi8-u", prior: 8, native: true},
	{name: "ibm866", prior: 10, native: true},
	{name: "x-mac-cyrillic", prior: 14, native: true},
	{name: "macintosh", prior: 16},
	{name: "ibm855", prior: 16, native: true},
	{name: "iso-8859-13", prior: 16},
	{name: "iso-8859-4", prior: 24},
	{name: "ibm850", prior: 20},
	{name: "ibm852", prior: 20},
	{name: "ibm437", prior: 26},
	{name: "windows-1258", prior: 20},
	{name: "iso-8859-3", prior: 26},
	{name: "iso-8859-16", prior: 26},
	{name: "iso-8859-14", prior: 30},
	{name: "iso-8859-10", prior: 30},
	{name: "euc-tw", prior: 20, writing: inTraditional, native: true},
	{name: "johab", prior: 24, writing: inKorean, native: true},
}

// The sizes of what is scored: all candidates on the first, those that can still
// win on the second.
const (
	firstSample = 1 << 10
	fullSample  = 16 << 10
)

// cost is what the bytes take in an encoding, in half bits. Past limit, which no
// words can make good, it stops and returns what there is.
func (c candidate) cost(data []byte, known *knownWords, limit int) int {
	s := scorer{total: c.prior}
	limit += wordLimit
	if symbols := allSymbols()[c.name]; symbols != nil {
		for _, b := range data {
			if s.add(symbols[b]); s.total > limit {
				return s.total
			}
		}
		return s.sum(known, c.native)
	}
	for _, r := range decodeAs(data, c.name) {
		if s.add(describe(r, c.writing)); s.total > limit {
			return s.total
		}
	}
	return s.sum(known, c.native)
}

// noLimit is a limit that is never met.
const noLimit = math.MaxInt32

// allSymbols has what describe says of each byte of the encodings of one byte.
var allSymbols = sync.OnceValue(func() map[string]*[256]symbol {
	m := make(map[string]*[256]symbol, len(tables))
	for _, t := range tables {
		var symbols [256]symbol
		for i, r := range letters(t.name) {
			symbols[i] = describe(r, 0)
		}
		m[t.name] = &symbols
	}
	return m
})

// legacy chooses an encoding for bytes that are not Unicode. What is declared is
// believed unless the text would be much less natural than in the best encoding.
func legacy(data []byte, declared string) finding {
	words := sample(data, fullSample)
	known := findWords(data[:min(len(data), fullSample)])
	best, least := cheapest(words, known)
	if declared != "" && declared != best {
		cost := candidateOf(declared).cost(words, known, noLimit)
		if cost*4 > least*5+160 {
			declared = ""
		}
	}
	if declared != "" {
		return finding{name: declared, how: byDeclared}
	}
	return finding{name: best, how: byContent}
}

func candidateOf(name string) candidate {
	for _, c := range candidates {
		if c.name == name {
			return c
		}
	}
	return candidate{name: name}
}

// cheapest finds the candidate that describes data in the fewest half bits.
func cheapest(data []byte, known *knownWords) (name string, cost int) {
	first := data[:characterEnd(data, firstSample)]
	var costs [len(candidates)]int
	least := noLimit
	for i, c := range candidates {
		costs[i] = math.MaxInt
		if !fits(first, c.name) {
			continue
		}
		costs[i] = c.cost(first, known, within(least))
		if costs[i] < least {
			name, least = c.name, costs[i]
		}
	}
	if len(first) == len(data) {
		return name, least
	}
	limit := within(least)
	least = noLimit
	for i, c := range candidates {
		if costs[i] > limit {
			continue
		}
		if cost := c.cost(data, known, least); cost < least {
			name, least = c.name, cost
		}
	}
	return name, least
}

// within is the most that a candidate may take on the first sample to be scored on
// the second.
func within(least int) int {
	if least == noLimit {
		return noLimit
	}
	return least + least/4 + 200
}

// characterEnd is a place near n where no character is cut.
func characterEnd(data []byte, n int) int {
	for n < len(data) && data[n-1] >= 0x30 {
		n++
	}
	for n < len(data) && data[n] >= utf8.RuneSelf {
		n++
	}
	return min(n, len(data))
}
