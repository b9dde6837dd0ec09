package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"clippings/wasm/internal/format"
	"clippings/wasm/protocol"
)

// A ledger is all that came of one dropped file.
type ledger struct {
	entries []format.Entry
	crash   string // what a panic said; a fault of ours
}

// ledgerOf reads a file as it is dropped, under the name given.
func ledgerOf(name string, data []byte, recipe protocol.Recipe) (l ledger) {
	defer func() {
		if fault := recover(); fault != nil {
			l.crash = fmt.Sprint(fault)
		}
	}()
	r := format.Reader{Recipe: recipe}
	err := r.Read(name, bytes.NewReader(data), func(e format.Entry) error {
		l.entries = append(l.entries, e)
		return nil
	})
	if err != nil {
		l.crash = err.Error()
	}
	return l
}

// documents are the lines that were read.
func (l ledger) documents() (out []*protocol.Document) {
	for _, e := range l.entries {
		if e.Document != nil {
			out = append(out, e.Document)
		}
	}
	return out
}

// reason is why a file gave what it gave, in a few words: its formats and the
// reasons of its skips.
func (l ledger) reason() string {
	if l.crash != "" {
		return "crash: " + l.crash
	}
	if len(l.entries) == 0 {
		return "no line in the ledger"
	}
	var parts []string
	for _, e := range l.entries[:min(3, len(l.entries))] {
		if e.Document != nil {
			parts = append(parts, fmt.Sprintf("read as %s, %d bytes of text", e.Format, len(e.Document.Text)))
		} else {
			parts = append(parts, fmt.Sprintf("%s %v: %s", e.Format, e.Skip, e.Detail))
		}
	}
	if more := len(l.entries) - len(parts); more > 0 {
		parts = append(parts, fmt.Sprintf("%d more lines", more))
	}
	return strings.Join(parts, "; ")
}

// filesBelow lists the files of a folder, sorted, relative to it with slashes.
func filesBelow(dir string) (names []string, err error) {
	err = filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		names = append(names, filepath.ToSlash(name))
		return err
	})
	return names, err
}

// figures prints what was measured as one line of JSON.
func figures(w io.Writer, set string, tallies []scored) error {
	type figure struct {
		Right int `json:"right"`
		Of    int `json:"of"`
	}
	all := map[string]figure{}
	for _, t := range tallies {
		all[t.name] = figure{t.right, t.all}
	}
	b, err := json.Marshal(struct {
		Set     string            `json:"set"`
		Figures map[string]figure `json:"figures"`
	}{set, all})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s\n", b)
	return err
}
