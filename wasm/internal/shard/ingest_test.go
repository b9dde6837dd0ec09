package shard

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
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

// sources are the files of the folder that CLIPPINGS_CORPUS names, or documents
// made by rule, and their bytes. A folder may hold articles, or files .ndjson of
// which each line is an article with title and body.
func sources(t testing.TB) ([]protocol.Source, int64) {
	t.Helper()
	var list []protocol.Source
	var size int64
	add := func(path string, content []byte) {
		list = append(list, protocol.Source{
			Ordinal: uint32(len(list)), Path: path, Size: uint64(len(content)), Handle: content,
		})
		size += int64(len(content))
	}
	if dir := os.Getenv("CLIPPINGS_CORPUS"); dir != "" {
		paths, err := filepath.Glob(filepath.Join(dir, "*.ndjson"))
		if err == nil && len(paths) == 0 {
			paths, err = filepath.Glob(filepath.Join(dir, "*.*"))
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if filepath.Ext(path) != ".ndjson" {
				add(filepath.Base(path), content)
				continue
			}
			for line := range bytes.Lines(content) {
				var article struct{ Title, Body string }
				if err := json.Unmarshal(line, &article); err != nil {
					t.Fatalf("%s: %v", path, err)
				}
				add(fmt.Sprintf("%06d.txt", len(list)), []byte(article.Title+"\n\n"+article.Body))
			}
		}
		return list, size
	}
	for _, d := range corpustest.Corpus(5, 500) {
		add(d.Name, []byte(d.Title+"\n\nPosted "+d.Date+"\n\n"+d.Text))
	}
	return list, size
}

// BenchmarkIngest is the whole path of a file in one shard: read, extract,
// index, keep.
func BenchmarkIngest(b *testing.B) {
	list, size := sources(b)
	b.SetBytes(size)
	for b.Loop() {
		s := New(fromMemory())
		if _, err := protocol.Do(context.Background(), s, protocol.Ingest{Sources: list}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(list)), "documents")
}

// BenchmarkCompare is the exchange of one shard with itself: all pairs of
// copies, groups and stories.
func BenchmarkCompare(b *testing.B) {
	list, size := sources(b)
	s := New(fromMemory())
	ctx := context.Background()
	if _, err := protocol.Do(ctx, s, protocol.Ingest{Sources: list}); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(size)
	for b.Loop() {
		q := protocol.Exchange{Shards: 1}
		for {
			r, err := protocol.Do(ctx, s, q)
			if err != nil {
				b.Fatal(err)
			}
			if r.Done {
				break
			}
			q = protocol.Exchange{Step: q.Step + 1, Shards: 1, Inbox: r.Outbox}
		}
	}
	b.ReportMetric(float64(len(list)), "documents")
}
