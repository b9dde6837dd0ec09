//go:build !js

package main

import (
	"archive/zip"
	"bytes"
	"maps"
	"slices"
	"strings"
	"time"
)

// zipTime stands in every entry: a zip file must name a time, and the one of
// the checkout would make every build differ.
var zipTime = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// zipFolder packs the files whose path begins with prefix, sorted by path and
// named without it.
func zipFolder(files map[string][]byte, prefix string) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, path := range slices.Sorted(maps.Keys(files)) {
		name, ok := strings.CutPrefix(path, prefix)
		if !ok {
			continue
		}
		header := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: zipTime}
		entry, err := w.CreateHeader(header)
		if err != nil {
			return nil, err
		}
		if _, err := entry.Write(files[path]); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return b.Bytes(), err
}
