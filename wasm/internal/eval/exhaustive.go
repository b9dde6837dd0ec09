package eval

import (
	"context"
	"fmt"
	"io"
	"maps"
	"math"
	"path/filepath"
	"slices"
	"strconv"

	"clippings/wasm/protocol"
)

// runExhaustive holds the pairs that the program reports against those found by
// comparing everything with everything.
func runExhaustive(ctx context.Context, w io.Writer, dir string) error {
	for _, set := range newsSets {
		in, err := set.read(filepath.Join(dir, set.name))
		if err != nil {
			return err
		}
		if err := compareExhaustively(ctx, w, set.name, in, filepath.Join(dir, set.name, set.pairs)); err != nil {
			return fmt.Errorf("%s: %w", set.name, err)
		}
	}
	return nil
}

// compareExhaustively prints how the pairs of one set hold, and how many of
// those that a file of pairs lists are reported.
func compareExhaustively(ctx context.Context, w io.Writer, name string, in input, list string) error {
	c, err := in.build(ctx)
	if err != nil {
		return err
	}
	found, err := c.pairs(ctx)
	if err != nil {
		return err
	}
	texts, err := c.running(ctx)
	if err != nil {
		return err
	}
	words := wordsOf(texts)
	all := comparePlainly(words)
	fmt.Fprintf(w, "%-14s documents %5d, left out %d\n", name, len(c.ids), c.left)
	for _, least := range []float64{0.3, 0.1} {
		d := differ(all, found, least)
		fmt.Fprintf(w, "  containment >= %.1f  pairs %6d  lost %d  extra %d  figures that differ %d\n",
			least, d.pairs, len(d.lost), len(d.extra), len(d.unequal))
		faults(w, d.lost)
		faults(w, d.extra)
		faults(w, d.unequal)
	}
	return listed(w, list, words, found)
}

// figure is what two documents have in common, counted.
type figure struct{ inter, a, b int }

func (f figure) containment() float64 { return float64(f.inter) / float64(min(f.a, f.b)) }

func (f figure) jaccard() float64 { return float64(f.inter) / float64(f.a+f.b-f.inter) }

// comparePlainly counts the common shingles of every two documents that have
// any. The lists of documents by shingle make it quick enough and leave nothing
// out: a shingle in n documents counts for all n(n-1)/2 pairs.
func comparePlainly(words map[string][]uint64) map[namePair]figure {
	names := slices.Sorted(maps.Keys(words))
	lists := map[shingle][]int{}
	sizes := make([]int, len(names))
	met := make([]int, len(names))
	all := map[namePair]figure{}
	for b, name := range names {
		set := shingles(words[name])
		sizes[b] = len(set)
		clear(met[:b])
		for s := range set {
			for _, a := range lists[s] {
				met[a]++
			}
			lists[s] = append(lists[s], b)
		}
		for a, n := range met[:b] {
			if n > 0 {
				all[namePair{names[a], name}] = figure{n, sizes[a], sizes[b]}
			}
		}
	}
	return all
}

// difference is how two lists of pairs differ.
type difference struct {
	pairs                int
	lost, extra, unequal []string
}

// differ compares what the program found from a containment on with the truth.
func differ(all map[namePair]figure, found map[namePair]protocol.Pair, least float64) (d difference) {
	for _, key := range slices.SortedFunc(maps.Keys(all), comparePairs) {
		f := all[key]
		if f.containment() < least {
			continue
		}
		d.pairs++
		p, ok := found[key]
		said := fmt.Sprintf("%s %s: %d shingles of %d and %d", key[0], key[1], f.inter, f.a, f.b)
		switch {
		case !ok:
			d.lost = append(d.lost, "lost    "+said)
		case !near(p.Jaccard, f.jaccard()) || !near(p.AInB, float64(f.inter)/float64(f.a)) || !near(p.BInA, float64(f.inter)/float64(f.b)):
			d.unequal = append(d.unequal, fmt.Sprintf("differs %s; Jaccard %.6f, %.6f and %.6f are reported", said, p.Jaccard, p.AInB, p.BInA))
		}
	}
	for _, key := range slices.SortedFunc(maps.Keys(found), comparePairs) {
		p := found[key]
		if f := all[key]; max(p.AInB, p.BInA) >= least && (f.inter == 0 || f.containment() < least) {
			d.extra = append(d.extra, fmt.Sprintf("extra   %s %s: %s, %.6f and %.6f", key[0], key[1], p.Relation, p.AInB, p.BInA))
		}
	}
	return d
}

// near reports whether two figures are the same but for rounding.
func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

// listed counts which pairs of a file are reported: id1, id2, Jaccard,
// containment of the smaller. They were counted over words as they stand in all
// of the text, so where one is missing, its figure over the words that the
// program compares is told.
func listed(w io.Writer, path string, words map[string][]uint64, found map[namePair]protocol.Pair) error {
	var t tally
	absent := 0
	err := eachRow(path, 4, func(field []string) error {
		containment, err := strconv.ParseFloat(field[3], 64)
		if err != nil || containment < 0.3 {
			return err
		}
		key := pairOf(field[0], field[1])
		if words[key[0]] == nil || words[key[1]] == nil {
			absent++
			return nil
		}
		a, b := shingles(words[key[0]]), shingles(words[key[1]])
		_, ok := found[key]
		t.add(ok, "missing %s %s: containment %.4f; in what is taken for the articles, of %d and %d words, %.4f", key[0], key[1],
			containment, len(words[key[0]]), len(words[key[1]]), max(containmentOf(a, b), containmentOf(b, a)))
		return nil
	})
	fmt.Fprintf(w, "  %s with containment >= 0.3  reported %d of %d, with a document left out %d\n", filepath.Base(path), t.right, t.all, absent)
	faults(w, t.faults)
	return err
}
