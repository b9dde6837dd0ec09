package charset

import "unicode"

// A class is what a character is for the one beside it.
type class uint8

const (
	classSpace  class = iota // ASCII that is no letter
	classASCII               // a letter
	classLatin               // a letter that is no ASCII
	classScript              // a letter of an alphabet
	classThai
	classWide // a character of a writing, kana
	classApostrophe
	classMark     // a diacritic that follows its letter
	classOpener   // a sign that does not follow a letter
	classWideSign // a sign of East Asia
	classSymbol
	classDamaged // without meaning, or a control character
)

// A symbol is a character as the model sees it.
type symbol struct {
	class  class
	script uint8 // the alphabet
	letter uint8 // the number of the letter
	upper  bool
	either bool  // stands among capitals as well: ß
	cost   uint8 // half bits, without what its neighbours and its language add
}

// The costs of characters that no table has, in half bits. ASCII costs the same in
// nearly every encoding, so that its cost hardly matters. Two letters of an alphabet
// take some 18, so a character of two bytes is worth as much. The others were set so
// that short texts (TestShort) come out right.
const (
	asciiCost   = 8
	latinCost   = 10
	kanaCost    = 12
	quoteCost   = 14
	wideCost    = 16
	symbolCost  = 22
	rareCost    = 30
	damagedCost = 80
	thaiEdge    = 8 // words of Thai stand without spaces
	wideEdge    = 4 // so do those of Chinese and Japanese
	fewCost     = 8 // for each letter of another script than Latin fewer than three
)

// describe looks a character up.
func describe(r rune, w writing) symbol {
	if r < 0x80 {
		switch {
		case r >= 'a' && r <= 'z':
			return symbol{class: classASCII, cost: asciiCost}
		case r >= 'A' && r <= 'Z':
			return symbol{class: classASCII, cost: asciiCost, upper: true}
		}
		return symbol{class: classSpace, cost: asciiCost}
	}
	if r >= 0x2E80 && (r < 0xA000 || r >= 0xAC00) {
		return describeWide(r, w)
	}
	lower := r
	if r != 'İ' {
		lower = unicode.ToLower(r)
	}
	if script, letter, ok := place(lower); ok {
		return symbol{class: classScript, script: uint8(script), letter: uint8(letter), upper: lower != r}
	}
	if letter, ok := latin(lower); ok {
		return symbol{class: classLatin, letter: uint8(letter), upper: lower != r || r == 'İ', either: r == 'ß', cost: latinCost}
	}
	return describeSign(r)
}

// describeWide looks up a character of East Asia.
func describeWide(r rune, w writing) symbol {
	s := symbol{class: classWide}
	switch {
	case r >= 0x3041 && r <= 0x30FF && w == inJapanese && r != 'ゐ' && r != 'ゑ':
		s.cost = kanaCost
	case r >= 0x4E00 && r < 0xA000 && w == inKorean:
		s.cost = 34
	case r >= 0x4E00 && r < 0xA000, r >= 0xAC00 && r < 0xD7B0 && w == inKorean:
		s.cost = uint8(w.frequency(r))
	case r >= 0xFF21 && r <= 0xFF3A, r >= 0xFF41 && r <= 0xFF5A:
		s.cost = wideCost
	case r >= 0x3001 && r <= 0x3011, r >= 0xFF01 && r <= 0xFF5E:
		return symbol{class: classWideSign, cost: wideCost}
	case r >= 0xFF61 && r <= 0xFF9F:
		s.cost = 24
	case r >= 0xE000 && r < 0xF900, r >= 0xFFF0:
		return symbol{class: classDamaged, cost: damagedCost}
	default:
		s.cost = rareCost
	}
	return s
}

// describeSign looks up a sign and letters of scripts that have no table.
func describeSign(r rune) symbol {
	switch {
	case isControl(r), r >= 0xE000:
		return symbol{class: classDamaged, cost: damagedCost}
	case r == '’' || r == '·' || r == '\u00AD':
		return symbol{class: classApostrophe, cost: quoteCost}
	case r >= 0x5B0 && r <= 0x5C7 || r >= 0x64B && r <= 0x652:
		return symbol{class: classMark, cost: quoteCost}
	case r >= 0xE01 && r <= 0xE59:
		return symbol{class: classThai, cost: thaiCost(r)}
	}
	switch r {
	case '\u00A0', 'º', 'ª', '“', '”', '»', '–', '—', '…', '،', '؟', '؛', '־':
		return symbol{class: classSymbol, cost: quoteCost}
	case '‘', '„', '«', '•', '€', '‚':
		return symbol{class: classOpener, cost: quoteCost}
	case '©', '®', '™', '°', '½', '¼', '¾', '´', '×', '÷', '±', 'µ', '›', '²', '³', '¹':
		return symbol{class: classSymbol, cost: symbolCost}
	case '§', '£', '№', '¿', '¡', '‹':
		return symbol{class: classOpener, cost: symbolCost}
	}
	return symbol{class: classSymbol, cost: rareCost}
}

// thaiCost follows the order of how frequent the letters of Thai are.
func thaiCost(r rune) uint8 {
	switch r {
	case 'า', 'น', 'ร', 'อ', 'ก', 'เ', 'ง', 'ม':
		return 8
	case 'ย', 'ล', 'ว', 'ด', 'ท', 'ส', '่', 'ต', 'ะ', 'ป', 'บ', 'ค', 'ห', 'ี', '้', 'ั', 'ิ':
		return 10
	case 'แ', 'จ', 'พ', 'ช', 'ข', 'ใ', 'ไ', 'ื', 'โ', 'ผ', 'ุ', 'ู', 'ถ', 'ำ', '์', 'ศ', 'ซ':
		return 13
	}
	return 19
}

// A scorer adds up what a text takes, in half bits.
type scorer struct {
	total  int
	prev   symbol
	before class // of the character before prev
	word   int   // how the case of the word is so far
	native int   // letters that are not Latin
	latin  [maxLatin]int
}

// The states of scorer.word.
const (
	noWord = iota
	oneCapital
	capitals
	small
)

// add describes the next character.
func (s *scorer) add(y symbol) {
	s.total += int(y.cost) + s.neighbours(y) + s.capital(y)
	if (y.class == classThai) != (s.prev.class == classThai) {
		s.total += thaiEdge
	}
	if y.class == classWide && s.prev.class < classWide || y.class < classWide && s.prev.class == classWide {
		s.total += wideEdge
	}
	switch y.class {
	case classThai, classWide:
		s.native++
		s.leave()
	case classScript:
		s.native++
		before := 0
		if s.prev.class == classScript && s.prev.script == y.script {
			before = int(s.prev.letter)
		}
		s.total += alphabets[y.script].cost(before, int(y.letter)) + 1
	case classLatin:
		s.latin[y.letter]++
	default:
		s.leave()
	}
	s.before, s.prev = s.prev.class, y
}

// leave ends a word of an alphabet.
func (s *scorer) leave() {
	if s.prev.class == classScript {
		s.total += alphabets[s.prev.script].cost(int(s.prev.letter), 0)
	}
}

// neighbours is what it takes that letters of two scripts touch, or that a sign
// stands inside a word.
func (s *scorer) neighbours(y symbol) int {
	p := s.prev
	switch {
	case y.class == classOpener && isLetter(p.class) && p.class != classWide:
		return 14
	case y.class == classMark && p.class != classScript && p.class != classMark:
		return 26
	case !isLetter(y.class):
		return 0
	case p.class == y.class && p.script == y.script, p.class == classApostrophe, p.class == classMark:
		return 0
	case (p.class == classSymbol || p.class == classOpener) && isLetter(s.before):
		return 14
	case p.class == classWideSign && s.before == classASCII && y.class == classASCII:
		return 14
	case !isLetter(p.class):
		return 0
	case y.class <= classLatin && p.class <= classLatin:
		return 0
	case (y.class == classWide || p.class == classWide) && (y.upper || p.upper):
		return 0
	case y.class == classWide || p.class == classWide:
		return 16
	}
	return 26
}

func isLetter(c class) bool { return c >= classASCII && c <= classWide }

// capital is what it takes that a letter is a capital or not. Words are small,
// capitals, or begin with one; what is ASCII alone is the same in all encodings.
func (s *scorer) capital(y symbol) int {
	cased := y.class == classASCII || y.class == classLatin || y.class == classScript && y.script <= 1
	if !cased {
		if y.class != classApostrophe && y.class != classMark {
			s.word = noWord
		}
		return 0
	}
	cost := 0
	switch {
	case y.either && s.word != noWord:
	case y.upper && s.word == noWord:
		cost, s.word = 4, oneCapital
	case y.upper && s.word == small:
		cost = 14
	case y.upper:
		cost, s.word = 4, capitals
	case s.word == capitals:
		cost, s.word = 10, small
	default:
		s.word = small
	}
	if y.class == classASCII && s.prev.class <= classASCII {
		return 0
	}
	return cost
}

// sum is what the text takes with the language that fits best. The words of
// ASCII around speak for Latin letters; an encoding for another script is unlikely
// if one letter or two of it occur.
func (s *scorer) sum(known *knownWords, native bool) int {
	if native {
		known = &knownWords{}
		s.total += fewCost * max(0, 3-s.native)
	}
	return s.total + allLatin().cheapest(&s.latin, known)
}
