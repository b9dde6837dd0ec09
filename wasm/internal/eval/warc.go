package eval

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"

	"clippings/wasm/protocol"
)

// runWARC measures whether the records of web archives add up: what the plain
// archive has of records that hold something captured is what the ledger has of
// lines, and the packed archive gives the same.
func runWARC(_ context.Context, w io.Writer, dir string) error {
	root := filepath.Join(dir, "warc", "orig")
	names, err := filesBelow(root)
	if err != nil {
		return err
	}
	var lines, sums tally
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return err
		}
		l := ledgerOf(name, data, protocol.Recipe{})
		lines.add(l.crash == "" && len(l.entries) > 0, "%s: %s", name, l.reason())
		if want, ok := countRecords(name, data); ok {
			got := l.captured()
			sums.add(got == want, "%s: %d lines, want %d (%s)", name, got, want, l.reason())
		}
	}
	tallies := []scored{{"lines", &lines}, {"records", &sums}}
	report(w, tallies)
	return figures(w, "warc", tallies)
}

// captured counts the lines of records: all but the one that sums up those about
// the capture.
func (l ledger) captured() (n int) {
	for _, e := range l.entries {
		if e.Record != "" {
			n++
		}
	}
	return n
}

// countRecords counts the records of captures in a web archive the plain way: by
// the lines that begin one. Texts of captures that hold such lines would count.
func countRecords(name string, data []byte) (n int, ok bool) {
	if strings.HasSuffix(name, ".gz") {
		r, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			return 0, false
		}
		data, _ = io.ReadAll(r)
		name = strings.TrimSuffix(name, ".gz")
	}
	for line := range strings.Lines(string(data)) {
		switch kind, found := strings.CutPrefix(strings.TrimSpace(line), "WARC-Type: "); {
		case found && (kind == "response" || kind == "resource" || kind == "conversion" || kind == "revisit"):
			n++
		case strings.HasSuffix(name, ".arc") && strings.HasPrefix(line, "http") && len(strings.Fields(line)) == 5:
			n++
		}
	}
	return n, strings.Contains(filepath.Ext(name), "arc") || strings.HasSuffix(name, ".wet") || strings.HasSuffix(name, ".wat")
}
