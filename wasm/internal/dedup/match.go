package dedup

import (
	"math/bits"

	"clippings/wasm/internal/align"
	"clippings/wasm/internal/shingle"
)

// A matcher compares one text with many by the shingles at each of their words:
// what one comparison needs is found in one walk over the other's.
type matcher struct {
	words  []uint64 // of the text
	hash   []uint64 // its shingles, by place
	slots  []int32  // hash table: the last place of a shingle, plus one; 0 is free
	before []int32  // by place: the place before it of the same shingle, plus one
	runs   []placeRun
	metIn  []int32 // by last place of a shingle: the comparison in which it was met
	number int32   // of the comparison
	stamp  int64
	finder align.RunFinder
	found  bool // the finder is made

	other []uint64 // the other text's shingles, by place
	hits  []int32  // places in the text of shingles that stand in the other
}

// placeRun is the run that ends in a place of the text and in one of the other,
// in shingles.
type placeRun struct {
	stamp int64 // tells the comparison and the place in the other
	n     int32
}

// reset takes the text, whose words are not copied.
func (m *matcher) reset(words []uint64) {
	m.words, m.found = words, false
	m.hash = shingle.Each(m.hash[:0], words)
	n := len(m.hash)
	if size := 1 << bits.Len(uint(2*n)); size <= cap(m.slots) {
		m.slots = m.slots[:size]
		clear(m.slots)
	} else {
		m.slots = make([]int32, size)
	}
	if n > cap(m.runs) {
		m.runs, m.metIn, m.before = make([]placeRun, n), make([]int32, n), make([]int32, n)
	}
	m.runs, m.metIn, m.before = m.runs[:n], m.metIn[:n], m.before[:n]
	clear(m.metIn)
	m.number = 0
	for i, h := range m.hash {
		at := m.slot(h)
		m.before[i] = m.slots[at]
		m.slots[at] = int32(i + 1)
	}
}

// slot is where the shingle is in the table, or would be.
func (m *matcher) slot(h uint64) int {
	mask := len(m.slots) - 1
	at := int(h) & mask
	for m.slots[at] != 0 && m.hash[m.slots[at]-1] != h {
		at = (at + 1) & mask
	}
	return at
}

// match finds the longest common run with another text, in words, and where
// the text has shingles that stand in the other. It takes as long as the other
// text has words and the text such places.
func (m *matcher) match(other []uint64) (run uint32, work int) {
	m.other = shingle.Each(m.other[:0], other)
	m.hits = m.hits[:0]
	m.number++
	m.stamp++ // so that no run goes on from the comparison before
	longest, room := int32(0), 8*len(other)+64
	for _, h := range m.other {
		m.stamp++
		last := m.slots[m.slot(h)]
		if last == 0 {
			continue
		}
		first := m.metIn[last-1] != m.number
		m.metIn[last-1] = m.number
		// From the last place to the first, so that the run of the place before is
		// still that of the word before.
		for at := last; at > 0 && (first || room > 0); at = m.before[at-1] {
			if first {
				m.hits = append(m.hits, at-1)
			}
			longest = max(longest, m.extend(int(at-1)))
			room--
		}
	}
	work = 2*len(other) + len(m.hits)
	if longest > 0 && room > 0 {
		return uint32(longest) + shingle.Len - 1, work
	}
	// Texts of a few words over and over, or of fewer than a shingle has.
	if !m.found {
		m.finder.Reset(m.words)
		m.found = true
		work += 8 * len(m.words)
	}
	n, _ := m.finder.Longest(other)
	return uint32(n), work + 4*len(other)
}

// extend is the run that ends in a place of the text and in the present one of
// the other.
func (m *matcher) extend(at int) int32 {
	n := int32(1)
	if at > 0 && m.runs[at-1].stamp == m.stamp-1 {
		n += m.runs[at-1].n
	}
	m.runs[at] = placeRun{m.stamp, n}
	return n
}
