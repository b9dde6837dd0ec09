package analysis

import (
	"strings"
	"sync"
	"unicode"
)

// languageSample is how many bytes of a text Language looks at. A news lead and
// a paragraph are enough for the function words to speak; more changes nothing
// in the measured sets.
const languageSample = 2048

// Language tells the language of a text as an ISO 639-1 code, by its script and,
// where several languages share one, by its function words and telling letters.
// It returns "" when the evidence is thin: few words, or two languages level.
func Language(text string) string {
	text = clip(text, languageSample)
	switch s := countScripts(text); s.largest() {
	case scriptLatin:
		return vote(text, latinLanguages)
	case scriptCyrillic:
		return vote(text, cyrillicLanguages)
	case scriptArabic:
		return arabicLanguage(text)
	case scriptHan, scriptKana:
		return hanLanguage(s)
	case scriptHangul:
		return "ko"
	case scriptGreek:
		return "el"
	case scriptHebrew:
		return "he"
	case scriptThai:
		return "th"
	case scriptDevanagari:
		return "hi"
	}
	return ""
}

// clip cuts text to at most n bytes, at the last space or line break if there is
// one in the second half.
func clip(text string, n int) string {
	if len(text) <= n {
		return text
	}
	text = text[:n]
	if i := strings.LastIndexAny(text, " \n"); i > n/2 {
		return text[:i]
	}
	return strings.ToValidUTF8(text, "")
}

// The scripts that are told apart.
const (
	scriptLatin = iota
	scriptCyrillic
	scriptArabic
	scriptHan
	scriptKana
	scriptHangul
	scriptGreek
	scriptHebrew
	scriptThai
	scriptDevanagari
	numScripts
)

// scriptCount is the number of letters of each script.
type scriptCount [numScripts]int

func countScripts(text string) (s scriptCount) {
	for _, r := range text {
		switch {
		case r < 0x80:
			if 'a' <= r|0x20 && r|0x20 <= 'z' {
				s[scriptLatin]++
			}
		case r < 0x250:
			s[scriptLatin]++
		case 0x370 <= r && r < 0x400:
			s[scriptGreek]++
		case 0x400 <= r && r < 0x530:
			s[scriptCyrillic]++
		case 0x590 <= r && r < 0x600:
			s[scriptHebrew]++
		case 0x600 <= r && r < 0x780:
			s[scriptArabic]++
		case 0x900 <= r && r < 0x980:
			s[scriptDevanagari]++
		case 0xE00 <= r && r < 0xE80:
			s[scriptThai]++
		case 0x3040 <= r && r < 0x3100:
			s[scriptKana]++
		case 0xAC00 <= r && r < 0xD7B0:
			s[scriptHangul]++
		case unicode.Is(unicode.Han, r):
			s[scriptHan]++
		}
	}
	return s
}

// largest is the script with the most letters, or -1 when there are none. Signs
// that stand for a syllable or a word count for three letters.
func (s scriptCount) largest() int {
	for _, dense := range []int{scriptHan, scriptKana, scriptHangul} {
		s[dense] *= 3
	}
	best := -1
	for i, n := range s {
		if n > 0 && (best < 0 || n > s[best]) {
			best = i
		}
	}
	return best
}

// hanLanguage parts Japanese, which has a kana to every two or three Han signs,
// from Chinese, which has none; a name or a brand may bring a few.
func hanLanguage(s scriptCount) string {
	if s[scriptKana]*12 > s[scriptHan] {
		return "ja"
	}
	return "zh"
}

// arabicLanguage parts Persian, Urdu and Arabic by letters only the first two,
// or only the second, have.
func arabicLanguage(text string) string {
	persian, urdu, all := 0, 0, 0
	for _, r := range text {
		switch r {
		case 'پ', 'چ', 'ژ', 'گ', 'ک', 'ی':
			persian++
		case 'ٹ', 'ڈ', 'ڑ', 'ں', 'ے', 'ہ', 'ھ':
			urdu++
		}
		if 0x620 <= r && r < 0x6E0 {
			all++
		}
	}
	switch {
	case urdu*25 > all:
		return "ur"
	case persian*25 > all:
		return "fa"
	}
	return "ar"
}

// wordVotes maps the hash of a function word to the set of languages, one bit
// each, that use it.
type wordVotes map[uint64]uint32

// votersOf builds the votes for a set of languages once.
func votersOf(languages []language) func() wordVotes {
	return sync.OnceValue(func() wordVotes {
		votes := make(wordVotes, 64*len(languages))
		for i, l := range languages {
			for w := range strings.FieldsSeq(l.words) {
				votes[Hash([]byte(Fold(w)))] |= 1 << i
			}
		}
		return votes
	})
}

// language is a code and its most frequent function words.
type language struct{ code, words string }

// electorate is a group of languages that share a script.
type electorate struct {
	languages []language
	votes     func() wordVotes
}

// vote counts, for each language, the words of text that are its function words.
// A word shared by several languages says less and counts less.
func vote(text string, among *electorate) string {
	score := make([]int, len(among.languages))
	votes, words := among.votes(), 0
	var s Scanner
	for s.Reset(text); s.Next(); words++ {
		set := votes[Hash(s.Folded())]
		share := 0
		for b := set; b != 0; b &= b - 1 {
			share++
		}
		for i := 0; set != 0; i, set = i+1, set>>1 {
			if set&1 != 0 {
				score[i] += 12 / share
			}
		}
	}
	best, second := topTwo(score)
	// A running text has a function word of its own language at least every
	// eighth word; a name list or a table has not.
	if score[best]*8 < 6*words || score[best] < 24 || score[best]*10 < score[second]*11 {
		return ""
	}
	return among.languages[best].code
}

// topTwo are the indexes of the largest and second largest score.
func topTwo(score []int) (best, second int) {
	best, second = 0, 1
	if score[1] > score[0] {
		best, second = 1, 0
	}
	for i := 2; i < len(score); i++ {
		switch {
		case score[i] > score[best]:
			best, second = i, best
		case score[i] > score[second]:
			second = i
		}
	}
	return best, second
}
