package eval

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"clippings/wasm/protocol"
)

// sampleTruth is what is true of the sample collection, by file.
type sampleTruth struct {
	Groups    [][]string          `json:"groups"`
	Stories   [][]string          `json:"stories"`
	Titles    map[string]string   `json:"titles"`
	Dates     map[string]string   `json:"dates"`
	Furniture map[string][]string `json:"furniture"` // distinctive lines that are not the article
	Repeats   []string            `json:"repeats"`   // files that hold their article twice
}

// runSample measures everything on the collection that comes with the program.
func runSample(ctx context.Context, w io.Writer, project string) error {
	b, err := os.ReadFile(filepath.Join(project, "wasm/internal/eval/testdata/sample.json"))
	if err != nil {
		return err
	}
	var truth sampleTruth
	if err := json.Unmarshal(b, &truth); err != nil {
		return err
	}
	c, err := buildFolder(ctx, filepath.Join(project, "web/sample"), func(string) bool { return true })
	if err != nil {
		return err
	}
	groups, stories, err := c.clusters(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "copies     %s\n", Agree(truth.Groups, groups))
	fmt.Fprintf(w, "stories    %s\n", Agree(truth.Stories, stories))
	return c.scoreFields(ctx, w, truth)
}

// scoreFields measures what is known file by file.
func (c *corpus) scoreFields(ctx context.Context, w io.Writer, truth sampleTruth) error {
	names := make([]string, 0, len(c.ids))
	for name := range c.ids {
		names = append(names, name)
	}
	slices.Sort(names)
	var titles, dates, furniture, repeats tally
	for _, name := range names {
		opened, err := c.document(ctx, name)
		if err != nil {
			return err
		}
		d := &opened.Document
		if want, ok := truth.Titles[name]; ok {
			titles.add(d.Title == want, "%s: title %q, want %q", name, d.Title, want)
		}
		if want, ok := truth.Dates[name]; ok {
			dates.add(strings.HasPrefix(d.Date, want), "%s: date %q, want %q", name, d.Date, want)
		}
		for _, line := range truth.Furniture[name] {
			furniture.add(!strings.Contains(articleText(d), line), "%s: %q is taken for the article", name, line)
		}
		wanted := slices.Contains(truth.Repeats, name)
		repeats.add(wanted == (len(opened.Repeats) > 0), "%s: repeats %v, want some: %v", name, opened.Repeats, wanted)
	}
	report(w, []scored{{"titles", &titles}, {"dates", &dates}, {"furniture", &furniture}, {"repeats", &repeats}})
	return nil
}

// tally counts what is right and says what is not.
type tally struct {
	right, all int
	faults     []string
}

func (t *tally) add(right bool, format string, args ...any) {
	t.all++
	if right {
		t.right++
	} else {
		t.faults = append(t.faults, fmt.Sprintf(format, args...))
	}
}

// scored is a tally under the name of what was counted.
type scored struct {
	name string
	*tally
}

// report prints tallies and every fault below them.
func report(w io.Writer, tallies []scored) {
	for _, t := range tallies {
		fmt.Fprintf(w, "%-10s %d of %d\n", t.name, t.right, t.all)
		for _, fault := range t.faults {
			fmt.Fprintf(w, "           %s\n", fault)
		}
	}
}

// lineRoles gives for each line of a text, from 1, the role of the paragraph
// that most of it lies in; lines without a paragraph have none.
func lineRoles(d *protocol.Document) map[int]protocol.Role {
	roles := map[int]protocol.Role{}
	start := uint32(0)
	number := 0
	for line := range strings.Lines(d.Text) {
		number++
		end := start + uint32(len(line))
		most := uint32(0)
		for _, p := range d.Paragraphs {
			if from, to := max(p.Start, start), min(p.End, end); from < to && to-from > most {
				most = to - from
				roles[number] = p.Role
			}
		}
		start = end
	}
	return roles
}
