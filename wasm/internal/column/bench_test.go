package column

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"testing"

	"clippings/wasm/internal/query"
)

// benchDocuments is the size of the tables that are measured.
const benchDocuments = 100_000

// benchTable is like a shard of news: every document of its own file, 300 outlets,
// 8,000 people.
func benchTable() *Table {
	r := rand.New(rand.NewPCG(7, 8))
	langs := []string{"en", "de", "fr", "ja", ""}
	table := &Table{}
	for i := range benchDocuments {
		row := Row{
			Source: fmt.Sprintf("export/2025-%02d/story_%06d.txt", 1+i%12, i),
			Outlet: fmt.Sprintf("Outlet of Town %d", r.IntN(300)), Lang: langs[r.IntN(5)], Format: "text",
			Place: fmt.Sprintf("City %d", r.IntN(2000)), Day: int32(20000 + r.IntN(700)), Words: uint32(r.IntN(900)),
		}
		if r.IntN(2) == 0 {
			row.Agency = []string{"AP", "AFP", "Reuters"}[r.IntN(3)]
		}
		for range r.IntN(4) {
			row.By = append(row.By, fmt.Sprintf("Person%d Family%d", r.IntN(80), r.IntN(100)))
		}
		table.Append(row)
	}
	return table
}

func BenchmarkAppend(b *testing.B) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	var table *Table
	for b.Loop() {
		table = benchTable()
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/benchDocuments, "B/document")
	runtime.KeepAlive(table)
}

func BenchmarkFilter(b *testing.B) {
	table := benchTable()
	for _, n := range []query.Node{
		{Field: Outlet, Text: "town 17"},
		{Field: Outlet, Text: "tow", Open: true},
		{Field: Agency, Text: "ap"},
		{Field: By, Text: "person7 family9"},
		{Field: By, Text: "none"},
		{Field: Source, Text: "story_031415"},
		{Field: Source, Text: "2025"},
		{Field: Date, From: 20100, To: 20200},
	} {
		n.Kind = query.Filter
		b.Run(n.Field+" "+n.Text, func(b *testing.B) {
			for b.Loop() {
				table.Filter(&n)
			}
		})
	}
}

func BenchmarkCount(b *testing.B) {
	table := benchTable()
	var docs []uint32
	for doc := range uint32(benchDocuments) {
		docs = append(docs, doc)
	}
	for _, field := range []string{Outlet, Agency, Place, Lang, Format, By} {
		b.Run(field, func(b *testing.B) {
			for b.Loop() {
				table.Count(docs, field)
			}
		})
	}
	b.Run("days", func(b *testing.B) {
		for b.Loop() {
			table.CountDays(docs)
		}
	})
}

func BenchmarkSuggest(b *testing.B) {
	table := benchTable()
	for _, typed := range []string{"", "p", "family9", "person7 f"} {
		b.Run(typed, func(b *testing.B) {
			for b.Loop() {
				table.Suggest(By, typed)
			}
		})
	}
}
