package format

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"clippings/wasm/internal/golden"
	"clippings/wasm/protocol"
)

// TestCases reads each folder of testdata/case: source.* is a file as it might
// be dropped, expected.txt its metadata and every paragraph with its role.
func TestCases(t *testing.T) {
	sources, err := filepath.Glob("testdata/case/*/source.*")
	if err != nil || len(sources) == 0 {
		t.Skipf("no cases here: %v", err)
	}
	for _, path := range sources {
		t.Run(filepath.Base(filepath.Dir(path)), func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			entries := read(t, protocol.Limits{}, filepath.Base(path), bytes.NewReader(data))
			if len(entries) != 1 || entries[0].Document == nil {
				t.Fatalf("got %+v", entries)
			}
			golden.Check(t, filepath.Join(filepath.Dir(path), "expected.txt"), describe(entries[0].Document))
		})
	}
}

// describe prints what was found in a document: fields, each with the rule of
// its first fact, then a line a paragraph.
func describe(d *protocol.Document) []byte {
	var b bytes.Buffer
	for _, f := range [...]struct{ name, value string }{
		{"title", d.Title}, {"subtitle", d.Subtitle}, {"section", d.Section}, {"date", d.Date}, {"modified", d.Modified}, {"byline", strings.Join(d.Byline, "; ")},
		{"agency", d.Agency}, {"dateline", d.Dateline}, {"outlet", d.Outlet}, {"url", d.URL}, {"lang", d.Lang},
	} {
		if f.value == "" {
			f.value = "-"
		}
		fmt.Fprintf(&b, "%-9s %s%s\n", f.name, f.value, ruleOf(d, f.name))
	}
	for _, p := range d.Paragraphs {
		why := ""
		if p.Why != "" {
			why = " (" + p.Why + ")"
		}
		fmt.Fprintf(&b, "\n%s%s\n    %s\n", p.Role, why, strings.ReplaceAll(p.Of(d.Text), "\n", "\n    "))
	}
	return b.Bytes()
}

func ruleOf(d *protocol.Document, field string) string {
	for _, f := range d.Facts {
		if f.Field == field {
			return " (" + f.Rule + ")"
		}
	}
	return ""
}
