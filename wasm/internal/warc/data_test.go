package warc

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestData reads every archive of the labelled sets and wants a page or a text
// out of each, and from a compressed one the same as from its plain twin.
func TestData(t *testing.T) {
	root := os.Getenv("CLIPPINGS_DATA")
	if root == "" {
		t.Skip("needs the labelled sets: CLIPPINGS_DATA names their folder")
	}
	files, _ := filepath.Glob(filepath.Join(root, "warc", "orig", "*", "*"))
	dumps := map[string]string{}
	for _, name := range files {
		data, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer data.Close()
		var in io.Reader = data
		if strings.HasSuffix(name, ".gz") {
			if in, err = gzip.NewReader(data); err != nil {
				t.Fatal(err)
			}
		}
		all, _ := io.ReadAll(in)
		if !Is(all[:min(len(all), 4096)]) {
			t.Logf("%s: no archive", filepath.Base(name))
			continue
		}
		got := read(string(all))
		dumps[name] = got
		t.Logf("%s: %d lines, %d responses kept, %d damaged", filepath.Base(name), strings.Count(got, "\n"),
			strings.Count(got, "|200|"), strings.Count(got, "damaged "))
		if strings.Contains(got, "damaged ") {
			t.Errorf("%s:\n%.2000s", name, got)
		}
	}
	for name, got := range dumps {
		if plain, ok := dumps[strings.TrimSuffix(name, ".gz")]; ok && strings.Count(plain, "|200|") != strings.Count(got, "|200|") {
			t.Errorf("%s differs from its plain twin", name)
		}
	}
	if len(files) == 0 {
		t.Error("no archives in the folder")
	}
}
