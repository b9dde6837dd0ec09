package extract

import "slices"

// Limits of a repetition inside a document.
const (
	minRepeatRunes = 24 // letters and digits: shorter equal lines say little
	maxInserted    = 8  // lines of advertising between two lines of a second printing
	minRunWords    = 60 // words a second printing has at the least
	minRunLines    = 3
)

// A printing is a run of lines that stands above already: lines [lo, hi) are
// the second printing, those with repeat < 0 among them were inserted.
type printing struct{ lo, hi int }

// findRepeats sets repeat of every line whose text stands above, and returns the
// runs long enough to be a second printing of a passage. Linear: each line is
// looked up once, and compared with at most one other.
func findRepeats(lines []line) []printing {
	if !mayRepeat(lines) {
		return nil
	}
	first := make(map[string]int32, len(lines))
	var runs []printing
	lo, last, words, count := -1, -1, int32(0), 0
	flush := func() {
		if lo >= 0 && words >= minRunWords && count >= minRunLines {
			runs = append(runs, printing{lo, last + 1})
		}
		lo, words, count = -1, 0, 0
	}
	for i := range lines {
		l := &lines[i]
		if lo >= 0 {
			if next := lines[last].repeat + 1; int(next) < i && lines[next].text == l.text {
				l.repeat = next
			}
		}
		if l.repeat < 0 && l.runes >= minRepeatRunes {
			if j, ok := first[l.text]; ok {
				l.repeat = j
			} else {
				first[l.text] = int32(i)
			}
		}
		switch {
		case l.repeat < 0:
			if lo >= 0 && i-last > maxInserted {
				flush()
			}
			continue
		case lo >= 0 && l.repeat <= lines[last].repeat:
			flush()
		}
		if lo < 0 {
			lo = i
		}
		last = i
		words += l.words
		count++
	}
	flush()
	return runs
}

// mayRepeat reports whether two lines that count have words of the same hash.
// Articles seldom have: they are spared the map.
func mayRepeat(lines []line) bool {
	var room [128]uint64
	sums := room[:0]
	for i := range lines {
		if l := &lines[i]; l.runes >= minRepeatRunes {
			sums = append(sums, l.sum)
		}
	}
	slices.Sort(sums)
	for i := 1; i < len(sums); i++ {
		if sums[i] == sums[i-1] {
			return true
		}
	}
	return false
}
