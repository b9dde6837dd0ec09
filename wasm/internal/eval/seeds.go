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

// seedTruth is what truth.json says of a folder of articles.
type seedTruth struct {
	Documents map[string]struct {
		File      string
		Title     *string
		Date      *string `json:"date_published"`
		Modified  *string `json:"date_modified"`
		Byline    []string
		Agency    *struct{ Code string }
		LineRoles map[string][]int `json:"line_roles"`
	}
	Clusters struct {
		Copies []struct {
			Members   []string
			Canonical string
		} `json:"near_duplicate_clusters"`
		Stories [][]string `json:"event_clusters"`
	}
}

// runSeeds measures everything on articles labelled line by line.
func runSeeds(ctx context.Context, w io.Writer, dir string) error {
	b, err := os.ReadFile(filepath.Join(dir, "truth.json"))
	if err != nil {
		return err
	}
	var truth seedTruth
	if err := json.Unmarshal(b, &truth); err != nil {
		return fmt.Errorf("eval: truth.json: %w", err)
	}
	c, err := buildFolder(ctx, dir, func(name string) bool { return strings.HasSuffix(name, ".txt") })
	if err != nil {
		return err
	}
	groups, stories, err := c.clusters(ctx)
	if err != nil {
		return err
	}
	files := func(keys []string) (names []string) {
		for _, k := range keys {
			names = append(names, truth.Documents[k].File)
		}
		return names
	}
	var copies, events [][]string
	for _, g := range truth.Clusters.Copies {
		copies = append(copies, files(g.Members))
	}
	for _, g := range truth.Clusters.Stories {
		events = append(events, files(g))
	}
	fmt.Fprintf(w, "copies     %s\n", Agree(copies, groups))
	fmt.Fprintf(w, "stories    %s\n", Agree(events, stories))
	return c.scoreSeeds(ctx, w, truth)
}

// scoreSeeds measures fields and lines.
func (c *corpus) scoreSeeds(ctx context.Context, w io.Writer, truth seedTruth) error {
	var fields, body, furniture tally
	keys := make([]string, 0, len(truth.Documents))
	for k := range truth.Documents {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		t := truth.Documents[k]
		opened, err := c.document(ctx, t.File)
		if err != nil {
			return err
		}
		d := &opened.Document
		agency := ""
		if t.Agency != nil {
			agency = t.Agency.Code
		}
		for _, f := range []struct{ name, got, want string }{
			{"title", d.Title, value(t.Title)}, {"date", d.Date, value(t.Date)},
			{"modified", d.Modified, value(t.Modified)}, {"agency", d.Agency, agency},
			{"byline", strings.Join(d.Byline, ", "), strings.Join(t.Byline, ", ")},
		} {
			fields.add(f.got == f.want, "%s: %s %q, want %q", k, f.name, f.got, f.want)
		}
		roles := lineRoles(d)
		for _, n := range t.LineRoles["body"] {
			body.add(roles[n].IsRunning(), "%s: line %d is %s, want body", k, n, roles[n])
		}
		for _, n := range t.LineRoles["furniture"] {
			furniture.add(roles[n] == protocol.RoleFurniture, "%s: line %d is %s, want furniture", k, n, roles[n])
		}
	}
	report(w, []scored{{"fields", &fields}, {"body", &body}, {"furniture", &furniture}})
	return nil
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
