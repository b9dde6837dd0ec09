package cli

import (
	"archive/zip"
	"encoding/csv"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// TestExport writes everything, and what it wrote as JSON lines is what ingest
// prints.
func TestExport(t *testing.T) {
	dir, to := folder(t), t.TempDir()
	code, out, complaints := runCommand(t, "export", dir, "--as", "jsonl,csv,txt,md,report", "-o", to)
	if code != 0 || len(lines(t, out)) != 7 {
		t.Fatalf("exit %d: %s%s", code, out, complaints)
	}
	_, ingested, _ := runCommand(t, "ingest", dir)
	var documents strings.Builder
	for line := range strings.Lines(ingested) {
		if !strings.Contains(line, `"skipped":`) {
			documents.WriteString(line)
		}
	}
	if got := read(t, filepath.Join(to, "documents.jsonl")); got != documents.String() {
		t.Errorf("got\n%swant\n%s", got, documents.String())
	}
	table := read(t, filepath.Join(to, "documents.csv"))
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(table, "\ufeff"))).ReadAll()
	if err != nil || len(rows) != 4 || !strings.HasPrefix(table, "\ufeff") {
		t.Errorf("%d rows, %v", len(rows), err)
	}
	for _, name := range []string{"documents-txt.zip", "documents-md.zip"} {
		z, err := zip.OpenReader(filepath.Join(to, name))
		if err != nil {
			t.Fatal(err)
		}
		if len(z.File) != 3 {
			t.Errorf("%s has %d files", name, len(z.File))
		}
		z.Close()
	}
	if page := read(t, filepath.Join(to, "copies.html")); !strings.Contains(page, "tow.txt") || !strings.Contains(page, "difference") {
		t.Errorf("the report is\n%s", page)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestExportReadAgain: what was exported and is brought in has the same titles,
// texts, dates and groups.
func TestExportReadAgain(t *testing.T) {
	dir := folder(t)
	to := filepath.Join(t.TempDir(), "all.jsonl")
	if code, _, complaints := runCommand(t, "export", dir, "-o", to); code != 0 {
		t.Fatal(complaints)
	}
	type told struct{ title, date, body string }
	documents := func(path string) map[string]told {
		_, out, _ := runCommand(t, "ingest", path)
		all := map[string]told{}
		for _, d := range lines(t, out) {
			if d["skipped"] == nil {
				body := d["body"].(string)
				all[d["id"].(string)] = told{d["title"].(string), d["date"].(string), body}
			}
		}
		return all
	}
	before, after := documents(dir), documents(to)
	byBody := func(all map[string]told) map[told]bool {
		set := map[told]bool{}
		for _, d := range all {
			set[d] = true
		}
		return set
	}
	if !reflect.DeepEqual(byBody(before), byBody(after)) {
		t.Errorf("before %+v\nafter %+v", before, after)
	}
	groups := func(path string, all map[string]told) map[string]bool {
		_, out, _ := runCommand(t, "dedup", path)
		set := map[string]bool{}
		for _, l := range lines(t, out) {
			if l["kind"] == "copies" {
				group := ""
				for _, m := range l["members"].([]any) {
					group += all[m.(map[string]any)["id"].(string)].body + "\x00"
				}
				set[group] = true
			}
		}
		return set
	}
	if a, b := groups(dir, before), groups(to, after); !reflect.DeepEqual(a, b) || len(a) != 1 {
		t.Errorf("groups before %v\nafter %v", a, b)
	}
}

func TestExportArguments(t *testing.T) {
	dir := folder(t)
	for _, args := range [][]string{{"export", dir}, {"export", dir, "-o", t.TempDir(), "--as", "doc"}} {
		if code, _, complaints := runCommand(t, args...); code != 2 || complaints == "" {
			t.Errorf("%v: exit %d, %s", args, code, complaints)
		}
	}
	to := filepath.Join(t.TempDir(), "bees.csv")
	if code, _, complaints := runCommand(t, "export", dir, "--as", "csv", "-q", "swarm", "-o", to); code != 0 || strings.Count(read(t, to), "gazette/bees.md") == 0 {
		t.Errorf("exit %d, %s", code, complaints)
	}
}
