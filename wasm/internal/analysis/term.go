package analysis

import "bytes"

// minVariant and minRespelled are the lengths of the shortest word with a variant
// spelling, and of the shortest that a rule changes.
const (
	minVariant   = 4
	minRespelled = 6
)

// appendTerm appends the second form of a folded word to dst if it differs, and
// reports whether it does.
func appendTerm(dst, folded []byte) (term []byte, ok bool) {
	for i, c := range folded {
		if byteClass[c]&(midLetter|midDigit) != 0 {
			if dst, ok = appendWithoutPoints(dst, folded, i); ok {
				folded = dst
			}
			break
		}
	}
	if len(folded) < minVariant || folded[0] >= 0x80 {
		return dst, ok
	}
	if to, found := variants().find(folded, Hash(folded)); found {
		return append(dst[:0], to...), true
	}
	if len(folded) >= minRespelled {
		if spelled, found := appendRespelled(dst, folded); found {
			return spelled, true
		}
	}
	return dst, ok
}

// appendWithoutPoints settles the apostrophes, dots and commas inside a word, of
// which the first is at i, and reports whether that changes it. Other points
// stay.
func appendWithoutPoints(dst, w []byte, i int) (term []byte, ok bool) {
	switch {
	case w[i] == '\'':
		return appendWithoutApostrophe(dst, w, i)
	case w[i] == '.' && isAbbreviation(w), w[i] == ',' && isGrouped(w, i):
		return appendWithout(dst, w, w[i]), true
	}
	return dst, false
}

// isAbbreviation reports whether w is single letters with dots between: u.s,
// p.m, or ph.d.
func isAbbreviation(w []byte) bool {
	if string(w) == "ph.d" {
		return true
	}
	if len(w)%2 == 0 {
		return false
	}
	for i, c := range w {
		if isLetter := 'a' <= c && c <= 'z'; i%2 == 0 && !isLetter || i%2 == 1 && c != '.' {
			return false
		}
	}
	return true
}

// isGrouped reports whether w, whose first comma is at i, is a number with a
// comma before every three digits: 1,000 or 12,345,678.
func isGrouped(w []byte, i int) bool {
	if i < 1 || i > 3 || (len(w)-i)%4 != 0 {
		return false
	}
	for j, c := range w {
		isComma := j >= i && (j-i)%4 == 0
		if isComma && c != ',' || !isComma && (c < '0' || '9' < c) {
			return false
		}
	}
	return true
}

// appendWithoutApostrophe drops the possessive (israel's), the elided article or
// pronoun (l'etat, qu'il, dell'arte), and otherwise the apostrophe alone
// (o'brien, qur'an), whose first place is i. English contractions stay as they
// are: without the apostrophe we're and we'll are other words.
func appendWithoutApostrophe(dst, w []byte, i int) (term []byte, ok bool) {
	head, tail := w[:i], w[i+1:]
	switch {
	case string(tail) == "s":
		return append(dst, head...), !isPronoun(head)
	case isContraction(tail) && (len(head) > 1 || len(tail) < 3):
		return dst, false
	case isElision(head) && len(tail) > 1 && isVowelOrH(tail[0]):
		return append(dst, tail...), true
	}
	return appendWithout(dst, bytes.TrimSuffix(w, []byte("'s")), '\''), true
}

// isPronoun reports whether 's after the word is a verb more often than a
// possessive.
func isPronoun(head []byte) bool {
	switch string(head) {
	case "it", "he", "she", "that", "this", "what", "who", "here", "there", "where", "how", "when", "let":
		return true
	}
	return false
}

func isContraction(tail []byte) bool {
	switch string(tail) {
	case "t", "d", "m", "ll", "re", "ve":
		return true
	}
	return false
}

// isElision reports whether head is a French or Italian word that loses its
// vowel before the next.
func isElision(head []byte) bool {
	if len(head) == 1 {
		return bytes.IndexByte([]byte("cdjlmnst"), head[0]) >= 0
	}
	switch string(head) {
	case "qu", "lorsqu", "puisqu", "jusqu", "quoiqu", "dell", "nell", "sull", "dall", "all", "un", "quest":
		return true
	}
	return false
}

func isVowelOrH(c byte) bool { return isVowel(c) || c == 'h' }

func isVowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

func appendWithout(dst, w []byte, drop byte) []byte {
	for _, c := range w {
		if c != drop {
			dst = append(dst, c)
		}
	}
	return dst
}
