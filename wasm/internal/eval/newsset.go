package eval

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// newsSets are collections of news; some have files that list pairs of theirs.
var newsSets = []struct {
	name, pairs string
	read        func(dir string) (input, error)
}{
	{"bbc_news", "pairs_bruteforce_w5.tsv", readBBC},
	{"reuters21578", "pairs_annotated.tsv", readReuters},
	{"saudinewsnet", "pairs_annotated.tsv", readSaudi},
	{"cctv_xwlb", "", readItems},
}

// readBBC is a folder of news as JSON lines.
func readBBC(dir string) (input, error) {
	lines, err := readJSONLines(filepath.Join(dir, "docs.jsonl"))
	if err != nil {
		return input{}, err
	}
	return dropLines(lines)
}

// readReuters is the newswire as it came, its documents named by their numbers.
func readReuters(dir string) (input, error) {
	in := input{files: map[string][]byte{}, name: func(_, record string) string { return record }, lenient: true}
	return in, eachFile(filepath.Join(dir, "orig"), ".sgm", func(name string, data []byte) { in.files[name] = data })
}

// readSaudi is packed arrays as they came; ids.txt names their records in order.
func readSaudi(dir string) (input, error) {
	in := input{files: map[string][]byte{}, lenient: true}
	b, err := os.ReadFile(filepath.Join(dir, "ids.txt"))
	if err != nil {
		return in, err
	}
	ids := strings.Fields(string(b))
	first := map[string]int{}
	at := 0
	err = eachFile(filepath.Join(dir, "orig"), ".zip", func(name string, data []byte) {
		in.files[name] = data
		first[name] = at
		at += countArray(data)
	})
	in.name = func(path, record string) string { return numbered(ids[min(first[path], len(ids)):])(path, record) }
	return in, err
}

// eachFile hands on the files of a folder that end so, in order.
func eachFile(dir, end string, do func(name string, data []byte)) error {
	names, err := filesBelow(dir)
	if err != nil {
		return err
	}
	slices.Sort(names)
	for _, name := range names {
		if !strings.HasSuffix(name, end) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		do(name, data)
	}
	return nil
}

// countArray counts the elements of the JSON arrays in a zip; damage counts none.
func countArray(data []byte) (n int) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return 0
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			continue
		}
		var list []json.RawMessage
		if json.NewDecoder(r).Decode(&list) == nil {
			n += len(list)
		}
		r.Close()
	}
	return n
}
