package mail

import "strings"

// joinFlowed joins the lines of format=flowed (RFC 3676): a line that ends in a
// blank goes on in the next one of the same depth of quotation. delSp means that
// this blank is no part of the text.
func joinFlowed(text string, delSp bool) string {
	var b strings.Builder
	b.Grow(len(text))
	open, depth := false, 0 // the line before goes on
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		quote := len(line) - len(strings.TrimLeft(line, ">"))
		content := strings.TrimPrefix(line[quote:], " ") // stuffed
		signature := content == "-- "
		if open && (quote != depth || signature) {
			b.WriteByte('\n')
			open = false
		}
		if !open && quote > 0 {
			b.WriteString(line[:quote] + " ")
		}
		open = strings.HasSuffix(content, " ") && !signature
		depth = quote
		if open && delSp {
			content = content[:len(content)-1]
		}
		b.WriteString(content)
		if !open {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
