package eval

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"slices"
	"strconv"
)

// runLikeness measures stories on pairs of reports that people judged from 1,
// the same story, to 4, none of it.
func runLikeness(ctx context.Context, w io.Writer, dir string) error {
	dir = filepath.Join(dir, "semeval22_news_similarity")
	lines, err := readJSONLines(filepath.Join(dir, "docs_en.jsonl"))
	if err != nil {
		return err
	}
	c, err := dropped(ctx, lines)
	if err != nil {
		return err
	}
	_, stories, err := c.clusters(ctx)
	if err != nil {
		return err
	}
	reported, err := c.pairs(ctx)
	if err != nil {
		return err
	}
	storyOf := index(stories)
	var j judgements
	err = eachRow(filepath.Join(dir, "pairs_en.tsv"), 3, func(field []string) error {
		a, b := storyOf[field[0]], storyOf[field[1]]
		overall, err := strconv.ParseFloat(field[2], 64)
		if err != nil || a == nil || b == nil {
			j.absent++
			return err
		}
		p := reported[pairOf(field[0], field[1])]
		j.add(field[0]+" "+field[1], overall, &a[0] == &b[0], p.Containment())
		return nil
	})
	if err != nil {
		return err
	}
	j.print(w)
	return nil
}

// judgements are people's beside the program's.
type judgements struct {
	absent             int // pairs with a document left out
	people, said, much []float64
	right, found, real int
	byLevel, all       [4]int // by people's, rounded; joined and all
	wrong, missed      []string
}

// add notes a pair. people is 4 for the same story, 1 for another.
func (j *judgements) add(pair string, overall float64, same bool, containment float64) {
	said := 0.0
	if same {
		said = 1
	}
	j.people = append(j.people, 5-overall)
	j.said, j.much = append(j.said, said), append(j.much, said+containment)
	level := min(max(int(math.Round(overall)), 1), 4) - 1
	j.all[level]++
	if same {
		j.found++
		j.byLevel[level]++
	}
	switch {
	case overall <= 2 && same:
		j.right, j.real = j.right+1, j.real+1
	case overall <= 2:
		j.real++
		j.missed = append(j.missed, fmt.Sprintf("missed  %s: people say %.2f", pair, overall))
	case same:
		j.wrong = append(j.wrong, fmt.Sprintf("wrong   %s: people say %.2f", pair, overall))
	}
}

func (j *judgements) print(w io.Writer) {
	p, r := share(j.right, j.found), share(j.right, j.real)
	fmt.Fprintf(w, "%-20s pairs %d, with a document left out %d  same story at <= 2: F1 %.4f (precision %.4f, recall %.4f)\n",
		"semeval22", len(j.people), j.absent, harmonic(p, r), p, r)
	fmt.Fprintf(w, "  correlation with people: same story: Pearson %.4f, Spearman %.4f; with shared wording: Pearson %.4f, Spearman %.4f\n",
		pearson(j.said, j.people), spearman(j.said, j.people), pearson(j.much, j.people), spearman(j.much, j.people))
	fmt.Fprintf(w, "  joined of pairs judged 1 to 4:")
	for i, n := range j.byLevel {
		fmt.Fprintf(w, "  %d/%d", n, j.all[i])
	}
	fmt.Fprintln(w)
	faults(w, j.wrong)
	faults(w, j.missed)
}

// pearson is the linear correlation of two lists; 0 if one does not vary.
func pearson(x, y []float64) float64 {
	mx, my := mean(x), mean(y)
	var xy, xx, yy float64
	for i := range x {
		dx, dy := x[i]-mx, y[i]-my
		xy, xx, yy = xy+dx*dy, xx+dx*dx, yy+dy*dy
	}
	return ratio(xy, math.Sqrt(xx*yy))
}

// spearman is the correlation of ranks, equal values sharing theirs.
func spearman(x, y []float64) float64 { return pearson(ranks(x), ranks(y)) }

func ranks(x []float64) []float64 {
	order := make([]int, len(x))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(x[a], x[b]) })
	out := make([]float64, len(x))
	for from := 0; from < len(order); {
		to := from
		for to < len(order) && x[order[to]] == x[order[from]] {
			to++
		}
		for _, i := range order[from:to] {
			out[i] = float64(from+to-1) / 2
		}
		from = to
	}
	return out
}

func mean(x []float64) (m float64) {
	for _, v := range x {
		m += v / float64(len(x))
	}
	return m
}
