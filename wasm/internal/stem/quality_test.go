package stem_test

import (
	"bufio"
	"cmp"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/stem"
)

// collection is one of the classic retrieval collections: texts, questions, and
// which text answers which question how well.
type collection struct {
	name     string
	docs     []map[string]float64 // term to occurrences
	names    []string
	length   []float64
	mean     float64
	postings map[string][]posting
	terms    []string // sorted
	queries  map[string]string
	gains    map[string]map[string]float64
}

type posting struct {
	doc   int
	count float64
}

// dataFolder is the folder of the unpacked labelled sets.
func dataFolder(t testing.TB) string {
	dir := os.Getenv("CLIPPINGS_DATA")
	if dir == "" {
		t.Skip("CLIPPINGS_DATA, the folder of the labelled sets, is not set")
	}
	return dir
}

func eachLine(t testing.TB, name string, do func(line string)) {
	f, err := os.Open(name)
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		do(lines.Text())
	}
}

func eachTerm(text string, do func(term string)) {
	var s analysis.Scanner
	for s.Reset(text); s.Next(); {
		do(string(s.Term()))
	}
}

func readCollection(t testing.TB, name string) *collection {
	dir := filepath.Join(dataFolder(t), "ir_classic", name)
	c := &collection{name: name, postings: map[string][]posting{}, queries: map[string]string{}, gains: map[string]map[string]float64{}}
	eachLine(t, filepath.Join(dir, "docs.jsonl"), func(line string) {
		var d struct{ ID, Title, Text string }
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			t.Fatal(err)
		}
		counts, n := map[string]float64{}, 0.0
		eachTerm(d.Title+"\n"+d.Text, func(term string) { counts[term]++; n++ })
		for term, count := range counts {
			c.postings[term] = append(c.postings[term], posting{len(c.names), count})
		}
		c.names, c.length, c.mean = append(c.names, d.ID), append(c.length, n), c.mean+n
	})
	c.mean /= float64(len(c.names))
	for term := range c.postings {
		c.terms = append(c.terms, term)
	}
	slices.Sort(c.terms)
	eachLine(t, filepath.Join(dir, "queries.tsv"), func(line string) {
		id, text, _ := strings.Cut(line, "\t")
		c.queries[id] = text
	})
	eachLine(t, filepath.Join(dir, "qrels.txt"), func(line string) {
		f := strings.Fields(line)
		gain, _ := strconv.ParseFloat(f[3], 64)
		if gain > 0 {
			if c.gains[f[0]] == nil {
				c.gains[f[0]] = map[string]float64{}
			}
			c.gains[f[0]][f[2]] = max(gain, c.gains[f[0]][f[2]])
		}
	})
	return c
}

// forms are the terms of the collection that are other forms of word.
func (c *collection) forms(word string, langs stem.Languages) (forms []string) {
	var f stem.Finder
	f.Reset([]byte(word), langs)
	for _, p := range f.Prefixes() {
		i, _ := slices.BinarySearch(c.terms, string(p))
		for ; i < len(c.terms) && strings.HasPrefix(c.terms[i], string(p)); i++ {
			if f.Same([]byte(c.terms[i])) != 0 {
				forms = append(forms, c.terms[i])
			}
		}
	}
	return forms
}

// stopWords say nothing of what a question is about.
const stopWords = " a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with "

// score is BM25 of all documents for the words of a question. Other forms of a word
// count weight each, and the rarity of the word is that of its most frequent form.
func (c *collection) score(question string, forms func(word string) []string, weight float64) []float64 {
	scores := make([]float64, len(c.names))
	eachTerm(question, func(word string) {
		if strings.Contains(stopWords, " "+word+" ") {
			return
		}
		df, counts := len(c.postings[word]), map[int]float64{}
		for _, p := range c.postings[word] {
			counts[p.doc] += p.count
		}
		for _, form := range forms(word) {
			df = max(df, len(c.postings[form]))
			for _, p := range c.postings[form] {
				counts[p.doc] += weight * p.count
			}
		}
		n := float64(len(c.names))
		idf := math.Log(1 + (n-float64(df)+0.5)/(float64(df)+0.5))
		for doc, count := range counts {
			scores[doc] += idf * count * (k1 + 1) / (count + k1*(1-b+b*c.length[doc]/c.mean))
		}
	})
	return scores
}

const k1, b = 1.2, 0.75

// ndcg is the mean nDCG@10 over the judged questions.
func (c *collection) ndcg(forms func(word string) []string, weight float64) float64 {
	sum := 0.0
	for id, gains := range c.gains {
		scores := c.score(c.queries[id], forms, weight)
		order := make([]int, len(scores))
		for i := range order {
			order[i] = i
		}
		slices.SortFunc(order, func(x, y int) int {
			return cmp.Or(cmp.Compare(scores[y], scores[x]), cmp.Compare(c.names[y], c.names[x]))
		})
		got, best := 0.0, 0.0
		for i, doc := range order[:10] {
			got += gains[c.names[doc]] / math.Log2(float64(i+2))
		}
		ideal := make([]float64, 0, len(gains))
		for _, g := range gains {
			ideal = append(ideal, g)
		}
		slices.Sort(ideal)
		slices.Reverse(ideal)
		for i, g := range ideal[:min(10, len(ideal))] {
			best += g / math.Log2(float64(i+2))
		}
		sum += got / best
	}
	return sum / float64(len(c.gains))
}

// TestRetrieval: forms raise the quality of all three collections.
func TestRetrieval(t *testing.T) {
	for _, name := range []string{"cranfield", "cisi", "cacm"} {
		c := readCollection(t, name)
		plain := c.ndcg(func(string) []string { return nil }, 0)
		known := map[string][]string{}
		forms := func(word string) []string {
			f, ok := known[word]
			if !ok {
				f = c.forms(word, stem.English)
				known[word] = f
			}
			return f
		}
		t.Logf("%-10s plain %.4f", name, plain)
		for _, weight := range []float64{0.3, 0.5, 0.6, 0.7, 1} {
			got := c.ndcg(forms, weight)
			t.Logf("%-10s forms at %.1f  %.4f (%+.4f)", name, weight, got, got-plain)
			if weight == 0.5 && got <= plain {
				t.Errorf("%s: forms lower nDCG@10 from %.4f to %.4f", name, plain, got)
			}
		}
	}
}
