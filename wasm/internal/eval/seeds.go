package eval

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math"
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
		Twice     *struct{}        `json:"body_copy"` // the article is printed twice
	}
	Pairs    []seedPair
	Clusters struct {
		Copies []struct {
			Members   []string
			Canonical string
		} `json:"near_duplicate_clusters"`
		Stories [][]string `json:"event_clusters"`
	}
}

// seedPair is what truth.json says of two articles.
type seedPair struct {
	A, B     string
	Why      string // names the quotation if one is all that is shared
	Copies   bool   `json:"same_dup_cluster"`
	Shingles struct {
		Body struct {
			Jaccard float64 `json:"jac"`
			AInB    float64 `json:"cont_a_in_b"`
			BInA    float64 `json:"cont_b_in_a"`
			Run     uint32  `json:"longest_run"`
		} `json:"body_folded"`
	} `json:"shingles5"`
}

// allows reports whether a relation agrees with the label.
func (p seedPair) allows(r protocol.Relation) bool {
	switch {
	case p.Copies:
		return r.IsCopy()
	case strings.Contains(p.Why, "quote"):
		return r == protocol.RelationQuote
	}
	return r >= protocol.RelationQuote
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
	for _, score := range []func(context.Context, io.Writer, seedTruth) error{c.scoreSeedPairs, c.scoreSeedCopies, c.scoreSeeds} {
		if err := score(ctx, w, truth); err != nil {
			return err
		}
	}
	return nil
}

// scoreSeedPairs measures what is said of every two articles.
func (c *corpus) scoreSeedPairs(ctx context.Context, w io.Writer, truth seedTruth) error {
	texts, err := c.running(ctx)
	if err != nil {
		return err
	}
	words := wordsOf(texts)
	var shared, relations tally
	for _, p := range truth.Pairs {
		a, b, want := truth.Documents[p.A].File, truth.Documents[p.B].File, p.Shingles.Body
		inA, inB := shingles(words[a]), shingles(words[b])
		aInB, bInA := containmentOf(inA, inB), containmentOf(inB, inA)
		shared.add(rounded(aInB, want.AInB) && rounded(bInA, want.BInA),
			"%s %s: containment %.4f and %.4f, want %.4f and %.4f", p.A, p.B, aInB, bInA, want.AInB, want.BInA)
		got, err := c.kinship(ctx, a, b)
		if err != nil {
			return err
		}
		relations.add(p.allows(got.Relation) && rounded(got.Jaccard, want.Jaccard) && got.Run == want.Run,
			"%s %s: %s, Jaccard %.4f, run %d; want copies: %v, %.4f, %d", p.A, p.B, got.Relation, got.Jaccard, got.Run, p.Copies, want.Jaccard, want.Run)
	}
	report(w, []scored{{"shingles", &shared}, {"relations", &relations}})
	return nil
}

// scoreSeedCopies measures which of several copies leads, and which article is
// found to be printed twice.
func (c *corpus) scoreSeedCopies(ctx context.Context, w io.Writer, truth seedTruth) error {
	leading, err := c.representatives(ctx)
	if err != nil {
		return err
	}
	var leads, repeats tally
	for _, g := range truth.Clusters.Copies {
		leads.add(leading[truth.Documents[g.Canonical].File], "%s does not lead its group", g.Canonical)
	}
	for _, k := range slices.Sorted(maps.Keys(truth.Documents)) {
		opened, err := c.document(ctx, truth.Documents[k].File)
		if err != nil {
			return err
		}
		want := truth.Documents[k].Twice != nil
		repeats.add(want == (len(opened.Repeats) > 0), "%s: repeats %v, want some: %v", k, opened.Repeats, want)
	}
	report(w, []scored{{"leads", &leads}, {"repeats", &repeats}})
	return nil
}

// rounded reports whether a figure is the labelled one, which has four places.
func rounded(got, want float64) bool { return math.Abs(got-want) < 0.0001 }

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
