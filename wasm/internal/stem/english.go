package stem

import "strings"

// englishApart are words that no ending is taken off, and that no other word is
// taken for: words that only look inflected, and names that do.
const englishApart = "news series species paris harris davis denis texas mars wales los las angeles james williams roberts edwards " +
	"richards peters daniels stevens phillips adams andrews matthews michaels rogers walters jenkins simmons collins brooks hughes " +
	"hayes myers marcos carlos hastings billings arms customs goods commons means proceeds headquarters politics economics physics " +
	"athletics ethics statistics humane morale locale secrete unite unites paste pastes finale finales maine france quite rang suite borne " +
	"marie julie browne clarke greene anne justine belle halle toure arse tore sing found how does doing has was his its this thus " +
	"always perhaps less unless whereas besides sometimes us as is ours hers yours theirs yes gas bus plus hardly likely unlikely " +
	"barely nearly mostly lately shortly assembly"

// englishKeep are words of which -ed and -ing are no endings.
const englishKeep = "united hundred sacred naked wicked indeed evening during nothing something anything everything herring earring " +
	"inning outing canning sibling sterling darling wedding reading manning harding golding fielding moring singed underlying incoming"

// englishIrregular are words and their forms that no rule makes. Forms that are
// another word of news as well (left, found, saw, rose, felt) are not among them.
const englishIrregular = `man men
woman women
child children
person people persons
foot feet
tooth teeth
mouse mice
wife wives
life lives
knife knives
thief thieves
half halves
leaf leaves
wolf wolves
loaf loaves
shelf shelves
crisis crises
analysis analyses
thesis theses
hypothesis hypotheses
criterion criteria
phenomenon phenomena
say said
take took taken
give gave given
write wrote written
speak spoke spoken
break broke broken
steal stole stolen
choose chose chosen
drive drove driven
fly flew flown
grow grew grown
know knew known
throw threw thrown
draw drew drawn
run ran
begin began begun
win won
hold held
meet met
lead led
build built
shoot shot
fight fought
buy bought
sell sold
teach taught
bring brought
lose lost
strike struck stricken
seek sought
spend spent
send sent
pay paid
feed fed
flee fled
hide hid hidden
ride rode ridden
rise risen
fall fallen
shake shook shaken
swear swore sworn
wear wore worn
tear torn
freeze froze frozen
forbid forbade forbidden
eat ate eaten
drink drank drunk
sink sank sunk
swim swam swum
sleep slept
keep kept
stand stood
understand understood
withdraw withdrew withdrawn
overthrow overthrew overthrown
die died dies dying
lie lies lying
tie tied ties tying`

// english is steps 1 and 5 of Porter's second stemmer, and -ly: number, tense, the
// adverb, and the silent e that they cover. Its suffixes of derivation are not
// taken off: they join organ and organization, and taking off the eight most
// frequent (-ment, -ation, -er, -or, -ion, -ness, -al) changed nDCG@10 on
// cranfield, cisi and cacm by +0.004, -0.012 and -0.010.
func english(w []byte) []byte {
	if len(w) < 3 || !isASCII(w) {
		return w
	}
	w = englishPlural(w)
	w = englishTense(w)
	if n := len(w) - 2; n >= 4 && hasSuffix(w, "ly") && hasVowel(w[:n]) {
		w = w[:n]
	}
	if n := len(w) - 1; n > 1 && w[n] == 'y' && !isVowel(w, n-1) {
		w[n] = 'i'
	}
	return englishEnd(w)
}

// englishPlural is step 1a.
func englishPlural(w []byte) []byte {
	n := len(w)
	switch {
	case w[n-1] != 's':
		if hasSuffix(w, "ied") {
			return englishIe(w)
		}
		return w
	case hasSuffix(w, "sses"):
		return w[:n-2]
	case hasSuffix(w, "ies"):
		return englishIe(w)
	case w[n-2] == 's' || w[n-2] == 'u' || hasSuffix(w, "sis"):
		return w
	case hasVowel(w[:n-2]):
		return w[:n-1]
	}
	return w
}

// englishIe makes parties and tried parti and tri, but ties tie.
func englishIe(w []byte) []byte {
	if n := len(w); n > 4 {
		return w[:n-2]
	}
	return w[:len(w)-1]
}

// englishTense is step 1b.
func englishTense(w []byte) []byte {
	n := len(w)
	switch {
	case hasSuffix(w, "eed"):
		if englishRegion(w) <= n-3 {
			return w[:n-1]
		}
		return w
	case hasSuffix(w, "ed"):
		n -= 2
	case hasSuffix(w, "ing"):
		n -= 3
	default:
		return w
	}
	if n < 2 || !hasVowel(w[:n]) || isListed(englishKeep, w) {
		return w
	}
	w = w[:n]
	switch {
	case hasSuffix(w, "at") || hasSuffix(w, "bl") || hasSuffix(w, "iz"):
		return append(w, 'e')
	case n > 2 && w[n-1] == w[n-2] && strings.IndexByte("bdfgmnprt", w[n-1]) >= 0:
		return w[:n-1]
	case englishRegion(w) == n && endsShort(w):
		return append(w, 'e')
	}
	return w
}

// englishEnd is step 5: a last e and the second of two l's.
func englishEnd(w []byte) []byte {
	n := len(w) - 1
	if n < 2 || w[n] != 'e' && w[n] != 'l' {
		return w
	}
	first := englishRegion(w)
	second := first + englishRegion(w[first:])
	switch {
	case w[n] == 'l':
		if second <= n && w[n-1] == 'l' {
			return w[:n]
		}
	case second <= n || first <= n && !endsShort(w[:n]):
		return w[:n]
	}
	return w
}

// englishUnsure: hoping has no e, party no i.
func englishUnsure(stem []byte) int {
	if c := stem[len(stem)-1]; c == 'e' || c == 'i' {
		return 1
	}
	return 0
}

// englishRegion is where the part of w begins that stands after its first vowel
// and the consonant behind it.
func englishRegion(w []byte) int {
	for i := 1; i < len(w); i++ {
		if !isVowel(w, i) && isVowel(w, i-1) {
			return i + 1
		}
	}
	return len(w)
}

// endsShort reports whether w ends in a short syllable: a vowel between two
// consonants, of which the second is not w, x or y.
func endsShort(w []byte) bool {
	n := len(w)
	switch {
	case n == 2:
		return isVowel(w, 0) && !isVowel(w, 1)
	case n < 2:
		return false
	}
	return !isVowel(w, n-1) && isVowel(w, n-2) && !isVowel(w, n-3) && strings.IndexByte("wxy", w[n-1]) < 0
}

// isVowel reports whether the letter at i is a vowel; y is one behind a
// consonant.
func isVowel(w []byte, i int) bool {
	switch w[i] {
	case 'a', 'e', 'i', 'o', 'u':
		return true
	case 'y':
		return i > 0 && strings.IndexByte("aeiou", w[i-1]) < 0
	}
	return false
}

func hasVowel(w []byte) bool {
	for i := range w {
		if isVowel(w, i) {
			return true
		}
	}
	return false
}

func hasSuffix(w []byte, suffix string) bool {
	return len(w) >= len(suffix) && string(w[len(w)-len(suffix):]) == suffix
}

func isASCII(w []byte) bool {
	for _, c := range w {
		if c >= 0x80 {
			return false
		}
	}
	return true
}
