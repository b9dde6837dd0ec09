package choice

// score is the score that package fuzzy gives a folded text, and whether it
// matches.
//
// The letters of the pattern are taken one by one. Of the places of a letter the
// best counts, up to where the next letter of the pattern follows, or the text
// ends.
//
// This is for text of ASCII alone, which has a character in each byte, and in a
// fraction of the time.
func (p *pattern) scoreASCII(text []byte) (score int, ok bool) {
	if !p.holds(text) {
		return 0, false
	}
	k, adjacent := 0, 0             // the letter looked for; how well those before were adjacent
	best, at, matched := -1, -1, -1 // the best place of it so far; that of the letter before
	want, follows := p.byteAt(0), p.byteAt(1)
	c := text[0]
	for i := range len(text) {
		next := follows // the end is as if it followed
		if i+1 < len(text) {
			next = text[i+1]
		}
		if c == want {
			here := 0
			if i == 0 {
				here = firstBonus
			} else if isSeparator(rune(text[i-1])) {
				here = wordBonus
			}
			if k > 0 && matched == i-1 {
				bonus := 2*adjacent + adjacentBonus
				here, adjacent = here+bonus, adjacent+bonus
			}
			if here > best {
				best, at = here, i
			}
		}
		if next == follows && at >= 0 {
			if k == 0 {
				best -= leadPenalty * min(at, maxLead)
			}
			score += best
			matched, best = at, -1
			k++
			want, follows = follows, p.byteAt(k+1)
		}
		c = next
	}
	return score + k - len(text), k == len(p.text)
}

// byteAt is a byte of the pattern, one that stands in no text after the last.
func (p *pattern) byteAt(k int) byte {
	if k < len(p.text) {
		return p.text[k]
	}
	return 0
}

// holds reports whether the letters of the pattern stand in a folded text in order.
func (p *pattern) holds(folded []byte) bool {
	k, want := 0, p.text[0]
	for i := range len(folded) {
		if folded[i] == want {
			if k++; k == len(p.text) {
				return true
			}
			want = p.text[k]
		}
	}
	return false
}
