package browser

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

var versionMeta = regexp.MustCompile(`clippings-version" content="([0-9a-f]{16})"`)

// versionOf reads the version of the built site.
func versionOf(t *testing.T) string {
	t.Helper()
	found := versionMeta.FindSubmatch(read(t, siteDir, "index.html"))
	if found == nil {
		t.Fatal("index.html names no version")
	}
	return string(found[1])
}

// newVersion copies the built site and makes it what the next build would be:
// another version, named in index.html and sw.js, whose sums still agree.
func newVersion(t *testing.T) (dir, version string) {
	t.Helper()
	dir = t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(siteDir)); err != nil {
		t.Fatal(err)
	}
	version = "00000000000000ff"
	old := []byte(versionOf(t))
	index, worker := read(t, dir, "index.html"), read(t, dir, "sw.js")
	newIndex := bytes.ReplaceAll(index, old, []byte(version))
	worker = bytes.ReplaceAll(worker, old, []byte(version))
	worker = bytes.ReplaceAll(worker, sum(index), sum(newIndex))
	write(t, dir, "index.html", newIndex)
	write(t, dir, "sw.js", worker)
	return dir, version
}

func sum(content []byte) []byte {
	s := sha256.Sum256(content)
	return []byte(hex.EncodeToString(s[:]))
}

func read(t *testing.T, dir, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func write(t testing.TB, dir, name string, content []byte) {
	t.Helper()
	name = filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, content, 0o644); err != nil {
		t.Fatal(err)
	}
}
