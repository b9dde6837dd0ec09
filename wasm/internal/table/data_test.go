package table

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestDataGuess holds the guesses to what is plainly right.
func TestDataGuess(t *testing.T) {
	dir := os.Getenv("CLIPPINGS_DATA")
	if dir == "" {
		t.Skip("set CLIPPINGS_DATA to the folder of the unpacked sets")
	}
	for file, want := range map[string]string{
		"basil/docs.jsonl":                        "body=text date=date outlet=source title=title url=url",
		"bbc_news/docs.jsonl":                     "body=text title=title",
		"gnad10k_test/docs.jsonl":                 "body=text lang=lang",
		"semeval22_news_similarity/docs_en.jsonl": "body=text lang=lang",
		"wmt22_docs/docs.jsonl":                   "body=text lang=lang",
		"readability_pages/truth.jsonl":           "body=text byline=byline date=publishedTime lang=lang title=title",
		"wire_edits_dev/docs.jsonl":               "body=text",
		"ir_classic/cacm/docs.jsonl":              "body=text title=title",
		"formats_tika/orig/testCSV.csv":           "",
		"formats_tika/orig/test-columnar.csv":     "",
		"formats_tika/expectations.jsonl":         "",
		"saudinewsnet/pairs_annotated.tsv":        "",
		"encodings_chardet/manifest.tsv":          "",
		"typos/typos.tsv":                         "",
	} {
		data, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Error(err)
			continue
		}
		l, ok := Guess(data, file)
		got := mapped(l)
		if !ok {
			got = ""
		}
		if got != want {
			t.Errorf("%s:\n got %s\nwant %s\n%s", file, got, want, l.Why)
		}
	}
}

// TestData reads every export under CLIPPINGS_DATA, and lists with -v what was
// guessed.
func TestData(t *testing.T) {
	dir := os.Getenv("CLIPPINGS_DATA")
	if dir == "" {
		t.Skip("set CLIPPINGS_DATA to the folder of the unpacked sets")
	}
	files := 0
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch ext := filepath.Ext(path); {
		case err != nil || d.IsDir():
			return err
		case ext != ".csv" && ext != ".tsv" && ext != ".json" && ext != ".jsonl":
			return nil
		}
		files++
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		describe(t, strings.TrimPrefix(path, dir), data)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d files", files)
}

func describe(t *testing.T, name string, data []byte) {
	l, ok := Guess(data, name)
	if !ok {
		t.Logf("%s: no: %s", name, l.Why)
		return
	}
	var mapped []string
	for _, c := range l.Columns {
		if c.Field != "" {
			mapped = append(mapped, c.Field+"="+c.Name)
		}
	}
	r := NewReader(bytes.NewReader(data), l, Limits{})
	records, damaged, first := 0, 0, ""
	for {
		_, err := r.Next()
		if err == io.EOF {
			break
		}
		var broken *RecordError
		if errors.As(err, &broken) {
			if damaged++; first == "" {
				first = broken.Error()
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		records++
	}
	t.Logf("%s: %s %q%q header %v path %q: %s: %d records, %d damaged %s", name, l.Kind, l.Delimiter, l.Quote, l.Header, l.Path, strings.Join(mapped, " "), records, damaged, first)
}
