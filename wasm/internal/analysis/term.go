package analysis

import "bytes"

// minVariant is the length of the shortest word with a variant spelling.
const minVariant = 4

// normalize returns the second form of a folded word and its hash. The term is
// folded itself, or part of it, or stands in buf, which is returned for the next
// call.
func normalize(folded, buf []byte) (term, next []byte, hash uint64) {
	for i, c := range folded {
		if byteClass[c]&(midLetter|midDigit) != 0 {
			folded, buf = withoutPoints(folded, buf, i)
			break
		}
	}
	return unify(folded, buf, Hash(folded))
}

// unify settles the spelling of a word without points, given its hash.
func unify(w, buf []byte, h uint64) (term, next []byte, hash uint64) {
	if len(w) < minVariant || w[0] >= 0x80 {
		return w, buf, h
	}
	if to, ok := variants().find(w, h); ok {
		buf = append(buf[:0], to...)
		return buf, buf, Hash(buf)
	}
	if spelled, ok := respell(w, buf); ok {
		return spelled, spelled, Hash(spelled)
	}
	return w, buf, h
}

// withoutPoints settles the apostrophes, dots and commas inside a word, of which
// the first is at i. Other points stay.
func withoutPoints(w, buf []byte, i int) (term, next []byte) {
	switch w[i] {
	case '.':
		if isAbbreviation(w) {
			buf = appendWithout(buf[:0], w, '.')
			return buf, buf
		}
	case ',':
		if isGrouped(w, i) {
			buf = appendWithout(buf[:0], w, ',')
			return buf, buf
		}
	case '\'':
		return withoutApostrophe(w, buf, i)
	}
	return w, buf
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

// withoutApostrophe drops the possessive (israel's), the elided article or
// pronoun (l'etat, qu'il, dell'arte), and otherwise the apostrophe alone
// (o'brien, qur'an), whose first place is i. English contractions stay as they
// are: without the apostrophe we're and we'll are other words.
func withoutApostrophe(w, buf []byte, i int) (term, next []byte) {
	head, tail := w[:i], w[i+1:]
	switch {
	case string(tail) == "s":
		if isPronoun(head) {
			return w, buf
		}
		return head, buf
	case isContraction(tail) && !(len(head) == 1 && len(tail) > 2):
		return w, buf
	case isElision(head) && len(tail) > 1 && isVowelOrH(tail[0]):
		return tail, buf
	}
	if n := len(w); n > 2 && w[n-2] == '\'' && w[n-1] == 's' {
		w = w[:n-2]
	}
	buf = appendWithout(buf[:0], w, '\'')
	return buf, buf
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
