package analysis

import (
	"sync"
	"unicode/utf8"
)

// languageSample is how many bytes of a text Language looks at, at the most. It
// stops earlier when the answer is plain, which in most texts is after some three
// hundred.
const languageSample = 2048

// Language tells the language of a text as an ISO 639-1 code, by its script and,
// where several languages share one, by its function words and telling letters.
// It returns "" when the evidence is thin: few words, or two languages level. It
// knows some seventy languages and costs a few microseconds.
func Language(text string) string {
	e := ear{every: ^uint64(0)}
	e.listen(text, func() bool { return e.isPlain() })
	return e.answer()
}

// Speaks reports whether the first words of a text are what the language with the
// code would have: a quick look, for a text that is expected to be in it. A
// language told by its script alone speaks if the script is its own.
func Speaks(text, code string) bool {
	e := ear{every: ^uint64(0)}
	bit := languageBit(code)
	if bit < 0 {
		e.listen(text, func() bool { return e.letters() >= 40 })
		return e.answer() == code
	}
	e.every = 1 << bit
	return e.hears(text, bit)
}

// hears reports whether the sample has the score of a text in the language at
// bit. Votes only add up, so the first word that makes it full is the last heard.
func (e *ear) hears(text string, bit int) bool {
	t := votes()
	end := min(len(text), languageSample)
	for i := 0; i < end; {
		c := text[i]
		if c < utf8.RuneSelf && t.lower[c] == 0 {
			i++
			continue
		}
		if i = e.word(t, text, i); e.score[bit] >= speaksScore {
			return true
		}
	}
	return false
}

// speaksScore is two function words that are no other language's, or several
// that are also a neighbour's.
const speaksScore = 2 * wordVote

// An ear counts what it hears of a text.
type ear struct {
	scripts scriptCount
	score   [64]int32 // of each language of tongues
	words   int32     // in scripts that several languages share
	every   uint64    // the languages of tongues that are listened for
}

const (
	wordVote   = 12 // a function word of one language alone
	letterVote = 5  // a letter that few languages have
)

// listen counts words until stop says that it is enough, asked every sixteenth
// word, or to the end of the sample.
func (e *ear) listen(text string, stop func() bool) {
	t := votes()
	end := min(len(text), languageSample)
	for i, n := 0, 0; i < end; {
		c := text[i]
		if c < utf8.RuneSelf && t.lower[c] == 0 {
			i++
			continue
		}
		i = e.word(t, text, i)
		if n++; n%16 == 0 && stop() {
			return
		}
	}
}

// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), 32 bits.
const (
	fnvStart = 2166136261
	fnvPrime = 16777619
)

// word counts the word that begins at i and returns its end, at least i+1. A
// word of a script without spaces ends after wideWord letters.
func (e *ear) word(t *voteTable, text string, i int) int {
	h, letters := uint32(fnvStart), 0
	last := scriptNone
	for i < len(text) {
		c := text[i]
		if c < utf8.RuneSelf {
			low := t.lower[c]
			if low == 0 {
				break
			}
			h = (h ^ uint32(low)) * fnvPrime
			letters++
			i++
			last = scriptLatin
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		script := scriptOf(r)
		if 0x300 <= r && r < 0x370 && letters > 0 { // a mark over the letter before
			if set := *t.letter(r); set != 0 {
				e.vote(set, letterVote)
			}
			i += size
			continue
		}
		if script == scriptNone {
			if letters == 0 {
				i += size
			}
			break
		}
		i += size
		letters++
		if script != scriptLatin {
			e.scripts[script]++
		} else {
			e.scripts[scriptLatin]++
			letters--
			last = scriptLatin
		}
		if script >= numWordScripts {
			if letters >= wideWord {
				break
			}
			continue
		}
		last = script
		r = lowerRune(r)
		if p := t.letter(r); p != nil && *p != 0 {
			e.vote(*p, letterVote)
		}
		h = hashRune(h, r)
	}
	if last == scriptLatin {
		e.scripts[scriptLatin] += letters
	}
	if last < numWordScripts {
		e.words++
		if set := t.get(h); set != 0 {
			e.vote(set, wordVote)
		}
	}
	return max(i, 1)
}

// wideWord is how many letters of a script without spaces count as one word.
const wideWord = 8

func hashRune(h uint32, r rune) uint32 {
	h = (h ^ uint32(r&0xFF)) * fnvPrime
	return (h ^ uint32(r>>8)) * fnvPrime
}

// vote gives each language of a set its part.
func (e *ear) vote(set uint64, worth int32) {
	if set&e.every == 0 {
		return
	}
	worth = worth * shares[min(onesCount(set), len(shares)-1)] / wordVote
	for b := set & e.every; b != 0; b &= b - 1 {
		e.score[trailingZeros(b)] += worth
	}
}

// shares is what a word counts that so many languages share. It is more than the
// even part: the word still tells the group from all other languages.
var shares = [...]int32{0, wordVote, 8, 6, 5, 4}

// isPlain reports evidence that more text would not change.
func (e *ear) isPlain() bool {
	if script := e.scripts.largest(); script >= numWordScripts {
		return e.letters() >= 120
	}
	best, second := e.topTwo(e.scripts.largest())
	return best >= 0 && e.score[best] >= 12*wordVote && e.score[best] >= 2*second
}

func (e *ear) letters() int {
	n := 0
	for _, k := range e.scripts {
		n += k
	}
	return n
}

// answer is the language of what was heard.
func (e *ear) answer() string {
	script := e.scripts.largest()
	switch {
	case script < 0:
		return ""
	case script == scriptHan || script == scriptKana:
		return e.scripts.han()
	case script >= numWordScripts:
		return scriptLanguages[script-numWordScripts]
	}
	best, second := e.topTwo(script)
	if best < 0 {
		return ""
	}
	top := e.score[best]
	if !e.isEnough(top, script) {
		return ""
	}
	code := tongues[best].code
	if top*10 >= second*11 {
		return code
	}
	for _, t := range twins {
		if (code == t.one || code == t.other) && e.score[languageBit(t.one)]+e.score[languageBit(t.other)] == top+second {
			return t.one
		}
	}
	return ""
}

// twins are languages which formal text cannot tell apart; where they are level
// the one with more readers is the answer.
var twins = [...]struct{ one, other string }{{"id", "ms"}}

// isEnough reports whether a score is one of running text in a language: in
// Latin letters a function word at least every eighth word, which a list of
// names or a table has not. Other scripts have few languages to confuse.
func (e *ear) isEnough(top int32, script int) bool {
	if script != scriptLatin {
		return top > 0
	}
	return top*8 >= 6*e.words && top >= 2*wordVote
}

// topTwo is the language of the script with the largest score, -1 for none, and
// the second largest score.
func (e *ear) topTwo(script int) (best int, second int32) {
	best = -1
	for i := range tongues {
		if tongues[i].script != script {
			continue
		}
		switch s := e.score[i]; {
		case best < 0:
			best = i
		case s > e.score[best]:
			second = e.score[best]
			best = i
		default:
			second = max(second, s)
		}
	}
	return best, second
}

// languageBit is the place of a language in tongues, -1 if it is told by its
// script alone or not known.
func languageBit(code string) int {
	for i := range tongues {
		if tongues[i].code == code && code != "" {
			return i
		}
	}
	return -1
}

// votes is the table of function words.
var votes = sync.OnceValue(newVoteTable)
