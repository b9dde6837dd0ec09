package stem

// grammar is what one language does with endings.
type grammar struct {
	steps     []step
	stem      func(w []byte) []byte // instead of steps
	unsure    func(stem []byte) int // with stem: bytes at the end of a stem that other forms may have otherwise
	keep      string                // with steps: words at which they stop
	apart     string                // words, between spaces, that keep all their letters
	pairs     string                // stems of two words, told apart by their last vowel
	irregular string                // lines of a word and its forms
	script    script
}

// script is the letters a language is written with; a word in others has no
// forms in it.
type script uint8

const (
	latin script = iota
	cyrillicScript
	arabicScript
)

// grammars are in the order of the constants of Languages.
var grammars = [languages]grammar{
	{stem: english, unsure: englishUnsure, apart: englishApart, irregular: englishIrregular},
	{stem: german, unsure: germanUnsure, apart: germanApart},
	{steps: frenchSteps, keep: frenchKeep, apart: frenchApart, irregular: frenchIrregular},
	{steps: spanishSteps, apart: spanishApart, pairs: spanishPairs},
	{steps: italianSteps, apart: italianApart, pairs: italianPairs},
	{steps: portugueseSteps, apart: portugueseApart, pairs: portuguesePairs},
	{stem: dutch, unsure: dutchUnsure, apart: dutchApart, irregular: dutchIrregular},
	{steps: swedishSteps, apart: swedishApart},
	{steps: danishSteps, apart: danishApart},
	{steps: russianSteps, apart: russianApart, script: cyrillicScript},
	{steps: ukrainianSteps, apart: ukrainianApart, script: cyrillicScript},
	{stem: arabic, unsure: arabicUnsure, apart: arabicApart, script: arabicScript},
}

// maxWord is the longest word, in bytes, that has forms.
const maxWord = 48

// reduce is what the stemmer leaves of w, which it may change and append two
// bytes to. w is no word of apart.
func (g *grammar) reduce(w []byte) []byte {
	if g.stem != nil {
		return g.stem(w)
	}
	for i := range g.steps {
		if g.keep != "" && isListed(g.keep, w) {
			break
		}
		w = apply(w, g.steps[i:i+1])
	}
	return w
}

// cut is how many bytes at the end of a stem other forms may have otherwise.
func (g *grammar) cut(stem []byte) int {
	if g.stem != nil {
		return g.unsure(stem)
	}
	return unsure(stem, g.steps)
}

// isPaired reports whether the two words with this stem are one word: always,
// but for the stems in pairs, where the last vowel tells.
func (g *grammar) isPaired(stem, a, b []byte) bool {
	return g.pairs == "" || !isListed(g.pairs, stem) || isMasculine(a) == isMasculine(b)
}

func isMasculine(w []byte) bool {
	n := len(w) - 1
	if n > 0 && w[n] == 's' {
		n--
	}
	return w[n] == 'o' || w[n] == 'i'
}

// hasScript reports whether w is written in the letters of the language and
// nothing else. A word with a digit or a point in it has no forms.
func (s script) has(w []byte) bool {
	for i, c := range w {
		switch {
		case c < 0x80 && s == latin && 'a' <= c && c <= 'z':
		case c < 0x80:
			return false
		case i > 0 && c < 0xC0: // a later byte of a letter
		case s == latin && 0xC3 <= c && c <= 0xC9, s == cyrillicScript && 0xD0 <= c && c <= 0xD2, s == arabicScript && isArabic(w[i:]):
		default:
			return false
		}
	}
	return len(w) > 0
}
