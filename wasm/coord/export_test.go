package coord_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/internal/corpustest"
	"clippings/wasm/protocol"
)

func exported(t *testing.T, c *coord.Corpus, x coord.Export) []byte {
	t.Helper()
	var b bytes.Buffer
	err := c.Export(context.Background(), x, coord.Out{Write: func(part []byte) error {
		b.Write(part)
		return nil
	}})
	if err != nil {
		t.Fatalf("%+v: %v", x, err)
	}
	return b.Bytes()
}

var allForms = []protocol.Form{
	protocol.FormJSONL, protocol.FormCSV, protocol.FormText, protocol.FormMarkdown, protocol.FormGroups, protocol.FormPairs, protocol.FormReport,
}

// TestExportSameBytes: however many shards there are, and in whatever order files
// come, exports are the same to the byte.
func TestExportSameBytes(t *testing.T) {
	sources := corpusSources(60)
	one := newCorpus(t, 1)
	ingest(t, one, sources)
	random := rand.New(rand.NewPCG(1, 2))
	for _, shards := range []int{2, 3} {
		random.Shuffle(len(sources), func(i, j int) { sources[i], sources[j] = sources[j], sources[i] })
		many := newCorpus(t, shards)
		ingest(t, many, sources)
		for _, form := range allForms {
			for _, x := range []coord.Export{
				{Form: form}, {Form: form, OnePerCopies: true, Furniture: true},
				{Form: form, Query: protocol.Query{Text: someWord(t, one)}, OnePerCopies: true},
			} {
				if a, b := exported(t, one, x), exported(t, many, x); !bytes.Equal(a, b) {
					t.Errorf("%d shards, %+v: %d bytes, want %d", shards, x, len(b), len(a))
				}
			}
		}
	}
}

// someWord is a word that some of the texts have.
func someWord(t *testing.T, c *coord.Corpus) string {
	t.Helper()
	list := allStories(t, c)
	words := strings.Fields(list.Summaries[list.Stories.Stories[0].DocIDs()[0]].Lead)
	return words[len(words)/2]
}

// jsonLines is the names of the documents of an export.
func jsonLines(t *testing.T, b []byte) (names []string) {
	t.Helper()
	for line := range bytes.Lines(b) {
		var d struct{ ID string }
		if err := json.Unmarshal(line, &d); err != nil {
			t.Fatal(err)
		}
		names = append(names, d.ID)
	}
	return names
}

// TestExportOnePerCopies: of each group there is one, whatever shards hold them; of
// those found the representative if it is found. ExportSize counts them.
func TestExportOnePerCopies(t *testing.T) {
	c := newCorpus(t, 3)
	docs := corpustest.Originals(3, 6, 120)
	var sources []protocol.Source
	for i, d := range docs {
		for k := range 1 + i%3 {
			sources = append(sources, dated(fmt.Sprintf("%d/%d.txt", k, i), d, fmt.Sprintf("%s Edition%d.", d.Text, k)))
		}
	}
	ingest(t, c, sources)
	list := allStories(t, c)
	for _, x := range []coord.Export{{OnePerCopies: true}, {}, {OnePerCopies: true, Query: protocol.Query{Text: "Edition1"}}, {Query: protocol.Query{Text: "Edition1"}}} {
		names := jsonLines(t, exported(t, c, x))
		want := int(list.Texts)
		switch {
		case x.Query.Text != "":
			want = 4 // of texts 1, 2, 4, 5
		case !x.OnePerCopies:
			want = int(list.Documents)
		}
		size, err := c.ExportSize(context.Background(), x)
		if err != nil {
			t.Fatal(err)
		}
		if len(names) != want || int(size.Documents) != want {
			t.Errorf("%+v: %d documents %v, %d counted, want %d", x, len(names), names, size.Documents, want)
		}
	}
}

// TestExportZip: a zip opens elsewhere, and its names differ though titles do not.
func TestExportZip(t *testing.T) {
	c := newCorpus(t, 2)
	docs := corpustest.Originals(5, 12, 90)
	var sources []protocol.Source
	for i, d := range docs {
		d.Title = []string{"The same title", "THE SAME TITLE", "../../The same title"}[i%3]
		sources = append(sources, dated(fmt.Sprintf("%02d.txt", i), d, d.Text))
	}
	ingest(t, c, sources)
	b := exported(t, c, coord.Export{Form: protocol.FormText})
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, f := range z.File {
		if key := strings.ToLower(f.Name); names[key] || strings.ContainsAny(f.Name, `/\`) || f.NonUTF8 {
			t.Errorf("name %q", f.Name)
		} else {
			names[key] = true
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if text, err := io.ReadAll(r); err != nil || len(text) == 0 || f.Method != zip.Deflate || f.CompressedSize64 >= f.UncompressedSize64 {
			t.Errorf("%s: %d bytes in %d by method %d, %v", f.Name, len(text), f.CompressedSize64, f.Method, err)
		}
	}
	if len(names) != len(docs) {
		t.Errorf("%d files of %d", len(names), len(docs))
	}
}

// TestExportTables: what is told of copies is as many rows as there are.
func TestExportTables(t *testing.T) {
	c := newCorpus(t, 2)
	ingest(t, c, corpusSources(60))
	list := allStories(t, c)
	rows := func(form protocol.Form) [][]string {
		b := bytes.TrimPrefix(exported(t, c, coord.Export{Form: form}), []byte("\ufeff"))
		rows, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		return rows[1:]
	}
	copies := int(list.Documents - list.Texts + list.Groups)
	if got := len(rows(protocol.FormGroups)); got != copies || copies == 0 {
		t.Errorf("%d rows of groups, want %d", got, copies)
	}
	if got, want := len(rows(protocol.FormPairs)), int(pairPage(t, c, 0, 1).Total); got != want || want == 0 {
		t.Errorf("%d rows of pairs, want %d", got, want)
	}
	if got := bytes.Count(exported(t, c, coord.Export{Form: protocol.FormReport}), []byte("<section ")); got != int(list.Groups) {
		t.Errorf("%d sections, want %d", got, list.Groups)
	}
}

// TestExportPairsOfResult: of a query's result the pairs of which one is found.
func TestExportPairsOfResult(t *testing.T) {
	c := newCorpus(t, 2)
	ingest(t, c, corpusSources(60))
	query := protocol.Query{Text: someWord(t, c)}
	names := jsonLines(t, exported(t, c, coord.Export{Query: query}))
	rows := func(q protocol.Query) [][]string {
		b := bytes.TrimPrefix(exported(t, c, coord.Export{Form: protocol.FormPairs, Query: q}), []byte("\ufeff"))
		rows, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	all := rows(protocol.Query{})
	want := all[:1:1]
	for _, row := range all[1:] {
		if slices.ContainsFunc(row, func(cell string) bool { return slices.Contains(names, cell) }) {
			want = append(want, row)
		}
	}
	if got := rows(query); !reflect.DeepEqual(got, want) || len(want) == 1 || len(want) == len(all) {
		t.Errorf("%d rows, want %d of %d", len(got), len(want), len(all))
	}
}

// TestExportStops: what Write says ends an export, and a cancelled one ends.
func TestExportStops(t *testing.T) {
	c := newCorpus(t, 2)
	ingest(t, c, corpusSources(40))
	full := errors.New("disk full")
	for _, form := range allForms {
		err := c.Export(context.Background(), coord.Export{Form: form}, coord.Out{Write: func([]byte) error { return full }})
		if !errors.Is(err, full) {
			t.Errorf("form %d: %v", form, err)
		}
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		err = c.Export(ctx, coord.Export{Form: form}, coord.Out{Write: func([]byte) error { return nil }})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("form %d, cancelled: %v", form, err)
		}
	}
}
