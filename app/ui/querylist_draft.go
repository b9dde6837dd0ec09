package ui

import (
	"path"
	"strings"
	"unicode"
)

// queryDraft is a list of queries as it is being put together: a text, and how it
// is read. It is kept while the page is open.
type queryDraft struct {
	text    string
	name    string // of the file it came from
	as      string // one of readings
	column  int    // of a table
	header  bool   // the first row of a table names its columns
	exactly bool

	rows    [][]string // of a table
	queries []string
	over    int // further ones, which are left out
}

const (
	// mostQueries are counted: some minutes of work in a large corpus.
	mostQueries = 10_000
	// mostQueryBytes is the largest file that is taken for a list of queries.
	mostQueryBytes = 4_000_000

	asLines = "lines"
)

// readings are the ways to read a text as queries.
var readings = []option{
	{asLines, "one query a line"}, {",", "a table, comma"}, {";", "a table, semicolon"}, {"tab", "a table, tab"}, {"|", "a table, bar"},
}

// queryNames are what a column of queries is mostly called.
var queryNames = []string{"query", "queries", "search", "searches", "q", "term", "terms", "keyword", "keywords", "words"}

// take reads a new text, of a file or typed: as what it seems to be.
func (d *queryDraft) take(name, text string) {
	*d = queryDraft{name: name, text: strings.TrimPrefix(text, "\ufeff"), exactly: d.exactly}
	d.readAs(guessReading(name, d.text))
}

// readAs reads the text in another way, and guesses which column is meant.
func (d *queryDraft) readAs(as string) {
	d.as, d.column, d.header = as, 0, false
	d.cut()
	if len(d.rows) > 0 {
		d.column, d.header = guessColumn(d.rows)
	}
	d.pick()
}

// read reads a text that has changed in the same way.
func (d *queryDraft) read() {
	d.cut()
	d.pick()
}

// guessColumn is the column that is called one of queries, or the first that does
// not number the rows.
func guessColumn(rows [][]string) (column int, isNamed bool) {
	for i, cell := range rows[0] {
		for _, name := range queryNames {
			if strings.EqualFold(strings.TrimSpace(cell), name) {
				return i, true
			}
		}
	}
	for i := range rows[0] {
		if !isNumbers(rows, i) {
			return i, false
		}
	}
	return 0, false
}

// isNumbers reports a column that numbers the rows.
func isNumbers(rows [][]string, column int) bool {
	for _, row := range rows[min(1, len(rows)-1):] {
		if column < len(row) && strings.ContainsFunc(row[column], func(r rune) bool { return !unicode.IsDigit(r) && r != '.' && r != ' ' }) {
			return false
		}
	}
	return true
}

// guessReading tells how a text is to be read. A comma is often part of a query:
// only a file that says so is a table of cells between commas.
func guessReading(name, text string) string {
	lines := strings.Split(strings.TrimSpace(head(text, 8192)), "\n")
	if strings.EqualFold(path.Ext(name), ".csv") {
		best, most := ",", 0
		for _, as := range []string{",", ";", "tab", "|"} {
			if n := strings.Count(lines[0], string(byteOf(as))); n > most {
				best, most = as, n
			}
		}
		return best
	}
	tabs := strings.Count(lines[0], "\t")
	for i, line := range lines {
		whole := i < len(lines)-1 || len(text) <= 8192
		if n := strings.Count(line, "\t"); tabs == 0 || whole && n != tabs && strings.TrimSpace(line) != "" {
			return asLines
		}
	}
	return "tab"
}

func head(text string, n int) string { return text[:min(n, len(text))] }

// cut cuts the text into rows and cells, if it is a table.
func (d *queryDraft) cut() {
	d.rows = nil
	if d.as != asLines {
		d.rows = cutRows(d.text, byteOf(d.as))
	}
}

// pick takes the queries out of the lines, or the cells of the column.
func (d *queryDraft) pick() {
	d.queries, d.over = nil, 0
	if d.as == asLines {
		for line := range strings.SplitSeq(strings.ReplaceAll(d.text, "\r", "\n"), "\n") {
			d.add(line)
		}
		return
	}
	for i, row := range d.rows {
		if (i > 0 || !d.header) && d.column < len(row) {
			d.add(row[d.column])
		}
	}
}

func (d *queryDraft) add(query string) {
	query = strings.TrimSpace(strings.Map(onOneLine, query))
	switch {
	case query == "":
	case len(d.queries) == mostQueries:
		d.over++
	default:
		d.queries = append(d.queries, query)
	}
}

// onOneLine makes white space of what would end a line.
func onOneLine(r rune) rune {
	if unicode.IsControl(r) {
		return ' '
	}
	return r
}

// columns is how many columns the table has, and what they are called.
func (d *queryDraft) columns() []string {
	var names []string
	for i, row := range d.rows[:min(len(d.rows), 20)] {
		for c := len(names); c < len(row); c++ {
			name := "Column " + number(c+1)
			if text := strings.TrimSpace(row[c]); text != "" {
				name += ": " + clipped(text)
			}
			if i == 0 && d.header && strings.TrimSpace(row[c]) != "" {
				name = clipped(strings.TrimSpace(row[c]))
			}
			names = append(names, name)
		}
	}
	return names
}

// clipped cuts what would not fit into a menu.
func clipped(text string) string {
	const most = 40
	if letters := []rune(text); len(letters) > most {
		return string(letters[:most-1]) + "…"
	}
	return text
}

// cutRows cuts a table into rows and cells (RFC 4180). A quotation mark counts at
// the beginning of a cell alone; one that is never closed reaches to the end of
// its line.
func cutRows(text string, comma byte) [][]string {
	var rows [][]string
	var row []string
	for text != "" {
		var cell string
		var end byte
		cell, end, text = cutCell(text, comma)
		row = append(row, cell)
		if end != comma {
			if len(row) > 1 || strings.TrimSpace(row[0]) != "" {
				rows = append(rows, row)
			}
			row = nil
		} else if text == "" {
			row = append(row, "")
			rows = append(rows, row)
		}
	}
	return rows
}

// cutCell cuts the first cell off, and tells what ended it: comma, '\n', or 0 for
// the end of the text.
func cutCell(text string, comma byte) (cell string, end byte, rest string) {
	if quoted := strings.TrimLeft(text, " "); strings.HasPrefix(quoted, `"`) {
		if cell, rest, ok := cutQuoted(quoted[1:]); ok {
			more, end, rest := cutPlain(rest, comma)
			return cell + more, end, rest
		}
	}
	return cutPlain(text, comma)
}

func cutPlain(text string, comma byte) (cell string, end byte, rest string) {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case comma:
			return text[:i], comma, text[i+1:]
		case '\n', '\r':
			if c == '\r' && strings.HasPrefix(text[i+1:], "\n") {
				return text[:i], '\n', text[i+2:]
			}
			return text[:i], '\n', text[i+1:]
		}
	}
	return text, 0, ""
}

// mostQuoted is how far the end of a quotation is looked for: without it a list
// of queries with single marks would be read to its end for each of them.
const mostQuoted = 10_000

// cutQuoted cuts at the closing mark; two marks are one of the cell.
func cutQuoted(text string) (cell, rest string, ok bool) {
	far := head(text, mostQuoted)
	var b strings.Builder
	for i := 0; i < len(far); i++ {
		if far[i] != '"' {
			continue
		}
		b.WriteString(far[:i])
		if !strings.HasPrefix(text[i+1:], `"`) {
			return b.String(), text[i+1:], true
		}
		b.WriteByte('"')
		if i+2 > len(far) {
			return "", "", false
		}
		text, far, i = text[i+2:], far[i+2:], -1
	}
	return "", "", false
}
