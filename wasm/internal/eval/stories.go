package eval

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"clippings/wasm/protocol"
)

// runStories measures what is one story and what is not.
func runStories(ctx context.Context, w io.Writer, dir string) error {
	for _, run := range []func(ctx context.Context, w io.Writer, dir string) error{
		runEvents, runBroadcasts, runWeeks, runLikeness, runLevels,
	} {
		if err := run(ctx, w, dir); err != nil {
			return err
		}
	}
	return nil
}

// runEvents measures stories on reports of the same events, three outlets each,
// written apart: none is a copy.
func runEvents(ctx context.Context, w io.Writer, dir string) error {
	lines, err := readJSONLines(filepath.Join(dir, "basil", "docs.jsonl"))
	if err != nil {
		return err
	}
	truth, err := readLabels(filepath.Join(dir, "basil", "labels.tsv"))
	if err != nil {
		return err
	}
	for _, dated := range []bool{true, false} {
		set := "basil"
		if !dated {
			set = "basil undated"
			for i := range lines {
				lines[i].Date = ""
			}
		}
		c, err := dropped(ctx, lines)
		if err != nil {
			return err
		}
		groups, stories, err := c.clusters(ctx)
		if err != nil {
			return err
		}
		copies := several(groups)
		fmt.Fprintf(w, "%-20s documents %5d  groups of copies %d  same event: %s\n", set, len(c.ids), len(copies), Agree(truth, stories))
		faults(w, joined(copies))
		faults(w, misjudged(truth, stories))
	}
	return nil
}

// dropped is a corpus of lines.
func dropped(ctx context.Context, lines []textLine) (*corpus, error) {
	in, err := dropLines(lines)
	if err != nil {
		return nil, err
	}
	return in.build(ctx)
}

// several is the clusters of more than one document.
func several(clusters [][]string) (out [][]string) {
	for _, c := range clusters {
		if len(c) > 1 {
			out = append(out, c)
		}
	}
	return out
}

// joined names the members of clusters, a line each.
func joined(clusters [][]string) (said []string) {
	for _, c := range clusters {
		said = append(said, "joined  "+strings.Join(c[:min(len(c), 8)], " "))
	}
	return said
}

// runLevels measures how much of a source stands in answers that took from it by
// level: as it is, lightly or heavily revised, or not at all.
func runLevels(ctx context.Context, w io.Writer, dir string) error {
	dir = filepath.Join(dir, "clough_stevenson")
	files, err := readTexts(filepath.Join(dir, "docs.jsonl"))
	if err != nil {
		return err
	}
	c, err := build(ctx, files)
	if err != nil {
		return err
	}
	texts, err := c.running(ctx)
	if err != nil {
		return err
	}
	sets := map[string]map[shingle]bool{}
	for name, words := range wordsOf(texts) {
		sets[name] = shingles(words)
	}
	levels := map[string]*level{}
	err = eachRow(filepath.Join(dir, "pairs.tsv"), 3, func(field []string) error {
		l := levels[field[2]]
		if l == nil {
			l = &level{relations: map[string]int{}}
			levels[field[2]] = l
		}
		answer, source := sets[field[0]], sets[field[1]]
		if len(answer) == 0 {
			return fmt.Errorf("%s has no words", field[0])
		}
		p, err := c.kinship(ctx, field[0], field[1])
		l.add(containmentOf(answer, source), kindOf(p.Relation))
		return err
	})
	for _, name := range []string{"cut", "light", "heavy", "non"} {
		if l := levels[name]; l != nil {
			fmt.Fprintf(w, "%-20s %s\n", "clough "+name, l)
		}
	}
	return err
}

// level is what was measured of answers of one level.
type level struct {
	answers   int
	sum       float64
	relations map[string]int
}

func (l *level) add(containment float64, relation string) {
	l.answers++
	l.sum += containment
	l.relations[relation]++
}

// String is one line of a table.
func (l *level) String() string {
	s := fmt.Sprintf("answers %2d  mean containment %.4f ", l.answers, ratio(l.sum, float64(l.answers)))
	for _, kind := range pairKinds {
		s += fmt.Sprintf("  %s %2d", kind, l.relations[kind])
	}
	return s
}

func containmentOf(part, whole map[shingle]bool) float64 {
	n := 0
	for s := range part {
		if whole[s] {
			n++
		}
	}
	return ratio(float64(n), float64(len(part)))
}

// pairKinds are the kinds of relations that are told apart, closest first.
var pairKinds = []string{"copies", "passages", "less", "none"}

// kindOf is the kind of a relation.
func kindOf(r protocol.Relation) string {
	switch {
	case r.IsCopy():
		return "copies"
	case r == protocol.RelationPassage:
		return "passages"
	case r == protocol.RelationNone:
		return "none"
	}
	return "less"
}
