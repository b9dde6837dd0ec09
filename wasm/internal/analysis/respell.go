package analysis

import "bytes"

// appendRespelled applies the rules for open classes of words and reports whether
// one does: -ise and -yse, which British houses print where American ones have
// -ize and -yze, and the endings of Slavic surnames in -sky. Closed classes are in
// the variant table, which is asked first. dst is empty, or holds w itself.
func appendRespelled(dst, w []byte) (term []byte, ok bool) {
	n := len(w)
	if n > 6 && isSkySpelling(w[n-4:]) {
		return append(append(dst[:0], w[:n-2]...), 'y'), true
	}
	at := suffixAt(w)
	if at < 3 || w[at] == 'i' && !isIseStem(w[:at]) || w[at] == 'y' && !isYseStem(w[:at], w[at+2:]) {
		return nil, false
	}
	dst = append(dst[:0], w...)
	dst[at+1] = 'z'
	return dst, true
}

// suffixAt is where -is- or -ys- begins in a word that ends in it and one of the
// endings a verb in -ise takes, or -1.
func suffixAt(w []byte) int {
	from := max(len(w)-9, 1)
	for i := len(w) - 3; i >= from; i-- {
		if w[i+1] == 's' && (w[i] == 'i' || w[i] == 'y') {
			if isVerbEnding(w[i+2:]) {
				return i
			}
			return -1
		}
	}
	return -1
}

func isVerbEnding(tail []byte) bool {
	switch string(tail) {
	case "e", "ed", "es", "er", "ers", "ing", "able", "ation", "ations", "ational", "ement", "ements":
		return true
	}
	return false
}

// isYseStem admits analyse, paralyse, catalyse, dialyse, electrolyse. The plural
// nouns in -yses are spelled so everywhere.
func isYseStem(stem, tail []byte) bool {
	return bytes.HasSuffix(stem, []byte("l")) && string(tail) != "es"
}

// isIseStem reports whether stem+ise is spelled stem+ize in American English:
// organ-, but not adv-, surpr-, exerc-, ra-.
func isIseStem(stem []byte) bool {
	n := len(stem)
	if bytes.IndexAny(stem[:n-1], "aeiouy") < 0 {
		return false // pr-ise, cr-ises
	}
	switch stem[n-1] {
	case 'a', 'e', 'i', 'o', 'u', // praise, seise, noise, disguise
		'v', 'w', 'p', // advise, otherwise, despise
		'f', 'j', 'k', 'q', 'x':
		return false
	case 'c': // criticise and ostracise, but precise and exercise
		return stem[n-2] == 'i' && stem[n-3] != 'c' || bytes.HasSuffix(stem, []byte("trac"))
	case 'r': // surprise, enterprise; German -krise
		if stem[n-2] == 'p' || stem[n-2] == 'k' {
			return false
		}
	}
	return !keepsIse(bytes.TrimPrefix(stem, []byte("un")))
}

// keepsIse lists stems of words in -ise that are so spelled everywhere, or that
// are no verbs.
func keepsIse(stem []byte) bool {
	switch string(stem) {
	case "advert", "expert", "treat", "chast", "mort", "mant", // advertise, treatise
		"merchand", "parad", // merchandise, paradise
		"prom", "comprom", "surm", "dem", "prem", "chem", "epiderm", // promise, premises
		"franch", "enfranch", "disenfranch",
		"den", "pen", "tenn", "ven", "tun", "dion", // Denise, tennis
		"val", "scal", "trell", "metropol", "necropol", "acropol", "portcull", "annel", "anal",
		"sunr", "moonr", "highr", "cer", "par", "mar", "clar":
		return true
	}
	return false
}

// isSkySpelling recognises the ends of -skiy, -skii, -skij, -skyi, -skyj and
// -skyy, all of them romanisations of what is mostly written -sky.
func isSkySpelling(tail []byte) bool {
	switch string(tail) {
	case "skiy", "skii", "skij", "skyi", "skyj", "skyy":
		return true
	}
	return false
}
