package dedup

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"clippings/wasm/internal/corpustest"
	"clippings/wasm/internal/shingle"
)

// ruleCorpus is n documents of corpustest.
func ruleCorpus(n int) testCorpus {
	var docs []textDoc
	for _, d := range corpustest.Corpus(1, n) {
		docs = append(docs, plainDoc(d.Name, d.Title, d.Date, d.Text))
	}
	return numbered(docs)
}

// split deals documents out to n shards in turn.
func split(c testCorpus, n int) []testCorpus {
	shards := make([]testCorpus, n)
	for i, d := range c {
		shards[i%n] = append(shards[i%n], d)
	}
	return shards
}

func BenchmarkExchange(b *testing.B) {
	for _, c := range []struct{ docs, shards int }{{2000, 1}, {2000, 2}, {20000, 1}} {
		shards := split(ruleCorpus(c.docs), c.shards)
		b.Run(fmt.Sprintf("docs=%d/shards=%d", c.docs, c.shards), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				exchange(b, shards, DefaultParams())
			}
		})
	}
}

// BenchmarkReuters compares the newswire of 1987, found by CLIPPINGS_DATA, and
// says how long each superstep takes.
func BenchmarkReuters(b *testing.B) {
	shards := []testCorpus{reuters(b)}
	b.Run(fmt.Sprintf("docs=%d", len(shards[0])), func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			exchange(b, shards, DefaultParams())
		}
	})
}

func reuters(t testing.TB) testCorpus {
	dir := dataFolder(t, "reuters21578")
	paths, err := filepath.Glob(filepath.Join(dir, "orig", "*.sgm"))
	if err != nil {
		t.Fatal(err)
	}
	bodies := regexp.MustCompile(`(?s)NEWID="(\d+)".*?<BODY>(.*?)</BODY>`)
	var docs []textDoc
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range bodies.FindAllStringSubmatch(string(text), -1) {
			docs = append(docs, plainDoc(m[1], "", "", m[2]))
		}
	}
	return numbered(docs)
}

// plainDoc is a document all of whose text is running text.
func plainDoc(name, title, date, text string) textDoc {
	d := textDoc{text: text, testDoc: testDoc{Doc: newDoc(name, "", date), title: termsOf(title)}}
	d.terms = termsOf(text)
	return d
}

func BenchmarkShingles(b *testing.B) {
	terms := corpustest.Sequence(0, 425)
	var s shingle.Shingler
	b.SetBytes(int64(len(terms)))
	for b.Loop() {
		s.Distinct(terms)
	}
}
