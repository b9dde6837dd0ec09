package charset

import (
	"sync"
	"unicode"
)

// languages has for each language that Latin letters write the letters that are
// no ASCII, each followed by what it takes to describe it among them, in half bits
// from 'a'. The last is Vietnamese as windows-1258 writes it, with the tones as
// characters of their own. İ is a letter of its own because small i is ASCII.
var languages = [...]string{
	"écàgèhêiçkùmômâmîmûmœpërïrüt", // fr
	"üdädöfßfép",                 // de
	"óeíeáfégñhúiüo",             // es
	"ãfçgégígáhêhóiõiúkàkâkômüt", // pt
	"àcèfògùgìhéj",               // it
	"ëdédïhóièiökükêk",           // nl
	"ådødæeémörär",               // da
	"ädådöeénüs",                 // sv
	"äbögåpéršr",                 // fi
	"ðdágígþgóiæiöiéjújým",       // is
	"àfóféfèfígòjúkçlïmüoáq",     // ca
	"ádíeégógúg",                 // ga
	"édöiüiáiíiñióièjçkäkêlôlïlølãlåmčošoæo", // en
	"łeęfągógżgśhćińkźo",                     // pl
	"íeáfěgéhřhýhžičišiůjúoťsósňtďtöv",       // cs
	"áfýhíhéhčhžhšhúhľjťjôlňlďlónänŕuĺuěuřu", // sk
	"áeéeöhóhőhüiíiúkűm",                     // hu
	"čdšežfćfđi",                             // hr
	"ăcîfşgţgâhșlțl",                         // ro
	"ëbçh",                                   // sq
	"ıdüfşgçhğhöiİkârîtûv",                   // tr
	"ėeųfšfžgągįhūičięk",                     // lt
	"ādīfēfšhūjņjļjžkķlčnģn",                 // lv
	"õdädüeöišožq",                           // et
	"ĉdŭdĝeŝhĵjĥq",                           // eo
	"ħdżfġfċgàh",                             // mt
	"ŵeâeôfŷhêhîhûhïjöl",                     // cy
	"ácđfčgšhŋkžmämåmŧo",                     // se
	"ưhđh\u0300h\u0301hôiàiáiêiơjâj\u0323jăk\u0309k\u0303lìmímómùmúmònénãnèoýo", // vi
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
		for _, r := range language {
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
func (l *latinLetters) cheapest(counts *[maxLatin]int) int {
	best := -1
	for i := range l.costs {
		total := 0
		for letter, n := range counts {
			total += n * int(l.costs[i][letter])
		}
		if best < 0 || total < best {
			best = total
		}
	}
	return best
}
