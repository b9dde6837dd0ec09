package eval

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// runCopies measures the groups of copies on a set of edited news stories:
// docs.jsonl (id, text) and labels.tsv (id, cluster).
func runCopies(ctx context.Context, w io.Writer, dir string) error {
	dir = filepath.Join(dir, "wire_edits_dev")
	files, err := readTexts(filepath.Join(dir, "docs.jsonl"))
	if err != nil {
		return err
	}
	truth, err := readLabels(filepath.Join(dir, "labels.tsv"))
	if err != nil {
		return err
	}
	c, err := build(ctx, files)
	if err != nil {
		return err
	}
	groups, _, err := c.clusters(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "wire_edits_dev  documents %d  %s\n", len(files), Agree(truth, groups))
	return nil
}

// readTexts reads the texts of a file of JSON lines by their id.
func readTexts(path string) (map[string][]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	files := map[string][]byte{}
	for d := json.NewDecoder(bufio.NewReader(f)); ; {
		var line struct{ ID, Text string }
		if err := d.Decode(&line); err == io.EOF {
			return files, nil
		} else if err != nil {
			return nil, fmt.Errorf("eval: %s: %w", path, err)
		}
		files[line.ID] = []byte(line.Text)
	}
}

// readLabels reads lines of document, tab, cluster.
func readLabels(path string) ([][]string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	of := map[string][]string{}
	for line := range strings.Lines(string(b)) {
		if doc, label, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			of[label] = append(of[label], doc)
		}
	}
	clusters := make([][]string, 0, len(of))
	for _, c := range of {
		clusters = append(clusters, c)
	}
	sort.Slice(clusters, func(i, j int) bool { return clusters[i][0] < clusters[j][0] })
	return clusters, nil
}
