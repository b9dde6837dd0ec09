package choice

import (
	"math/bits"
	"slices"

	"clippings/wasm/protocol"
)

// List is texts that can be chosen. The zero value is empty and ready. What was
// added does not change, so that a copy of a List may be asked while texts are
// added to the original.
type List struct {
	ids      []uint64
	written  []string
	folded   []byte   // all texts, one after the other: they are read in order
	ends     []uint32 // by text: where it ends in folded
	profiles []profile
	runs     []uint32 // by text: the first of those up to it that differ in digits alone
	past     *past
}

// Add adds a text. The id is the caller's.
func (l *List) Add(id uint64, written string) {
	if l.past == nil {
		l.past = &past{}
	}
	from := len(l.folded)
	l.folded = appendFolded(l.folded, written)
	l.ids, l.written, l.ends = append(l.ids, id), append(l.written, written), append(l.ends, uint32(len(l.folded)))
	l.profiles = append(l.profiles, newProfile(l.folded[from:]))
	run := uint32(len(l.runs))
	if run > 0 && differInDigits(l.text(run-1), l.text(run)) {
		run = l.runs[run-1]
	}
	l.runs = append(l.runs, run)
}

// differInDigits reports whether two folded texts are the same but for digits, as
// files are that a program named.
func differInDigits(a, b []byte) bool {
	if len(a) != len(b) {
		return false
	}
	for i, c := range a {
		if d := b[i]; c != d && (c < '0' || c > '9' || d < '0' || d > '9') {
			return false
		}
	}
	return true
}

// text is the folded form of a text.
func (l *List) text(i uint32) []byte {
	from := uint32(0)
	if i > 0 {
		from = l.ends[i-1]
	}
	return l.folded[from:l.ends[i]]
}

// Len is the number of texts.
func (l *List) Len() int { return len(l.ids) }

// Choice is a text that matches.
type Choice struct {
	ID      uint64
	Text    string
	Score   int
	Matches []protocol.Span // the letters of Text that matched
}

// Ask is what is looked for.
type Ask struct {
	Typed string
	Limit int                  // of choices
	Keep  func(id uint64) bool // whether a text may be chosen; nil if all may
	Floor *int                 // the least score that is wanted; nil if any is
	Yield func() error
}

// Best is the best choices, at most Limit: higher Score first, then Text, then ID. Nothing typed
// calls nothing. The error is Yield's. A List makes one answer at a time.
func (l *List) Best(q Ask) ([]Choice, error) {
	p := newPattern(q.Typed)
	if p.text == "" || q.Limit <= 0 || l.Len() == 0 {
		return nil, nil
	}
	l.past.mu.Lock()
	defer l.past.mu.Unlock()
	b := best{list: l, pattern: &p, Ask: q, past: l.past}
	if err := b.find(); err != nil {
		return nil, err
	}
	return b.choices(), nil
}

// walkEvery is how many profiles are looked at between two pauses, about 2 ms.
const walkEvery = 1 << 15

// candidate is a text that may match.
type candidate struct {
	text  uint32
	apart uint32 // how many of the pattern's pairs it lacks
}

// candidates are the texts that hold all letters of a pattern.
func (l *List) candidates(p *pattern, yield func() error) ([]candidate, error) {
	found := l.past.found
	look := func(i uint32) {
		if t := &l.profiles[i]; p.letters&^t.letters == 0 {
			found = append(found, candidate{i, uint32(bits.OnesCount64(p.pairs &^ t.pairs))})
		}
	}
	left, next := l.past.leave(p.text)
	for _, i := range left {
		if int(i) < l.Len() {
			look(i)
		}
	}
	for i := next; i < l.Len(); i++ {
		look(uint32(i))
		if i%walkEvery == 0 {
			if err := yield(); err != nil {
				return nil, err
			}
		}
	}
	l.past.found = found
	return found, nil
}

// classes are candidates by how many of the pattern's pairs they lack. Matches side
// by side count most, so that the best texts of a class are seldom behind those of
// the next.
func (l *List) classes(found []candidate, p *pattern) [][]uint32 {
	sizes := make([]int, bits.OnesCount64(p.pairs)+1)
	for _, c := range found {
		sizes[c.apart]++
	}
	all := slices.Grow(l.past.classes[:0], len(found))[:len(found)]
	l.past.classes = all
	classes := make([][]uint32, len(sizes))
	for i, n := range sizes {
		classes[i], all = all[:0:n], all[n:]
	}
	for _, c := range found {
		classes[c.apart] = append(classes[c.apart], c.text)
	}
	return classes
}
