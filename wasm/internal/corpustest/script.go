package corpustest

import (
	"math/rand/v2"
	"strings"
	"unicode"
)

// A Script writes texts in a language of another script than Latin.
type Script struct {
	Lang      string // ISO 639-1
	between   string // sentences
	templates []string
	nouns     []string
	verbs     []string
	qualities []string
	names     []string
	marks     []rune // now and then put behind a letter
}

// Sentences is n sentences that nobody else has written but by chance. The same
// seed gives the same.
func (s *Script) Sentences(seed uint64, n int) []string {
	r := rand.New(rand.NewPCG(seed, 77))
	list := make([]string, n)
	for i := range list {
		list[i] = s.sentence(r)
	}
	return list
}

// sentence fills in a template: n noun, v verb, a quality, p name, 1 number.
func (s *Script) sentence(r *rand.Rand) string {
	var b strings.Builder
	template := []rune(pick(r, s.templates))
	for i := 0; i < len(template); i++ {
		if template[i] != '%' {
			b.WriteRune(template[i])
			continue
		}
		i++
		switch template[i] {
		case 'n':
			s.write(&b, r, pick(r, s.nouns))
		case 'v':
			s.write(&b, r, pick(r, s.verbs))
		case 'a':
			s.write(&b, r, pick(r, s.qualities))
		case 'p':
			b.WriteString(pick(r, s.names))
		case '1':
			for range 1 + r.IntN(3) {
				b.WriteByte(byte('1' + r.IntN(9)))
			}
		}
	}
	return b.String()
}

// write writes a word, one time in three with marks.
func (s *Script) write(b *strings.Builder, r *rand.Rand, word string) {
	marked := len(s.marks) > 0 && r.IntN(3) == 0
	for _, c := range word {
		b.WriteRune(c)
		if marked && unicode.IsLetter(c) && r.IntN(2) == 0 {
			b.WriteRune(s.marks[r.IntN(len(s.marks))])
		}
	}
}

// Join makes paragraphs of four sentences.
func (s *Script) Join(sentences []string) string {
	var b strings.Builder
	for i, x := range sentences {
		switch {
		case i%4 == 0 && i > 0:
			b.WriteString("\n\n")
		case i > 0:
			b.WriteString(s.between)
		}
		b.WriteString(x)
	}
	return b.String()
}

// Edited is what another house makes of sentences: each sixth dropped, each
// seventh written anew, in each fifth one noun changed, and without marks.
func (s *Script) Edited(seed uint64, sentences []string) []string {
	r := rand.New(rand.NewPCG(seed, 78))
	var edited []string
	for i, x := range sentences {
		switch {
		case i%6 == 5:
			continue
		case i%7 == 6:
			x = s.sentence(r)
		case i%5 == 1:
			x = s.changeNoun(r, x)
		}
		edited = append(edited, Unmarked(x))
	}
	return edited
}

func (s *Script) changeNoun(r *rand.Rand, sentence string) string {
	from := r.IntN(len(s.nouns))
	for i := range s.nouns {
		if old := s.nouns[(from+i)%len(s.nouns)]; strings.Contains(sentence, old) {
			return strings.Replace(sentence, old, pick(r, s.nouns), 1)
		}
	}
	return sentence
}

// Unmarked is text without marks above and below letters, but for those without
// which a letter is another.
func Unmarked(text string) string {
	return strings.Map(func(c rune) rune {
		if 0x64B <= c && c <= 0x652 {
			return -1
		}
		return c
	}, text)
}
