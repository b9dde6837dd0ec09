package snippet

import (
	"math/rand/v2"
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

// What is marked of a Near is what a plain trial of all choices finds.
func TestNearIsPlain(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 7))
	letters := strings.Fields("a b c d e")
	for n := range 4000 {
		var text strings.Builder
		for range 2 + r.IntN(14) {
			text.WriteString(letters[r.IntN(2+n%4)])
			text.WriteString(" \n"[r.IntN(8)/7:][:1])
		}
		d := fuzzDocument(text.String(), r.IntN(5))
		var parts []string
		var items []int
		for item := range 1 + r.IntN(3) {
			for range 1 + r.IntN(2) {
				part := letters[r.IntN(2+n%4)]
				if r.IntN(4) == 0 {
					part += " " + letters[r.IntN(2+n%4)]
				}
				parts, items = append(parts, part), append(items, item)
			}
		}
		w := newWords(parts...)
		w.slack = r.IntN(4)
		w.nears = [][]uint64{make([]uint64, items[len(items)-1]+1)}
		first := 0
		for i, part := range parts {
			w.nears[0][items[i]] |= 1 << first
			first += len(strings.Fields(part))
		}
		var k Maker
		got := marked(d, protocol.Span{End: uint32(len(d.Text))}, k.Highlights(d, w))
		want := marked(d, protocol.Span{End: uint32(len(d.Text))}, plainNear(d, w))
		if got != want {
			t.Fatalf("%q within %d, items %b\ngot  %q\nwant %q", parts, w.slack, w.nears[0], got, want)
		}
	}
}

// plainNear tries all choices of one place for each item.
func plainNear(d Document, w *words) []protocol.Span {
	var k Maker
	nears := w.nears
	w.nears = nil
	k.s.scan(d, w, 0)
	w.nears = nears
	kept := make([]bool, len(k.s.matches))
	chosen := make([]int, len(nears[0]))
	var try func(item int)
	try = func(item int) {
		if item < len(chosen) {
			for i, m := range k.s.matches {
				if nears[0][item]>>m.part&1 != 0 {
					chosen[item] = i
					try(item + 1)
				}
			}
			return
		}
		start, end, sum := ^uint32(0), uint32(0), uint32(0)
		at := map[uint32]bool{}
		for _, i := range chosen {
			m := k.s.matches[i]
			start, end, sum = min(start, m.at), max(end, m.at+uint32(m.words)), sum+uint32(m.words)
			if at[m.at] || m.run != k.s.matches[chosen[0]].run {
				return
			}
			at[m.at] = true
		}
		if int(end)-int(start)-int(sum) <= w.slack {
			for _, i := range chosen {
				kept[i] = true
			}
		}
	}
	try(0)
	var out []match
	for i, m := range k.s.matches {
		if kept[i] {
			out = append(out, m)
		}
	}
	k.s.matches = out
	return k.marks(protocol.Span{End: uint32(len(d.Text))})
}

// Texts made to cost do not.
func TestNearHostile(t *testing.T) {
	d := document("B " + strings.Repeat("a a b ", 30000))
	w := newWords("a", "a", "a a", "b", "b a", "c")
	w.slack = 1000
	w.nears = [][]uint64{{1 << 0, 1 << 1, 1<<2 | 1<<4, 1 << 5, 1<<6 | 1<<7}}
	var k Maker
	if marks := k.Highlights(d, w); marks != nil {
		t.Errorf("%d marks without a place of c", len(marks))
	}
	w.nears[0] = w.nears[0][:4]
	k.Highlights(d, w)
	if k.s.near.steps > 0 {
		t.Errorf("%d steps left of a text that needs more", k.s.near.steps)
	}
}
