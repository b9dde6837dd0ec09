package publish

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"clippings/wasm/internal/store"
)

// write publishes two files to a site.
func write(t *testing.T, site string, second string) (Index, error) {
	t.Helper()
	if runtime.GOOS == "js" {
		t.Skip("sites are written natively")
	}
	w, err := Create(site, half)
	if err != nil {
		t.Fatal(err)
	}
	folder, _ := w.Open("collection-0")
	if err := folder.Put("documents-0", []byte("Ferry towed "), []byte("to port")); err != nil {
		t.Fatal(err)
	}
	if err := w.Put("collection", "corpus", []byte(second)); err != nil {
		t.Fatal(err)
	}
	return w.Close(Index{Title: "Ferries", Documents: 2})
}

// half has large files read in parts, from the middle on.
func half(_ string, b []byte) (front int, isParted bool) { return len(b) / 2, len(b) > 1000 }

// A file in parts gives the same bytes as a whole one.
func TestParts(t *testing.T) {
	site := t.TempDir()
	if runtime.GOOS == "js" {
		t.Skip("sites are written natively")
	}
	w, err := Create(site, half)
	if err != nil {
		t.Fatal(err)
	}
	var large []byte
	for i := range 1 << 18 {
		large = append(large, byte(i), byte(i>>9))
	}
	if err := w.Put("collection-0", "documents-0", large); err != nil {
		t.Fatal(err)
	}
	if x, err := w.Close(Index{}); !errors.Is(err, ErrNoPage) || len(x.Files["collection-0/documents-0"].Blocks) != 4 {
		t.Fatalf("%+v, %v", x, err)
	}
	r, err := Open(site)
	if err != nil || len(r.Files["collection-0/documents-0"].Blocks) != 4 {
		t.Fatal(r.Files, err)
	}
	if b, err := r.Get("collection-0", "documents-0"); err != nil || !bytes.Equal(b, large) {
		t.Errorf("%d bytes, want %d: %v", len(b), len(large), err)
	}
	folder, _ := r.Root().Open("collection-0")
	parts, err := folder.(store.Parted).Begin("documents-0")
	if err != nil {
		t.Fatal(err)
	}
	if err := parts.All(t.Context()); err != nil || !bytes.Equal(parts.Bytes(), large) {
		t.Errorf("in parts: %d bytes, want %d: %v", len(parts.Bytes()), len(large), err)
	}
}

// page writes what a build leaves of a site.
func page(t *testing.T, site string) {
	t.Helper()
	html := "<head>" + unmarked + "</head>"
	for name, text := range map[string]string{
		"index.html": html,
		"sw.js":      `const FILES = {"./":"` + sumOf([]byte(html)) + `"};`,
	} {
		if err := os.WriteFile(filepath.Join(site, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestReadsWhatWasWritten(t *testing.T) {
	site := t.TempDir()
	page(t, site)
	if _, err := write(t, site, "corpus"); err != nil {
		t.Fatal(err)
	}
	r, err := Open(site)
	if err != nil {
		t.Fatal(err)
	}
	folder, _ := r.Root().Open("collection-0")
	if b, err := folder.Get("documents-0"); err != nil || string(b) != "Ferry towed to port" {
		t.Errorf("got %q, %v", b, err)
	}
	if _, err := folder.Get("none"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("a file that is not there: %v", err)
	}
	if r.Title != "Ferries" || r.Documents != 2 || r.Bytes == 0 {
		t.Errorf("the index says %+v", r.Index)
	}
}

// The page knows of the collection, the service worker knows the page, and the
// files of the collection before are gone.
func TestPublishesAgain(t *testing.T) {
	site := t.TempDir()
	page(t, site)
	first, err := write(t, site, "corpus")
	if err != nil {
		t.Fatal(err)
	}
	html, _ := os.ReadFile(filepath.Join(site, "index.html"))
	worker, _ := os.ReadFile(filepath.Join(site, "sw.js"))
	if !bytes.Contains(html, []byte(marked)) || !strings.Contains(string(worker), sumOf(html)) {
		t.Errorf("page %s, worker %s", html, worker)
	}
	second, err := write(t, site, "another corpus")
	if err != nil {
		t.Fatal(err)
	}
	old := first.Files["collection/corpus"].Name
	if old == second.Files["collection/corpus"].Name {
		t.Error("another file has the same name")
	}
	if _, err := os.Stat(filepath.Join(site, Folder, old)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the old file: %v", err)
	}
	if kept := first.Files["collection-0/documents-0"]; kept.Name != second.Files["collection-0/documents-0"].Name {
		t.Error("the same file has another name")
	}
	again, _ := os.ReadFile(filepath.Join(site, "index.html"))
	if !bytes.Equal(html, again) {
		t.Error("the page was marked twice")
	}
}

func TestSaysWhatIsMissing(t *testing.T) {
	site := t.TempDir()
	if _, err := Open(site); !errors.Is(err, ErrNone) {
		t.Errorf("an empty folder: %v", err)
	}
	if _, err := write(t, site, "corpus"); !errors.Is(err, ErrNoPage) {
		t.Errorf("without a page: %v", err)
	}
	if err := os.WriteFile(filepath.Join(site, "index.html"), []byte("<html>"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := write(t, site, "corpus"); err == nil || errors.Is(err, ErrNoPage) {
		t.Errorf("with a page of another kind: %v", err)
	}
}

// A collection with a damaged file says so and gives no more than it should.
func TestDamagedFiles(t *testing.T) {
	site := t.TempDir()
	page(t, site)
	x, err := write(t, site, "corpus")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(site, Folder, x.Files["collection/corpus"].Name)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range whole {
		damaged := bytes.Clone(whole)
		damaged[i] ^= 0x41
		for _, b := range [][]byte{damaged, whole[:i]} {
			if err := os.WriteFile(path, b, 0o644); err != nil {
				t.Fatal(err)
			}
			r, err := Open(site)
			if err != nil {
				t.Fatal(err)
			}
			if b, err := r.Get("collection", "corpus"); err == nil && string(b) != "corpus" {
				t.Errorf("byte %d: got %q", i, b)
			}
		}
	}
}
