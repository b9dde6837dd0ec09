package shard

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"clippings/wasm/internal/corpustest"
	"clippings/wasm/protocol"
)

// memory is a file of a test: its handle is its content.
type memory struct{ *bytes.Reader }

func (memory) Close() error { return nil }

func fromMemory() Options {
	return Options{
		Open:  func(handle protocol.File) (File, error) { return memory{bytes.NewReader(handle.([]byte))}, nil },
		Pause: func() {},
	}
}

// corpus is files to measure with.
type corpus struct {
	sources []protocol.Source
	bytes   int64
}

func (c *corpus) add(path string, content []byte) {
	c.sources = append(c.sources, protocol.Source{
		Ordinal: uint32(len(c.sources)), Path: path, Size: uint64(len(content)), Handle: content,
	})
	c.bytes += int64(len(content))
}

// eachCorpus measures on the sample collection, on 500 articles made by rule,
// and on the folder that CLIPPINGS_CORPUS names: articles, or files .ndjson of
// which each line is an article with title and body.
func eachCorpus(b *testing.B, measure func(*testing.B, *corpus)) {
	b.Run("sample", func(b *testing.B) { measure(b, readFolder(b, "../../../web/sample")) })
	b.Run("rule", func(b *testing.B) {
		c := &corpus{}
		for _, d := range corpustest.Corpus(5, 500) {
			c.add(d.Name, []byte(d.Title+"\n\nPosted "+d.Date+"\n\n"+d.Text))
		}
		measure(b, c)
	})
	b.Run("given", func(b *testing.B) {
		dir := os.Getenv("CLIPPINGS_CORPUS")
		if dir == "" {
			b.Skip("CLIPPINGS_CORPUS names no corpus")
		}
		measure(b, readFolder(b, dir))
	})
}

func readFolder(b *testing.B, dir string) *corpus {
	b.Helper()
	c := &corpus{}
	lines, err := filepath.Glob(filepath.Join(dir, "*.ndjson"))
	if err != nil {
		b.Fatal(err)
	}
	for _, path := range lines {
		c.addLines(b, path)
	}
	if len(lines) > 0 {
		return c
	}
	err = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		c.add(path, content)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return c
}

func (c *corpus) addLines(b *testing.B, path string) {
	b.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		b.Fatal(err)
	}
	for line := range bytes.Lines(content) {
		var article struct{ Title, Body string }
		if err := json.Unmarshal(line, &article); err != nil {
			b.Fatalf("%s: %v", path, err)
		}
		c.add(fmt.Sprintf("%06d.txt", len(c.sources)), []byte(article.Title+"\n\n"+article.Body))
	}
}

// filled is a shard with the documents of a corpus, compared.
func (c *corpus) filled(b *testing.B) *Shard {
	b.Helper()
	s := New(fromMemory())
	if _, err := protocol.Do(context.Background(), s, protocol.Ingest{Sources: c.sources}); err != nil {
		b.Fatal(err)
	}
	compare(b, s)
	return s
}

// compare runs the exchange of one shard with itself.
func compare(b testing.TB, s *Shard) {
	b.Helper()
	q := protocol.Exchange{Shards: 1}
	for {
		r, err := protocol.Do(context.Background(), s, q)
		if err != nil {
			b.Fatal(err)
		}
		if r.Done {
			return
		}
		q = protocol.Exchange{Step: q.Step + 1, Shards: 1, Inbox: r.Outbox}
	}
}

// BenchmarkIngest is the whole path of a file in one shard: read, extract,
// index, keep.
func BenchmarkIngest(b *testing.B) {
	eachCorpus(b, func(b *testing.B, c *corpus) {
		b.SetBytes(c.bytes)
		for b.Loop() {
			s := New(fromMemory())
			if _, err := protocol.Do(context.Background(), s, protocol.Ingest{Sources: c.sources}); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(len(c.sources)), "files")
	})
}

// BenchmarkCompare finds all pairs of copies, groups and stories.
func BenchmarkCompare(b *testing.B) {
	eachCorpus(b, func(b *testing.B, c *corpus) {
		s := c.filled(b)
		b.SetBytes(c.bytes)
		for b.Loop() {
			compare(b, s)
		}
		b.ReportMetric(float64(len(s.docs)), "documents")
	})
}

// BenchmarkSearch is a search in its three phases, with the excerpts of the
// first ten hits.
func BenchmarkSearch(b *testing.B) {
	eachCorpus(b, func(b *testing.B, c *corpus) {
		s := c.filled(b)
		for _, q := range []protocol.Query{
			{Text: "the"}, {Text: "minister said"}, {Text: `"on tuesday"`}, {Text: "go", Typing: true},
		} {
			name := q.Text
			if q.Typing {
				name += "…"
			}
			b.Run(name, func(b *testing.B) {
				for b.Loop() {
					searchOnce(b, s, q)
				}
			})
		}
	})
}

func searchOnce(b *testing.B, s *Shard, q protocol.Query) {
	ctx := context.Background()
	stats, err := protocol.Do(ctx, s, protocol.SearchStats{Query: q})
	if err != nil {
		b.Fatal(err)
	}
	top, err := protocol.Do(ctx, s, protocol.SearchTop{Query: q, Plan: stats, Limit: 10})
	if err != nil {
		b.Fatal(err)
	}
	var ids []protocol.DocID
	for _, h := range top.Hits {
		ids = append(ids, h.ID)
	}
	if _, err := protocol.Do(ctx, s, protocol.Snippets{Query: q, IDs: ids, MaxBytes: 280}); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkRecurrence looks for lines that recur, as every comparison does; what
// follows where there are some is another comparison and another index.
func BenchmarkRecurrence(b *testing.B) {
	eachCorpus(b, func(b *testing.B, c *corpus) {
		s := c.filled(b)
		yield := func() error { return nil }
		b.SetBytes(c.bytes)
		for b.Loop() {
			r := &recurrence{
				docs: s.docs, group: make([]uint32, len(s.docs)), shards: 1,
				apply: func([][]recurring, func() error) error { return nil },
			}
			var inbox [][]byte
			for done := false; !done; {
				var err error
				if inbox, done, err = r.next(inbox, yield); err != nil {
					b.Fatal(err)
				}
			}
		}
		b.ReportMetric(float64(len(s.docs)), "documents")
	})
}
