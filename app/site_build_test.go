//go:build !js

package main

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// parts writes the smallest site that can be built and returns its parts.
func parts(t *testing.T) site {
	t.Helper()
	dir := t.TempDir()
	for path, content := range map[string]string{
		"web/index.html":        `<meta content="{{version}}"><script src="boot.js?v={{version}}">`,
		"web/sw.js":             `const VERSION = "{{version}}"; const FILES = "{{files}}";`,
		"web/boot.js":           "boot",
		"web/.hidden":           "never served",
		"web/style/2-view.css":  "view",
		"web/style/1-base.css":  "base",
		"web/sample/b/two.txt":  "two",
		"web/sample/a/one.html": "one",
		"page.wasm":             "page",
		"engine.wasm":           "engine",
		"unpack.wasm":           "unpacker",
		"wasm_exec.js":          "glue",
	} {
		name := filepath.Join(dir, path)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return site{
		web:    filepath.Join(dir, "web"),
		out:    filepath.Join(dir, "out"),
		page:   filepath.Join(dir, "page.wasm"),
		engine: filepath.Join(dir, "engine.wasm"),
		unpack: filepath.Join(dir, "unpack.wasm"),
		exec:   filepath.Join(dir, "wasm_exec.js"),
	}
}

func build(t *testing.T, s site) map[string][]byte {
	t.Helper()
	files, err := s.build()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestBuildHoldsExactly(t *testing.T) {
	files := build(t, parts(t))
	want := []string{"boot.js", "engine.wasm.gz", "index.html", "page.wasm.gz", "sample.zip", "style.css", "sw.js", "unpack.wasm.gz", "wasm_exec.js"}
	for _, name := range want {
		if _, ok := files[name]; !ok {
			t.Errorf("%s is missing", name)
		}
	}
	if len(files) != len(want) {
		t.Errorf("got %d files, want %v", len(files), want)
	}
	if got := string(files["style.css"]); got != "base\nview" {
		t.Errorf("the style is %q", got)
	}
}

func TestBuildTwiceIsTheSame(t *testing.T) {
	one, two := build(t, parts(t)), build(t, parts(t))
	if !maps.EqualFunc(one, two, bytes.Equal) {
		t.Error("the same parts in another folder gave another site")
	}
}

func TestVersionFollowsContent(t *testing.T) {
	s := parts(t)
	before := string(build(t, s)["index.html"])
	if strings.Contains(before, "{{") || strings.Count(before, versionIn(before)) != 2 {
		t.Errorf("version not filled in: %s", before)
	}
	if err := os.WriteFile(s.engine, []byte("another engine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if after := string(build(t, s)["index.html"]); after == before {
		t.Error("another engine, the same version")
	}
}

func versionIn(index string) string {
	_, rest, _ := strings.Cut(index, `content="`)
	version, _, _ := strings.Cut(rest, `"`)
	return version
}

func TestServiceWorkerListsAllFiles(t *testing.T) {
	files := build(t, parts(t))
	worker := string(files["sw.js"])
	for name, content := range files {
		entry := `"` + name + `":"` + sum(content) + `"`
		switch name {
		case "sw.js":
			continue
		case "index.html":
			entry = `"./":"` + sum(content) + `"`
		}
		if !strings.Contains(worker, entry) {
			t.Errorf("sw.js lacks %s: %s", entry, worker)
		}
	}
}

func TestSampleIsSortedAndTimeless(t *testing.T) {
	content := build(t, parts(t))["sample.zip"]
	r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range r.File {
		entry, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(entry)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, f.Name+"="+string(text))
		if !f.Modified.Equal(zipTime) {
			t.Errorf("%s: time %v, want %v", f.Name, f.Modified, zipTime)
		}
	}
	if want := "a/one.html=one b/two.txt=two"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestWriteSiteSparesOtherFolders(t *testing.T) {
	s := parts(t)
	files := build(t, s)
	for range 2 { // a new folder, then one that holds a site
		if err := writeSite(s.out, files); err != nil {
			t.Fatal(err)
		}
	}
	if err := writeSite(filepath.Dir(s.page), files); err == nil {
		t.Error("emptied a folder that holds no site")
	}
	if _, err := os.Stat(s.page); err != nil {
		t.Error(err)
	}
}

// Programs and wasm_exec.js come from one Go. go-app carries its own copy for
// the Go it was tested with; a difference says that Go's glue has changed, and
// that go-app should be tried with it.
func TestGoAppKnowsThisGo(t *testing.T) {
	ours, err := os.ReadFile(filepath.Join(runtime.GOROOT(), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		t.Skip("this Go has no wasm_exec.js in lib/wasm")
	}
	w := httptest.NewRecorder()
	(&app.Handler{}).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/wasm_exec.js", nil))
	if !bytes.Equal(bytes.TrimSpace(w.Body.Bytes()), bytes.TrimSpace(ours)) {
		t.Errorf("go-app's wasm_exec.js (%d bytes) is not that of %s (%d bytes)", w.Body.Len(), runtime.Version(), len(ours))
	}
}
