package ui

import (
	"cmp"
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// ledgerView says which entries of the ledger are shown, and in which order.
type ledgerView struct {
	show   ledgerFilter
	words  []string // an entry holds all of them; in small letters
	format string   // "" for any, noFormat for those that have none
	order  int      // place in ledgerOrders
}

// ledgerFilter says which entries are shown by what came of them.
type ledgerFilter uint8

const (
	showAll ledgerFilter = iota
	showRead
	showSkipped
	showWarned
	numFilters
)

// noFormat is what the menu has for entries whose format was not found out.
const noFormat = "?"

// ledgerOrders are the orders to choose from. Entries that compare alike stay in
// the order of their paths; nil leaves all there.
var ledgerOrders = []struct {
	name    string
	compare func(a, b *protocol.Entry) int
}{
	{"by file", nil},
	{"left out first", func(a, b *protocol.Entry) int { return yes(b.Skip != 0) - yes(a.Skip != 0) }},
	{"warnings first", func(a, b *protocol.Entry) int { return yes(len(b.Warnings) > 0) - yes(len(a.Warnings) > 0) }},
	{"by format", func(a, b *protocol.Entry) int { return strings.Compare(a.Format, b.Format) }},
	{"most words first", func(a, b *protocol.Entry) int { return cmp.Compare(b.Words, a.Words) }},
	{"fewest words first", fewestWords},
	{"largest first", func(a, b *protocol.Entry) int { return cmp.Compare(b.Bytes, a.Bytes) }},
	{"smallest first", func(a, b *protocol.Entry) int { return cmp.Compare(a.Bytes, b.Bytes) }},
}

// fewestWords has what was left out, and so has no words, at the end.
func fewestWords(a, b *protocol.Entry) int {
	return cmp.Or(yes(a.Skip != 0)-yes(b.Skip != 0), cmp.Compare(a.Words, b.Words))
}

func yes(b bool) int {
	if b {
		return 1
	}
	return 0
}

// isWhole reports a view that shows every entry in the order of the ledger.
func (v *ledgerView) isWhole() bool {
	return v.show == showAll && len(v.words) == 0 && v.format == "" && ledgerOrders[v.order].compare == nil
}

// arrange gives the places of the entries to show, in order.
func (v *ledgerView) arrange(entries []protocol.Entry, p *pace) ([]int32, error) {
	shown := make([]int32, 0, len(entries))
	for i := range entries {
		if i%paceEvery == 0 {
			if err := p.step(); err != nil {
				return nil, err
			}
		}
		if v.takes(&entries[i]) {
			shown = append(shown, int32(i))
		}
	}
	compare := ledgerOrders[v.order].compare
	if compare == nil {
		return shown, nil
	}
	return sortInSteps(shown, func(a, b int32) int {
		return compare(&entries[a], &entries[b])
	}, p)
}

func (v *ledgerView) takes(e *protocol.Entry) bool {
	if !v.show.takes(e) || v.format != "" && v.format != cmp.Or(e.Format, noFormat) {
		return false
	}
	for _, w := range v.words {
		if !entryHolds(e, w) {
			return false
		}
	}
	return true
}

func (f ledgerFilter) takes(e *protocol.Entry) bool {
	switch f {
	case showRead:
		return e.Skip == protocol.SkipNone
	case showSkipped:
		return e.Skip != protocol.SkipNone
	case showWarned:
		return len(e.Warnings) > 0
	}
	return true
}

// entryHolds reports whether what the row of an entry shows holds a word.
func entryHolds(e *protocol.Entry, word string) bool {
	if holds(e.Path, word) || holds(e.Record, word) || holds(e.Title, word) || holds(e.Detail, word) ||
		e.Skip != protocol.SkipNone && (holds(e.Skip.String(), word) || holds(e.Skip.Explanation(), word)) {
		return true
	}
	for _, w := range e.Warnings {
		if holds(w, word) {
			return true
		}
	}
	return false
}

// holds reports whether s holds a word, which is in small letters. Of ASCII it
// makes no copies: 100,000 entries are looked through at every pause in typing.
func holds(s, word string) bool {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return strings.Contains(strings.ToLower(s), word)
		}
	}
	for i := 0; i+len(word) <= len(s); i++ {
		k := 0
		for k < len(word) && small(s[i+k]) == word[k] {
			k++
		}
		if k == len(word) {
			return true
		}
	}
	return false
}

func small(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		return b + 'a' - 'A'
	}
	return b
}

// sortInSteps sorts places by merging ever longer runs, so that it can pause
// anywhere. Places that compare alike keep their order.
func sortInSteps(places []int32, compare func(a, b int32) int, p *pace) ([]int32, error) {
	other := make([]int32, len(places))
	for width := 1; width < len(places); width *= 2 {
		for from := 0; from < len(places); from += 2 * width {
			middle, to := min(from+width, len(places)), min(from+2*width, len(places))
			a, b := places[from:middle], places[middle:to]
			for out := from; out < to; out++ {
				if out%paceEvery == 0 {
					if err := p.step(); err != nil {
						return nil, err
					}
				}
				if len(b) == 0 || len(a) > 0 && compare(a[0], b[0]) <= 0 {
					other[out], a = a[0], a[1:]
				} else {
					other[out], b = b[0], b[1:]
				}
			}
		}
		places, other = other, places
	}
	return places, nil
}

// pace gives the page's thread back to the browser while something long is
// worked out, and ends the work when nobody waits for it any more.
type pace struct {
	work  context.Context
	since time.Time
}

const (
	// paceEvery is after how many entries the clock is looked at.
	paceEvery = 256
	// paceLen is how long the thread is held at once: half a frame.
	paceLen = 8 * time.Millisecond
)

func newPace(work context.Context) *pace { return &pace{work: work, since: time.Now()} }

// step returns the error of the context.
func (p *pace) step() error {
	if time.Since(p.since) < paceLen {
		return nil
	}
	time.Sleep(time.Microsecond) // nothing less than a timer lets the browser draw
	p.since = time.Now()
	return p.work.Err()
}
