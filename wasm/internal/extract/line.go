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
	text    string
	words   int32 // written between white space, with a letter or digit
	stops   int32 // of them, words that hold sentences together
	caps    int32 // words that begin with a capital or are a number
	runes   int32 // letters and digits
	digits  int32
	ages    int32     // words of relative ages and counters
	wide    int32     // letters of scripts that write no spaces
	gap     bool      // a blank line stands before it
	phrase  bool      // holds a furniture phrase
	foreign bool      // holds a letter or digit that is not of ASCII
	figures bool      // of a table of the article, see takeFigures
	said    bool      // stands in what the page's own data gives as the article
	marks   wordClass // classes of all its words
	sum     uint64    // of the hashes of its words, in order
	end     ending
	kind    kind
	score   int32
	repeat  int32 // ordinal of an earlier line with the same text, or -1
	role    protocol.Role
	why     string
}

// isProse reports whether most of the line's words are running text.
func (l *line) isProse() bool { return l.score > 0 }

// scan counts the words of l.text. One pass, nothing allocated.
func (l *line) scan(t *wordTable) {
	text := l.text
	for i := 0; i < len(text); {
		if text[i] == ' ' {
			i++
		} else if end := l.scanSimple(t, i); end > 0 {
			i = end
		} else if n := spaceLen(text, i); n > 0 {
			i += n
		} else {
			i = l.scanWord(t, i)
		}
	}
	l.words += l.wide / 2 // two characters make a word of Chinese, on average
	l.end = endingOf(text)
}

// scanSimple counts a word of ASCII letters and digits, with marks after it but
// none inside, and returns its end, 0 if the word at i is none: nearly all words
// are, and are counted without a look at each byte's kind.
func (l *line) scanSimple(t *wordTable, i int) int {
	text := l.text
	h, digits := uint64(hashStart), int32(0)
	j := i
	for ; j < len(text); j++ {
		low := lowerByte[text[j]]
		if low == 0 {
			break
		}
		if low <= '9' {
			digits++
		}
		h = (h ^ uint64(low)) * hashPrime
	}
	if j == i {
		return 0
	}
	end := j
	for end < len(text) && text[end] != ' ' {
		if c := text[end]; c < ' ' || c >= utf8.RuneSelf || lowerByte[c] != 0 || c == '\'' || c == '/' {
			return 0
		}
		end++
	}
	l.runes += int32(j - i)
	l.digits += digits
	l.words++
	if text[i] < 'a' && (text[i] > '9' || int(digits) == j-i) {
		l.caps++
	}
	l.classify(t, h, i, end)
	return end
}

// scanWord counts the word that begins at i and returns its end.
func (l *line) scanWord(t *wordTable, i int) int {
	text := l.text
	w := wordScan{hash: hashStart, start: -1}
	j := i
	for j < len(text) {
		c := text[j]
		if lowerByte[c] != 0 {
			j = w.ascii(text, j)
			continue
		}
		if c == ' ' || '\t' <= c && c <= '\r' {
			break
		}
		if c < utf8.RuneSelf {
			switch {
			case w.start >= 0 && c == '\'':
				w.hash = (w.hash ^ '\'') * hashPrime
			case w.start >= 0 && c == '/': // "Photo/Jane" is two words, written as one
				l.classify(t, w.hash, w.start, j)
				w.hash, w.start = hashStart, -1
			}
			j++
			continue
		}
		if spaceLen(text, j) > 0 {
			break
		}
		j = w.rune(text, j)
	}
	count := w.letters + w.digits
	l.runes += count
	l.digits += w.digits
	l.wide += w.wide
	l.foreign = l.foreign || w.foreign
	if count > 0 && (w.wide == 0 || w.wide < w.letters) {
		l.words++
		if w.upper || w.letters == 0 {
			l.caps++
		}
	}
	if w.start >= 0 {
		l.classify(t, w.hash, w.start, j)
	}
	return j
}

// A wordScan is what is counted of one word.
type wordScan struct {
	hash                  uint64
	start                 int // of the part that is hashed, -1 before it
	letters, digits, wide int32
	upper                 bool
	foreign               bool // a letter, mark or digit that is not of ASCII
}

// ascii counts the run of ASCII letters and digits at j and returns its end:
// most words are one such run.
func (w *wordScan) ascii(text string, j int) int {
	if w.start < 0 {
		w.start = j
	}
	if c := text[j]; w.letters+w.digits == 0 && c > '9' {
		w.upper = c < 'a'
	}
	h, digits, first := w.hash, int32(0), j
	for ; j < len(text); j++ {
		low := lowerByte[text[j]]
		if low == 0 {
			break
		}
		if low <= '9' {
			digits++
		}
		h = (h ^ uint64(low)) * hashPrime
	}
	w.hash = h
	w.digits += digits
	w.letters += int32(j-first) - digits
	return j
}

// rune counts the character at j, which is not of ASCII, and returns its end.
func (w *wordScan) rune(text string, j int) int {
	r, size := utf8.DecodeRuneInString(text[j:])
	if c := text[j]; c != 0xC2 && c != 0xE2 { // signs: quotation marks, dashes
		w.foreign = true
	}
	switch {
	case r == '’':
		if w.start >= 0 {
			w.hash = (w.hash ^ '\'') * hashPrime
		}
		return j + size
	case isWide(r):
		w.wide++
		w.letters++
	case unicode.IsLetter(r):
		w.upper = w.upper || w.letters+w.digits == 0 && unicode.IsUpper(r)
		w.letters++
	case r != '©' && r != '\u0301' && !unicode.IsMark(r):
		return j + size
	}
	w.foreign = true
	if w.start < 0 {
		w.start = j
	}
	for k := j; k < j+size; k++ {
		w.hash = (w.hash ^ uint64(text[k])) * hashPrime
	}
	return j + size
}

// classify looks the word with hash h up, which stands at [start, end).
func (l *line) classify(t *wordTable, h uint64, start, end int) {
	l.sum = l.sum*hashPrime + h
	if t.mayHave(h) {
		l.lookUp(t, h, start, end)
	}
}

// lookUp is classify for a word that may be in the table.
func (l *line) lookUp(t *wordTable, h uint64, start, end int) {
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
		l.phrase = t.phraseAt(slot, l.text, phrasePlace{start, end, l.words <= 1})
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
