package browser

import (
	"archive/zip"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// corpus describes articles to be made up: the same each time.
type corpus struct {
	articles int
	words    int // of each
	copies   int // of the first, edited a little, besides
}

// zipped writes the articles as the text files of one zip file.
func (c corpus) zipped(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "articles.zip")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	w := zip.NewWriter(f)
	text := newTextMaker()
	add := func(name, content string) {
		entry, err := w.Create(name)
		if err == nil {
			_, err = entry.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	first := text.article(0, max(c.words, 300))
	for i := range c.copies {
		add(fmt.Sprintf("copies/%03d.txt", i), text.edited(first, i))
	}
	for i := range c.articles {
		add(fmt.Sprintf("outlet%02d/%06d.txt", i%40, i), text.article(i, c.words))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// textMaker makes up text of words that are met as often as in a language.
type textMaker struct {
	rng   *rand.Rand
	often *rand.Zipf
}

func newTextMaker() *textMaker {
	rng := rand.New(rand.NewSource(1))
	return &textMaker{rng, rand.NewZipf(rng, 1.1, 3, 40_000)}
}

func (m *textMaker) word() string {
	const onsets, vowels, codas = "bdfgklmnprstvw", "aeiou", "nrslt"
	n := m.often.Uint64() + 7
	var b strings.Builder
	for n > 0 {
		b.WriteByte(onsets[n%14])
		b.WriteByte(vowels[n/14%5])
		if n/70%3 == 0 {
			b.WriteByte(codas[n%5])
		}
		n /= 70
	}
	return b.String()
}

// article has a headline, a date and paragraphs of some sentences.
func (m *textMaker) article(i, words int) string {
	var b strings.Builder
	sentence := func(n int) {
		for k := range n {
			w := m.word()
			if k == 0 {
				w = strings.ToUpper(w[:1]) + w[1:]
			}
			b.WriteString(w)
			if k < n-1 {
				b.WriteByte(' ')
			}
		}
	}
	sentence(8)
	fmt.Fprintf(&b, "\n\nPosted 2025-%02d-%02d\n\n", i/28%12+1, i%28+1)
	for left := words; left > 0; left -= 60 {
		for range 4 {
			sentence(15)
			b.WriteString(". ")
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

// edited is a text with a word in thirty changed.
func (m *textMaker) edited(text string, i int) string {
	words := strings.Split(text, " ")
	for k := range len(words) / 30 {
		words[(k*30+i*7)%len(words)] = m.word()
	}
	return strings.Join(words, " ")
}
