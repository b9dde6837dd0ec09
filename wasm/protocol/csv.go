package protocol

import "strings"

// AppendRow appends a row of a table as RFC 4180 has it
// (https://www.rfc-editor.org/rfc/rfc4180): cells between commas, quoted where they
// must be, CRLF at the end. With a tab for the comma, cells are kept on their line
// and in their column.
//
// A cell that a spreadsheet would take for a formula gets an apostrophe in front
// (https://owasp.org/www-community/attacks/CSV_Injection).
func AppendRow(b []byte, row []string, comma byte) []byte {
	for i, cell := range row {
		if i > 0 {
			b = append(b, comma)
		}
		b = appendCell(b, cell, comma)
	}
	return append(b, '\r', '\n')
}

func appendCell(b []byte, cell string, comma byte) []byte {
	formula := isFormula(cell)
	if comma == '\t' {
		cell = strings.Map(flat, cell)
	}
	isQuoted := strings.ContainsAny(cell, "\"\r\n") || strings.IndexByte(cell, comma) >= 0
	if isQuoted {
		b = append(b, '"')
	}
	if formula {
		b = append(b, '\'')
	}
	if !isQuoted {
		return append(b, cell...)
	}
	for {
		i := strings.IndexByte(cell, '"')
		if i < 0 {
			return append(append(b, cell...), '"')
		}
		b = append(append(b, cell[:i+1]...), '"')
		cell = cell[i+1:]
	}
}

// formulaMarks begin what spreadsheets calculate; the wide ones do in East Asian
// versions.
var formulaMarks = [...]string{"=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"}

func isFormula(cell string) bool {
	for _, mark := range formulaMarks {
		if strings.HasPrefix(cell, mark) {
			return true
		}
	}
	return false
}

// flat keeps a cell on its line and in its column.
func flat(r rune) rune {
	if r == '\t' || r == '\n' || r == '\r' {
		return ' '
	}
	return r
}
