package speech

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// class is what a token does in a sentence.
type class uint8

const (
	none   class = iota // a noun, a name, any other word
	quoted              // a quotation
	stop                // the end of a sentence
	comma
	colon
	dash
	say     // a verb of saying: said, told
	call    // a verb of naming: called, described
	propose // a verb that says something between: suggested, hoped
	person  // he, she
	thing   // it, they, I, who
	prep    // in, of, for
	link    // and, that, which, while
	det     // the, a, his
	aux     // has, also: between a subject and its verb
	being   // was, is
	title   // president, Mr
	office  // ministry, party: what makes a name one of an organisation
	when    // Tuesday, June
	source  // "according" with its "to"
	verb    // any other that ends a phrase
	by
)

// entry is what is known of a word.
type entry struct {
	class  class
	traits traits
	short  bool // its point ends no sentence
	sex    sex
}

// sex is what a title or a given name tells of whom he and she can mean.
type sex uint8

const (
	unknown sex = iota
	male
	female
)

// lexicon has the words of one language in lower case.
type lexicon struct {
	words   map[string]entry
	inverts bool // the subject may follow any verb
	nouns   bool // have capitals, as in German
	longest int  // word, in bytes
}

// find is what is known of a word. The buffer is for its lower case.
//
//go:noinline
func (l *lexicon) find(word string, lower *[]byte) entry {
	if len(word) > l.longest {
		return entry{}
	}
	b := (*lower)[:0]
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c |= 0x20
			}
			b = append(b, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		if r == '’' {
			r = '\''
		}
		b = utf8.AppendRune(b, unicode.ToLower(r))
		i += n
	}
	*lower = b
	return l.words[string(b)]
}

// table is what the lists of a language are made from.
type table struct {
	lang  string
	flags string // "inverts", "nouns"
	lists string // lines of a class's name and its words
}

// listNames are the names of classes in a table.
var listNames = [...]struct {
	name  string
	entry entry
}{
	{"say", entry{class: say}}, {"tell", entry{class: say, traits: needing}}, {"saying", entry{class: say, traits: participle}},
	{"call", entry{class: call}}, {"calling", entry{class: call, traits: participle}},
	{"propose", entry{class: propose}}, {"he", entry{class: person, sex: male}}, {"she", entry{class: person, sex: female}},
	{"it", entry{class: thing}}, {"prep", entry{class: prep}}, {"link", entry{class: link}}, {"det", entry{class: det}},
	{"aux", entry{class: aux}}, {"being", entry{class: being}}, {"title", entry{class: title}},
	{"mr", entry{class: title, short: true, sex: male}}, {"ms", entry{class: title, short: true, sex: female}},
	{"abbr", entry{class: title, short: true}}, {"short", entry{short: true}}, {"office", entry{class: office}},
	{"when", entry{class: when}}, {"source", entry{class: source}}, {"verb", entry{class: verb}}, {"by", entry{class: by}},
	{"him", entry{sex: male}}, {"her", entry{sex: female}},
}

// lexicons are made when a document needs them.
var lexicons struct {
	sync.Mutex
	made [len(tables)]*lexicon
}

// lexiconOf is the lexicon of a language, English if it is not known.
func lexiconOf(lang string) *lexicon {
	i := len(tables) - 1
	for i > 0 && tables[i].lang != lang {
		i--
	}
	lexicons.Lock()
	defer lexicons.Unlock()
	if lexicons.made[i] == nil {
		lexicons.made[i] = newLexicon(&tables[i])
	}
	return lexicons.made[i]
}

// listed reports whether a list of words with single spaces between has a word.
//
//go:noinline
func listed(list, word string) bool {
	for len(list) >= len(word) && word != "" {
		i := strings.Index(list, word)
		if i < 0 {
			return false
		}
		end := i + len(word)
		if (i == 0 || list[i-1] == ' ') && (end == len(list) || list[end] == ' ') {
			return true
		}
		list = list[end:]
	}
	return false
}

func newLexicon(t *table) *lexicon {
	l := &lexicon{
		words:   map[string]entry{},
		inverts: strings.Contains(t.flags, "inverts"), nouns: strings.Contains(t.flags, "nouns"),
	}
	for line := range strings.Lines(t.lists) {
		name, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		regular := strings.HasSuffix(name, "+")
		for _, list := range listNames {
			if list.name != strings.TrimSuffix(name, "+") {
				continue
			}
			for word := range strings.FieldsSeq(rest) {
				if regular {
					l.inflect(word, list.entry)
				} else {
					l.enter(word, list.entry)
				}
			}
		}
	}
	return l
}

// enter adds a word, unless it is known: earlier lists win.
func (l *lexicon) enter(word string, e entry) {
	if _, ok := l.words[word]; ok {
		return
	}
	l.words[word] = e
	l.longest = max(l.longest, len(word)+2)
}

// inflect adds the forms of a regular English verb.
func (l *lexicon) inflect(word string, e entry) {
	bare := e
	bare.traits |= base
	l.enter(word, bare)
	stem := strings.TrimSuffix(word, "e")
	switch {
	case strings.HasSuffix(word, "y") && !strings.HasSuffix(word, "ay"):
		l.enter(word[:len(word)-1]+"ies", e)
		l.enter(word[:len(word)-1]+"ied", e)
	case strings.HasSuffix(word, "ss") || strings.HasSuffix(word, "sh") || strings.HasSuffix(word, "ch"):
		l.enter(word+"es", e)
		l.enter(word+"ed", e)
	default:
		l.enter(word+"s", e)
		l.enter(stem+"ed", e)
	}
	e.traits |= participle
	l.enter(stem+"ing", e)
}
