package eval

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"sort"
	"strings"
)

// runCopies measures groups of copies and passages where they are known: edited
// news stories, and sentences in which copies were planted.
func runCopies(ctx context.Context, w io.Writer, dir string) error {
	if err := runWire(ctx, w, filepath.Join(dir, "wire_edits_dev")); err != nil {
		return err
	}
	for _, size := range []string{"100", "1000", "2500"} {
		if err := runPlanted(ctx, w, filepath.Join(dir, "minhash_mccormick"), size); err != nil {
			return err
		}
	}
	return nil
}

// runWire measures a set of edited news stories: docs.jsonl (id, text),
// labels.tsv (id, cluster) and passages.tsv.
func runWire(ctx context.Context, w io.Writer, dir string) error {
	files, err := readTexts(filepath.Join(dir, "docs.jsonl"))
	if err != nil {
		return err
	}
	truth, err := readLabels(filepath.Join(dir, "labels.tsv"))
	if err != nil {
		return err
	}
	c, err := printGroups(ctx, w, "wire_edits_dev", files, truth)
	if err != nil {
		return err
	}
	known, err := readPassages(filepath.Join(dir, "passages.tsv"))
	if err != nil {
		return err
	}
	found, err := c.passages(ctx, files)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%-16s %s\n", "  passages", comparePassages(known, found))
	faults(w, passageFaults(known, found))
	return nil
}

// runPlanted measures the groups of texts in which near-identical pairs were
// planted: docs_N.jsonl and pairs_N.tsv.
func runPlanted(ctx context.Context, w io.Writer, dir, size string) error {
	files, err := readTexts(filepath.Join(dir, "docs_"+size+".jsonl"))
	if err != nil {
		return err
	}
	truth, err := readPairs(filepath.Join(dir, "pairs_"+size+".tsv"))
	if err != nil {
		return err
	}
	_, err = printGroups(ctx, w, "minhash_"+size, files, truth)
	return err
}

// printGroups brings files in and prints how their groups agree with the truth.
func printGroups(ctx context.Context, w io.Writer, set string, files map[string][]byte, truth [][]string) (*corpus, error) {
	c, err := build(ctx, files)
	if err != nil {
		return nil, err
	}
	groups, _, err := c.clusters(ctx)
	if err != nil {
		return nil, err
	}
	printAgreement(w, set, len(files), Agree(truth, groups))
	faults(w, misjudged(truth, groups))
	return c, nil
}

func printAgreement(w io.Writer, set string, documents int, a Agreement) {
	fmt.Fprintf(w, "%-16s documents %5d  %s\n", set, documents, a)
}

// misjudged says which documents stand together and should not, and the other
// way round, by the names of a pair of them.
func misjudged(truth, found [][]string) (said []string) {
	want, got := clusterPairs(truth), clusterPairs(found)
	for p := range got {
		if !want[p] {
			said = append(said, fmt.Sprintf("wrong   %s %s", p[0], p[1]))
		}
	}
	for p := range want {
		if !got[p] {
			said = append(said, fmt.Sprintf("missed  %s %s", p[0], p[1]))
		}
	}
	slices.Sort(said)
	return said
}

// clusterPairs is the pairs of documents in one cluster.
func clusterPairs(clusters [][]string) map[namePair]bool {
	pairs := map[namePair]bool{}
	for _, c := range clusters {
		for i, a := range c {
			for _, b := range c[i+1:] {
				pairs[pairOf(a, b)] = true
			}
		}
	}
	return pairs
}

// maxFaults is how many faults of one kind of figure are printed.
const maxFaults = 40

// faults prints what is wrong below the figures it belongs to.
func faults(w io.Writer, said []string) {
	for _, s := range said[:min(len(said), maxFaults)] {
		fmt.Fprintf(w, "    %s\n", s)
	}
	if more := len(said) - maxFaults; more > 0 {
		fmt.Fprintf(w, "    and %d more\n", more)
	}
}

// readLabels reads lines of document, tab, cluster.
func readLabels(path string) ([][]string, error) {
	of := map[string][]string{}
	err := eachRow(path, 2, func(field []string) error {
		label := strings.TrimSpace(field[1])
		of[label] = append(of[label], field[0])
		return nil
	})
	clusters := make([][]string, 0, len(of))
	for _, c := range of {
		clusters = append(clusters, c)
	}
	sort.Slice(clusters, func(i, j int) bool { return clusters[i][0] < clusters[j][0] })
	return clusters, err
}
