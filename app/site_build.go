//go:build !js

package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"clippings/app/deflate"
	"clippings/app/trim"
)

// site names what a site is made of. The same parts give the same bytes,
// whatever the place, the time and the user.
type site struct {
	web, out, page, engine, unpack, exec string

	quick bool // programs a tenth larger, sooner: to look at, not to give out
}

// Folders of web that are served as one file each.
const (
	sampleDir = "sample" // sample.zip
	styleDir  = "style"  // style.css, in the order of the names
)

// build returns the files of the site by their slash-separated path.
func (s site) build() (map[string][]byte, error) {
	if s.out == "" || s.page == "" || s.engine == "" || s.unpack == "" || s.exec == "" {
		return nil, errors.New(usage)
	}
	files, err := readTree(s.web)
	if err != nil {
		return nil, err
	}
	sample, err := zipFolder(files, sampleDir+"/")
	if err != nil {
		return nil, err
	}
	style := joinFolder(files, styleDir+"/")
	maps.DeleteFunc(files, func(path string, _ []byte) bool {
		return strings.HasPrefix(path, sampleDir+"/") || strings.HasPrefix(path, styleDir+"/")
	})
	files["sample.zip"], files["style.css"] = sample, style
	for name, source := range map[string]string{"page.wasm.gz": s.page, "engine.wasm.gz": s.engine, "unpack.wasm.gz": s.unpack} {
		if files[name], err = s.pack(source); err != nil {
			return nil, err
		}
	}
	if files["wasm_exec.js"], err = os.ReadFile(s.exec); err != nil {
		return nil, err
	}
	return files, fill(files)
}

// joinFolder is the files whose path begins with prefix one after the other, in
// the order of their names.
func joinFolder(files map[string][]byte, prefix string) []byte {
	var list [][]byte
	for _, path := range slices.Sorted(maps.Keys(files)) {
		if strings.HasPrefix(path, prefix) {
			list = append(list, files[path])
		}
	}
	return bytes.Join(list, []byte("\n"))
}

// fill writes the version into the files that name it, and the list of all
// others into the service worker. The version is a hash of the content, so that
// it changes when the site does and only then.
func fill(files map[string][]byte) error {
	version := versionOf(files)
	for _, name := range []string{"index.html", "sw.js"} {
		text, ok := files[name]
		if !ok || !bytes.Contains(text, []byte("{{version}}")) {
			return fmt.Errorf("build: %s does not name its {{version}}", name)
		}
		files[name] = bytes.ReplaceAll(text, []byte("{{version}}"), []byte(version))
	}
	sums := make(map[string]string)
	for path, content := range files {
		switch path {
		case "sw.js": // the browser keeps that one itself
		case "index.html":
			sums["./"] = sum(content)
		default:
			sums[path] = sum(content)
		}
	}
	list, err := json.Marshal(sums) // sorted by key
	if err != nil {
		return err
	}
	files["sw.js"] = bytes.Replace(files["sw.js"], []byte(`"{{files}}"`), list, 1)
	return nil
}

func versionOf(files map[string][]byte) string {
	h := sha256.New()
	for _, path := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(h, "%s\x00%s\n", path, sum(files[path]))
	}
	return hex.EncodeToString(h.Sum(nil))[:16]
}

func sum(content []byte) string {
	s := sha256.Sum256(content)
	return hex.EncodeToString(s[:])
}

// readTree reads the files under dir, those whose name begins with a dot apart.
func readTree(dir string) (map[string][]byte, error) {
	files := make(map[string][]byte)
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if strings.HasPrefix(entry.Name(), ".") && path != dir {
			if entry.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		if entry.IsDir() {
			return nil
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		files[filepath.ToSlash(name)], err = os.ReadFile(path)
		return err
	})
	return files, err
}

// pack makes of a program what is downloaded: without its tables of lines, if they
// are as trim knows them, and compressed without name and time, which would differ by
// machine.
func (s site) pack(path string) ([]byte, error) {
	program, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if s.quick {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		_, err := w.Write(program)
		err = cmp.Or(err, w.Close())
		return b.Bytes(), err
	}
	if bare, err := trim.Lines(program); err == nil {
		program = bare
	}
	return deflate.Gzip(program), nil
}

// writeSite replaces what dir holds by the files. It refuses a folder that
// holds something else than a site, because it empties it.
func writeSite(dir string, files map[string][]byte) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if _, err := os.Stat(filepath.Join(dir, "sw.js")); len(entries) > 0 && err != nil {
		return fmt.Errorf("build: %s is not empty and holds no site; choose another folder", dir)
	}
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	for path, content := range files {
		name := filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}
