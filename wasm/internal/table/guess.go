package table

import (
	"bytes"
	"strconv"
	"strings"
)

const (
	guessHead    = 256 << 10 // as much of a file as is looked at
	guessRecords = 100       // as many records
)

// Guess tells from the first bytes of a file, of which it looks at 256 kB, and
// from its name how it is to be read. False: it is no table or JSON of
// articles, and Why of the layout says why.
func Guess(head []byte, name string) (Layout, bool) {
	head = head[:min(len(head), guessHead)]
	ext := strings.ToLower(name[strings.LastIndexByte(name, '.')+1:])
	switch first := bytes.TrimLeft(head, " \t\r\n\x1e"); {
	case len(first) == 0:
		return Layout{Why: "the file is empty"}, false
	case first[0] == '{' || first[0] == '[':
		return guessTree(head, ext)
	}
	return guessRows(head, ext)
}

// sample reads the records of a head with a survey, and returns what percentage
// of the head they cover. The last record may be cut short by the end of the
// head; it is read only if there is no other.
func sample(head []byte, l Layout, read func(data []byte)) (covered int) {
	sc := newScanner(newWindow(bytes.NewReader(head)), l, len(head)+1)
	rows, _ := sc.(*rowScanner)
	isCut := len(head) == guessHead || len(head) == dialectHead
	for n := 0; n < guessRecords; {
		s, err := sc.scan()
		if d, ok := err.(*damage); ok {
			if n == 0 && d.offset < int64(len(head)) {
				read(head[d.offset:])
			}
			continue
		}
		if err != nil {
			return 100
		}
		// A quotation mark that is not closed here may be closed beyond the head.
		open := rows != nil && rows.barren > 0 || int(s.offset)+len(s.data) == len(head) && l.Kind != JSON
		if n > 0 && isCut && open {
			return int(s.offset) * 100 / len(head)
		}
		read(s.data)
		n++
	}
	return 100
}

// finish maps the columns and says whether they make articles.
func finish(l Layout, v *survey, records int) (Layout, bool) {
	l.Columns = v.columns(l.Kind != CSV || l.Header)
	what := [...]string{CSV: "table", JSONL: "JSON Lines", JSON: "JSON"}[l.Kind]
	for i, c := range l.Columns {
		if c.Field == Body {
			if v.isArticle(l.Columns, i, records) {
				l.Why = what + ", " + plural(records, "record") + " looked at; the text is in “" + cut(c.Name, 60) + "”"
				return l, true
			}
		}
	}
	l.Why = what + " without a column of running text"
	return l, false
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return strconv.Itoa(n) + " " + word + "s"
}

// newScanner is the scanner for a layout.
func newScanner(w *window, l Layout, limit int) scanner {
	switch l.Kind {
	case JSONL:
		return &lineScanner{w: w, max: limit}
	case JSON:
		return newTreeScanner(w, l.Path, limit)
	}
	return &rowScanner{w: w, max: limit, delimiter: l.Delimiter, quote: l.Quote, header: l.Header, columns: len(l.Columns)}
}

// Preview is the first rows of a file as cells in the order of l's columns,
// each cut to 200 bytes. Records that are damaged are left out.
func Preview(head []byte, l Layout, rows int) [][]string {
	sc := newScanner(newWindow(bytes.NewReader(head)), l, len(head)+1)
	p, r := newParser(l, true), newRow(l)
	var out [][]string
	for len(out) < rows {
		s, err := sc.scan()
		if _, ok := err.(*damage); ok {
			continue
		}
		if err != nil {
			return out
		}
		if _, err := p.parse(s.data, r); err != nil {
			continue
		}
		cells := make([]string, len(r.cells))
		for i := range r.cells {
			t := trim(r.cells[i].text)
			cells[i] = cut(validString(t[:min(len(t), 400)]), previewCell)
		}
		out = append(out, cells)
	}
	return out
}

// previewCell is as much of a cell as a preview shows, in bytes.
const previewCell = 200

func newParser(l Layout, all bool) parser {
	if l.Kind == CSV {
		return &rowParser{delimiter: l.Delimiter, quote: l.Quote, columns: len(l.Columns)}
	}
	return newTreeParser(l.Columns, all)
}
