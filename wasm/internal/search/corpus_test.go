package search

import (
	"bufio"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/index"
	"clippings/wasm/internal/query"
	"clippings/wasm/internal/snippet"
	"clippings/wasm/internal/stem"
	"clippings/wasm/protocol"
)

// The tests and benchmarks of this file run on the folder CLIPPINGS_CORPUS
// names: *.ndjson with {"title", "body"} a line, queries.json with lists of
// {"q", "n"} by type, and qtruth.json with the numbers of the documents that
// match each. CLIPPINGS_TIMES repeats the documents that many times, to see
// how time grows; the truth then does not fit.

type corpusDoc struct {
	Title, Body string
	paragraphs  []protocol.Paragraph
	text        string
}

type corpusQuery struct {
	Q     string
	Terms []string
}

type corpus struct {
	docs    []corpusDoc
	bytes   int
	times   int
	queries map[string][]corpusQuery
	truth   map[string][][]uint32
}

var loadCorpus = sync.OnceValues(func() (*corpus, error) {
	dir := os.Getenv("CLIPPINGS_CORPUS")
	c := &corpus{times: 1}
	if n, err := strconv.Atoi(os.Getenv("CLIPPINGS_TIMES")); err == nil {
		c.times = n
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.ndjson"))
	if err != nil {
		return nil, err
	}
	for _, name := range files {
		if err := c.read(name); err != nil {
			return nil, err
		}
	}
	for name, v := range map[string]any{"queries.json": &c.queries, "qtruth.json": &c.truth} {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err == nil {
			err = json.Unmarshal(b, v)
		}
		if err != nil {
			return nil, err
		}
	}
	return c, nil
})

func (c *corpus) read(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var d corpusDoc
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return err
		}
		d.text = d.Title + "\n" + d.Body
		n := uint32(len(d.Title))
		d.paragraphs = []protocol.Paragraph{
			{Span: protocol.Span{End: n}, Role: protocol.RoleTitle},
			{Span: protocol.Span{Start: n + 1, End: uint32(len(d.text))}, Role: protocol.RoleBody},
		}
		c.bytes += len(d.text)
		c.docs = append(c.docs, d)
	}
	return lines.Err()
}

func needCorpus(tb testing.TB) *corpus {
	if os.Getenv("CLIPPINGS_CORPUS") == "" {
		tb.Skip("CLIPPINGS_CORPUS names no corpus")
	}
	c, err := loadCorpus()
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

func (c *corpus) index(tb testing.TB) *index.Index {
	x := index.New()
	f := NewFeeder(x)
	for range c.times {
		for i := range c.docs {
			feed(f, c.docs[i].text, c.docs[i].paragraphs)
			if x.Due() {
				if err := x.Flush(noYield); err != nil {
					tb.Fatal(err)
				}
			}
		}
	}
	if err := x.Flush(noYield); err != nil {
		tb.Fatal(err)
	}
	return x
}

// The corpus is Docs.

func (c *corpus) Filter(*query.Node, []uint64) {}

func (c *corpus) Name(doc uint32) string { return c.docs[int(doc)%len(c.docs)].Title }

func (c *corpus) Text(doc uint32) (string, []protocol.Paragraph) {
	d := &c.docs[int(doc)%len(c.docs)]
	return d.text, d.paragraphs
}

// planOf is the plan of a query over one index of English news.
func planOf(x *index.Index, q *Query) protocol.Stats {
	plan, _ := q.Stats(x, Ask{Langs: stem.English})
	for i := range plan.Words {
		chooseSpellings(&plan.Words[i], false)
	}
	return plan
}

var corpusIndex = sync.OnceValue(func() *index.Index {
	c, _ := loadCorpus()
	return c.index(nil)
})

// text is the query in this package's syntax, options as the type asks.
func (q corpusQuery) parse(kind string) *Query {
	text := q.Q
	switch kind {
	case "phrase":
		text = `"` + strings.Trim(text, `"`) + `"`
	case "prefix":
		text += "*"
	case "prefix2":
		text = text[:min(2, len(text))] + "*"
	case "and2prefix":
		first, second, _ := strings.Cut(text, " ")
		text = first + " " + second[:min(2, len(second))] + "*"
	}
	tree, _ := query.Parse(text, query.Options{})
	return Compile(tree)
}

// The truth was made with words of letters and digits alone, so "doesn" is a
// word there; the share of queries whose sets are the same is what counts.
func TestCorpusTruth(t *testing.T) {
	c := needCorpus(t)
	if c.times != 1 {
		t.Skip("documents are repeated")
	}
	x := corpusIndex()
	s := New(x)
	for _, kind := range []string{"common", "rare", "and2", "prefix", "phrase"} {
		same := 0
		for i, cq := range c.queries[kind] {
			q := cq.parse(kind)
			r, err := s.Top(q, planOf(x, q), Options{K: len(c.docs)})
			if err != nil {
				t.Fatal(err)
			}
			var got []uint32
			for _, h := range r.Hits {
				got = append(got, h.Doc)
			}
			slices.Sort(got)
			if slices.Equal(got, c.truth[kind][i]) {
				same++
			} else {
				t.Logf("%s %q: %d documents, truth %d", kind, cq.Q, len(got), len(c.truth[kind][i]))
			}
		}
		t.Logf("%s: %d of %d the same", kind, same, len(c.queries[kind]))
	}
}

// best runs fn until b is content and reports the speed of the quickest run,
// which other work on the machine disturbs least.
func (c *corpus) best(b *testing.B, fn func()) {
	quickest := time.Duration(math.MaxInt64)
	for b.Loop() {
		start := time.Now()
		fn()
		quickest = min(quickest, time.Since(start))
	}
	b.ReportMetric(float64(c.bytes*c.times)/1e6/quickest.Seconds(), "best-MB/s")
}

// BenchmarkTokenise is what of BenchmarkBuild is analysis.
func BenchmarkTokenise(b *testing.B) {
	c := needCorpus(b)
	var s analysis.Scanner
	c.best(b, func() {
		for i := range c.docs {
			s.Reset(c.docs[i].text)
			for s.Next() {
				s.Hash()
			}
		}
	})
}

// BenchmarkBuild is tokenising and indexing with positions, flushes included.
func BenchmarkBuild(b *testing.B) {
	c := needCorpus(b)
	size := 0
	c.best(b, func() { size = c.index(b).Size() })
	b.ReportMetric(float64(size)/float64(c.bytes*c.times), "index/text")
}

// BenchmarkQuery asks for the ten best of every query of a type in turn, and
// makes their snippets in BenchmarkQuery/…+snippets. Of prefix2 and and2prefix
// the last word is two letters long. Each query counts with its quickest time.
func BenchmarkQuery(b *testing.B) {
	c := needCorpus(b)
	c.queries["prefix2"], c.queries["and2prefix"] = c.queries["prefix"], c.queries["and2"]
	for _, kind := range []string{"common", "rare", "and2", "prefix", "phrase", "prefix2", "and2prefix"} {
		b.Run(kind, func(b *testing.B) { benchmarkQueries(b, c, kind, false) })
		b.Run(kind+"+snippets", func(b *testing.B) { benchmarkQueries(b, c, kind, true) })
	}
}

func benchmarkQueries(b *testing.B, c *corpus, kind string, snippets bool) {
	x := corpusIndex()
	s := New(x)
	var k snippet.Maker
	times := make([]float64, len(c.queries[kind]))
	for i := range times {
		times[i] = math.Inf(1)
	}
	for b.Loop() {
		for i, cq := range c.queries[kind] {
			start := time.Now()
			q := cq.parse(kind)
			plan := planOf(x, q)
			r, err := s.Top(q, plan, Options{K: protocol.Nearest, Docs: c})
			if err != nil {
				b.Fatal(err)
			}
			if snippets {
				m := q.Matcher(plan)
				for _, h := range r.Hits[:min(len(r.Hits), 10)] {
					d := &c.docs[int(h.Doc)%len(c.docs)]
					k.Make(snippet.Document{Text: d.text, Paragraphs: d.paragraphs}, m, snippet.Options{})
				}
			}
			// Other work on the machine disturbs the quickest least.
			times[i] = min(times[i], time.Since(start).Seconds()*1000)
		}
	}
	slices.Sort(times)
	b.ReportMetric(times[len(times)/2], "median-ms")
	b.ReportMetric(times[len(times)*95/100], "p95-ms")
	b.ReportMetric(times[len(times)-1], "max-ms")
	b.ReportMetric(0, "ns/op")
}
