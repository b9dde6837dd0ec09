//go:build !js || unpack

package unpack

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"

	"clippings/wasm/internal/format"
	"clippings/wasm/protocol"
)

// story is a text that the extractor keeps.
func story(n int) string {
	return fmt.Sprintf("Ferry Number %d Returns\n\nThe ferry that sank in the storm of last winter is back at the quay in Bergen, the harbour office said on Monday.\n\n"+
		"It was raised in May and has been painted since, and it will carry %d passengers again from the first week of June.\n", n, 100*n)
}

type member struct{ name, data string }

func zipOf(t testing.TB, members ...member) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, m := range members {
		f, err := w.Create(m.name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(f, m.data)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func tarOf(t testing.TB, members ...member) string {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, m := range members {
		if err := w.WriteHeader(&tar.Header{Name: m.name, Mode: 0o600, Size: int64(len(m.data))}); err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, m.data)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func gz(t testing.TB, s string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, s)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func csv(n int) string {
	b := strings.Builder{}
	b.WriteString("title,date,text\n")
	for i := range n {
		fmt.Fprintf(&b, "Ferry %d,2025-07-03,%q\n", i, strings.ReplaceAll(story(i), "\n", " "))
	}
	return b.String()
}

func mail(n int) string {
	return fmt.Sprintf("From: Ann Writer <ann@example.org>\nSubject: Ferry %d\nDate: Thu, 3 Jul 2025 10:00:00 +0200\n\n%s", n, story(n))
}

func feed() string {
	return `<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title><item><title>Ferry</title><description>` + story(1) +
		`</description></item><item><title>Bridge</title><description>` + story(2) + `</description></item></channel></rss>`
}

// samples are files of every way into another format: dropped, packed, inside an
// archive, inside an archive inside an archive.
func samples(t testing.TB) []member {
	all := []member{
		{"a.csv", csv(40)}, {"a.csv.gz", gz(t, csv(5))}, {"a.eml", mail(1)}, {"feed.xml", feed()}, {"a.rtf", `{\rtf1\ansi ` + strings.ReplaceAll(story(1), "\n", `\par `) + `}`},
		{"a.tar", tarOf(t, member{"x.txt", story(1)}, member{"y.eml", mail(2)}, member{"z.png", "\x89PNG"})},
		{"broken.docx", "PK\x03\x04"}, {"broken.pdf", "%PDF-1.4 nothing"}, {"plain.txt", story(3)}, {"page.html", "<html><p>" + story(4)},
	}
	all = append(all, member{"all.zip", zipOf(t, all...)}, member{"all.tgz", gz(t, tarOf(t, all...))})
	return append(all, member{"nested.zip", zipOf(t, member{"in.zip", all[len(all)-2].data}, member{"t.tgz", all[len(all)-1].data})})
}

type memory struct{ *strings.Reader }

func (memory) Close() error { return nil }

func server() *Server {
	return &Server{
		Open: func(handle protocol.File) (File, error) {
			switch h := handle.(type) {
			case string:
				return memory{strings.NewReader(h)}, nil
			case []byte:
				return memory{strings.NewReader(string(h))}, nil
			}
			return nil, errors.New("gone")
		},
		Pause: func() {},
	}
}

func elsewhere(s protocol.Shard) *format.Unpacker {
	return &format.Unpacker{
		Start: func() (protocol.Shard, error) { return s, nil },
		Blob:  func(b []byte) protocol.File { return b },
	}
}

// read is all that a reader finds, a line each.
func read(t testing.TB, r format.Reader, m member) []string {
	t.Helper()
	var lines []string
	r.Handle = m.data
	err := r.Read(m.name, strings.NewReader(m.data), func(e format.Entry) error {
		line := fmt.Sprintf("%s#%s %s %v %s", e.Source, e.Record, e.Format, e.Skip, e.Detail)
		if e.Document != nil {
			line += fmt.Sprintf(" %+v", *e.Document)
		}
		lines = append(lines, line)
		return nil
	})
	if err != nil {
		t.Fatalf("%s: %v", m.name, err)
	}
	return lines
}

// TestElsewhereIsHere holds that a file reads the same whether its format is
// part of the program or another program's.
func TestElsewhereIsHere(t *testing.T) {
	for _, m := range samples(t) {
		here := read(t, format.Reader{}, m)
		there := read(t, format.Reader{Unpacker: elsewhere(server())}, m)
		if len(here) == 0 || !reflect.DeepEqual(here, there) {
			t.Errorf("%s:\nhere  %q\nthere %q", m.name, here, there)
		}
	}
}

// TestPartsAreTheWhole holds that parts of a file share its records out: all of
// them, each once.
func TestPartsAreTheWhole(t *testing.T) {
	for _, m := range samples(t) {
		for _, unpacker := range []*format.Unpacker{nil, elsewhere(server())} {
			whole := map[string]int{}
			for _, line := range read(t, format.Reader{}, m) {
				whole[line]++
			}
			const parts = 3
			shared := map[string]int{}
			for part := range uint32(parts) {
				for _, line := range read(t, format.Reader{Unpacker: unpacker, Part: part, Parts: parts}, m) {
					shared[line]++
				}
			}
			if !reflect.DeepEqual(whole, shared) {
				t.Errorf("%s (elsewhere %v): parts read\n%v\nthe whole is\n%v", m.name, unpacker != nil, shared, whole)
			}
		}
	}
}

// TestStopsWhenTheEngineDoes holds that an abandoned walk ends.
func TestStopsWhenTheEngineDoes(t *testing.T) {
	s := server()
	stop := errors.New("stop")
	r := format.Reader{Unpacker: elsewhere(s), Handle: csv(5000)}
	if err := r.Read("a.csv", strings.NewReader(csv(5000)), func(format.Entry) error { return stop }); err != stop {
		t.Errorf("got %v", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.walks) != 0 {
		t.Errorf("%d walks left", len(s.walks))
	}
}

func TestPreview(t *testing.T) {
	q := protocol.Preview{Source: protocol.Source{Path: "a.csv.gz", Handle: gz(t, csv(9))}, Rows: 3}
	seen, err := protocol.Do(context.Background(), server(), q)
	if err != nil || seen.Format != "csv" || len(seen.Layout.Columns) != 3 || len(seen.Cells) != 3 {
		t.Errorf("got %+v, %v", seen, err)
	}
	q.Source.Handle = gz(t, `{"name": "clippings", "version": "1.0", "private": true}`)
	q.Source.Path = "package.json.gz"
	if seen, err := protocol.Do(context.Background(), server(), q); err != nil || seen.Layout.Kind != "" || seen.Detail == "" {
		t.Errorf("of no table: %+v, %v", seen, err)
	}
}

func TestUnknown(t *testing.T) {
	if _, err := protocol.Do(context.Background(), server(), protocol.UnpackNext{ID: 9}); !errors.Is(err, protocol.ErrOrder) {
		t.Errorf("next of nothing: %v", err)
	}
	if _, err := protocol.Do(context.Background(), server(), protocol.Reset{}); !errors.Is(err, protocol.ErrUnknown) {
		t.Errorf("another kind: %v", err)
	}
	q := protocol.Unpack{Source: protocol.Source{Path: "a.csv", Handle: 7}}
	if _, err := protocol.Do(context.Background(), server(), q); err == nil {
		t.Error("a file that is gone: no error")
	}
}
