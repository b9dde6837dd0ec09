package eval

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"time"
)

// labelledSet is a set of news with what is known of it.
type labelledSet struct {
	name  string
	read  func() (input, error)
	truth func() ([][]string, error) // clusters of copies; nil if not known
}

// sketchSets are the sets on which the program is compared with MinHash.
func sketchSets(dir string) []labelledSet {
	wire := filepath.Join(dir, "wire_edits_dev")
	sets := []labelledSet{{
		"wire_edits_dev",
		func() (input, error) { return textFiles(filepath.Join(wire, "docs.jsonl")) },
		func() ([][]string, error) { return readLabels(filepath.Join(wire, "labels.tsv")) },
	}}
	for _, size := range []string{"100", "1000", "2500"} {
		planted := filepath.Join(dir, "minhash_mccormick")
		sets = append(sets, labelledSet{
			"minhash_" + size,
			func() (input, error) { return textFiles(filepath.Join(planted, "docs_"+size+".jsonl")) },
			func() ([][]string, error) { return readPairs(filepath.Join(planted, "pairs_"+size+".tsv")) },
		})
	}
	for _, s := range newsSets {
		sets = append(sets, labelledSet{s.name, func() (input, error) { return s.read(filepath.Join(dir, s.name)) }, nil})
	}
	return sets
}

func textFiles(path string) (input, error) {
	files, err := readTexts(path)
	return input{files: files}, err
}

// runSketch compares the program with MinHash on the same words in one run.
func runSketch(ctx context.Context, w io.Writer, dir string) error {
	for _, s := range sketchSets(dir) {
		if err := compareSketch(ctx, w, s); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	return nil
}

// depths are the kinds of true pairs whose recall is told.
var depths = []struct {
	name string
	is   func(f figure) bool
}{
	{"containment >= 0.3", func(f figure) bool { return f.containment() >= 0.3 }},
	{"containment >= 0.5", func(f figure) bool { return f.containment() >= 0.5 }},
	{"Jaccard >= 0.5", func(f figure) bool { return f.jaccard() >= 0.5 }},
	{"Jaccard >= 0.7", func(f figure) bool { return f.jaccard() >= 0.7 }},
}

// compareSketch does so on one set. One shard, so that both have one processor;
// the program's seconds are those of all that it does to compare: words, exact
// pairs, runs, groups, recurring lines and stories; MinHash's those of words,
// signatures and clusters.
func compareSketch(ctx context.Context, w io.Writer, s labelledSet) error {
	in, err := s.read()
	if err != nil {
		return err
	}
	in.shards = 1
	c, err := in.build(ctx)
	if err != nil {
		return err
	}
	reported, err := c.pairs(ctx)
	if err != nil {
		return err
	}
	texts, err := c.running(ctx)
	if err != nil {
		return err
	}
	began := time.Now()
	words := wordsOf(texts)
	found := sketch(c.sorted(), words)
	took := time.Since(began)

	all := comparePlainly(words, floor)
	every, copies := map[namePair]bool{}, map[namePair]bool{}
	for key, p := range reported {
		every[key] = true
		if p.Relation.IsCopy() {
			copies[key] = true
		}
	}
	fmt.Fprintf(w, "%-14s documents %5d  pairs found  under", s.name, len(c.ids))
	for _, d := range depths {
		fmt.Fprintf(w, "  %18s", d.name)
	}
	fmt.Fprintln(w)
	printFound(w, "all pairs", every, all)
	printFound(w, "copies", copies, all)
	printFound(w, "MinHash 14x8", found.pairs, all)
	if s.truth != nil {
		if err := c.compareClusters(ctx, w, s, found); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(w, "  seconds: program %.2f, MinHash %.2f\n", c.comparing.Seconds(), took.Seconds())
	return err
}

// printFound prints one way's pairs, how many of them lie under all depths, and
// its recall of the true ones by depth.
func printFound(w io.Writer, way string, found map[namePair]bool, all map[namePair]figure) {
	under := 0
	for key := range found {
		if f := all[key]; f.inter == 0 || f.containment() < 0.3 {
			under++
		}
	}
	fmt.Fprintf(w, "  %-29s %11d  %5d", way, len(found), under)
	for _, d := range depths {
		var t tally
		for key, f := range all {
			if d.is(f) {
				t.all++
				if found[key] {
					t.right++
				}
			}
		}
		fmt.Fprintf(w, "  %5d/%5d %.4f", t.right, t.all, share(t.right, t.all))
	}
	fmt.Fprintln(w)
}

// compareClusters prints how the program's groups and MinHash's clusters agree
// with the labels.
func (c *corpus) compareClusters(ctx context.Context, w io.Writer, s labelledSet, found sketched) error {
	truth, err := s.truth()
	if err != nil {
		return err
	}
	groups, _, err := c.clusters(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "  %-20s %s\n  %-20s %s\n", "groups", Agree(truth, groups), "MinHash clusters", Agree(truth, found.clusters))
	return nil
}
