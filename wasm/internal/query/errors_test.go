package query

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"clippings/wasm/internal/golden"
)

// mistakes are queries with something wrong, by what it is about.
var mistakes = []struct{ about, queries string }{
	{"Operators and parentheses", `
a OR
AND a
OR
a AND OR b
a NOT
a (b c
a) b
a ()
a AND -&`},
	{"Quotation marks", `
ferry "peace talks
a ""
"peace t* talks"
="peace t*"
outlet:"daily post`},
	{"Signs of words", `
a *
*-based
w*r-d
word~3
ferry~0
w*rd~1
fer*~
=fer*
=ferry~1
/ferry~`},
	{"Nearness", `
ferry NEAR
NEAR ferry
NEAR
ferry NEAR/x talks
ferry NEAR/ talks
ferry NEAR/5000 talks
"ferry talks"~5000
"ferry"~2
ferry NEAR/5 -talks
ferry NEAR/5 (talks harbour)
title:ferry NEAR/5 talks
ferry NEAR (talks NEAR/2 harbour)
ferry NEAR/3 /talk(s|ed)/
a NEAR b NEAR c NEAR d NEAR e NEAR f NEAR g NEAR h NEAR i
"a =b c* d~1 e f g h AND"~9`},
	{"Regular expressions", `
ferry /zel(en|in/
/zelen)sky/
/[a-/
/[z-a]/
/+3/
/a**/
/a{2000}/
/((a{99}){10}){50}/
/(?=x)y/
/a\y/
/(?P<n/
/[a-z]+ \w+/
/(ferry boat|car park)\s+/
body:/(/ ferry`},
	{"Fields", `
title: ferry
(outlet:) ferry
title:-ferry
title:!
outlet:*
tilte:ferry
Autor:"Jane Doe"
-sorce:a.html
is:copied
is:"copy*"
in:author ferry
in:title
in:title in:body ferry
in:(title OR body) ferry
-in:furniture ferry
a OR in:title`},
	{"Values", `
source:*.html
outlet:="post*"
outlet:"daily post"~2
outlet:post NEAR outlet:times`},
	{"Dates", `
date:2025-13
date:2025-00-10
date:2025-02-30
date:2025-07-04..2025-07-01
date:2025-07-01..2025-07-40
date:03.07.2025
date:7/3/2025
date:yesterday
date:..
date:>
date:>=25
date:0000
date:(2025 OR never)
date:"2025-07 .. 2025-15"`},
	{"More than one", `
(title: "a b`},
}

// Each query with a mistake: where it is, what is said of it, and what is
// searched all the same.
func TestErrorsGolden(t *testing.T) {
	var b strings.Builder
	for _, m := range mistakes {
		fmt.Fprintf(&b, "# %s\n\n", m.about)
		for q := range strings.Lines(strings.TrimSpace(m.queries)) {
			writeMistake(t, &b, strings.TrimSuffix(q, "\n"))
		}
	}
	golden.Check(t, "testdata/errors.txt", []byte(b.String()))
}

func writeMistake(t *testing.T, b *strings.Builder, q string) {
	tree, errs := Parse(q, Options{})
	if len(errs) == 0 {
		t.Errorf("%q: no error", q)
	}
	fmt.Fprintf(b, "%s\n", q)
	for _, e := range errs {
		before, at := utf8.RuneCountInString(q[:e.Start]), utf8.RuneCountInString(q[e.Start:e.End])
		fmt.Fprintf(b, "%s%s %s\n", strings.Repeat(" ", before), strings.Repeat("^", at), e.Message)
		fmt.Fprintf(b, "    %s\n", e.Remedy)
	}
	fmt.Fprintf(b, "    => %s\n\n", tree)
}
