package pattern

import (
	"math/rand/v2"
	"regexp"
	"regexp/syntax"
	"strings"
	"testing"
)

// Package regexp is the plain way.

// plain is an expression for package regexp, whatever its case.
func plain(text string) (*regexp.Regexp, error) { return regexp.Compile("(?i)" + text) }

// plainMatches is the matches of at least a character.
func plainMatches(re *regexp.Regexp, text string) [][2]int {
	var out [][2]int
	for _, m := range re.FindAllStringIndex(text, -1) {
		if m[0] < m[1] {
			out = append(out, [2]int{m[0], m[1]})
		}
	}
	return out
}

func matches(p *Pattern, text string) [][2]int {
	var out [][2]int
	for at := 0; ; {
		start, end, ok := p.Next(text, at, nil)
		if !ok {
			return out
		}
		out = append(out, [2]int{start, end})
		at = end
	}
}

// check compares matches and fitting with those of package regexp.
func check(t *testing.T, expression string, texts ...string) {
	t.Helper()
	x, err := Parse(expression)
	re, plainErr := plain(expression)
	if err != nil || plainErr != nil {
		if !isKnownDifference(err, plainErr) {
			t.Errorf("/%s/: error %v, want %v", expression, err, plainErr)
		}
		return
	}
	fits, err := regexp.Compile("^(?i:" + expression + ")$")
	if err != nil {
		fits = regexp.MustCompile(`^(?i:` + expression + `\E)$`)
	}
	p := x.Compile()
	for _, text := range texts {
		if got, want := matches(p, text), plainMatches(re, text); !equal(got, want) {
			t.Errorf("/%s/ in %q: %v, want %v", expression, text, got, want)
		}
		if got, want := p.Fits([]byte(text)), fits.MatchString(text); got != want {
			t.Errorf("/%s/ fits %q: %v, want %v", expression, text, got, want)
		}
	}
}

// isKnownDifference reports whether only one of the packages knows or allows it.
func isKnownDifference(err, plainErr error) bool {
	if err == nil {
		return false
	}
	switch err.(*Error).Message {
	case told[unknownClass][0], told[tooLarge][0], told[repeatsTooMuch][0]:
		return true
	}
	return plainErr != nil
}

func equal(a, b [][2]int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

var someTexts = []string{
	"", "a", "b", "ab", "ba", "aab", "abab", "abcabc", "a\nb", "\n", "aAbB", "a b c", "the ferry, the boat and the harbour\nthe end",
	"Ünïcödé straße STRASSE ẞ", "K k K s ſ S", "Київ Kyiv", "東京 tokyo", "x\xffy", "\xe2\x82", "a1b22c333", "İıIi", "ͅι",
}

// someExpressions are one of each kind.
var someExpressions = []string{
	"a", "ab", "a|b", "a|ab", "ab|a", "a*", "a+", "a?", "a*?", "a+?", "a??", "(a|b)*", "(a*)*", "(a*)+", "(|a)*", "(|a)+", "(a|)*b", "(a?)*?b",
	"a{2}", "a{2,}", "a{0,2}", "a{0}", "a{1}", "a{,2}", "a{2,3}?", "x{1", "x{01}", "{2}", "(ab){2,3}c?", "(a{2}){3}", "(?:a|b){1,3}b",
	".", ".*", ".+b", "(?s).*", "(?s:.)b", "^a", "b$", "(?m)^a", "(?m)b$", "(?m)^$", `\Aa`, `b\z`, `\ba`, `a\b`, `\B`, `\Ba`, `\b.*?\b`, `(?m)^.*\b$`, "^", "$", "^^a$$",
	"[ab]", "[^ab]", "[a-c]+", "[]a]", "[^]a]", "[a-]", "[-a]", "[a-c-e]", `[\d\s]`, `[^\w]`, `[\W]`, "[[:alpha:]]+", "[[:^alpha:]]", "[[:nope:]]", "[:alpha:]", "[a", "[a-", "[", "[]", `[\`, `[z-a]`, `[\d-z]`,
	`\d+`, `\D+`, `\w+`, `\W+`, `\s+`, `\S+`, `\pL+`, `\PL+`, `\p{Lu}+`, `\P{Lu}`, `\p{^Lu}`, `\pN`, `\pP`, `\p{Latin}+`, `\p{Han}`, `\p{L`, `\p`, `\pQ`, `[\pL\d]+`, `[^\pL]`, `(?-i)\p{Lu}`, `\p{Any}`,
	`\.`, `\/`, `\_`, `\-`, `\y`, `\1`, `\12`, `\012`, `\x41`, `\x{41}`, `\x4`, `\x`, `\x{}`, `\x{110000}`, `\xg1`, `\n`, `\t`, `\Qa.b\E+`, `\Qab`, `\Q\E`, `\é`, `\`,
	"k", "K", "K", "s", "ß", "straße", "[k]", "[^k]", "(?-i)k", "(?-i:a)A", "(?i:a)", "(?i-s:a.)", "(?U)a+", "(?U)a+?", "(?U:a*)b", "(?x)a", "(?", "(?:", "(?)", "(?-)", "(?i-)", "(?P<n>a)", "(?<n>a)", "(?P<n", "(?P<>a)", "(?P=n)", "(?=a)", "(?--i)a", "(a(?-i)b)B",
	"(", ")", "a)", "(a", "a(b|c", "()", "()*", "(|)", "|", "a|", "|a", "||", "a||b", "a**", "a+*", "a?+", "a{2}{3}", "*", "+a", "?", "(*)", "(+a)", "|*", "a{1001}", "a{3,2}", "((a{30}){30}){30}",
	"é", "[à-ü]+", "ї", "[а-я]+", "東.", "(東|京)+", "the .* the", "the.*?(end|the)", `\bthe\b`, `(ferry|ferries)\s+\w+`, "z|the f|ferry, the b",
	"abcd|abef|abgh|ab", "(a|ab)(c|bcd)", "(a+|b+)*c", "((((((((((a))))))))))", "a.b", "İ", "ı",
}

func TestMatchesAsRegexp(t *testing.T) {
	for _, e := range someExpressions {
		check(t, e, someTexts...)
	}
}

// randomExpression writes an expression of a few signs.
func randomExpression(r *rand.Rand, depth int) string {
	if depth == 0 {
		return []string{"a", "b", "c", "ä", " ", ".", `\b`, "^", "$", "[ab]", "[^a]", `\w`, "(?m:^)", "(?m:$)", `\B`, ""}[r.IntN(16)]
	}
	sub := func() string { return randomExpression(r, depth-1) }
	switch r.IntN(8) {
	case 0, 1:
		return sub() + sub()
	case 2:
		return "(" + sub() + "|" + sub() + ")"
	case 3:
		return "(?:" + sub() + ")" + []string{"*", "+", "?", "*?", "+?", "??", "{2}", "{1,3}", "{0,2}?", "{2,}"}[r.IntN(10)]
	case 4:
		return "(" + sub() + "|" + sub() + "|" + sub() + ")"
	}
	return sub()
}

func TestRandomExpressions(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	signs := []string{"a", "b", "c", "ä", "A", " ", "\n", "x", "_"}
	for range 20000 {
		var text strings.Builder
		for range r.IntN(12) {
			text.WriteString(signs[r.IntN(len(signs))])
		}
		check(t, randomExpression(r, 1+r.IntN(5)), text.String())
		if t.Failed() {
			return
		}
	}
}

// With room for hardly a state, everything is the same.
func TestStatesAreDropped(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	text := make([]byte, 60000)
	for i := range text {
		text[i] = "ab"[r.IntN(2)]
	}
	x, err := Parse("(a|b)*a(a|b){15}")
	if err != nil {
		t.Fatal(err)
	}
	p := x.Compile()
	re, _ := plain("(a|b)*a(a|b){15}")
	if got, want := matches(p, string(text)), plainMatches(re, string(text)); !equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if p.search.drops < 2 {
		t.Errorf("the states of all of it were kept: %d entries", len(p.search.table))
	}
	if len(p.search.table) > maxTable || len(p.search.lists) > maxLists {
		t.Errorf("%d entries, %d steps kept", len(p.search.table), len(p.search.lists))
	}
}

// What is let through has no more steps than it was taken to have.
func TestSize(t *testing.T) {
	for _, e := range someExpressions {
		x, err := Parse(e)
		if err != nil {
			continue
		}
		const own = 3 // of every program
		p := newProgram(x.root, false)
		if got, want := x.root.size(), len(p.steps)-own; got < want {
			t.Errorf("/%s/ has size %d, %d steps", e, got, want)
		}
	}
}

func FuzzPattern(f *testing.F) {
	for i, e := range someExpressions {
		f.Add(e, someTexts[i%len(someTexts)])
	}
	f.Fuzz(func(t *testing.T, expression, text string) {
		if len(expression) > 100 || len(text) > 200 {
			return
		}
		if re, err := syntax.Parse(expression, syntax.Perl); err == nil && re.MaxCap() > 20 {
			return
		}
		check(t, expression, text)
	})
}

// A search that is told to end does so, wherever it is.
func TestSearchIsEnded(t *testing.T) {
	text := strings.Repeat("abcdefghij", tickBytes/5)
	for _, e := range []string{"xyz", "a.*z", "[a-j]*k|j$"} {
		x, err := Parse(e)
		if err != nil {
			t.Fatal(err)
		}
		asked := 0
		if _, _, ok := x.Compile().Next(text, 0, func() bool { asked++; return false }); ok || asked != 1 {
			t.Errorf("/%s/: found %v, asked %d times", e, ok, asked)
		}
	}
}
