package collate

import (
	"math/rand"
	"slices"
	"sort"
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

func never() error { return nil }

// document makes a document whose paragraphs are the lines of a text.
func document(id protocol.DocID, s string) *protocol.Document {
	doc := &protocol.Document{ID: id, Text: s}
	at := 0
	for _, line := range strings.SplitAfter(s, "\n") {
		trimmed := strings.TrimSpace(line)
		start := at + strings.Index(line, trimmed)
		if at += len(line); trimmed == "" {
			continue
		}
		doc.Paragraphs = append(doc.Paragraphs, protocol.Paragraph{
			Span: protocol.Span{Start: uint32(start), End: uint32(start + len(trimmed))},
		})
	}
	return doc
}

func collation(t testing.TB, base string, others ...string) protocol.Collation {
	t.Helper()
	c, err := New(document(0, base), never)
	if err != nil {
		t.Fatal(err)
	}
	for i, other := range others {
		if err := c.Add(document(protocol.DocID(i+1), other)); err != nil {
			t.Fatal(err)
		}
	}
	out, err := c.Collation()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// readAgain applies what a collation says of a witness to the reading text: its
// variants, its gaps, and its moves, which are taken out and put back by their
// place in the witness.
func readAgain(t testing.TB, base, other *protocol.Document, c protocol.Collation, number uint32) []string {
	t.Helper()
	r := reader{yield: never}
	a, err := r.read(base, isCollated)
	if err != nil {
		t.Fatal(err)
	}
	b, err := r.read(other, isCollated)
	if err != nil {
		t.Fatal(err)
	}
	type piece struct {
		at   protocol.Span // in the reading text
		text string
	}
	var pieces []piece
	for i := range a.tokens {
		s := a.tokens[i].Span
		within := func(g protocol.Span) bool { return g.Start <= s.Start && s.End <= g.End }
		named := slices.ContainsFunc(c.Places, func(p protocol.Place) bool { return within(p.Span) && names(p, number) != nil })
		gone := slices.ContainsFunc(c.Gaps, func(g protocol.Gap) bool {
			return within(g.Span) && slices.Contains(g.Witnesses, number)
		})
		if !named && !gone {
			pieces = append(pieces, piece{s, a.of(int32(i))})
		}
	}
	for _, p := range c.Places {
		if v := names(p, number); v != nil {
			pieces = append(pieces, piece{p.Span, v.Text})
		}
	}
	sort.SliceStable(pieces, func(i, j int) bool {
		x, y := pieces[i].at, pieces[j].at
		if x.Start != y.Start {
			return x.Start < y.Start
		}
		return x.End < y.End
	})
	type block struct {
		There protocol.Span
		words []string
	}
	var main []string
	var blocks []block
	for _, m := range c.Moves {
		if m.Witness == number {
			blocks = append(blocks, block{There: m.There})
		}
	}
	moves := slices.DeleteFunc(slices.Clone(c.Moves), func(m protocol.Move) bool { return m.Witness != number })
next:
	for _, p := range pieces {
		for i, m := range moves {
			if m.Span.Start <= p.at.Start && p.at.End <= m.Span.End && m.Span.Start < p.at.End && p.at.Start < m.Span.End {
				blocks[i].words = append(blocks[i].words, tokensOf(p.text)...)
				continue next
			}
		}
		main = append(main, tokensOf(p.text)...)
	}
	slices.SortFunc(blocks, func(x, y block) int { return int(x.There.Start) - int(y.There.Start) })
	for _, m := range blocks {
		at := min(len(main), len(tokensOf(join(b, m.There.Start))))
		main = slices.Insert(main, at, m.words...)
	}
	return main
}

// join is the text's tokens before an offset, by space.
func join(b text, end uint32) string {
	var s []string
	for i, t := range b.tokens {
		if t.End <= end {
			s = append(s, b.of(int32(i)))
		}
	}
	return strings.Join(s, " ")
}

func names(p protocol.Place, number uint32) *protocol.Variant {
	for i, v := range p.Variants {
		if slices.Contains(v.Witnesses, number) {
			return &p.Variants[i]
		}
	}
	return nil
}

// tokensOf is a text without white space, a byte a piece.
func tokensOf(s string) (list []string) {
	s = strings.Join(strings.Fields(s), "")
	for i := range len(s) {
		list = append(list, s[i:i+1])
	}
	return list
}

func checkReconstruction(t testing.TB, base string, others []string) {
	t.Helper()
	c := collation(t, base, others...)
	for i, other := range others {
		doc := document(protocol.DocID(i+1), other)
		got, want := readAgain(t, document(0, base), doc, c, uint32(i)), tokensOf(other)
		if straddles(c, uint32(i)) {
			slices.Sort(got)
			slices.Sort(want)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("base %q\nwitness %q\ngot %q\n%+v", base, other, strings.Join(got, ""), c)
		}
	}
}

// straddles reports whether a place is partly within a move of the witness: there
// one reading is of two places in the witness.
func straddles(c protocol.Collation, number uint32) bool {
	for _, m := range c.Moves {
		for _, p := range c.Places {
			s := p.Span
			if m.Witness == number && (s.Start < m.Span.Start && m.Span.Start < s.End || s.Start < m.Span.End && m.Span.End < s.End) {
				return true
			}
		}
	}
	return false
}

// TestReconstruction holds that the reading text and what is said of a witness give
// the witness back.
func TestReconstruction(t *testing.T) {
	for seed := range int64(400) {
		rng := rand.New(rand.NewSource(seed))
		base := randomText(rng, 60+rng.Intn(200), []int{3, 12, 60, 2000}[seed%4])
		var others []string
		for range 1 + rng.Intn(4) {
			others = append(others, edited(rng, base))
		}
		checkReconstruction(t, base, others)
	}
}

func randomText(rng *rand.Rand, n, alphabet int) string {
	var b strings.Builder
	for i := range n {
		word := "w" + strings.Repeat("abcdefghij"[rng.Intn(10):][:1], 1+rng.Intn(alphabet)%5) + string(rune('a'+rng.Intn(alphabet)%26))
		b.WriteString(word)
		switch rng.Intn(12) {
		case 0:
			b.WriteString(", ")
		case 1:
			b.WriteString(". ")
		case 2:
			if i%3 == 0 {
				b.WriteString(".\n\n")
				break
			}
			fallthrough
		default:
			b.WriteByte(' ')
		}
	}
	return strings.TrimSpace(b.String())
}

// edited changes, drops, adds and moves words and paragraphs.
func edited(rng *rand.Rand, s string) string {
	words := strings.SplitAfter(s, " ")
	for range rng.Intn(8) {
		i := rng.Intn(len(words))
		n := min(len(words)-i, 1+rng.Intn(30))
		switch rng.Intn(5) {
		case 0:
			words[i] = "new "
		case 1:
			words = slices.Delete(slices.Clone(words), i, i+n/4)
		case 2:
			words = slices.Insert(slices.Clone(words), i, "quite", " ", "another. ")
		case 3:
			words[i] = strings.ToUpper(words[i])
		case 4:
			cut := slices.Clone(words[i : i+n])
			rest := slices.Delete(slices.Clone(words), i, i+n)
			words = slices.Insert(rest, rng.Intn(len(rest)+1), cut...)
		}
		if len(words) == 0 {
			return ""
		}
	}
	return strings.Join(words, "")
}
