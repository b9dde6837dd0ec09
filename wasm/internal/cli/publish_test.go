package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
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
	if err != nil || len(back.Lost) > 0 || back.Workspace.Name != "Harbour news" {
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
	if err := opened.FetchCollection(t.Context()); err != nil {
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

// manyFiles writes so many articles that they are published in parts.
func manyFiles(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	places := []string{"harbour", "market", "station", "library", "brewery", "lighthouse", "quarry"}
	for i := range 400 {
		var b strings.Builder
		fmt.Fprintf(&b, "Number %d of the %s\n\n", i, places[i%7])
		for k := range 12 {
			fmt.Fprintf(&b, "In paragraph %d the %s is told of in words that stand nowhere else, such as w%dx%d, and Zürich is named.\n\n",
				k, places[(i+k)%7], i-i%4, k)
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%03d.txt", i)), []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// What a visitor sees before all is there is what the files themselves answer.
func TestPublishedInParts(t *testing.T) {
	dir := manyFiles(t)
	site, _ := published(t, dir)
	r, err := publish.Open(site)
	if err != nil {
		t.Fatal(err)
	}
	parts := 0
	for _, f := range r.Files {
		parts += len(f.Blocks)
	}
	if parts < 3 {
		t.Fatalf("%d parts", parts)
	}
	file, err := r.Get(protocol.CollectionID, corpusFile)
	if err != nil {
		t.Fatal(err)
	}
	ctx := t.Context()
	opened := newCorpus(r.Shards, r.Root())
	back, err := opened.OpenCollection(ctx, file)
	if err != nil {
		t.Fatal(err)
	}
	ledger, err := r.Get(protocol.CollectionID, ledgerFile)
	if err != nil {
		t.Fatal(err)
	}
	if back.Entries, err = opened.OpenLedger(ledger); err != nil {
		t.Fatal(err)
	}
	before := shown(t, opened, back.Entries)
	sources, err := walk([]string{dir})
	if err != nil {
		t.Fatal(err)
	}
	direct := newCorpus(r.Shards, nil)
	imported, err := direct.Ingest(ctx, sources, nil)
	if err != nil {
		t.Fatal(err)
	}
	if want := shown(t, direct, imported.Entries); before != want {
		t.Error("the list and the texts are others than those of the files")
	}
	if got, want := answers(t, opened), answers(t, direct); got != want {
		t.Error("the collection answers otherwise than the files")
	}
	for _, text := range []string{"=Zürich lighthouse", "/w8x[0-9]+/", "lighthouse"} {
		q := coord.Search{Query: protocol.Query{Text: text}, Limit: 50}
		got, err := opened.Search(ctx, q)
		want, err2 := direct.Search(ctx, q)
		if err != nil || err2 != nil || want.Documents == 0 || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %d documents, want %d, %v, %v", text, got.Documents, want.Documents, err, err2)
		}
	}
	// What a visitor adds is compared with the collection.
	added, err := opened.Ingest(ctx, withPath(sources[8:12], "mine/"), nil)
	if err != nil || len(added.Entries) != 4 {
		t.Fatalf("added %+v, %v", added, err)
	}
	k, err := opened.Compare(ctx, added.Entries[0].ID, back.Entries[8].ID)
	if err != nil || k.Pair.Relation == protocol.RelationNone {
		t.Errorf("what was added is %v to its original, %v", k.Pair.Relation, err)
	}
}

func withPath(sources []protocol.Source, folder string) []protocol.Source {
	sources = slices.Clone(sources)
	for i := range sources {
		sources[i].Path = folder + sources[i].Path
	}
	return sources
}

// shown is the stories and all texts.
func shown(t *testing.T, c *coord.Corpus, entries []protocol.Entry) string {
	t.Helper()
	list, err := c.Stories(t.Context(), protocol.StoryPage{Limit: 1000})
	if err != nil {
		t.Fatal(err)
	}
	all := []any{list}
	for _, e := range entries {
		opened, err := c.Document(t.Context(), e.ID, protocol.Query{})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, opened)
	}
	b, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
