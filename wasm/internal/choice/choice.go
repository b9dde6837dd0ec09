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
}

// Add adds a text. The id is the caller's.
func (l *List) Add(id uint64, written string) {
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
	if p.text == "" || q.Limit <= 0 {
		return nil, nil
	}
	b := best{list: l, pattern: &p, limit: q.Limit, keep: q.Keep, yield: q.Yield}
	classes, err := l.classes(&p, q.Yield)
	for missing, class := range classes {
		if !b.mayKeep(p.boundApart(missing)) {
			break
		}
		if err := b.addClass(class); err != nil {
			return nil, err
		}
	}
	return b.choices(), err
}

// walkEvery is how many profiles are looked at between two pauses, about 1 ms.
const walkEvery = 1 << 15

// classes are the texts that hold all letters of a pattern, by how many of its
// pairs they lack. Matches side by side count most, so that the best texts of a
// class are seldom behind those of the next.
func (l *List) classes(p *pattern, yield func() error) ([][]uint32, error) {
	classes := make([][]uint32, bits.OnesCount64(p.pairs)+1)
	for i := range l.profiles {
		if t := &l.profiles[i]; p.letters&^t.letters == 0 {
			missing := bits.OnesCount64(p.pairs &^ t.pairs)
			classes[missing] = append(classes[missing], uint32(i))
		}
		if i%walkEvery == 0 {
			if err := yield(); err != nil {
				return nil, err
			}
		}
	}
	return classes, nil
}
