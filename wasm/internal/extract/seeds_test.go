package extract

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

// A seedTruth is the hand label of one sample article.
type seedTruth struct {
	File          string                `json:"file"`
	Title         string                `json:"title"`
	Subtitle      string                `json:"subtitle"`
	Section       string                `json:"section"`
	DatePublished string                `json:"date_published"`
	DateSure      string                `json:"date_published_confidence"`
	DateModified  string                `json:"date_modified"`
	Byline        []string              `json:"byline"`
	Agency        struct{ Code string } `json:"agency"`
	Dateline      struct{ City string } `json:"dateline"`
	LineRoles     map[string][]int      `json:"line_roles"`
}

var seedRoles = map[string][]protocol.Role{
	"body": {protocol.RoleBody}, "caption": {protocol.RoleCaption}, "title": {protocol.RoleTitle}, "byline": {protocol.RoleByline},
	"date": {protocol.RoleDate}, "end_mark": {protocol.RoleFurniture}, "contributors": {protocol.RoleCredit}, "signoff_byline": {protocol.RoleByline},
	"furniture": {protocol.RoleFurniture}, "heading": {protocol.RoleHeading}, "section_label": {protocol.RoleLabel}, "slug_and_summary": {protocol.RoleDateline},
	"label": {protocol.RoleLabel}, "summary_bullet": {protocol.RoleBullet}, "subtitle": {protocol.RoleSubtitle}, "byline_date": {protocol.RoleByline},
	"meta_description": {protocol.RoleFurniture}, "duplicate_of_first_copy": {protocol.RoleRepeat},
}

// TestSeeds holds every line of the five hand-labelled articles against its
// role, and their metadata.
func TestSeeds(t *testing.T) {
	dir := os.Getenv("CLIPPINGS_SEEDS")
	if dir == "" {
		t.Skip("CLIPPINGS_SEEDS names no folder of labelled articles")
	}
	raw, err := os.ReadFile(filepath.Join(dir, "truth.json"))
	if err != nil {
		t.Fatal(err)
	}
	var truth struct{ Documents map[string]seedTruth }
	if err := json.Unmarshal(raw, &truth); err != nil {
		t.Fatal(err)
	}
	for id, want := range truth.Documents {
		text, err := os.ReadFile(filepath.Join(dir, want.File))
		if err != nil {
			t.Fatal(err)
		}
		d := &protocol.Document{Text: string(text)}
		Extract(d, Input{})
		if err := Check(d); err != nil {
			t.Errorf("%s: %v", id, err)
		}
		checkSeedRoles(t, id, d, want)
		checkSeedMeta(t, id, d, want)
	}
}

func checkSeedRoles(t *testing.T, id string, d *protocol.Document, want seedTruth) {
	roles := map[int][]protocol.Role{}
	for name, lines := range want.LineRoles {
		for _, n := range lines {
			roles[n] = seedRoles[name]
		}
	}
	for _, p := range d.Paragraphs {
		n := 1 + strings.Count(d.Text[:p.Start], "\n")
		if p.Why == "crawl prefix" {
			continue
		}
		ok := false
		for _, r := range roles[n] {
			ok = ok || r == p.Role
		}
		if !ok {
			t.Errorf("%s line %d: got %v (%s), want %v: %.60q", id, n, p.Role, p.Why, roles[n], p.Of(d.Text))
		}
	}
}

func checkSeedMeta(t *testing.T, id string, d *protocol.Document, want seedTruth) {
	for _, f := range d.Facts {
		if f.Field == "date" && want.DateSure != "" && f.Trust != protocol.TrustGuess {
			t.Errorf("%s: date %q (%s) is %v, want a guess: the labeller inferred it", id, f.Value, f.Rule, f.Trust)
		}
	}
	for _, c := range []struct{ field, got, want string }{
		{"title", d.Title, want.Title}, {"subtitle", d.Subtitle, want.Subtitle}, {"section", d.Section, want.Section},
		{"date", d.Date, want.DatePublished}, {"modified", d.Modified, want.DateModified}, {"byline", strings.Join(d.Byline, "; "), strings.Join(want.Byline, "; ")},
		{"agency", d.Agency, want.Agency.Code}, {"dateline", d.Dateline, want.Dateline.City},
	} {
		if c.got != c.want {
			t.Errorf("%s %s: got %q, want %q", id, c.field, c.got, c.want)
		}
	}
}
