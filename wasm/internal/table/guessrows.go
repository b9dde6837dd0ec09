package table

import (
	"bytes"
	"fmt"
	"strconv"
)

// dialectHead is as much of a file as every delimiter is tried on.
const dialectHead = 64 << 10

// guessRows finds delimiter, quotation mark and header of a CSV file. Without a
// telling name the columns must be beyond doubt: any prose has commas.
func guessRows(head []byte, ext string) (Layout, bool) {
	named := ext == "csv" || ext == "tsv" || ext == "tab" || ext == "psv"
	l, share, columns := guessDialect(head[:min(len(head), dialectHead)])
	if columns < 2 && !named || !named && share < 95 {
		return Layout{Why: "no table: the lines do not divide into the same cells"}, false
	}
	rows := sampleRows(head, l)
	if len(rows) == 0 {
		return Layout{Why: "the file is empty"}, false
	}
	l.Header = isHeader(rows)
	l, ok := mapRows(l, rows, columns)
	if ok && !named && !l.Header {
		return Layout{Why: "no table: no row of names, and the file's name does not say that it is one"}, false
	}
	return l, ok
}

// Columns finds out what the columns are of a file whose delimiter, quotation
// mark and header are known, from its first bytes. Of JSON it guesses anew. A file
// without a column of running text has columns all the same: a person may choose.
func Columns(head []byte, l Layout, name string) Layout {
	if l.Kind != CSV {
		l, _ = Guess(head, name)
		return l
	}
	all := Layout{Delimiter: l.Delimiter, Quote: l.Quote} // the row of names too
	rows := sampleRows(head, all)
	if len(rows) == 0 {
		return l
	}
	_, _, columns := all.fit(head[:min(len(head), dialectHead)])
	l, _ = mapRows(l, rows, columns)
	return l
}

// mapRows names the columns and says what each is from the first rows.
func mapRows(l Layout, rows [][][]byte, columns int) (Layout, bool) {
	if l.Header && len(rows[0]) > 1 && len(rows[0]) < columns {
		columns = len(rows[0]) // the rows have delimiters in texts without marks
	}
	var v survey
	for i := range columns {
		name := unnamed + strconv.Itoa(i+1)
		if l.Header && i < len(rows[0]) {
			if t := trim(rows[0][i]); len(t) > 0 {
				name = cut(validString(t), 200)
			}
		}
		for v.index != nil && has(v.index, name) {
			name += " (2)"
		}
		if v.column(name) < 0 {
			return Layout{Why: fmt.Sprintf("a table of more than %d columns", maxColumns)}, false
		}
	}
	if l.Header {
		rows = rows[1:]
	}
	for _, row := range rows {
		for i, c := range row[:min(len(row), columns)] {
			v.stats[i].add(c)
		}
	}
	return finish(l, &v, len(rows))
}

// unnamed and its number name a column that has no name.
const unnamed = "column "

func has(m map[string]int, name string) bool { _, ok := m[name]; return ok }

// sampleRows are the first rows, header included, quotation marks gone.
func sampleRows(head []byte, l Layout) [][][]byte {
	var rows [][][]byte
	p := &rowParser{delimiter: l.Delimiter, quote: l.Quote}
	sample(head, l, func(data []byte) { rows = append(rows, p.split(bytes.Clone(data))) })
	return rows
}

func (p *rowParser) split(data []byte) [][]byte {
	var cells [][]byte
	for i := 0; i >= 0 && len(cells) <= maxColumns; {
		var c piece
		c, i = p.nextPiece(data, i)
		cells = append(cells, c.text)
	}
	return cells
}

// guessDialect is the delimiter and quotation mark under which the most rows
// have the same number of cells, that number, and the percentage of rows.
func guessDialect(head []byte) (l Layout, share, columns int) {
	l = Layout{Delimiter: ',', Quote: '"'}
	best := 0
	columns = 1
	for _, delimiter := range []byte(",;\t|") {
		for _, quote := range []byte{'"', '\'', 0} {
			try := Layout{Delimiter: delimiter, Quote: quote}
			score, s, n := try.fit(head)
			if n > 1 && score > best {
				l, best, share, columns = try, score, s, n
			}
		}
	}
	return l, share, columns
}

// fit scores a dialect: how many rows agree on the number of cells, whether the
// first does, how many cells there are, and how many are properly quoted.
func (l Layout) fit(head []byte) (score, share, columns int) {
	p := &rowParser{delimiter: l.Delimiter, quote: l.Quote}
	var counts []int
	cells, quoted := 0, 0
	covered := sample(head, l, func(data []byte) {
		n := 0
		for i := 0; i >= 0 && n <= maxColumns; n++ {
			var c piece
			if c, i = p.nextPiece(data, i); c.quoted {
				quoted++
			}
		}
		cells += n
		counts = append(counts, n)
	})
	if len(counts) > 2 && head[len(head)-1] != '\n' {
		counts = counts[:len(counts)-1] // perhaps cut short
	}
	if len(counts) == 0 {
		return 0, 0, 1
	}
	columns, agree := mode(counts)
	share = agree * 100 / len(counts)
	score = share*share/10 + min(columns, 6)*8 + 15*(20*quoted/max(cells, 1))
	if counts[0] == columns {
		score += 300
	}
	return score * covered / 100, share, columns
}

// mode is the value that is there most often, the greater of two, and how often.
func mode(counts []int) (value, times int) {
	seen := map[int]int{}
	for _, n := range counts {
		seen[n]++
	}
	for _, n := range counts {
		if seen[n] > times || seen[n] == times && n > value {
			value, times = n, seen[n]
		}
	}
	return value, times
}

// isHeader reports that the first row names the columns: short, distinct words,
// and either a name that is known or values below of another kind.
func isHeader(rows [][][]byte) bool {
	seen := map[string]bool{}
	known := false
	for _, c := range rows[0] {
		t := string(trim(c))
		if t == "" {
			continue
		}
		if len(t) > 60 || seen[t] || digits(t) == len(t) || isURL(t) || parseDate(t, DayFirst) != "" {
			return false
		}
		seen[t] = true
		known = known || isKnownName(t)
	}
	if known || len(rows) < 2 {
		return known
	}
	for i, c := range rows[0] {
		long := 0
		for _, row := range rows[1:] {
			if i < len(row) && (len(row[i]) > 3*len(c)+20 || isURL(string(trim(row[i]))) || len(row[i]) > 0 && digits(string(row[i])) == len(row[i])) {
				long++
			}
		}
		if long*10 >= 9*(len(rows)-1) {
			return true
		}
	}
	return false
}
