package choice

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"github.com/sahilm/fuzzy"
)

// best keeps the best matches so far.
type best struct {
	Ask
	list    *List
	past    *past
	pattern *pattern
	kept    []match // the best first
	single  [1]string
	bounds  lastOf // bounds of runs
	scores  lastOf // scores of runs
}

// lastOf is what was worked out last for a run of texts that differ in digits
// alone. To a pattern without digits they are all the same.
type lastOf struct {
	run   uint32
	known bool // run and what follows are
	score int
	ok    bool
}

// match is a text that matches.
type match struct {
	text  uint32
	score int
}

// bounded is a text that may be kept.
type bounded struct {
	text  uint32
	bound int
}

// find keeps the best matches of all texts.
func (b *best) find() error {
	b.past.begin(b.list.Len())
	found, err := b.list.candidates(b.pattern, b.Yield)
	if err != nil {
		return err
	}
	for missing, class := range b.list.classes(found, b.pattern) {
		if !b.mayKeep(b.pattern.boundApart(missing)) {
			break
		}
		if err := b.addClass(class); err != nil {
			return err
		}
	}
	b.past.put(b.pattern.text, b.list.Len())
	return nil
}

// scoreEvery is how many texts are looked at between two pauses, about 2 ms.
const scoreEvery = 1 << 12

// addClass scores the texts of a class whose bounds are high enough: first some of
// the highest, after which few others are, then those in order, which is how they
// lie in memory.
func (b *best) addClass(class []uint32) error {
	b.past.bounded = b.past.bounded[:0]
	var count [maxRank + 1]int
	for n, text := range class {
		if bound := b.bound(text); b.mayKeep(bound) {
			b.past.bounded = append(b.past.bounded, bounded{text, bound})
			count[rank(bound)]++
		}
		if n%walkEvery == walkEvery-1 {
			if err := b.Yield(); err != nil {
				return err
			}
		}
	}
	high, n := maxRank, count[maxRank]
	for high > 0 && n+count[high-1] <= firstScored*b.Limit {
		high--
		n += count[high]
	}
	if err := b.addRanks(high, maxRank); err != nil {
		return err
	}
	return b.addRanks(0, high-1)
}

// firstScored is how many texts for each one wanted are scored first.
const firstScored = 16

// addRanks scores the candidates of a range of ranks.
func (b *best) addRanks(from, to int) error {
	for n, c := range b.past.bounded {
		if b.mayKeep(c.bound) {
			if r := rank(c.bound); from <= r && r <= to && !b.isBehind(match{c.text, c.bound}) {
				b.add(c.text)
			}
		}
		if n%scoreEvery == scoreEvery-1 {
			if err := b.Yield(); err != nil {
				return err
			}
		}
	}
	return nil
}

// Ranks tell bounds below 800 apart, then by their first three binary digits.
const (
	rankLow  = -200
	rankHigh = 800
	maxRank  = rankHigh - rankLow + 4*64
)

// rank is a small number that rises with the bound.
func rank(bound int) int {
	if bound < rankHigh {
		return max(bound, rankLow) - rankLow
	}
	n := bits.Len64(uint64(bound))
	return rankHigh - rankLow + 4*n + bound>>(n-3)&3
}

// mayKeep reports whether a score is good enough, all else being well.
func (b *best) mayKeep(score int) bool {
	return (len(b.kept) < b.Limit || score >= b.kept[b.Limit-1].score) && (b.Floor == nil || score >= *b.Floor)
}

// isBehind reports whether a match stands behind all that are kept, as many as
// may be.
func (b *best) isBehind(m match) bool {
	return len(b.kept) == b.Limit && b.compare(m, b.kept[b.Limit-1]) > 0
}

// add scores a text and keeps it if it is good enough.
func (b *best) add(text uint32) {
	score, ok := b.score(text)
	m := match{text, score}
	if !ok {
		b.past.failed[text/64] |= 1 << (text % 64)
	}
	if !ok || !b.mayKeep(score) || b.isBehind(m) || b.Keep != nil && !b.Keep(b.list.ids[text]) {
		return
	}
	at, _ := slices.BinarySearchFunc(b.kept, m, b.compare)
	b.kept = slices.Insert(b.kept, at, m)
	b.kept = b.kept[:min(len(b.kept), b.Limit)]
}

// bound is at least the score of a text.
func (b *best) bound(text uint32) int {
	run := b.list.runs[text]
	if b.pattern.hasDigit || !b.bounds.known || b.bounds.run != run {
		b.bounds = lastOf{run: run, known: true, score: b.pattern.bound(&b.list.profiles[text])}
	}
	return b.bounds.score
}

// score is the score of a text, and whether it matches.
func (b *best) score(text uint32) (score int, ok bool) {
	run := b.list.runs[text]
	if b.pattern.hasDigit || !b.scores.known || b.scores.run != run {
		b.scores = lastOf{run: run, known: true}
		b.scores.score, b.scores.ok = b.scoreAlone(text)
	}
	return b.scores.score, b.scores.ok
}

// scoreAlone is score for one text.
func (b *best) scoreAlone(text uint32) (score int, ok bool) {
	folded := b.list.text(text)
	if b.list.profiles[text].isASCII {
		return b.pattern.scoreASCII(folded)
	}
	if !b.pattern.holds(folded) {
		return 0, false
	}
	b.single[0] = string(folded)
	for _, m := range fuzzy.FindNoSort(b.pattern.text, b.single[:]) {
		return m.Score, true
	}
	return 0, false
}

func (b *best) compare(x, y match) int {
	if x.score != y.score {
		return cmp.Compare(y.score, x.score)
	}
	l := b.list
	return cmp.Or(strings.Compare(l.written[x.text], l.written[y.text]), cmp.Compare(l.ids[x.text], l.ids[y.text]))
}

// choices are the matches kept, told by package fuzzy.
func (b *best) choices() []Choice {
	folded := make([]string, len(b.kept))
	for i, m := range b.kept {
		folded[i] = string(b.list.text(m.text))
	}
	var list []Choice
	for _, m := range fuzzy.FindNoSort(b.pattern.text, folded) {
		text := b.kept[m.Index].text
		written := b.list.written[text]
		list = append(list, Choice{b.list.ids[text], written, m.Score, original(written, m.MatchedIndexes)})
	}
	return list
}
