package table

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"testing"
)

// benchArticles are 2,000 records of 4 kB with the fields exports have.
func benchArticles() (rows, lines, list []byte) {
	paragraph := "The council met on Tuesday to talk about the bridge, which has been closed since “the flood”, as it said. "
	var text bytes.Buffer
	for i := range 36 {
		text.WriteString(paragraph)
		if i%4 == 3 {
			text.WriteString("\n\nShe said: \"We do not know.\" ")
		}
	}
	var r, l, a bytes.Buffer
	w := csv.NewWriter(&r)
	w.Write([]string{"id", "url", "title", "author", "date", "text"})
	a.WriteByte('[')
	for i := range 2000 {
		n := strconv.Itoa(i)
		w.Write([]string{n, "https://example.org/" + n, "The bridge, part " + n, "Ann Lee and Bo Ray", "2025-07-03T10:49:00Z", text.String()})
		one, _ := json.Marshal(map[string]any{"id": i, "url": "https://example.org/" + n, "title": "The bridge, part " + n,
			"authors": []string{"Ann Lee", "Bo Ray"}, "date": "2025-07-03T10:49:00Z", "source": map[string]any{"id": nil, "name": "The Daily"},
			"text": text.String(), "entities": []int{1, 2, 3, 4, 5, 6, 7, 8}})
		if i > 0 {
			a.WriteByte(',')
		}
		a.Write(one)
		l.Write(append(one, '\n'))
	}
	w.Flush()
	a.WriteByte(']')
	return r.Bytes(), l.Bytes(), a.Bytes()
}

func Benchmark(b *testing.B) {
	rows, lines, list := benchArticles()
	for _, file := range []struct {
		name string
		data []byte
	}{{"csv", rows}, {"jsonl", lines}, {"json", list}} {
		l, ok := Guess(file.data, "x."+file.name)
		if !ok {
			b.Fatal(l.Why)
		}
		b.Run(file.name+"/next", func(b *testing.B) {
			b.SetBytes(int64(len(file.data)))
			b.ReportAllocs()
			for b.Loop() {
				r := NewReader(bytes.NewReader(file.data), l, Limits{})
				n := 0
				for ; ; n++ {
					if _, err := r.Next(); err == io.EOF {
						break
					} else if err != nil {
						b.Fatal(err)
					}
				}
				if n != 2000 {
					b.Fatal(n)
				}
			}
		})
		b.Run(file.name+"/skip", func(b *testing.B) {
			b.SetBytes(int64(len(file.data)))
			for b.Loop() {
				r := NewReader(bytes.NewReader(file.data), l, Limits{})
				for r.Skip() == nil {
				}
			}
		})
		b.Run(file.name+"/guess", func(b *testing.B) {
			for b.Loop() {
				Guess(file.data, "x."+file.name)
			}
		})
	}
}
