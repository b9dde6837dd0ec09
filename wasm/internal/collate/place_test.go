package collate

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

// told is a collation in words: a place is "[what the reading text has|variants]",
// with the number of each variant's change and its witnesses.
func told(base string, c protocol.Collation) string {
	var b strings.Builder
	for _, p := range c.Places {
		fmt.Fprintf(&b, "[%s", p.Span.Of(base))
		for _, v := range p.Variants {
			fmt.Fprintf(&b, "|%d%v%s", v.Change, v.Witnesses, v.Text)
		}
		b.WriteByte(']')
	}
	for _, g := range c.Gaps {
		fmt.Fprintf(&b, "{%s%v}", g.Span.Of(base), g.Witnesses)
	}
	for _, m := range c.Moves {
		fmt.Fprintf(&b, "<%s %d>", m.Span.Of(base), m.Witness)
	}
	return strings.ReplaceAll(b.String(), "\n", "/")
}

func TestPlaces(t *testing.T) {
	const (
		lead  = "The harbour board said on Monday the old quay would close."
		ferry = "Ferries will sail from the new terminal across the bay until spring."
		costs = "Repairs are put at twelve million crowns, a figure the mayor disputes strongly."
		end   = "A vote is due next week."
	)
	for _, c := range []struct {
		name, base string
		others     []string
		want       string
	}{
		{"the same", lead, []string{lead, lead + "\n"}, ""},
		{"another word", lead, []string{strings.Replace(lead, "Monday", "Tuesday", 1)}, "[Monday|2[0]Tuesday]"},
		{"one place, two variants", lead, []string{
			strings.Replace(lead, "Monday", "Tuesday", 1), strings.Replace(lead, "on Monday ", "", 1), strings.Replace(lead, "Monday", "Tuesday", 1),
		}, "[on Monday|2[0 2]on Tuesday|2[1]]"},
		{"put in", lead, []string{strings.Replace(lead, "old", "old and crumbling", 1)}, "[|2[0]and crumbling]"},
		{"spelling", lead, []string{strings.Replace(lead, "harbour", "harbor", 1)}, "[harbour|1[0]harbor]"},
		{"a title", "Then Mr Berg left.", []string{"Then Berg left."}, "[Mr|1[0]]"},
		{"dots", "The US envoy left.", []string{"The U.S. envoy left."}, "[US|1[0]U.S.]"},
		{"signs", "He said: “No.” Then he left.", []string{`He said, "No". Then he left.`}, `[: “|0[0], "][No.”|0[0]No".]`},
		{"capitals", "Nato met.", []string{"NATO met."}, "[Nato|0[0]NATO]"},
		{"a word before a word respelt", "The harbour closed.", []string{"The old harbor closed."}, "[|2[0]old][harbour|1[0]harbor]"},
		{"a sentence left out", lead + " " + end + " " + ferry, []string{lead + " " + ferry}, "{" + end + "[0]}"},
		{"a sentence that begins alike", lead + " The harbour board met. " + ferry, []string{lead + " " + ferry}, "{The harbour board met.[0]}"},
		{"a paragraph put in before a title", lead + "\nMr Berg agreed at once.", []string{lead + "\n" + ferry + "\nBerg agreed at once."}, "[|2[0]" + ferry + "][Mr|1[0]]"},
		{"a place in a gap", lead + "\n" + ferry + "\n" + end, []string{lead + "\n" + end, lead + "\n" + strings.Replace(ferry, "bay", "sound", 1) + "\n" + end},
			"[bay|2[1]sound]{" + ferry + "[0]}"},
		{"moved", lead + "\n" + ferry + "\n" + costs + "\n" + end, []string{lead + "\n" + costs + "\n" + strings.Replace(ferry, "bay", "sound", 1) + "\n" + end},
			"[bay|2[0]sound]<" + ferry + " 0>"},
		{"nothing left", lead, []string{""}, "{" + lead + "[0]}"},
		{"nothing to begin with", "", []string{"Two words"}, "[|2[0]Two words]"},
		{"no spaces", "市政府周四宣布图书馆延长开放。", []string{"市政府周五宣布图书馆延长开放。"}, "[四|2[0]五]"},
	} {
		if got := told(c.base, collation(t, c.base, c.others...)); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
		checkReconstruction(t, c.base, c.others)
	}
}

// TestFigures holds what is said of witnesses and where spans stand.
func TestFigures(t *testing.T) {
	base, other := "One two three four five six. Then Mr Berg left.", "One two, three five six. So Berg left town."
	c := collation(t, base, other)
	if c.Words != 10 || c.Witnesses[0] != (protocol.Witness{ID: 1, Words: 9, Common: 7}) {
		t.Errorf("got %d words and %+v", c.Words, c.Witnesses)
	}
	for _, p := range c.Places {
		for _, v := range p.Variants {
			if got := v.Span.Of(other); got != v.Text {
				t.Errorf("span %v is %q, want %q", v.Span, got, v.Text)
			}
		}
	}
}

// TestPlainLCS holds that the fast way finds nearly as many equal words as the best
// there is in one order.
func TestPlainLCS(t *testing.T) {
	found, best := 0, 0
	for seed := range int64(200) {
		rng := rand.New(rand.NewSource(seed))
		base := randomText(rng, 300, []int{10, 60, 2000}[seed%3])
		other := edited(rng, edited(rng, base))
		r := reader{yield: never}
		a, _ := r.read(document(0, base), isCollated)
		b, _ := r.read(document(1, other), isCollated)
		l := aligner{yield: never, a: a.tokens, b: b.tokens}
		if err := l.align(box{0, int32(len(l.a)), 0, int32(len(l.b))}, nil); err != nil {
			t.Fatal(err)
		}
		found += int(l.common())
		best += plainLCS(l.a, l.b)
	}
	if found > best || found*100 < best*99 {
		t.Errorf("found %d words in common of %d", found, best)
	}
}

// plainLCS counts the words of the longest common subsequence by the quadratic
// table.
func plainLCS(a, b []token) int {
	row := make([]int, len(b)+1)
	for i := range a {
		diagonal := 0
		for j := range b {
			above := row[j+1]
			best := max(above, row[j])
			if a[i].key == b[j].key && a[i].isWord() {
				best = max(best, diagonal+1)
			}
			row[j+1], diagonal = best, above
		}
	}
	return row[len(b)]
}
