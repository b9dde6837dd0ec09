package table

import "bytes"

// lineEnd is the byte that ends a line: '\r' if the first line end outside
// quotation marks is one without '\n', else '\n'.
func lineEnd(b []byte, quote byte) byte {
	quoted := false
	for i, c := range b {
		switch {
		case c == quote && quote != 0:
			quoted = !quoted
		case quoted:
		case c == '\n':
			return '\n'
		case c == '\r':
			rest := bytes.TrimLeft(b[i:], "\r")
			if len(rest) > 0 && rest[0] == '\n' {
				return '\n'
			}
			return '\r'
		}
	}
	return '\n'
}

// separatorLine is the length of a first line "sep=;" with its end, else 0.
func separatorLine(b []byte) int {
	if len(b) < 6 || string(b[:4]) != "sep=" {
		return 0
	}
	n := 5
	for n < len(b) && (b[n] == '\r' || b[n] == '\n') {
		n++
		if b[n-1] == '\n' {
			break
		}
	}
	if n == 5 {
		return 0
	}
	return n
}
