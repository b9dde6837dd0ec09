package choice

import (
	"cmp"
	"math/bits"
	"strings"

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
	l.profiles = append(l.profiles, newProfile(string(l.folded[from:])))
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

// Compare orders choices: higher Score first, then Text, then ID.
func Compare(a, b Choice) int {
	return cmp.Or(cmp.Compare(b.Score, a.Score), strings.Compare(a.Text, b.Text), cmp.Compare(a.ID, b.ID))
}

// Ask is what is looked for.
type Ask struct {
	Typed string
	Limit int                  // of choices
	Keep  func(id uint64) bool // whether a text may be chosen; nil if all may
	Yield func() error
}

// Best is the best choices in the order of Compare, at most Limit. Nothing typed
// calls nothing. The error is Yield's.
func (l *List) Best(q Ask) ([]Choice, error) {
	p := newPattern(q.Typed)
	if p.text == "" || q.Limit <= 0 || l.Len() == 0 {
		return nil, nil
	}
	b := best{list: l, pattern: &p, limit: q.Limit, keep: q.Keep, yield: q.Yield, failed: make([]uint64, (l.Len()+63)/64)}
	found, err := l.candidates(&p, q.Yield)
	if err != nil {
		return nil, err
	}
	for missing, class := range classes(found, &p) {
		if !b.mayKeep(p.boundApart(missing)) {
			break
		}
		if err := b.addClass(class); err != nil {
			return nil, err
		}
	}
	l.past.put(&b, found)
	return b.choices(), nil
}

// walkEvery is how many profiles are looked at between two pauses, about 1 ms.
const walkEvery = 1 << 15

// candidate is a text that may match.
type candidate struct {
	text  uint32
	apart uint32 // how many of the pattern's pairs it lacks
}

// candidates are the texts that hold all letters of a pattern.
func (l *List) candidates(p *pattern, yield func() error) ([]candidate, error) {
	var found []candidate
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
	return found, nil
}

// classes are candidates by how many of the pattern's pairs they lack. Matches side
// by side count most, so that the best texts of a class are seldom behind those of
// the next.
func classes(found []candidate, p *pattern) [][]uint32 {
	sizes := make([]int, bits.OnesCount64(p.pairs)+1)
	for _, c := range found {
		sizes[c.apart]++
	}
	all := make([]uint32, len(found))
	classes := make([][]uint32, len(sizes))
	for i, n := range sizes {
		classes[i], all = all[:0:n], all[n:]
	}
	for _, c := range found {
		classes[c.apart] = append(classes[c.apart], c.text)
	}
	return classes
}
