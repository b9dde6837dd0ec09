package browser

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// publish puts a collection of made-up articles beside a copy of the site.
func publish(t *testing.T, c corpus) (site string) {
	t.Helper()
	site = filepath.Join(t.TempDir(), "site")
	if err := os.CopyFS(site, os.DirFS(siteDir)); err != nil {
		t.Fatal(err)
	}
	command := exec.Command("go", "run", "./wasm", "publish", c.zipped(t), "-o", site, "--title", "Made-up news")
	command.Dir = filepath.Join("..", "..")
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("publish: %v\n%s", err, out)
	}
	return site
}

// indexOf lists the files of a collection in which searching looks, and counts all.
func indexOf(t *testing.T, site string) (index map[string]bool, all int) {
	t.Helper()
	read := func(name string) io.Reader {
		f, err := os.Open(filepath.Join(site, "collection", name))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
		return f
	}
	var list struct {
		Files map[string]struct{ Name, List string }
	}
	if err := json.NewDecoder(read("index.json")).Decode(&list); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(filepath.Join(site, "collection"))
	if err != nil {
		t.Fatal(err)
	}
	index = map[string]bool{}
	for name, f := range list.Files {
		if f.List == "" || !strings.HasPrefix(path.Base(name), "parted-") {
			continue
		}
		z, err := gzip.NewReader(read(f.List))
		if err != nil {
			t.Fatal(err)
		}
		names, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		for len(names) > 0 {
			index[string(names[:16])+".gz"] = true
			names = names[16:]
		}
	}
	return index, len(entries) - 1
}

// TestPublished opens a published site whose index is held back: stories and texts
// are there before it, nothing is asked of anybody else, and once the visitor says so all
// of it opens without a network.
func TestPublished(t *testing.T) {
	site := publish(t, corpus{articles: 1500, words: 300, copies: 3})
	index, all := indexOf(t, site)
	h := newHost(t, "/any/sub/path/")
	h.Deploy(site)
	release := make(chan struct{})
	slow := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if index[path.Base(r.URL.Path)] {
			<-release
		}
		h.ServeHTTP(w, r)
	}))
	t.Cleanup(slow.Close)

	b := newChromium(t)
	b.Size(1440, 900)
	start := time.Now()
	b.Go(slow.URL + h.prefix)
	b.Wait("document.querySelectorAll('#stories .row-link, .story-title').length > 0")
	t.Logf("stories after %v, with %d of %d files asked for", time.Since(start), len(h.Asked()), all)
	b.See("fetched from this site when you ask for them")
	b.See("Made-up news")
	b.Shot("published")
	close(release)
	b.Wait("!document.querySelector('#published-coming')?.innerText && !!document.querySelector('#published-close')")
	t.Logf("all of it after %v", time.Since(start))
	b.Go(slow.URL + h.prefix + "#/search?q=s*")
	b.Wait("document.querySelectorAll('#results .row-link').length > 0")
	if closed := eval[bool](b, "fetch('index.html').then(() => false, () => true)"); !closed {
		t.Error("the page may still ask its host when all has come")
	}

	b.KeptOffline()
	b.press("#published-keep")
	b.See("Kept on this device")
	slow.CloseClientConnections()
	slow.Close()
	b.Reload()
	b.Wait("document.querySelectorAll('#results .row-link').length > 0")
	b.See("Kept on this device")
	if outside := b.Outside(); len(outside) > 0 {
		t.Errorf("requests to elsewhere: %v", outside)
	}
	for _, asked := range h.Asked() {
		if strings.HasPrefix(asked, "no such file") {
			t.Error(asked)
		}
	}
}
