package collate

import (
	"errors"
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"clippings/wasm/protocol"
)

// TestHostile holds that texts made to cost are collated in bounded time: all words
// the same, a few words in any order, twice the same, nothing but signs.
func TestHostile(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	few := func(n, alphabet int) string {
		var b strings.Builder
		for range n {
			fmt.Fprintf(&b, "w%d ", rng.Intn(alphabet))
		}
		return b.String()
	}
	const n = 20_000
	for name, texts := range map[string][2]string{
		"one word":     {strings.Repeat("a ", n), strings.Repeat("a ", n/2) + "b " + strings.Repeat("a ", n/3)},
		"one and one":  {strings.Repeat("a ", n), strings.Repeat("a b ", n/2)},
		"two words":    {few(n, 2), few(n, 2)},
		"many words":   {few(n, 1000), few(n, 1000)},
		"periods":      {strings.Repeat("a b c d e f g h i j ", n/10), strings.Repeat("f g h i j a b c d e k ", n/11)},
		"signs":        {strings.Repeat("a. ", n), strings.Repeat(".,;", n)},
		"paragraphs":   {strings.Repeat("a\n", n), strings.Repeat("b\na\n", n/2)},
		"moved blocks": {blocks(n/20, false), blocks(n/20, true)},
	} {
		began := time.Now()
		checkReconstruction(t, texts[0][:n/10], []string{texts[1][:n/10]})
		collation(t, texts[0], texts[1])
		if _, err := Beside(document(0, texts[0]), document(1, texts[1]), never); err != nil {
			t.Fatal(err)
		}
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("%s: took %v", name, took)
		} else {
			t.Logf("%s: took %v", name, took)
		}
	}
}

// blocks is sentences of words of their own, in one order or the other.
func blocks(n int, reversed bool) string {
	list := make([]string, n)
	for i := range list {
		for k := range 20 {
			list[i] += fmt.Sprintf("b%dx%d ", i, k)
		}
		list[i] += ". "
	}
	if reversed {
		slices.Reverse(list)
	}
	return strings.Join(list, "")
}

// TestCancel holds that the error of yield ends the work and is returned.
func TestCancel(t *testing.T) {
	stop := errors.New("stop")
	text := blocks(3000, false)
	if _, err := New(document(0, text), func() error { return stop }); err != stop {
		t.Errorf("New: got %v", err)
	}
	calls := 0
	c, err := New(document(0, text), func() error {
		if calls++; calls > 9 {
			return stop
		}
		return nil
	})
	if err == nil {
		err = c.Add(document(1, blocks(3000, true)))
	}
	if err != stop {
		t.Errorf("Add: got %v", err)
	}
	if _, err := Beside(document(0, text), document(1, text), func() error { return stop }); err != stop {
		t.Errorf("Beside: got %v", err)
	}
}

// TestOrder holds that places, gaps and moves do not depend on the order in which
// witnesses come.
func TestOrder(t *testing.T) {
	for seed := range int64(100) {
		rng := rand.New(rand.NewSource(seed))
		base := randomText(rng, 150, 2000)
		var others []string
		for range 5 {
			others = append(others, edited(rng, base))
		}
		want := renumbered(collation(t, base, others...), []uint32{0, 1, 2, 3, 4})
		perm := rng.Perm(len(others))
		shuffled, numbers := make([]string, 5), make([]uint32, 5)
		for i, p := range perm {
			shuffled[i], numbers[i] = others[p], uint32(p)
		}
		if got := renumbered(collation(t, base, shuffled...), numbers); !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: got %+v, want %+v", seed, got, want)
		}
	}
}

// renumbered is places, gaps and moves with the witnesses' numbers replaced, and
// without what depends on which is the first.
func renumbered(c protocol.Collation, numbers []uint32) protocol.Collation {
	rename := func(list []uint32) {
		for i, n := range list {
			list[i] = numbers[n]
		}
		slices.Sort(list)
	}
	for _, p := range c.Places {
		for i := range p.Variants {
			rename(p.Variants[i].Witnesses)
			p.Variants[i].Span = protocol.Span{}
		}
	}
	for _, g := range c.Gaps {
		rename(g.Witnesses)
	}
	for i := range c.Moves {
		c.Moves[i].Witness = numbers[c.Moves[i].Witness]
	}
	slices.SortFunc(c.Moves, func(x, y protocol.Move) int {
		return int(x.Span.Start)*1000 + int(x.Span.End)*10 + int(x.Witness) - int(y.Span.Start)*1000 - int(y.Span.End)*10 - int(y.Witness)
	})
	c.Witnesses = nil
	return c
}

// TestSpans holds that places are sorted and lie apart, and that all spans are in
// their texts and begin and end at words or signs.
func TestSpans(t *testing.T) {
	for seed := range int64(100) {
		rng := rand.New(rand.NewSource(seed))
		base := randomText(rng, 150, 50)
		others := []string{edited(rng, base), edited(rng, base)}
		c := collation(t, base, others...)
		end := uint32(0)
		for _, p := range c.Places {
			if p.Span.Start < end || int(p.Span.End) > len(base) || p.Span.Start > p.Span.End {
				t.Fatalf("seed %d: place at %v after %d", seed, p.Span, end)
			}
			end = p.Span.End
			checkTrimmed(t, p.Span.Of(base))
			for _, v := range p.Variants {
				if !slices.IsSorted(v.Witnesses) || len(v.Witnesses) == 0 {
					t.Fatalf("seed %d: %+v", seed, p)
				}
				checkTrimmed(t, v.Span.Of(others[v.Witnesses[0]]))
			}
		}
		for _, g := range c.Gaps {
			checkTrimmed(t, g.Span.Of(base))
		}
		for _, m := range c.Moves {
			checkTrimmed(t, m.Span.Of(base))
			checkTrimmed(t, m.There.Of(others[m.Witness]))
		}
	}
}

func checkTrimmed(t *testing.T, s string) {
	t.Helper()
	if s != strings.TrimSpace(s) {
		t.Fatalf("%q begins or ends with white space", s)
	}
}
