package choice

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/sahilm/fuzzy"
)

func listOf(texts ...string) *List {
	l := &List{}
	for i, t := range texts {
		l.Add(uint64(i), t)
	}
	return l
}

func choose(t testing.TB, l *List, typed string, limit int) []Choice {
	t.Helper()
	got, err := l.Best(Ask{Typed: typed, Limit: limit, Yield: func() error { return nil }})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestMarksTheLettersThatMatch(t *testing.T) {
	l := listOf("Zürich: Straßenbahn entgleist", "Storm batters coast", "001", "Ferry\x00back\tat sea")
	for _, c := range []struct{ typed, text, marked string }{
		{"zurich", "Zürich: Straßenbahn entgleist", "Zürich"},
		{"STRASSE", "Zürich: Straßenbahn entgleist", "Straße"},
		{"storm coast", "Storm batters coast", "Stormcoast"},
		{"001", "001", "001"},
		{"sea", "Ferry\x00back\tat sea", "sea"},
	} {
		got := choose(t, l, c.typed, 9)
		if len(got) == 0 || got[0].Text != c.text {
			t.Errorf("%q finds %v, want %q", c.typed, got, c.text)
			continue
		}
		var marked strings.Builder
		for _, m := range got[0].Matches {
			marked.WriteString(m.Of(c.text))
		}
		if marked.String() != c.marked {
			t.Errorf("%q marks %q, want %q", c.typed, marked.String(), c.marked)
		}
	}
	for _, typed := range []string{"", " ", "xyz", "coast storm"} {
		if got := choose(t, l, typed, 9); len(got) > 0 {
			t.Errorf("%q finds %v", typed, got)
		}
	}
}

func TestLongPatternsDoNotOverflow(t *testing.T) {
	text := strings.Repeat("abcdefghij", 10)
	if got := choose(t, listOf(text), text, 9); len(got) != 1 || got[0].Score <= 0 {
		t.Errorf("a hundred adjacent letters score %v", got)
	}
}

// pieces of random texts: letters that repeat, separators, signs of several
// bytes, signs whose cases are not in folding, nothing at all.
var pieces = []string{"a", "b", "ab", "A", "c", "é", "ß", "İ", "ſ", "K", "ς", "Σ", "京", " ", "-", "_", ".", "/", "\\", "\x00", "\xff", "\u0301", "ﬁ", "Ა", "1"}

func randomText(r *rand.Rand, most int) string {
	var b strings.Builder
	for range r.IntN(most) {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}

// randomNext is a random text, or the last one with other digits.
func randomNext(r *rand.Rand, texts []string) string {
	if len(texts) == 0 || r.IntN(2) == 0 {
		return randomText(r, 1<<(1+r.IntN(6)))
	}
	return strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' {
			return '0' + r.Int32N(3)
		}
		return c
	}, texts[len(texts)-1])
}

// plainBest is Best by package fuzzy alone, over all texts.
func plainBest(texts []string, typed string, limit int) []Choice {
	var folded []string
	for _, t := range texts {
		folded = append(folded, string(appendFolded(nil, t)))
	}
	var list []Choice
	for _, m := range fuzzy.FindNoSort(foldPattern(typed), folded) {
		t := texts[m.Index]
		list = append(list, Choice{uint64(m.Index), t, m.Score, original(t, m.MatchedIndexes)})
	}
	slices.SortFunc(list, compareChoices)
	return list[:min(limit, len(list))]
}

// TestNarrowingLosesNothing compares with package fuzzy over all texts.
func TestNarrowingLosesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		var texts []string
		for range r.IntN(60) {
			texts = append(texts, randomNext(r, texts))
		}
		l, typed, limit := listOf(texts...), randomText(r, 7), 1+r.IntN(8)
		runes := []rune(typed)
		for end := range len(runes) + 1 { // as it is typed
			typed := string(runes[:end])
			got, want := choose(t, l, typed, limit), plainBest(texts, typed, limit)
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Fatalf("%q in %q:\n%v, want\n%v", typed, texts, got, want)
			}
			if r.IntN(3) == 0 {
				texts = append(texts, randomNext(r, texts))
				l.Add(uint64(len(texts)-1), texts[len(texts)-1])
			}
		}
	}
}

// TestBoundIsNoneBelowTheScore holds the bound to the score of every text.
func TestBoundIsNoneBelowTheScore(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 30_000 {
		folded, p := string(appendFolded(nil, randomText(r, 1<<(1+r.IntN(6))))), newPattern(randomText(r, 9))
		if p.text == "" {
			continue
		}
		profile := newProfile([]byte(folded))
		for _, m := range fuzzy.FindNoSort(p.text, []string{folded}) {
			if missing := p.letters &^ profile.letters; missing != 0 || p.bound(&profile) < m.Score {
				t.Fatalf("%q in %q: score %d, bound %d, letters missing %b", p.text, folded, m.Score, p.bound(&profile), missing)
			}
		}
	}
}

func TestFloor(t *testing.T) {
	l := listOf("storm", "a storm", "stop")
	floor := choose(t, l, "sto", 9)[1].Score
	got, err := l.Best(Ask{Typed: "sto", Limit: 9, Floor: &floor, Yield: func() error { return nil }})
	if err != nil || len(got) != 2 {
		t.Errorf("%v, %v: want two choices", got, err)
	}
}

// compareChoices orders choices as Best does: higher Score first, then Text, then ID.
func compareChoices(a, b Choice) int {
	return cmp.Or(cmp.Compare(b.Score, a.Score), strings.Compare(a.Text, b.Text), cmp.Compare(a.ID, b.ID))
}
