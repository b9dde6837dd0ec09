package charset

import (
	"math/bits"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// languages has for each language that Latin letters write the letters that are
// no ASCII, each followed by what it takes to describe it among them, in half bits
// from 'a'. The last is Vietnamese as windows-1258 writes it, with the tones as
// characters of their own. İ is a letter of its own because small i is ASCII. Then
// some frequent words that are ASCII and tell the language from its neighbours.
var languages = [...]struct{ letters, words string }{
	{"écàgèhêiçkùmômâmîmûmœpërïrüt", "les des est dans pour une sur par qui que avec pas"},                          // fr
	{"üdädöfßfép", "der die und das den mit von ist nicht auf ein sich dem"},                                        // de
	{"óeíeáfégñhúiüo", "los las que por con para una del como el su"},                                               // es
	{"ãfçgégígáhêhóiõiúkàkâkômüt", "que com uma para dos das por mais foi os ao"},                                   // pt
	{"àcèfògùgìhéj", "che di il per con del della sono gli nel non"},                                                // it
	{"ëdédïhóièiökükêk", "het van een niet met voor zijn dat op te"},                                                // nl
	{"ådødæeémörär", "og er det til af ikke som med den paa ved"},                                                   // da
	{"ädådöeénüs", "och att det som den inte med till av ett"},                                                      // sv
	{"äbögåpéršr", "ja on ei oli mutta kun se ovat joka mukaan"},                                                    // fi
	{"ðdágígþgóiæiöiéjújým", "og er til sem ekki var um en hann"},                                                   // is
	{"ðfáfíføgóhæhúhýj", "og at til ikki fyri hava verda eru"},                                                      // fo
	{"àfóféfèfígòjúkçlïmüoáq", "els les per amb del que una dels pel"},                                              // ca
	{"ádíeégógúg", "agus an na ar go bhfuil leis sa"},                                                               // ga
	{"édöiüiáiíiñióièjçkäkêlôlïlølãlåmčošoæo", "the and of to that is was with he his"},                             // en
	{"łeęfągógżgśhćińkźo", "nie na do jest po od jak ale przez oraz za co dla"},                                     // pl
	{"íeáfěgéhřhýhžičišiůjúoťsósňtďtöv", "je na se ve za pro jako ale jsou ze by bylo podle"},                       // cs
	{"áfýhíhéhčhžhšhúhľjťjôlňlďlónänŕuĺuěuřu", "na sa je vo pre ako ale aj po zo ktor bol podla"},                   // sk
	{"áeéeöhóhőhüiíiúkűm", "az hogy nem egy is meg van volt mint csak ezt ki de"},                                   // hu
	{"čdšežfćfđi", "je da se na su za od koji nije kako ali bi iz in ki so pri"},                                    // hr
	{"ăcîfşgţgâhșlțl", "la care din nu pe cu un mai sunt pentru prin cel fost"},                                     // ro
	{"ëbçh", "dhe nga me se ka nuk do ishte"},                                                                       // sq
	{"ıdüfşgçhğhöiİkârîtûv", "ve bir bu ile olarak gibi ama daha olan sonra dedi"},                                  // tr
	{"ėeųfšfžgągįhūičięk", "ir kad tai bet su yra jau kaip buvo iki"},                                               // lt
	{"ādīfēfšhūjņjļjžkķlčnģn", "un ir ar no par kas bet tika bija kad"},                                             // lv
	{"õdädüeöišožq", "ja on et ei ka oli see kui aga ning"},                                                         // et
	{"ĉdŭdĝeŝhĵjĥq", "la kaj de en estas al por ne"},                                                                // eo
	{"ħdżfġfċgàh", "li ta il fil kien dan minn"},                                                                    // mt
	{"ŵeâeôfŷhêhîhûhïjöl", "yn ar ei mae wedi oedd gan"},                                                            // cy
	{"ácđfčgšhŋkžmämåmŧo", "ja lea leat dat go"},                                                                    // se
	{"ưhđh\u0300h\u0301hôiàiáiêiơjâj\u0323jăk\u0309k\u0303lìmímómùmúmònénãnèoýo", "trong khi cho theo anh cao sau"}, // vi
}

// foreignCost is what a letter takes that a language does not have: a name.
const foreignCost = 26

// latin returns the number of a Latin letter that is no ASCII, from 0; lower case.
func latin(r rune) (letter int, ok bool) {
	if letter, ok = allLatin().numbers[r]; ok {
		return letter, true
	}
	return maxLatin - 1, unicode.Is(unicode.Latin, r) && r != 'ª' && r != 'º'
}

// maxLatin bounds the number of different letters in languages. The last number
// is that of all other Latin letters.
const maxLatin = 128

type latinLetters struct {
	numbers map[rune]int
	costs   [len(languages)][maxLatin]uint8
}

var allLatin = sync.OnceValue(func() *latinLetters {
	l := &latinLetters{numbers: map[rune]int{}}
	for i := range l.costs {
		for j := range l.costs[i] {
			l.costs[i][j] = foreignCost
		}
	}
	for i, language := range languages {
		letter := rune(0)
		for _, r := range language.letters {
			if r >= 'a' && r <= 'z' {
				l.costs[i][l.number(letter)] = uint8(r - 'a')
			}
			letter = r
		}
	}
	return l
})

func (l *latinLetters) number(r rune) int {
	n, ok := l.numbers[r]
	if !ok {
		n = len(l.numbers)
		l.numbers[r] = n
	}
	return n
}

// cheapest is what the letters of a text take in the language that needs least;
// counts has how often each stands.
//
// known is what words of ASCII around take off a language.
func (l *latinLetters) cheapest(counts *[maxLatin]int, known *knownWords) int {
	var used [maxLatin]uint8
	n := 0
	for letter, count := range counts {
		if count > 0 {
			used[n] = uint8(letter)
			n++
		}
	}
	best := 0
	for i := range l.costs {
		total := -known[i]
		for _, letter := range used[:n] {
			total += counts[letter] * int(l.costs[i][letter])
		}
		if i == 0 || total < best {
			best = total
		}
	}
	return best
}

// knownWords is how far the words of ASCII in a text speak for each language, in
// half bits.
type knownWords [len(languages)]int

// A known word is worth as much as an accent that the language has not, and eight
// words as much as all of them: they only decide between languages whose accents
// are the same bytes in two encodings.
const (
	wordWorth = 10
	wordLimit = 8 * wordWorth
)

// findWords counts the words of each language in the ASCII of data.
func findWords(data []byte) *knownWords {
	var known knownWords
	languagesOf := allWords()
	for len(data) > 0 {
		n := 0
		for n < len(data) && (data[n]|0x20 >= 'a' && data[n]|0x20 <= 'z' || data[n] >= utf8.RuneSelf) {
			n++
		}
		for of := languagesOf[string(data[:min(n, 16)])]; of != 0; of &= of - 1 {
			i := bits.TrailingZeros32(of)
			known[i] = min(known[i]+wordWorth, wordLimit)
		}
		data = data[min(n+1, len(data)):]
	}
	return &known
}

// allWords has for each word the languages that know it, a bit each.
var allWords = sync.OnceValue(func() map[string]uint32 {
	words := map[string]uint32{}
	for i, language := range languages {
		for word := range strings.FieldsSeq(language.words) {
			words[word] |= 1 << i
		}
	}
	return words
})
