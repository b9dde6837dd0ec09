package table

import (
	"bytes"
	"fmt"
)

// rowParser takes a CSV row apart.
type rowParser struct {
	delimiter byte
	quote     byte
	columns   int
}

// piece is a cell as it stands in the row: text inside its quotation marks if
// it has any.
type piece struct {
	text   []byte
	start  int // in the row, marks included
	quoted bool
}

// nextPiece cuts the cell that begins at i; next is the place after its
// delimiter, or -1 after the last.
func (p *rowParser) nextPiece(b []byte, i int) (c piece, next int) {
	c.start = i
	if i < len(b) && b[i] == p.quote && p.quote != 0 {
		if end := p.close(b, i+1); end > 0 {
			c.text, c.quoted = b[i+1:end-1], true
			if end == len(b) {
				return c, -1
			}
			return c, end + 1
		}
	}
	k := bytes.IndexByte(b[i:], p.delimiter)
	if k < 0 {
		c.text = b[i:]
		return c, -1
	}
	c.text = b[i : i+k]
	return c, i + k + 1
}

// close is the place after the mark that closes a cell. Only a delimiter or the
// row's end can follow it: a line end inside the row would have ended it.
func (p *rowParser) close(b []byte, from int) int {
	end, _ := closeQuoted(b, from, p.quote, p.delimiter)
	for end > 0 && end < len(b) && b[end] != p.delimiter {
		end, _ = closeQuoted(b, end, p.quote, p.delimiter)
	}
	if end == needMore {
		return len(b)
	}
	return end
}

// count is the number of cells in a row.
func (p *rowParser) count(b []byte) int {
	n := 0
	for i := 0; i >= 0; n++ {
		_, i = p.nextPiece(b, i)
	}
	return n
}

// parse fills the row. What goes beyond the last column belongs to it: delimiters
// of a text that somebody forgot to quote.
func (p *rowParser) parse(data []byte, r *row) (warn string, err *damage) {
	r.reset()
	if p.columns == 0 {
		return "", nil
	}
	n := 0
	for i := 0; i >= 0; n++ {
		c, next := p.nextPiece(data, i)
		if n < p.columns-1 || next < 0 && n == p.columns-1 {
			r.setPiece(n, c, p.quote)
			i = next
			continue
		}
		if n == p.columns-1 {
			last := c
			if rest := bytes.Trim(data[next:], string([]byte{p.delimiter, ' ', '\t', '\r'})); len(rest) > 0 {
				last = piece{text: data[c.start:]}
				warn = fmt.Sprintf("more cells than the %d columns: the last cell keeps them all", p.columns)
			}
			r.setPiece(n, last, p.quote)
			return warn, nil
		}
	}
	if n < p.columns {
		warn = fmt.Sprintf("%d cells where there are %d columns", n, p.columns)
	}
	return warn, nil
}

func (r *row) setPiece(column int, c piece, quote byte) {
	if !c.quoted {
		quote = 0
	}
	r.setCell(column, c.text, quote)
}
