package charset

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestChardet reads the test files of chardet, feeds in many encodings, without
// looking at what they declare. A file is right if its text is that of the true
// encoding.
func TestChardet(t *testing.T) {
	dir := os.Getenv("CLIPPINGS_DATA")
	if dir == "" {
		t.Skip("CLIPPINGS_DATA names no folder of labelled sets")
	}
	for _, html := range []bool{false, true} {
		right, all := 0, 0
		for _, line := range readLines(t, filepath.Join(dir, "encodings_chardet", "manifest.tsv"))[1:] {
			field := strings.Split(line, "\t")
			data, err := os.ReadFile(filepath.Join(dir, "encodings_chardet", field[0]))
			if err != nil {
				t.Fatal(err)
			}
			all++
			truth := Decode(data, Hint{Label: field[1]})
			got := Decode(data, Hint{HTML: html})
			if got.Text == truth.Text && Canonical(field[1]) != "" {
				right++
			} else {
				t.Logf("declarations %v: %s (%d bytes): got %s by %s, want %s", html, field[0], len(data), got.Encoding, got.How, field[1])
			}
		}
		t.Logf("declarations %v: %d of %d right, %.3f", html, right, all, float64(right)/float64(all))
		if float64(right) < 0.97*float64(all) {
			t.Errorf("fewer than 0.97 are right")
		}
	}
}

func readLines(t *testing.T, name string) []string {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n")
}

// TestSogou reads Chinese news in GB 18030.
func TestSogou(t *testing.T) {
	dir := os.Getenv("CLIPPINGS_DATA")
	if dir == "" {
		t.Skip("CLIPPINGS_DATA names no folder of labelled sets")
	}
	names, err := filepath.Glob(filepath.Join(dir, "sogou_c/orig/ClassFile/*/*.txt"))
	if err != nil || len(names) == 0 {
		t.Skip("no sogou_c in CLIPPINGS_DATA")
	}
	right := 0
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		got, truth := Decode(data, Hint{}), Decode(data, Hint{Label: "gb18030"})
		if got.Text == truth.Text {
			right++
		} else {
			t.Logf("%s (%d bytes): got %s", name, len(data), got.Encoding)
		}
	}
	t.Logf("%d of %d right", right, len(names))
	if float64(right) < 0.99*float64(len(names)) {
		t.Errorf("fewer than 0.99 are right")
	}
}
