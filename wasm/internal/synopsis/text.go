package synopsis

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/sentence"
	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// story is the texts that are set side by side.
type story struct {
	texts     []text
	sentences []sentenceOf // of all texts, one text after the other
	ids       map[uint64]uint32
	words     []word // by what ids maps to
	scan      analysis.Scanner
	yield     func() error
}

// text is one of them. Texts stand in an order of their own.
type text struct {
	doc        *protocol.Document
	number     uint32 // as it was given
	first, end int    // in sentences
}

// sentenceOf is a sentence of a text.
type sentenceOf struct {
	text   int
	span   protocol.Span
	words  []uint32 // distinct, sorted
	count  int      // words as printed
	key    uint64   // the same for the same words, 0 for less than two that say something
	weight float32  // of all its words
}

// word is a word of the story.
type word struct {
	sentences uint32 // that have it
	texts     uint32 // that have it
	last      int    // of them
	kind      wordKind
	weight    float32
}

type wordKind uint8

const (
	isFigure wordKind = 1 << iota // it has digits, or tells a number
	isName                        // it has a capital within a sentence
	isLittle                      // a function word
	isTitle                       // of a person
)

// read takes the texts apart.
func read(docs []protocol.Document, yield func() error) (*story, error) {
	s := &story{ids: map[uint64]uint32{}, yield: yield}
	for i := range docs {
		s.texts = append(s.texts, text{doc: &docs[i], number: uint32(i)})
	}
	ordering.By(s.texts, func(a, b text) int {
		return cmp.Or(strings.Compare(a.doc.Text, b.doc.Text), cmp.Compare(a.doc.ID, b.doc.ID))
	})
	s.enterLists()
	for i := range s.texts {
		if err := s.readText(i); err != nil {
			return nil, err
		}
	}
	s.weigh()
	return s, nil
}

// readText reads the sentences of the i-th text.
func (s *story) readText(i int) error {
	t := &s.texts[i]
	t.first = len(s.sentences)
	var spans []protocol.Span
	for _, p := range told(t.doc) {
		lang := cmp.Or(p.Lang, t.doc.Lang)
		spans = sentence.Spans(spans[:0], t.doc.Text, p.Span, lang)
		for k, span := range spans {
			s.readSentence(i, span, lang)
			if k%64 == 0 {
				if err := s.yield(); err != nil {
					return err
				}
			}
		}
	}
	t.end = len(s.sentences)
	return nil
}

// told are the paragraphs in which a text tells what it has to tell: running ones
// and entries of lists, or headlines if it has nothing else.
func told(doc *protocol.Document) []protocol.Paragraph {
	pick := func(takes func(protocol.Role) bool) []protocol.Paragraph {
		var out []protocol.Paragraph
		from := uint32(0)
		for _, p := range doc.Paragraphs {
			if takes(p.Role) && p.Start >= from && p.Start < p.End && int(p.End) <= len(doc.Text) {
				out, from = append(out, p), p.End
			}
		}
		return out
	}
	out := pick(func(r protocol.Role) bool { return r.IsRunning() || r == protocol.RoleBullet })
	if len(out) == 0 {
		out = pick(func(r protocol.Role) bool {
			return r == protocol.RoleTitle || r == protocol.RoleSubtitle || r == protocol.RoleHeading
		})
	}
	return out
}

// readSentence enters a sentence and its words.
func (s *story) readSentence(text int, span protocol.Span, lang string) {
	out := sentenceOf{text: text, span: span}
	piece := span.Of(s.texts[text].doc.Text)
	var before struct {
		hash uint64
		end  uint32
	}
	s.scan.Reset(piece)
	for s.scan.Next() {
		out.count++
		printed := piece[s.scan.Start():s.scan.End()]
		hash, ok := s.scan.Compared()
		if !ok {
			continue
		}
		kind := kindOf(printed, out.count > 1 && lang != "de")
		switch {
		case isSign(printed): // Chinese has a word every two signs or so
			if before.end == s.scan.Start() && before.end > 0 {
				out.words = append(out.words, s.enter(before.hash*31+hash, kind))
			}
			before.hash, before.end = hash, s.scan.End()
		case isHangul(printed): // particles stand behind the word
			out.words = s.enterSyllables(out.words, printed)
		default:
			if kind&isFigure == 0 {
				hash = s.stem(hash)
			}
			out.words = append(out.words, s.enter(hash, kind))
		}
	}
	slices.Sort(out.words)
	out.words = slices.Compact(out.words)
	telling := 0
	for _, w := range out.words {
		s.words[w].count(text)
		if s.words[w].kind&isLittle == 0 {
			telling++
		}
		out.key = (out.key ^ uint64(w)) * 0x9E3779B97F4A7C15
	}
	if telling < 2 {
		out.key = 0
	}
	s.sentences = append(s.sentences, out)
}

// count counts a sentence of a text that has the word.
func (w *word) count(text int) {
	w.sentences++
	if w.last != text {
		w.last = text
		w.texts++
	}
}

// enter is the number of a word, with what is known of it added.
func (s *story) enter(hash uint64, kind wordKind) uint32 {
	id, ok := s.ids[hash]
	if !ok {
		id = uint32(len(s.words))
		s.ids[hash] = id
		s.words = append(s.words, word{last: -1})
	}
	s.words[id].kind |= kind
	return id
}

// stemLen is the length in bytes from which endings are cut off: "discussed" and
// "discussing" meet, and so do Ukraine and Ukrainian, which in one story is
// welcome.
const stemLen = 6

// stem is the hash of the current word without its ending, or its hash if that is
// of another word.
func (s *story) stem(hash uint64) uint64 {
	if hash != s.scan.Hash() {
		return hash
	}
	term := s.scan.Term()
	n := stemLen
	if len(term) > 0 && term[0] >= utf8.RuneSelf {
		n *= 2
	}
	if len(term) <= n {
		return hash
	}
	for n < len(term) && !utf8.RuneStart(term[n]) {
		n++
	}
	return analysis.Hash(term[:n])
}

// enterSyllables enters each two syllables in a row of a Korean word.
func (s *story) enterSyllables(dst []uint32, printed string) []uint32 {
	for i := 0; i < len(printed); {
		_, n := utf8.DecodeRuneInString(printed[i:])
		_, m := utf8.DecodeRuneInString(printed[i+n:])
		if m == 0 && i > 0 {
			break
		}
		dst = append(dst, s.enter(analysis.Hash([]byte(printed[i:i+n+m])), 0))
		i += n
	}
	return dst
}

// isSign reports a Chinese sign or a hiragana letter, which are words of their
// own to the scan.
func isSign(printed string) bool {
	r, n := utf8.DecodeRuneInString(printed)
	return n == len(printed) && n >= 3 && (0x3041 <= r && r <= 0x309F || 0x3400 <= r && r <= 0x9FFF || 0xF900 <= r && r <= 0xFAFF || r >= 0x20000)
}

func isHangul(printed string) bool {
	r, _ := utf8.DecodeRuneInString(printed)
	return 0xAC00 <= r && r <= 0xD7A3
}
