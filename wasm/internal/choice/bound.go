package choice

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// profile is what is kept of a folded text to bound its score.
type profile struct {
	letters  uint64 // that stand in it, as bits of letterBit
	initials uint64 // of them, those for which package fuzzy sees a word begin
	pairs    uint64 // letters side by side, as bits of pairBit
	isASCII  bool
	len      uint16 // in bytes
	first    uint8  // bit of the letter it begins with
	lead     uint8  // bytes before the first word that does not begin the text, at most 3
}

// The figures of package fuzzy.
const (
	firstBonus    = 10 // the text begins with the letter
	wordBonus     = 20 // a word does
	adjacentBonus = 5  // the letter before matches the letter before; then 3 times as much
	leadPenalty   = 5  // for each byte before the first match, up to maxLead
	maxLead       = 3
	separators    = 1<<'/' | 1<<'-' | 1<<' ' | 1<<'.' // and those from 64 on
)

// isSeparator reports the characters after which package fuzzy sees a word begin.
func isSeparator(r rune) bool {
	return r < 64 && separators>>(r&63)&1 != 0 || r == '_' || r == '\\'
}

// isCamel reports a small letter before a capital, of which folding leaves few.
func isCamel(last, r rune) bool {
	return r >= utf8.RuneSelf && unicode.IsUpper(r) && unicode.IsLower(last)
}

// letterBit is the bit of a letter or digit; all other characters share what is
// left.
func letterBit(r rune) uint8 {
	switch {
	case r >= 'a' && r <= 'z':
		return uint8(r - 'a')
	case r >= '0' && r <= '9':
		return uint8(26 + r - '0')
	}
	return uint8(36 + r%28)
}

// pairBit is the bit of two characters side by side.
func pairBit(a, b rune) uint8 {
	return uint8((uint32(a)*0x9E3779B1 + uint32(b)*0x85EBCA6B) >> 26)
}

func newProfile(folded []byte) profile {
	p := profile{len: uint16(len(folded)), lead: maxLead, isASCII: true}
	var last rune
	for i, r := range string(folded) {
		bit := letterBit(r)
		p.letters |= 1 << bit
		p.isASCII = p.isASCII && r < utf8.RuneSelf
		if i == 0 {
			p.first = bit
		} else {
			p.pairs |= 1 << pairBit(last, r)
			if isSeparator(last) || isCamel(last, r) {
				p.initials |= 1 << bit
				p.lead = uint8(min(int(p.lead), i))
			}
		}
		last = r
	}
	return p
}

// pattern is what is looked for.
type pattern struct {
	text     string
	hasDigit bool
	letters  uint64 // of all, as in a profile
	pairs    uint64
	bits     []uint8 // of each letter
	pair     []uint8 // of the letters k-1 and k
	joined   []bool  // letter k-1 is a separator: its match can be one side of a word's beginning
}

func newPattern(typed string) pattern {
	p := pattern{text: foldPattern(typed)}
	p.hasDigit = strings.ContainsAny(p.text, "0123456789")
	var last rune
	for _, r := range p.text {
		bit := letterBit(r)
		p.letters |= 1 << bit
		p.bits = append(p.bits, bit)
		p.pair = append(p.pair, pairBit(last, r))
		if last != 0 {
			p.pairs |= 1 << pairBit(last, r)
		}
		p.joined = append(p.joined, isSeparator(last))
		last = r
	}
	return p
}

// bound is at least the score that package fuzzy gives a text that holds all
// letters of the pattern. A letter scores by the best of its places: 20 where a
// word begins; beside the match of the letter before 5, and three times as much
// each time that happens again, for which the two must stand side by side
// somewhere. Every byte that does not match costs 1, and what lies before the
// first match up to 15.
func (p *pattern) bound(t *profile) int {
	score := len(p.bits) - int(t.len) + p.boundFirst(t)
	adjacent := adjacentBonus
	for k := 1; k < len(p.bits); k++ {
		word := int(t.initials>>(p.bits[k]&63)&1) * wordBonus
		if t.pairs>>(p.pair[k]&63)&1 == 0 {
			score += word
			continue
		}
		if p.joined[k] {
			score += word + adjacent
		} else {
			score += max(word, adjacent)
		}
		adjacent *= 3
	}
	return score
}

// boundFirst is bound for the first letter.
func (p *pattern) boundFirst(t *profile) int {
	best := -leadPenalty
	if t.initials>>(p.bits[0]&63)&1 != 0 {
		best = wordBonus - leadPenalty*int(t.lead)
	}
	if t.first == p.bits[0] {
		best = max(best, firstBonus)
	}
	return best
}

// boundApart is at least the bound of every text that lacks so many of the
// pattern's pairs.
func (p *pattern) boundApart(missing int) int {
	score, adjacent := wordBonus, adjacentBonus
	for k := 1; k < len(p.bits); k++ {
		score += wordBonus
		if k < len(p.bits)-missing {
			score += adjacent
			adjacent *= 3
		}
	}
	return score + len(p.bits)
}
