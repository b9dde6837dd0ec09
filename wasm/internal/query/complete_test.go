package query

import (
	"strings"
	"testing"
)

// The cursor is at "|"; what a suggestion replaces is in braces.
func TestComplete(t *testing.T) {
	for _, c := range []struct {
		q, replaced, field, text string
		negated                  bool
	}{
		{"|", "{}", "", "", false},
		{"fer|", "{fer}", "", "fer", false},
		{"the fer|ry talks", "the {ferry} talks", "", "fer", false},
		{"a | b", "a {} b", "", "", false},
		{"-fer|", "-{fer}", "", "fer", true},
		{"NOT fer|", "NOT {fer}", "", "fer", true},
		{"-a fer|", "-a {fer}", "", "fer", false},
		{"-(a fer|)", "-(a {fer})", "", "fer", true},
		{"-(a) fer|", "-(a) {fer}", "", "fer", false},
		{"=Zür|", "={Zür}", "", "Zür", false},
		{`"peace ta|lks" x`, `"peace {talks}" x`, "", "ta", false},
		{`"peace ta|`, `"peace {ta}`, "", "ta", false},
		{`"peace"|`, `"peace"{}`, "", "", false},
		// Names of fields.
		{"ti|tle:x", "{title:}x", "", "ti", false},
		{"tilte|:x", "{tilte:}x", "", "tilte", false},
		// Values.
		{"outlet:|", "outlet:{}", "outlet", "", false},
		{"outlet:| x", "outlet:{} x", "outlet", "", false},
		{"publisher:re|", "publisher:{re}", "outlet", "re", false},
		{"outlet:|re", "outlet:{re}", "outlet", "", false},
		{"-outlet:re|uters x", "-outlet:{reuters} x", "outlet", "re", true},
		{`outlet:"new y|`, `outlet:{"new y}`, "outlet", "new y", false},
		{`outlet:="new y|ork" x`, `outlet:={"new york"} x`, "outlet", "new y", false},
		{`outlet:"new york"|`, `outlet:{"new york"}`, "outlet", "new york", false},
		{"outlet:(ap OR re|) x", "outlet:(ap OR {re}) x", "outlet", "re", false},
		{"outlet:(ap OR |) x", "outlet:(ap OR {}) x", "outlet", "", false},
		{"outlet:(ap) re|", "outlet:(ap) {re}", "", "re", false},
		{"title:fer|", "title:{fer}", "title", "fer", false},
		{"is:|", "is:{}", "is", "", false},
		{"title：日|本", "title：{日本}", "title", "日", false},
		// Nothing is known of regular expressions.
		{"/fer|ry/", "/fer{}ry/", "", "", false},
	} {
		cursor := strings.Index(c.q, "|")
		q := strings.Replace(c.q, "|", "", 1)
		got := Complete(q, cursor)
		replaced := q[:got.Start] + "{" + q[got.Start:got.End] + "}" + q[got.End:]
		if replaced != c.replaced || got.Field != c.field || got.Text != c.text || got.Negated != c.negated {
			t.Errorf("Complete(%q) = %s %+v; want %s %+v", c.q, replaced, got, c.replaced, c)
		}
	}
}
