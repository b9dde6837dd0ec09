package pattern

import (
	"errors"
	"strings"
	"testing"
)

// What is wrong is told with its place.
func TestErrors(t *testing.T) {
	for _, c := range []struct{ text, at, message string }{
		{"zel(en|in", "(", "parenthesis of this regular expression is not closed"},
		{"zelen)sky", ")", "never opened"},
		{"a[b-", "[b-", "bracket"},
		{"a[b", "[b", "bracket"},
		{"x[z-a]", "z-a", "backwards"},
		{"[[:nope:]]", "[:nope:]", "does not exist"},
		{"a|+3", "+", "repeats nothing"},
		{"a**b", "**", "repeats nothing"},
		{"a{2000}", "{2000}", "so often"},
		{"a{3,2}?", "{3,2}?", "so often"},
		{"((a{99}){10}){50}", "{50}", "so often"},
		{"([a-z]{9}){700}", "{700}", "so often"},
		{"(a{9}b{9}c{9}d{9}){100}", "(a{9}b{9}c{9}d{9}){100}", "too much"},
		{`a\`, `\`, "nothing stands after"},
		{`é\y`, `\y`, "does not stand before a letter"},
		{`[\y]`, `\y`, "does not stand before a letter"},
		{`\p{Klingon}`, `\p{Klingon}`, "not known"},
		{`\p{L`, `\p{L`, "does not exist"},
		{"(?=a)", "(?=", "not known"},
		{"(?P<n", "(?P<n", "cannot be read"},
		{strings.Repeat("(", maxDepth+1), "(", "too large"},
		{strings.Repeat("a", maxLength+1), strings.Repeat("a", maxLength+1), "too large"},
		{"a\xffb", "a\xffb", "cannot be read"},
	} {
		_, err := Parse(c.text)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%.40q: no error", c.text)
			continue
		}
		if at := c.text[e.Start:e.End]; at != c.at || !strings.Contains(e.Message, c.message) || e.Remedy == "" {
			t.Errorf("%.40q: %q at %.40q; want %q at %.40q", c.text, e.Message, at, c.message, c.at)
		}
	}
}
