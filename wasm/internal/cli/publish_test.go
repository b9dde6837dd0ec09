package cli

import (
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/internal/publish"
	"clippings/wasm/protocol"
)

// published publishes a folder into a new site and gives what was printed.
func published(t *testing.T, folder string) (site string, line map[string]any) {
	t.Helper()
	site = t.TempDir()
	code, out, complaints := runCommand(t, "publish", folder, "-o", site, "--title", "Harbour news")
	if code != 0 {
		t.Fatalf("exit %d: %s", code, complaints)
	}
	return site, lines(t, out)[0]
}

// filesBelow is the bytes of all files below a folder.
func filesBelow(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		b, err := os.ReadFile(filepath.Join(dir, path))
		all[path] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// The same files give the same bytes, when they were copied elsewhere since too.
func TestPublishSameBytes(t *testing.T) {
	first, line := published(t, folder(t))
	second, _ := published(t, folder(t))
	a, b := filesBelow(t, first), filesBelow(t, second)
	if len(a) < 4 || !reflect.DeepEqual(a, b) {
		t.Errorf("%d and %d files, which differ", len(a), len(b))
	}
	if line["documents"] != 3.0 || line["title"] != "Harbour news" || line["left_out"] != 2.0 {
		t.Errorf("printed %v", line)
	}
}

// answers asks a corpus for what a visitor sees, in a form to compare.
func answers(t *testing.T, c *coord.Corpus) string {
	t.Helper()
	ctx := context.Background()
	list, err := c.Stories(ctx, protocol.StoryPage{Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	all := []any{list.Stories.Stories}
	for _, text := range []string{"ferry", "town clock", `"cooling pump"`, "passangers", "harbo*"} {
		found, err := c.Search(ctx, coord.Search{Query: protocol.Query{Text: text}, Limit: 20})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, found)
		for _, h := range found.Hits {
			article, err := c.Open(ctx, h.Summary.ID, protocol.Query{Text: text})
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, article.Document.Name, article.Document.Text, article.Relatives.Pairs, article.Passages)
		}
	}
	b, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// A published collection answers as the files themselves do.
func TestPublishedAnswersAsTheFiles(t *testing.T) {
	dir := folder(t)
	site, _ := published(t, dir)
	r, err := publish.Open(site)
	if err != nil {
		t.Fatal(err)
	}
	file, err := r.Get(protocol.CollectionID, corpusFile)
	if err != nil {
		t.Fatal(err)
	}
	opened := newCorpus(r.Shards+1, r.Root())
	back, err := opened.OpenCollection(t.Context(), file)
	if err != nil || len(back.Lost) > 0 || len(back.Entries) != 5 || back.Workspace.Name != "Harbour news" {
		t.Fatalf("opened %+v, %v", back, err)
	}
	sources, err := walk([]string{dir})
	if err != nil {
		t.Fatal(err)
	}
	direct := newCorpus(r.Shards, nil)
	if _, err := direct.Ingest(t.Context(), sources, nil); err != nil {
		t.Fatal(err)
	}
	if got, want := answers(t, opened), answers(t, direct); got != want {
		t.Errorf("the collection answers\n%s\nthe files\n%s", got, want)
	}
}

func TestPublishComplains(t *testing.T) {
	if code, _, complaints := runCommand(t, "publish", folder(t)); code != 2 || complaints == "" {
		t.Errorf("without -o: exit %d, %q", code, complaints)
	}
}
