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

	"clippings/wasm/internal/dedup"
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
		list := ""
		if set.pairs != "" {
			list = filepath.Join(dir, set.name, set.pairs)
		}
		if err := compareExhaustively(ctx, w, set.name, in, list); err != nil {
			return fmt.Errorf("%s: %w", set.name, err)
		}
	}
	return nil
}

// compareExhaustively prints how the pairs of one set hold, and how many of
// those that a file of pairs lists are reported, if there is one.
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
	all := comparePlainly(words, floor)
	fmt.Fprintf(w, "%-14s documents %5d, left out %d\n", name, len(c.ids), c.left)
	for _, least := range []float64{0.3, 0.1} {
		d := differ(all, found, least)
		fmt.Fprintf(w, "  containment >= %.1f  pairs %6d  lost %d  extra %d  figures that differ %d; share only what very many have %d, of them not reported %d\n",
			least, d.pairs, len(d.lost), len(d.extra), len(d.unequal), d.common, d.passed)
		faults(w, d.lost)
		faults(w, d.extra)
		faults(w, d.unequal)
	}
	if list == "" {
		return nil
	}
	return listed(w, list, words, found)
}

// figure is what two documents have in common, counted: all of it, and what at
// most maxLight documents have.
type figure struct{ inter, light, a, b int }

// maxLight is the number of documents up to which the program pairs all that
// have a shingle with all; what more have is boilerplate, such as the words that
// begin every item of one outlet.
var maxLight = dedup.DefaultParams().HeavyDF

// isCommon reports whether more than three quarters of what two documents share
// is boilerplate: package dedup may pass over such a pair.
func (f figure) isCommon() bool { return 4*f.light < f.inter }

func (f figure) containment() float64 { return float64(f.inter) / float64(min(f.a, f.b)) }

func (f figure) jaccard() float64 { return float64(f.inter) / float64(f.a+f.b-f.inter) }

// floor is the containment from which pairs are reported.
const floor = 0.1

// comparePlainly counts the common shingles of every two documents and keeps the
// pairs of a containment. The lists of documents by shingle make it quick enough
// and leave nothing out: a shingle in n documents counts for all n(n-1)/2 pairs.
func comparePlainly(words map[string][]uint64, least float64) map[namePair]figure {
	names := slices.Sorted(maps.Keys(words))
	lists := map[shingle][]int{}
	sets := make([]map[shingle]bool, len(names))
	for i, name := range names {
		sets[i] = shingles(words[name])
		for s := range sets[i] {
			lists[s] = append(lists[s], i)
		}
	}
	all := map[namePair]figure{}
	met, light := make([]int, len(names)), make([]int, len(names))
	for a, name := range names {
		clear(met)
		clear(light)
		for s := range sets[a] {
			list := lists[s]
			for _, b := range list {
				met[b]++
				if len(list) <= maxLight {
					light[b]++
				}
			}
		}
		for b := a + 1; b < len(names); b++ {
			f := figure{met[b], light[b], len(sets[a]), len(sets[b])}
			if f.inter > 0 && f.containment() >= least {
				all[namePair{name, names[b]}] = f
			}
		}
	}
	return all
}

// difference is how two lists of pairs differ.
type difference struct {
	pairs                int
	common, passed       int // pairs that share boilerplate alone, those not reported
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
		if f.isCommon() {
			d.common++
		}
		said := fmt.Sprintf("%s %s: %d shingles of %d and %d", key[0], key[1], f.inter, f.a, f.b)
		switch {
		case !ok && f.isCommon():
			d.passed++
		case !ok:
			d.lost = append(d.lost, "lost    "+said)
		case !near(p.Jaccard, f.jaccard()) || !near(p.AInB, float64(f.inter)/float64(f.a)) || !near(p.BInA, float64(f.inter)/float64(f.b)):
			d.unequal = append(d.unequal, fmt.Sprintf("differs %s; Jaccard %.6f, %.6f and %.6f are reported", said, p.Jaccard, p.AInB, p.BInA))
		}
	}
	for _, key := range slices.SortedFunc(maps.Keys(found), comparePairs) {
		p := found[key]
		if f := all[key]; p.Containment() >= least && (f.inter == 0 || f.containment() < least) {
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
