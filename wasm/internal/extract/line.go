package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// A Hint says where on a page a line stood. Plain text has none.
type Hint uint32

const (
	HintH1        Hint = 1 << iota // inside <h1>
	HintHeading                    // inside <h2> to <h6>, or a Markdown heading
	HintNav                        // inside <nav> or a list of mere links
	HintHeader                     // inside a page's <header>
	HintFooter                     // inside a page's <footer>
	HintAside                      // inside <aside>
	HintForm                       // inside <form>, <button> or <select>
	HintCaption                    // inside <figcaption>, <caption> or a caption class
	HintList                       // inside <li>, <dt> or <dd>, or a Markdown list
	HintQuote                      // inside <blockquote>, or a Markdown quotation
	HintTable                      // inside <table>
	HintPre                        // inside <pre>
	HintArticle                    // inside <article> or <main>, or a class that names the article's text
	HintComment                    // class or id that names readers' comments
	HintBoiler                     // class or id that names sharing, related, promotion, …
	HintByline                     // rel=author, itemprop=author, a byline class
	HintTime                       // inside <time> or a date class
	HintParagraph                  // inside <p>
	HintMeta                       // front matter: facts, not text
	HintTitle                      // class or itemprop that names the headline
	HintSubtitle                   // class that names the standfirst
	HintContent                    // class or id that names the article's text
)

// A Line is one block of a page or one paragraph of a plain file.
type Line struct {
	Span   protocol.Span // without white space at its ends
	Hints  Hint
	Inline Hint  // of them, those of elements inside the block, not of blocks around
	Links  uint8 // percent of its letters that stand in links
	Node   int32 // ordinal in Input.Nodes of the smallest block around it
}

// A Node is a block element of a page around lines or other nodes. Node 0 is
// the page. A node's parent comes before it.
type Node struct {
	Parent int32
	Hints  Hint
}

// ending is how a line ends, closing quotes and brackets aside.
type ending uint8

const (
	endOpen     ending = iota // in a word: a headline, a label, a cut
	endSentence               // . ! ? and their like
	endEllipsis               // … or ...: a teaser
	endColon
)

// A line is a Line with what one pass over its bytes has counted.
type line struct {
	Line
	text   string
	words  int32 // written between white space, with a letter or digit
	stops  int32 // of them, words that hold sentences together
	caps   int32 // words that begin with a capital or are a number
	runes  int32 // letters and digits
	digits int32
	ages   int32     // words of relative ages and counters
	wide   int32     // letters of scripts that write no spaces
	gap    bool      // a blank line stands before it
	phrase bool      // holds a furniture phrase
	said   bool      // stands in what the page's own data gives as the article
	marks  wordClass // classes of all its words
	end    ending
	kind   kind
	score  int32
	repeat int32 // ordinal of an earlier line with the same text, or -1
	role   protocol.Role
	why    string
}

// isProse reports whether most of the line's words are running text.
func (l *line) isProse() bool { return l.score > 0 }

// scan counts the words of l.text. One pass, nothing allocated.
func (l *line) scan(t *wordTable) {
	text := l.text
	for i := 0; i < len(text); {
		if text[i] == ' ' {
			i++
		} else if n := spaceLen(text, i); n > 0 {
			i += n
		} else {
			i = l.scanWord(t, i)
		}
	}
	l.words += l.wide / 2 // two characters make a word of Chinese, on average
	l.end = endingOf(text)
}

// scanWord counts the word that begins at i and returns its end.
func (l *line) scanWord(t *wordTable, i int) int {
	text := l.text
	h := uint64(hashStart)
	start, letters, digits, wide := -1, int32(0), int32(0), int32(0)
	upper := false
	j := i
loop:
	for j < len(text) {
		c := text[j]
		if low := lowerByte[c]; low != 0 {
			switch {
			case c <= '9':
				digits++
			case letters+digits == 0:
				upper = c < 'a'
				letters++
			default:
				letters++
			}
			if start < 0 {
				start = j
			}
			h = (h ^ uint64(low)) * hashPrime
			j++
			continue
		}
		switch {
		case c == ' ' || '\t' <= c && c <= '\r':
			break loop
		case c < utf8.RuneSelf:
			switch {
			case start >= 0 && c == '\'':
				h = (h ^ '\'') * hashPrime
			case start >= 0 && c == '/': // "Photo/Jane" is two words, written as one
				l.classify(t, h, start)
				h, start = hashStart, -1
			}
			j++
			continue
		default:
			n := spaceLen(text, j)
			if n > 0 {
				break loop
			}
			r, size := utf8.DecodeRuneInString(text[j:])
			if r == '’' {
				if start >= 0 {
					h = (h ^ '\'') * hashPrime
				}
				j += size
				continue
			}
			if isWide(r) {
				wide++
				letters++
			} else if unicode.IsLetter(r) {
				upper = upper || letters+digits == 0 && unicode.IsUpper(r)
				letters++
			} else if r != '©' && r != '\u0301' && !unicode.IsMark(r) {
				j += size
				continue
			}
			if start < 0 {
				start = j
			}
			for k := 0; k < size; k++ {
				h = (h ^ uint64(text[j+k])) * hashPrime
			}
			j += size
		}
	}
	l.runes += letters + digits
	l.digits += digits
	l.wide += wide
	if letters+digits > 0 && (wide == 0 || wide < letters) {
		l.words++
		if upper || letters == 0 {
			l.caps++
		}
	}
	if start >= 0 {
		l.classify(t, h, start)
	}
	return j
}

// classify looks the word with hash h up, which begins at start.
func (l *line) classify(t *wordTable, h uint64, start int) {
	if !t.mayHave(h) {
		return
	}
	slot := t.slot(h)
	if t.keys[slot] == 0 {
		return
	}
	c := t.classes[slot]
	l.marks |= c
	if c&classStop != 0 {
		l.stops++
	}
	if c&classAge != 0 {
		l.ages++
	}
	if c&classPhrase != 0 && !l.phrase {
		l.phrase = t.phraseAt(slot, l.text, start, l.words <= 1)
	}
}

// isWide reports letters of scripts that put no space between words.
func isWide(r rune) bool {
	return r >= 0x0E00 && (r <= 0x0EFF || // Thai, Lao
		0x1000 <= r && r <= 0x109F || 0x1780 <= r && r <= 0x17FF || // Burmese, Khmer
		0x3040 <= r && r <= 0x30FF || // kana
		0x3400 <= r && r <= 0x9FFF || 0xF900 <= r && r <= 0xFAFF || 0x20000 <= r && r <= 0x3FFFF)
}

// endingOf looks through closing quotes, brackets and spaces at the last mark.
func endingOf(text string) ending {
	for len(text) > 0 {
		r, n := utf8.DecodeLastRuneInString(text)
		switch {
		case r == '.' && strings.HasSuffix(text, ".."), r == '…':
			return endEllipsis
		case strings.ContainsRune(".!?。！？؟۔।॥‽", r):
			return endSentence
		case r == ':' || r == '：':
			return endColon
		case strings.ContainsRune("\"'”’»›«)]*_」』】）\u00a0 “", r):
			text = text[:len(text)-n]
		default:
			return endOpen
		}
	}
	return endOpen
}
