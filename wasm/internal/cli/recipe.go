package cli

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"clippings/wasm/protocol"
)

// reading is how the flags say that files are to be read.
type reading struct {
	recipe      protocol.Recipe
	corrections string // path of a file of them, "" for none
}

// readingFlags adds the flags that every command has that reads files.
func (e *environment) readingFlags() {
	r, f := &e.reading, e.flags
	f.StringVar(&r.recipe.Encoding, "encoding", "", "read all text in this `encoding`, such as windows-1251, instead of finding it out")
	f.BoolVar(&r.recipe.Whole, "whole", false, "take each text for one article, even if it looks like an export of several")
	f.StringVar(&r.corrections, "corrections", "", "put right what this `file` says: JSON lines of source, record, field, values")
	l := &r.recipe.Limits
	for _, v := range []struct {
		to    *int64
		name  string
		about string
	}{
		{&l.MaxFile, "max-file", "largest document or record, in `bytes`"},
		{&l.MaxExpanded, "max-expanded", "most `bytes` unpacked from one archive"},
		{&l.MaxRatio, "max-ratio", "most bytes unpacked for one `byte` of an archive"},
		{&l.MaxDepth, "max-depth", "most containers inside each other"},
		{&l.MaxRecords, "max-records", "most records read from one file"},
	} {
		f.Int64Var(v.to, v.name, 0, v.about+"; 0 for the engine's own limit")
	}
}

// correctionLine is a line of a file of corrections.
type correctionLine struct {
	Source string   `json:"source"`
	Record string   `json:"record"`
	Field  string   `json:"field"`
	Values []string `json:"values"`
}

// apply gives every source its recipe.
func (r *reading) apply(sources []protocol.Source) error {
	corrections, err := readCorrections(r.corrections)
	if err != nil {
		return err
	}
	for i := range sources {
		sources[i].Recipe = r.recipe
		sources[i].Recipe.Corrections = corrections[sources[i].Path]
	}
	return nil
}

// readCorrections reads a file of corrections, by the path of their source.
func readCorrections(path string) (map[string][]protocol.Correction, error) {
	if path == "" {
		return nil, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("corrections: %w", err)
	}
	defer f.Close()
	all := map[string][]protocol.Correction{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		if len(lines.Bytes()) == 0 {
			continue
		}
		var c correctionLine
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			return nil, fmt.Errorf("corrections: %s, line %d: %w", path, n, err)
		}
		all[c.Source] = append(all[c.Source], protocol.Correction{Record: c.Record, Field: c.Field, Values: c.Values})
	}
	return all, lines.Err()
}
