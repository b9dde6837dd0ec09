package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// textLine is a line of a file of JSON lines.
type textLine struct{ ID, Title, Date, Text string }

// readJSONLines reads a file of JSON lines: the lines and their order.
func readJSONLines(path string) ([]textLine, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var lines []textLine
	for d := json.NewDecoder(bufio.NewReader(f)); ; {
		var line textLine
		if err := d.Decode(&line); err == io.EOF {
			return lines, nil
		} else if err != nil {
			return nil, fmt.Errorf("eval: %s: %w", path, err)
		}
		lines = append(lines, line)
	}
}

// readTexts reads the texts of a file of JSON lines by their id.
func readTexts(path string) (map[string][]byte, error) {
	lines, err := readJSONLines(path)
	files := make(map[string][]byte, len(lines))
	for _, line := range lines {
		files[line.ID] = []byte(line.Text)
	}
	return files, err
}

// dropLines is a corpus of lines, dropped as one file of JSON lines and named by
// their ids. An empty title or date is left away.
func dropLines(lines []textLine) (input, error) {
	var b bytes.Buffer
	ids := make([]string, len(lines))
	for i, line := range lines {
		ids[i] = line.ID
		fields := map[string]string{"text": line.Text}
		if line.Title != "" {
			fields["title"] = line.Title
		}
		if line.Date != "" {
			fields["date"] = line.Date
		}
		if err := json.NewEncoder(&b).Encode(fields); err != nil {
			return input{}, err
		}
	}
	files := map[string][]byte{"docs.jsonl": b.Bytes()}
	return input{files: files, name: numbered(ids), lenient: true}, nil
}

// numbered names records, which are numbered from 1, in order.
func numbered(ids []string) func(path, record string) string {
	return func(path, record string) string {
		n, err := strconv.Atoi(record[strings.LastIndexByte(record, '/')+1:])
		if err != nil || n < 1 || n > len(ids) {
			return path + "#" + record
		}
		return ids[n-1]
	}
}

// heads are what the heads of tables begin with.
var heads = map[string]bool{"id1": true, "answer": true}

// eachRow hands on the fields of every line of a table, but lines of fewer
// fields than least and a head.
func eachRow(path string, least int, do func(field []string) error) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		field := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(field) < least || number == 1 && heads[field[0]] {
			continue
		}
		if err := do(field); err != nil {
			return fmt.Errorf("eval: %s: line %d: %w", path, number, err)
		}
	}
	return nil
}

// readPairs reads the pairs of documents that a table begins its lines with.
func readPairs(path string) (pairs [][]string, err error) {
	err = eachRow(path, 2, func(field []string) error {
		pairs = append(pairs, field[:2])
		return nil
	})
	return pairs, err
}
