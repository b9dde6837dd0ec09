package table

import "bytes"

// row is the cells of one record, in the order of the layout's columns. It is
// filled by a parser and used again for the next record.
type row struct {
	columns []Column
	cells   []cell
	rules   []string // of the facts, by column
}

// cell is the text of one column.
type cell struct {
	text  []byte // part of the record's bytes, or buf
	buf   []byte // kept for the next record
	owned bool   // text is buf
}

func newRow(l Layout) *row {
	r := &row{columns: l.Columns, cells: make([]cell, len(l.Columns)), rules: make([]string, len(l.Columns))}
	for i, c := range l.Columns {
		if r.rules[i] = "field “" + cut(c.Name, 80) + "”"; l.Kind == CSV {
			r.rules[i] = "column “" + cut(c.Name, 80) + "”"
		}
	}
	return r
}

func (r *row) reset() {
	for i := range r.cells {
		r.cells[i].text, r.cells[i].owned = nil, false
	}
}

// addText adds one of the values of a column. Paragraphs of a body come apart
// by a blank line, all else by a semicolon.
func (r *row) addText(column int, raw []byte, escaped bool) {
	c := &r.cells[column]
	if len(raw) == 0 {
		return
	}
	if len(c.text) == 0 && !escaped {
		c.text = raw
		return
	}
	c.own()
	if len(c.text) > 0 {
		if r.columns[column].Field == Body {
			c.buf = append(c.buf, "\n\n"...)
		} else {
			c.buf = append(c.buf, "; "...)
		}
	}
	if escaped {
		c.buf = unescape(c.buf, raw)
	} else {
		c.buf = append(c.buf, raw...)
	}
	c.text = c.buf
}

// own makes the cell's text its own copy.
func (c *cell) own() {
	if !c.owned {
		c.buf = append(c.buf[:0], c.text...)
		c.owned, c.text = true, c.buf
	}
}

// setCell sets the text of a CSV cell, in which a doubled quote is to be made
// one, if quote is not 0.
func (r *row) setCell(column int, text []byte, quote byte) {
	c := &r.cells[column]
	c.text = text
	if quote == 0 {
		return
	}
	i := bytes.IndexByte(text, quote)
	if i < 0 {
		return
	}
	c.buf = c.buf[:0]
	for ; i >= 0; i = bytes.IndexByte(text, quote) {
		c.buf = append(c.buf, text[:i+1]...)
		if text = text[i+1:]; len(text) > 0 && text[0] == quote {
			text = text[1:]
		}
	}
	c.buf = append(c.buf, text...)
	c.text, c.owned = c.buf, true
}
