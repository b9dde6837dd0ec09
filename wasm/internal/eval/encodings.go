package eval

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"clippings/wasm/protocol"
)

// runEncodings measures how many files of known encoding are read as if the
// person had named it. The files are feeds and pages, and are read as they are
// dropped and once more as plain text, so that nothing they declare helps.
func runEncodings(_ context.Context, w io.Writer, dir string) error {
	root := filepath.Join(dir, "encodings_chardet")
	manifest, err := os.ReadFile(filepath.Join(root, "manifest.tsv"))
	if err != nil {
		return err
	}
	var dropped, plain tally
	for line := range strings.Lines(string(manifest)) {
		field := strings.Split(strings.TrimSpace(line), "\t")
		if len(field) < 2 || field[0] == "path" {
			continue
		}
		data, err := os.ReadFile(filepath.Join(root, field[0]))
		if err != nil {
			return err
		}
		for name, t := range map[string]*tally{filepath.Base(field[0]): &dropped, "plain.txt": &plain} {
			got, want := ledgerOf(name, data, protocol.Recipe{}), ledgerOf(name, data, protocol.Recipe{Encoding: field[1]})
			t.add(got.crash == "" && len(got.entries) > 0 && got.texts() == want.texts(), "%s: %s, want %s (%s)", field[0], got.encodings(), field[1], got.reason())
		}
	}
	tallies := []scored{{"dropped", &dropped}, {"plain", &plain}}
	report(w, tallies)
	for _, t := range tallies {
		fmt.Fprintf(w, "%-10s %.3f\n", t.name, ratio(float64(t.right), float64(t.all)))
	}
	return figures(w, "encodings", tallies)
}

func (l ledger) texts() string {
	var b strings.Builder
	for _, d := range l.documents() {
		b.WriteString(d.Title + "\n" + d.Text + "\n")
	}
	return b.String()
}

func (l ledger) encodings() string {
	var names []string
	for _, d := range l.documents() {
		if len(names) == 0 || names[len(names)-1] != d.Encoding {
			names = append(names, d.Encoding)
		}
	}
	return strings.Join(names, ", ")
}
